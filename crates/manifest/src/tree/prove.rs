//! Making proofs in one pass over the leaves, with memory for one hash a level.
//!
//! Every element of a proof is the root of one contiguous range of leaves, and the ranges do not overlap. So the leaves
//! are folded range by range as they come, and put in proof order at the end.

use thiserror::Error;

use super::{LeafHash, MAX_SIZE, TreeBuilder};
use crate::digest::Sha256Digest;

/// Why no proof can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ProveError {
    /// The leaf is not in the tree.
    #[error("leaf {index} is not in a tree of {size} leaves")]
    IndexOutside {
        /// The leaf asked for, from 0.
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
    /// Another number of leaves came than was announced.
    #[error("{pushed} leaves came, {size} were announced")]
    WrongCount {
        /// Leaves that came.
        pushed: u64,
        /// Leaves announced.
        size: u64,
    },
}

/// A range of leaves, and the place of its root in the proof.
#[derive(Debug, Clone, Copy)]
struct Part {
    start: u64,
    end: u64,
    place: usize,
}

/// Folds the ranges that a proof needs while all leaves pass by.
#[derive(Debug, Clone)]
struct Folder {
    size: u64,
    pushed: u64,
    /// Ranges still to be folded, the nearest last.
    parts: Vec<Part>,
    fold: TreeBuilder,
    proof: Vec<Option<Sha256Digest>>,
}

impl Folder {
    fn new(size: u64, mut parts: Vec<Part>) -> Self {
        parts.sort_unstable_by_key(|part| std::cmp::Reverse(part.start));
        let proof = vec![None; parts.len()];
        Self { size, pushed: 0, parts, fold: TreeBuilder::new(), proof }
    }

    fn push(&mut self, leaf: LeafHash) {
        let at = self.pushed;
        self.pushed = self.pushed.saturating_add(1);
        let Some(&part) = self.parts.last() else { return };
        if at < part.start {
            return;
        }
        self.fold.push(leaf);
        if at + 1 == part.end {
            self.proof[part.place] = Some(self.fold.root());
            self.fold = TreeBuilder::new();
            self.parts.pop();
        }
    }

    fn finish(self) -> Result<Vec<Sha256Digest>, ProveError> {
        let wrong = ProveError::WrongCount { pushed: self.pushed, size: self.size };
        if self.pushed != self.size {
            return Err(wrong);
        }
        self.proof.into_iter().collect::<Option<_>>().ok_or(wrong)
    }
}

/// Makes the inclusion proof of one leaf (RFC 6962, 2.1.1) from all leaves, pushed in order.
#[derive(Debug, Clone)]
pub struct InclusionProver(Folder);

impl InclusionProver {
    /// For leaf `index`, from 0, in a tree of `size` leaves.
    pub fn new(index: u64, size: u64) -> Result<Self, ProveError> {
        check_size(size)?;
        if index >= size {
            return Err(ProveError::IndexOutside { index, size });
        }
        let mut parts = Vec::new();
        let (mut start, mut end) = (0, size);
        while end - start > 1 {
            let middle = start + left_width(end - start);
            if index < middle {
                parts.push(Part { start: middle, end, place: 0 });
                end = middle;
            } else {
                parts.push(Part { start, end: middle, place: 0 });
                start = middle;
            }
        }
        Ok(Self(Folder::new(size, placed_upwards(parts))))
    }

    /// Takes the next leaf.
    pub fn push(&mut self, leaf: LeafHash) {
        self.0.push(leaf);
    }

    /// The proof, leaf to root, if exactly the announced number of leaves came.
    pub fn finish(self) -> Result<Vec<Sha256Digest>, ProveError> {
        self.0.finish()
    }
}

/// Makes the consistency proof between two sizes of one growing tree (RFC 6962, 2.1.2), from all leaves of the newer,
/// pushed in order.
#[derive(Debug, Clone)]
pub struct ConsistencyProver(Folder);

impl ConsistencyProver {
    /// From a tree of `old` leaves to one of `new`. The proof is empty if `old` is 0 or equals `new`.
    pub fn new(old: u64, new: u64) -> Result<Self, ProveError> {
        check_size(new)?;
        if old > new {
            return Err(ProveError::OldLarger { old, new });
        }
        let mut parts = Vec::new();
        if old > 0 {
            let (mut start, mut end) = (0, new);
            while end != old {
                let middle = start + left_width(end - start);
                if old <= middle {
                    parts.push(Part { start: middle, end, place: 0 });
                    end = middle;
                } else {
                    parts.push(Part { start, end: middle, place: 0 });
                    start = middle;
                }
            }
            // The verifier has this root already if it is the whole older tree.
            if start > 0 {
                parts.push(Part { start, end, place: 0 });
            }
        }
        Ok(Self(Folder::new(new, placed_upwards(parts))))
    }

    /// Takes the next leaf.
    pub fn push(&mut self, leaf: LeafHash) {
        self.0.push(leaf);
    }

    /// The proof in the order of the RFC, if exactly the announced number of leaves came.
    pub fn finish(self) -> Result<Vec<Sha256Digest>, ProveError> {
        self.0.finish()
    }
}

/// The inclusion proof of leaf `index` among `leaves`, which must be `size` in number; see [`InclusionProver`].
pub fn inclusion_proof(
    leaves: impl IntoIterator<Item = LeafHash>,
    index: u64,
    size: u64,
) -> Result<Vec<Sha256Digest>, ProveError> {
    let mut prover = InclusionProver::new(index, size)?;
    leaves.into_iter().for_each(|leaf| prover.push(leaf));
    prover.finish()
}

/// The consistency proof from `old` leaves to all `new` of `leaves`; see [`ConsistencyProver`].
pub fn consistency_proof(
    leaves: impl IntoIterator<Item = LeafHash>,
    old: u64,
    new: u64,
) -> Result<Vec<Sha256Digest>, ProveError> {
    let mut prover = ConsistencyProver::new(old, new)?;
    leaves.into_iter().for_each(|leaf| prover.push(leaf));
    prover.finish()
}

fn check_size(size: u64) -> Result<(), ProveError> {
    if size > MAX_SIZE { Err(ProveError::TooLarge { size }) } else { Ok(()) }
}

/// The largest power of two that is smaller than `width`, which is at least 2: leaves of the left subtree.
fn left_width(width: u64) -> u64 {
    1 << (63 - (width - 1).leading_zeros())
}

/// Ranges were found from the root down; a proof runs from the leaf up.
fn placed_upwards(mut parts: Vec<Part>) -> Vec<Part> {
    let count = parts.len();
    for (depth, part) in parts.iter_mut().enumerate() {
        part.place = count - 1 - depth;
    }
    parts
}
