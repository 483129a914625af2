//! The log as the program shows it, receipts, and the proof of a fork; over the bags of `tests/vectors`.

use std::path::{Path, PathBuf};

use sealbag::finding::Finding;
use sealbag::log::{self, Closing, Event, Opening, Reader};
use sealbag::verify::{Anchors, Depth, Options, verify};
use sealbag_custody::public_key::PublicKey;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::observer::Silent;
use sealbag_tests::program::{Office, Run, workspace};
use sealbag_tests::vectors::{self, Tree};
use serde_json::Value;

fn vector(name: &str) -> PathBuf {
    workspace().join("tests/vectors").join(name)
}

fn text(path: &Path) -> String {
    path.to_str().expect("UTF-8").to_owned()
}

/// A bag of the vectors, unpacked into the office.
fn unpack(office: &Office, name: &str) -> String {
    let archive = std::fs::read(vector(&format!("{name}.tar"))).expect("the archive");
    let bag = office.path(name);
    Tree::from_tar(&archive, "A1.bag").expect("an archive").write_to(&bag).expect("write the bag");
    text(&bag)
}

fn signers() -> Vec<String> {
    ["officer.pub", "second.pub"].iter().flat_map(|key| ["--signer".to_owned(), text(&vector(key))]).collect()
}

fn run(office: &Office, arguments: &[&str], more: &[String]) -> Run {
    office.sealbag(arguments.iter().copied().chain(more.iter().map(String::as_str)))
}

/// All that a log says.
#[derive(Default)]
struct Heard(Vec<Finding>);

impl Reader for Heard {
    fn open(&mut self, opening: &Opening) {
        self.0.extend(opening.findings.clone());
    }

    fn event(&mut self, event: &Event<'_>) {
        self.0.extend(event.findings.clone());
    }
}

/// Of the log, and of who vouches for it.
fn concerns_the_log(finding: &Finding) -> bool {
    let code = finding.code.name();
    let is_of_a_page = code.starts_with("signature.") || code.starts_with("seal.") && code != "seal.unread_copy";
    let is_of_the_log = ["anchor.", "roster.", "custody."].iter().any(|begin| code.starts_with(begin)) || is_of_a_page;
    is_of_the_log && !finding.place.starts_with("seal/previous/")
}

#[test]
fn the_log_says_of_every_vector_what_verification_says() {
    let mut compared = 0;
    for vector in vectors::all() {
        let Some(store) = vector.bag.clone().into_store() else { continue };
        let key = |(_, file): &(String, Vec<u8>)| {
            PublicKey::from_line(std::str::from_utf8(file).expect("a line").trim_end()).expect("a key").0
        };
        let given = &vector.anchors;
        let anchors = Anchors {
            authorities: given.authorities.iter().map(|file| key(file).into()).collect(),
            rosters: given.rosters.iter().map(|(_, file)| file.clone()).collect(),
            recognitions: Vec::new(),
            signers: given.signers.iter().map(key).collect(),
            seal_hash: given.seal_hashes.first().and_then(|hash| Sha256Digest::from_hex(hash)),
            receipts: given.receipts.iter().map(|(_, file)| file.clone()).collect(),
            ..Anchors::default()
        };
        let verdict =
            verify(&store, &Options { anchors: &anchors, depth: Depth::Quick, source: None, progress: &Silent });
        let mut heard = Heard::default();
        let Closing { custody, findings, .. } = log::read(&store, &anchors, &mut heard);
        heard.0.extend(findings);
        let lines = |findings: &[Finding]| {
            let of_log = findings.iter().filter(|finding| concerns_the_log(finding));
            let mut lines: Vec<_> = of_log.map(|finding| format!("{finding:?}")).collect();
            lines.sort();
            lines
        };
        assert_eq!(lines(&heard.0), lines(verdict.findings()), "{}", vector.name);
        assert_eq!(custody.as_ref(), verdict.custody(), "{}", vector.name);
        compared += 1;
    }
    assert!(compared > 300, "only {compared} bags were compared");
}

#[test]
fn without_an_anchor_the_first_line_says_so() {
    let office = Office::open();
    let bag = unpack(&office, "receipts-at-the-head");
    let shown = run(&office, &["log", &bag], &[]).expect_code(2).text();
    assert!(shown.starts_with("NOTHING FROM OUTSIDE THE BAG WAS GIVEN"), "{shown}");
    let shown = run(&office, &["log", &bag], &signers()).expect_code(0).text();
    assert!(!shown.contains("NOTHING FROM OUTSIDE"), "{shown}");
}

#[test]
fn nobody_counts_as_attributed_if_nothing_was_given() {
    let office = Office::open();
    let bag = unpack(&office, "receipts-at-the-head");
    let read = |more: &[String]| -> Value {
        serde_json::from_slice(&run(&office, &["log", &bag, "--json"], more).stdout).expect("one JSON object")
    };
    let attributed = |log: &Value| {
        let events = log["events"].as_array().expect("events").clone();
        events.iter().filter(|event| event["by"]["attributed"] == true).count()
    };
    let (alone, anchored) = (read(&[]), read(&signers()));
    assert_eq!(attributed(&alone), 0);
    assert!(attributed(&anchored) > 5, "{anchored}");
    assert_eq!(alone["outcome"], "undetermined");
    assert_eq!(anchored["custody"]["events"], anchored["events"].as_array().expect("events").len());
}

