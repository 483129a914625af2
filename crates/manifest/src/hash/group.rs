//! The BLAKE3 of one group of a large file, piece by piece.

use blake3::Hasher;
use blake3::hazmat::HasherExt;

use crate::chunks::{GROUP_LEN, GroupValue};
use crate::digest::Blake3Digest;

/// The value of a group, and the digest of a file that has no other.
pub(super) type GroupValues = (GroupValue, Option<Blake3Digest>);

/// Takes the bytes of one group as they come.
pub(super) struct GroupHasher {
    index: u64,
    hasher: Hasher,
}

impl GroupHasher {
    /// For the group with this index, below 2^43: files have less than 2^63 bytes.
    pub(super) fn new(index: u64) -> Self {
        let mut hasher = Hasher::new();
        hasher.set_input_offset(index * GROUP_LEN);
        Self { index, hasher }
    }

    /// Takes the next bytes; all together at most a group.
    pub(super) fn update(&mut self, bytes: &[u8]) {
        self.hasher.update(bytes);
    }

    /// What came of it.
    pub(super) fn values(&self) -> GroupValues {
        let whole = (self.index == 0).then(|| Blake3Digest(self.hasher.finalize().into()));
        (GroupValue(self.hasher.finalize_non_root()), whole)
    }
}
