//! Which names are hard links of one file.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::entry::FileTime;
use crate::source::sys::FileId;

/// Hard links of one file share a group that nobody can tell from a random one: a digest of the object under a key of this run.
/// So no object need be remembered, however many have names that are never met.
#[derive(Default)]
pub struct LinkGroups(Mutex<Known>);

#[derive(Default)]
struct Known {
    key: Option<[u8; 32]>,
    /// Groups under the key of an earlier run, with the number of names that were met since.
    adopted: HashMap<FileId, ([u8; 16], u64)>,
}

impl LinkGroups {
    /// The group of an object with `links` links; `random` draws numbers, for the key.
    pub(super) fn group<E>(
        &self,
        id: FileId,
        created: Option<FileTime>,
        links: u64,
        mut random: impl FnMut() -> Result<[u8; 16], E>,
    ) -> Result<Option<[u8; 16]>, E> {
        if links < 2 {
            return Ok(None);
        }
        let mut known = self.lock();
        if let Some(group) = known.adopted(id, links) {
            return Ok(Some(group));
        }
        let key = match known.key {
            Some(key) => key,
            None => {
                let mut key = [0; 32];
                key[..16].copy_from_slice(&random()?);
                key[16..].copy_from_slice(&random()?);
                *known.key.insert(key)
            }
        };
        drop(known);
        let mut hasher = blake3::Hasher::new_keyed(&key);
        hasher.update(&id.dev.to_le_bytes()).update(&id.ino.to_le_bytes());
        // The number of a file that went may be given to another.
        if let Some(time) = created {
            hasher.update(&time.seconds().to_le_bytes()).update(&time.nanoseconds().to_le_bytes());
        }
        let mut group = [0; 16];
        group.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
        Ok(Some(group))
    }

    /// Takes over the group that an earlier run gave to an object.
    pub(super) fn adopt(&self, id: FileId, group: [u8; 16], links: u64) {
        let mut known = self.lock();
        known.adopted.entry(id).or_insert((group, 0));
        known.adopted(id, links);
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    /// The group that an earlier run gave; forgotten when all names were met.
    fn adopted(&mut self, id: FileId, links: u64) -> Option<[u8; 16]> {
        let (group, seen) = self.adopted.get_mut(&id)?;
        *seen += 1;
        let (group, is_last) = (*group, *seen >= links);
        if is_last {
            self.adopted.remove(&id);
        }
        Some(group)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::convert::Infallible;

    use super::*;

    const FILE: FileId = FileId { dev: 1, ino: 2 };

    fn group(groups: &LinkGroups, id: FileId, created: Option<FileTime>, links: u64) -> Option<[u8; 16]> {
        thread_local!(static DRAWN: Cell<u8> = const { Cell::new(0) });
        let random = || {
            DRAWN.set(DRAWN.get() + 1);
            Ok::<_, Infallible>([DRAWN.get(); 16])
        };
        let Ok(group) = groups.group(id, created, links, random);
        group
    }

    #[test]
    fn names_of_one_object_share_a_group_that_no_other_has_and_no_other_run_gives() {
        let groups = LinkGroups::default();
        let first = group(&groups, FILE, None, 3);
        assert!(first.is_some());
        (0..5).for_each(|_| assert_eq!(group(&groups, FILE, None, 2), first));
        assert_ne!(group(&groups, FileId { ino: 3, ..FILE }, None, 2), first);
        assert_ne!(group(&groups, FileId { dev: 3, ..FILE }, None, 2), first);
        assert_ne!(group(&groups, FILE, FileTime::new(1, 2), 2), first);
        assert_ne!(group(&LinkGroups::default(), FILE, None, 2), first);
        assert_eq!(group(&groups, FILE, None, 1), None);
    }

    #[test]
    fn the_group_of_an_earlier_run_stands_until_all_names_were_met() {
        let groups = LinkGroups::default();
        groups.adopt(FILE, [7; 16], 3);
        groups.adopt(FILE, [8; 16], 3);
        assert_eq!(groups.lock().adopted.len(), 1);
        assert_eq!(group(&groups, FILE, None, 3), Some([7; 16]));
        assert!(groups.lock().adopted.is_empty());
        groups.adopt(FILE, [7; 16], 1);
        assert!(groups.lock().adopted.is_empty());
    }
}
