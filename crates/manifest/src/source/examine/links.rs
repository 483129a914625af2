//! Which names are hard links of one file.

use crate::entry::FileTime;
use crate::source::sys::FileId;

/// Hard links of one file share a group that nobody can tell from a random one: a digest of the object under a key. So no object
/// need be remembered, however many have names that are never met; and a run that goes on with the same key gives the same groups.
///
/// The default is for those whose groups nobody reads.
#[derive(Default)]
pub struct LinkGroups {
    key: [u8; 32],
}

impl LinkGroups {
    /// Groups under a random key.
    pub fn under(key: [u8; 32]) -> Self {
        Self { key }
    }

    /// The group of an object with `links` links.
    pub(super) fn group(&self, id: FileId, created: Option<FileTime>, links: u64) -> Option<[u8; 16]> {
        if links < 2 {
            return None;
        }
        let mut hasher = blake3::Hasher::new_keyed(&self.key);
        hasher.update(&id.dev.to_le_bytes()).update(&id.ino.to_le_bytes());
        // The number of a file that went may be given to another.
        if let Some(time) = created {
            hasher.update(&time.seconds().to_le_bytes()).update(&time.nanoseconds().to_le_bytes());
        }
        hasher.finalize().as_bytes().first_chunk().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: FileId = FileId { dev: 1, ino: 2 };

    #[test]
    fn names_of_one_object_share_a_group_that_no_other_has_and_no_other_key_gives() {
        let groups = LinkGroups::under([7; 32]);
        let first = groups.group(FILE, None, 3);
        assert!(first.is_some());
        assert_eq!(groups.group(FILE, None, 2), first);
        assert_eq!(LinkGroups::under([7; 32]).group(FILE, None, 2), first);
        assert_ne!(groups.group(FileId { ino: 3, ..FILE }, None, 2), first);
        assert_ne!(groups.group(FileId { dev: 3, ..FILE }, None, 2), first);
        assert_ne!(groups.group(FILE, FileTime::new(1, 2), 2), first);
        assert_ne!(LinkGroups::under([8; 32]).group(FILE, None, 2), first);
        assert_eq!(groups.group(FILE, None, 1), None);
    }
}
