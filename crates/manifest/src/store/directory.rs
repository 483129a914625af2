//! A bag in a directory. Everything is reached from the directory's handle; no link is followed.

use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::fs::{FileExt, MetadataExt};
use std::path::Path;

use rustix::fs::{Advice, FileType, Mode, OFlags, RawDir};
use rustix::io::Errno;

use crate::beneath;

use super::{Area, BagFile, BagStore, Object, ObjectKind, OpenError};

/// Whether the top of a descent is named if it is empty.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Top {
    Listed,
    Silent,
}

/// A directory on the way down.
struct Level {
    /// Of its path.
    length: usize,
    /// What in it was not visited yet.
    names: std::vec::IntoIter<(Vec<u8>, FileType)>,
}

/// A bag in a directory.
pub struct DirectoryStore {
    root: OwnedFd,
}

impl DirectoryStore {
    /// Opens the bag's directory.
    pub fn open(path: &Path) -> io::Result<Self> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Ok(Self { root: rustix::fs::open(path, flags, Mode::empty())? })
    }

    /// Lists a directory and what is below it in the order of paths, without recursion.
    fn descend(&self, top: &[u8], empty_top: Top, visit: &mut dyn FnMut(Object<'_>)) {
        let mut path = top.to_vec();
        let mut levels: Vec<Level> = Vec::new();
        levels.extend(self.enter(&path, empty_top, visit));
        while let Some(level) = levels.last_mut() {
            path.truncate(level.length);
            let Some((name, kind)) = level.names.next() else {
                levels.pop();
                continue;
            };
            path.push(b'/');
            path.extend_from_slice(&name);
            match self.kind(&path, kind) {
                Ok(FileType::Directory) => levels.extend(self.enter(&path, Top::Listed, visit)),
                kind => visit(Object { path: &path, kind: object_kind(kind) }),
            }
        }
    }

    /// The names in a directory, if it can be listed.
    fn enter(&self, path: &[u8], empty: Top, visit: &mut dyn FnMut(Object<'_>)) -> Option<Level> {
        match self.names(path) {
            Ok(names) => {
                if names.is_empty() && empty == Top::Listed {
                    visit(Object { path, kind: ObjectKind::EmptyDirectory });
                }
                Some(Level { length: path.len(), names: names.into_iter() })
            }
            Err(errno) => {
                let kind = match errno {
                    Errno::NOTDIR | Errno::LOOP => ObjectKind::NotRegular,
                    errno => ObjectKind::Unreadable(errno.into()),
                };
                visit(Object { path, kind });
                None
            }
        }
    }

    fn kind(&self, path: &[u8], hint: FileType) -> Result<FileType, Errno> {
        if hint != FileType::Unknown {
            return Ok(hint);
        }
        let found = rustix::fs::statat(&self.root, path, rustix::fs::AtFlags::SYMLINK_NOFOLLOW)?;
        Ok(FileType::from_raw_mode(found.st_mode))
    }

    /// The sorted names in a directory of the bag; an empty path is the bag itself.
    fn names(&self, path: &[u8]) -> Result<Vec<(Vec<u8>, FileType)>, Errno> {
        let path = if path.is_empty() { b"." } else { path };
        let dir = beneath::open(&self.root, path, OFlags::RDONLY | OFlags::DIRECTORY, Mode::empty())?;
        let mut buffer = Vec::with_capacity(1 << 16);
        let mut entries = RawDir::new(&dir, buffer.spare_capacity_mut());
        let mut names = Vec::new();
        while let Some(entry) = entries.next() {
            let entry = entry?;
            let name = entry.file_name().to_bytes();
            if !matches!(name, b"." | b"..") {
                names.push((name.to_vec(), entry.file_type()));
            }
        }
        names.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        Ok(names)
    }

    /// Opens a regular file for reading, as [`BagStore::open`] does, where the system's own handle is needed.
    pub fn open_file(&self, path: &str) -> Result<File, OpenError> {
        // Looked at first: opening a device can do harm.
        let look = rustix::fs::statat(&self.root, path, rustix::fs::AtFlags::SYMLINK_NOFOLLOW);
        match look {
            Ok(found) if FileType::from_raw_mode(found.st_mode) == FileType::Directory => {
                return Err(OpenError::Missing);
            }
            Ok(found) if FileType::from_raw_mode(found.st_mode) != FileType::RegularFile => {
                return Err(OpenError::NotRegular);
            }
            Err(Errno::NOENT | Errno::NOTDIR) => return Err(OpenError::Missing),
            _ => {}
        }
        let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY;
        let fd = match beneath::open(&self.root, path.as_bytes(), flags, Mode::empty()) {
            Ok(fd) => fd,
            Err(Errno::NOENT | Errno::NOTDIR) => return Err(OpenError::Missing),
            Err(Errno::LOOP | Errno::XDEV | Errno::NXIO) => return Err(OpenError::NotRegular),
            Err(errno) => return Err(OpenError::Unreadable(errno.into())),
        };
        let found = rustix::fs::fstat(&fd).map_err(io::Error::from)?;
        if FileType::from_raw_mode(found.st_mode) != FileType::RegularFile {
            return Err(OpenError::NotRegular);
        }
        Ok(File::from(fd))
    }
}

impl BagStore for DirectoryStore {
    fn list(&self, area: Area, visit: &mut dyn FnMut(Object<'_>)) {
        let top = match area {
            Area::Data => "data",
            Area::Custody => "custody",
            Area::Tags => {
                let names = match self.names(b"") {
                    Ok(names) => names,
                    Err(errno) => {
                        visit(Object { path: b".", kind: ObjectKind::Unreadable(errno.into()) });
                        return;
                    }
                };
                for (name, kind) in names {
                    match (self.kind(&name, kind), name.as_slice()) {
                        (Ok(FileType::Directory), b"data" | b"custody") => {}
                        (Ok(FileType::Directory), _) => self.descend(&name, Top::Listed, visit),
                        (kind, _) => visit(Object { path: &name, kind: object_kind(kind) }),
                    }
                }
                return;
            }
        };
        match self.kind(top.as_bytes(), FileType::Unknown) {
            Ok(FileType::Directory) => self.descend(top.as_bytes(), Top::Silent, visit),
            // A missing `data/` is an empty one; a link in its place was named with the tags.
            Ok(_) | Err(Errno::NOENT) => {}
            // Not to know what is there is not to know that nothing is there.
            Err(errno) => visit(Object { path: top.as_bytes(), kind: ObjectKind::Unreadable(errno.into()) }),
        }
    }

    fn open(&self, path: &str) -> Result<Box<dyn BagFile>, OpenError> {
        Ok(Box::new(OpenFile::new(self.open_file(path)?)?))
    }
}

/// What something is that is no directory.
fn object_kind(kind: Result<FileType, Errno>) -> ObjectKind {
    match kind {
        Ok(FileType::RegularFile) => ObjectKind::File,
        Ok(_) => ObjectKind::NotRegular,
        Err(errno) => ObjectKind::Unreadable(errno.into()),
    }
}

/// A file of the system.
pub(super) struct OpenFile {
    file: File,
    size: u64,
}

impl OpenFile {
    pub(super) fn new(file: File) -> io::Result<Self> {
        Ok(Self { size: file.metadata()?.size(), file })
    }
}

impl BagFile for OpenFile {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        self.file.read_at(buffer, offset)
    }

    fn forget_cached(&self) {
        // A wish: where it is not granted, the reading is as good as the cache.
        let _ = rustix::fs::fadvise(&self.file, 0, None, Advice::DontNeed);
    }
}
