//! The log that is written to: bad events, a lost tail, pages that were kept, receipts that cannot be written.

use std::fs;

use serde_json::Value;

use crate::scene::{RELEASE, Scene, with_signer};

#[test]
fn nothing_is_appended_behind_a_bad_event_or_to_a_log_that_lost_its_tail() {
    let scene = Scene::set(&[]);
    scene.enters("officer", &RELEASE);
    let tail = scene.bag.join("custody/000001.txt");
    let page = fs::read_to_string(&tail).expect("the event");
    fs::remove_file(&tail).expect("cut off");
    let receipt = ["--receipt", "A1.000001.receipt.txt"];
    scene.refuses("officer", &[&RELEASE[..], &receipt].concat(), "anchor.receipt_ahead");
    fs::write(&tail, page.replace("examination", "inspection")).expect("a forgery");
    scene.refuses("officer", &["custody", "cancel", "A1.bag"], "signature.invalid");
}

#[test]
fn a_page_that_was_kept_is_published_again_and_no_other() {
    let scene = Scene::set(&[]);
    scene.enters("officer", &RELEASE);
    let event = scene.bag.join("custody/000001.txt");
    let kept = scene.office.path("A1.000001.unconfirmed.txt");
    fs::rename(&event, &kept).expect("kept");
    let publish = ["custody", "publish", "A1.bag", "--page", "A1.000001.unconfirmed.txt"];
    assert!(scene.run(&publish).expect_code(0).text().contains("Event 1 is in the log"));
    assert_eq!(fs::read(&event).expect("the event"), fs::read(&kept).expect("the page"));
    fs::remove_file(&event).expect("lost");
    scene.enters("officer", &["custody", "access", "A1.bag", "--purpose", "look"]);
    let refused = scene.run(&publish).expect_code(64);
    assert!(refused.stderr.contains("somebody was first: event 1, access, by Test Officer"), "{}", refused.stderr);
}

#[test]
fn an_event_whose_receipt_cannot_be_written_stands_and_is_no_success() {
    let scene = Scene::set(&[]);
    // The longest name that a folder may have leaves no room for that of a receipt beside it.
    let long = format!("{}.bag", "n".repeat(251));
    let bag = scene.office.path(&long);
    fs::rename(&scene.bag, &bag).expect("renamed");
    let release = ["release", &long, "--to", "lab.key.pub", "--purpose", "examination"];
    let accept = with_signer(&["accept", &long, "--yes"]);
    let object = ["custody", "object", &long, "--remark", "a page is missing"];
    let runs = [("officer", &release[..]), ("lab", &accept), ("lab", &object)];
    for (index, (who, arguments)) in runs.iter().enumerate() {
        let run = scene.by(who, arguments).expect_code(2);
        let number = index + 1;
        assert!(run.text().contains(&format!("Entered as event {number}")), "{}", run.text());
        let hint = format!("`sealbag receipt {long} --out FILE`");
        for words in ["the event stands, but its receipt could not be written", "do not enter it again", &hint] {
            assert!(run.stderr.contains(words), "{words}: {}", run.stderr);
        }
        assert!(!run.stderr.contains("Give the receipt back"), "{}", run.stderr);
        assert!(bag.join(format!("custody/{number:06}.txt")).is_file());
    }
    let told = scene.by("lab", &[&object[..], &["--json"]].concat()).expect_code(2);
    let told: Value = serde_json::from_slice(&told.stdout).expect("one object");
    assert_eq!((told["index"].as_u64(), &told["receipt"]), (Some(4), &Value::Null));
    scene.run(&["receipt", &long, "--out", "later.txt"]).expect_code(0);
    assert!(scene.office.path("later.txt").is_file());
}
