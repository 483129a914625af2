//! Tokens and the bag before: its log is covered by a token over the bag that follows from it.

use std::fs;

use crate::scene::{Scene, TSA, expect, found};

const SECOND: [&str; 4] = ["--authority", "authority.key.pub", "--roster", "roster-2.txt"];

/// The laboratory has a working copy; later the officer's key is stolen.
fn copied() -> Scene {
    let scene = Scene::sealed();
    let copy = ["custody", "copy", "A1.bag", "--out", "A1-1.bag", "--exhibit", "A1/1", "--purpose", "working copy"];
    scene.enters("2026-03-02 09:00:00", "lab.key", &[&copy[..], &crate::scene::ROSTER].concat());
    scene.officer_is_compromised_since("2026-06-01T00:00:00Z");
    scene
}

#[test]
fn a_token_over_the_copy_covers_the_log_that_it_was_made_from() {
    let scene = copied();
    let anchors = [&SECOND[..], &TSA].concat();
    let verify = || scene.verify_bag("A1-1.bag", &anchors);
    let bare = verify();
    expect(&bare, "confirmed_with_remarks", &["previous.undetermined", "time.none"]);
    assert_eq!(found(&bare, "previous.undetermined"), [("seal/previous/000000.txt", "custody.key_compromised")]);
    scene.stamp("2026-03-02 09:10:00", "A1-1.bag/custody/000000.txt", "A1-1.bag/custody/000000.1.tsr");
    let covered = verify();
    expect(&covered, "confirmed_with_remarks", &["time.compromised_later"]);
    let why = "attested 2026-03-02T09:10:01Z; compromised since 2026-06-01T00:00:00Z";
    assert_eq!(found(&covered, "time.compromised_later"), [("seal/previous/000000.txt", why)]);
    // Stamped after the theft it shows nothing of before.
    scene.stamp("2026-06-02 09:10:00", "A1-1.bag/custody/000000.txt", "A1-1.bag/custody/000000.1.tsr");
    expect(&verify(), "confirmed_with_remarks", &["previous.undetermined"]);
}

#[test]
fn a_token_that_was_kept_of_the_bag_before_fits_the_log_that_is_carried() {
    let scene = copied();
    scene.stamp("2026-03-02 08:30:00", "A1.bag/custody/000000.txt", "kept.tsr");
    let kept = ["--kept-token", "kept.tsr"];
    let verification = scene.verify_bag("A1-1.bag", &[&SECOND[..], &TSA, &kept].concat());
    expect(&verification, "confirmed_with_remarks", &["time.compromised_later", "time.none"]);
    // Of an event that the carried log does not have, it is another log.
    fs::write(scene.office.path("other.txt"), "another event").expect("a file");
    scene.stamp("2026-03-02 08:30:00", "other.txt", "kept.tsr");
    let verification = scene.verify_bag("A1-1.bag", &[&SECOND[..], &TSA, &kept].concat());
    assert_eq!(verification.outcome(), "violated", "{}", verification.bytes);
    assert!(verification.has("time.kept_token_mismatch"));
}

#[test]
fn tokens_that_the_bag_before_lists_are_carried_and_judged() {
    let scene = Scene::sealed();
    scene.enters_token("2026-03-03 08:10:00", "2026-03-02 08:11:00", 0);
    let copy = ["custody", "copy", "A1.bag", "--out", "A1-1.bag", "--exhibit", "A1/1", "--purpose", "working copy"];
    scene.enters("2026-03-04 09:00:00", "lab.key", &[&copy[..], &crate::scene::ROSTER].concat());
    let verification = scene.verify_bag("A1-1.bag", &[&crate::scene::ROSTER[..], &TSA].concat());
    expect(&verification, "violated", &["time.back_dated", "time.none"]);
    assert_eq!(found(&verification, "time.back_dated")[0].0, "seal/previous/000001.txt");
}
