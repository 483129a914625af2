//! Directories and files of a bag that is unpacked, each made by the handle of the directory above it.

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::fs::FileExt;
use std::path::Path;

use rustix::fs::{Mode, OFlags};
use sealbag_manifest::packed::{Entry, EntryKind, PackedStore, is_zero};

use super::BLOCK;
use super::error::UnpackError;
use crate::progress::Progress;

const DIRECTORY: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);

/// How much there is.
#[derive(Clone, Copy, Default)]
pub(super) struct Made {
    pub(super) files: u64,
    pub(super) bytes: u64,
}

/// What is being made. Entries come in an order in which each directory is met once, so each must be new.
pub(super) struct Tree<'a> {
    at: &'a Path,
    top: &'a OwnedFd,
    /// The directories that lead to the last entry: where their paths end, and their handles.
    levels: Vec<(usize, OwnedFd)>,
    path: String,
    made: Made,
    buffer: Vec<u8>,
}

impl<'a> Tree<'a> {
    pub(super) fn below(at: &'a Path, top: &'a OwnedFd) -> Self {
        Self { at, top, levels: Vec::new(), path: String::new(), made: Made::default(), buffer: vec![0; BLOCK] }
    }

    pub(super) fn made(&self) -> Made {
        self.made
    }

    /// Makes an entry and the directories above it.
    pub(super) fn make(
        &mut self,
        store: &PackedStore,
        entry: &Entry,
        progress: &dyn Progress,
    ) -> Result<(), UnpackError> {
        let at = self.at.join(&entry.path);
        let failed = |source: io::Error| UnpackError::Write { path: at.clone(), source };
        let (above, name) = entry.path.rsplit_once('/').unwrap_or(("", &entry.path));
        self.climb_to(above).map_err(failed)?;
        if entry.kind == EntryKind::EmptyDirectory {
            let made = rustix::fs::mkdirat(self.current(), name, Mode::RWXU | Mode::RWXG | Mode::RWXO);
            return made.map_err(|errno| failed(errno.into()));
        }
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let mode = Mode::RUSR | Mode::WUSR | Mode::RGRP | Mode::WGRP | Mode::ROTH | Mode::WOTH;
        let opened = rustix::fs::openat(self.current(), name, flags, mode);
        let file = File::from(opened.map_err(|errno| failed(errno.into()))?);
        self.fill(store, entry, &file, progress, &failed)?;
        self.made.files += 1;
        self.made.bytes += entry.size;
        Ok(())
    }

    fn fill(
        &mut self,
        store: &PackedStore,
        entry: &Entry,
        file: &File,
        progress: &dyn Progress,
        failed: &dyn Fn(io::Error) -> UnpackError,
    ) -> Result<(), UnpackError> {
        let source = store.file(entry);
        let mut crc = crc32fast::Hasher::new();
        let mut offset = 0;
        while offset < entry.size {
            let count = source.read_full_at(&mut self.buffer, offset);
            let count = count.map_err(|source| UnpackError::Read { path: entry.path.clone(), source })?;
            if count == 0 {
                return Err(UnpackError::Damaged { path: entry.path.clone() });
            }
            let bytes = &self.buffer[..count];
            crc.update(bytes);
            // What is not written reads as zeros.
            if !is_zero(bytes) {
                file.write_all_at(bytes, offset).map_err(failed)?;
            }
            progress.bytes(count as u64);
            offset += count as u64;
        }
        file.set_len(entry.size).map_err(failed)?;
        if crc.finalize() == entry.crc32 { Ok(()) } else { Err(UnpackError::Damaged { path: entry.path.clone() }) }
    }

    fn current(&self) -> impl AsFd {
        self.levels.last().map_or(self.top.as_fd(), |(_, fd)| fd.as_fd())
    }

    /// Leaves the directories that do not lead to `path`, and makes those that are missing on the way.
    fn climb_to(&mut self, path: &str) -> io::Result<()> {
        while !leads_to(&self.path, path) {
            self.levels.pop();
            self.path.truncate(self.levels.last().map_or(0, |(end, _)| *end));
        }
        while self.path.len() < path.len() {
            let rest = &path[self.path.len()..];
            let name = rest.trim_start_matches('/').split('/').next().unwrap_or_default();
            rustix::fs::mkdirat(self.current(), name, Mode::RWXU | Mode::RWXG | Mode::RWXO)?;
            let fd = rustix::fs::openat(self.current(), name, DIRECTORY, Mode::empty())?;
            if !self.path.is_empty() {
                self.path.push('/');
            }
            self.path.push_str(name);
            self.levels.push((self.path.len(), fd));
        }
        Ok(())
    }
}

/// True if `above` is `path`, lies above it, or is the top.
fn leads_to(above: &str, path: &str) -> bool {
    above.is_empty() || path.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
