//! What has a name in the log: the only answer that is believed after an attempt to publish.

use std::fs::File;
use std::io::Read;

use rustix::fs::{AtFlags, FileType, Mode, OFlags, Stat};
use rustix::io::Errno;

use super::name::Name;
use super::{AppendError, LogStore};

/// What has a name.
pub(super) enum Found {
    /// Nothing has it.
    Nothing,
    /// A regular file.
    File {
        /// The handle by which it was read.
        file: File,
        /// All of it.
        bytes: Vec<u8>,
    },
}

/// Reads what has this name, at most `limit` bytes.
pub(super) fn at(log: &LogStore, name: &Name, limit: usize) -> Result<Found, AppendError> {
    let name = name.published();
    let path = log.file(&name);
    let failed = AppendError::io("read", &path);
    // Looked at first: opening a device can do harm.
    match rustix::fs::statat(&log.dir, name.as_str(), AtFlags::SYMLINK_NOFOLLOW) {
        Ok(found) if is_regular(&found) => {}
        Ok(_) => return Err(AppendError::NotRegular { path }),
        Err(Errno::NOENT) => return Ok(Found::Nothing),
        Err(errno) => return Err(failed(errno)),
    }
    // The name may be exchanged in between: NONBLOCK, so that no pipe is waited for, and a second look at what was opened.
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let opened = match rustix::fs::openat(&log.dir, name.as_str(), flags, Mode::empty()) {
        Ok(opened) => opened,
        Err(Errno::NOENT) => return Ok(Found::Nothing),
        Err(Errno::LOOP | Errno::NXIO) => return Err(AppendError::NotRegular { path }),
        Err(errno) => return Err(failed(errno)),
    };
    if !is_regular(&rustix::fs::fstat(&opened).map_err(failed)?) {
        return Err(AppendError::NotRegular { path });
    }
    let file = File::from(opened);
    let mut bytes = Vec::new();
    if let Err(source) = (&file).take(limit as u64 + 1).read_to_end(&mut bytes) {
        return Err(AppendError::Io { path, action: "read", source });
    }
    if bytes.len() > limit { Err(AppendError::TooLarge { path, limit }) } else { Ok(Found::File { file, bytes }) }
}

/// Whether a regular file has this name. Anything else in its place is an error.
pub(super) fn exists(log: &LogStore, name: &Name) -> Result<bool, AppendError> {
    let name = name.published();
    match rustix::fs::statat(&log.dir, name.as_str(), AtFlags::SYMLINK_NOFOLLOW) {
        Ok(found) if is_regular(&found) => Ok(true),
        Ok(_) => Err(AppendError::NotRegular { path: log.file(&name) }),
        Err(Errno::NOENT) => Ok(false),
        Err(errno) => Err(AppendError::io("look at", &log.file(&name))(errno)),
    }
}

pub(super) fn is_regular(found: &Stat) -> bool {
    FileType::from_raw_mode(found.st_mode) == FileType::RegularFile
}
