//! What an interrupted extraction left: kept only as far as it is what the list says, read and hashed; put out of the way
//! only where nothing is lost by it.

use std::fs::File;
use std::io;
use std::os::fd::{AsRawFd, OwnedFd};
use std::os::unix::fs::FileExt;

use rustix::fs::{Advice, AtFlags, FileType, Mode, OFlags, Stat};
use rustix::io::Errno;
use sealbag_manifest::entry::{Content, Entry};
use sealbag_manifest::hash::{ExtraAlgorithms, FileHasher};
use sealbag_manifest::observer::Observer;

use super::target::DIRECTORY;

const BLOCK: usize = 1 << 20;

/// What lies under a name, never looked at through a link.
fn look(dir: &OwnedFd, name: &[u8]) -> io::Result<Option<Stat>> {
    match rustix::fs::statat(dir, name, AtFlags::SYMLINK_NOFOLLOW) {
        Err(Errno::NOENT) => Ok(None),
        found => Ok(Some(found?)),
    }
}

fn kind(stat: &Stat) -> FileType {
    FileType::from_raw_mode(stat.st_mode)
}

fn other() -> io::Error {
    io::Error::other("something else has its name, and was left as it is")
}

/// A regular file under the name of one that the list has.
pub(super) struct Existing {
    file: File,
    stat: Stat,
}

impl Existing {
    /// `None` if nothing has the name.
    ///
    /// # Errors
    /// If it is no regular file, somebody else's, or cannot be opened.
    pub(super) fn open(dir: &OwnedFd, name: &[u8], owner: u32) -> io::Result<Option<Self>> {
        let Some(seen) = look(dir, name)? else { return Ok(None) };
        if kind(&seen) != FileType::RegularFile || seen.st_uid != owner {
            return Err(other());
        }
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let file = open_own(dir, name, flags, Mode::RUSR | Mode::WUSR)?;
        let stat = rustix::fs::fstat(&file)?;
        if (stat.st_dev, stat.st_ino) != (seen.st_dev, seen.st_ino) {
            return Err(other());
        }
        Ok(Some(Self { file: File::from(file), stat }))
    }

    /// True if its bytes, read now, are the sealed ones. A further name that the list knows nothing of leads elsewhere:
    /// such a file is made anew.
    pub(super) fn is_whole(&self, entry: &Entry, content: &Content, progress: &dyn Observer) -> io::Result<bool> {
        if self.size() != content.size || (self.stat.st_nlink > 1 && entry.link_group.is_none()) {
            return Ok(false);
        }
        // What could not be written back may still stand in memory: the medium is asked.
        let _ = rustix::fs::fadvise(&self.file, 0, None, Advice::DontNeed);
        let mut hasher = FileHasher::new(ExtraAlgorithms::of(&content.extra));
        let mut buffer = vec![0; BLOCK.min(content.size.try_into().unwrap_or(BLOCK)).max(1)];
        let mut at = 0;
        loop {
            match self.file.read_at(&mut buffer, at) {
                Ok(0) => break,
                Ok(count) => {
                    hasher.update(&buffer[..count]);
                    progress.bytes(count as u64);
                    at += count as u64;
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        let found = hasher.finish();
        Ok(found.content == content.digests && found.extra == content.extra)
    }

    /// The handle.
    pub(super) fn file(&self) -> &File {
        &self.file
    }

    /// True if each of its bytes is zero or the one at the same place of `verified`: what a power cut leaves of a file,
    /// and nothing that is not in the bag.
    pub(super) fn is_torn(&self, verified: &File) -> io::Result<bool> {
        let mut at = 0;
        let (mut found, mut sealed) = (vec![0; BLOCK], vec![0; BLOCK]);
        while at < self.size() {
            let length = (self.size() - at).min(BLOCK as u64) as usize;
            let (found, sealed) = (&mut found[..length], &mut sealed[..length]);
            let (one, two) = (self.file.read_exact_at(found, at), verified.read_exact_at(sealed, at));
            match one.and(two) {
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(false),
                read => read?,
            }
            if found.iter().zip(&*sealed).any(|(&found, &sealed)| found != 0 && found != sealed) {
                return Ok(false);
            }
            at += length as u64;
        }
        Ok(true)
    }

    /// True if the name still leads to it.
    pub(super) fn is_still(&self, dir: &OwnedFd, name: &[u8]) -> io::Result<bool> {
        let now = look(dir, name)?;
        Ok(now.is_some_and(|now| (now.st_dev, now.st_ino) == (self.stat.st_dev, self.stat.st_ino)))
    }

    fn size(&self) -> u64 {
        self.stat.st_size.try_into().unwrap_or(0)
    }
}

/// Goes into a directory that lies there, and closes it to all but its owner again.
pub(super) fn directory(dir: &OwnedFd, name: &[u8], owner: u32) -> io::Result<OwnedFd> {
    if look(dir, name)?.is_none_or(|seen| kind(&seen) != FileType::Directory || seen.st_uid != owner) {
        return Err(other());
    }
    let fd = open_own(dir, name, DIRECTORY, Mode::RWXU)?;
    let stat = rustix::fs::fstat(&fd)?;
    if stat.st_uid != owner {
        return Err(other());
    }
    if stat.st_mode & 0o7777 != 0o700 {
        rustix::fs::fchmod(&fd, Mode::RWXU)?;
    }
    Ok(fd)
}

/// Opens what may already have its own mode, which can keep out even its owner.
fn open_own(dir: &OwnedFd, name: &[u8], flags: OFlags, mode: Mode) -> io::Result<OwnedFd> {
    match rustix::fs::openat(dir, name, flags, Mode::empty()) {
        Err(Errno::ACCESS) => {
            let held = rustix::fs::openat(dir, name, OFlags::PATH | OFlags::NOFOLLOW | OFlags::CLOEXEC, Mode::empty())?;
            if kind(&rustix::fs::fstat(&held)?) == FileType::Symlink {
                return Err(other());
            }
            // This name stands for the handle itself, and for no path.
            let itself = format!("/proc/self/fd/{}", held.as_raw_fd());
            rustix::fs::chmod(&itself, mode)?;
            Ok(rustix::fs::open(&itself, flags.difference(OFlags::NOFOLLOW), Mode::empty())?)
        }
        opened => Ok(opened?),
    }
}

/// A pipe, socket or device node that is the one to be made.
pub(super) fn special(dir: &OwnedFd, name: &[u8], wanted: (FileType, u64), owner: u32) -> io::Result<()> {
    let is_device = matches!(wanted.0, FileType::BlockDevice | FileType::CharacterDevice);
    let is_it = |seen: &Stat| {
        kind(seen) == wanted.0 && seen.st_uid == owner && seen.st_nlink == 1 && (!is_device || seen.st_rdev == wanted.1)
    };
    if look(dir, name)?.is_some_and(|seen| is_it(&seen)) { Ok(()) } else { Err(other()) }
}

/// A link that leads where it is to lead.
pub(super) fn symlink(dir: &OwnedFd, name: &[u8], target: &[u8]) -> io::Result<()> {
    match rustix::fs::readlinkat(dir, name, Vec::new()) {
        Ok(found) if found.to_bytes() == target => Ok(()),
        Ok(_) | Err(Errno::INVAL) => Err(other()),
        Err(errno) => Err(errno.into()),
    }
}
