//! Whether a bag is as it was when its line was written.

use sealbag_custody::page::MAX_PAGE_LEN;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::store::{Area, BagStore, DiskBag, ObjectKind};
use sha2::{Digest, Sha256};

use super::find::Found;
use super::results::Known;
use crate::verify::custody::{LOG, survey, walk};

/// SHA-256 over what lies in `custody/`, by name and kind, and the highest number of an event.
pub(super) fn listing(store: &dyn BagStore) -> (Sha256Digest, u32) {
    let mut names = Sha256::new();
    let mut last = 0;
    store.list(Area::Custody, &mut |object| {
        let kind = match object.kind {
            ObjectKind::File => b'f',
            ObjectKind::EmptyDirectory => b'd',
            ObjectKind::NotRegular => b'n',
            ObjectKind::Unreadable(_) => b'u',
        };
        names.update([kind]);
        names.update(object.path);
        names.update([0]);
        let name = object.path.strip_prefix(LOG.as_bytes()).unwrap_or_default();
        last = last.max(survey::event_index(name).unwrap_or(0));
    });
    (Sha256Digest(names.finalize().into()), last)
}

/// True if the log of a bag is as long as when its line was written, and begins and ends with the same events.
pub(super) fn is_unchanged(found: &Found, known: &Known) -> bool {
    let Found::Bag(path) = found else { return false };
    let Ok(store) = DiskBag::open(path) else { return false };
    let (names, last) = listing(&store);
    let is_event = |index, hash| {
        let bytes = store.read_whole(&walk::path(LOG, index), MAX_PAGE_LEN as u64);
        bytes.is_ok_and(|bytes| bytes.len() <= MAX_PAGE_LEN && sha256(&bytes) == hash)
    };
    names == known.listing && is_event(0, known.seal) && is_event(last, known.head)
}
