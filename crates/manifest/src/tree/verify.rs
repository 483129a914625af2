//! Checking proofs. Sizes come from the caller, who has them from a signed record, never from the proof.

use thiserror::Error;

use super::{LeafHash, MAX_SIZE, empty_root, node_hash};
use crate::digest::Sha256Digest;

/// Why a proof does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum VerifyError {
    /// The leaf is not in the tree.
    #[error("leaf {index} is not in a tree of {size} leaves")]
    IndexOutside {
        /// The leaf, from 0.
        index: u64,
        /// Leaves of the tree.
        size: u64,
    },
    /// The older tree is larger than the newer one.
    #[error("the older tree has {old} leaves, the newer only {new}")]
    OldLarger {
        /// Leaves of the older tree.
        old: u64,
        /// Leaves of the newer tree.
        new: u64,
    },
    /// The tree is larger than a tree may be.
    #[error("a tree of {size} leaves is larger than 2^63-1")]
    TooLarge {
        /// Leaves of the tree.
        size: u64,
    },
    /// The proof has elements too few or too many for these sizes.
    #[error("the proof has {found} hashes, these sizes need {expected}")]
    WrongLength {
        /// Hashes that the sizes need.
        expected: usize,
        /// Hashes in the proof.
        found: usize,
    },
    /// The proof leads to another root than the older one.
    #[error("the proof does not lead to the root of the older tree")]
    OldRoot,
    /// The proof leads to another root.
    #[error("the proof does not lead to the root of the tree")]
    Root,
}

/// Checks that `leaf` is leaf `index`, from 0, of the tree of `size` leaves with this `root` (RFC 9162, 2.1.3.2).
///
/// `path` runs from the leaf to the root and must have exactly the length that `index` and `size` require.
pub fn verify_inclusion(
    leaf: LeafHash,
    index: u64,
    size: u64,
    path: &[Sha256Digest],
    root: &Sha256Digest,
) -> Result<(), VerifyError> {
    if size > MAX_SIZE {
        return Err(VerifyError::TooLarge { size });
    }
    if index >= size {
        return Err(VerifyError::IndexOutside { index, size });
    }
    let expected = inclusion_length(index, size);
    if path.len() != expected {
        return Err(VerifyError::WrongLength { expected, found: path.len() });
    }
    let (mut node, mut last) = (index, size - 1);
    let mut hash = leaf.0;
    for sibling in path {
        // A left child on the right edge has no sibling: go up to where the node is a right child.
        if node == last {
            let levels = node.trailing_zeros();
            node >>= levels;
            last >>= levels;
        }
        hash = if node & 1 == 1 { node_hash(sibling, &hash) } else { node_hash(&hash, sibling) };
        node >>= 1;
        last >>= 1;
    }
    if hash == *root { Ok(()) } else { Err(VerifyError::Root) }
}

/// Checks that the tree of `new_size` leaves begins with all leaves of the tree of `old_size` (RFC 9162, 2.1.4.2).
///
/// The proof must be empty if the sizes are equal, or if the older tree is empty, which every tree begins with.
pub fn verify_consistency(
    old_size: u64,
    old_root: &Sha256Digest,
    new_size: u64,
    new_root: &Sha256Digest,
    proof: &[Sha256Digest],
) -> Result<(), VerifyError> {
    if new_size > MAX_SIZE {
        return Err(VerifyError::TooLarge { size: new_size });
    }
    if old_size > new_size {
        return Err(VerifyError::OldLarger { old: old_size, new: new_size });
    }
    let expected = consistency_length(old_size, new_size);
    if proof.len() != expected {
        return Err(VerifyError::WrongLength { expected, found: proof.len() });
    }
    if old_size == 0 && *old_root != empty_root() {
        return Err(VerifyError::OldRoot);
    }
    if new_size == 0 && *new_root != empty_root() {
        return Err(VerifyError::Root);
    }
    if old_size == new_size && old_root != new_root {
        return Err(VerifyError::Root);
    }
    if old_size == 0 || old_size == new_size {
        return Ok(());
    }
    // The largest complete subtree that ends the older tree: its root opens the proof, unless it is the whole tree.
    let shift = old_size.trailing_zeros();
    let (mut node, mut last) = ((old_size - 1) >> shift, (new_size - 1) >> shift);
    let (first, rest) = match proof.split_first() {
        Some((first, rest)) if !old_size.is_power_of_two() => (first, rest),
        _ => (old_root, proof),
    };
    let (mut old_hash, mut new_hash) = (*first, *first);
    for sibling in rest {
        if node == last {
            let levels = node.trailing_zeros();
            node >>= levels;
            last >>= levels;
        }
        if node & 1 == 1 {
            old_hash = node_hash(sibling, &old_hash);
            new_hash = node_hash(sibling, &new_hash);
        } else {
            new_hash = node_hash(&new_hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    if old_hash != *old_root {
        return Err(VerifyError::OldRoot);
    }
    if new_hash == *new_root { Ok(()) } else { Err(VerifyError::Root) }
}

/// Siblings on the way from leaf `index` to the root: one a level where the node is not alone on the right edge.
fn inclusion_length(index: u64, size: u64) -> usize {
    siblings_above(index, size - 1)
}

fn consistency_length(old_size: u64, new_size: u64) -> usize {
    if old_size == 0 || old_size == new_size {
        return 0;
    }
    let shift = old_size.trailing_zeros();
    let opening = usize::from(!old_size.is_power_of_two());
    opening + siblings_above((old_size - 1) >> shift, (new_size - 1) >> shift)
}

fn siblings_above(mut node: u64, mut last: u64) -> usize {
    let mut count = 0;
    while last > 0 {
        count += usize::from(node & 1 == 1 || node < last);
        node >>= 1;
        last >>= 1;
    }
    count
}
