//! Threads that read large files and hash them, several at a time.
//!
//! A reader is a future that reads a block, hands it over and lets others go on. SHA-256 needs the blocks of a file in
//! order; blocks of several files go together, in lanes: of how many, [`pace`] says. BLAKE3 takes the groups in any order,
//! on all threads, also those of one file; where two files go together, it may take them block by block with SHA-256,
//! woven into it. A reader that is ahead by a few blocks waits, so memory depends on the number of files that are open and
//! on nothing else.
//!
//! As many threads run as there are processors, each going from task to task without sleeping while there is any; on a
//! machine of two processors waking a thread costs as much as hashing a block. A reader that waits for a medium needs no
//! processor, so there are more threads than that.

mod pace;
mod state;
mod stream;
mod task;
#[cfg(test)]
mod tests;

use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

use self::pace::Pace;
use self::state::{Rank, State, Step};
use super::Algorithms;

pub use stream::HashStream;

/// How long a thread that was busy looks out for more before it sleeps. Waking it would take about as long.
const LOOKOUT: Duration = Duration::from_micros(100);
/// How long a thread that could hash fewer files than go together waits for another.
const PATIENCE: Duration = Duration::from_millis(1);

/// The reading of one file, block by block.
pub type Reading<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Which reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reader(u64);

/// Which thread that works.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Thread(usize);

/// Who has the readers' futures.
pub(crate) trait Readers: Sync {
    /// Begins the next job that was [announced](Engine::announce) and lets it go on. True if it is done already.
    fn begin(&self, reader: Reader) -> bool;

    /// Lets a reader go on. True if it is done.
    fn go_on(&self, reader: Reader) -> bool;
}

/// What the threads share.
pub struct Engine {
    shared: Arc<Shared>,
}

struct Shared {
    processors: usize,
    state: Mutex<State>,
    /// Wakes one of as many threads as there are processors.
    work: Condvar,
    /// Wakes one of the others: those that work while readers wait for media.
    more_work: Condvar,
    /// Grows whenever a thread brings something back.
    changes: AtomicU64,
}

impl Engine {
    /// For as many processors as the machine has.
    pub fn for_this_machine() -> Self {
        Self::new(std::thread::available_parallelism().map_or(1, usize::from))
    }

    /// For so many processors.
    pub fn new(processors: usize) -> Self {
        Self::with_pace(processors, Pace::of_this_machine)
    }

    fn with_pace(processors: usize, pace: fn() -> &'static Pace) -> Self {
        let processors = processors.max(1);
        let state = Mutex::new(State::new(pace, processors));
        Self {
            shared: Arc::new(Shared {
                processors,
                state,
                work: Condvar::new(),
                more_work: Condvar::new(),
                changes: AtomicU64::new(0),
            }),
        }
    }

    /// Number of threads that [work](Self::work): as many as processors, and some that wait for media.
    pub(crate) fn threads(&self) -> usize {
        self.shared.processors * 2 + 2
    }

    /// Begins a file of a reader.
    pub fn stream(&self, reader: Reader, algorithms: Algorithms) -> HashStream {
        HashStream::begin(self.shared.clone(), reader, algorithms)
    }

    /// A job waits to be begun by some thread that works.
    pub(crate) fn announce(&self) {
        let mut state = self.shared.lock();
        state.add_job();
        self.shared.wake(&state);
    }

    /// No further jobs will be announced: threads end when those that were are done.
    pub(crate) fn close(&self) {
        self.shared.lock().close_jobs();
        self.shared.wake_all();
    }

