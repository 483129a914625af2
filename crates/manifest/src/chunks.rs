//! BLAKE3 values of the 1 MiB groups of large files: what `seal/chunks.blake3` holds.
//!
//! A group value is the non-root chaining value of the aligned subtree over 1 MiB (BLAKE3 paper, 2.1, 2.4 and 2.5). Merged,
//! the values of a file give its BLAKE3 digest, so they need no trust of their own, and many workers can make them in
//! any order. `docs/spec/chunks.md`.

pub(crate) mod subtrees;

use std::fmt;

use blake3::Hasher;
use blake3::hazmat::HasherExt;
use thiserror::Error;

use crate::digest::{Blake3Digest, hex};
use subtrees::Subtrees;

/// Bytes in a group; only the last one of a file may be shorter.
pub const GROUP_LEN: u64 = 1 << 20;

/// Files strictly larger than this many bytes have group values.
pub const LARGE_FILE: u64 = 16 << 20;

/// Bytes of one value in `seal/chunks.blake3`.
pub const VALUE_LEN: usize = 32;

/// The non-root chaining value of one group. Not a digest: it says nothing without its group's index.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct GroupValue(pub [u8; VALUE_LEN]);

impl fmt::Debug for GroupValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "GroupValue({})", hex(&self.0))
    }
}

/// Why group values cannot be made or merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ChunksError {
    /// A group has from one byte to 1 MiB.
    #[error("a group has {len} bytes, 1 to 1048576 are allowed")]
    GroupLength {
        /// Bytes given.
        len: usize,
    },
    /// No file of less than 2^63 bytes has a group with this index.
    #[error("group {index} lies beyond the largest file")]
    IndexTooLarge {
        /// The group's index, from 0.
        index: u64,
    },
    /// A file of one group has no chaining values that lead to its digest.
    #[error("a file of {len} bytes is a single group, which cannot be merged")]
    SingleGroup {
        /// Bytes of the file.
        len: u64,
    },
    /// Another number of values came than the length requires.
    #[error("{found} group values came, a file of {len} bytes has {expected}")]
    WrongCount {
        /// Bytes of the file.
        len: u64,
        /// Values that the length requires.
        expected: u64,
        /// Values that came.
        found: u64,
    },
}

/// How many values `seal/chunks.blake3` holds for a file of `len` bytes: none up to [`LARGE_FILE`].
pub fn value_count(len: u64) -> u64 {
    if len > LARGE_FILE { len.div_ceil(GROUP_LEN) } else { 0 }
}

/// The value of group `group_index`, from 0, whose bytes are `bytes`: 1 MiB, or less in a file's last group.
pub fn group_value(group_index: u64, bytes: &[u8]) -> Result<GroupValue, ChunksError> {
    if bytes.is_empty() || bytes.len() as u64 > GROUP_LEN {
        return Err(ChunksError::GroupLength { len: bytes.len() });
    }
    if group_index >= 1 << 43 {
        return Err(ChunksError::IndexTooLarge { index: group_index });
    }
    let mut hasher = Hasher::new();
    hasher.set_input_offset(group_index * GROUP_LEN).update(bytes);
    Ok(GroupValue(hasher.finalize_non_root()))
}

/// Merges the values of a file's groups, pushed in order, to the file's BLAKE3 digest, with memory for one value a level.
///
/// ```
/// use sealbag_manifest::chunks::{GROUP_LEN, GroupMerger, group_value};
///
/// let file = vec![7; GROUP_LEN as usize + 1];
/// let mut merger = GroupMerger::new();
/// for (index, group) in file.chunks(GROUP_LEN as usize).enumerate() {
///     merger.push(group_value(index as u64, group)?);
/// }
/// assert_eq!(merger.finish(file.len() as u64)?.0, *blake3::hash(&file).as_bytes());
/// # Ok::<(), sealbag_manifest::chunks::ChunksError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct GroupMerger {
    subtrees: Subtrees,
}

impl GroupMerger {
    /// Without values.
    pub fn new() -> Self {
        Self::default()
    }

    /// Values so far.
    pub fn count(&self) -> u64 {
        self.subtrees.count()
    }

    /// Takes the value of the next group.
    pub fn push(&mut self, value: GroupValue) {
        self.subtrees.push(value.0);
    }

    /// The BLAKE3 digest of the file of `total_len` bytes whose values these are.
    ///
    /// Refuses a count that does not fit the length, and files of one group or none.
    pub fn finish(self, total_len: u64) -> Result<Blake3Digest, ChunksError> {
        let expected = total_len.div_ceil(GROUP_LEN);
        if expected < 2 {
            return Err(ChunksError::SingleGroup { len: total_len });
        }
        let found = self.count();
        let root = if found == expected { self.subtrees.top().and_then(|top| top.root()) } else { None };
        root.ok_or(ChunksError::WrongCount { len: total_len, expected, found })
    }
}
