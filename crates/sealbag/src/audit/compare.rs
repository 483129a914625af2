//! Two logs of one bag beside each other: the same, one further than the other, or split.

use sealbag_custody::page::MAX_PAGE_LEN;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::store::{BagStore, DiskBag};

use super::line::{Kept, KeptLog};
use crate::verify::custody::{LOG, walk};

/// How two logs lie to each other.
pub(super) enum Relation {
    /// Event for event the same.
    Same,
    /// The second is the beginning of the first.
    FirstGoesOn,
    /// The first is the beginning of the second.
    SecondGoesOn,
    /// Two events with one number; the first such number.
    Split(Split),
}

/// Where two logs part.
pub(super) struct Split {
    pub(super) index: u32,
    /// The event in the first log, and in the second.
    pub(super) pages: [Vec<u8>; 2],
}

/// A log by its place in a bag.
pub(super) struct LogAt<'a> {
    pub(super) store: &'a dyn BagStore,
    pub(super) prefix: &'a str,
}

impl LogAt<'_> {
    /// The file of an event. One over the limit is cut behind it, and so is no event.
    pub(super) fn event(&self, index: u32) -> Option<Vec<u8>> {
        self.store.read_whole(&walk::path(self.prefix, index), MAX_PAGE_LEN as u64).ok()
    }
}

/// Compares two logs of one bag. None if one of them cannot be read any more.
pub(super) fn logs(first: (&Kept, KeptLog), second: (&Kept, KeptLog)) -> Option<Relation> {
    if let Some(relation) = by_heads(first, second) {
        return Some(relation);
    }
    let stores = [DiskBag::open(first.0.path()).ok()?, DiskBag::open(second.0.path()).ok()?];
    let [a, b] = stores.each_ref().map(|store| LogAt { store, prefix: LOG });
    let (here, there) = (first.1.events, second.1.events);
    Some(match split(&a, &b, here.min(there)) {
        Some(split) => Relation::Split(split),
        None if here > there => Relation::FirstGoesOn,
        None if here < there => Relation::SecondGoesOn,
        None => Relation::Same,
    })
}

/// In a log without a bad event each hash speaks for all before it: one comparison is enough.
fn by_heads(first: (&Kept, KeptLog), second: (&Kept, KeptLog)) -> Option<Relation> {
    if !first.1.is_whole || !second.1.is_whole {
        return None;
    }
    let goes_on = |short: KeptLog, long: &Kept| {
        let store = DiskBag::open(long.path()).ok()?;
        let event = LogAt { store: &store, prefix: LOG }.event(short.events.checked_sub(1)?)?;
        (Some(sha256(&event)) == short.head).then_some(())
    };
    match first.1.events.cmp(&second.1.events) {
        std::cmp::Ordering::Equal => {
            (first.1.head.is_some() && first.1.head == second.1.head).then_some(Relation::Same)
        }
        std::cmp::Ordering::Less => goes_on(first.1, second.0).map(|()| Relation::SecondGoesOn),
        std::cmp::Ordering::Greater => goes_on(second.1, first.0).map(|()| Relation::FirstGoesOn),
    }
}

/// The first number below `events` under which both logs have an event, and not the same.
pub(super) fn split(first: &LogAt<'_>, second: &LogAt<'_>, events: u32) -> Option<Split> {
    (0..events).find_map(|index| match (first.event(index), second.event(index)) {
        (Some(here), Some(there)) if here != there => Some(Split { index, pages: [here, there] }),
        _ => None,
    })
}
