//! One run at a time edits the rosters of a folder: `flock(2)` on a file that means nothing by itself. Whoever frees the lock
//! removes it; the kernel frees that of a killed process. Where a file system has no locks, what was read is compared
//! before it is replaced, and that alone decides ([`super::files::Work::require_unchanged`]).

use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use rustix::fs::{CWD, FileType, FlockOperation, Mode, OFlags, flock, fstat, lstat, openat, unlink};
use rustix::io::Errno;

use super::files::RosterFileError;

const NAME: &str = ".sealbag-roster.lock";
const PAUSE: Duration = Duration::from_millis(5);

/// A run that waits longer gives up: the other one may be asking somebody for a passphrase.
pub(super) const WAIT: Duration = Duration::from_secs(10);

/// The lock of a folder. Dropping it frees it.
pub(super) struct FolderLock {
    path: PathBuf,
    file: OwnedFd,
}

impl FolderLock {
    /// Locks the folder in which `file` lies; nothing if there is no such folder, or it has no locks.
    pub(super) fn take(file: &Path, wait: Duration) -> Result<Option<Self>, RosterFileError> {
        let path = file.with_file_name(NAME);
        let failed = |errno: Errno| RosterFileError::Lock { path: path.clone(), source: errno.into() };
        let started = Instant::now();
        loop {
            let file = match open(&path) {
                Ok(file) => file,
                Err(Errno::NOENT | Errno::NOTDIR) => return Ok(None),
                Err(errno) => return Err(failed(errno)),
            };
            match flock(&file, FlockOperation::NonBlockingLockExclusive) {
                // Somebody may have removed the file meanwhile: then this lock keeps nobody away.
                Ok(()) if is_current(&path, &file) => return Ok(Some(Self { path, file })),
                Ok(()) | Err(Errno::WOULDBLOCK | Errno::INTR) => {}
                Err(errno) if has_no_locks(errno) => {
                    // It is of no use here, and would stay as litter.
                    let _ = unlink(&path);
                    return Ok(None);
                }
                Err(errno) => return Err(failed(errno)),
            }
            if started.elapsed() >= wait {
                return Err(RosterFileError::Busy { path });
            }
            thread::sleep(PAUSE);
        }
    }
}

impl Drop for FolderLock {
    fn drop(&mut self) {
        // Removed while it is still locked: whoever waits for this file sees that it lost its name, and opens the next one.
        if is_current(&self.path, &self.file) {
            let _ = unlink(&self.path);
        }
    }
}

fn open(path: &Path) -> Result<OwnedFd, Errno> {
    let safe = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    match openat(CWD, path, safe | OFlags::RDWR | OFlags::CREATE, Mode::from_raw_mode(0o666)) {
        // Made by another user: reading is enough to lock it, but on NFS.
        Err(Errno::ACCESS) => openat(CWD, path, safe | OFlags::RDONLY, Mode::empty()),
        opened => opened,
    }
}

/// Whether the name still belongs to the locked file.
fn is_current(path: &Path, file: &OwnedFd) -> bool {
    match (lstat(path), fstat(file)) {
        (Ok(named), Ok(held)) => {
            FileType::from_raw_mode(held.st_mode) == FileType::RegularFile
                && (named.st_dev, named.st_ino) == (held.st_dev, held.st_ino)
        }
        _ => false,
    }
}

/// NOSYS, OPNOTSUPP: no locks here. NOLCK: NFS without its lock service. BADF: NFS locks only what is open for writing.
fn has_no_locks(errno: Errno) -> bool {
    [Errno::NOSYS, Errno::OPNOTSUPP, Errno::NOTSUP, Errno::NOLCK, Errno::BADF, Errno::INVAL].contains(&errno)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_waits_and_then_says_so_and_nothing_is_left() {
        let folder = tempfile::tempdir().expect("a folder");
        let roster = folder.path().join("roster.txt");
        let first = FolderLock::take(&roster, WAIT).expect("a lock").expect("a file system with locks");
        let second = FolderLock::take(&folder.path().join("other.txt"), Duration::from_millis(20));
        assert!(matches!(second, Err(RosterFileError::Busy { .. })));
        drop(first);
        drop(FolderLock::take(&roster, Duration::ZERO).expect("a lock").expect("a file system with locks"));
        assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 0);
    }

    #[test]
    fn a_folder_that_is_not_there_has_nothing_to_lock() {
        assert!(FolderLock::take(Path::new("/nowhere/at/all/roster.txt"), WAIT).expect("no error").is_none());
    }
}
