//! The packed bag in the making: a hidden file beside its place, locked, removed if the packing fails.

use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, FlockOperation, OFlags, RenameFlags};
use rustix::io::Errno;

use super::error::PackError;

/// A file that has not got its name yet.
pub(super) struct Aside {
    path: PathBuf,
    out: PathBuf,
    file: File,
    is_published: bool,
}

impl Aside {
    /// Begins a file; one that an interrupted run left in its place goes.
    pub(super) fn create(out: &Path) -> Result<Self, PackError> {
        let failed = |source| PackError::Write { path: out.to_owned(), source };
        if out.symlink_metadata().is_ok() {
            return Err(PackError::OutputExists { path: out.to_owned() });
        }
        let mut name = OsString::from(".");
        name.push(out.file_name().ok_or_else(|| failed(io::ErrorKind::InvalidInput.into()))?);
        name.push(".packing.tmp");
        let path = out.with_file_name(name);
        if path.symlink_metadata().is_ok() {
            remove_left(&path)?;
        }
        let busy = || PackError::Busy { path: path.clone() };
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true).custom_flags(OFlags::NOFOLLOW.bits() as i32);
        let file = options.open(&path).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => busy(),
            _ => failed(error),
        })?;
        // Some network file systems have no locks; a second run is then told that the name is taken.
        if rustix::fs::flock(&file, FlockOperation::NonBlockingLockExclusive) == Err(Errno::WOULDBLOCK) {
            return Err(busy());
        }
        Ok(Self { path, out: out.to_owned(), file, is_published: false })
    }

    /// The open file.
    pub(super) fn file(&self) -> &File {
        &self.file
    }

    /// Where it lies now.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Gives it its name, which nothing may have.
    pub(super) fn publish(mut self) -> Result<(), PackError> {
        let out = self.out.clone();
        let failed = |source| PackError::Write { path: out.clone(), source };
        let named = match rustix::fs::renameat_with(CWD, &self.path, CWD, &self.out, RenameFlags::NOREPLACE) {
            // File systems that cannot promise it: a second name never replaces one.
            Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => {
                std::fs::hard_link(&self.path, &self.out).and_then(|()| std::fs::remove_file(&self.path))
            }
            named => named.map_err(io::Error::from),
        };
        named.map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => PackError::OutputExists { path: self.out.clone() },
            _ => failed(error),
        })?;
        self.is_published = true;
        let folder = self.out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        if !self.is_published {
            // What stays goes with the next run.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// Removes what an interrupted run left, if nobody uses it.
fn remove_left(path: &Path) -> Result<(), PackError> {
    let busy = || PackError::Busy { path: path.to_owned() };
    let failed = |source| PackError::Write { path: path.to_owned(), source };
    let mut options = OpenOptions::new();
    options.read(true).custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits() as i32);
    let file = match options.open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(_) => return Err(busy()),
    };
    let found = file.metadata().map_err(failed)?;
    let is_ours = found.is_file() && found.uid() == rustix::process::geteuid().as_raw();
    if !is_ours || rustix::fs::flock(&file, FlockOperation::NonBlockingLockExclusive) == Err(Errno::WOULDBLOCK) {
        return Err(busy());
    }
    match path.symlink_metadata() {
        Ok(now) if (now.dev(), now.ino()) == (found.dev(), found.ino()) => std::fs::remove_file(path).map_err(failed),
        // Whoever had it has finished.
        Ok(_) => Err(busy()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(failed(error)),
    }
}
