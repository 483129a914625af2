//! Validity and compromise of keys.

use super::{Vector, breaks, holds, open};
use crate::vectors::anchors::{Anchors, with_roster};
use crate::vectors::draft::Parts;
use crate::vectors::log::{Log, after, place};
use crate::vectors::people::{lab, officer};
use crate::vectors::roster::Roster;

/// The roster of two: the officer as always, the laboratory's key with further fields.
fn with_lab(name: &str, fields: &[(&str, &str)]) -> Anchors {
    let mut roster = Roster::usual(1);
    roster.record.strike_table("key");
    roster = roster.key(&officer(), &["investigator"]).key(&lab(), &["expert", "custodian"]);
    for (key, value) in fields {
        roster = roster.with("key", key, *value);
    }
    with_roster(&format!("roster-lab-{name}"), &roster)
}

/// The same with the fields on the officer's key.
fn with_officer(name: &str, fields: &[(&str, &str)]) -> Anchors {
    let mut roster = Roster::usual(1);
    roster.record.strike_table("key");
    roster = roster.key(&lab(), &["expert"]).key(&officer(), &["investigator"]);
    for (key, value) in fields {
        roster = roster.with("key", key, *value);
    }
    with_roster(&format!("roster-officer-{name}"), &roster)
}

/// Validity and compromise of the key that signs event 1, at 08:42:44.
pub(super) fn validity() -> Vec<Vector> {
    let (seal, first) = (place(0), place(1));
    let stored = || Log::new().then("store", &lab());
    let time = after(30, 0);
    let (earlier, later) = (after(29, 59), after(30, 1));
    let before_issue = "2026-10-01T00:00:00Z";
    let bad = |name: &str, rule: &str, fields: &[(&str, &str)]| {
        let found = [("custody.key_invalid", &first[..])];
        breaks(&format!("custody-key-{name}"), rule, stored(), with_lab(name, fields), &found)
    };
    let good = |name: &str, rule: &str, fields: &[(&str, &str)], found: &[(&'static str, &str)]| {
        holds(&format!("custody-key-{name}"), rule, stored(), with_lab(name, fields), found)
    };
    let old = |time: &'static str| {
        Log::seal(Parts { time: time.to_owned(), ..Parts::small() })
            .then_with(|log| log.event("store", &lab()).at("2026-09-01T12:00:00Z"))
    };
    let compromised = |name: &str, rule: &str, since: &str| {
        let found = [("custody.key_compromised", &first[..])];
        open(&format!("custody-key-{name}"), rule, stored(), with_lab(name, &[("compromised_since", since)]), &found)
    };
    vec![
        bad("before-valid-from", "a key is not valid before its time", &[("valid_from", &later)]),
        good("at-valid-from", "a key is valid from the first second", &[("valid_from", &time)], &[]),
        bad("at-valid-to", "a key is not valid at its end", &[("valid_to", &time)]),
        bad("after-valid-to", "a key is not valid after its end", &[("valid_to", &earlier)]),
        good("one-second-before-valid-to", "a key is valid to the last second", &[("valid_to", &later)], &[]),
        bad("at-retired", "a key is not valid from its retirement on", &[("retired", &time)]),
        bad("after-retired", "a key is not valid after its retirement", &[("retired", &earlier)]),
        good(
            "retired-since",
            "a key that was retired later is a remark",
            &[("retired", &later), ("reason", "left the service")],
            &[("custody.key_retired", &first)],
        ),
        good(
            "retired-and-ends-later",
            "retirement counts, whatever the end",
            &[("valid_to", "2027-01-01T00:00:00Z"), ("retired", &later)],
            &[("custody.key_retired", &first)],
        ),
        holds(
            "custody-key-expired-since",
            "a key that has expired since is a remark",
            old("2026-09-01T11:00:00Z"),
            with_lab("expired-since", &[("valid_to", before_issue)]),
            &[("custody.key_expired", &first)],
        ),
        holds(
            "custody-key-expires-when-the-roster-is-issued",
            "a key that ends when the roster is issued has expired",
            old("2026-09-01T11:00:00Z"),
            with_lab("expired-at-issue", &[("valid_to", "2026-11-01T00:00:00Z")]),
            &[("custody.key_expired", &first)],
        ),
        holds(
            "custody-key-expires-after-the-roster-is-issued",
            "a key that ends after the roster is issued has not expired",
            old("2026-09-01T11:00:00Z"),
            with_lab("expired-after-issue", &[("valid_to", "2026-11-01T00:00:01Z")]),
            &[],
        ),
        compromised("compromised-before", "a key that somebody else may have had", &earlier),
        compromised("compromised-later", "no time-stamp shows that it was signed before", "2026-12-01T00:00:00Z"),
        breaks(
            "custody-key-compromised-and-expired",
            "validity is judged before compromise",
            stored(),
            with_lab("compromised-and-expired", &[("valid_to", &earlier), ("compromised_since", &earlier)]),
            &[("custody.key_invalid", &first)],
        ),
        breaks(
            "custody-key-wrong-role-and-expired",
            "the role is judged before validity",
            Log::new().then("release", &officer()).then("accept", &lab()).then("hold", &lab()),
            with_lab("wrong-role-and-expired", &[("valid_to", &after(90, 0))]),
            &[("custody.wrong_role", &place(3))],
        ),
        open(
            "custody-key-compromised-and-a-bad-event",
            "after an event that cannot be judged nothing is replayed",
            stored().then("accept", &lab()),
            with_lab("compromised-and-a-bad-event", &[("compromised_since", &earlier)]),
            &[("custody.key_compromised", &first)],
        ),
        breaks(
            "custody-key-of-the-seal-invalid",
            "the key of event 0 is judged too",
            Log::new(),
            with_officer("invalid", &[("valid_from", &later)]),
            &[("custody.key_invalid", &seal)],
        ),
        open(
            "custody-key-of-the-seal-compromised",
            "the key of event 0 is judged too",
            Log::new(),
            with_officer("compromised", &[("compromised_since", &later)]),
            &[("custody.key_compromised", &seal)],
        ),
        holds(
            "custody-key-of-the-seal-expired-since",
            "the key of event 0 may have expired since",
            Log::seal(Parts { time: "2026-09-01T11:00:00Z".to_owned(), ..Parts::small() }),
            with_officer("expired-since", &[("valid_to", before_issue)]),
            &[("custody.key_expired", &seal)],
        ),
        holds(
            "custody-key-of-the-seal-retired-since",
            "the key of event 0 may have been retired since",
            Log::new(),
            with_officer("retired-since", &[("retired", &later)]),
            &[("custody.key_retired", &seal)],
        ),
    ]
}
