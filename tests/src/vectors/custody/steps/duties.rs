//! Countersignatures, corrections and holds.

use super::{Found, Vector, handed_over, holds, named};
use crate::vectors::anchors::by_keys;
use crate::vectors::log::{Event, Log, place};
use crate::vectors::people::{Person, lab, officer, prosecutor, second, thief};

/// Rules 6 to 9.
pub(super) fn duties() -> Vec<Vector> {
    let cosigned = || {
        let cosigner =
            |person: Person| format!("\n[[cosigner]]\nname = \"{}\"\nkey = \"{}\"\n", person.name, person.line());
        let mut parts = crate::vectors::draft::Parts::small();
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
