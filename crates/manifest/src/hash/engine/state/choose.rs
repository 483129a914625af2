//! What a thread should do next.

use super::{MOST_READERS, Rank, State, Step};
use crate::hash::engine::task::{Share, Task};
use crate::hash::engine::{Reader, Thread};

/// Blocks of one file that are taken in order at once.
const AT_ONCE: usize = 4;
/// Blocks of one file that a thread may have read and not hashed yet, where many files are open.
const ROUNDS: usize = 2;

impl State {
    /// A thread that sleeps, if there is a processor and something to do for it.
    pub(in crate::hash::engine) fn could_use_a_thread(&self) -> Option<Rank> {
        let rank = *self.asleep.values().min()?;
        let has_work = self.running + self.looking_out < self.processors
            && (self.may_begin()
                || !self.any_order.is_empty()
                || self.parked.iter().any(|&reader| self.may_go_on(reader))
                || self.files.values().any(|open| open.next_owner().is_some()));
        has_work.then_some(rank)
    }

    /// True if some thread is about to bring something back.
    pub(in crate::hash::engine) fn is_any_running(&self) -> bool {
        self.running > 0
    }

    fn may_begin(&self) -> bool {
        let open = self.readers.len();
        let is_any_slow = || self.readers.values().any(|told| told.is_slow);
        self.jobs > 0 && (open < self.few_readers || (open < self.most_readers() && !is_any_slow()))
    }

    /// Readers at a time where none of them waits for a medium.
    fn most_readers(&self) -> usize {
        ((self.pace)().most() * self.processors).min(MOST_READERS)
    }

    /// What a thread should do now.
    pub(in crate::hash::engine) fn step(&mut self, thread: Thread, is_patient: bool) -> Step {
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
        if !own.is_empty() && (own.len() >= self.width || own.len() == owned) {
            return Step::Hash(self.ordered_task(own));
        }
        // What a thread has in its cache is no use while it sleeps.
        let free = self.ready(|owner| owner.is_none_or(|owner| self.asleep.contains_key(&owner)));
        if !free.is_empty() && free.len() >= self.width.min(self.idle) {
            return Step::Hash(self.ordered_task(free));
        }
        if self.may_begin() {
            self.jobs -= 1;
            self.reading += 1;
            let reader = self.new_reader();
            self.with(reader, thread);
            return Step::Begin(reader);
        }
        if owned < ROUNDS * self.width
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

    /// Files whose next block can be taken and is for this owner, as many as a thread hashes together.
    fn ready(&self, is_for: impl Fn(Option<Thread>) -> bool) -> Vec<u64> {
        let ready = self.files.iter().filter(|(_, open)| open.next_owner().is_some_and(&is_for));
        ready.map(|(&number, _)| number).take(self.width).collect()
    }

    fn with(&mut self, reader: Reader, thread: Thread) {
        if let Some(told) = self.readers.get_mut(&reader) {
            told.thread = thread;
        }
    }

    /// Readers that can go on: as many as a thread hashes together if there is a crowd, else one. One that waits for a medium goes
    /// alone, and only if the thread has nothing that others would have to wait for.
    fn next_readers(&mut self, thread: Thread, may_be_slow: bool) -> Option<Step> {
        let is_slow = |reader: &Reader| self.readers.get(reader).is_some_and(|told| told.is_slow);
        let may = |reader: &&Reader| self.may_go_on(**reader) && (may_be_slow || !is_slow(reader));
        let first = self.parked.iter().find(may).copied()?;
        let slow = is_slow(&first);
        let most = if slow || !self.is_crowded(self.processors) { 1 } else { self.width };
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
    pub(in crate::hash::engine) fn may_go_on(&self, reader: Reader) -> bool {
        self.readers.get(&reader).and_then(|told| told.awaits).is_none_or(|awaits| self.is_met(awaits))
    }

    /// Something to hash, whatever it is.
    pub(in crate::hash::engine) fn next_task(&mut self) -> Option<Task> {
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
            let parts = std::mem::take(&mut open.parts);
            let blocks: Vec<_> = open.pending.drain(..count).collect();
            blocks.iter().for_each(|block| self.disown(block.owner));
            shares.push(Share { file, ordered, parts, blocks, groups: Vec::new() });
            self.idle -= 1;
        }
        Task::Ordered(shares)
    }
}
