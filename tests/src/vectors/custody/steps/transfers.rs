//! Hand-overs: released, accepted, refused, cancelled.

use super::{Vector, handed_over, holds, named, released};
use crate::vectors::anchors::by_keys;
use crate::vectors::log::{Log, digest};
use crate::vectors::people::{Person, lab, officer, second, thief};

pub(super) fn transfers() -> Vec<Vector> {
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
