//! A bag of which one access fails.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use sealbag::bag::{BagFile, BagStore, MemoryStore};
use sealbag_manifest::store::{Area, Object, ObjectKind, OpenError};

/// Fails at its `fails_at`-th listing, opening or reading, counted from 0.
pub(crate) struct Failing {
    store: MemoryStore,
    accesses: Arc<AtomicUsize>,
    fails_at: usize,
}

impl Failing {
    pub(crate) fn new(store: MemoryStore, fails_at: usize) -> Self {
        Self { store, accesses: Arc::default(), fails_at }
    }

    /// How often it was accessed.
    pub(crate) fn accesses(&self) -> usize {
        self.accesses.load(Ordering::Relaxed)
    }

    fn fails(&self) -> bool {
        self.accesses.fetch_add(1, Ordering::Relaxed) == self.fails_at
    }
}

impl BagStore for Failing {
    fn list(&self, area: Area, visit: &mut dyn FnMut(Object<'_>)) {
        if !self.fails() {
            return self.store.list(area, visit);
        }
        let path: &[u8] = match area {
            Area::Data => b"data",
            Area::Custody => b"custody",
            Area::Tags => b".",
        };
        visit(Object { path, kind: ObjectKind::Unreadable(io::ErrorKind::Other.into()) });
    }

    fn open(&self, path: &str) -> Result<Box<dyn BagFile>, OpenError> {
        if self.fails() {
            return Err(OpenError::Unreadable(io::ErrorKind::Other.into()));
        }
        let (file, accesses) = (self.store.open(path)?, self.accesses.clone());
        Ok(Box::new(FailingFile { file, accesses, fails_at: self.fails_at }))
    }
}

struct FailingFile {
    file: Box<dyn BagFile>,
    accesses: Arc<AtomicUsize>,
    fails_at: usize,
}

impl BagFile for FailingFile {
    fn size(&self) -> u64 {
        self.file.size()
    }

    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        if self.accesses.fetch_add(1, Ordering::Relaxed) == self.fails_at {
            return Err(io::ErrorKind::Other.into());
        }
        self.file.read_at(buffer, offset)
    }
}
