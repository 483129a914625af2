//! Rules 1 to 11 of a step: references, who may, holds, what was verified, the order of times.

mod duties;
mod holders;
mod references;
mod transfers;

use super::{Found, Vector, breaks, holds};
use crate::vectors::anchors::by_keys;
use crate::vectors::log::{Log, after, digest, place};
use crate::vectors::page::Value;
use crate::vectors::people::{lab, officer, thief};

/// A log whose last event breaks a rule; the remarks of those before it come first.
fn named(name: &str, rule: &str, log: Log, before: &Found<'_>, code: &'static str) -> Vector {
    let last = place(log.events.len() - 1);
    let found: Vec<_> = before.iter().copied().chain([(code, &last[..])]).collect();
    breaks(&format!("custody-{name}"), rule, log, by_keys(), &found)
}

/// The officer releases to the laboratory.
fn released() -> Log {
    Log::new().then("release", &officer())
}

/// The laboratory holds.
fn handed_over() -> Log {
    released().then("accept", &lab())
}

/// Rules 10 and 11.
fn roots_and_times() -> Vec<Vector> {
    let other = digest(b"another tree");
    let mut vectors: Vec<Vector> = ["verify", "copy", "redact", "examine_start", "open", "return"]
        .iter()
        .map(|kind| {
            let log = Log::new().then_with(|log| log.event(kind, &officer()).with("verified", "root", &other));
            let name = format!("{}-of-another-root", kind.replace('_', "-"));
            named(&name, "what was verified is this bag", log, &[], "custody.other_root")
        })
        .collect();
    vectors.push(named(
        "accept-of-another-root",
        "what was verified is this bag",
        released().then_with(|log| log.event("accept", &lab()).with("verified", "root", &other)),
        &[],
        "custody.other_root",
    ));
    vectors.push(named(
        "access-with-another-root",
        "what was verified is this bag, in every type",
        Log::new().then_with(|log| {
            log.event("access", &officer()).with("verified", "outcome", "confirmed").with("verified", "root", &other)
        }),
        &[],
        "custody.other_root",
    ));
    vectors.push(named(
        "verify-of-another-root-by-a-stranger",
        "what was verified is this bag, whoever did it",
        Log::new().then_with(|log| log.event("verify", &thief()).with("verified", "root", &other)),
        &[],
        "custody.other_root",
    ));

    let at = |second: i64, reason: Option<&str>| {
        Log::new().then_with(|log| {
            let event = log.event("store", &officer()).at(&after(0, second));
            match reason {
                Some(reason) => event.with("", "late_reason", Value::from(reason)),
                None => event,
            }
        })
    };
    vectors.extend([
        named(
            "time-301-seconds-back",
            "time does not run back by more than 300 seconds",
            at(-301, None),
            &[],
            "custody.time_order",
        ),
        holds(
            "custody-time-300-seconds-back",
            "a clock may be 300 seconds behind",
            at(-300, None),
            by_keys(),
            &[("custody.clock_backwards", &place(1))],
        ),
        holds(
            "custody-time-1-second-back",
            "a clock that is behind is a remark",
            at(-1, None),
            by_keys(),
            &[("custody.clock_backwards", &place(1))],
        ),
        holds("custody-time-equal", "two events may have one time", at(0, None), by_keys(), &[]),
        holds(
            "custody-time-late-by-an-hour",
            "a late event says why",
            Log::new()
                .then_with(|log| log.event("store", &officer()).at(&after(120, 0)))
                .then_with(|log| log.event("store", &officer()).at(&after(60, 0)).with("", "late_reason", "no power")),
            by_keys(),
            &[("custody.late", &place(2))],
        ),
        holds(
            "custody-time-300-seconds-before-the-seal-with-a-reason",
            "a clock may be 300 seconds behind",
            at(-300, Some("no power")),
            by_keys(),
            &[("custody.late", &place(1))],
        ),
        named(
            "time-before-the-seal-with-a-reason",
            "nothing happens to an exhibit before it is sealed",
            at(-301, Some("no power")),
            &[],
            "custody.time_order",
        ),
        named(
            "time-before-its-release-with-a-reason",
            "nobody accepts before it is released",
            Log::new()
                .then_with(|log| log.event("release", &officer()).at(&after(1000, 0)))
                .then_with(|log| log.event("accept", &lab()).at(&after(600, 0)).with("", "late_reason", "no power")),
            &[],
            "custody.time_order",
        ),
        holds(
            "custody-time-late-by-a-minute",
            "a late event says why",
            at(-60, Some("no power")),
            by_keys(),
            &[("custody.late", &place(1))],
        ),
        holds(
            "custody-time-late-reason-in-order",
            "a reason makes an event late",
            at(60, Some("no power")),
            by_keys(),
            &[("custody.late", &place(1))],
        ),
        named(
            "time-behind-an-event-before-the-last",
            "an event is compared with the latest before it",
            Log::new()
                .then_with(|log| log.event("store", &officer()).at(&after(600, 0)))
                .then_with(|log| log.event("store", &officer()).at(&after(10, 0)).with("", "late_reason", "no power"))
                .then_with(|log| log.event("store", &officer()).at(&after(20, 0))),
            &[("custody.late", &place(2))],
            "custody.time_order",
        ),
        holds(
            "custody-time-of-a-stranger-counts-for-nobody",
            "the time of an unattributed event binds nobody",
            Log::new()
                .then_with(|log| log.event("object", &thief()).at("2031-01-01T00:00:00Z"))
                .then_with(|log| log.event("store", &officer())),
            by_keys(),
            &[("custody.unattributed", &place(1)), ("custody.objection", &place(1))],
        ),
        holds(
            "custody-time-of-a-stranger-is-not-judged",
            "the time of an unattributed event is not judged",
            Log::new().then_with(|log| log.event("object", &thief()).at("2001-01-01T00:00:00Z")),
            by_keys(),
            &[("custody.unattributed", &place(1)), ("custody.objection", &place(1))],
        ),
    ]);
    vectors
}

