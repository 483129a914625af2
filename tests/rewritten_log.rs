//! Somebody has every key, and writes the log of a bag anew, or cuts it off. From the bag alone nobody can see that. Whoever kept
//! a receipt, one signed event or a copy of the bag sees it, and which event is the first that differs.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use sealbag_custody::event::EventRecord;
use sealbag_custody::key::{KeyPair, Signer};
use sealbag_custody::key_file;
use sealbag_custody::page;
use sealbag_custody::sshsig::Namespace;
use sealbag_custody::text::Text;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;
use sealbag_tests::program::{Office, Run};
use serde_json::Value;

/// Events 0 to 5: sealed by the officer, released to the laboratory and accepted, looked at, released back and accepted.
const LAST: u32 = 5;

/// A bag `A1.bag` with that log, what others kept of it in `kept/`, and everybody's keys.
struct Scene {
    office: Office,
}

impl Scene {
    fn set() -> Self {
        let office = Office::open();
        let evidence = office.path("evidence");
        fs::create_dir(&evidence).expect("a directory");
        fs::write(evidence.join("notes.txt"), "meet at nine\n").expect("a file");
        let scene = Self { office };
        scene.run("key new lab --out lab.key --no-passphrase").expect_code(0);
        scene.office.seal(&evidence, "A1.bag", &[]);
        fs::create_dir(scene.office.path("kept")).expect("a directory");
        let events = [
            "release A1.bag --to lab.key.pub --purpose examination --key officer.key",
            "accept A1.bag --yes --key lab.key",
            "custody access A1.bag --purpose inventory --key lab.key",
            "release A1.bag --to officer.key.pub --purpose return --key lab.key",
            "accept A1.bag --yes --key officer.key",
        ];
        for (number, event) in events.iter().enumerate() {
            scene.run(&format!("{event} {KEYS}")).expect_code(0);
            scene.run(&format!("receipt A1.bag --out kept/{}.receipt.txt", number + 1)).expect_code(0);
            let index = u32::try_from(number + 1).expect("a small number");
            fs::copy(scene.event(index), scene.office.path(&format!("kept/{index}.event.txt")))
                .expect("keep the event");
        }
        assert!(scene.event(LAST).is_file() && !scene.event(LAST + 1).exists());
        copy(&scene.office.path("A1.bag"), &scene.office.path("copy/A1.bag"));
        scene
    }

    fn run(&self, line: &str) -> Run {
        self.office.sealbag(line.split(' '))
    }

    fn event(&self, index: u32) -> PathBuf {
        self.office.path(&format!("A1.bag/custody/{index:06}.txt"))
    }

    /// Writes another story from event `from` on, signed by those who signed the true one, each event following from the one
    /// before it: as good a log as the first.
    fn rewrite(&self, from: u32) {
        let keys: BTreeMap<String, KeyPair> = ["officer.key", "lab.key"]
            .iter()
            .map(|file| key_file::read_private(&self.office.path(file), None).expect("a key"))
            .map(|key| (key.public_key().to_line(), key))
            .collect();
        let mut anew: BTreeMap<[u8; 32], Sha256Digest> = BTreeMap::new();
        for index in from..=LAST {
            let old = fs::read(self.event(index)).expect("the event");
            let (record, _) = page::split(&old).expect("a page");
            let mut event = EventRecord::parse(record).expect("an event");
            if index == from {
                event.purpose = Text::new("something else").expect("plain text");
            }
            let new = |hash: &mut Sha256Digest| *hash = anew.get(&hash.0).copied().unwrap_or(*hash);
            [Some(&mut event.prev), event.reference.as_mut()].into_iter().flatten().for_each(new);
            let record = event.to_bytes().expect("a record");
            let key = &keys[&event.actor.key.to_line()];
            let armour = key.sign(Namespace::Event, &record).expect("a signature");
            let page = page::join(&record, &armour).expect("a page");
            anew.insert(sha256(&old).0, sha256(&page));
            fs::write(self.event(index), page).expect("write the event");
        }
    }

    /// Only events 0 to `last` are left.
    fn cut(&self, last: u32) {
        (last + 1..=LAST).for_each(|index| fs::remove_file(self.event(index)).expect("remove an event"));
    }

