//! Publishing: written aside, synced, read back, and given its name only if nothing has it.

use std::fs::File;
use std::io::Write;
use std::os::unix::fs::FileExt;
use std::sync::atomic::Ordering;

use rustix::fs::{
    Advice, AtFlags, Mode, OFlags, RenameFlags, fadvise, fstat, fsync, linkat, openat, renameat_with, unlinkat,
};
use rustix::io::Errno;

use super::look::{self, Found};
use super::name::Name;
use super::{AppendError, LogStore, MAX_TOKEN_LEN, Writer};
use crate::page::MAX_PAGE_LEN;

/// Whether a published file is known to survive a power cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// This writer synced the file, then the directory, and both succeeded.
    Synced,
    /// It is in the log, but it is not known to be on the disk: the directory could not be synced, now or earlier by
    /// this [`LogStore`], or the file was found there. A system reports a failed sync once, so a later one that succeeds
    /// proves nothing.
    Unknown,
}

/// A file that is in the log, byte for byte as it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    /// The number of the event.
    pub index: u32,
    /// Whether it is known to survive a power cut.
    pub durability: Durability,
}

impl Writer<'_> {
    /// Appends the event `index`, whose signed page is `page`. If the very same page has that number already, that is
    /// success too, so a caller who was interrupted passes the same bytes again.
    ///
    /// # Errors
    /// [`AppendError::Taken`] if another event has the number; [`AppendError::Gap`] and [`AppendError::Behind`] if the
    /// log before or after it is not whole; [`AppendError::NotExclusive`] if the file system cannot do this safely;
    /// [`AppendError::Undetermined`] if it cannot be told whether the event is in the log. After every other error it is
    /// not, and the log is as before.
    pub fn publish(&self, index: u32, page: &[u8]) -> Result<Published, AppendError> {
        if index == 0 {
            return Err(AppendError::Index { index });
        }
        let name = Name::event(index)?;
        let path = self.log.file(&name.published());
        check_size(self.log, &name, page, MAX_PAGE_LEN)?;
        let events = self.log.events()?;
        match look::at(self.log, &name, MAX_PAGE_LEN)? {
            Found::File { bytes, .. } if bytes != page => return Err(AppendError::Taken { index, winner: bytes }),
            Found::File { file, .. } => return Ok(Published { index, durability: found(self.log, &file) }),
            Found::Nothing => {}
        }
        match events.last {
            // It came between the listing and the look.
            Some(last) if last == index => return Err(AppendError::io("read", &path)(Errno::AGAIN)),
            Some(last) if last > index => {
                return Err(AppendError::Behind { path: self.log.path.clone(), index, last });
            }
            _ => {}
        }
        // Names were counted; a directory or pipe can have that of the previous event. A listing of a directory that
        // changes meanwhile is not believed about what is missing.
        if (events.count != index || !look::exists(self.log, &Name::event(index - 1)?)?)
            && let Some(missing) = self.log.first_missing(index - 1)?
        {
            return Err(AppendError::Gap { path: self.log.path.clone(), missing, before: index });
        }
        match publish(self.log, &name, page, MAX_PAGE_LEN)? {
            Outcome::Ours(durability) => Ok(Published { index, durability }),
            Outcome::Anothers(winner) => Err(AppendError::Taken { index, winner }),
        }
    }

    /// Stores the time-stamp token `number` (from 1) over event `index`, in the same way.
    ///
    /// # Errors
    /// [`AppendError::Gap`] if there is no such event; [`AppendError::TokenTaken`] if another token has the number; else
    /// as [`Self::publish`].
    pub fn publish_token(&self, index: u32, number: u32, token: &[u8]) -> Result<Published, AppendError> {
        let name = Name::token(index, number)?;
        check_size(self.log, &name, token, MAX_TOKEN_LEN)?;
        if !look::exists(self.log, &Name::event(index)?)? {
            return Err(AppendError::Gap { path: self.log.path.clone(), missing: index, before: index + 1 });
        }
        match look::at(self.log, &name, MAX_TOKEN_LEN)? {
            Found::File { bytes, .. } if bytes != token => {
                return Err(AppendError::TokenTaken { index, number, winner: bytes });
            }
            Found::File { file, .. } => return Ok(Published { index, durability: found(self.log, &file) }),
            Found::Nothing => {}
        }
        match publish(self.log, &name, token, MAX_TOKEN_LEN)? {
            Outcome::Ours(durability) => Ok(Published { index, durability }),
            Outcome::Anothers(winner) => Err(AppendError::TokenTaken { index, number, winner }),
        }
    }
}

/// Who has the name in the end.
pub(super) enum Outcome {
    Ours(Durability),
    Anothers(Vec<u8>),
}

fn check_size(log: &LogStore, name: &Name, bytes: &[u8], limit: usize) -> Result<(), AppendError> {
    let path = || log.file(&name.published());
    match bytes.len() {
        0 => Err(AppendError::Empty { path: path() }),
        len if len > limit => Err(AppendError::TooLarge { path: path(), limit }),
        _ => Ok(()),
    }
}

/// Our bytes were there before us: synced as well as can be, but not known to be on the disk.
fn found(log: &LogStore, file: &File) -> Durability {
    let _ = fsync(file).and_then(|()| fsync(&log.dir));
    Durability::Unknown
}

