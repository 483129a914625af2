//! Open directories of the source.

use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

/// Holds back the walk while too many directories are open: jobs keep theirs open until they are done.
pub struct Gate {
    open: Mutex<Passed>,
    freed: Condvar,
    limit: usize,
}

#[derive(Default)]
struct Passed {
    open: usize,
    waiting: usize,
}

impl Gate {
    /// Lets at most `limit` directories be open.
    pub fn new(limit: usize) -> Arc<Self> {
        Arc::new(Self { open: Mutex::default(), freed: Condvar::new(), limit })
    }

    fn enter(self: &Arc<Self>) {
        let mut passed = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        passed.waiting += 1;
        while passed.open >= self.limit {
            passed = self.freed.wait(passed).unwrap_or_else(PoisonError::into_inner);
        }
        passed.waiting -= 1;
        passed.open += 1;
    }

    fn leave(&self) {
        let mut passed = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        passed.open -= 1;
        if passed.waiting > 0 {
            self.freed.notify_one();
        }
    }
}

/// An open directory, shared by the walk and the jobs for what lies in it.
pub struct Directory {
    fd: OwnedFd,
    gate: Arc<Gate>,
}

impl Directory {
    /// Waits at the gate, then keeps the descriptor open until the last user is done.
    pub fn new(fd: OwnedFd, gate: &Arc<Gate>) -> Arc<Self> {
        gate.enter();
        Arc::new(Self { fd, gate: gate.clone() })
    }
}

impl AsFd for Directory {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.fd.as_fd()
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        self.gate.leave();
    }
}
