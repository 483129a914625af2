//! Every type in every state: the table of "States", once for each of its cells.

use super::super::anchors::by_keys;
use super::super::log::{Log, TOKEN, place};
use super::super::people::{lab, officer, second};
use super::{Vector, breaks, holds};

/// Every type that this version reads.
pub(in super::super) const TYPES: [&str; 25] = [
    "countersign",
    "refuse_to_sign",
    "timestamp",
    "verify",
    "store",
    "access",
    "release",
    "export",
    "accept",
    "refuse",
    "cancel",
    "copy",
    "redact",
    "examine_start",
    "examine_end",
    "open",
    "reseal",
    "disclose",
    "object",
    "correct",
    "hold",
    "unhold",
    "return",
    "dispose",
    "incident",
];

/// States and the types that they allow; `held` allows all but those of its line.
const ALLOWED: [(&str, &[&str]); 7] = [
    ("held", &["accept", "refuse", "cancel", "examine_end", "reseal"]),
    ("in_transit", &["accept", "refuse", "cancel", "object", "incident", "countersign", "timestamp", "verify"]),
    (
        "opened",
        &[
            "reseal",
            "access",
            "hold",
            "unhold",
            "correct",
            "object",
            "incident",
            "countersign",
            "refuse_to_sign",
            "timestamp",
            "verify",
        ],
    ),
    (
        "under_examination",
        &[
            "examine_end",
            "access",
            "copy",
            "disclose",
            "hold",
            "unhold",
            "correct",
            "object",
            "incident",
            "countersign",
            "refuse_to_sign",
            "timestamp",
            "verify",
        ],
    ),
    ("returned", ENDED),
    ("disposed", ENDED),
    ("resealed", ENDED),
];

const ENDED: &[&str] = &["correct", "object", "incident", "countersign", "refuse_to_sign", "timestamp", "verify"];

fn is_allowed(state: &str, kind: &str) -> bool {
    let (_, listed) = ALLOWED.iter().find(|(name, _)| *name == state).expect("a state");
    listed.contains(&kind) != (state == "held")
}

/// The state after an allowed event.
fn next<'a>(state: &'a str, kind: &str) -> &'a str {
    match kind {
        "release" | "export" => "in_transit",
        "accept" | "refuse" | "cancel" | "examine_end" => "held",
        "open" => "opened",
        "examine_start" => "under_examination",
        "return" => "returned",
        "dispose" => "disposed",
        "reseal" => "resealed",
        _ => state,
    }
}

/// Brings a log that is held by the officer into a state.
fn lead(log: Log, state: &str) -> Log {
    match state {
        "in_transit" => log.then("release", &officer()),
        "opened" => log.then("open", &officer()),
        "under_examination" => log.then("examine_start", &officer()),
        "returned" => log.then("return", &officer()),
        "disposed" => log.then("dispose", &officer()),
        "resealed" => log.then("open", &officer()).then("reseal", &officer()),
        _ => log,
    }
}

/// The remark that an event of a type brings by itself.
pub(super) fn remark_of(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "examine_start" => "custody.examined_original",
        "object" => "custody.objection",
        "incident" => "custody.incident",
        "correct" => "custody.corrected",
        "refuse_to_sign" => "custody.refused_to_sign",
        _ => return None,
    })
}

/// The remark that a log brings which ends in a state.
fn remark_at_end(state: &str) -> Option<&'static str> {
    Some(match state {
        "in_transit" => "custody.transfer_open",
        "opened" | "under_examination" => "custody.unfinished",
        "resealed" => "custody.resealed",
        _ => return None,
    })
}

pub(super) fn vectors() -> Vec<Vector> {
    ALLOWED.iter().flat_map(|(state, _)| TYPES.iter().map(|kind| cell(state, kind))).collect()
}

fn cell(state: &str, kind: &str) -> Vector {
    let mut log = Log::new();
    let needs_hold = kind == "unhold" && !["returned", "disposed", "resealed"].contains(&state);
    // A hold stands against opening, so it comes behind.
    if needs_hold && state != "opened" {
        log = log.then("hold", &officer());
    }
    log = lead(log, state);
    if needs_hold && state == "opened" {
        log = log.then("hold", &officer());
    }
    let reached = log.events.len();
    let mut found: Vec<(&'static str, String)> = vec![];
    if state == "under_examination" {
        found.push(("custody.examined_original", place(reached - 1)));
    }
    let actor = match kind {
        "accept" | "refuse" if state == "in_transit" => lab(),
        "countersign" => second(),
        _ => officer(),
    };
    log = log.then(kind, &actor);
    if kind == "timestamp" {
        log.bag.put("custody/000000.1.tsr", TOKEN);
        found.push(("time.token_not_checked", String::new()));
    }
    let name = format!("custody-state-{}-{}", state.replace('_', "-"), kind.replace('_', "-"));
    let allowed = is_allowed(state, kind);
    if allowed {
        found.extend(remark_of(kind).map(|code| (code, place(reached))));
        if (state, kind) == ("in_transit", "countersign") {
            found.push(("custody.late_countersignature", place(reached)));
        }
        found.extend(remark_at_end(next(state, kind)).map(|code| (code, "custody/".to_owned())));
    } else if ["accept", "refuse", "cancel"].contains(&kind) {
        found.push(("custody.no_release", place(reached)));
    } else {
        found.push(("custody.not_allowed", place(reached)));
    }
    let found: Vec<_> = found.iter().map(|(code, place)| (*code, &place[..])).collect();
    let state = state.replace('_', " ");
    if allowed {
        holds(&name, &format!("{kind} is allowed while the exhibit is {state}"), log, by_keys(), &found)
    } else {
        breaks(&name, &format!("{kind} is not allowed while the exhibit is {state}"), log, by_keys(), &found)
    }
}
