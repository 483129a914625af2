//! A bag's custody log on disk: appending an event whole or not at all, and only one under a number.
//!
//! Spec: `docs/spec/custody.md`. The log is the directory `custody/` of a bag; event N is the file `NNNNNN.txt`. It is
//! reached through one handle, and every name used below it is a single component opened without following a link, so
//! nothing outside `custody/` is ever read or written. Nothing here is parsed or verified: pages are bytes.
//!
//! An event passes through four states. What a crash costs in each:
//!
//! | state | what is on the disk | a crash or power cut costs |
//! |---|---|---|
//! | written aside | `.NNNNNN.<16 hex>.tmp`, perhaps in part | the event; litter may stay, which is no event |
//! | synced | the same file, whole, safe from a power cut | the event; litter stays |
//! | published | the file has its number, by `link(2)` or a rename that replaces nothing | a crash: nothing; a power cut: perhaps the event, never a part of it |
//! | durable | the directory is synced too | nothing |
//!
//! The number is what decides between two writers: the file system gives it once. The lock (`custody/.lock`, `flock`)
//! only makes the others wait instead of losing, so where a file system has no locks the log is as safe, only less
//! polite. The kernel frees the lock of a killed process.
//!
//! Whatever a call answers, what has the name afterwards is compared with the page, and that is believed. A retry passes
//! the same bytes again: a page that was published already is found, not published twice.
//!
//! ```
//! use std::time::Duration;
//! use sealbag_custody::log_store::LogStore;
//!
//! # let bag = tempfile::tempdir().expect("a folder");
//! # std::fs::create_dir(bag.path().join("custody")).expect("a folder");
//! # std::fs::write(bag.path().join("custody/000000.txt"), b"the seal").expect("a file");
//! let log = LogStore::open(bag.path())?;
//! let writer = log.lock(Duration::from_secs(10))?;
//! let index = log.next_index()?;
//! writer.publish(index, b"a signed page")?;
//! assert_eq!(log.read(index)?.as_deref(), Some(&b"a signed page"[..]));
//! # Ok::<(), sealbag_custody::log_store::AppendError>(())
//! ```

mod error;
mod litter;
mod lock;
mod look;
mod name;
mod publish;
#[cfg(test)]
mod tests;

use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use rustix::fs::{CWD, Dir, Mode, OFlags, openat};
use rustix::io::Errno;

pub use error::AppendError;
pub use lock::Writer;
pub use publish::{Durability, Published};

use crate::page::MAX_PAGE_LEN;
use look::Found;
use name::Name;

/// The highest number of an event: names have six digits.
pub const MAX_INDEX: u32 = 999_999;

/// The largest time-stamp token that is stored, in bytes. Tokens of known authorities have 3 to 10 KiB with their chain.
pub const MAX_TOKEN_LEN: usize = 1 << 20;

/// The custody log of one bag, opened by its directory.
#[derive(Debug)]
pub struct LogStore {
    dir: OwnedFd,
    path: PathBuf,
    /// Set when the directory could not be synced: a name given before may be lost, so later syncs prove nothing.
    sync_failed: AtomicBool,
}

impl LogStore {
    /// Opens the log of the bag in the directory `bag`, which is the user's own choice and may be reached by links.
    ///
    /// # Errors
    /// [`AppendError::NotADirectory`] if `custody/` is a link or a file; [`AppendError::Io`] if it is missing or closed
    /// to this user.
    pub fn open(bag: &Path) -> Result<Self, AppendError> {
        let path = bag.join("custody");
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let root = openat(CWD, bag, flags, Mode::empty()).map_err(AppendError::io("open", bag))?;
        match openat(&root, "custody", flags | OFlags::NOFOLLOW, Mode::empty()) {
            Ok(dir) => Ok(Self { dir, path, sync_failed: AtomicBool::new(false) }),
            // NOTDIR and LOOP: what systems answer at a link with O_DIRECTORY and O_NOFOLLOW.
            Err(Errno::NOTDIR | Errno::LOOP) => Err(AppendError::NotADirectory { path }),
            Err(errno) => Err(AppendError::io("open", &path)(errno)),
        }
    }

    /// Takes the lock of the log, waiting for another holder at most `wait`. It is free again when the writer is dropped
    /// or its process ends, however it ends.
    ///
    /// # Errors
    /// [`AppendError::Busy`] if another writer still has it; [`AppendError::NotRegular`] if `.lock` is no regular file;
    /// [`AppendError::Io`] if it cannot be made or opened.
    pub fn lock(&self, wait: Duration) -> Result<Writer<'_>, AppendError> {
        Writer::take(self, wait)
    }

    /// The number that the next event gets: one more than the last event there is. 0 means that even the seal is missing,
    /// which is not appended.
    ///
    /// # Errors
    /// [`AppendError::Gap`] if an event before the last is missing; [`AppendError::Index`] if the log is full;
    /// [`AppendError::Io`] if the directory cannot be read.
    pub fn next_index(&self) -> Result<u32, AppendError> {
        let events = self.events()?;
        let Some(last) = events.last else { return Ok(0) };
        // A listing of a directory that changes meanwhile may leave a name out or give one twice: each is looked at by name.
        if events.count != last + 1
            && let Some(missing) = self.first_missing(last)?
        {
            return Err(AppendError::Gap { path: self.path.clone(), missing, before: last + 1 });
        }
        if last == MAX_INDEX { Err(AppendError::Index { index: last + 1 }) } else { Ok(last + 1) }
    }

    /// The bytes of event `index` as they are, or nothing if there is none. They are not verified.
    ///
    /// # Errors
    /// [`AppendError::NotRegular`] and [`AppendError::TooLarge`] if that cannot be an event; [`AppendError::Io`] if it
    /// cannot be read.
    pub fn read(&self, index: u32) -> Result<Option<Vec<u8>>, AppendError> {
        let name = Name::event(index)?;
        match look::at(self, &name, MAX_PAGE_LEN)? {
            Found::Nothing => Ok(None),
            Found::File { bytes, .. } => Ok(Some(bytes)),
        }
    }

    /// How many event files there are, and the highest number of one. Other names are nothing to the log.
    fn events(&self) -> Result<Events, AppendError> {
        let failed = AppendError::io("list", &self.path);
        let mut events = Events::default();
        for entry in Dir::read_from(&self.dir).map_err(&failed)? {
            let entry = entry.map_err(&failed)?;
            if let Some(index) = name::event_index(entry.file_name().to_bytes()) {
                events.count += 1;
                events.last = events.last.max(Some(index));
            }
        }
        Ok(events)
    }

    /// The first event up to `last` that is not there.
    fn first_missing(&self, last: u32) -> Result<Option<u32>, AppendError> {
        for index in 0..=last {
            if !look::exists(self, &Name::event(index)?)? {
                return Ok(Some(index));
            }
        }
        Ok(None)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }
}

/// What a listing of the directory shows.
#[derive(Default)]
struct Events {
    count: u32,
    last: Option<u32>,
}
