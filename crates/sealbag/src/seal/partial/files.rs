//! The partial bag on the disk: its files, its lock, and its name at the end.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, Mode, OFlags, RenameFlags};
use rustix::io::Errno;
use sealbag_manifest::layout::DATA;

use super::{LOCK, Partial, RESUME};
use crate::seal::SealError;

impl Partial {
    pub(super) fn create_directory(&self, name: &str) -> Result<(), SealError> {
        let path = self.at(name);
        match fs::create_dir(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
                Err(SealError::bag("cannot be created", &path)(error))
            }
            _ => Ok(()),
        }
    }

    /// A path in the partial bag.
    pub(in crate::seal) fn at(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// The directory `data/`, open.
    pub(crate) fn data(&self) -> Result<OwnedFd, SealError> {
        let path = self.at(DATA);
        let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        rustix::fs::open(&path, flags, Mode::empty())
            .map_err(|errno| SealError::bag("cannot be opened", &path)(errno.into()))
    }

    /// Creates a file in the place of what an interrupted run left. A link there is removed, not followed.
    pub(in crate::seal) fn create_file(&self, name: &str) -> Result<File, SealError> {
        self.remove(name)?;
        let path = self.at(name);
        File::create_new(&path).map_err(SealError::bag("cannot be created", &path))
    }

    /// Writes a small file whole and syncs it.
    pub(in crate::seal) fn write(&self, name: &str, bytes: &[u8]) -> Result<(), SealError> {
        let path = self.at(name);
        let mut file = self.create_file(name)?;
        file.write_all(bytes).and_then(|()| file.sync_all()).map_err(SealError::bag("cannot be written", &path))
    }

    /// Removes a file; it may be missing.
    pub(in crate::seal) fn remove(&self, name: &str) -> Result<(), SealError> {
        let path = self.at(name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(SealError::bag("cannot be removed", &path)(error))
            }
            _ => Ok(()),
        }
    }

    pub(super) fn read(&self, name: &str, limit: u64) -> Result<Vec<u8>, SealError> {
        let path = self.at(name);
        let mut bytes = Vec::new();
        File::open(&path)
            .and_then(|file| file.take(limit + 1).read_to_end(&mut bytes))
            .map_err(SealError::bag("cannot be read", &path))?;
        Ok(bytes)
    }

    pub(super) fn lock(&mut self) -> Result<(), SealError> {
        let path = self.at(LOCK);
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .custom_flags(OFlags::NOFOLLOW.bits().cast_signed())
            .open(&path)
            .map_err(SealError::bag("cannot be locked", &path))?;
        match rustix::fs::flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => {}
            Err(Errno::WOULDBLOCK) => return Err(SealError::Busy { path: self.path.clone() }),
            // A file system without locks: the directory was created by one program only.
            Err(Errno::NOSYS | Errno::OPNOTSUPP | Errno::NOLCK) => {}
            Err(errno) => return Err(SealError::bag("cannot be locked", &path)(errno.into())),
        }
        self._lock = Some(file);
        Ok(())
    }

    /// Waits until everything written to the bag's file system lies on the medium.
    pub(in crate::seal) fn sync(&self) -> Result<(), SealError> {
        let failed = SealError::bag("cannot be synced", &self.path);
        File::open(&self.path).and_then(|directory| Ok(rustix::fs::syncfs(&directory)?)).map_err(failed)
    }

    /// Removes what only an interrupted seal needs.
    pub(in crate::seal) fn forget_resume(&self) -> Result<(), SealError> {
        let path = self.at(RESUME);
        match fs::remove_dir_all(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(SealError::bag("cannot be removed", &path)(error))
            }
            _ => Ok(()),
        }
    }

    /// Gives the bag its name.
    pub(in crate::seal) fn publish(&self) -> Result<(), SealError> {
        use rustix::fs::CWD;
        match rustix::fs::renameat_with(CWD, &self.path, CWD, &self.bag, RenameFlags::NOREPLACE) {
            Ok(()) => {}
            Err(Errno::EXIST) => return Err(SealError::OutputExists { path: self.bag.clone() }),
            // A file system that cannot promise it; an empty directory is all that a plain rename would replace.
            Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => {
                if self.bag.symlink_metadata().is_ok() {
                    return Err(SealError::OutputExists { path: self.bag.clone() });
                }
                fs::rename(&self.path, &self.bag).map_err(SealError::bag("cannot be renamed", &self.path))?;
            }
            Err(errno) => return Err(SealError::bag("cannot be renamed", &self.path)(errno.into())),
        }
        let parent = match self.bag.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        File::open(parent)
            .and_then(|directory| Ok(rustix::fs::fsync(directory.as_fd())?))
            .map_err(SealError::bag("cannot be synced", parent))
    }
}
