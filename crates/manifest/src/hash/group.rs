//! The BLAKE3 of one group of a file, piece by piece, and of the file from its groups.

#[cfg(feature = "fs")]
use blake3::CHUNK_LEN;
use blake3::Hasher;
use blake3::hazmat::HasherExt;
#[cfg(feature = "fs")]
use sealbag_lanes::woven::PART;

use crate::chunks::{GROUP_LEN, GroupMerger, GroupValue, LARGE_FILE};
#[cfg(feature = "fs")]
use crate::chunks::{VALUE_LEN, subtrees::Subtrees};
use crate::digest::Blake3Digest;

/// The value of a group, and the digest of a file that has no other.
pub(super) type GroupValues = (GroupValue, Option<Blake3Digest>);

/// Takes the bytes of one group as they come.
pub(super) struct GroupHasher {
    index: u64,
    length: u64,
    hasher: Hasher,
}

impl GroupHasher {
    /// For the group with this index, below 2^43: files have less than 2^63 bytes.
    pub(super) fn new(index: u64) -> Self {
        let mut hasher = Hasher::new();
        hasher.set_input_offset(index * GROUP_LEN);
        Self { index, length: 0, hasher }
    }

    /// Takes the next bytes; all together at most a group.
    pub(super) fn update(&mut self, bytes: &[u8]) {
        self.length += bytes.len() as u64;
        self.hasher.update(bytes);
    }

    /// What came of it; none of a group without bytes.
    pub(super) fn values(&self) -> Option<GroupValues> {
        let whole = (self.index == 0).then(|| Blake3Digest(self.hasher.finalize().into()));
        (self.length > 0).then(|| (GroupValue(self.hasher.finalize_non_root()), whole))
    }
}

/// The parts of one group, each the subtree over as many leaves, but for the last one of a file.
#[cfg(feature = "fs")]
#[derive(Default)]
pub(super) struct GroupParts {
    subtrees: Subtrees,
    /// The digest of a file that is no more than one part.
    whole: Option<Blake3Digest>,
}

#[cfg(feature = "fs")]
impl GroupParts {
    /// The number of the first leaf of the next part, if it belongs to the group with this index.
    pub(super) fn next_chunk(&self, index: u64) -> u64 {
        (index * GROUP_LEN + self.subtrees.count() * PART as u64) / CHUNK_LEN as u64
    }

    /// True if the next part may turn out to be all of the file, so that its value is not enough.
    pub(super) fn may_be_whole(&self, index: u64) -> bool {
        index == 0 && self.subtrees.count() == 0
    }

    /// Takes the value of the next part.
    pub(super) fn push(&mut self, value: [u8; VALUE_LEN]) {
        self.subtrees.push(value);
    }

    /// Takes the bytes of the next part, which may be none.
    pub(super) fn take(&mut self, index: u64, bytes: &[u8]) {
        if bytes.is_empty() {
            return;
        }
        let mut hasher = Hasher::new();
        hasher.set_input_offset(self.next_chunk(index) * CHUNK_LEN as u64).update(bytes);
        if self.may_be_whole(index) {
            self.whole = Some(Blake3Digest(hasher.finalize().into()));
        }
        self.subtrees.push(hasher.finalize_non_root());
    }

    /// The value of the group, and the digest of a file that has no other; none of a group without bytes.
    pub(super) fn end(&mut self, index: u64) -> Option<GroupValues> {
        let (top, whole) = (std::mem::take(&mut self.subtrees).top()?, self.whole.take());
        Some((GroupValue(top.value()), if index == 0 { top.root().or(whole) } else { None }))
    }
}

/// Takes bytes as they come and divides them into groups.
pub(super) struct Groups {
    first: u64,
    length: u64,
    /// The group that the next bytes belong to.
    group: GroupHasher,
    values: Vec<GroupValue>,
    /// The digest of a file that has no group but the first.
    whole: Option<Blake3Digest>,
}

impl Groups {
    /// For bytes that begin with the group of this index.
    pub(super) fn from(first: u64) -> Self {
        Self { first, length: 0, group: GroupHasher::new(first), values: Vec::new(), whole: None }
    }

    /// Number of bytes taken.
    pub(super) fn length(&self) -> u64 {
        self.length
    }

    /// Takes the next bytes.
    pub(super) fn update(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            let left = GROUP_LEN - self.length % GROUP_LEN;
            let (part, behind) = bytes.split_at(bytes.len().min(left as usize));
            self.group.update(part);
            self.length += part.len() as u64;
            if self.length.is_multiple_of(GROUP_LEN) {
                self.end_group();
            }
            bytes = behind;
        }
    }

    fn end_group(&mut self) {
        let Some((value, whole)) = self.group.values() else { return };
        self.values.push(value);
        self.whole = self.whole.or(whole);
        self.group = GroupHasher::new(self.first + self.values.len() as u64);
    }

    /// The value of each group, in order; the last one may be shorter than a MiB.
    pub(super) fn values(mut self) -> Vec<GroupValue> {
        self.end_group();
        self.values
    }

    /// The digest of the file, if they began with the first group, and the values of its groups; none of a file that is not over
    /// [`LARGE_FILE`].
    pub(super) fn finish(mut self) -> (Blake3Digest, Vec<GroupValue>) {
        self.end_group();
        let blake3 = digest_of(self.length, &self.values, self.whole);
        if self.length <= LARGE_FILE {
            self.values.clear();
        }
        (blake3, self.values)
    }
}

/// The digest of a file of `size` bytes from the values of its groups; `whole` is that of the first as a whole file.
pub(super) fn digest_of(size: u64, groups: &[GroupValue], whole: Option<Blake3Digest>) -> Blake3Digest {
    let mut merger = GroupMerger::new();
    groups.iter().for_each(|value| merger.push(*value));
    let merged = merger.finish(size).ok().or(whole);
    merged.unwrap_or_else(|| Blake3Digest(blake3::hash(&[]).into()))
}
