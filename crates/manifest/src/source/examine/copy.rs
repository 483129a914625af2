//! Writing the copies below `data/`.

use std::fs::File;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::fs::FileExt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use rustix::fs::{AtFlags, FileType, Mode, OFlags};
use rustix::io::Errno;
use thiserror::Error;

use super::Scratch;
use crate::beneath;
use crate::entry::{Content, Unreadable};
use crate::hash::{Algorithms, Engine, ExtraAlgorithms, FileDigests, FileHasher, Reader, Together};
use crate::observer::Observer;
use crate::path::EvidencePath;
use crate::source::earlier::Before;
use crate::source::hashing::Hashing;
use crate::source::read::{self, Ended, Pass, Plan};
use crate::source::sys;

/// A copy of so many bytes is worth a write of its own.
const LARGE: u64 = 1 << 20;

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
    /// How far the copy of a file is could not be noted.
    #[error("data/{place}: its progress cannot be noted: {source}")]
    Mark {
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

/// How one file is copied from bag to bag.
pub struct FileJob<'a> {
    /// Digests beside SHA-256 and BLAKE3.
    pub extra: ExtraAlgorithms,
    /// What its copy may have from an interrupted run.
    pub before: Option<Before>,
    /// Told of the bytes.
    pub observer: &'a dyn Observer,
    /// Ends long work early.
    pub stop: &'a AtomicBool,
}

/// What a copied file came to.
pub struct FileCopy {
    /// Digests of what the copy holds.
    pub digests: FileDigests,
    /// What could not be read of the source; zeros in the copy.
    pub unreadable: Vec<Unreadable>,
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

    /// Removes a copy that this run made.
    pub(super) fn remove(&self, place: &str) -> Result<(), CopyError> {
        let removed =
            self.parent_of(place).and_then(|(parent, name)| rustix::fs::unlinkat(&parent, name, AtFlags::empty()));
        removed.map_err(|errno| CopyError::Write { place: place.to_owned(), source: errno.into() })
    }

    /// Copies a small regular file of another bag to its place, and hashes it in the same pass.
    pub fn copy_small(
        &self,
        source: &File,
        place: &str,
        job: &FileJob<'_>,
        scratch: &mut Scratch,
    ) -> Result<FileCopy, CopyError> {
        let mut hashing = Hashing::Together(&mut scratch.together);
        let pass = super::at_once(std::pin::pin!(self.copy_file(source, place, job, &mut hashing)))?;
        let digests = pass.digests.or_else(|| scratch.together.digests().pop()).ok_or(CopyError::Stopped)?;
        Ok(FileCopy { digests, unreadable: pass.unreadable })
    }

    /// The same for one of any size, with the engine's threads.
    pub async fn copy_large(
        &self,
        source: &File,
        place: &str,
        job: &FileJob<'_>,
        by: (&Engine, Reader),
    ) -> Result<FileCopy, CopyError> {
        let pass = self.copy_file(source, place, job, &mut Hashing::Engine(by.0, by.1)).await?;
        let digests = pass.digests.ok_or(CopyError::Stopped)?;
        Ok(FileCopy { digests, unreadable: pass.unreadable })
    }

    async fn copy_file(
        &self,
        source: &File,
        place: &str,
        job: &FileJob<'_>,
        hashing: &mut Hashing<'_>,
    ) -> Result<Pass, CopyError> {
        let failed = |source| CopyError::Source { path: format!("data/{place}"), source };
        let status = sys::status(source).map_err(|errno| failed(errno.into()))?;
        if matches!(hashing, Hashing::Together(_)) && status.size > Together::SMALL {
            // It grew since its size was compared with the sealed one; it is not kept in memory.
            return Err(failed(Errno::FBIG.into()));
        }
        let old = job.before.as_ref().and_then(|_| self.open_old(place));
        let goes_on = old.is_some();
        let copy = old.map_or_else(|| self.create(place), Ok)?;
        let plan = Plan {
            size: status.size,
            is_device: false,
            is_sparse: status.allocated < status.size,
            algorithms: Algorithms::Full(job.extra),
            copy: Some(&copy),
            before: job.before.as_ref().filter(|_| goes_on),
            marks: None,
            observer: job.observer,
            stop: job.stop,
        };
        self.fill(&copy, source.as_fd(), plan, hashing).await.map_err(|ended| ended.at(place))
    }

    /// One pass over a source into its empty copy. Where the file systems can share blocks (`FICLONE`), the copy has the
    /// bytes at once, and it is the copy that is hashed.
    pub(super) async fn fill(
        &self,
        copy: &File,
        source: BorrowedFd<'_>,
        plan: Plan<'_>,
        hashing: &mut Hashing<'_>,
    ) -> Result<Pass, Ended> {
        if self.clones.load(Ordering::Relaxed) && plan.before.is_none() {
            if rustix::fs::ioctl_ficlone(copy, source).is_ok() {
                let pass = read::pass(copy.as_fd(), &Plan { copy: None, ..plan }, hashing).await?;
                if pass.unreadable.is_empty() {
                    // It was not the source that was read.
                    return Ok(Pass { is_longer: None, ..pass });
                }
                hashing.forget_last();
                // A clone shares the places that cannot be read; a copy has zeros there.
                copy.set_len(0).map_err(Ended::Copy)?;
            }
            self.clones.store(false, Ordering::Relaxed);
        }
        let size = plan.size;
        let pass = read::pass(source, &Plan { copy: Some(copy), ..plan }, hashing).await?;
        if size >= LARGE {
            // The system begins to write, instead of waiting for the sync of the bag.
            let _ = rustix::fs::fadvise(copy, 0, None, rustix::fs::Advice::DontNeed);
        }
        Ok(pass)
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

    /// Opens the copy of an interrupted run to go on with it, if it is a regular file with no other name, through which
    /// somebody else's file would be written to.
    pub(super) fn open_old(&self, place: &str) -> Option<File> {
        if !self.replaces {
            return None;
        }
        let fd = beneath::open(&self.data, place.as_bytes(), OFlags::RDWR | OFlags::NONBLOCK, Mode::empty()).ok()?;
        let found = rustix::fs::fstat(&fd).ok()?;
        let is_own = FileType::from_raw_mode(found.st_mode) == FileType::RegularFile
            && found.st_nlink == 1
            && found.st_uid == rustix::process::geteuid().as_raw();
        is_own.then(|| File::from(fd))
    }

    /// True if the copy is there and has the content.
    pub fn holds(&self, place: &str, content: &Content, scratch: &mut Scratch) -> Result<bool, CopyError> {
        let flags = OFlags::RDONLY | OFlags::NONBLOCK;
        let Ok(fd) = beneath::open(&self.data, place.as_bytes(), flags, Mode::empty()) else { return Ok(false) };
        if rustix::fs::fstat(&fd).map_or(true, |found| FileType::from_raw_mode(found.st_mode) != FileType::RegularFile)
        {
            return Ok(false);
        }
        let file = File::from(fd);
        let mut hasher = FileHasher::new(ExtraAlgorithms::default());
        let mut at = 0;
        let buffer = scratch.block();
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
