//! Whose a key is, and what somebody may do whom nobody vouches for.

use super::super::anchors::{Anchors, by_key, by_keys, by_roster};
use super::super::draft::Parts;
use super::super::log::{Log, place};
use super::super::people::{Person, lab, officer, second, thief};
use super::{Vector, breaks, holds, open};

/// What a stranger enters and changes nothing by.
fn unattributed() -> Vec<Vector> {
    let first = place(1);
    let unattributed = ("custody.unattributed", &first[..]);
    let stands = |name: &str, rule: &str, log: Log, more: &[(&'static str, &str)]| {
        let found: Vec<_> = [unattributed].iter().chain(more).copied().collect();
        holds(&format!("custody-unattributed-{name}"), rule, log, by_keys(), &found)
    };
    let unknown = |kind: &str| {
        let log = Log::new().then(kind, &thief());
        let name = format!("custody-unattributed-{}", kind.replace('_', "-"));
        open(&name, &format!("{kind} is for known people"), log, by_keys(), &[("custody.signer_unknown", &first)])
    };
    let outcome = |outcome: &'static str| {
        Log::new().then_with(|log| log.event("verify", &thief()).with("verified", "outcome", outcome))
    };
    let cosigned = |key: Person| {
        let cosigner = format!("\n[[cosigner]]\nname = \"{}\"\nkey = \"{}\"\n", second().name, key.line());
        Log::seal(Parts { after_signer: cosigner, ..Parts::small() })
    };
    vec![
        stands("object", "anybody may object", Log::new().then("object", &thief()), &[("custody.objection", &first)]),
        stands("countersign", "anybody may countersign", Log::new().then("countersign", &thief()), &[]),
        stands(
            "incident",
            "anybody may enter an incident",
            Log::new().then_with(|log| log.event("incident", &thief()).with("incident", "kind", "loss")),
            &[("custody.incident", &first)],
        ),
        stands("verify", "anybody may verify", Log::new().then("verify", &thief()), &[]),
        stands(
            "verify-violated",
            "what a stranger found is a remark",
            outcome("violated"),
            &[("custody.recorded_violation", &first)],
        ),
        stands(
            "verify-undetermined",
            "what a stranger did not find is a remark",
            outcome("undetermined"),
            &[("custody.recorded_undetermined", &first)],
        ),
        unknown("hold"),
        unknown("disclose"),
        unknown("refuse_to_sign"),
        unknown("redact"),
        breaks(
            "custody-unattributed-countersignature-does-not-count",
            "the countersignature of a stranger is none",
            cosigned(second()).then("countersign", &thief()).then("release", &officer()),
            by_key(),
            &[unattributed, ("custody.cosigner_skipped", &place(2))],
        ),
        open(
            "custody-unattributed-stays-so",
            "who was unattributed once is not attributed by it",
            Log::new().then("object", &thief()).then("hold", &thief()),
            by_key(),
            &[unattributed, ("custody.objection", &first), ("custody.signer_unknown", &place(2))],
        ),
        holds(
            "custody-unattributed-on-behalf-of-the-accused",
            "an objection may be entered by whoever holds a copy",
            Log::new().then("release", &officer()).then("accept", &lab()).then_with(|log| {
                log.event("object", &thief()).about(&log.hash(1)).with("on_behalf_of", "name", "The accused")
            }),
            by_key(),
            &[("custody.unattributed", &place(3)), ("custody.objection", &place(3))],
        ),
    ]
}

/// The lines of "Who a key is", but for receipts and seals before.
fn attributed() -> Vec<Vector> {
    let first = place(1);
    let unknown = ("custody.signer_unknown", &first[..]);
    let cosigned = || {
        let cosigner = format!("\n[[cosigner]]\nname = \"{}\"\nkey = \"{}\"\n", second().name, second().line());
        Log::seal(Parts { after_signer: cosigner, ..Parts::small() })
    };
    let by_hash = |log: &Log| Anchors::default().seal_hash(&log.seal);
    let released_to_thief = || {
        Log::new()
            .then_with(|log| log.event("release", &officer()).to(&thief()))
            .then("accept", &thief())
            .then("hold", &thief())
    };
    let by_hash_log = Log::new().then("store", &officer()).then("release", &officer()).then("accept", &lab());
    let nobody = Log::new().then("store", &officer()).then("release", &officer()).then("accept", &lab());
    vec![
        holds(
            "custody-attribution-second-signer",
            "line 2: a key that is given",
            Log::new().then("hold", &second()),
            by_keys(),
            &[],
        ),
        open(
            "custody-attribution-not-second-signer",
            "line 2: a key that is not given",
            Log::new().then("hold", &second()),
            by_key(),
            &[unknown],
        ),
        holds(
            "custody-attribution-seal-hash",
            "line 4: the seal hash attributes event 0, and what follows from it",
            by_hash_log.clone(),
            by_hash(&by_hash_log),
            &[("anchor.seal_hash", "")],
        ),
        open(
            "custody-attribution-assumed",
            "line 4: without an anchor the log may still agree with itself",
            nobody.clone(),
            Anchors::default(),
            &[("anchor.none", "")],
        ),
        breaks(
            "custody-attribution-assumed-and-broken",
            "a violation needs no anchor",
            nobody.then("release", &officer()),
            Anchors::default(),
            &[("anchor.none", ""), ("custody.not_holder", &place(4))],
        ),
        open(
            "custody-attribution-assumed-with-another-signer",
            "line 4: the key of event 0 is assumed if the anchor does not fit",
            Log::new().then("store", &officer()),
            Anchors::default().signer(&second()),
            &[("anchor.signer_unknown", &place(0))],
        ),
        holds(
            "custody-attribution-cosigner",
            "line 5: event 0 names the key as a cosigner",
            cosigned().then("countersign", &second()).then("hold", &second()),
            by_key(),
            &[],
        ),
        holds("custody-attribution-recipient", "line 6: a release names the key", released_to_thief(), by_key(), &[]),
        holds(
            "custody-attribution-recipient-who-refused",
            "line 6: a release names the key, whatever came of it",
            Log::new()
                .then_with(|log| log.event("release", &officer()).to(&lab()))
                .then("refuse", &lab())
                .then("hold", &lab()),
            by_key(),
            &[],
        ),
        holds(
            "custody-attribution-recipient-by-export",
            "line 6: an export names the key",
            Log::new().then("export", &officer()).then("accept", &lab()).then("store", &lab()),
            by_key(),
            &[],
        ),
        open(
            "custody-attribution-disclosed-to",
            "line 6: a disclosure attributes nobody",
            Log::new().then_with(|log| log.event("disclose", &officer()).to(&thief())).then("hold", &thief()),
            by_key(),
            &[("custody.signer_unknown", &place(2))],
        ),
        open(
            "custody-attribution-recipient-not-in-the-roster",
            "line 6 is not for verifiers with a roster",
            released_to_thief(),
            by_roster(),
            &[("custody.signer_unknown", &place(2))],
        ),
        holds(
            "custody-attribution-cosigner-not-in-the-roster",
            "line 5 is for verifiers with a roster too",
            {
                let cosigner = format!("\n[[cosigner]]\nname = \"{}\"\nkey = \"{}\"\n", thief().name, thief().line());
                let log = Log::seal(Parts { after_signer: cosigner, ..Parts::small() });
                log.then("countersign", &thief()).then("hold", &thief())
            },
            by_roster(),
            &[],
        ),
    ]
}

pub(super) fn vectors() -> impl Iterator<Item = Vector> {
    unattributed().into_iter().chain(attributed())
}