/// The first rule that is broken names the event.
fn first_rule() -> Vec<Vector> {
    let other = digest(b"another tree");
    vec![
        named(
            "order-of-rules-state-before-ref",
            "rule 1 comes before rule 2",
            Log::new().then_with(|log| log.event("accept", &thief()).about(&other).with("verified", "root", &other)),
            &[],
            "custody.no_release",
        ),
        named(
            "order-of-rules-ref-before-acceptor",
            "rule 2 comes before rule 3",
            released().then_with(|log| log.event("accept", &thief()).about(&other)),
            &[],
            "custody.wrong_ref",
        ),
        named(
            "order-of-rules-acceptor-before-root",
            "rule 3 comes before rule 10",
            released().then_with(|log| log.event("accept", &thief()).with("verified", "root", &other)),
            &[],
            "custody.wrong_acceptor",
        ),
        named(
            "order-of-rules-holder-before-hold",
            "rule 4 comes before rule 9",
            Log::new().then("hold", &officer()).then("dispose", &thief()),
            &[],
            "custody.not_holder",
        ),
        named(
            "hold-stands-against-opening",
            "what must be kept is not opened",
            Log::new().then("hold", &officer()).then("open", &officer()),
            &[],
            "custody.on_hold",
        ),
        named(
            "hold-stands-against-sealing-again",
            "a reseal would end the log, and the hold with it",
            Log::new().then("open", &officer()).then("hold", &officer()).then("reseal", &officer()),
            &[],
            "custody.on_hold",
        ),
        named(
            "order-of-rules-hold-before-root",
            "rule 9 comes before rule 10",
            Log::new().then("hold", &officer()).then_with(|log| {
                log.event("return", &officer()).with("verified", "root", &other).at("2020-01-01T00:00:00Z")
            }),
            &[],
            "custody.on_hold",
        ),
        named(
            "order-of-rules-root-before-time",
            "rule 10 comes before rule 11",
            Log::new().then_with(|log| {
                log.event("return", &officer()).with("verified", "root", &other).at("2020-01-01T00:00:00Z")
            }),
            &[],
            "custody.other_root",
        ),
    ]
}

pub(super) fn vectors() -> impl Iterator<Item = Vector> {
    let parts = [
        transfers::transfers(),
        references::references(),
        references::tokens(),
        holders::holders(),
        holders::people_and_keys(),
        duties::duties(),
        roots_and_times(),
        first_rule(),
    ];
    parts.into_iter().flatten()
}
