//! A bag in a directory. Everything is reached from the directory's handle; no link is followed.

use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::fs::{FileExt, MetadataExt};
use std::path::Path;

use rustix::fs::{Advice, FileType, Mode, OFlags};
use rustix::io::Errno;

use crate::beneath;
use crate::listing::{Listing, WINDOW};

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
    names: Listing,
    /// The first name that was not visited yet.
    next: usize,
}

/// A bag in a directory.
pub struct DirectoryStore {
    root: OwnedFd,
    /// What the names of directories may weigh in memory ([`crate::listing`]).
    window: usize,
}

impl DirectoryStore {
    /// Opens the bag's directory.
    pub fn open(path: &Path) -> io::Result<Self> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Ok(Self { root: rustix::fs::open(path, flags, Mode::empty())?, window: WINDOW })
    }

    /// Lists a directory and what is below it in the order of paths, without recursion.
    fn descend(&self, top: &[u8], empty_top: Top, visit: &mut dyn FnMut(Object<'_>)) {
        let mut path = top.to_vec();
        let mut levels: Vec<Level> = Vec::new();
        levels.extend(self.enter(&path, empty_top, visit));
        while let Some(level) = levels.last_mut() {
            path.truncate(level.length);
            if level.next == level.names.len() {
                if !level.names.has_more() || !self.go_on(level, &path, visit) {
                    levels.pop();
                }
                continue;
            }
            path.push(b'/');
            path.extend_from_slice(level.names.name(level.next));
            let hint = level.names.kind(level.next);
            level.next += 1;
            match self.kind(&path, hint) {
                Ok(FileType::Directory) => {
                    if levels.iter().map(|level| level.names.weight()).sum::<usize>() > self.window {
                        levels.iter_mut().for_each(|level| level.names.cut_short(level.next));
                    }
                    levels.extend(self.enter(&path, Top::Listed, visit));
                }
                kind => visit(Object { path: &path, kind: object_kind(kind) }),
            }
        }
    }

    /// The names in a directory, if it can be listed.
    fn enter(&self, path: &[u8], empty: Top, visit: &mut dyn FnMut(Object<'_>)) -> Option<Level> {
        match self.names(path, None) {
            Ok(names) => {
                if names.len() == 0 && empty == Top::Listed {
                    visit(Object { path, kind: ObjectKind::EmptyDirectory });
                }
                Some(Level { length: path.len(), names, next: 0 })
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

    /// Reads the next names of a directory. What cannot be listed to its end is named as a whole.
    fn go_on(&self, level: &mut Level, path: &[u8], visit: &mut dyn FnMut(Object<'_>)) -> bool {
        let last = level.names.len().checked_sub(1).map(|last| level.names.name(last).to_vec());
        // Let go before the next ones are read.
        level.names = Listing::default();
        level.next = 0;
        match self.names(path, last.as_deref()) {
            Ok(names) => {
                level.names = names;
                true
            }
            Err(errno) => {
                visit(Object { path, kind: ObjectKind::Unreadable(errno.into()) });
                false
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

    /// The next names in a directory of the bag, sorted; an empty path is the bag itself.
    fn names(&self, path: &[u8], after: Option<&[u8]>) -> Result<Listing, Errno> {
        let path = if path.is_empty() { b"." } else { path };
        let dir = beneath::open(&self.root, path, OFlags::RDONLY | OFlags::DIRECTORY, Mode::empty())?;
        let (names, outcome) = Listing::read(&dir, after, self.window);
        outcome.map(|()| names)
    }

    /// Lists all that lies neither in `data/` nor in `custody/`.
    fn list_tags(&self, visit: &mut dyn FnMut(Object<'_>)) {
        let mut last: Option<Vec<u8>> = None;
        loop {
            let names = match self.names(b"", last.as_deref()) {
                Ok(names) => names,
                Err(errno) => return visit(Object { path: b".", kind: ObjectKind::Unreadable(errno.into()) }),
            };
            for at in 0..names.len() {
                let name = names.name(at);
                match (self.kind(name, names.kind(at)), name) {
                    (Ok(FileType::Directory), b"data" | b"custody") => {}
                    (Ok(FileType::Directory), _) => self.descend(name, Top::Listed, visit),
                    (kind, _) => visit(Object { path: name, kind: object_kind(kind) }),
                }
            }
            match names.len().checked_sub(1).filter(|_| names.has_more()) {
                Some(at) => last = Some(names.name(at).to_vec()),
                None => return,
            }
        }
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
            Area::Tags => return self.list_tags(visit),
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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn listing_is_the_same_however_little_of_it_is_held() {
        let folder = tempfile::tempdir().expect("folder");
        for number in 0..300 {
            let name = format!("data/{}/{}", number % 7, blake3::hash(&[number as u8, 1]).to_hex());
            match number % 5 {
                0 => fs::create_dir_all(folder.path().join(name)).expect("directory"),
                _ => {
                    let path = folder.path().join(name);
                    fs::create_dir_all(path.parent().expect("parent")).expect("directory");
                    fs::write(path, "").expect("file");
                }
            }
            fs::write(folder.path().join(format!("tag-{}", number * 7919 % 300)), "").expect("file");
        }
        let mut store = DirectoryStore::open(folder.path()).expect("open");
        let list = |store: &DirectoryStore, area| {
            let mut seen = Vec::new();
            store.list(area, &mut |object| seen.push((object.path.to_vec(), format!("{:?}", object.kind))));
            seen
        };
        let whole = [Area::Data, Area::Tags].map(|area| list(&store, area));
        assert_eq!(whole.each_ref().map(Vec::len), [300, 300]);
        for window in [0, 100, 1000, 10_000] {
            store.window = window;
            assert!([Area::Data, Area::Tags].map(|area| list(&store, area)) == whole, "{window}");
        }
    }
}
