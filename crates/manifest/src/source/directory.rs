//! Open directories of the source, and their names in order.

use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use rustix::fs::FileType;
use rustix::io::Errno;

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

/// The names in one directory, sorted by bytes, in one block of memory.
#[derive(Default)]
pub(super) struct Names {
    bytes: Vec<u8>,
    index: Vec<Slot>,
}

#[derive(Clone, Copy)]
struct Slot {
    start: u64,
    length: u16,
    kind: FileType,
}

impl Names {
    /// Reads all names but `.` and `..`. After an error the names read so far are kept, and the error is returned beside them.
    pub(super) fn read(dir: impl AsFd) -> (Self, Result<(), Errno>) {
        let mut names = Self::default();
        let outcome = names.fill(dir);
        let Self { bytes, index } = &mut names;
        index.sort_unstable_by(|a, b| slice(bytes, a).cmp(slice(bytes, b)));
        names.index.dedup_by(|a, b| slice(&names.bytes, a) == slice(&names.bytes, b));
        (names, outcome)
    }

    fn fill(&mut self, dir: impl AsFd) -> Result<(), Errno> {
        let mut buffer = Vec::with_capacity(1 << 16);
        let mut entries = rustix::fs::RawDir::new(dir, buffer.spare_capacity_mut());
        while let Some(entry) = entries.next() {
            let entry = entry?;
            let name = entry.file_name().to_bytes();
            if matches!(name, b"." | b"..") {
                continue;
            }
            let length = u16::try_from(name.len()).map_err(|_| Errno::NAMETOOLONG)?;
            self.index.push(Slot { start: self.bytes.len() as u64, length, kind: entry.file_type() });
            self.bytes.extend_from_slice(name);
        }
        Ok(())
    }

    /// Number of names.
    pub(super) fn len(&self) -> usize {
        self.index.len()
    }

    /// The name at a place in the order.
    pub(super) fn name(&self, at: usize) -> &[u8] {
        slice(&self.bytes, &self.index[at])
    }

    /// What the directory says the name is; may be unknown.
    pub(super) fn kind(&self, at: usize) -> FileType {
        self.index[at].kind
    }

    /// All names, in order.
    pub(super) fn all(&self) -> Vec<&[u8]> {
        self.index.iter().map(|slot| slice(&self.bytes, slot)).collect()
    }
}

fn slice<'a>(bytes: &'a [u8], slot: &Slot) -> &'a [u8] {
    &bytes[slot.start as usize..slot.start as usize + usize::from(slot.length)]
}
