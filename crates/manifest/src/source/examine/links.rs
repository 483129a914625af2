//! Which names are hard links of one file.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::source::sys::FileId;

/// Hard links of one file share a random group.
#[derive(Default)]
pub struct LinkGroups(Mutex<HashMap<FileId, ([u8; 16], u64)>>);

impl LinkGroups {
    /// The group of an object with `links` links; forgotten when all of them were seen.
    pub(super) fn group(&self, id: FileId, links: u64, fresh: [u8; 16]) -> Option<[u8; 16]> {
        if links < 2 {
            return None;
        }
        let mut groups = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (group, seen) = groups.entry(id).or_insert((fresh, 0));
        *seen += 1;
        let (group, seen) = (*group, *seen);
        if seen >= links {
            groups.remove(&id);
        }
        Some(group)
    }

    /// Takes over the group that an earlier run gave to an object.
    pub(super) fn adopt(&self, id: FileId, group: [u8; 16], links: u64) {
        self.group(id, links, group);
    }
}
