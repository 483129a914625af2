//! What the caller named as the source.

use std::fs;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;
use thiserror::Error;

use super::directory::{Directory, Gate};
use super::shield::{self, Shield};
use super::sys;
use crate::entry::Kind;
use crate::listing::WINDOW;
use crate::path::{EvidencePath, PathError};

/// Directories that may be open at once: those on the way down and those of jobs under way.
const OPEN_DIRECTORIES: usize = 512;

/// Why a source cannot be sealed.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SourceError {
    /// It cannot be opened.
    #[error("{}: cannot be opened: {source}", path.display())]
    Open {
        /// As given.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// It is a link; what it points to may be something else tomorrow.
    #[error("{}: is a symbolic link, which is never followed", path.display())]
    Link {
        /// As given.
        path: PathBuf,
    },
    /// It is neither directory nor regular file nor block device.
    #[error("{}: is a {kind}, not a directory, a regular file or a block device", path.display())]
    Kind {
        /// As given.
        path: PathBuf,
        /// The word for what it is.
        kind: &'static str,
    },
    /// Its base name cannot stand in the list.
    #[error("{}: {source}", path.display())]
    Name {
        /// As given.
        path: PathBuf,
        /// Why.
        source: PathError,
    },
    /// Two sources would stand under one name.
    #[error("{} and {}: two sources with the same base name", first.display(), second.display())]
    SameName {
        /// As given.
        first: PathBuf,
        /// As given.
        second: PathBuf,
    },
}

/// One source as the walk begins with it.
pub(super) struct Root {
    /// Under which name it stands in the list; `None` for the only directory.
    pub(super) name: Option<EvidencePath>,
    pub(super) handle: Handle,
}

pub(super) enum Handle {
    Tree(Arc<Directory>),
    Member { parent: Arc<Directory>, name: Vec<u8>, is_device: bool },
}

/// The sources of one seal, opened.
pub struct Source {
    pub(super) roots: Vec<Root>,
    pub(super) gate: Arc<Gate>,
    /// What the names of directories may weigh in memory ([`crate::listing`]).
    pub(super) window: usize,
    _shields: Vec<Shield>,
}

impl Source {
    /// Opens what the caller named. One directory: paths begin below it. Otherwise each source stands at its base name.
    pub fn open(paths: &[PathBuf]) -> Result<Self, SourceError> {
        let gate = Gate::new(OPEN_DIRECTORIES + paths.len());
        let alone = paths.len() == 1;
        let mut roots = Vec::with_capacity(paths.len());
        let mut shields = Vec::new();
        for path in paths {
            let handle = open_root(path, &gate, &mut shields)?;
            let name = match (&handle, alone) {
                (Handle::Tree(_), true) => None,
                _ => Some(base_name(path)?),
            };
            roots.push((path, Root { name, handle }));
        }
        roots.sort_by(|a, b| a.1.name.cmp(&b.1.name));
        for pair in roots.windows(2) {
            if pair[0].1.name == pair[1].1.name {
                return Err(SourceError::SameName { first: pair[0].0.clone(), second: pair[1].0.clone() });
            }
        }
        Ok(Self { roots: roots.into_iter().map(|(_, root)| root).collect(), gate, window: WINDOW, _shields: shields })
    }

    /// Bytes of the source if that is known without a walk: files and devices alone.
    pub fn known_size(&self) -> Option<u64> {
        self.roots.iter().try_fold(0_u64, |total, root| match &root.handle {
            Handle::Tree(_) => None,
            Handle::Member { parent, name, is_device: false } => {
                total.checked_add(sys::status_at(parent, name).ok()?.size)
            }
            Handle::Member { parent, name, is_device: true } => {
                let opened = sys::open_file(parent, name).ok()?;
                total.checked_add(sys::device_status(&opened.fd).ok()?.0.size)
            }
        })
    }
}

fn open_root(path: &Path, gate: &Arc<Gate>, shields: &mut Vec<Shield>) -> Result<Handle, SourceError> {
    let failed = |errno: Errno| SourceError::Open { path: path.to_owned(), source: errno.into() };
    let status = sys::status_at(rustix::fs::CWD, path.as_os_str().as_bytes()).map_err(failed)?;
    match status.kind {
        Kind::Dir => {
            let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
            let plainly = || sys::open_dir(rustix::fs::CWD, path.as_os_str().as_bytes()).map(|opened| opened.fd);
            let fd = open_shielded(path, flags, shields, plainly).map_err(failed)?;
            // The path may have come to mean something else since it was looked at.
            if sys::status(&fd).map_err(failed)?.id != status.id {
                return Err(failed(Errno::STALE));
            }
            Ok(Handle::Tree(Directory::new(fd, gate)))
        }
        Kind::File | Kind::Block => {
            let parent = match path.parent() {
                Some(parent) if !parent.as_os_str().is_empty() => parent,
                _ => Path::new("."),
            };
            // The way to the source is the caller's word, links included; only the source itself must not be one.
            let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
            let plainly = || rustix::fs::open(parent, flags, Mode::empty());
            let fd = open_shielded(parent, flags, shields, plainly).map_err(failed)?;
            Ok(Handle::Member {
                parent: Directory::new(fd, gate),
                name: path.file_name().map(|name| name.as_bytes().to_vec()).unwrap_or_default(),
                is_device: status.kind == Kind::Block,
            })
        }
        Kind::Symlink => Err(SourceError::Link { path: path.to_owned() }),
        other => Err(SourceError::Kind { path: path.to_owned(), kind: other.word() }),
    }
}

fn open_shielded(
    path: &Path,
    flags: OFlags,
    shields: &mut Vec<Shield>,
    plainly: impl Fn() -> Result<OwnedFd, Errno>,
) -> Result<OwnedFd, Errno> {
    match shield::open(path, flags) {
        Some((fd, shield)) => {
            shields.push(shield);
            Ok(fd)
        }
        None => plainly(),
    }
}

fn base_name(path: &Path) -> Result<EvidencePath, SourceError> {
    let name = match path.file_name() {
        Some(name) => name.to_owned(),
        // `.`, `..` and the like have a name only where they lie.
        None => fs::canonicalize(path)
            .map_err(|source| SourceError::Open { path: path.to_owned(), source })?
            .file_name()
            .unwrap_or_default()
            .to_owned(),
    };
    EvidencePath::new(name.into_vec()).map_err(|source| SourceError::Name { path: path.to_owned(), source })
}
