//! What waits to be read and hashed, and what a thread should do next. Nothing here works while the lock is held.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use super::task::{Block, Done, Share, Task};
use super::{Reader, Thread};
use crate::chunks::GroupValue;
use crate::digest::Blake3Digest;
use crate::hash::group::GroupValues;
use crate::hash::ordered::Ordered;

/// Bytes of one file that may be under way, and of all files together.
const AHEAD: usize = 6 << 20;
const AHEAD_OF_ALL: usize = 96 << 20;
/// Blocks of one file that are taken in order at once.
const AT_ONCE: usize = 4;
/// Blocks of one file that a thread may have read and not hashed yet, where many files are open.
const ROUNDS: usize = 2;
/// Files that are open at most, however many processors there are.
const MOST_READERS: usize = 128;
/// Blocks that a thread keeps for what it reads next.
const SPARE: usize = 16;

/// One file.
pub(super) struct Open {
    /// Not there while a thread has it.
    ordered: Option<Ordered>,
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
    lanes: usize,
    most_readers: usize,
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
    pub(super) fn new(lanes: usize, processors: usize) -> Self {
        Self {
            lanes,
            most_readers: (lanes * processors).min(MOST_READERS),
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
            wants_order,
            pending: VecDeque::new(),
            under_way: 0,
            groups: Vec::new(),
            groups_missing: 0,
            whole: None,
            is_last_taken: false,
        };
        self.files.insert(number, open);
        number
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

    /// Memory for the next block of a file, and the thread that should hash it, if any.
    pub(super) fn new_block(
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

    /// True if so many files are open that each reader should compute the groups of its own.
    pub(super) fn is_crowded(&self, processors: usize) -> bool {
        self.files.len() > processors
    }

    /// A block was filled: its bytes wait for their turn.
    pub(super) fn push_ordered(&mut self, number: u64, block: Arc<Block>) {
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

    fn disown(&mut self, owner: Option<Thread>) {
        if let Some(count) = owner.and_then(|owner| self.owned.get_mut(&owner)) {
            *count -= 1;
        }
    }

    /// The value of a group is wanted.
    pub(super) fn push_group(&mut self, number: u64, block: Arc<Block>) {
        let open = self.file(number);
        open.groups_missing += 1;
        open.groups.resize(open.groups.len().max(block.index as usize + 1), None);
        self.any_order.push_back(Task::Group(number, block));
    }

    /// The reader computed the value of a group itself.
    pub(super) fn set_group(&mut self, number: u64, index: u64, values: Option<GroupValues>) {
        let Some(values) = values else { return };
        let open = self.file(number);
        open.groups.resize(open.groups.len().max(index as usize + 1), None);
        open.set_group(index, values);
    }

    /// A thread that sleeps, if there is a processor and something to do for it.
    pub(super) fn could_use_a_thread(&self) -> Option<Rank> {
        let rank = *self.asleep.values().min()?;
        let has_work = self.running + self.looking_out < self.processors
            && (self.may_begin()
                || !self.any_order.is_empty()
                || self.parked.iter().any(|&reader| self.may_go_on(reader))
                || self.files.values().any(|open| open.next_owner().is_some()));
        has_work.then_some(rank)
    }

    /// True if some thread is about to bring something back.
    pub(super) fn is_any_running(&self) -> bool {
        self.running > 0
    }

    fn may_begin(&self) -> bool {
        self.jobs > 0 && self.readers.len() < self.most_readers
    }

    /// What a thread should do now.
    pub(super) fn step(&mut self, thread: Thread, is_patient: bool) -> Step {
        if self.is_broken {
            return Step::End;
        }
        if self.running >= self.processors {
            return Step::Wait;
        }
        let step = self.choose(thread, is_patient);
        self.running += usize::from(match step {
            Step::Hash(_) | Step::Begin(_) => true,
            Step::Read { is_slow, .. } => !is_slow,
            Step::WaitBriefly | Step::Wait | Step::End => false,
        });
        step
    }

    /// Full lanes first, of what the thread itself has read before what anybody may take; then readers that can go on or
    /// begin, then what needs no order, then lanes that are not full.
    fn choose(&mut self, thread: Thread, is_patient: bool) -> Step {
        let owned = self.owned.get(&thread).copied().unwrap_or(0);
        let own = self.ready(|owner| owner == Some(thread));
        if !own.is_empty() && (own.len() >= self.lanes || own.len() == owned) {
            return Step::Hash(self.ordered_task(own));
        }
        // What a thread has in its cache is no use while it sleeps.
        let free = self.ready(|owner| owner.is_none_or(|owner| self.asleep.contains_key(&owner)));
        if !free.is_empty() && free.len() >= self.lanes.min(self.idle) {
            return Step::Hash(self.ordered_task(free));
        }
        if self.may_begin() {
            self.jobs -= 1;
            self.reading += 1;
            let reader = self.new_reader();
            self.with(reader, thread);
            return Step::Begin(reader);
        }
        if owned < ROUNDS * self.lanes
            && let Some(step) = self.next_readers(thread, owned == 0)
        {
            return step;
        }
        if let Some(task) = self.any_order.pop_front() {
            return Step::Hash(task);
        }
        if !own.is_empty() {
            return Step::Hash(self.ordered_task(own));
        }
        let ready = self.ready(|_| true);
        if !ready.is_empty() {
            // Threads that have read something are about to take it.
            let is_worth_it = is_patient && self.running > 0;
            return if is_worth_it { Step::WaitBriefly } else { Step::Hash(self.ordered_task(ready)) };
        }
        if self.is_closed && self.jobs == 0 && self.readers.is_empty() { Step::End } else { Step::Wait }
    }

    /// Files whose next block can be taken and is for this owner, as many as there are lanes.
    fn ready(&self, is_for: impl Fn(Option<Thread>) -> bool) -> Vec<u64> {
        let ready = self.files.iter().filter(|(_, open)| open.next_owner().is_some_and(&is_for));
        ready.map(|(&number, _)| number).take(self.lanes).collect()
    }

    fn with(&mut self, reader: Reader, thread: Thread) {
        if let Some(told) = self.readers.get_mut(&reader) {
            told.thread = thread;
        }
    }

    /// Readers that can go on: as many as there are lanes if there is a crowd, else one. One that waits for a medium goes
    /// alone, and only if the thread has nothing that others would have to wait for.
    fn next_readers(&mut self, thread: Thread, may_be_slow: bool) -> Option<Step> {
        let is_slow = |reader: &Reader| self.readers.get(reader).is_some_and(|told| told.is_slow);
        let may = |reader: &&Reader| self.may_go_on(**reader) && (may_be_slow || !is_slow(reader));
        let first = self.parked.iter().find(may).copied()?;
        let slow = is_slow(&first);
        let most = if slow || !self.is_crowded(self.processors) { 1 } else { self.lanes };
        let fast = |reader: &&Reader| self.may_go_on(**reader) && !is_slow(reader);
        let readers: Vec<Reader> = match most {
            1 => vec![first],
            _ => self.parked.iter().filter(fast).copied().take(most).collect(),
        };
        self.parked.retain(|reader| !readers.contains(reader));
        readers.iter().for_each(|&reader| self.with(reader, thread));
        self.reading += if slow { 0 } else { readers.len() };
        Some(Step::Read { readers, is_slow: slow })
    }

    /// True if it is so what a reader waits for.
    pub(super) fn may_go_on(&self, reader: Reader) -> bool {
        self.readers.get(&reader).and_then(|told| told.awaits).is_none_or(|awaits| self.is_met(awaits))
    }

    /// Something to hash, whatever it is.
    pub(super) fn next_task(&mut self) -> Option<Task> {
        let ready = self.ready(|_| true);
        if ready.is_empty() { self.any_order.pop_front() } else { Some(self.ordered_task(ready)) }
    }

    fn ordered_task(&mut self, files: Vec<u64>) -> Task {
        // As many of each: lanes that run dry one after the other are no lanes.
        let waiting = files.iter().filter_map(|file| Some(self.files.get(file)?.pending.len()));
        let count = waiting.min().unwrap_or(0).min(AT_ONCE);
        let mut shares = Vec::with_capacity(files.len());
        for file in files {
            let open = self.file(file);
            let Some(ordered) = open.ordered.take() else { continue };
            let blocks: Vec<_> = open.pending.drain(..count).collect();
            blocks.iter().for_each(|block| self.disown(block.owner));
            shares.push(Share { file, ordered, blocks });
            self.idle -= 1;
        }
        Task::Ordered(shares)
    }

    /// A thread is back from hashing.
    pub(super) fn end_hashing(&mut self, done: Done) {
        self.running -= 1;
        self.take_back(done);
    }

    /// Takes back what a thread is done with.
    pub(super) fn take_back(&mut self, done: Done) {
        match done {
            Done::Ordered(shares) => {
                for Share { file, ordered, blocks } in shares {
                    let is_last = blocks.last().is_some_and(|block| block.is_last);
                    if let Some(open) = self.files.get_mut(&file) {
                        open.ordered = Some(ordered);
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
    pub(super) fn give_back(&mut self, number: u64, block: Arc<Block>) {
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
