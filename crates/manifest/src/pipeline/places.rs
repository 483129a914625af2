//! How many jobs may be under way.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// The part of all places that must be free before a producer that waits is woken.
const WORTH_WAKING: usize = 8;

/// Places for jobs between producer and consumer.
pub(super) struct Places {
    count: usize,
    free: Mutex<Free>,
    changed: Condvar,
}

struct Free {
    places: usize,
    /// So many are waited for; zero if nobody waits.
    wanted: usize,
    is_closed: bool,
}

/// Closes the places when it goes.
pub(super) struct Closing<'a>(&'a Places);

impl Drop for Closing<'_> {
    fn drop(&mut self) {
        self.0.lock().is_closed = true;
        self.0.changed.notify_all();
    }
}

impl Places {
    pub(super) fn new(count: usize) -> Self {
        Self { count, free: Mutex::new(Free { places: count, wanted: 0, is_closed: false }), changed: Condvar::new() }
    }

    /// All that there are.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Takes places if they are free now.
    pub(super) fn try_take(&self, places: usize) -> bool {
        let mut free = self.lock();
        let is_free = !free.is_closed && free.places >= places;
        if is_free {
            free.places -= places;
        }
        is_free
    }

    /// Waits for places and takes them; `false` once nobody needs any more jobs. Waits until there are some more than that:
    /// a producer that is woken for each place sleeps as often.
    pub(super) fn take(&self, places: usize) -> bool {
        let mut free = self.lock();
        let wanted = places.max(self.count / WORTH_WAKING);
        free.wanted = wanted;
        let lacks = |free: &mut Free| !free.is_closed && free.places < wanted;
        let mut free = self.changed.wait_while(free, lacks).unwrap_or_else(PoisonError::into_inner);
        free.wanted = 0;
        if free.is_closed {
            return false;
        }
        free.places -= places;
        true
    }

    /// Gives places back.
    pub(super) fn give_back(&self, places: usize) {
        let mut free = self.lock();
        free.places += places;
        // Waking nobody is a system call too.
        let is_awaited = free.wanted > 0 && free.places >= free.wanted;
        drop(free);
        if is_awaited {
            self.changed.notify_one();
        }
    }

    /// Nobody waits for ever, whatever ends the consumer.
    pub(super) fn close_when_dropped(&self) -> Closing<'_> {
        Closing(self)
    }

    fn lock(&self) -> MutexGuard<'_, Free> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
