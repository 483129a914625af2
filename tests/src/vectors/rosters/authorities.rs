//! Keys that stand in the rosters of two authorities: which role and validity count.

use super::{Edit, breaks, holds, naming as sealed_naming, open};
use crate::vectors::Vector;
use crate::vectors::anchors::{Anchors, by_roster};
use crate::vectors::log::{Log, after, digest, place};
use crate::vectors::people::{Person, authority, authority_abroad, lab, officer, thief};
use crate::vectors::roster::Roster;

pub(super) fn two_authorities() -> Vec<Vector> {
    let abroad = |edit: Edit| {
        edit(
            Roster::of(&authority_abroad(), 1)
                .person(&Person { id: "guest".to_owned(), ..lab() }, &["judge"])
                .person(&Person { id: "guest-officer".to_owned(), ..officer() }, &["courier"]),
        )
    };
    let both = |name: &str, edit: Edit| {
        by_roster().authority(&authority_abroad()).roster(&format!("roster-{name}"), &abroad(edit))
    };
    let naming = |authority: &Person| {
        let authority = authority.line();
        Log::new().then_with(move |log| {
            log.event("hold", &lab()).with("roster", "authority", authority).with("roster", "version", 1).with(
                "roster",
                "sha256",
                digest(&Roster::usual(1).file()),
            )
        })
    };
    let held_abroad = Log::new().then_with(|log| {
        log.event("hold", &lab())
            .with("roster", "authority", authority_abroad().line())
            .with("roster", "version", 1)
            .with("roster", "sha256", digest(&abroad(|roster| roster).file()))
    });
    let first = place(1);
    vec![
        breaks(
            "two-authorities",
            "a key in two rosters has the role that the first gives",
            Log::new().then("hold", &lab()),
            both("abroad", |roster| roster),
            &[("custody.wrong_role", &first)],
        ),
        breaks(
            "two-authorities-the-event-names-one",
            "which roster an event names makes no difference to the role",
            held_abroad,
            both("abroad", |roster| roster),
            &[("custody.wrong_role", &first)],
        ),
        breaks(
            "two-authorities-the-event-names-the-first",
            "which roster an event names makes no difference to the role",
            naming(&authority()),
            both("abroad", |roster| roster),
            &[("custody.wrong_role", &first)],
        ),
        breaks(
            "two-authorities-the-event-names-a-third",
            "a key in two rosters has the role that the first gives",
            naming(&thief()),
            both("abroad", |roster| roster),
            &[("custody.wrong_role", &first)],
        ),
        breaks(
            "two-authorities-in-another-order",
            "the order of the authorities counts",
            Log::new(),
            Anchors::default()
                .authority(&authority_abroad())
                .authority(&authority())
                .roster("roster", &Roster::usual(1))
                .roster("roster-abroad", &abroad(|roster| roster)),
            &[("custody.wrong_role", &place(0))],
        ),
        open(
            "two-authorities-one-says-compromised",
            "a key that any authority calls compromised is",
            Log::new(),
            both("abroad-compromised", |roster| roster.with("key", "compromised_since", after(30, 0))),
            &[("custody.key_compromised", &place(0))],
        ),
        open(
            "two-authorities-one-without-roster",
            "every authority needs a roster",
            Log::new(),
            by_roster().authority(&authority_abroad()),
            &[("roster.missing", "")],
        ),
        holds(
            "two-authorities-each-with-people",
            "two authorities vouch for their own people",
            Log::new().then_with(|log| log.event("release", &officer()).to(&thief())).then("accept", &thief()),
            by_roster().authority(&authority_abroad()).roster(
                "roster-of-the-thief-abroad",
                &Roster::of(&authority_abroad(), 7).person(&thief(), &["courier"]),
            ),
            &[],
        ),
        breaks(
            "two-authorities-one-person",
            "one key is one person",
            Log::new().then_with(|log| log.event("release", &officer()).to(&officer())),
            both("abroad", |roster| roster),
            &[("custody.self_transfer", &first)],
        ),
    ]
}

