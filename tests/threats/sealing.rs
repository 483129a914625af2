//! Sealing: what may be a source, what a signal leaves, what is drawn anew.

use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use sealbag_tests::compare::{Allowed, differences};
use sealbag_tests::hostile::small;
use sealbag_tests::program::{Office, run_within, wait_within};
use sealbag_tests::snapshot::snapshot;

use crate::scene::{LIMIT, many_files, sealed};

#[test]
fn a_bag_in_a_bag_is_evidence_like_any_other() {
    let (office, inner) = sealed();
    let source = office.path("seized");
    fs::create_dir(&source).expect("make a folder");
    fs::rename(&inner, source.join("A1.bag")).expect("put the bag into the source");
    for name in ["bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"] {
        fs::write(source.join(name), "not what it is called\n").expect("write");
    }
    let outer = office.seal(&source, "B1.bag", &[]);
    assert_eq!(office.verify(&outer, &[]).codes(), ["anchor.signer_key", "time.none"]);

    fs::write(outer.join("data/A1.bag/custody/000000.txt"), "forged").expect("write");
    let verification = office.verify(&outer, &[]);
    assert_eq!(verification.outcome(), "violated");
    assert_eq!(verification.codes(), ["anchor.signer_key", "file.changed", "time.none"]);
    assert_eq!(verification.verdict["bag"], office.verify(&outer, &[]).verdict["bag"]);
}

/// A source that is a bag's own folder, or one that the bag would lie around.
#[test]
fn nothing_is_sealed_into_a_place_that_holds_the_source() {
    let (office, bag) = sealed();
    let before = snapshot(&office.path("")).expect("read");
    for out in [&bag, &office.path("source")] {
        let run = run_within(&mut office.seal_command(&bag.join("data"), out, &[]), LIMIT).expect_code(64);
        assert!(run.stderr.starts_with("error: "), "{}", run.stderr);
    }
    let after = snapshot(&office.path("")).expect("read");
    assert_eq!(differences(&before, &after, Allowed::default()), Vec::<String>::new());
}

/// Ended by a signal as a terminal or the system sends it: no half bag under the final name, and the seal is finished later.
#[test]
fn a_seal_that_is_interrupted_by_a_signal_leaves_no_half_bag() {
    let office = Office::open();
    let source = office.path("source");
    many_files(&source);
    let (bag, partial) = (office.path("A1.bag"), office.path("A1.bag.partial"));
    let mut interrupted = 0;
    for signal in [rustix::process::Signal::INT, rustix::process::Signal::TERM, rustix::process::Signal::HUP] {
        let mut command = office.seal_command(&source, &bag, &[]);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().expect("start");
        let started = Instant::now();
        while !partial.join("data/a/0100").exists()
            && child.try_wait().expect("wait").is_none()
            && started.elapsed() < LIMIT
        {
            std::thread::sleep(Duration::from_millis(1));
        }
        let process = rustix::process::Pid::from_child(&child);
        rustix::process::kill_process(process, signal).expect("send a signal");
        let (code, hung) = wait_within(&mut child, Instant::now() + LIMIT);
        assert!(!hung && code != Some(101), "{signal:?}: {code:?}");
        if code != Some(0) {
            assert!(!bag.exists(), "a bag under the final name after {signal:?}");
            interrupted += 1;
            office.seal(&source, "A1.bag", &["--resume"]);
        }
        assert_eq!(office.verify(&bag, &[]).outcome(), "confirmed_with_remarks");
        fs::remove_dir_all(&bag).expect("remove");
    }
    assert!(interrupted > 0, "each seal was done before the signal came");
}

/// The salt of a line is what hides its content from who is shown others: it is drawn anew for each line and each seal.
#[test]
fn every_line_of_every_seal_has_a_salt_of_its_own() {
    let office = Office::open();
    let source = office.path("source");
    many_files(&source);
    small(&source).expect("make the tree");
    let mut salts = std::collections::BTreeSet::new();
    for name in ["A1.bag", "A2.bag"] {
        let list = fs::read_to_string(office.seal(&source, name, &[]).join("seal/entries.jsonl")).expect("read");
        for line in list.lines() {
            let (_, salt) = line.split_once("\"salt\":\"").expect("a salt");
            assert!(salts.insert(salt.to_owned()), "twice: {line}");
        }
    }
    assert!(salts.len() > 6000);
}
