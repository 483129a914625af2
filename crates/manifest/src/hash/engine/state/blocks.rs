//! The way of a block: filled by a reader, hashed by a thread, its memory given back.

use std::sync::Arc;

use super::State;
use crate::hash::engine::task::{Block, Done, Share, Task};
use crate::hash::engine::{Reader, Thread};
use crate::hash::group::GroupValues;

/// Blocks that a thread keeps for what it reads next.
const SPARE: usize = 16;

impl State {
    /// Memory for the next block of a file, and the thread that should hash it, if any.
    pub(in crate::hash::engine) fn new_block(
        &mut self,
        number: u64,
        reader: Reader,
        length: usize,
        is_crowd: bool,
    ) -> (Vec<u8>, Option<Thread>) {
        self.file(number).under_way += length;
        let owner = self.readers.get(&reader).filter(|_| is_crowd).map(|told| told.thread);
        let spare = self.spare.entry(owner.unwrap_or_default()).or_default().pop();
        (spare.filter(|spare| spare.len() == length).unwrap_or_else(|| vec![0; length]), owner)
    }

    /// A block was filled: its bytes wait for their turn.
    pub(in crate::hash::engine) fn push_ordered(&mut self, number: u64, block: Arc<Block>) {
        let open = self.file(number);
        if !open.wants_order {
            return;
        }
        let owner = block.owner;
        open.pending.push_back(block);
        if let Some(owner) = owner {
            *self.owned.entry(owner).or_default() += 1;
        }
    }

    pub(super) fn disown(&mut self, owner: Option<Thread>) {
        if let Some(count) = owner.and_then(|owner| self.owned.get_mut(&owner)) {
            *count -= 1;
        }
    }

    /// The value of a group is about to come.
    pub(in crate::hash::engine) fn await_group(&mut self, number: u64, index: u64) {
        let open = self.file(number);
        open.groups_missing += 1;
        open.groups.resize(open.groups.len().max(index as usize + 1), None);
    }

    /// The value of a group is wanted.
    pub(in crate::hash::engine) fn push_group(&mut self, number: u64, block: Arc<Block>) {
        self.await_group(number, block.index);
        self.any_order.push_back(Task::Group(number, block));
    }

    /// The reader computed the value of a group itself.
    pub(in crate::hash::engine) fn set_group(&mut self, number: u64, index: u64, values: Option<GroupValues>) {
        let Some(values) = values else { return };
        let open = self.file(number);
        open.groups.resize(open.groups.len().max(index as usize + 1), None);
        open.set_group(index, values);
    }

    /// A thread is back from hashing.
    pub(in crate::hash::engine) fn end_hashing(&mut self, done: Done) {
        self.running -= 1;
        self.take_back(done);
    }

    /// Takes back what a thread is done with.
    pub(in crate::hash::engine) fn take_back(&mut self, done: Done) {
        match done {
            Done::Ordered(shares) => {
                for Share { file, ordered, parts, blocks, groups } in shares {
                    let is_last = blocks.last().is_some_and(|block| block.is_last);
                    if let Some(open) = self.files.get_mut(&file) {
                        open.ordered = Some(ordered);
                        open.parts = parts;
                        open.groups_missing -= groups.len();
                        groups.into_iter().for_each(|(index, values)| open.set_group(index, values));
                        open.is_last_taken = is_last;
                        self.idle += usize::from(!is_last);
                    }
                    blocks.into_iter().for_each(|block| self.give_back(file, block));
                }
            }
            Done::Group(number, block, values) => {
                if let Some(open) = self.files.get_mut(&number) {
                    values.into_iter().for_each(|values| open.set_group(block.index, values));
                    open.groups_missing -= 1;
                }
                self.give_back(number, block);
            }
        }
    }

    /// Whoever has a block last gives its memory back.
    pub(in crate::hash::engine) fn give_back(&mut self, number: u64, block: Arc<Block>) {
        let Some(block) = Arc::into_inner(block) else { return };
        if let Some(open) = self.files.get_mut(&number) {
            open.under_way -= block.room;
        }
        let spare = self.spare.entry(block.owner.unwrap_or_default()).or_default();
        if spare.len() < SPARE && !block.bytes.is_empty() {
            spare.push(block.bytes);
        }
    }
}
