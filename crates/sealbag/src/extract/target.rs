//! The tree that is being made, by handles, in two passes over the list: first directories and files, then links, and the
//! modes and times of directories when nothing more is put in. So nothing is ever written through a link, and nothing
//! is kept in memory but the way down.

use std::io;
use std::os::fd::OwnedFd;

use rustix::fs::{AtFlags, FileType, Mode, OFlags, Timespec, Timestamps, UTIME_OMIT};
use rustix::io::Errno;
use sealbag_manifest::digest::hex;
use sealbag_manifest::entry::{Entry, FileTime, Kind, Metadata};

use super::refused::Refused;
use super::{existing, leftovers};

/// Handles that stay open on the way down.
const KEPT_OPEN: usize = 128;
pub(super) const DIRECTORY: OFlags =
    OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);

struct Level {
    /// `None` while the work is far below, or if the directory could not be made.
    fd: Option<OwnedFd>,
    was_made: bool,
    /// How much of the path leads here.
    length: usize,
    /// Mode and times that it gets when it is left for good.
    last: Option<(Option<u32>, Metadata)>,
}

/// The tree that is being made.
pub(super) struct Target {
    levels: Vec<Level>,
    /// Where the innermost level lies.
    path: Vec<u8>,
    /// Whose things that lie there may be kept; nobody's in a new tree.
    pub(super) left_by: Option<u32>,
    /// What could not be set when a directory was left.
    pub(super) refused: Refused,
}

impl Target {
    /// A tree below an open directory. `left_by` is the owner of what an interrupted run left there, if it goes on.
    pub(super) fn below(root: OwnedFd, left_by: Option<u32>) -> Self {
        let root = Level { fd: Some(root), was_made: true, length: 0, last: None };
        Self { levels: vec![root], path: Vec::new(), left_by, refused: Refused::default() }
    }

    /// Leaves directories until the innermost one is `parent`.
    pub(super) fn climb_to(&mut self, parent: &[u8]) {
        while self.levels.len() > 1 && self.path != parent {
            self.leave();
        }
    }

    /// The innermost directory.
    pub(super) fn current(&self) -> Option<&OwnedFd> {
        self.levels.last()?.fd.as_ref()
    }

    fn parent(&self) -> io::Result<&OwnedFd> {
        self.current().ok_or_else(|| io::Error::other("its directory could not be made"))
    }

    /// The directory that everything is made in.
    pub(super) fn root(&self) -> Option<&OwnedFd> {
        self.levels.first()?.fd.as_ref()
    }

    /// Makes a directory and goes in. Until it is left for good only its owner may enter.
    pub(super) fn enter(&mut self, entry: &Entry) -> io::Result<()> {
        let made = self.parent().and_then(|parent| {
            let name = entry.path.name();
            match (rustix::fs::mkdirat(parent, name, Mode::RWXU), self.left_by) {
                (Err(Errno::EXIST), Some(owner)) => {
                    let fd = existing::directory(parent, name, owner)?;
                    leftovers::remove_files(&fd, owner)?;
                    Ok(fd)
                }
                (made, _) => {
                    made?;
                    Ok(rustix::fs::openat(parent, name, DIRECTORY, Mode::empty())?)
                }
            }
        });
        self.go_in(entry, made, None)
    }

    /// Goes into a directory that was made, for the last time.
    pub(super) fn enter_again(&mut self, entry: &Entry, mode: Option<u32>) -> io::Result<()> {
        let opened = self
            .parent()
            .and_then(|parent| Ok(rustix::fs::openat(parent, entry.path.name(), DIRECTORY, Mode::empty())?));
        self.go_in(entry, opened, Some((mode, entry.metadata.clone())))
    }

    fn go_in(
        &mut self,
        entry: &Entry,
        opened: io::Result<OwnedFd>,
        last: Option<(Option<u32>, Metadata)>,
    ) -> io::Result<()> {
        let (fd, outcome) = match opened {
            Ok(fd) => (Some(fd), Ok(())),
            Err(error) => (None, Err(error)),
        };
        self.path.clear();
        self.path.extend_from_slice(entry.path.as_bytes());
        self.levels.push(Level { was_made: fd.is_some(), fd, length: self.path.len(), last });
        if let Some(far) = self.levels.len().checked_sub(KEPT_OPEN + 1).filter(|&far| far > 0) {
            // The way back leads through what lies below; where that was not made, this one stays open.
            if self.levels[far + 1].was_made {
                self.levels[far].fd = None;
            }
        }
        outcome
    }

