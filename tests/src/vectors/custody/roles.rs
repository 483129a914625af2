//! Rules 12 to 14: roles, validity, compromise; of event 0 and of those after it.

use super::super::anchors::{Anchors, by_roster, with_roster};
use super::super::draft::Parts;
use super::super::log::{Log, after, place};
use super::super::people::{self, Person, lab, officer, prosecutor, second};
use super::super::roster::Roster;
use super::matrix::remark_of;
use super::{Vector, breaks, holds, open};

/// Every role that the page knows.
const ROLES: [&str; 12] = [
    "investigator",
    "inquirer",
    "specialist",
    "expert",
    "custodian",
    "courier",
    "prosecutor",
    "judge",
    "court",
    "submitter",
    "foreign_authority",
    "central_authority",
];

/// The roles that may sign a type; types for every role are not listed.
const MAY: [(&[&str], &[&str]); 10] = [
    (
        &["release", "accept", "refuse", "cancel"],
        &[
            "investigator",
            "inquirer",
            "specialist",
            "expert",
            "custodian",
            "courier",
            "prosecutor",
            "submitter",
            "foreign_authority",
            "central_authority",
        ],
    ),
    (&["export"], &["investigator", "inquirer", "prosecutor", "central_authority"]),
    (&["redact"], &["specialist", "expert"]),
    (&["examine_start", "examine_end"], &["specialist", "expert"]),
    (&["open", "reseal"], &["investigator", "inquirer", "specialist", "expert", "custodian"]),
    (&["disclose"], &["investigator", "inquirer", "prosecutor", "judge", "court"]),
    (&["hold", "unhold"], &["prosecutor", "judge", "court"]),
    (&["return"], &["investigator", "inquirer", "specialist", "expert", "custodian", "prosecutor"]),
    (&["dispose"], &["custodian"]),
    (&["refuse_to_sign"], &["investigator", "inquirer", "specialist", "expert", "custodian", "prosecutor"]),
];

/// Roles that may seal a bag that follows from no other.
const MAY_SEAL: [&str; 7] =
    ["investigator", "inquirer", "specialist", "expert", "submitter", "foreign_authority", "central_authority"];

fn may(kind: &str) -> &'static [&'static str] {
    MAY.iter().find(|(kinds, _)| kinds.contains(&kind)).map_or(&ROLES, |(_, roles)| roles)
}

/// What leads to the state in which a type is allowed.
fn before(kind: &str) -> &'static [&'static str] {
    match kind {
        "accept" | "refuse" | "cancel" => &["release"],
        "examine_end" => &["examine_start"],
        "reseal" => &["open"],
        "unhold" => &["hold"],
        _ => &[],
    }
}

/// The actor's first key may do everything; the second has the roles that are tested.
fn actors() -> (Person, Person) {
    (officer(), officer().with_second_key())
}

fn roster(name: &str, roles: &[&str]) -> Anchors {
    let (all, tested) = actors();
    let roster = Roster::of(&people::authority(), 1)
        .person(&all, &ROLES)
        .key(&tested, roles)
        .person(&second(), &ROLES)
        .with("key", "reason", "may do everything");
    with_roster(name, &roster)
}

/// A log in which the tested key signs an event of this type.
fn log(kind: &str) -> Log {
    let (all, tested) = actors();
    // Who accepts and refuses is somebody else than who released.
    let releaser = if ["accept", "refuse"].contains(&kind) { second() } else { all };
    let mut log = Log::new();
    if releaser.id == second().id {
        log = log.then_with(|log| log.event("release", &officer()).to(&second())).then("accept", &second());
    }
    for kind in before(kind) {
        log = log.then_with(|log| match *kind {
            "release" => {
                log.event("release", &releaser).to(if releaser.id == officer().id { &releaser } else { &tested })
            }
            kind => log.event(kind, &releaser),
        });
    }
    log.then(kind, &tested)
}

fn of_types() -> Vec<Vector> {
    let mut vectors = vec![];
    for kind in MAY.iter().flat_map(|(kinds, _)| *kinds) {
        let name = kind.replace('_', "-");
        let rest: Vec<&str> =
            ROLES.iter().copied().filter(|role| !may(kind).contains(role)).chain(["librarian"]).collect();
        let log = if *kind == "cancel" { cancelled() } else { log(kind) };
        let (last, mut found) = (place(log.events.len() - 1), vec![]);
        if *kind == "examine_end" {
            found.push(("custody.examined_original", place(1)));
        }
        let before: Vec<_> = found.iter().map(|(code, place)| (*code, &place[..])).collect();
        let named: Vec<_> = before.iter().copied().chain([("custody.wrong_role", &last[..])]).collect();
        let rule = format!("{kind} needs one of certain roles");
        let anchors = roster(&format!("roster-all-but-{name}"), &rest);
        vectors.push(breaks(&format!("custody-role-{name}-by-others"), &rule, log, anchors, &named));
    }
    vectors
}

