//! Rules 12 to 14: roles, validity, compromise; of event 0 and of those after it.

mod validity;

use super::matrix::remark_of;
use super::{Vector, breaks, holds, open};
use crate::vectors::anchors::{Anchors, by_roster, with_roster};
use crate::vectors::log::{Log, place};
use crate::vectors::people;
use crate::vectors::people::{Person, lab, officer, prosecutor, second};
use crate::vectors::roster::Roster;

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
    of_types().into_iter().chain(of_roles()).chain(of_the_seal()).chain(validity::validity()).chain([by_everybody()])
}
