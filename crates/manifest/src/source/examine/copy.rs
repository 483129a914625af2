//! Writing the copies below `data/`.

use std::fs::File;
use std::os::fd::OwnedFd;
use std::os::unix::fs::FileExt;
use std::sync::atomic::{AtomicBool, Ordering};

use rustix::fs::{AtFlags, Mode, OFlags};
use rustix::io::Errno;
use thiserror::Error;

use crate::entry::Content;
use crate::hash::{ExtraAlgorithms, FileHasher};
use crate::path::EvidencePath;

/// Why the run cannot go on.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum CopyError {
    /// The copy of a file cannot be written.
    #[error("data/{place}: cannot be written: {source}")]
    Write {
        /// Below `data/`.
        place: String,
        /// Why.
        source: std::io::Error,
    },
    /// An open file of the source does not answer.
    #[error("{path}: cannot be looked at: {source}")]
    Source {
        /// In the evidence.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// The system gives no random numbers, without which nothing may be sealed.
    #[error("the system gives no random numbers")]
    NoRandomNumbers,
    /// Somebody else gave up.
    #[error("stopped")]
    Stopped,
}

/// Where a file lies below `data/`.
pub(super) fn place<'a>(path: &'a EvidencePath, stored: Option<&'a str>) -> &'a str {
    stored.or_else(|| path.text()).expect("a file without a plain path has a stored name")
}

/// The directory `data/` of a bag that is being built.
pub struct CopyTo {
    data: OwnedFd,
    replaces: bool,
    /// False once the file systems were found not to share blocks.
    clones: AtomicBool,
}

impl CopyTo {
    /// `data` is the open directory; `replaces` says that copies of an interrupted run may lie there.
    pub fn new(data: OwnedFd, replaces: bool) -> Self {
        Self { data, replaces, clones: AtomicBool::new(true) }
    }

    /// Creates an empty file, with the directories above it.
    pub(super) fn create(&self, place: &str) -> Result<File, CopyError> {
        let failed = |errno: Errno| CopyError::Write { place: place.to_owned(), source: errno.into() };
        // Read and write: the pass that writes is the pass that is read back.
        let flags = OFlags::RDWR | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let mut last = Errno::NOENT;
        // The first attempt may find no parents, the second one an old copy.
        for _ in 0..3 {
            match rustix::fs::openat(&self.data, place, flags, Mode::from_raw_mode(0o666)) {
                Ok(fd) => return Ok(File::from(fd)),
                Err(Errno::NOENT) => self.create_parents(place).map_err(failed)?,
                Err(Errno::EXIST) if self.replaces => {
                    rustix::fs::unlinkat(&self.data, place, AtFlags::empty()).map_err(failed)?;
                }
                Err(errno) => last = errno,
            }
        }
        Err(failed(last))
    }

    /// Makes the copy share the blocks of the source, where both lie on a file system that can do that (`FICLONE`).
    pub(super) fn clone_file(&self, source: &OwnedFd, copy: &File) -> bool {
        if !self.clones.load(Ordering::Relaxed) {
            return false;
        }
        let cloned = rustix::fs::ioctl_ficlone(copy, source).is_ok();
        if !cloned {
            self.stop_cloning();
        }
        cloned
    }

    /// From now on every byte is copied.
    pub(super) fn stop_cloning(&self) {
        self.clones.store(false, Ordering::Relaxed);
    }

    fn create_parents(&self, place: &str) -> Result<(), Errno> {
        for (slash, _) in place.match_indices('/') {
            match rustix::fs::mkdirat(&self.data, &place[..slash], Mode::from_raw_mode(0o777)) {
                Ok(()) | Err(Errno::EXIST) => {}
                Err(errno) => return Err(errno),
            }
        }
        Ok(())
    }

    /// True if the copy is there and has the content.
    pub(super) fn holds(&self, place: &str, content: &Content, buffer: &mut [u8]) -> Result<bool, CopyError> {
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let Ok(fd) = rustix::fs::openat(&self.data, place, flags, Mode::empty()) else { return Ok(false) };
        let file = File::from(fd);
        let mut hasher = FileHasher::new(content.size, ExtraAlgorithms::default());
        let mut at = 0;
        loop {
            match file.read_at(buffer, at) {
                Ok(0) => break,
                Ok(count) => {
                    hasher.update(&buffer[..count]);
                    at += count as u64;
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(_) => return Ok(false),
            }
        }
        let found = hasher.finish();
        Ok(found.size == content.size && found.content == content.digests)
    }
}
