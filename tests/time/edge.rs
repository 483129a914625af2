//! The edge between INTEGRITY CONFIRMED and CONFIRMED, WITH REMARKS: everything holds, and each single thing taken away.

use std::fs;

use sealbag_tests::program::Verification;

use crate::scene::{ROSTER, Scene, TSA, expect, found};

/// A log of a hand-over, stamped at its head; the token over event 0 is listed.
fn whole() -> Scene {
    let scene = Scene::sealed();
    scene.enters_token("2026-03-02 08:10:00", "2026-03-02 08:11:00", 0);
    let release = ["release", "A1.bag", "--to", "lab.key.pub", "--purpose", "examination"];
    scene.enters("2026-03-02 09:00:00", "officer.key", &release);
    let accept = ["accept", "A1.bag", "--yes"];
    scene.enters("2026-03-02 10:00:00", "lab.key", &[&accept[..], &ROSTER, &TSA].concat());
    scene.lay("2026-03-02 10:05:00", 3, 1);
    scene
}

fn with(scene: &Scene, anchors: &[&[&str]]) -> Verification {
    scene.verify(&anchors.concat())
}

#[test]
fn integrity_is_confirmed_if_everything_holds_and_with_remarks_if_any_single_thing_is_missing() {
    let scene = whole();
    let all = with(&scene, &[&ROSTER, &TSA]);
    expect(&all, "confirmed", &[]);
    assert!(all.verdict["checks"].as_array().expect("checks").iter().all(|check| {
        check["status"] == "passed" || ["chunks", "previous"].map(Into::into).contains(&check["check"])
    }));
    let text = scene.run(&[&["verify", "A1.bag", "--strict"][..], &ROSTER, &TSA].concat()).expect_code(0).text();
    assert!(text.contains("INTEGRITY CONFIRMED"), "{text}");
    assert!(text.contains("event 0: signed no later than 2026-03-02T08:10:01Z"), "{text}");
    let row = "events 1 to 3: signed no earlier than 2026-03-02T08:09:59Z and no later than 2026-03-02T10:05:01Z";
    assert!(text.contains(row), "{text}");
    assert!(text.contains("by CN=Test TSA: events 0 to 3 (custody/000003.1.tsr, listed by no event)"), "{text}");

    let remarks = |verification: Verification, codes: &[&str]| {
        expect(&verification, "confirmed_with_remarks", codes);
    };
    // No certificate of the authority: tokens are not judged, which is never a pass.
    let unjudged = with(&scene, &[&ROSTER]);
    let time = unjudged.verdict["checks"].as_array().and_then(|checks| checks.last()).expect("the check time");
    assert_eq!((&time["check"], &time["status"]), (&"time".into(), &"not_run".into()));
    assert!(time["why"].as_str().is_some_and(|why| why.contains("certificate")), "{time}");
    assert!(unjudged.verdict.get("attested").is_none());
    remarks(unjudged, &["time.none", "time.token_not_checked"]);
    // Keys from outside instead of a roster.
    let keys = ["--signer", "officer.key.pub", "--signer", "lab.key.pub"];
    remarks(with(&scene, &[&keys, &TSA]), &["anchor.signer_key"]);
    // A quick look.
    remarks(with(&scene, &[&ROSTER, &TSA, &["--quick"]]), &["files.quick"]);
    // A receipt besides says no less.
    scene.run(&["receipt", "A1.bag", "--out", "receipt.txt"]).expect_code(0);
    remarks(with(&scene, &[&ROSTER, &TSA, &["--receipt", "receipt.txt"]]), &["anchor.receipt"]);
    // The token over the head.
    let head = scene.office.path("A1.bag/custody/000003.1.tsr");
    let bytes = fs::read(&head).expect("the token");
    fs::remove_file(&head).expect("remove it");
    let uncovered = with(&scene, &[&ROSTER, &TSA]);
    assert_eq!(found(&uncovered, "time.uncovered"), [("custody/000002.txt", "events 2 to 3")]);
    remarks(uncovered, &["time.uncovered"]);
    let strict = scene.run(&[&["verify", "A1.bag", "--strict"][..], &ROSTER, &TSA].concat());
    strict.expect_code(2);
    fs::write(&head, bytes).expect("lay it back");
    expect(&with(&scene, &[&ROSTER, &TSA]), "confirmed", &[]);
    // Another token that does not hold.
    fs::write(scene.office.path("A1.bag/custody/000003.2.tsr"), "no token").expect("a file");
    remarks(with(&scene, &[&ROSTER, &TSA]), &["time.malformed"]);
    fs::remove_file(scene.office.path("A1.bag/custody/000003.2.tsr")).expect("remove it");
    // An event behind the last token.
    let store = ["custody", "store", "A1.bag", "--storage-location", "Room 3", "--purpose", "keeping"];
    scene.enters("2026-03-02 11:00:00", "lab.key", &store);
    remarks(with(&scene, &[&ROSTER, &TSA]), &["time.uncovered"]);
}

#[test]
fn what_says_nothing_of_the_exhibit_may_stand_behind_the_last_token() {
    let scene = Scene::sealed();
    scene.enters_token("2026-03-02 08:10:00", "2026-03-02 08:11:00", 0);
    expect(&scene.judge(), "confirmed", &[]);
    let verify = ["custody", "verify", "A1.bag"];
    scene.enters("2026-03-02 09:00:00", "lab.key", &[&verify[..], &ROSTER, &TSA].concat());
    expect(&scene.judge(), "confirmed", &[]);
}

#[test]
fn a_late_entry_is_a_remark_though_it_is_stamped() {
    let scene = Scene::sealed();
    scene.enters_token("2026-03-02 08:10:00", "2026-03-02 08:11:00", 0);
    let store = ["custody", "store", "A1.bag", "--storage-location", "Room 3", "--purpose", "keeping"];
    let late = ["--time", "2026-03-02T08:05:00Z", "--late-reason", "no computer on the spot"];
    scene.enters("2026-03-02 12:00:00", "officer.key", &[&store[..], &late].concat());
    scene.lay("2026-03-02 12:30:00", 2, 1);
    expect(&scene.judge(), "confirmed_with_remarks", &["custody.late", "time.entered_late"]);
}

#[test]
fn a_clock_that_is_a_little_wrong_is_a_remark() {
    let scene = Scene::sealed();
    scene.enters_token("2026-03-02 08:10:00", "2026-03-02 08:06:00", 0);
    let verification = scene.judge();
    expect(&verification, "confirmed_with_remarks", &["time.clock_behind"]);
    let scene = Scene::sealed();
    scene.lay("2026-03-02 07:56:00", 0, 1);
    expect(&scene.judge(), "confirmed_with_remarks", &["time.clock_ahead"]);
}
