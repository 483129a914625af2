//! A bag that has its seal and nothing else in its log.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::fs::{CWD, FileType, Mode, mknodat};
use sealbag_custody::log_store::{AppendError, LogStore, Published};
use tempfile::TempDir;

pub(crate) const SOON: Duration = Duration::from_secs(10);
pub(crate) const NOW: Duration = Duration::ZERO;

/// A bag that has its seal and nothing else in its log.
pub(crate) struct Bag {
    folder: TempDir,
}

impl Bag {
    pub(crate) fn sealed() -> Self {
        let bag = Self { folder: tempfile::tempdir().expect("a folder") };
        fs::create_dir(bag.custody()).expect("a folder");
        bag.put("000000.txt", b"the seal");
        bag
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn custody(&self) -> PathBuf {
        self.path().join("custody")
    }

    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.custody().join(name)
    }

    pub(crate) fn put(&self, name: &str, bytes: &[u8]) {
        fs::write(self.at(name), bytes).expect("write a file");
    }

    pub(crate) fn open(&self) -> LogStore {
        LogStore::open(self.path()).expect("a log")
    }

    /// Publishes in a session of its own.
    pub(crate) fn publish(&self, index: u32, page: &[u8]) -> Result<Published, AppendError> {
        self.open().lock(SOON)?.publish(index, page)
    }

    /// Every name in the log but the lock, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.custody()).expect("a folder");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name")).collect();
        names.retain(|name| name != ".lock");
        names.sort_unstable();
        names
    }
}

pub(crate) fn fifo(path: &Path) {
    mknodat(CWD, path, FileType::Fifo, Mode::from_raw_mode(0o600), 0).expect("make a pipe");
}