    /// Does one job on this thread, and all hashing for it.
    pub(crate) fn work_here<'w, T>(&self, begin: impl FnOnce(Reader) -> Reading<'w, T>) -> T {
        let mut state = self.shared.lock();
        let reader = state.new_reader();
        drop(state);
        let mut reading = begin(reader);
        let done = loop {
            if let Poll::Ready(done) = reading.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
                break done;
            }
            let mut state = self.shared.lock();
            while !state.may_go_on(reader)
                && let Some(task) = state.next_task()
            {
                drop(state);
                let done = task.run();
                state = self.shared.lock();
                state.take_back(done);
            }
        };
        self.shared.lock().forget(reader);
        // Threads that found the engine closed wait for the last reader.
        self.shared.wake_all();
        done
    }

    /// Works until the engine is closed and all readers are done.
    pub(crate) fn work(&self, readers: &dyn Readers) {
        let _alarm = Alarm(&self.shared);
        self.shared.work(readers);
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Wakes a thread if there may be something for it to do.
    fn wake(&self, state: &State) {
        match state.could_use_a_thread() {
            Some(Rank::First) => self.work.notify_one(),
            Some(Rank::Second) => self.more_work.notify_one(),
            None => {}
        }
    }

    fn work(&self, readers: &dyn Readers) {
        let mut state = self.lock();
        let thread = state.new_thread();
        let (mut is_patient, mut was_busy) = (true, false);
        loop {
            let step = state.step(thread, is_patient);
            is_patient = true;
            let is_busy = !matches!(step, Step::Wait | Step::WaitBriefly);
            if is_busy {
                self.changes.fetch_add(1, Ordering::Relaxed);
                self.wake(&state);
            } else if was_busy && state.is_any_running() {
                state = self.look_out(state);
                was_busy = false;
                continue;
            }
            was_busy = is_busy;
            state = match step {
                Step::Hash(task) => {
                    drop(state);
                    let done = task.run();
                    let mut state = self.lock();
                    state.end_hashing(done);
                    state
                }
                Step::Begin(reader) => {
                    drop(state);
                    let is_done = readers.begin(reader);
                    let mut state = self.lock();
                    state.end_reading(reader, false, is_done);
                    state.end_round(false);
                    state
                }
                Step::Read { readers: some, is_slow } => {
                    drop(state);
                    let done: Vec<bool> = some.iter().map(|&reader| readers.go_on(reader)).collect();
                    let mut state = self.lock();
                    for (reader, is_done) in some.into_iter().zip(done) {
                        state.end_reading(reader, is_slow, is_done);
                    }
                    state.end_round(is_slow);
                    state
                }
                Step::WaitBriefly | Step::Wait => {
                    let limit = matches!(step, Step::WaitBriefly).then_some(PATIENCE);
                    let (state, timed_out) = self.sleep(state, thread, limit);
                    is_patient = !timed_out;
                    state
                }
                Step::End => {
                    drop(state);
                    self.wake_all();
                    return;
                }
            };
        }
    }
}

impl Shared {
    /// Waits without sleeping until some thread brings something back, but not for long.
    fn look_out<'s>(&'s self, mut state: MutexGuard<'s, State>) -> MutexGuard<'s, State> {
        let seen = self.changes.load(Ordering::Relaxed);
        state.looking_out += 1;
        drop(state);
        let since = Instant::now();
        while self.changes.load(Ordering::Relaxed) == seen && since.elapsed() < LOOKOUT {
            // The clock costs more than a look.
            for _ in 0..64 {
                std::hint::spin_loop();
            }
        }
        let mut state = self.lock();
        state.looking_out -= 1;
        state
    }

    /// Waits to be woken, or for so long; true if nobody did.
    fn sleep<'s>(
        &'s self,
        mut state: MutexGuard<'s, State>,
        thread: Thread,
        limit: Option<Duration>,
    ) -> (MutexGuard<'s, State>, bool) {
        let rank = state.begin_sleep(thread);
        let bell = if rank == Rank::First { &self.work } else { &self.more_work };
        let (mut state, timed_out) = match limit {
            None => (bell.wait(state).unwrap_or_else(PoisonError::into_inner), false),
            Some(limit) => {
                let (state, waited) = bell.wait_timeout(state, limit).unwrap_or_else(PoisonError::into_inner);
                (state, waited.timed_out())
            }
        };
        state.end_sleep(thread);
        (state, timed_out)
    }

    fn wake_all(&self) {
        self.work.notify_all();
        self.more_work.notify_all();
    }
}

/// Nobody waits for a thread that is no more.
struct Alarm<'a>(&'a Shared);

impl Drop for Alarm<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.lock().give_up();
            self.0.wake_all();
        }
    }
}
