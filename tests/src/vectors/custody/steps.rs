//! Rules 1 to 11 of a step: references, who may, holds, what was verified, the order of times.

use super::super::anchors::{by_keys, with_roster};
use super::super::log::{Event, Log, after, digest, place};
use super::super::page::{Value, field};
use super::super::people::{Person, custodian, lab, officer, prosecutor, second, thief};
use super::super::roster::Roster;
use super::{Found, Vector, breaks, holds};

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

fn transfers() -> Vec<Vector> {
    let stranger_hash = digest(b"no event");
    let wrong_ref = |name: &str, rule: &str, log: Log| named(name, rule, log, &[], "custody.wrong_ref");
    let after_cancel = released().then("cancel", &officer()).then_with(|log| log.event("release", &officer()));
    vec![
        named(
            "accept-without-release",
            "accept needs a release",
            Log::new().then("accept", &lab()),
            &[],
            "custody.no_release",
        ),
        named("accept-twice", "accept once", handed_over().then("accept", &lab()), &[], "custody.no_release"),
        named(
            "accept-after-refuse",
            "a refusal ends the release",
            released().then("refuse", &lab()).then("accept", &lab()),
            &[],
            "custody.no_release",
        ),
        named(
            "accept-after-cancel",
            "a cancellation ends the release",
            released().then("cancel", &officer()).then("accept", &lab()),
            &[],
            "custody.no_release",
        ),
        named(
            "cancel-after-accept",
            "accepted is accepted",
            handed_over().then("cancel", &officer()),
            &[],
            "custody.no_release",
        ),
        wrong_ref(
            "accept-of-the-seal",
            "ref is the open release",
            released().then_with(|log| log.event("accept", &lab()).about(&log.seal)),
        ),
        wrong_ref(
            "accept-of-no-event",
            "ref is an event of the log",
            released().then_with(|log| log.event("accept", &lab()).about(&stranger_hash)),
        ),
        wrong_ref(
            "accept-of-a-cancelled-release",
            "ref is the open release, not an earlier one",
            after_cancel.clone().then_with(|log| log.event("accept", &lab()).about(&log.hash(1))),
        ),
        wrong_ref(
            "refuse-of-a-cancelled-release",
            "ref is the open release, not an earlier one",
            after_cancel.clone().then_with(|log| log.event("refuse", &lab()).about(&log.hash(1))),
        ),
        wrong_ref(
            "cancel-of-a-cancelled-release",
            "ref is the open release, not an earlier one",
            after_cancel.then_with(|log| log.event("cancel", &officer()).about(&log.hash(1))),
        ),
        named(
            "accept-by-a-third",
            "the key that is named accepts",
            released().then("accept", &second()),
            &[],
            "custody.wrong_acceptor",
        ),
        named(
            "accept-by-the-releaser",
            "the key that is named accepts",
            released().then("accept", &officer()),
            &[],
            "custody.wrong_acceptor",
        ),
        named(
            "accept-by-a-stranger",
            "the key that is named accepts",
            released().then("accept", &thief()),
            &[],
            "custody.wrong_acceptor",
        ),
        named(
            "refuse-by-a-third",
            "the key that is named refuses",
            released().then("refuse", &second()),
            &[],
            "custody.wrong_acceptor",
        ),
        named(
            "cancel-by-the-recipient",
            "who released cancels",
            released().then("cancel", &lab()),
            &[],
            "custody.not_holder",
        ),
        named(
            "cancel-by-a-third",
            "who released cancels",
            released().then("cancel", &second()),
            &[],
            "custody.not_holder",
        ),
        named(
            "release-while-one-is-open",
            "one hand-over at a time",
            released().then("release", &officer()),
            &[],
            "custody.not_allowed",
        ),
        named(
            "release-to-oneself",
            "nobody hands over to themselves",
            Log::new().then_with(|log| log.event("release", &officer()).to(&officer())),
            &[],
            "custody.self_transfer",
        ),
        named(
            "release-to-oneself-under-another-name",
            "names prove nothing",
            Log::new().then_with(|log| {
                log.event("release", &officer()).to(&Person { name: "Somebody Else".into(), ..officer() })
            }),
            &[],
            "custody.self_transfer",
        ),
        named(
            "export-to-oneself",
            "nobody hands over to themselves",
            Log::new().then_with(|log| log.event("export", &officer()).to(&officer())),
            &[],
            "custody.self_transfer",
        ),
        named(
            "release-after-handing-over",
            "who has given it away holds it no more",
            handed_over().then("release", &officer()),
            &[],
            "custody.not_holder",
        ),
        holds(
            "custody-transfer-and-back",
            "what is accepted may be released again",
            handed_over().then_with(|log| log.event("release", &lab()).to(&officer())).then("accept", &officer()),
            by_keys(),
            &[],
        ),
        holds(
            "custody-transfer-refused",
            "after a refusal the holder still holds",
            released().then("refuse", &lab()).then("store", &officer()),
            by_keys(),
            &[],
        ),
        holds(
            "custody-transfer-cancelled",
            "after a cancellation the holder still holds",
            released().then("cancel", &officer()).then("store", &officer()),
            by_keys(),
            &[],
        ),
        holds(
            "custody-transfer-exported",
            "an export is accepted as a release",
            Log::new().then("export", &officer()).then("accept", &lab()),
            by_keys(),
            &[],
        ),
    ]
}

