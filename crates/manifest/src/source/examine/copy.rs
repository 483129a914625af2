//! Writing the copies below `data/`.

use std::fs::File;
use std::os::fd::OwnedFd;
use std::os::unix::fs::FileExt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use rustix::fs::{AtFlags, FileType, Mode, OFlags};
use rustix::io::Errno;
use thiserror::Error;

use crate::beneath;
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
    /// The walk met the bag that is being built: it lies in the source.
    #[error("{path}: the bag that is being made lies here, inside the source")]
    OutputInside {
        /// In the evidence.
        path: String,
    },
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
    /// Held while something is put aside: what one worker looks at, another must not have replaced meanwhile.
    clearing: Mutex<()>,
}

impl CopyTo {
    /// `data` is the open directory; `replaces` says that copies of an interrupted run may lie there.
    pub fn new(data: OwnedFd, replaces: bool) -> Self {
        Self { data, replaces, clones: AtomicBool::new(true), clearing: Mutex::new(()) }
    }

    /// Creates an empty file, with the directories above it.
    pub(super) fn create(&self, place: &str) -> Result<File, CopyError> {
        let failed = |errno: Errno| CopyError::Write { place: place.to_owned(), source: errno.into() };
        // Read and write: the pass that writes is the pass that is read back.
        let flags = OFlags::RDWR | OFlags::CREATE | OFlags::EXCL;
        let mut last = Errno::NOENT;
        // The first attempt may find no parents, the second one an old copy.
        for _ in 0..8 {
            match beneath::open(&self.data, place.as_bytes(), flags, Mode::from_raw_mode(0o666)) {
                Ok(fd) => return Ok(File::from(fd)),
                Err(Errno::NOENT) => self.create_parents(place).map_err(failed)?,
                // Whatever an interrupted run, or somebody since, left in the way.
                Err(Errno::EXIST | Errno::NOTDIR | Errno::LOOP) if self.replaces => {
                    self.clear_way(place).map_err(failed)?;
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
            let (parent, name) = self.parent_of(&place[..slash])?;
            match rustix::fs::mkdirat(&parent, name, Mode::from_raw_mode(0o777)) {
                Ok(()) | Err(Errno::EXIST) => {}
                Err(errno) => return Err(errno),
            }
        }
        Ok(())
    }

    /// The open directory that a place lies in, and its name there.
    fn parent_of<'p>(&self, place: &'p str) -> Result<(OwnedFd, &'p str), Errno> {
        let step = OFlags::PATH | OFlags::DIRECTORY;
        match place.rsplit_once('/') {
            Some((parent, name)) => Ok((beneath::open(&self.data, parent.as_bytes(), step, Mode::empty())?, name)),
            None => Ok((rustix::io::dup(&self.data)?, place)),
        }
    }

    /// Puts aside the old copy, or what is no directory above it. What is put aside goes when the bag gets its name.
    fn clear_way(&self, place: &str) -> Result<(), Errno> {
        let _held = self.clearing.lock().unwrap_or_else(PoisonError::into_inner);
        let above = place.match_indices('/').map(|(slash, _)| (&place[..slash], true));
        for (path, must_be_dir) in above.chain([(place, false)]) {
            let (parent, name) = self.parent_of(path)?;
            match rustix::fs::statat(&parent, name, AtFlags::SYMLINK_NOFOLLOW) {
                Ok(found) if must_be_dir && FileType::from_raw_mode(found.st_mode) == FileType::Directory => {}
                Ok(_) => {
                    let mut random = [0; 8];
                    getrandom::fill(&mut random).map_err(|_| Errno::AGAIN)?;
                    let aside = format!("../.resume/aside-{}", crate::digest::hex(&random));
                    return rustix::fs::renameat(&parent, name, &self.data, aside.as_str());
                }
                Err(Errno::NOENT) => return Ok(()),
                Err(errno) => return Err(errno),
            }
        }
        Ok(())
    }

    /// True if the copy is there and has the content.
    pub(super) fn holds(&self, place: &str, content: &Content, buffer: &mut [u8]) -> Result<bool, CopyError> {
        let flags = OFlags::RDONLY | OFlags::NONBLOCK;
        let Ok(fd) = beneath::open(&self.data, place.as_bytes(), flags, Mode::empty()) else { return Ok(false) };
        if rustix::fs::fstat(&fd).map_or(true, |found| FileType::from_raw_mode(found.st_mode) != FileType::RegularFile)
        {
            return Ok(false);
        }
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
