//! Long jobs: several are open on each thread, and go on by turns.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use crossbeam_channel::Sender;

use super::{Numbered, Work};
use crate::hash::{Engine, Reader, Readers, Reading};

/// The jobs that wait, and those that are open.
pub(super) struct LongJobs<'w, J, W: Work<J>> {
    work: &'w W,
    engine: &'w Engine,
    waiting: Mutex<VecDeque<Numbered<J>>>,
    open: Mutex<BTreeMap<Reader, Numbered<Reading<'w, W::Result>>>>,
}

/// Closes the engine when the last thread that sends jobs is gone.
pub(super) struct Closing<'w>(pub(super) &'w Engine);

impl Drop for Closing<'_> {
    fn drop(&mut self) {
        self.0.close();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<'w, J: Send + 'w, W: Work<J>> LongJobs<'w, J, W> {
    pub(super) fn new(work: &'w W, engine: &'w Engine) -> Self {
        Self { work, engine, waiting: Mutex::default(), open: Mutex::default() }
    }

    pub(super) fn push(&self, job: Numbered<J>) {
        lock(&self.waiting).push_back(job);
        self.engine.announce();
    }

    /// One of the threads that do them.
    pub(super) fn serve(&self, results: Sender<Vec<Numbered<W::Result>>>) {
        self.engine.work(&Thread { jobs: self, results });
    }
}

struct Thread<'t, 'w, J, W: Work<J>> {
    jobs: &'t LongJobs<'w, J, W>,
    results: Sender<Vec<Numbered<W::Result>>>,
}

impl<'w, J: Send + 'w, W: Work<J>> Readers for Thread<'_, 'w, J, W> {
    fn begin(&self, reader: Reader) -> bool {
        let Some(Numbered { index, places, of }) = lock(&self.jobs.waiting).pop_front() else { return true };
        self.poll(reader, Numbered { index, places, of: self.jobs.work.alone(of, reader) })
    }

    fn go_on(&self, reader: Reader) -> bool {
        let begun = lock(&self.jobs.open).remove(&reader);
        begun.is_none_or(|begun| self.poll(reader, begun))
    }
}

impl<'w, J: Send + 'w, W: Work<J>> Thread<'_, 'w, J, W> {
    fn poll(&self, reader: Reader, mut begun: Numbered<Reading<'w, W::Result>>) -> bool {
        match begun.of.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(of) => {
                // Where nobody takes results any more, there is nobody to tell.
                let _ = self.results.send(vec![Numbered { index: begun.index, places: begun.places, of }]);
                true
            }
            Poll::Pending => {
                lock(&self.jobs.open).insert(reader, begun);
                false
            }
        }
    }
}