fn references() -> Vec<Vector> {
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
        let digests = [field("event", event), field("sha256", digest(super::super::log::TOKEN))];
        stamp.record.push("token", numbers.into_iter().chain(digests).collect());
        let mut log = Log::new().then("store", &officer()).then_with(|_| stamp);
        log.bag.put(&format!("custody/{index:06}.1.tsr"), super::super::log::TOKEN);
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

fn tokens() -> Vec<Vector> {
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
                let mut log = stamped(Some(super::super::log::TOKEN));
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

/// Rule 4 for each type, by an officer who does not hold the exhibit.
fn holders() -> Vec<Vector> {
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
            let roster = Roster::of(&super::super::people::authority(), 1)
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

fn people_and_keys() -> Vec<Vector> {
    let (first, other) = (officer(), officer().with_second_key());
    let roster = Roster::of(&super::super::people::authority(), 1)
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

/// Rules 6 to 9.
fn duties() -> Vec<Vector> {
    let cosigned = || {
        let cosigner =
            |person: Person| format!("\n[[cosigner]]\nname = \"{}\"\nkey = \"{}\"\n", person.name, person.line());
        let mut parts = super::super::draft::Parts::small();
        parts.after_signer = cosigner(second()) + &cosigner(prosecutor());
        Log::seal(parts)
    };
    let refused = |log: Log, key: Option<&Person>| {
        log.then_with(|log| {
            let event = log.event("refuse_to_sign", &officer());
            match key {
                Some(person) => event.with("refusal", "key", person.line()),
                None => event,
            }
        })
    };
    let skipped = |name: &str, rule: &str, log: Log, before: &Found<'_>| {
        named(name, rule, log, before, "custody.cosigner_skipped")
    };
    let refusal = |index: usize| ("custody.refused_to_sign", place(index));
    let r2 = refusal(2);
    let mut vectors = vec![
        skipped("cosigner-skipped", "all countersign before a release", cosigned().then("release", &officer()), &[]),
        skipped(
            "cosigner-skipped-by-export",
            "all countersign before an export",
            cosigned().then("export", &officer()),
            &[],
        ),
        skipped(
            "cosigner-one-of-two",
            "all countersign before a release",
            cosigned().then("countersign", &second()).then("release", &officer()),
            &[],
        ),
        skipped(
            "cosigner-countersigned-another-event",
            "what is countersigned is the seal",
            cosigned()
                .then("store", &officer())
                .then_with(|log| log.event("countersign", &second()).about(&log.hash(1)))
                .then("countersign", &prosecutor())
                .then("release", &officer()),
            &[],
        ),
        skipped(
            "cosigner-refusal-without-key",
            "a refusal names the key of the cosigner",
            refused(cosigned().then("countersign", &second()), None).then("release", &officer()),
            &[(r2.0, &r2.1)],
        ),
        skipped(
            "cosigner-refusal-of-another",
            "a refusal counts for the key that it names",
            refused(cosigned().then("countersign", &second()), Some(&lab())).then("release", &officer()),
            &[(r2.0, &r2.1)],
        ),
        holds(
            "custody-cosigner-refused",
            "a refusal that is entered stands for a countersignature",
            refused(cosigned().then("countersign", &second()), Some(&prosecutor())).then("release", &officer()),
            by_keys(),
            &[(r2.0, &r2.1), ("custody.transfer_open", "custody/")],
        ),
        holds(
            "custody-cosigner-refused-and-signed-later",
            "a countersignature after the first release is late",
            refused(cosigned().then("countersign", &second()), Some(&prosecutor()))
                .then("release", &officer())
                .then("accept", &lab())
                .then("countersign", &prosecutor()),
            by_keys(),
            &[(r2.0, &r2.1), ("custody.late_countersignature", &place(5))],
        ),
        holds(
            "custody-cosigner-pending",
            "who has not countersigned yet is a remark",
            cosigned().then("countersign", &second()).then("store", &officer()),
            by_keys(),
            &[("custody.cosigner_pending", "custody/")],
        ),
        holds(
            "custody-cosigner-two-pending",
            "each cosigner who has not countersigned is a remark",
            cosigned(),
            by_keys(),
            &[("custody.cosigner_pending", "custody/"), ("custody.cosigner_pending", "custody/")],
        ),
        named(
            "countersign-of-the-own-seal",
            "nobody countersigns their own event",
            Log::new().then("countersign", &officer()),
            &[],
            "custody.own_countersignature",
        ),
        named(
            "countersign-of-an-own-event",
            "nobody countersigns their own event",
            handed_over().then_with(|log| log.event("countersign", &lab()).about(&log.hash(2))),
            &[],
            "custody.own_countersignature",
        ),
        holds(
            "custody-countersign-of-an-event",
            "any event may be countersigned",
            handed_over().then_with(|log| log.event("countersign", &officer()).about(&log.hash(2))),
            by_keys(),
            &[],
        ),
        named(
            "correct-of-another-author",
            "the author corrects",
            handed_over().then("correct", &lab()),
            &[],
            "custody.not_author",
        ),
        named(
            "correct-by-a-stranger",
            "the author corrects",
            Log::new().then("correct", &thief()),
            &[],
            "custody.not_author",
        ),
        named(
            "correct-second-of-two-of-another-author",
            "the author corrects, every event",
            handed_over().then_with(|log| {
                let mut event = Event::new("correct", &lab());
                event.record.push("correction", log.correction(2));
                event.record.push("correction", log.correction(1));
                event
            }),
            &[],
            "custody.not_author",
        ),
    ];
    for kind in ["return", "dispose"] {
        let log = || Log::new().then("hold", &officer());
        vectors.push(named(
            &format!("{kind}-on-hold"),
            "a hold forbids it",
            log().then(kind, &officer()),
            &[],
            "custody.on_hold",
        ));
        vectors.push(holds(
            &format!("custody-{kind}-after-unhold"),
            "a hold that has ended forbids nothing",
            log().then("unhold", &officer()).then(kind, &officer()),
            by_keys(),
            &[],
        ));
    }
    vectors.push(holds(
        "custody-transfer-on-hold",
        "a hold does not forbid to hand over",
        Log::new().then("hold", &officer()).then("release", &officer()).then("accept", &lab()),
        by_keys(),
        &[],
    ));
    vectors
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
            "custody-time-late-by-a-day",
            "a late event says why",
            at(-86_400, Some("no power")),
            by_keys(),
            &[("custody.late", &place(1))],
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
    let parts =
        [transfers(), references(), tokens(), holders(), people_and_keys(), duties(), roots_and_times(), first_rule()];
    parts.into_iter().flatten()
}
