//! The lock of a log: `flock(2)` on `custody/.lock`. The file is empty and means nothing by itself; whoever frees the lock
//! removes it, so that a bag at rest has no litter.

use std::os::fd::OwnedFd;
use std::thread;
use std::time::{Duration, Instant};

use rustix::fs::{AtFlags, FlockOperation, Mode, OFlags, flock, fstat, openat, statat, unlinkat};
use rustix::io::Errno;

use super::look::is_regular;
use super::{AppendError, LogStore};

const NAME: &str = ".lock";
const FIRST_PAUSE: Duration = Duration::from_millis(2);
const LONGEST_PAUSE: Duration = Duration::from_millis(10);

/// Whether the file system gave a lock.
#[derive(Debug)]
pub(super) enum Held {
    /// No other polite writer is at work until this handle is closed.
    Lock(OwnedFd),
    /// There are no locks here; the file system's names alone decide.
    Nothing,
}

/// The one who writes to a log. Dropping it frees the lock.
#[derive(Debug)]
pub struct Writer<'a> {
    pub(super) log: &'a LogStore,
    pub(super) held: Held,
}

impl<'a> Writer<'a> {
    pub(super) fn take(log: &'a LogStore, wait: Duration) -> Result<Self, AppendError> {
        let started = Instant::now();
        let mut pause = FIRST_PAUSE;
        loop {
            let file = open(log)?;
            match flock(&file, FlockOperation::NonBlockingLockExclusive) {
                // Somebody may have removed the file meanwhile: then this lock keeps nobody away.
                Ok(()) if is_current(log, &file)? => return Ok(Self { log, held: Held::Lock(file) }),
                Ok(()) => {}
                Err(Errno::WOULDBLOCK | Errno::INTR) => {}
                Err(errno) if has_no_locks(errno) => {
                    // It is of no use here, and would stay as litter.
                    let _ = unlinkat(&log.dir, NAME, AtFlags::empty());
                    return Ok(Self { log, held: Held::Nothing });
                }
                Err(errno) => return Err(AppendError::io("lock", &log.file(NAME))(errno)),
            }
            let waited = started.elapsed();
            if waited >= wait {
                return Err(AppendError::Busy { path: log.path.clone(), waited });
            }
            thread::sleep(pause.min(wait - waited));
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    /// Whether a lock keeps other writers away. Without one, appending is as safe, but a writer may lose at the end
    /// instead of waiting.
    pub fn is_locked(&self) -> bool {
        matches!(self.held, Held::Lock(_))
    }
}

impl Drop for Writer<'_> {
    fn drop(&mut self) {
        // Removed while it is still locked: whoever waits for this file sees that it lost its name, and opens the next one.
        if let Held::Lock(file) = &self.held
            && is_current(self.log, file).unwrap_or(false)
        {
            // What cannot be removed is litter, and is reported as such.
            let _ = unlinkat(&self.log.dir, NAME, AtFlags::empty());
        }
    }
}

/// NOSYS, OPNOTSUPP: no locks here. NOLCK: NFS without its lock service. BADF: NFS locks only what is open for writing.
pub(super) fn has_no_locks(errno: Errno) -> bool {
    [Errno::NOSYS, Errno::OPNOTSUPP, Errno::NOTSUP, Errno::NOLCK, Errno::BADF, Errno::INVAL].contains(&errno)
}

fn open(log: &LogStore) -> Result<OwnedFd, AppendError> {
    let safe = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let not_regular = || AppendError::NotRegular { path: log.file(NAME) };
    let failed = AppendError::io("open", &log.file(NAME));
    // Looked at first: opening a device can do harm.
    match statat(&log.dir, NAME, AtFlags::SYMLINK_NOFOLLOW) {
        Ok(found) if !is_regular(&found) => return Err(not_regular()),
        Ok(_) | Err(Errno::NOENT) => {}
        Err(errno) => return Err(failed(errno)),
    }
    let opened = match openat(&log.dir, NAME, safe | OFlags::RDWR | OFlags::CREATE, Mode::from_raw_mode(0o666)) {
        // Made by another user: reading is enough to lock it, but on NFS.
        Err(Errno::ACCESS) => openat(&log.dir, NAME, safe | OFlags::RDONLY, Mode::empty()),
        opened => opened,
    };
    let file = match opened {
        Ok(file) => file,
        Err(Errno::LOOP | Errno::ISDIR | Errno::NXIO) => return Err(not_regular()),
        Err(errno) => return Err(failed(errno)),
    };
    if is_regular(&fstat(&file).map_err(failed)?) { Ok(file) } else { Err(not_regular()) }
}

/// Whether the name still belongs to the locked file.
pub(super) fn is_current(log: &LogStore, file: &OwnedFd) -> Result<bool, AppendError> {
    let failed = AppendError::io("look at", &log.file(NAME));
    let locked = fstat(file).map_err(&failed)?;
    match statat(&log.dir, NAME, AtFlags::SYMLINK_NOFOLLOW) {
        Ok(named) => Ok((named.st_dev, named.st_ino) == (locked.st_dev, locked.st_ino)),
        Err(Errno::NOENT) => Ok(false),
        Err(errno) => Err(failed(errno)),
    }
}
