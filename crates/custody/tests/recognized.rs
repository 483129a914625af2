//! `docs/spec/recognition.md`, "What it covers": a log whose people count only because one authority recognises another.

#[path = "recognized/log.rs"]
mod log;
#[path = "recognized/scene.rs"]
mod scene;

use scene::{begin, entry, event, key, recognized, roster, seal, text, time, withdrawn};
use sealbag_custody::event::{EventType, TokenReference};
use sealbag_custody::key::Signer;
use sealbag_custody::replay::{Breach, Person as Attributed, Remark, Replay, Vouching};
use sealbag_custody::roster::RosterInUse;
use sealbag_custody::scalar::UtcTime;
use sealbag_custody::time::{Attestation, Timeline};
use sealbag_manifest::digest::Sha256Digest;

#[test]
fn each_event_is_covered_by_itself() {
    let rosters = [recognized(vec![entry("officer", &["investigator"])], &["investigator"], "2026-11-24T00:00:00Z")];
    let (replay, zero) = begin(&rosters, &[]);
    assert_eq!(zero.breach, None, "its first moment is covered");
    assert!(matches!(zero.remarks.as_slice(), [Remark::Recognized(words)] if words.contains("a request")));
    let inside = replay.judge(&event(EventType::Access, "officer", "2026-11-23T23:59:59Z"));
    assert!(inside.breach.is_none() && matches!(inside.person, Some(Attributed::Listed { .. })));
    // That the key signed event 0 makes it nobody's own afterwards.
    for at in ["2026-11-24T00:00:00Z", "2026-12-01T00:00:00Z"] {
        let outside = replay.judge(&event(EventType::Access, "officer", at));
        assert!(matches!(outside.breach, Some(Breach::NotRecognized(_))), "{at}: {outside:?}");
        assert_eq!(outside.person, None);
    }
    let objection = replay.judge(&event(EventType::Object, "officer", "2026-12-01T00:00:00Z"));
    assert_eq!((objection.breach, objection.person), (None, None));
    assert!(matches!(&objection.remarks[0], Remark::Unattributed { why: Some(why), .. } if why.contains("is outside")));
}

#[test]
fn only_the_roles_that_are_recognised_count_and_a_wrong_role_stays_wrong() {
    let keys = || vec![entry("officer", &["investigator", "custodian"])];
    let narrow = [recognized(keys(), &["custodian"], "2027-01-01T00:00:00Z")];
    let (_, zero) = begin(&narrow, &[]);
    assert!(matches!(zero.breach, Some(Breach::NotRecognized(_))), "a custodian seals nothing: {zero:?}");
    let wide = [recognized(keys(), &["investigator"], "2027-01-01T00:00:00Z")];
    let (replay, zero) = begin(&wide, &[]);
    assert_eq!(zero.breach, None);
    let hold = replay.judge(&event(EventType::Hold, "officer", "2026-12-01T00:00:00Z"));
    assert!(matches!(hold.breach, Some(Breach::WrongRole { .. })), "no role of the key may order a hold: {hold:?}");
    // A custodian may look at what somebody else holds, if recognised as a custodian.
    for (roles, is_good) in [(&["investigator", "custodian"][..], true), (&["investigator"], false)] {
        let keys = vec![entry("officer", &["investigator"]), entry("lab", &["custodian", "investigator"])];
        let rosters = [recognized(keys, roles, "2027-01-01T00:00:00Z")];
        let (replay, _) = begin(&rosters, &[]);
        let access = replay.judge(&event(EventType::Access, "lab", "2026-12-01T00:00:00Z"));
        assert_eq!(access.breach.is_none(), is_good, "{access:?}");
    }
}

#[test]
fn a_key_that_was_given_needs_no_recognition() {
    let rosters = [recognized(vec![entry("officer", &["investigator"])], &["investigator"], "2026-11-24T00:00:00Z")];
    let given = [key("officer").public_key().clone()];
    let (replay, zero) = begin(&rosters, &given);
    assert_eq!(zero.breach, None);
    let later = replay.judge(&event(EventType::Access, "officer", "2026-12-01T00:00:00Z"));
    assert_eq!((later.breach, later.person), (None, Some(Attributed::of_key(&given[0]))));
}

