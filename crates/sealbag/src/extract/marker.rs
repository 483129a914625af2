//! The mark of an extraction that is not finished: an empty file in the target, locked while the program runs.
//!
//! It lies there before anything else does, and goes when everything is made and lies on the medium. So what a killed
//! program, a full disk or a power cut left is never taken for the whole, and the same command goes on. Its name is
//! what was asked for: another bag, other paths or other options find a directory that is not theirs.

use std::fs;
use std::io;
use std::os::fd::OwnedFd;
use std::path::Path;

use rustix::fs::{AtFlags, Dir, FileType, FlockOperation, Mode, OFlags};
use rustix::io::Errno;
use sealbag_manifest::digest::Sha256Digest;

use super::target::{DIRECTORY, temporary_name};
use super::{ExtractError, Request};

const PREFIX: &str = ".sealbag-extract-";

/// The mark, held.
pub(super) struct Marker {
    /// Freed when the program ends, however it does.
    _lock: OwnedFd,
    /// Its name in the target.
    pub(super) name: String,
    /// True if an extraction that was interrupted goes on.
    pub(super) resumed: bool,
    /// Whom this file system names as the owner of what the program makes.
    pub(super) owner: u32,
}

/// Opens the target: a new or empty directory is marked; one with the mark of the same request goes on.
pub(super) fn open(request: &Request<'_>, seal: Sha256Digest) -> Result<(OwnedFd, Marker), ExtractError> {
    let path = request.to;
    let failed = |source: io::Error| ExtractError::Target { path: path.to_owned(), source };
    match fs::create_dir(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(failed(error)),
        _ => {}
    }
    let root = match rustix::fs::open(path, DIRECTORY, Mode::empty()) {
        Err(Errno::LOOP | Errno::NOTDIR) => return Err(ExtractError::TargetExists { path: path.to_owned() }),
        opened => opened.map_err(|errno| failed(errno.into()))?,
    };
    let name = name(request, seal);
    match is_empty(&root).and_then(|is_empty| if is_empty { begin(&root, &name).map(Some) } else { Ok(None) }) {
        Ok(Some(marker)) => return Ok((root, marker)),
        // Somebody was faster, or it has been there.
        Ok(None) | Err(Errno::EXIST) => {}
        Err(errno) => return Err(busy_or(errno, path)),
    }
    match go_on(&root, &name) {
        Ok(marker) => Ok((root, marker)),
        Err(Errno::NOENT) => Err(of_others(&root, path)),
        Err(errno) => Err(busy_or(errno, path)),
    }
}

fn busy_or(errno: Errno, path: &Path) -> ExtractError {
    match errno {
        Errno::WOULDBLOCK => ExtractError::Busy { path: path.to_owned() },
        _ => ExtractError::Target { path: path.to_owned(), source: errno.into() },
    }
}

/// The paths decide what is made, and so do the options: with others a half tree would be taken for a whole one.
fn name(request: &Request<'_>, seal: Sha256Digest) -> String {
    let mut paths: Vec<&[u8]> = request.paths.iter().map(|path| path.as_bytes()).collect();
    paths.sort_unstable();
    paths.dedup();
    let allowed = (request.allowed.devices, request.allowed.setuid);
    let asked = format!("{seal} {allowed:?} {paths:?}");
    format!("{PREFIX}{}.tmp", blake3::hash(asked.as_bytes()).to_hex())
}

/// Makes the mark; it lies on the medium before anything else is made.
fn begin(root: &OwnedFd, name: &str) -> Result<Marker, Errno> {
    let flags = OFlags::RDWR | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let file = rustix::fs::openat(root, name, flags, Mode::RUSR | Mode::WUSR)?;
    lock(&file)?;
    rustix::fs::fsync(&file)?;
    rustix::fs::fsync(root)?;
    let owner = rustix::fs::fstat(&file)?.st_uid;
    Ok(Marker { _lock: file, name: name.to_owned(), resumed: false, owner })
}

/// Takes a mark that lies there: an empty regular file of the same owner, and no link. Else there is none.
fn go_on(root: &OwnedFd, name: &str) -> Result<Marker, Errno> {
    let flags = OFlags::RDWR | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = match rustix::fs::openat(root, name, flags, Mode::empty()) {
        Err(Errno::LOOP | Errno::ISDIR | Errno::NXIO) => return Err(Errno::NOENT),
        opened => opened?,
    };
    lock(&file)?;
    let (held, found) = (rustix::fs::fstat(&file)?, rustix::fs::statat(root, name, AtFlags::SYMLINK_NOFOLLOW)?);
    let owner = own_user(root)?;
    let is_ours = FileType::from_raw_mode(held.st_mode) == FileType::RegularFile
        && held.st_size == 0
        && held.st_nlink == 1
        && held.st_uid == owner;
    // Another run may have finished and removed it between the opening and the lock.
    if !is_ours || (held.st_dev, held.st_ino) != (found.st_dev, found.st_ino) {
        return Err(Errno::NOENT);
    }
    Ok(Marker { _lock: file, name: name.to_owned(), resumed: true, owner })
}

fn lock(file: &OwnedFd) -> Result<(), Errno> {
    match rustix::fs::flock(file, FlockOperation::NonBlockingLockExclusive) {
        // A file system without locks.
        Err(Errno::NOSYS | Errno::OPNOTSUPP | Errno::NOLCK) => Ok(()),
        locked => locked,
    }
}

/// A file system need not keep owners: what it says of a new file is what counts.
fn own_user(root: &OwnedFd) -> Result<u32, Errno> {
    let name = temporary_name().map_err(|_| Errno::IO)?;
    let flags = OFlags::RDWR | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let file = rustix::fs::openat(root, name.as_str(), flags, Mode::RUSR | Mode::WUSR)?;
    let owner = rustix::fs::fstat(&file).map(|stat| stat.st_uid);
    rustix::fs::unlinkat(root, name.as_str(), AtFlags::empty())?;
    owner
}

fn is_empty(root: &OwnedFd) -> Result<bool, Errno> {
    for entry in Dir::read_from(root)? {
        if !matches!(entry?.file_name().to_bytes(), b"." | b"..") {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Something else lies there; another extraction's mark is worth a word of its own.
fn of_others(root: &OwnedFd, path: &Path) -> ExtractError {
    let names = Dir::read_from(root).into_iter().flatten().filter_map(Result::ok);
    let mut marks = names.filter(|entry| {
        let name = entry.file_name().to_bytes();
        name.starts_with(PREFIX.as_bytes()) && name.ends_with(b".tmp")
    });
    match marks.next() {
        Some(_) => ExtractError::OtherExtraction { path: path.to_owned() },
        None => ExtractError::TargetExists { path: path.to_owned() },
    }
}

impl Marker {
    /// Removes the mark, when all that was made lies on the medium.
    pub(super) fn finish(self, root: &OwnedFd) -> io::Result<()> {
        rustix::fs::unlinkat(root, self.name.as_str(), AtFlags::empty())?;
        // Without this a power cut may bring the mark back, beside a tree that is whole: the same command removes it.
        let _ = rustix::fs::fsync(root);
        Ok(())
    }
}
