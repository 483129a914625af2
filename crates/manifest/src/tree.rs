//! The tree over the sealed list (RFC 6962, 2.1, with SHA-256).
//!
//! A leaf is one line of the list without its LF. Leaf and node hashes begin with different bytes, and the size is signed
//! beside the root, so no node can pass for a leaf and no tree for one of another size. `docs/spec/tree.md`.

mod prove;
mod verify;

use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::digest::Sha256Digest;

pub use prove::{ConsistencyProver, InclusionProver, ProveError, consistency_proof, inclusion_proof};
pub use verify::{VerifyError, verify_consistency, verify_inclusion};

/// Most leaves that a tree may have: sizes are integers below 2^63.
pub const MAX_SIZE: u64 = (1 << 63) - 1;

/// The hash of one leaf: SHA-256(00 ‖ line).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LeafHash(pub Sha256Digest);

/// Hashes one line of the sealed list, given without its LF.
pub fn leaf_hash(line: &[u8]) -> LeafHash {
    LeafHash(Sha256Digest(Sha256::new().chain_update([0]).chain_update(line).finalize().into()))
}

/// Hashes many leaves together, each given as 00 ‖ line.
pub fn leaf_hashes(leaves: &[&[u8]]) -> Vec<LeafHash> {
    sealbag_lanes::digests(leaves).into_iter().map(|digest| LeafHash(Sha256Digest(digest))).collect()
}

/// Hashes two neighbours: SHA-256(01 ‖ left ‖ right).
pub fn node_hash(left: &Sha256Digest, right: &Sha256Digest) -> Sha256Digest {
    let mut block = [1; 65];
    block[1..33].copy_from_slice(&left.0);
    block[33..].copy_from_slice(&right.0);
    Sha256Digest(Sha256::digest(block).into())
}

/// The root of a tree without leaves: SHA-256 of nothing.
pub fn empty_root() -> Sha256Digest {
    Sha256Digest(Sha256::digest([]).into())
}

/// Why a subtree was not taken; the builder is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SubtreeError {
    /// A subtree of 2^level leaves may only begin at a multiple of its size.
    #[error("a subtree of level {level} cannot begin at leaf {size}")]
    Unaligned {
        /// The level offered: the subtree has 2^level leaves.
        level: u32,
        /// Leaves so far.
        size: u64,
    },
    /// The tree would have 2^63 leaves or more.
    #[error("a subtree of level {level} at leaf {size} makes the tree larger than 2^63-1 leaves")]
    TooLarge {
        /// The level offered.
        level: u32,
        /// Leaves so far.
        size: u64,
    },
}

/// Computes a root from leaves as they come, with memory for one hash a level.
///
/// ```
/// use sealbag_manifest::tree::{TreeBuilder, leaf_hash, node_hash};
///
/// let (a, b) = (leaf_hash(b"a"), leaf_hash(b"b"));
/// let mut tree = TreeBuilder::new();
/// tree.push(a);
/// tree.push(b);
/// assert_eq!((tree.size(), tree.root()), (2, node_hash(&a.0, &b.0)));
/// ```
#[derive(Debug, Clone, Default)]
pub struct TreeBuilder {
    size: u64,
    /// Roots of the complete subtrees, largest first: one for each bit that is set in `size`.
    subtrees: Vec<Sha256Digest>,
}

impl TreeBuilder {
    /// A tree without leaves.
    pub fn new() -> Self {
        Self::default()
    }

    /// Leaves so far.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Appends one leaf.
    pub fn push(&mut self, leaf: LeafHash) {
        self.append(0, leaf.0);
    }

    /// Appends a complete subtree of 2^`level` leaves, computed elsewhere; it must begin at a multiple of its size.
    pub fn push_subtree(&mut self, level: u32, hash: Sha256Digest) -> Result<(), SubtreeError> {
        let too_large = SubtreeError::TooLarge { level, size: self.size };
        if level > 62 || self.size > MAX_SIZE - (1 << level) {
            return Err(too_large);
        }
        if !self.size.is_multiple_of(1 << level) {
            return Err(SubtreeError::Unaligned { level, size: self.size });
        }
        self.append(level, hash);
        Ok(())
    }

    /// The root over the leaves so far; [`empty_root`] if there is none.
    pub fn root(&self) -> Sha256Digest {
        let mut subtrees = self.subtrees.iter().rev();
        let Some(last) = subtrees.next() else { return empty_root() };
        subtrees.fold(*last, |right, left| node_hash(left, &right))
    }

    fn append(&mut self, level: u32, mut hash: Sha256Digest) {
        let mut carry = self.size >> level;
        while carry & 1 == 1 {
            let Some(left) = self.subtrees.pop() else { break };
            hash = node_hash(&left, &hash);
            carry >>= 1;
        }
        self.subtrees.push(hash);
        self.size = self.size.saturating_add(1 << level);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaf(i: u64) -> LeafHash {
        leaf_hash(&i.to_be_bytes())
    }

    fn root_of(range: std::ops::Range<u64>) -> Sha256Digest {
        let mut tree = TreeBuilder::new();
        range.for_each(|i| tree.push(leaf(i)));
        tree.root()
    }

    #[test]
    fn aligned_subtrees_merge_to_the_same_root() {
        for size in 1..70u64 {
            for level in 0..6u32 {
                let width = 1 << level;
                let mut tree = TreeBuilder::new();
                let mut at = 0;
                while at + width <= size {
                    assert_eq!(tree.push_subtree(level, root_of(at..at + width)), Ok(()));
                    at += width;
                }
                (at..size).for_each(|i| tree.push(leaf(i)));
                assert_eq!((tree.size(), tree.root()), (size, root_of(0..size)), "{size} {level}");
            }
        }
    }

    #[test]
    fn refuses_subtrees_that_do_not_fit() {
        let mut tree = TreeBuilder::new();
        tree.push(leaf(0));
        let before = tree.root();
        assert_eq!(tree.push_subtree(1, leaf(1).0), Err(SubtreeError::Unaligned { level: 1, size: 1 }));
        assert_eq!(tree.push_subtree(63, leaf(1).0), Err(SubtreeError::TooLarge { level: 63, size: 1 }));
        assert_eq!(tree.push_subtree(u32::MAX, leaf(1).0), Err(SubtreeError::TooLarge { level: u32::MAX, size: 1 }));
        assert_eq!((tree.size(), tree.root()), (1, before));
        let mut huge = TreeBuilder::new();
        assert_eq!(huge.push_subtree(62, leaf(0).0), Ok(()));
        assert_eq!(huge.push_subtree(62, leaf(0).0), Err(SubtreeError::TooLarge { level: 62, size: 1 << 62 }));
    }
}
