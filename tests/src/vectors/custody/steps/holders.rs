//! Who may: the holder, a person with several keys, certain roles.

use super::{Vector, breaks, holds, named};
use crate::vectors::anchors::with_roster;
use crate::vectors::log::{Log, place};
use crate::vectors::people::{Person, custodian, lab, officer, second, thief};
use crate::vectors::roster::Roster;

/// Rule 4 for each type, by an officer who does not hold the exhibit.
pub(super) fn holders() -> Vec<Vector> {
    let mut vectors = vec![];
    for kind in ["release", "export", "open", "examine_start", "return", "dispose", "store", "access", "copy"] {
        let rule = format!("{kind} is for the holder");
        let name = kind.replace('_', "-");
        let log = Log::new().then(kind, &second());
        vectors.push(named(&format!("{name}-by-another"), &rule, log, &[], "custody.not_holder"));
        let log = Log::new().then(kind, &thief());
        vectors.push(named(&format!("{name}-by-a-stranger"), &rule, log, &[], "custody.not_holder"));
    }
    vectors.push(named(
        "reseal-by-another",
        "reseal is for the holder",
        Log::new().then("open", &officer()).then("reseal", &second()),
        &[],
        "custody.not_holder",
    ));
    vectors.push(named(
        "examine-end-by-another",
        "examine_end is for the holder",
        Log::new().then("examine_start", &officer()).then("examine_end", &second()),
        &[("custody.examined_original", &place(1))],
        "custody.not_holder",
    ));
    for (kind, allowed, refused) in [
        ("store", &["custodian"][..], &["expert", "specialist", "investigator", "court"][..]),
        ("access", &["custodian"], &["expert", "specialist", "investigator", "judge"]),
        ("copy", &["custodian", "specialist", "expert"], &["investigator", "prosecutor", "court"]),
    ] {
        let log = || Log::new().then(kind, &custodian());
        let anchors = |roles: &[&str], name: &str| {
            let roster = Roster::of(&crate::vectors::people::authority(), 1)
                .person(&officer(), &["investigator"])
                .person(&custodian(), roles);
            with_roster(&format!("roster-{kind}-{name}"), &roster)
        };
        for role in allowed {
            let rule = format!("{kind} may be by somebody with the role {role}");
            vectors.push(holds(&format!("custody-{kind}-by-role-{role}"), &rule, log(), anchors(&[role], role), &[]));
        }
        let rule = format!("{kind} is for the holder and certain roles");
        let found = [("custody.not_holder", &place(1)[..])];
        vectors.push(breaks(
            &format!("custody-{kind}-by-other-roles"),
            &rule,
            log(),
            anchors(refused, "others"),
            &found,
        ));
    }
    vectors
}

pub(super) fn people_and_keys() -> Vec<Vector> {
    let (first, other) = (officer(), officer().with_second_key());
    let roster = Roster::of(&crate::vectors::people::authority(), 1)
        .person(&first, &["investigator", "specialist"])
        .key(&other, &["investigator", "specialist"])
        .person(&Person { name: officer().name, ..second() }, &["investigator"])
        .person(&lab(), &["expert"]);
    let by = || with_roster("roster-two-keys", &roster);
    let bad = |name: &str, rule: &str, log: Log, code: &'static str| {
        let last = place(log.events.len() - 1);
        breaks(&format!("custody-{name}"), rule, log, by(), &[(code, &last)])
    };
    vec![
        holds(
            "custody-person-with-two-keys",
            "the holder is a person, with whichever key",
            Log::new().then("store", &other),
            by(),
            &[],
        ),
        bad(
            "person-releases-to-own-second-key",
            "nobody hands over to themselves, with whichever key",
            Log::new().then_with(|log| log.event("release", &first).to(&other)),
            "custody.self_transfer",
        ),
        bad(
            "person-countersigns-with-second-key",
            "nobody countersigns their own event, with whichever key",
            Log::new().then("countersign", &other),
            "custody.own_countersignature",
        ),
        bad(
            "person-accepts-with-second-key",
            "the very key that is named accepts",
            Log::new()
                .then("release", &first)
                .then("accept", &lab())
                .then_with(|log| log.event("release", &lab()).to(&first))
                .then("accept", &other),
            "custody.wrong_acceptor",
        ),
        holds(
            "custody-namesake-receives",
            "two people may have one name",
            Log::new()
                .then_with(|log| log.event("release", &first).to(&second()))
                .then_with(|log| log.event("accept", &Person { name: officer().name, ..second() })),
            by(),
            &[],
        ),
        holds(
            "custody-namesake-countersigns",
            "two people may have one name",
            Log::new().then("countersign", &Person { name: officer().name, ..second() }),
            by(),
            &[],
        ),
    ]
}
