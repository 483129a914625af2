//! Units of hashing that a thread does without the lock.

use std::sync::Arc;

use sealbag_lanes::woven::{PART, Woven};

use super::Thread;
use crate::chunks::VALUE_LEN;
use crate::hash::group::{GroupHasher, GroupParts, GroupValues};
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
    /// What BLAKE3 does with it when its turn comes.
    pub(super) blake3: Blake3,
}

/// Who takes a block to BLAKE3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Blake3 {
    /// Its reader, or whoever finds time.
    Apart,
    /// Whoever takes it to SHA-256: it is a part of its group, the last one or not.
    InOrder { ends_group: bool },
}

impl Block {
    fn content(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    /// If it is to be taken to both digests at once, and fills a part.
    fn whole_part(&self) -> Option<&[u8; PART]> {
        if self.blake3 == Blake3::Apart { None } else { self.content().try_into().ok() }
    }
}

/// The next blocks of a file, and the state that takes them.
pub(super) struct Share {
    pub(super) file: u64,
    pub(super) ordered: Ordered,
    /// The parts so far of the group that these blocks belong to.
    pub(super) parts: GroupParts,
    pub(super) blocks: Vec<Arc<Block>>,
    /// The groups that were ended.
    pub(super) groups: Vec<(u64, GroupValues)>,
}

impl Share {
    /// Enters the part that was the block at this place.
    fn push_part(&mut self, at: usize, value: Option<[u8; VALUE_LEN]>) {
        let Some(block) = self.blocks.get(at) else { return };
        let Blake3::InOrder { ends_group } = block.blake3 else { return };
        match value {
            Some(value) => self.parts.push(value),
            None => self.parts.take(block.index, block.content()),
        }
        if ends_group && let Some(values) = self.parts.end(block.index) {
            self.groups.push((block.index, values));
        }
    }
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
                    let values = take_woven(&mut shares, at);
                    if values.is_none() {
                        let next = shares.iter_mut().filter_map(|share| {
                            let block = share.blocks.get(at)?;
                            Some(Next { of: &mut share.ordered, bytes: block.content(), is_last: block.is_last })
                        });
                        ordered::advance(&mut next.collect::<Vec<_>>());
                    }
                    let values = values.map_or([None; 2], |values| values.map(Some));
                    let values = values.into_iter().chain(std::iter::repeat(None));
                    shares.iter_mut().zip(values).for_each(|(share, value)| share.push_part(at, value));
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

/// Takes the blocks at this place of two files to both digests at once, if both are whole parts: then the values of these.
fn take_woven(shares: &mut [Share], at: usize) -> Option<[[u8; VALUE_LEN]; 2]> {
    let woven = Woven::of_this_machine()?;
    let [first, second] = shares else { return None };
    let (one, two) = (first.blocks.get(at)?, second.blocks.get(at)?);
    if first.parts.may_be_whole(one.index) || second.parts.may_be_whole(two.index) {
        return None;
    }
    let counters = [first.parts.next_chunk(one.index), second.parts.next_chunk(two.index)];
    let parts = [one.whole_part()?, two.whole_part()?];
    ordered::advance_woven(woven, [&mut first.ordered, &mut second.ordered], parts, counters)
}
