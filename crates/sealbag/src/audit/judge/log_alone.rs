//! A bag judged by its log, without its payload.

use std::collections::BTreeSet;

use sealbag_custody::seal_record::{Relation, Reread, SealRecord};
use sealbag_manifest::layout::SEAL;
use sealbag_manifest::observer::Silent;
use sealbag_manifest::store::{Area, BagStore, ObjectKind};

use crate::finding::{Code, Finding};
use crate::verdict::{Check, SealShown, Verdict};
use crate::verify::report::Report;
use crate::verify::rosters::Brought;
use crate::verify::{Anchors, Lanes, anchor, custody, list, previous, seal, tags};

/// Without `--fixity`, tag files are read if they have no more than this together, in bytes.
const SMALL_TAGS: u64 = 1 << 20;

/// Everything but the payload, and but the tag files where they are large. Says which checks were left out on purpose.
pub(super) fn log_alone(store: &dyn BagStore, anchors: &Anchors, brought: &Brought) -> (Verdict, BTreeSet<Check>) {
    const NOT_READ: &str = "files are read only with --fixity";
    let mut left_out = BTreeSet::from([Check::FileSet, Check::Files]);
    let mut report = Report::default();
    let event = seal::read(store, &mut report);
    let hash = event.as_ref().map(|event| event.hash);
    let Some(seal) = event.and_then(|event| seal::verify(event, &mut report)) else {
        return (report.into_verdict(hash, None, None, anchors.names()), left_out);
    };
    let resolved = anchor::check(store, &seal, anchors, brought, &mut report);
    if seal.record().reread == Reread::Skipped {
        report.add(Check::Record, Finding::new(Code::UnreadCopy, SEAL));
    }
    let is_small = tags_are_small(store);
    let mut list = None;
    if is_small {
        tags::check(store, &seal, &mut report);
        list = list::verify(store, &seal, Lanes::One, &Silent, &mut report);
    }
    let log = custody::check(store, &seal, &resolved, &mut report);
    previous::check(store, &seal, list.as_ref(), &resolved, log.latest_of_seal, &mut report);
    [Check::FileSet, Check::Files].into_iter().for_each(|check| report.not_run(check, NOT_READ));
    if !is_small {
        let large = "large tag files are read only with --fixity";
        let of_tags =
            [Check::TagManifest, Check::TagFiles, Check::Entries, Check::Tree, Check::Chunks, Check::Manifest];
        for check in of_tags {
            report.not_run(check, large);
            left_out.insert(check);
        }
        if needs_list(seal.record()) {
            report.not_run(Check::Previous, large);
            left_out.insert(Check::Previous);
        }
    }
    (report.into_verdict(hash, Some(SealShown::new(seal.record())), Some(log.shown), anchors.names()), left_out)
}

/// True if the check of the bag before has proofs to compare with the list.
fn needs_list(record: &SealRecord) -> bool {
    let relation = record.previous.as_ref().map(|previous| previous.relation);
    matches!(relation, Some(Relation::Disclosure | Relation::Redaction))
}

fn tags_are_small(store: &dyn BagStore) -> bool {
    let mut sum = 0_u64;
    store.list(Area::Tags, &mut |object| {
        let name = std::str::from_utf8(object.path).unwrap_or_default();
        if let (true, ObjectKind::File) = (sum <= SMALL_TAGS, &object.kind) {
            sum = sum.saturating_add(store.open(name).map_or(0, |file| file.size()));
        }
    });
    sum <= SMALL_TAGS
}
