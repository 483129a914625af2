//! Commands that only read, on a bag that holds: whatever the system does to them, they say the truth or that they do not
//! know. A verdict that is given is the one that would have been given; an error of the system is never a violation.

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

/// The rows of this module: a command and a way.
pub fn cases() -> Vec<Case> {
    let ways = [(Way::Fail, "a call fails"), (Way::Short, "short reads and writes")];
    let rows = ways.into_iter().flat_map(|(way, label)| WORDS.iter().map(move |words| (way, label, *words)));
    let name = |label, words: &[&str]| format!("{label}, reading: {}", words.join(" "));
    rows.map(|(way, label, words)| Case::new(name(label, words), move |plan| run(words, way, plan))).collect()
}

fn run(words: &'static [&'static str], way: Way, plan: &Plan) -> Outcome {
    let act = ACTS.iter().find(|act| act.name == "receipt").expect("an act with a bag that was released");
    let desk = Desk::set(act, &fast_folder());
    desk.sealbag(act.words).expect_code(0);
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