#[test]
fn a_recognised_roster_says_nothing_of_a_key_that_an_own_roster_lists() {
    let mut theirs = entry("officer", &["expert"]);
    theirs.compromised_since = Some(time("2020-01-01T00:00:00Z"));
    theirs.retired = Some(time("2021-01-01T00:00:00Z"));
    theirs.person = text("mallory");
    let mut second = entry("lab", &["investigator"]);
    second.person = text("mallory");
    let abroad = recognized(vec![theirs, second], &["investigator", "expert"], "2027-01-01T00:00:00Z");
    let own = RosterInUse::own(roster("home", vec![entry("officer", &["investigator"])]));
    for rosters in [[own.clone(), abroad.clone()], [abroad, own]] {
        let (replay, zero) = begin(&rosters, &[]);
        assert_eq!((zero.breach, zero.remarks.len()), (None, 0), "neither retired nor compromised, nor by recognition");
        assert_eq!(replay.holder().name, "officer");
        assert!(replay.is_held_by(key("officer").public_key()));
        // Nor does it make its own person the holder, by naming the holder's key.
        assert!(!replay.is_held_by(key("lab").public_key()));
        let access = replay.judge(&event(EventType::Access, "lab", "2026-12-01T00:00:00Z"));
        assert!(matches!(access.breach, Some(Breach::NotHolder { .. })), "{access:?}");
    }
}

#[test]
fn no_claim_brings_an_event_back_into_a_period_that_ended_before_what_it_follows_from() {
    let rosters = [recognized(vec![entry("officer", &["investigator"])], &["investigator"], "2026-11-24T00:00:00Z")];
    let (zero, inside) = (seal(), "2026-11-23T23:00:00Z");
    let attested = |time: UtcTime| {
        let sha256 = Sha256Digest([7; 32]);
        Timeline::new(vec![Attestation { from: 0, to: 0, number: Some(1), sha256, earliest: time, latest: time }])
    };
    let after = |timeline: &Timeline| {
        let vouching = Vouching { rosters: &rosters, times: Some(timeline), ..Vouching::default() };
        let (mut replay, _) = Replay::begin(zero.record(), zero.hash(), vouching);
        let mut stamp = event(EventType::Timestamp, "officer", inside);
        stamp.index = 1;
        stamp.late_reason = Some(text("the stick was elsewhere"));
        stamp.token = vec![TokenReference { index: 0, event: zero.hash(), number: 1, sha256: Sha256Digest([7; 32]) }];
        let judged = replay.judge(&stamp);
        assert_eq!(judged.breach, None);
        replay.stand(&stamp, Sha256Digest([1; 32]), &judged);
        let mut late = event(EventType::Access, "officer", inside);
        (late.index, late.late_reason) = (2, Some(text("written down later")));
        replay.judge(&late)
    };
    let covered = after(&attested(time("2026-11-23T23:59:59Z")));
    assert!(covered.breach.is_none() && covered.person.is_some(), "{covered:?}");
    let ended = after(&attested(time("2026-11-24T00:00:00Z")));
    assert!(matches!(ended.breach, Some(Breach::NotRecognized(_))), "{ended:?}");
    assert_eq!(ended.person, None);
}

#[test]
fn a_recognition_that_was_withdrawn_covers_nothing_from_that_moment_on() {
    let keys = vec![entry("officer", &["investigator"])];
    let rosters = [withdrawn(keys, &["investigator"], "2027-01-01T00:00:00Z", Some("2026-12-01T00:00:00Z"))];
    let (replay, zero) = begin(&rosters, &[]);
    assert_eq!(zero.breach, None);
    let access = |at: &str| replay.judge(&event(EventType::Access, "officer", at));
    let before = access("2026-11-30T23:59:59Z");
    assert!(before.breach.is_none() && before.person.is_some(), "{before:?}");
    for at in ["2026-12-01T00:00:00Z", "2026-12-02T00:00:00Z"] {
        let after = access(at);
        assert!(matches!(&after.breach, Some(Breach::NotRecognized(why)) if why.contains("withdrew")), "{after:?}");
        assert_eq!(after.person, None);
    }
}
