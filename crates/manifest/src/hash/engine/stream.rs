//! One file, from its reader's side.

use std::future::poll_fn;
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, Instant};

use sealbag_lanes::woven::PART;

use super::state::Awaits;
use super::task::{Blake3, Block};
use super::{Reader, Shared, Thread};
use crate::chunks::{GROUP_LEN, GroupValue, LARGE_FILE};
use crate::entry::ContentDigests;
use crate::hash::group::{GroupHasher, digest_of};
use crate::hash::ordered::Ordered;
use crate::hash::{Algorithms, FileDigests};

const GROUP: usize = GROUP_LEN as usize;
/// Bytes that go from thread to thread at once where many files are open: those of all that go together stay in the cache.
const CROWDED: usize = 64 << 10;
/// A reader that takes so long for a block waits for a medium.
const SLOW: Duration = Duration::from_millis(1);

/// Takes the bytes of one file as they are read.
pub struct HashStream {
    shared: Arc<Shared>,
    reader: Reader,
    file: u64,
    size: u64,
    /// The block that is read into.
    bytes: Vec<u8>,
    filled: usize,
    /// Where this thread computes the group's value itself; the group may have several blocks.
    group: Option<Box<GroupHasher>>,
    /// True if that is done together with the SHA-256.
    is_woven: bool,
    /// When room was asked for.
    asked: Instant,
    is_slow: bool,
    /// Who has the block in its cache.
    owner: Option<Thread>,
}

impl HashStream {
    pub(super) fn begin(shared: Arc<Shared>, reader: Reader, algorithms: Algorithms) -> Self {
        let file = shared.lock().open(Ordered::new(algorithms));
        let (bytes, asked) = (Vec::new(), Instant::now());
        let (is_woven, is_slow) = (false, false);
        Self { shared, reader, file, size: 0, bytes, filled: 0, group: None, is_woven, asked, is_slow, owner: None }
    }

    /// Memory for what comes next: never empty, and never over the end of the group. Its content is arbitrary. Waits while
    /// the reader is far ahead.
    pub async fn room(&mut self) -> &mut [u8] {
        if self.bytes.is_empty() {
            self.wait(Awaits::Room(self.file)).await;
            let mut state = self.shared.lock();
            if self.size.is_multiple_of(GROUP_LEN) {
                let index = self.size / GROUP_LEN;
                let is_crowd = state.is_crowded(self.shared.processors);
                self.is_woven = is_crowd && state.is_woven(self.file);
                self.group = (is_crowd && !self.is_woven).then(|| Box::new(GroupHasher::new(index)));
            }
            (self.bytes, self.owner) = state.new_block(self.file, self.reader, self.block_length(), self.is_crowd());
        }
        self.asked = Instant::now();
        let end = self.block_length();
        &mut self.bytes[self.filled..end]
    }

    fn is_crowd(&self) -> bool {
        self.group.is_some() || self.is_woven
    }

    /// Bytes of the block that is read into: a whole group, unless many files are open.
    fn block_length(&self) -> usize {
        match self.is_woven {
            true => PART,
            false if self.group.is_some() => CROWDED,
            false => GROUP,
        }
    }

    /// So many bytes were written to the room.
    ///
    /// # Panics
    /// If they are more than there was room for.
    pub fn take(&mut self, count: usize) {
        self.is_slow = self.asked.elapsed() > SLOW;
        let taken = self.filled..self.filled + count;
        assert!(taken.end <= self.block_length(), "more bytes than there was room for");
        if let Some(group) = &mut self.group {
            group.update(&self.bytes[taken]);
        }
        self.filled += count;
        self.size += count as u64;
        if self.filled == self.block_length() {
            self.push(false);
        }
    }

    /// The same with zero bytes, any number of them.
    pub async fn take_zeros(&mut self, mut length: u64) {
        while length > 0 {
            let room = self.room().await;
            let part = length.min(room.len() as u64) as usize;
            room[..part].fill(0);
            self.take(part);
            length -= part as u64;
        }
    }

    /// The values of the whole groups taken so far. Waits for them.
    pub async fn groups(&mut self) -> Vec<GroupValue> {
        self.wait(Awaits::Groups(self.file)).await;
        self.shared.lock().file(self.file).groups()
    }

    /// The digests of everything taken.
    pub async fn finish(mut self) -> FileDigests {
        self.push(true);
        self.wait(Awaits::End(self.file)).await;
        let mut state = self.shared.lock();
        let open = state.file(self.file);
        let finished = open.take_finished();
        let (whole, mut groups) = (open.whole(), open.groups());
        drop(state);
        let (sha256, extra) = finished.unwrap_or_default().finish();
        let blake3 = digest_of(self.size, &groups, whole);
        if self.size <= LARGE_FILE {
            groups.clear();
        }
        FileDigests { size: self.size, content: ContentDigests { sha256, blake3 }, extra, groups }
    }

    /// Hands the block over.
    fn push(&mut self, is_last: bool) {
        let length = std::mem::take(&mut self.filled);
        let bytes = std::mem::take(&mut self.bytes);
        // An end behind a whole block has no bytes of its own.
        let room = if bytes.is_empty() { 0 } else { self.block_length() };
        // The group that these bytes belong to.
        let index = self.size.saturating_sub(1) / GROUP_LEN;
        let is_end_of_group = is_last || self.size.is_multiple_of(GROUP_LEN);
        // Behind a whole group comes an end that belongs to none.
        let ends_group = is_end_of_group && (length > 0 || !self.size.is_multiple_of(GROUP_LEN));
        let blake3 = if self.is_woven { Blake3::InOrder { ends_group } } else { Blake3::Apart };
        let block = Arc::new(Block { index, bytes, length, room, owner: self.owner.take(), is_last, blake3 });
        let mut state = self.shared.lock();
        state.push_ordered(self.file, block.clone());
        match self.group.take_if(|_| is_end_of_group) {
            Some(group) => state.set_group(self.file, index, group.values()),
            None if self.is_woven && ends_group => state.await_group(self.file, index),
            None if !self.is_crowd() && length > 0 => state.push_group(self.file, block.clone()),
            None => {}
        }
        state.give_back(self.file, block);
    }

    /// Lets others go on until it is so. Once for every block even if it is so already: whoever reads must not keep those
    /// from their turn who read the other lanes.
    async fn wait(&self, awaits: Awaits) {
        let mut has_yielded = false;
        poll_fn(|_| {
            let mut state = self.shared.lock();
            if has_yielded && state.is_met(awaits) {
                return Poll::Ready(());
            }
            has_yielded = true;
            state.set_awaits(self.reader, awaits);
            state.set_slow(self.reader, self.is_slow);
            Poll::Pending
        })
        .await;
    }
}

impl Drop for HashStream {
    fn drop(&mut self) {
        self.shared.lock().close(self.file);
    }
}
