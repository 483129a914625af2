//! References to earlier events, and tokens.

use super::{Vector, breaks, holds, named};
use crate::vectors::anchors::by_keys;
use crate::vectors::log::{Event, Log, digest, place};
use crate::vectors::page::field;
use crate::vectors::people::{Person, officer, second};

pub(super) fn references() -> Vec<Vector> {
    let nowhere = digest(b"no event");
    let wrong_ref = |name: &str, rule: &str, log: Log| named(name, rule, log, &[], "custody.wrong_ref");
    let about = |kind: &'static str, by: Person, hash: &str| {
        let hash = hash.to_owned();
        Log::new().then_with(move |log| log.event(kind, &by).about(&hash))
    };
    let corrects = |event: &str| {
        let texts = [("event", event), ("field", "purpose"), ("value", "b"), ("reason", "a slip")];
        let mut correct = Event::new("correct", &officer());
        correct.record.push("correction", texts.map(|(key, value)| field(key, value)).into());
        Log::new().then_with(|_| correct)
    };
    let stamps = |index: u64, event: &str| {
        let mut stamp = Event::new("timestamp", &officer());
        let numbers = [field("index", index), field("number", 1)];
        let digests = [field("event", event), field("sha256", digest(crate::vectors::log::TOKEN))];
        stamp.record.push("token", numbers.into_iter().chain(digests).collect());
        let mut log = Log::new().then("store", &officer()).then_with(|_| stamp);
        log.bag.put(&format!("custody/{index:06}.1.tsr"), crate::vectors::log::TOKEN);
        log
    };
    let token = ("time.token_not_checked", "");
    let token_wrong = |name: &str, rule: &str, log: Log| {
        let found = [("custody.wrong_ref", &place(2)[..]), token];
        breaks(&format!("custody-{name}"), rule, log, by_keys(), &found)
    };
    let examined = [("custody.examined_original", &place(1)[..])];
    vec![
        wrong_ref("countersign-of-no-event", "ref is an event of the log", about("countersign", second(), &nowhere)),
        wrong_ref(
            "refuse-to-sign-of-no-event",
            "ref is an event of the log",
            about("refuse_to_sign", officer(), &nowhere),
        ),
        wrong_ref("object-to-no-event", "ref is an event of the log", about("object", officer(), &nowhere)),
        wrong_ref("unhold-without-hold", "unhold needs a hold", Log::new().then("unhold", &officer())),
        wrong_ref(
            "unhold-of-another-event",
            "unhold names the hold",
            Log::new().then("hold", &officer()).then_with(|log| log.event("unhold", &officer()).about(&log.seal)),
        ),
        wrong_ref(
            "unhold-twice",
            "a hold ends once",
            Log::new().then("hold", &officer()).then("unhold", &officer()).then("unhold", &officer()),
        ),
        named(
            "examine-end-of-the-seal",
            "an end names its start",
            Log::new()
                .then("examine_start", &officer())
                .then_with(|log| log.event("examine_end", &officer()).about(&log.seal)),
            &examined,
            "custody.wrong_ref",
        ),
        wrong_ref(
            "reseal-of-the-seal",
            "a reseal names the opening",
            Log::new().then("open", &officer()).then_with(|log| log.event("reseal", &officer()).about(&log.seal)),
        ),
        wrong_ref("correct-of-no-event", "a correction names an event", corrects(&nowhere)),
        token_wrong("timestamp-of-no-event", "a token names an event of the log", stamps(1, &nowhere)),
        token_wrong("timestamp-of-another-index", "a token names an event with its index", stamps(1, &Log::new().seal)),
        token_wrong("timestamp-of-a-later-event", "a token names an earlier event", stamps(2, &nowhere)),
        named(
            "correct-second-of-two-of-no-event",
            "every correction names an event",
            Log::new().then_with(|log| {
                let mut event = log.event("correct", &officer());
                let texts = [("event", &nowhere[..]), ("field", "time"), ("value", "b"), ("reason", "a slip")];
                event.record.push("correction", texts.map(|(key, value)| field(key, value)).into());
                event
            }),
            &[],
            "custody.wrong_ref",
        ),
    ]
}

pub(super) fn tokens() -> Vec<Vector> {
    let stamped = |file: Option<&[u8]>| {
        let mut log = Log::new().then("timestamp", &officer());
        if let Some(file) = file {
            log.bag.put("custody/000000.1.tsr", file);
        }
        log
    };
    vec![
        breaks(
            "custody-token-missing",
            "a token that is listed is there",
            stamped(None),
            by_keys(),
            &[("time.token_missing", "custody/000000.1.tsr")],
        ),
        breaks(
            "custody-token-changed",
            "a token is the one that is listed",
            stamped(Some(b"another")),
            by_keys(),
            &[("time.token_changed", "custody/000000.1.tsr"), ("time.token_not_checked", "custody/000000.1.tsr")],
        ),
        holds(
            "custody-token-of-the-second-authority",
            "a token file may have any number",
            {
                let mut log = stamped(Some(crate::vectors::log::TOKEN));
                log.bag.put("custody/000000.2.tsr", "x");
                log.bag.put("custody/000001.10.tsr", "y");
                log
            },
            by_keys(),
            &[
                ("time.token_not_checked", "custody/000000.1.tsr"),
                ("time.token_not_checked", "custody/000000.2.tsr"),
                ("time.token_not_checked", "custody/000001.10.tsr"),
            ],
        ),
    ]
}
