//! What waits to be read and hashed. Nothing here works while the lock is held.
mod blocks;
mod choose;

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use sealbag_lanes::LANES;

use super::pace::Pace;
use super::task::{Block, Task};
use super::{Reader, Thread};
use crate::chunks::GroupValue;
use crate::digest::Blake3Digest;
use crate::hash::group::{GroupParts, GroupValues};
use crate::hash::ordered::Ordered;

/// Bytes of one file that may be under way, and of all files together.
const AHEAD: usize = 6 << 20;
const AHEAD_OF_ALL: usize = 96 << 20;
/// Files that are open at most, however many processors there are.
const MOST_READERS: usize = 128;

/// One file.
pub(super) struct Open {
    /// Not there while a thread has it.
    ordered: Option<Ordered>,
    parts: GroupParts,
    wants_order: bool,
    pending: VecDeque<Arc<Block>>,
    under_way: usize,
    groups: Vec<Option<GroupValue>>,
    groups_missing: usize,
    /// The digest of a file that has no group but the first.
    whole: Option<Blake3Digest>,
    is_last_taken: bool,
}

impl Open {
    /// Who should take the next block in order, if it can be taken: `Some(None)` is anybody.
    fn next_owner(&self) -> Option<Option<Thread>> {
        self.ordered.as_ref().and(self.pending.front()).map(|block| block.owner)
    }

    fn has_all_groups(&self) -> bool {
        self.groups_missing == 0
    }

    pub(super) fn groups(&self) -> Vec<GroupValue> {
        self.groups.iter().copied().flatten().collect()
    }

    /// The digest of the first group as a whole file.
    pub(super) fn whole(&self) -> Option<Blake3Digest> {
        self.whole
    }

    /// The digests in order, once the last block was taken.
    pub(super) fn take_finished(&mut self) -> Option<Ordered> {
        if self.is_finished() { self.ordered.take() } else { None }
    }

    fn is_finished(&self) -> bool {
        self.has_all_groups() && (self.is_last_taken || !self.wants_order)
    }

    fn set_group(&mut self, index: u64, (value, whole): GroupValues) {
        if let Some(place) = self.groups.get_mut(index as usize) {
            *place = Some(value);
        }
        self.whole = self.whole.or(whole);
    }
}

/// What a reader waits for before it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Awaits {
    /// Room for the next block of a file.
    Room(u64),
    /// The values of all groups of a file so far.
    Groups(u64),
    /// The digests of a file.
    End(u64),
}

/// What a reader told last.
#[derive(Default)]
struct Told {
    awaits: Option<Awaits>,
    /// It waits for a medium, not for a processor.
    is_slow: bool,
    /// The thread that it is with, or was last.
    thread: Thread,
}

/// Which threads are woken first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// As many as there are processors.
    First,
    /// The others.
    Second,
}

/// What a thread should do.
pub(super) enum Step {
    /// Hash.
    Hash(Task),
    /// Let these readers go on; a slow one is alone.
    Read { readers: Vec<Reader>, is_slow: bool },
    /// Begin a new reader.
    Begin(Reader),
    /// Some files could go on, but fewer than fill the lanes, and others are about to come.
    WaitBriefly,
    /// Nothing can be done now.
    Wait,
    /// Nothing will ever come.
    End,
}

/// All files that are open, and their readers.
pub(super) struct State {
    /// Measured when it is first asked for.
    pace: fn() -> &'static Pace,
    /// Files that a thread hashes together.
    width: usize,
    /// Readers at a time where any of them waits for a medium, whose head would go to and fro between many.
    few_readers: usize,
    next: u64,
    files: BTreeMap<u64, Open>,
    /// Files that want order and that no thread has.
    idle: usize,
    any_order: VecDeque<Task>,
    /// Memory of each thread: what it read last lies in its processor's cache.
    spare: BTreeMap<Thread, Vec<Vec<u8>>>,
    /// Blocks that a thread has read, that wait, and that it should take itself.
    owned: BTreeMap<Thread, usize>,
    /// Long jobs that wait for a reader.
    jobs: usize,
    readers: BTreeMap<Reader, Told>,
    /// Those of them that no thread has, in the order in which they came back.
    parked: VecDeque<Reader>,
    /// Readers that a thread has and that need a processor.
    reading: usize,
    processors: usize,
    /// Threads that hash or read and need a processor.
    running: usize,
    threads: usize,
    asleep: BTreeMap<Thread, Rank>,
    /// Threads that do so without sleeping.
    pub(super) looking_out: usize,
    is_closed: bool,
    is_broken: bool,
}

impl State {
    pub(super) fn new(pace: fn() -> &'static Pace, processors: usize) -> Self {
        Self {
            pace,
            width: 1,
            few_readers: (LANES * processors).min(MOST_READERS),
            next: 0,
            files: BTreeMap::new(),
            idle: 0,
            any_order: VecDeque::new(),
            spare: BTreeMap::new(),
            owned: BTreeMap::new(),
            jobs: 0,
            readers: BTreeMap::new(),
            parked: VecDeque::new(),
            reading: 0,
            processors,
            running: 0,
            threads: 0,
            asleep: BTreeMap::new(),
            looking_out: 0,
            is_closed: false,
            is_broken: false,
        }
    }

