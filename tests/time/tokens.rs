//! What a token covers, whose it is, and that nobody can harm a bag with one.

use std::fs;
use std::process::Command;

use sealbag_tests::program::peak_memory;
use serde_json::Value;

use crate::scene::{Authority, ROSTER, Scene, TSA, expect, found};

#[test]
fn a_token_over_an_older_head_covers_fewer_events_and_the_verdict_says_which() {
    let scene = Scene::sealed();
    scene.stores("2026-03-02 09:00:00");
    scene.lay("2026-03-02 09:10:00", 1, 1);
    scene.stores("2026-03-02 10:00:00");
    scene.stores("2026-03-02 11:00:00");
    let verification = scene.judge();
    expect(&verification, "confirmed_with_remarks", &["time.uncovered"]);
    assert_eq!(found(&verification, "time.uncovered"), [("custody/000002.txt", "events 2 to 3")]);
    let attested = &verification.verdict["attested"];
    let events = serde_json::json!([{ "from": 0, "to": 1, "latest": "2026-03-02T09:10:01Z" }]);
    assert_eq!(attested["events"], events);
    let token = &attested["tokens"][0];
    assert_eq!((&token["from"], &token["to"], &token["listed"]), (&0.into(), &1.into(), &false.into()), "{token}");
    assert_eq!(token["file"], "custody/000001.1.tsr");
    let log = scene.run(&[&["log", "A1.bag", "--json"][..], &ROSTER, &TSA].concat()).expect_code(0);
    let log: Value = serde_json::from_slice(&log.stdout).expect("JSON");
    let latest: Vec<_> =
        log["events"].as_array().expect("events").iter().map(|event| &event["attested"]["latest"]).collect();
    let stamped = Value::from("2026-03-02T09:10:01Z");
    assert_eq!(latest, [&stamped, &stamped, &Value::Null, &Value::Null]);
    let text = scene.run(&[&["log", "A1.bag"][..], &ROSTER, &TSA].concat()).expect_code(0).text();
    assert!(text.contains("signed no later than 2026-03-02T09:10:01Z"), "{text}");
    assert!(text.contains("time.uncovered"), "{text}");
}

#[test]
fn a_token_counts_for_its_time_though_its_certificate_has_expired_since() {
    let scene = Scene::sealed();
    Authority::found(&scene.office, "short", 90);
    let token = scene.office.path("A1.bag/custody/000000.1.tsr");
    scene.stamp_by("short", "2026-03-02 08:10:00", 0, &token);
    expect(&scene.verify(&[&ROSTER[..], &["--tsa-ca", "short/ca.pem"]].concat()), "confirmed", &[]);
    // Stock openssl agrees if it is told to judge at the time of the token, and not otherwise.
    let openssl = |attime: &[&str]| {
        let mut command = Command::new("openssl");
        command.args(["ts", "-verify", "-data", "A1.bag/custody/000000.txt", "-in"]).arg(&token);
        command.args(["-CAfile", "short/ca.pem"]).args(attime);
        scene.office.clean(&mut command).output().expect("openssl runs").status.success()
    };
    let then = 1_772_439_000.to_string();
    assert!(openssl(&["-attime", &then]));
    let after = 1_790_000_000.to_string();
    assert!(!openssl(&["-attime", &after]));
}

#[test]
fn a_token_of_an_authority_that_nobody_brought_counts_for_nothing() {
    let scene = Scene::sealed();
    Authority::found(&scene.office, "other", 7300);
    scene.stamp_by("other", "2026-03-02 08:10:00", 0, &scene.office.path("A1.bag/custody/000000.1.tsr"));
    let verification = scene.judge();
    expect(&verification, "confirmed_with_remarks", &["time.authority_unknown", "time.none"]);
    let time = verification.verdict["checks"].as_array().and_then(|checks| checks.last()).expect("the check time");
    assert_eq!(time["status"], "not_run");
    // With both certificates, the token counts.
    let both = [&ROSTER[..], &TSA, &["--tsa-ca", "other/ca.pem"]].concat();
    expect(&scene.verify(&both), "confirmed", &[]);
}

#[test]
fn no_token_that_a_stranger_lays_beside_an_event_makes_a_bag_violated() {
    let scene = Scene::sealed();
    let custody = scene.office.path("A1.bag/custody");
    fs::write(custody.join("000000.1.tsr"), vec![0x30; 2_000_000]).expect("a file");
    fs::write(custody.join("000000.2.tsr"), "").expect("a file");
    scene.stores("2026-03-02 09:00:00");
    fs::copy(scene.lay("2026-03-02 09:10:00", 1, 1), custody.join("000000.3.tsr")).expect("a copy");
    fs::copy(custody.join("000001.1.tsr"), custody.join("000007.1.tsr")).expect("a copy");
    let verification = scene.judge();
    let codes = ["time.imprint_mismatch", "time.malformed", "time.token_without_event", "time.too_large"];
    expect(&verification, "confirmed_with_remarks", &codes);
    assert_eq!(found(&verification, "time.imprint_mismatch")[0].0, "custody/000000.3.tsr");
    assert_eq!(found(&verification, "time.token_without_event")[0].0, "custody/000007.1.tsr");
}

