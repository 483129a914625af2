//! Commands that only read: whatever the system does to them, they say the truth or that they do not know. Of a bag that
//! holds no other verdict is given than without the fault, and an error of the system is never a violation; of a bag that
//! does not hold it is never said that it does.

use std::fs;
use std::path::Path;
use std::time::Duration;

use nix::sys::signal::Signal;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::acts::ACTS;
use super::calls::{Way, blows, told};
use super::desk::{Desk, contents, fast_folder};
use super::tracer::{At, Blow, Traced, trace};
use super::{Case, Dice, Extent, Outcome, Plan, sample};

/// Generous, because other runs take the processors too.
const TIME: Duration = Duration::from_secs(20);

/// In a sample, so many faults of a command.
const QUICK: usize = 12;

const WORDS: &[&[&str]] = &[
    &["verify", "A1.bag", "--signer", "officer.key.pub", "--json"],
    &["verify", "A1.bag", "--receipt", "kept.txt", "--json", "--quick"],
    &["verify", "A1.bag.zip", "--signer", "officer.key.pub", "--json"],
    &["log", "A1.bag", "--signer", "officer.key.pub"],
    &["audit", "A1.bag", "--signer", "officer.key.pub", "--fixity"],
    &["receipt", "check", "kept.txt", "--bag", "A1.bag"],
];

/// What is wrong with a bag, in one place only.
type Wrong = (&'static str, fn(&Path));

const WRONG: &[Wrong] = &[
    ("a file added in data/", |bag| fs::write(bag.join("data/added"), "x").expect("a file")),
    ("a file added in seal/", |bag| fs::write(bag.join("seal/added"), "x").expect("a file")),
    ("a file added beside data/", |bag| fs::write(bag.join("added"), "x").expect("a file")),
    ("a directory with a file added", |bag| {
        fs::create_dir(bag.join("data/new")).and_then(|()| fs::write(bag.join("data/new/added"), "x")).expect("a file");
    }),
    ("a file added in custody/", |bag| fs::write(bag.join("custody/added"), "x").expect("a file")),
    ("a file changed", |bag| {
        let file = bag.join("data/mail/large.bin");
        let mut bytes = fs::read(&file).expect("a file");
        bytes[100_000] ^= 1;
        fs::write(file, bytes).expect("a file");
    }),
    ("an event changed", |bag| {
        let file = bag.join("custody/000001.txt");
        let text = fs::read_to_string(&file).expect("an event").replace("examination", "exhibition0");
        fs::write(file, text).expect("an event");
    }),
    ("an event missing", |bag| {
        fs::rename(bag.join("custody/000001.txt"), bag.join("custody/000002.txt")).expect("an event");
    }),
];

/// The rows of this module: a command or a wrong bag, and a way.
pub fn cases() -> Vec<Case> {
    let ways = [(Way::Fail, "a call fails"), (Way::Short, "short reads and writes")];
    let rows = ways.into_iter().flat_map(|(way, label)| WORDS.iter().map(move |words| (way, label, *words)));
    let name = |label, words: &[&str]| format!("{label}, reading: {}", words.join(" "));
    let good = rows.map(|(way, label, words)| Case::new(name(label, words), move |plan| run(words, way, plan)));
    let bad = WRONG
        .iter()
        .map(|wrong| Case::new(format!("a call fails, a wrong bag: {}", wrong.0), move |plan| run_wrong(wrong, plan)));
    good.chain(bad).collect()
}

fn released() -> Desk {
    let act = ACTS.iter().find(|act| act.name == "receipt").expect("an act with a bag that was released");
    let desk = Desk::set(act, &fast_folder());
    desk.sealbag(act.words).expect_code(0);
    desk
}

fn run_wrong((_, make): &Wrong, plan: &Plan) -> Outcome {
    let desk = released();
    make(&desk.place().join("A1.bag"));
    let words = ["verify", "A1.bag", "--signer", "officer.key.pub"];
    let strike = |at, blow, keep| trace(&desk.command_of(&words), at, blow, keep, TIME, &desk.scratch());
    let whole = strike(At::Never, Blow::Kill, true);
    assert_eq!(whole.run.code, Some(1), "{}", whole.run.text());
    let mut blows = blows(Way::Fail, &whole.calls);
    if plan.extent == Extent::Quick {
        blows = sample(blows, QUICK, &mut Dice::new(plan.seed, words[1]));
    }
    let mut outcome = Outcome::default();
    for (at, blow) in blows {
        let Traced { run, signal, struck, .. } = strike(at, blow, false);
        let is_true = matches!(run.code, Some(1 | 2 | 64)) && !run.hung && !run.stderr.contains("panicked");
        let is_ended = run.code == Some(127) && run.stderr.contains("loading shared libraries")
            || signal == Some(Signal::SIGABRT) && run.stderr.contains("memory allocation");
        let what = || format!("it ended with {:?}, {signal:?}: {}{}", run.code, run.text(), run.stderr);
        outcome.add(&told(at, blow), struck, if is_true || is_ended { vec![] } else { vec![what()] });
    }
    outcome
}

fn run(words: &'static [&'static str], way: Way, plan: &Plan) -> Outcome {
    let desk = released();
    desk.sealbag(&["pack", "A1.bag"]).expect_code(0);
    let strike = |at, blow, keep| trace(&desk.command_of(words), at, blow, keep, TIME, &desk.scratch());
    let before = contents(&desk.place());
    let whole = strike(At::Never, Blow::Kill, true);
    assert_eq!(whole.run.code, Some(0), "{}: {}", words.join(" "), whole.run.stderr);
    let truth = essence(&whole.run.stdout);
    let mut dice = Dice::new(plan.seed, &format!("{way:?} {}", words.join(" ")));
    let mut blows = blows(way, &whole.calls);
    if plan.extent == Extent::Quick {
        blows = sample(blows, QUICK, &mut dice);
    }
    let mut outcome = Outcome::default();
    for (at, blow) in blows {
        let traced = strike(at, blow, false);
        let mut broken = judge(&traced, &truth);
        broken.extend(desk.touched());
        outcome.add(&told(at, blow), traced.struck, broken);
    }
    if contents(&desk.place()) != before {
        outcome.broken.push("something was written".into());
    }
    outcome
}

fn judge(traced: &Traced, truth: &str) -> Vec<String> {
    let Traced { run, signal, .. } = traced;
    let last = run.stderr.lines().last().unwrap_or_default();
    let mut broken = Vec::new();
    if run.hung || run.stderr.contains("panicked") {
        broken.push(format!("it hung or panicked: {}", run.stderr));
    }
    match (run.code, signal) {
        (Some(0), _) if essence(&run.stdout) != truth => {
            broken.push(format!("it ended well and said something else: {}", run.text()));
        }
        (Some(0 | 2 | 64), _) => {}
        (Some(1), _) => broken.push(format!("it blamed a bag that holds: {}", run.text())),
        (Some(127), _) if run.stderr.contains("loading shared libraries") => {}
        (None, Some(Signal::SIGABRT)) if run.stderr.contains("memory allocation") => {}
        (code, signal) => broken.push(format!("it ended with {code:?}, {signal:?}: {last}")),
    }
    broken
}

/// What does not depend on when and where it was said.
fn essence(stdout: &[u8]) -> String {
    #[derive(Deserialize)]
    struct Envelope<'a> {
        #[serde(borrow)]
        verdict: &'a RawValue,
    }
    let text = String::from_utf8_lossy(stdout).into_owned();
    serde_json::from_str::<Envelope<'_>>(&text).map(|envelope| envelope.verdict.get().to_owned()).unwrap_or(text)
}