    fn number(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    /// A thread begins to work.
    pub(super) fn new_thread(&mut self) -> Thread {
        self.threads += 1;
        Thread(self.threads)
    }

    /// A thread begins to sleep.
    pub(super) fn begin_sleep(&mut self, thread: Thread) -> Rank {
        let rank = if thread.0 <= self.processors { Rank::First } else { Rank::Second };
        self.asleep.insert(thread, rank);
        rank
    }

    /// A thread woke.
    pub(super) fn end_sleep(&mut self, thread: Thread) {
        self.asleep.remove(&thread);
    }

    /// A long job waits for a reader.
    pub(super) fn add_job(&mut self) {
        self.jobs += 1;
    }

    /// No further jobs will come.
    pub(super) fn close_jobs(&mut self) {
        self.is_closed = true;
    }

    /// A thread is no more, and with it some reader.
    pub(super) fn give_up(&mut self) {
        self.is_broken = true;
    }

    pub(super) fn new_reader(&mut self) -> Reader {
        let reader = Reader(self.number());
        self.readers.insert(reader, Told::default());
        reader
    }

    /// A reader is done.
    pub(super) fn forget(&mut self, reader: Reader) {
        self.readers.remove(&reader);
    }

    /// A reader says what it waits for.
    pub(super) fn set_awaits(&mut self, reader: Reader, awaits: Awaits) {
        self.readers.entry(reader).or_default().awaits = Some(awaits);
    }

    /// A reader says whether it waits for a medium.
    pub(super) fn set_slow(&mut self, reader: Reader, is_slow: bool) {
        self.readers.entry(reader).or_default().is_slow = is_slow;
    }

    /// A thread is back from a reader, which is done or waits.
    pub(super) fn end_reading(&mut self, reader: Reader, was_slow: bool, is_done: bool) {
        self.reading -= usize::from(!was_slow);
        if is_done {
            self.readers.remove(&reader);
        } else {
            self.parked.push_back(reader);
        }
    }

    /// A thread is back from all its readers.
    pub(super) fn end_round(&mut self, was_slow: bool) {
        self.running -= usize::from(!was_slow);
    }

    pub(super) fn open(&mut self, ordered: Ordered) -> u64 {
        let number = self.number();
        let wants_order = ordered.is_wanted();
        self.idle += usize::from(wants_order);
        let open = Open {
            ordered: Some(ordered),
            parts: GroupParts::default(),
            wants_order,
            pending: VecDeque::new(),
            under_way: 0,
            groups: Vec::new(),
            groups_missing: 0,
            whole: None,
            is_last_taken: false,
        };
        self.files.insert(number, open);
        self.note_number_of_files();
        number
    }

    fn note_number_of_files(&mut self) {
        self.width = (self.pace)().width(self.files.len(), self.processors);
    }

    /// Files, and those of them that want order and that no thread has.
    #[cfg(test)]
    pub(super) fn open_files(&self) -> (usize, usize) {
        (self.files.len(), self.idle)
    }

    pub(super) fn file(&mut self, number: u64) -> &mut Open {
        self.files.get_mut(&number).expect("a file is there until its reader closes it")
    }

    /// Forgets a file. What threads have of it is thrown away when they bring it.
    pub(super) fn close(&mut self, number: u64) {
        let Some(open) = self.files.remove(&number) else { return };
        self.note_number_of_files();
        self.idle -= usize::from(open.wants_order && open.ordered.is_some() && !open.is_last_taken);
        open.pending.iter().for_each(|block| self.disown(block.owner));
    }

    /// True if it is so what a reader waits for.
    pub(super) fn is_met(&self, awaits: Awaits) -> bool {
        let is_so = |file: u64, is_so: fn(&Open) -> bool| self.files.get(&file).is_some_and(is_so);
        match awaits {
            Awaits::Room(file) => {
                let ahead = (AHEAD_OF_ALL / self.files.len().max(1)).min(AHEAD);
                self.files.get(&file).is_some_and(|open| open.under_way < ahead)
            }
            Awaits::Groups(file) => is_so(file, Open::has_all_groups),
            Awaits::End(file) => is_so(file, Open::is_finished),
        }
    }

    /// True if BLAKE3 of this file best goes with its SHA-256.
    pub(super) fn is_woven(&self, number: u64) -> bool {
        (self.pace)().is_woven(self.width) && self.files.get(&number).is_some_and(|open| open.wants_order)
    }

    /// True if so many files are open that each reader should compute the groups of its own.
    pub(super) fn is_crowded(&self, processors: usize) -> bool {
        self.files.len() > processors
    }
}
