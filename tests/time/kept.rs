//! A token that somebody kept catches a log that was rewritten by who holds every key.

use std::fs;

use crate::scene::{Authority, ROSTER, Scene, TSA, expect, found};

const KEPT: [&str; 2] = ["--kept-token", "kept.tsr"];

/// The court stamped event 1 and kept the token; then the officer writes event 1 anew, with every key at hand.
fn rewritten() -> Scene {
    let scene = Scene::sealed();
    scene.stores("2026-03-02 09:00:00");
    scene.stamp_by("tsa", "2026-03-02 09:10:00", 1, &scene.office.path("kept.tsr"));
    let anchors = [&ROSTER[..], &TSA, &KEPT].concat();
    let before = scene.verify(&anchors);
    expect(&before, "confirmed", &[]);
    let token = &before.verdict["attested"]["tokens"][0];
    assert_eq!((token.get("file"), &token["to"]), (None, &1.into()));
    fs::remove_file(scene.office.path("A1.bag/custody/000001.txt")).expect("cut the log");
    scene
}

#[test]
fn a_log_rewritten_with_every_key_is_caught_by_a_token_that_somebody_kept() {
    let scene = rewritten();
    let anchors = [&ROSTER[..], &TSA, &KEPT].concat();
    // Cut off is as good as rewritten.
    expect(&scene.verify(&anchors), "violated", &["time.kept_token_mismatch", "time.none"]);
    scene.stores("2026-03-02 09:05:00");
    expect(&scene.verify(&[&ROSTER[..], &TSA].concat()), "confirmed_with_remarks", &["time.none"]);
    let caught = scene.verify(&anchors);
    expect(&caught, "violated", &["time.kept_token_mismatch", "time.none"]);
    // The old token beside the new event proves nothing for it; a new one cannot be older than it is.
    fs::copy(scene.office.path("kept.tsr"), scene.office.path("A1.bag/custody/000001.1.tsr")).expect("a copy");
    expect(&scene.judge(), "confirmed_with_remarks", &["time.imprint_mismatch", "time.none"]);
    scene.run(&[&["log", "A1.bag"][..], &anchors].concat()).expect_code(1);
    let extract = ["extract", "A1.bag", "--to", "out"];
    scene.run(&[&extract[..], &anchors].concat()).expect_code(1);
    assert!(!scene.office.path("out").exists(), "nothing is taken out of it");
}

#[test]
fn a_log_rewritten_with_every_key_is_caught_by_a_token_that_it_listed() {
    let scene = Scene::sealed();
    scene.stores("2026-03-02 09:00:00");
    scene.enters_token("2026-03-02 09:10:00", "2026-03-02 09:11:00", 1);
    scene.stores("2026-03-02 10:00:00");
    let custody = scene.office.path("A1.bag/custody");
    let kept: Vec<_> = [2, 3].map(|index| custody.join(format!("00000{index}.txt"))).into();
    let pages: Vec<_> = kept.iter().map(|path| fs::read(path).expect("an event")).collect();
    for index in 1..=3 {
        fs::remove_file(custody.join(format!("00000{index}.txt"))).expect("cut the log");
    }
    scene.stores("2026-03-02 09:05:00");
    // What followed from the old event does not follow from the new one.
    kept.iter().zip(&pages).for_each(|(path, page)| fs::write(path, page).expect("lay it back"));
    let verification = scene.judge();
    assert_eq!(verification.outcome(), "violated", "{}", verification.bytes);
    assert!(verification.has("custody.chain_broken"));
}

#[test]
fn a_kept_token_that_proves_nothing_gives_no_answer_and_blames_nobody() {
    let scene = Scene::sealed();
    Authority::found(&scene.office, "other", 7300);
    scene.stamp_by("other", "2026-03-02 08:10:00", 0, &scene.office.path("kept.tsr"));
    let anchors = [&ROSTER[..], &TSA, &KEPT].concat();
    let unknown = scene.verify(&anchors);
    expect(&unknown, "undetermined", &["time.kept_token_unfit", "time.none"]);
    assert!(found(&unknown, "time.kept_token_unfit")[0].1.starts_with("time.authority_unknown: "));
    fs::write(scene.office.path("kept.tsr"), "no token").expect("a file");
    expect(&scene.verify(&anchors), "undetermined", &["time.kept_token_unfit", "time.none"]);
    // It vouches for nobody's key.
    scene.stamp_by("tsa", "2026-03-02 08:10:00", 0, &scene.office.path("kept.tsr"));
    expect(&scene.verify(&[&TSA[..], &KEPT].concat()), "undetermined", &["anchor.none"]);
}
