//! Units of hashing that a thread does without the lock.

use std::sync::Arc;

use super::Thread;
use crate::hash::group::{GroupHasher, GroupValues};
use crate::hash::ordered::{self, Next, Ordered};

/// Some bytes of a file, all in one group.
pub(super) struct Block {
    /// Which group.
    pub(super) index: u64,
    pub(super) bytes: Vec<u8>,
    pub(super) length: usize,
    /// Bytes that are under way until it is done.
    pub(super) room: usize,
    /// The thread that has it in its cache and should take it in order; none if all the same.
    pub(super) owner: Option<Thread>,
    /// True for the last of the file, which may be empty.
    pub(super) is_last: bool,
}

impl Block {
    fn content(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

/// The next blocks of a file, and the state that takes them.
pub(super) struct Share {
    pub(super) file: u64,
    pub(super) ordered: Ordered,
    pub(super) blocks: Vec<Arc<Block>>,
}

/// Something to hash.
pub(super) enum Task {
    /// The next blocks of some files, as many of each.
    Ordered(Vec<Share>),
    /// The value of a group.
    Group(u64, Arc<Block>),
}

/// What came of it.
pub(super) enum Done {
    Ordered(Vec<Share>),
    Group(u64, Arc<Block>, Option<GroupValues>),
}

impl Task {
    pub(super) fn run(self) -> Done {
        match self {
            Self::Ordered(mut shares) => {
                let count = shares.first().map_or(0, |share| share.blocks.len());
                for at in 0..count {
                    let next = shares.iter_mut().filter_map(|share| {
                        let block = share.blocks.get(at)?;
                        Some(Next { of: &mut share.ordered, bytes: block.content(), is_last: block.is_last })
                    });
                    ordered::advance(&mut next.collect::<Vec<_>>());
                }
                Done::Ordered(shares)
            }
            Self::Group(file, block) => {
                let mut hasher = GroupHasher::new(block.index);
                hasher.update(block.content());
                Done::Group(file, block, hasher.values())
            }
        }
    }
}