    fn verify(&self, anchors: &str) -> (Option<i32>, Vec<Value>) {
        let run = self.run(&format!("verify A1.bag --json {anchors}"));
        let verification: Value = serde_json::from_slice(&run.stdout).unwrap_or_else(|_| panic!("{}", run.stderr));
        (run.code, verification["verdict"]["findings"].as_array().expect("findings").clone())
    }

    /// The bag's own finding, and what was found between bag and what was kept.
    fn audit(&self, since: &str) -> (Run, Vec<Value>) {
        let line =
            format!("audit A1.bag --signer officer.key.pub --signer lab.key.pub --since {since} --forks forks --json");
        let run = self.run(&line);
        let lines = run.text().lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        (run, lines)
    }
}

const KEYS: &str = "--signer officer.key.pub --signer lab.key.pub";

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a directory");
    for entry in fs::read_dir(from).expect("the directory") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("its type").is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copy a file");
        }
    }
}

fn of<'a>(findings: &'a [Value], code: &str) -> Vec<&'a Value> {
    findings.iter().filter(|finding| finding["code"] == code).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[test]
fn from_the_bag_alone_nobody_sees_it() {
    let scene = Scene::set();
    assert_eq!(scene.verify(KEYS).0, Some(0));
    scene.rewrite(3);
    assert_eq!(scene.verify(KEYS).0, Some(0));
    scene.cut(3);
    assert_eq!(scene.verify(KEYS).0, Some(0));
}

#[test]
fn an_old_receipt_catches_a_log_written_anew_by_one_who_holds_every_key() {
    let scene = Scene::set();
    scene.rewrite(3);
    // Receipts of what was not rewritten still fit.
    assert_eq!(scene.verify(&format!("{KEYS} --receipt kept/2.receipt.txt")).0, Some(0));
    for (kept, first) in
        [(3, "the first event that differs is 3"), (5, "the first event that differs is 4 or an earlier one")]
    {
        let (code, findings) = scene.verify(&format!("{KEYS} --receipt kept/{kept}.receipt.txt"));
        assert_eq!(code, Some(1));
        let found = of(&findings, "anchor.receipt_mismatch");
        assert_eq!(text(&found[0]["where"]), format!("custody/{kept:06}.txt"));
        assert!(text(&found[0]["found"]).ends_with(first), "{}", found[0]);
        let checked = scene.run(&format!("receipt check kept/{kept}.receipt.txt --bag A1.bag")).expect_code(1).text();
        assert!(checked.contains(first), "{checked}");
    }
    let (run, lines) = scene.audit("kept/3.receipt.txt");
    assert_eq!(run.code, Some(1));
    let fork = of(&lines, "custody.fork")[0];
    assert_eq!((&fork["first"], &fork["index"], &fork["one_key"]), (&3.into(), &3.into(), &true.into()), "{fork}");
    scene.run(&format!("fork check {}", text(&fork["proof"]))).expect_code(0);
    let told =
        scene.run(&format!("audit A1.bag {KEYS} --since kept/3.receipt.txt --forks forks")).expect_code(1).text();
    assert!(told.contains("first that differs: event 3"), "{told}");
}

#[test]
fn one_signed_event_that_the_other_side_kept_catches_it() {
    let scene = Scene::set();
    let fits = scene.run("receipt check kept/4.event.txt --bag A1.bag").expect_code(0).text();
    assert!(fits.contains("It fits the bag"), "{fits}");
    let (code, findings) = scene.verify("--receipt kept/4.event.txt");
    assert_eq!((code, of(&findings, "anchor.receipt").len()), (Some(0), 1), "it anchors what lies before it");
    scene.rewrite(2);
    for (kept, first) in
        [(2, "the first event that differs is 2"), (4, "the first event that differs is 3 or an earlier one")]
    {
        let (code, findings) = scene.verify(&format!("{KEYS} --receipt kept/{kept}.event.txt"));
        assert_eq!(code, Some(1));
        let found = of(&findings, "anchor.receipt_mismatch");
        assert!(text(&found[0]["found"]).ends_with(first), "{}", found[0]);
        let checked = scene.run(&format!("receipt check kept/{kept}.event.txt --bag A1.bag")).expect_code(1).text();
        assert!(checked.contains(first), "{checked}");
    }
    assert_eq!(scene.verify(&format!("{KEYS} --receipt kept/1.event.txt")).0, Some(0));
    let (run, lines) = scene.audit("kept/2.event.txt");
    assert_eq!(run.code, Some(1));
    assert_eq!(of(&lines, "custody.fork")[0]["first"], 2);
    // A changed event is none, and of another bag's log it says nothing.
    let kept = fs::read_to_string(scene.office.path("kept/2.event.txt")).expect("the event");
    fs::write(scene.office.path("changed.txt"), kept.replace("accept", "refuse")).expect("write");
    let (code, findings) = scene.verify(&format!("{KEYS} --receipt changed.txt"));
    assert_eq!((code, of(&findings, "anchor.receipt_malformed").len()), (Some(2), 1));
}