    /// Makes a link. Only when all else is there: nothing is ever written through one.
    pub(super) fn symlink(&self, entry: &Entry) -> io::Result<()> {
        let (parent, target) = (self.parent()?, entry.target.as_deref().unwrap_or_default());
        match rustix::fs::symlinkat(target, parent, entry.path.name()) {
            Err(Errno::EXIST) if self.left_by.is_some() => existing::symlink(parent, entry.path.name(), target)?,
            made => made?,
        }
        set_times(parent, entry.path.name(), &entry.metadata)
    }

    /// Makes a pipe, a socket or a device node.
    pub(super) fn special(&mut self, entry: &Entry, mode: Option<u32>) -> io::Result<()> {
        let file_type = match entry.kind {
            Kind::Fifo => FileType::Fifo,
            Kind::Socket => FileType::Socket,
            Kind::Block => FileType::BlockDevice,
            _ => FileType::CharacterDevice,
        };
        let (parent, name) = (self.parent()?, entry.path.name());
        let (major, minor) = entry.metadata.device.unwrap_or((0, 0));
        let device = rustix::fs::makedev(major, minor);
        match (rustix::fs::mknodat(parent, name, file_type, Mode::RUSR | Mode::WUSR, device), self.left_by) {
            (Err(Errno::EXIST), Some(owner)) => existing::special(parent, name, (file_type, device), owner)?,
            (made, _) => made?,
        }
        if let Some(mode) = mode {
            rustix::fs::chmodat(parent, name, Mode::from_raw_mode(mode), AtFlags::empty())?;
        }
        set_times(parent, name, &entry.metadata)
    }

    /// Leaves all directories.
    pub(super) fn climb_out(&mut self) {
        while self.levels.len() > 1 {
            self.leave();
        }
    }

    fn leave(&mut self) {
        let Some(level) = self.levels.pop() else { return };
        self.close(&level);
        self.path.truncate(self.levels.last().map_or(0, |above| above.length));
        if let (Some(above), Some(fd)) = (self.levels.last_mut(), &level.fd)
            && above.fd.is_none()
            && above.was_made
        {
            above.fd = rustix::fs::openat(fd, "..", DIRECTORY, Mode::empty()).ok();
        }
    }

    /// Sets mode and times of a directory that is left for good.
    fn close(&mut self, level: &Level) {
        let (Some(fd), Some((mode, metadata))) = (&level.fd, &level.last) else { return };
        let mode = mode.map_or(Ok(()), |mode| rustix::fs::fchmod(fd, Mode::from_raw_mode(mode)));
        let times = timestamps(metadata).map_or(Ok(()), |times| rustix::fs::futimens(fd, &times));
        if let Err(errno) = mode.and(times) {
            self.refused.add(sealbag_manifest::path::shown(&self.path), io::Error::from(errno).to_string());
        }
    }
}

/// A name that no evidence has.
pub(super) fn temporary_name() -> io::Result<String> {
    let mut random = [0; 8];
    getrandom::fill(&mut random).map_err(|_| io::Error::other("the system gives no random numbers"))?;
    Ok(format!(".sealbag-{}.tmp", hex(&random)))
}

/// True for a name that [`temporary_name`] gives.
pub(super) fn is_temporary_name(name: &[u8]) -> bool {
    let random = name.strip_prefix(b".sealbag-").and_then(|name| name.strip_suffix(b".tmp"));
    random.is_some_and(|random| random.len() == 16 && random.iter().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')))
}

/// Times of an entry; `None` if it has none.
pub(super) fn timestamps(metadata: &Metadata) -> Option<Timestamps> {
    let one = |time: Option<FileTime>| match time {
        Some(time) => Timespec { tv_sec: time.seconds(), tv_nsec: time.nanoseconds().into() },
        None => Timespec { tv_sec: 0, tv_nsec: UTIME_OMIT },
    };
    let (atime, mtime) = (metadata.atime, metadata.mtime);
    (atime.is_some() || mtime.is_some()).then(|| Timestamps { last_access: one(atime), last_modification: one(mtime) })
}

fn set_times(dir: &OwnedFd, name: &[u8], metadata: &Metadata) -> io::Result<()> {
    match timestamps(metadata) {
        Some(times) => Ok(rustix::fs::utimensat(dir, name, &times, AtFlags::SYMLINK_NOFOLLOW)?),
        None => Ok(()),
    }
}