/// A release by the officer, cancelled with the tested key.
fn cancelled() -> Log {
    let (all, tested) = actors();
    Log::new().then_with(|log| log.event("release", &all).to(&second())).then("cancel", &tested)
}

/// What a key with one role alone may do, as a story: type, actor, recipient.
fn story(role: &str) -> Vec<(&'static str, Person, Option<Person>)> {
    let (all, tested) = actors();
    let able = |kind: &str| may(kind).contains(&role) || may(kind).len() == ROLES.len();
    let mut story: Vec<_> = [
        "store",
        "access",
        "copy",
        "verify",
        "object",
        "incident",
        "correct",
        "refuse_to_sign",
        "redact",
        "disclose",
        "hold",
        "unhold",
    ]
    .into_iter()
    .filter(|kind| able(kind))
    .map(|kind| (kind, tested.clone(), None))
    .collect();
    let mut then = |kind: &'static str, actor: &Person, to: Option<Person>| story.push((kind, actor.clone(), to));
    if able("release") {
        then("release", &tested, Some(second()));
        then("cancel", &tested, None);
        then("release", &all, Some(second()));
        then("accept", &second(), None);
        then("release", &second(), Some(tested.clone()));
        then("refuse", &tested, None);
        then("release", &second(), Some(tested.clone()));
        then("accept", &tested, None);
    }
    if able("export") {
        then("export", &tested, Some(second()));
        then("cancel", &tested, None);
    }
    if able("examine_start") {
        then("examine_start", &tested, None);
        then("examine_end", &tested, None);
    }
    if able("dispose") {
        then("dispose", &tested, None);
    } else if able("open") && role != "inquirer" {
        then("open", &tested, None);
        then("reseal", &tested, None);
    } else if able("return") {
        then("return", &tested, None);
    }
    story
}

/// For each role one log in which a key with it alone does all that it may.
fn of_roles() -> Vec<Vector> {
    let of_role = |role: &str| {
        let mut log = Log::new();
        let mut found: Vec<(&'static str, String)> = vec![];
        for (kind, actor, to) in story(role) {
            found.extend(remark_of(kind).map(|code| (code, place(log.events.len()))));
            let event = log.event(kind, &actor);
            log.add(if let Some(to) = to { event.to(&to) } else { event });
            found.extend((kind == "reseal").then(|| ("custody.resealed", "custody/".to_owned())));
        }
        let found: Vec<_> = found.iter().map(|(code, place)| (*code, &place[..])).collect();
        let name = role.replace('_', "-");
        let rule = format!("what the role {role} may do");
        holds(&format!("custody-role-of-{name}"), &rule, log, roster(&format!("roster-{name}"), &[role]), &found)
    };
    ROLES.into_iter().chain(["librarian"]).map(of_role).collect()
}

fn of_the_seal() -> Vec<Vector> {
    let seal = place(0);
    let rest: Vec<&str> = ROLES.iter().copied().filter(|role| !MAY_SEAL.contains(role)).chain(["librarian"]).collect();
    let one = |role: &str| Roster::of(&people::authority(), 1).person(&officer(), &[role]);
    let mut vectors = vec![
        breaks(
            "custody-role-seal-by-others",
            "a seal needs one of certain roles",
            Log::new(),
            with_roster("roster-all-but-seal", &Roster::of(&people::authority(), 1).person(&officer(), &rest)),
            &[("custody.wrong_role", &seal)],
        ),
        breaks(
            "custody-role-seal-and-a-bad-event",
            "after a bad event 0 nothing is replayed",
            Log::new().then("accept", &lab()),
            with_roster("roster-sealer-courier", &one("courier")),
            &[("custody.wrong_role", &seal)],
        ),
    ];
    for role in MAY_SEAL {
        let name = role.replace('_', "-");
        let anchors = with_roster(&format!("roster-sealer-{name}"), &one(role));
        vectors.push(holds(
            &format!("custody-role-seal-by-{name}"),
            &format!("the role {role} may seal"),
            Log::new(),
            anchors,
            &[],
        ));
    }
    vectors
}

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
fn validity() -> Vec<Vector> {
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

/// A log by roster, from the seal to the disposal.
fn by_everybody() -> Vector {
    let custodian = people::custodian();
    let log = Log::new()
        .then("countersign", &second())
        .then_with(|log| log.event("release", &officer()).to(&custodian))
        .then("accept", &custodian)
        .then("store", &custodian)
        .then("hold", &prosecutor())
        .then("release", &custodian)
        .then("accept", &lab())
        .then("examine_start", &lab())
        .then("access", &custodian)
        .then("examine_end", &lab())
        .then_with(|log| log.event("release", &lab()).to(&custodian))
        .then("accept", &custodian)
        .then("unhold", &prosecutor())
        .then("dispose", &custodian);
    let found = [("custody.examined_original", &place(8)[..])];
    holds("custody-role-whole-story", "everybody does what the roster allows", log, by_roster(), &found)
}

pub(super) fn vectors() -> impl Iterator<Item = Vector> {
    of_types().into_iter().chain(of_roles()).chain(of_the_seal()).chain(validity()).chain([by_everybody()])
}
