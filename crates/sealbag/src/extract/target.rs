//! The tree that is being made: directories by handles, links last, times when nothing more is put in.

use std::fs;
use std::io;
use std::os::fd::OwnedFd;
use std::path::Path;

use rustix::fs::{AtFlags, FileType, Mode, OFlags, Timespec, Timestamps, UTIME_OMIT};
use rustix::io::Errno;
use sealbag_manifest::digest::hex;
use sealbag_manifest::entry::{Entry, FileTime, Kind, Metadata};
use sealbag_manifest::path::EvidencePath;

use super::ExtractError;

/// Handles that stay open on the way down.
const KEPT_OPEN: usize = 128;
const DIRECTORY: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);

struct Level {
    /// `None` while the work is far below, or if the directory could not be made.
    fd: Option<OwnedFd>,
    was_made: bool,
    path: Vec<u8>,
    mode: Option<u32>,
    metadata: Metadata,
    links: Vec<Entry>,
}

/// The tree that is being made.
pub(super) struct Target {
    levels: Vec<Level>,
    /// What could not be made or set at the end: path and reason.
    pub(super) troubles: Vec<(String, String)>,
}

impl Target {
    /// Opens an empty directory, or makes it.
    pub(super) fn open(path: &Path) -> Result<Self, ExtractError> {
        let failed = |source: io::Error| ExtractError::Target { path: path.to_owned(), source };
        match fs::create_dir(path) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                let is_dir = fs::symlink_metadata(path).map_err(failed)?.is_dir();
                let is_empty = is_dir && fs::read_dir(path).map_err(failed)?.next().is_none();
                if !is_empty {
                    return Err(ExtractError::TargetExists { path: path.to_owned() });
                }
            }
            Err(error) => return Err(failed(error)),
        }
        let fd = rustix::fs::open(path, DIRECTORY, Mode::empty()).map_err(|errno| failed(errno.into()))?;
        let root = Level {
            fd: Some(fd),
            was_made: true,
            path: Vec::new(),
            mode: None,
            metadata: Metadata::default(),
            links: Vec::new(),
        };
        Ok(Self { levels: vec![root], troubles: Vec::new() })
    }

    /// Leaves directories until the innermost one is `parent`.
    pub(super) fn climb_to(&mut self, parent: &[u8]) {
        while self.levels.len() > 1 && self.levels.last().is_some_and(|level| level.path != parent) {
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

    /// Makes a directory and goes in. While it is filled only its owner may enter.
    pub(super) fn enter(&mut self, entry: &Entry, mode: Option<u32>) -> io::Result<()> {
        let made = self.parent().and_then(|parent| {
            rustix::fs::mkdirat(parent, entry.path.name(), Mode::RWXU)?;
            Ok(rustix::fs::openat(parent, entry.path.name(), DIRECTORY, Mode::empty())?)
        });
        let (fd, outcome) = match made {
            Ok(fd) => (Some(fd), Ok(())),
            Err(error) => (None, Err(error)),
        };
        self.levels.push(Level {
            was_made: fd.is_some(),
            fd,
            path: entry.path.as_bytes().to_vec(),
            mode,
            metadata: entry.metadata.clone(),
            links: Vec::new(),
        });
        if let Some(far) = self.levels.len().checked_sub(KEPT_OPEN + 1).filter(|&far| far > 0) {
            // The way back leads through what lies below; where that was not made, this one stays open.
            if self.levels[far + 1].was_made {
                self.levels[far].fd = None;
            }
        }
        outcome
    }

    /// Links are made when their directory is left: nothing is ever written through one.
    pub(super) fn remember_link(&mut self, entry: &Entry) -> io::Result<()> {
        match self.levels.last_mut() {
            Some(level) if level.was_made => {
                level.links.push(entry.clone());
                Ok(())
            }
            _ => Err(io::Error::other("its directory could not be made")),
        }
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
        rustix::fs::mknodat(parent, name, file_type, Mode::RUSR | Mode::WUSR, rustix::fs::makedev(major, minor))?;
        if let Some(mode) = mode {
            rustix::fs::chmodat(parent, name, Mode::from_raw_mode(mode), AtFlags::empty())?;
        }
        set_times(parent, name, &entry.metadata)
    }

    /// Replaces the file just written by a hard link to the first one of its group.
    pub(super) fn link(&self, first: &EvidencePath, entry: &Entry) -> io::Result<()> {
        let mut dir = rustix::io::dup(self.levels[0].fd.as_ref().ok_or(Errno::BADF)?)?;
        let mut components = first.components().peekable();
        let mut name = components.next().unwrap_or_default();
        while components.peek().is_some() {
            dir = rustix::fs::openat(&dir, name, DIRECTORY, Mode::empty())?;
            name = components.next().unwrap_or_default();
        }
        let (parent, own) = (self.parent()?, entry.path.name());
        let aside = temporary_name()?;
        rustix::fs::linkat(&dir, name, parent, aside.as_str(), AtFlags::empty())?;
        rustix::fs::renameat(parent, aside.as_str(), parent, own)?;
        Ok(())
    }

    /// Leaves all directories.
    pub(super) fn finish(&mut self) {
        while self.levels.len() > 1 {
            self.leave();
        }
        if let Some(root) = self.levels.pop() {
            self.close(&root);
            self.levels.push(root);
        }
    }

    fn leave(&mut self) {
        let Some(level) = self.levels.pop() else { return };
        self.close(&level);
        if let (Some(above), Some(fd)) = (self.levels.last_mut(), &level.fd)
            && above.fd.is_none()
            && above.was_made
        {
            above.fd = rustix::fs::openat(fd, "..", DIRECTORY, Mode::empty()).ok();
        }
    }

    /// Makes the links of a directory, then sets its mode and times.
    fn close(&mut self, level: &Level) {
        let Some(fd) = &level.fd else { return };
        for link in &level.links {
            let target = link.target.as_deref().unwrap_or_default();
            let made = rustix::fs::symlinkat(target, fd, link.path.name())
                .map_err(io::Error::from)
                .and_then(|()| set_times(fd, link.path.name(), &link.metadata));
            if let Err(error) = made {
                self.troubles.push((link.path.shown(), error.to_string()));
            }
        }
        let mode = level.mode.map_or(Ok(()), |mode| rustix::fs::fchmod(fd, Mode::from_raw_mode(mode)));
        let times = timestamps(&level.metadata).map_or(Ok(()), |times| rustix::fs::futimens(fd, &times));
        if let Err(errno) = mode.and(times) {
            let path = sealbag_manifest::path::shown(&level.path);
            self.troubles.push((path, io::Error::from(errno).to_string()));
        }
    }
}

/// A name that no evidence has.
pub(super) fn temporary_name() -> io::Result<String> {
    let mut random = [0; 8];
    getrandom::fill(&mut random).map_err(|_| io::Error::other("the system gives no random numbers"))?;
    Ok(format!(".sealbag-{}.tmp", hex(&random)))
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