#[test]
fn a_bag_sealed_anew_is_not_the_one_that_an_event_names() {
    let scene = Scene::set();
    let evidence = scene.office.path("evidence");
    fs::remove_dir_all(scene.office.path("A1.bag")).expect("remove the bag");
    scene.office.seal(&evidence, "A1.bag", &[]);
    let (code, findings) = scene.verify(&format!("{KEYS} --receipt kept/4.event.txt"));
    assert_eq!((code, text(&of(&findings, "anchor.receipt_mismatch")[0]["where"])), (Some(1), "custody/000000.txt"));
    scene.run("receipt check kept/4.event.txt --bag A1.bag").expect_code(1);
}

#[test]
fn a_copy_of_the_bag_names_the_first_event_that_differs() {
    let scene = Scene::set();
    let (run, _) = scene.audit("copy");
    assert_eq!(run.code, Some(0), "{}", run.text());
    scene.rewrite(3);
    for since in ["copy", "copy/A1.bag"] {
        let (run, lines) = scene.audit(since);
        assert_eq!(run.code, Some(1));
        let fork = of(&lines, "custody.fork")[0];
        assert_eq!((&fork["first"], &fork["index"]), (&3.into(), &3.into()), "{fork}");
        assert!(fork["why"].is_null(), "it is known exactly: {fork}");
    }
}

#[test]
fn a_log_that_was_cut_off_is_caught_by_whatever_was_kept_of_its_end() {
    let scene = Scene::set();
    scene.cut(3);
    assert_eq!(scene.verify(&format!("{KEYS} --receipt kept/3.receipt.txt")).0, Some(0));
    for kept in ["kept/4.receipt.txt", "kept/5.receipt.txt", "kept/4.event.txt", "kept/5.event.txt"] {
        let (code, findings) = scene.verify(&format!("{KEYS} --receipt {kept}"));
        assert_eq!((code, of(&findings, "anchor.receipt_ahead").len()), (Some(1), 1), "{kept}");
        let checked = scene.run(&format!("receipt check {kept} --bag A1.bag")).expect_code(1).text();
        assert!(checked.contains("The tail of the log is missing"), "{checked}");
    }
    for since in ["kept", "kept/5.receipt.txt", "kept/4.event.txt", "copy"] {
        let (run, lines) = scene.audit(since);
        assert_eq!(run.code, Some(1), "{since}");
        assert!(lines[0]["totals"]["anchor.receipt_ahead"].as_u64() > Some(0), "{since}: {}", lines[0]);
    }
    // Cut off and gone on with: the events that come in the place of those that are gone are others.
    scene.run(&format!("custody access A1.bag --purpose inspection --key lab.key {KEYS}")).expect_code(0);
    let (code, findings) = scene.verify(&format!("{KEYS} --receipt kept/4.receipt.txt"));
    assert_eq!((code, of(&findings, "anchor.receipt_mismatch").len()), (Some(1), 1));
    let (code, findings) = scene.verify(&format!("{KEYS} --receipt kept/5.receipt.txt"));
    assert_eq!(code, Some(1));
    let words = "the log was rewritten besides: the first event that differs is 4 or an earlier one";
    assert_eq!(text(&of(&findings, "anchor.receipt_ahead")[0]["found"]), words);
}