#[test]
fn a_bad_event_is_named_in_its_block_and_ends_with_1() {
    let office = Office::open();
    let bag = unpack(&office, "custody-accept-by-a-third");
    let shown = run(&office, &["log", &bag], &signers()).expect_code(1).text();
    let (_, block) = shown.split_once("\n2  ").expect("event 2");
    assert!(block.contains("custody.wrong_acceptor") && block.contains("does not stand"), "{shown}");
    assert!(shown.contains("THE CUSTODY LOG DOES NOT HOLD"), "{shown}");
}

#[test]
fn a_receipt_is_written_beside_the_bag_and_never_into_it() {
    let office = Office::open();
    let bag = unpack(&office, "receipts-at-the-head");
    run(&office, &["receipt", &bag], &[]).expect_code(0);
    let receipt = office.path("receipts-at-the-head.receipt-10.txt");
    let kept = std::fs::read(vector("receipt-at-10.txt")).expect("the receipt of the vectors");
    assert_eq!(std::fs::read(&receipt).expect("the receipt"), kept);
    run(&office, &["receipt", &bag], &[]).expect_code(0);
    run(&office, &["receipt", &bag, "--out", &format!("{bag}/receipt.txt")], &[]).expect_code(64);
    let printed = run(&office, &["receipt", &bag, "--out", "-"], &[]).expect_code(0);
    assert_eq!(printed.stdout, kept);
    std::fs::write(&receipt, "something else").expect("write");
    run(&office, &["receipt", &bag], &[]).expect_code(64);
}

#[test]
fn there_is_no_receipt_of_a_log_that_does_not_hold() {
    let office = Office::open();
    let bag = unpack(&office, "receipts-at-the-head");
    std::fs::remove_file(office.path("receipts-at-the-head/custody/000004.txt")).expect("remove an event");
    let refused = run(&office, &["receipt", &bag], &[]).expect_code(1);
    assert!(refused.stderr.contains("custody/000004.txt"), "{}", refused.stderr);
}

#[test]
fn receipts_are_compared_with_each_other_and_with_the_bag() {
    let office = Office::open();
    let bag = unpack(&office, "receipts-at-the-head");
    let receipt = |index: u32| text(&vector(&format!("receipt-at-{index}.txt")));
    let check = |arguments: &[&str]| run(&office, &[&["receipt", "check"], arguments].concat(), &[]);
    let holds = check(&[&receipt(7)]).expect_code(0).text();
    assert!(holds.contains("The receipt holds") && holds.contains("event 7"), "{holds}");
    let same = check(&[&receipt(7), "--since", &receipt(7)]).expect_code(0).text();
    assert!(same.contains("Both have the same event 7"), "{same}");
    let apart = check(&[&receipt(10), "--since", &receipt(7)]).expect_code(2).text();
    assert!(apart.contains("cannot be compared without the log between"), "{apart}");
    check(&[&receipt(10), "--bag", &bag]).expect_code(0);
    std::fs::remove_file(office.path("receipts-at-the-head/custody/000010.txt")).expect("remove the tail");
    let ahead = check(&[&receipt(10), "--bag", &bag]).expect_code(1).text();
    assert!(ahead.contains("custody/000010.txt is not there"), "{ahead}");
    run(&office, &["receipt", &bag, "--out", "at-9.txt"], &[]).expect_code(0);
    let next = check(&[&receipt(10), "--since", "at-9.txt"]).expect_code(0).text();
    assert!(next.contains("Event 10 follows directly from event 9"), "{next}");
    check(&[&text(&vector("receipt-with-a-bad-signature.txt"))]).expect_code(1);
    check(&[&text(&vector("receipt-with-an-unknown-type.txt"))]).expect_code(2);
}

#[test]
fn a_rewritten_log_is_proved_by_the_receipt_of_the_old_one() {
    let office = Office::open();
    let bag = unpack(&office, "receipts-rewritten");
    let mine = text(&vector("receipt-at-7.txt"));
    let fits = run(&office, &["receipt", "check", &mine, "--bag", &bag], &[]).expect_code(1).text();
    assert!(fits.contains("custody/000007.txt has other bytes"), "{fits}");
    let made = run(&office, &["fork", "make", &bag, &mine, "--out", "fork.txt"], &[]).expect_code(0).text();
    assert!(made.contains("AT EVENT 7") && made.matches("key SHA256:").count() == 2, "{made}");
    let checked = run(&office, &["fork", "check", "fork.txt"], &[]).expect_code(0).text();
    assert!(made.starts_with(&checked), "{checked}\n{made}");
    run(&office, &["fork", "make", &bag, &mine, "--out", "fork.txt"], &[]).expect_code(64);
    run(&office, &["fork", "check", &mine], &[]).expect_code(1);
    let nothing = run(&office, &["fork", "make", &mine, &mine, "--out", "none.txt"], &[]).expect_code(64);
    assert!(nothing.stderr.contains("nothing to prove") && !office.path("none.txt").exists());
}

#[test]
fn a_directory_of_bags_is_verified_in_order_with_totals() {
    let office = Office::open();
    for name in ["custody-accept-by-a-third", "receipts-at-the-head"] {
        unpack(&office, name);
    }
    std::os::unix::fs::symlink(office.path("receipts-at-the-head"), office.path("link")).expect("a link");
    let shown = run(&office, &["verify", "."], &signers()).expect_code(1).text();
    let bags: Vec<_> = shown.lines().filter(|line| line.starts_with("./")).collect();
    assert_eq!(bags, ["./custody-accept-by-a-third", "./receipts-at-the-head"]);
    let totals =
        "\nbags 2\n       1  CONFIRMED, WITH REMARKS\n       1  INTEGRITY VIOLATED\n       1  links, not followed\n";
    assert!(shown.ends_with(totals), "{shown}");
}
