//! Anchors of the bag before.

use super::{CONFIRMED, UNDETERMINED, VIOLATED, at, before, following, source, vector};
use crate::vectors::Vector;
use crate::vectors::anchors::{Anchors, by_keys};
use crate::vectors::log::{Event, Log, digest, place};
use crate::vectors::people::{lab, second};

pub(super) fn anchors() -> Vec<Vector> {
    let source = source();
    let copy = following(&source, "copy");
    let reseal = following(&source, "reseal");
    let by_hash = || Anchors::default().seal_hash(&source.seal);
    let receipt = |log: &Log, index: usize, name: &str| {
        Anchors::default().receipt(&format!("receipt-before-{name}"), log.receipt(index))
    };
    let longer = source.clone().then("store", &lab());
    let rewritten = Log::new().then("countersign", &second());
    let anchored = [("anchor.previous", "")];
    vec![
        vector(
            "anchor-seal-hash-of-a-copy",
            "the seal hash of the source anchors a copy",
            &copy,
            by_hash(),
            CONFIRMED,
            &anchored,
        ),
        vector(
            "anchor-seal-hash-of-a-copy-of-a-copy",
            "the seal hash of the source anchors a row of copies",
            &following(&copy, "copy"),
            by_hash(),
            CONFIRMED,
            &anchored,
        ),
        vector(
            "anchor-seal-hash-of-a-reseal",
            "the seal hash of the source does not vouch for a new seal",
            &reseal,
            by_hash(),
            UNDETERMINED,
            &[("anchor.previous_only", "")],
        ),
        vector(
            "anchor-seal-hash-of-a-copy-of-a-reseal",
            "every relation on the way counts",
            &following(&reseal, "copy"),
            by_hash(),
            UNDETERMINED,
            &[("anchor.previous_only", "")],
        ),
        vector(
            "anchor-seal-hash-of-neither",
            "a seal hash that fits nothing",
            &copy,
            Anchors::default().seal_hash(&digest(b"another")),
            VIOLATED,
            &[("anchor.seal_hash_mismatch", &place(0))],
        ),
        vector(
            "anchor-seal-hash-and-an-event",
            "an assumed key attributes nobody",
            &at(&copy, Event::clone, "store"),
            by_hash(),
            UNDETERMINED,
            &[("anchor.previous", ""), ("custody.signer_unknown", &place(1))],
        ),
        vector(
            "anchor-seal-hash-and-a-key",
            "a key vouches where the seal hash of the source does not",
            &at(&copy, Event::clone, "store"),
            by_keys().seal_hash(&source.seal),
            CONFIRMED,
            &anchored,
        ),
        vector(
            "anchor-receipt-of-a-copy",
            "a receipt of the source anchors a copy",
            &copy,
            receipt(&source, 3, "copy"),
            CONFIRMED,
            &anchored,
        ),
        vector(
            "anchor-receipt-of-a-reseal",
            "a receipt of the source does not vouch for a new seal",
            &reseal,
            receipt(&source, 3, "reseal"),
            UNDETERMINED,
            &[("anchor.previous_only", "")],
        ),
        vector(
            "anchor-receipt-of-a-longer-log",
            "the source may have gone on",
            &copy,
            receipt(&longer, 4, "longer"),
            CONFIRMED,
            &anchored,
        ),
        vector(
            "anchor-receipt-of-a-rewritten-log",
            "the log that is carried is the one of the receipt",
            &copy,
            receipt(&rewritten, 1, "rewritten"),
            VIOLATED,
            &[("anchor.receipt_mismatch", &before(1))],
        ),
    ]
}