#[test]
fn a_listed_token_that_is_missing_or_another_is_a_violation_whoever_judges() {
    let scene = Scene::sealed();
    scene.enters_token("2026-03-02 08:10:00", "2026-03-02 08:11:00", 0);
    let token = scene.office.path("A1.bag/custody/000000.1.tsr");
    scene.lay("2026-03-02 08:20:00", 0, 1);
    // The other token holds too: it covers event 0, but nobody listed it.
    let verification = scene.judge();
    expect(&verification, "violated", &["time.token_changed"]);
    let events = serde_json::json!([{ "from": 0, "to": 0, "latest": "2026-03-02T08:20:01Z" }]);
    assert_eq!(verification.verdict["attested"]["events"], events);
    fs::remove_file(token).expect("remove the token");
    expect(&scene.judge(), "violated", &["time.none", "time.token_missing"]);
    expect(&scene.verify(&ROSTER), "violated", &["time.none", "time.token_missing"]);
}

#[test]
fn tokens_that_contradict_each_other_prevent_an_answer() {
    let scene = Scene::sealed();
    // An authority whose clock is a month ahead is entered; then one whose clock is right.
    Authority::found(&scene.office, "fast", 7300);
    let token = scene.office.path("token.tsr");
    scene.stamp_by("fast", "2026-04-02 08:10:00", 0, &token);
    let timestamp = ["custody", "timestamp", "A1.bag", "--token", "token.tsr", "--event", "0"];
    scene.enters("2026-03-02 08:11:00", "officer.key", &timestamp);
    scene.stores("2026-03-02 09:00:00");
    scene.lay("2026-03-02 10:00:00", 2, 1);
    let both = scene.verify(&[&ROSTER[..], &TSA, &["--tsa-ca", "fast/ca.pem"]].concat());
    expect(&both, "undetermined", &["time.contradiction"]);
    // Who trusts only the one that is right has an answer.
    expect(&scene.judge(), "confirmed_with_remarks", &["time.authority_unknown"]);
}

#[test]
fn the_writer_refuses_what_a_key_may_not_sign_unless_a_token_shows_that_it_was_before() {
    let scene = Scene::sealed();
    scene.officer_is_compromised_since("2026-06-01T00:00:00Z");
    let second = ["--authority", "authority.key.pub", "--roster", "roster-2.txt"];
    let object = ["custody", "object", "A1.bag", "--remark", "I object", "--key", "lab.key"];
    scene.lay("2026-03-02 08:10:00", 0, 1);
    // Without the certificate event 0 cannot be judged, and nothing is entered behind it.
    scene.run(&[&object[..], &second].concat()).expect_code(64);
    scene.run(&[&object[..], &second, &TSA].concat()).expect_code(0);
}

#[test]
fn certificates_are_read_from_where_the_user_keeps_them_and_refused_if_they_are_none() {
    let scene = Scene::sealed();
    let bad = scene.run(&["verify", "A1.bag", "--signer", "officer.key.pub", "--tsa-ca", "officer.key.pub"]);
    assert!(bad.expect_code(64).stderr.contains("certificate"));
    let alone = scene.run(&["verify", "A1.bag", "--signer", "officer.key.pub", "--kept-token", "roster.txt"]);
    assert!(alone.expect_code(64).stderr.contains("--tsa-ca"));
    scene.run(&["verify", "A1.bag", "--signer", "officer.key.pub", "--tsa-ca", "nowhere.pem"]).expect_code(2);
    // Commands that take the configured authority take configured certificates too.
    scene.officer_is_compromised_since("2026-06-01T00:00:00Z");
    scene.lay("2026-03-02 08:10:00", 0, 1);
    let mut command = scene.office.command(["custody", "object", "A1.bag", "--remark", "I object", "--key", "lab.key"]);
    command.env("SEALBAG_AUTHORITY", "authority.key.pub").env("SEALBAG_ROSTER", "roster-2.txt");
    assert_eq!(command.output().expect("the program runs").status.code(), Some(64));
    assert_eq!(command.env("SEALBAG_TSA_CA", "tsa/ca.pem").output().expect("it runs").status.code(), Some(0));
}

#[test]
fn thousands_of_tokens_need_no_more_memory_than_one() {
    let scene = Scene::sealed();
    let custody = scene.office.path("A1.bag/custody");
    let token = scene.lay("2026-03-02 08:10:00", 0, 1);
    let mut command = scene.office.command(["verify", "A1.bag", "--json"]);
    command.args(ROSTER).args(TSA);
    let limit = std::time::Duration::from_secs(900);
    let one = peak_memory(&command, 0, limit);
    for number in 2..=2000 {
        fs::copy(&token, custody.join(format!("000000.{number}.tsr"))).expect("a copy");
    }
    let many = peak_memory(&command, 0, limit);
    assert!(many < one + (16 << 20), "{one} bytes for one token, {many} for 2,000");
    let verification = scene.judge();
    expect(&verification, "confirmed", &[]);
    assert_eq!(verification.verdict["attested"]["holding"], 2000);
}

#[test]
fn the_writer_refuses_a_time_before_a_token_that_the_log_lists() {
    let scene = Scene::sealed();
    scene.enters_token("2026-03-02 09:00:00", "2026-03-02 08:57:00", 0);
    let store = ["custody", "store", "A1.bag", "--storage-location", "Room 3", "--purpose", "keeping"];
    let store = [&store[..], &ROSTER, &TSA, &["--key", "officer.key"]].concat();
    let refused = scene.at("2026-03-02 08:53:30", &store).expect_code(64);
    assert!(refused.stderr.contains("a time-stamp in this log attests"), "{}", refused.stderr);
    assert!(!scene.office.path("A1.bag/custody/000002.txt").exists(), "nothing was entered");
    scene.at("2026-03-02 09:05:00", &store).expect_code(0);
    expect(&scene.judge(), "confirmed_with_remarks", &["time.clock_behind", "time.uncovered"]);
}
