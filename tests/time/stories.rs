//! One exhibit, six stories, six verdicts.

use crate::scene::{ROSTER, Scene, TSA, expect, found};

#[test]
fn signed_before_the_key_was_stolen_and_stamped_it_stands() {
    let scene = Scene::sealed();
    scene.lay("2026-03-02 08:10:00", 0, 1);
    expect(&scene.judge(), "confirmed", &[]);
    scene.officer_is_compromised_since("2026-06-01T00:00:00Z");
    let verification = scene.judge();
    expect(&verification, "confirmed_with_remarks", &["time.compromised_later"]);
    let why = "attested 2026-03-02T08:10:01Z; compromised since 2026-06-01T00:00:00Z";
    assert_eq!(found(&verification, "time.compromised_later"), [("custody/000000.txt", why)]);
}

#[test]
fn signed_before_the_key_was_stolen_and_not_stamped_nobody_can_tell() {
    let scene = Scene::sealed();
    scene.officer_is_compromised_since("2026-06-01T00:00:00Z");
    expect(&scene.judge(), "undetermined", &["custody.key_compromised", "time.none"]);
    // Stamped after the theft is as good as not stamped.
    scene.lay("2026-07-01 08:00:00", 0, 1);
    let verification = scene.judge();
    expect(&verification, "undetermined", &["custody.key_compromised"]);
    let why = "compromised since 2026-06-01T00:00:00Z; attested 2026-07-01T08:00:01Z";
    assert_eq!(found(&verification, "custody.key_compromised"), [("custody/000000.txt", why)]);
    // Nor does a token help that nobody judges.
    expect(
        &scene.verify(&["--authority", "authority.key.pub", "--roster", "roster-2.txt"]),
        "undetermined",
        &["custody.key_compromised", "time.none", "time.token_not_checked"],
    );
}

#[test]
fn back_dated_events_are_caught_by_the_token_that_they_follow_from() {
    let scene = Scene::sealed();
    // The clock of the officer's machine is a day behind when he enters a token, and stays there.
    scene.enters_token("2026-03-03 08:10:00", "2026-03-02 08:11:00", 0);
    scene.stores("2026-03-02 09:00:00");
    let verification = scene.judge();
    expect(&verification, "violated", &["time.back_dated", "time.uncovered"]);
    let places: Vec<_> = found(&verification, "time.back_dated").into_iter().map(|(place, _)| place).collect();
    assert_eq!(places, ["custody/000001.txt", "custody/000002.txt"]);
    // Who judges no tokens cannot see it, and says that no time was checked.
    expect(&scene.verify(&ROSTER), "confirmed_with_remarks", &["time.none", "time.token_not_checked"]);
}

#[test]
fn a_post_dated_seal_is_caught_by_the_token_over_it() {
    let scene = Scene::open();
    scene.seal_at("2026-03-10 08:00:00");
    scene.lay("2026-03-02 08:10:00", 0, 1);
    let verification = scene.judge();
    expect(&verification, "violated", &["time.post_dated"]);
    let (place, why) = found(&verification, "time.post_dated")[0];
    assert_eq!(place, "custody/000000.txt");
    assert!(why.starts_with("2026-03-10T08:00:0") && why.ends_with("no later than 2026-03-02T08:10:01Z"), "{why}");
}

#[test]
fn a_key_that_was_retired_since_needs_a_token_of_before() {
    let scene = Scene::sealed();
    scene.roster(&["retire", "roster.txt", "--id", "officer", "--at", "2026-06-01", "--reason", "left"]);
    scene.sign_roster("2026-06-02 08:00:00");
    expect(&scene.judge(), "confirmed_with_remarks", &["custody.key_retired", "time.none"]);
    let late = scene.lay("2026-07-01 08:00:00", 0, 1);
    expect(&scene.judge(), "confirmed_with_remarks", &["custody.key_retired", "time.after_key_end"]);
    std::fs::remove_file(late).expect("remove the token");
    scene.lay("2026-03-02 08:10:00", 0, 1);
    expect(&scene.judge(), "confirmed", &[]);
}

#[test]
fn an_older_roster_than_an_event_names_gives_no_answer_whatever_is_stamped() {
    let scene = Scene::sealed();
    scene.officer_is_compromised_since("2026-11-01T00:00:00Z");
    // The laboratory knows of the theft; its entry names version 2.
    let second = ["--authority", "authority.key.pub", "--roster", "roster-2.txt"];
    let object = ["custody", "object", "A1.bag", "--remark", "the key of the officer was stolen"];
    scene.lay("2026-03-02 08:10:00", 0, 1);
    scene.enters("2026-11-02 08:00:00", "lab.key", &[&object[..], &second, &TSA].concat());
    let judged = scene.judge();
    expect(&judged, "confirmed_with_remarks", &["custody.objection", "time.compromised_later"]);
    let rolled_back = scene.verify(&[&ROSTER[..], &TSA].concat());
    expect(&rolled_back, "undetermined", &["custody.objection", "roster.rolled_back"]);
}