pub(super) fn publish(log: &LogStore, name: &Name, bytes: &[u8], limit: usize) -> Result<Outcome, AppendError> {
    let aside = Aside::write(log, name, bytes)?;
    let given = aside.give_name();
    // Whatever the call answered: a server can carry out what it then reports as failed.
    let after = look::at(log, name, limit).map_err(|error| match error {
        AppendError::Io { path, action, source } => AppendError::Undetermined { path, action, source },
        refused => refused,
    })?;
    match after {
        Found::File { bytes: there, .. } if there != bytes => Ok(Outcome::Anothers(there)),
        // The same bytes, but another writer's file: whether that one was synced is not known.
        Found::File { file, .. } if given.is_err() && !aside.is(&file) => Ok(Outcome::Ours(found(log, &file))),
        Found::File { .. } => {
            if fsync(&log.dir).is_err() {
                log.sync_failed.store(true, Ordering::Relaxed);
            }
            let failed = log.sync_failed.load(Ordering::Relaxed);
            Ok(Outcome::Ours(if failed { Durability::Unknown } else { Durability::Synced }))
        }
        Found::Nothing => {
            let path = log.file(&name.published());
            let errno = given.err().unwrap_or(Failure::Refused(Errno::NOENT));
            Err(match errno {
                Failure::NotExclusive(errno) => AppendError::NotExclusive { path, source: errno.into() },
                Failure::Refused(errno) => AppendError::io("publish", &path)(errno),
            })
        }
    }
}

/// Why the name was not given.
#[derive(Debug)]
pub(super) enum Failure {
    NotExclusive(Errno),
    Refused(Errno),
}

/// A file written aside, synced and read back. Dropping it removes the name that it has beside the log; the one under
/// which it was published stays.
pub(super) struct Aside<'a> {
    log: &'a LogStore,
    name: &'a Name,
    aside: String,
    pub(super) file: File,
}

impl<'a> Aside<'a> {
    pub(super) fn write(log: &'a LogStore, name: &'a Name, bytes: &[u8]) -> Result<Self, AppendError> {
        let path = log.file(&name.published());
        let random = getrandom::u64().map_err(|error| AppendError::Io {
            path: path.clone(),
            action: "get random numbers for",
            source: std::io::Error::other(error),
        })?;
        let aside = name.aside(random);
        let path = log.file(&aside);
        let flags = OFlags::RDWR | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let opened = openat(&log.dir, aside.as_str(), flags, Mode::from_raw_mode(0o666));
        let file = File::from(opened.map_err(AppendError::io("create", &path))?);
        let mut aside = Self { log, name, aside, file };
        let io = |action| {
            let path = path.clone();
            move |source| AppendError::Io { path, action, source }
        };
        aside.file.write_all(bytes).map_err(io("write"))?;
        // Before the name is given: a name must never lead to a file that is not yet on the disk.
        aside.file.sync_all().map_err(io("sync"))?;
        if aside.reads(bytes).map_err(io("read back"))? { Ok(aside) } else { Err(AppendError::ReadBack { path }) }
    }

    /// Whether the file holds these bytes and no more, from the disk where the system can be asked for that.
    pub(super) fn reads(&self, bytes: &[u8]) -> std::io::Result<bool> {
        let _ = fadvise(&self.file, 0, None, Advice::DontNeed);
        if self.file.metadata()?.len() != bytes.len() as u64 {
            return Ok(false);
        }
        let mut there = vec![0; bytes.len()];
        self.file.read_exact_at(&mut there, 0)?;
        Ok(there == bytes)
    }

    pub(super) fn give_name(&self) -> Result<(), Failure> {
        let (dir, name) = (&self.log.dir, self.name.published());
        match linkat(dir, self.aside.as_str(), dir, name.as_str(), AtFlags::empty()) {
            Ok(()) => return Ok(()),
            Err(errno) if has_no_links(errno) => {}
            Err(errno) => return Err(Failure::Refused(errno)),
        }
        // Never a plain rename: it would replace another's event.
        renameat_with(dir, self.aside.as_str(), dir, name.as_str(), RenameFlags::NOREPLACE).map_err(|errno| {
            let unsupported = [Errno::INVAL, Errno::NOSYS, Errno::OPNOTSUPP, Errno::NOTSUP].contains(&errno);
            if unsupported { Failure::NotExclusive(errno) } else { Failure::Refused(errno) }
        })
    }

    pub(super) fn is(&self, other: &File) -> bool {
        match (fstat(&self.file), fstat(other)) {
            (Ok(ours), Ok(other)) => (ours.st_dev, ours.st_ino) == (other.st_dev, other.st_ino),
            _ => false,
        }
    }
}

impl Drop for Aside<'_> {
    fn drop(&mut self) {
        // After a rename the name is gone; else it may stay, as litter.
        let _ = unlinkat(&self.log.dir, self.aside.as_str(), AtFlags::empty());
    }
}

/// What file systems without hard links answer, or such as have no room for another one.
pub(super) fn has_no_links(errno: Errno) -> bool {
    [Errno::PERM, Errno::OPNOTSUPP, Errno::NOTSUP, Errno::NOSYS, Errno::MLINK, Errno::INVAL, Errno::XDEV, Errno::ACCESS]
        .contains(&errno)
}