/// A roster in which the officer's key ends, or does not.
fn ending(authority: &Person, end: Option<(&str, &str)>) -> Roster {
    let roster = Roster::of(authority, 1).person(&officer(), &["investigator"]);
    match end {
        Some((key, time)) => roster.with("key", key, time),
        None => roster,
    }
}

/// A key that one authority says has ended; the authorities in both orders.
pub(super) fn ends() -> Vec<Vector> {
    const PAST: &str = "2026-11-01T00:00:00Z";
    const LATER: &str = "2026-11-29T00:00:00Z";
    let seal = place(0);
    let home = |end| ("home", ending(&authority(), end));
    let abroad = |end| ("abroad", ending(&authority_abroad(), end));
    let given = |rosters: &[(&str, Roster)], end: &str| {
        rosters.iter().fold(Anchors::default(), |anchors, (name, roster)| {
            let is_plain = roster.record.value("key", "retired").or(roster.record.value("key", "valid_to")).is_none();
            let end = if is_plain { "unlimited" } else { end };
            anchors.authority(&roster.authority).roster(&format!("roster-officer-{name}-{end}"), roster)
        })
    };
    let mut vectors = vec![];
    for (word, time) in [("before", PAST), ("later", LATER)] {
        let retired = Some(("retired", time));
        let rows = [
            ("by-the-first", [home(retired), abroad(None)]),
            ("by-the-second", [home(None), abroad(retired)]),
            ("by-the-first-in-another-order", [abroad(retired), home(None)]),
            ("by-the-second-in-another-order", [abroad(None), home(retired)]),
        ];
        for (who, rosters) in rows {
            // The seal names the one that does not say so, as a signer would who may choose.
            let silent = rosters.iter().find(|(_, roster)| roster.record.value("key", "retired").is_none());
            let silent = &silent.expect("one does not say so").1;
            let anchors = given(&rosters, &format!("retired-{word}"));
            let logs = [
                ("", Log::new()),
                ("-the-seal-names-the-other", sealed_naming(&silent.authority, 1, &digest(&silent.file()))),
            ];
            for (naming, log) in logs {
                let name = format!("two-authorities-retired-{word}-{who}{naming}");
                let (rule, anchors) = ("a key that any authority calls retired is", anchors.clone());
                vectors.push(if time == PAST {
                    breaks(&name, rule, log, anchors, &[("custody.key_invalid", &seal)])
                } else {
                    holds(&name, rule, log, anchors, &[("custody.key_retired", &seal)])
                });
            }
        }
    }
    let ended = Some(("valid_to", PAST));
    vectors.extend([
        breaks(
            "two-authorities-retired-by-both",
            "a key is retired since the earliest moment in any roster",
            Log::new(),
            Anchors::default()
                .authority(&authority())
                .authority(&authority_abroad())
                .roster("roster-officer-home-retired-later", &ending(&authority(), Some(("retired", LATER))))
                .roster("roster-officer-abroad-retired-before", &ending(&authority_abroad(), Some(("retired", PAST)))),
            &[("custody.key_invalid", &seal)],
        ),
        breaks(
            "two-authorities-ended-by-the-first",
            "the validity of a key is that of the first roster that lists it",
            sealed_naming(&authority_abroad(), 1, &digest(&ending(&authority_abroad(), None).file())),
            given(&[home(ended), abroad(None)], "ended"),
            &[("custody.key_invalid", &seal)],
        ),
        holds(
            "two-authorities-ended-by-the-second",
            "the validity of a key is that of the first roster that lists it",
            sealed_naming(&authority_abroad(), 1, &digest(&ending(&authority_abroad(), ended).file())),
            given(&[home(None), abroad(ended)], "ended"),
            &[],
        ),
    ]);
    vectors
}
