//! A folder as a browser gives it: a list of files with their paths, each readable by its number.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::io;
use std::sync::Mutex;

use sealbag_manifest::store::{Area, BagFile, BagStore, Object, ObjectKind, OpenError, Unseen};

/// Reads the files that a person has chosen, by their numbers.
pub trait Reader: Clone + Send + Sync + 'static {
    /// Fills the buffer from an offset; fewer bytes only where the file ends.
    ///
    /// # Errors
    /// The browser does not give the bytes: the file was moved or changed since it was chosen, or the medium fails.
    fn read(&self, file: u32, offset: u64, buffer: &mut [u8]) -> io::Result<usize>;
}

/// What was told of a path.
#[derive(Clone, Copy, Debug)]
enum Told {
    File { number: u32, size: u64 },
    EmptyDirectory,
}

/// A bag in a folder that was chosen in a browser.
pub struct FolderStore<R> {
    reader: R,
    unseen: Vec<Unseen>,
    by_path: BTreeMap<Key, Told>,
}

impl<R: Reader> FolderStore<R> {
    /// Without files. `unseen` is what this way of choosing a folder does not show.
    pub fn new(reader: R, unseen: Vec<Unseen>) -> Self {
        Self { reader, unseen, by_path: BTreeMap::new() }
    }

    /// Adds a file; `path` begins below the folder.
    pub fn add_file(&mut self, path: &str, number: u32, size: u64) {
        self.by_path.insert(Key(path.to_owned()), Told::File { number, size });
    }

    /// Adds a directory with nothing in it.
    pub fn add_empty_directory(&mut self, path: &str) {
        self.by_path.insert(Key(path.to_owned()), Told::EmptyDirectory);
    }

    /// The number of the file at a path.
    pub fn number(&self, path: &str) -> Option<u32> {
        match self.by_path.get(&Key(path.to_owned()))? {
            Told::File { number, .. } => Some(*number),
            Told::EmptyDirectory => None,
        }
    }
}

impl<R: Reader> BagStore for FolderStore<R> {
    fn unseen(&self) -> &[Unseen] {
        &self.unseen
    }

    fn list(&self, area: Area, visit: &mut dyn FnMut(Object<'_>)) {
        for (Key(path), told) in &self.by_path {
            let own = match path.split_once('/') {
                Some(("data", _)) => Area::Data,
                Some(("custody", _)) => Area::Custody,
                // The folders themselves, with nothing in them, are as good as missing.
                None if matches!(told, Told::EmptyDirectory) && matches!(path.as_str(), "data" | "custody") => continue,
                _ => Area::Tags,
            };
            if own == area {
                let kind = match told {
                    Told::File { .. } => ObjectKind::File,
                    Told::EmptyDirectory => ObjectKind::EmptyDirectory,
                };
                visit(Object { path: path.as_bytes(), kind });
            }
        }
    }

    fn open(&self, path: &str) -> Result<Box<dyn BagFile>, OpenError> {
        match self.by_path.get(&Key(path.to_owned())) {
            Some(&Told::File { number, size }) => Ok(Box::new(OpenFile::new(self.reader.clone(), number, size))),
            _ => Err(OpenError::Missing),
        }
    }
}

/// A path in the order in which a bag on a disk is listed, so that findings stand in the same order: at the top by name, below
/// in each directory first the files, then what lies deeper.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key(String);

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut ours, mut theirs) = (self.0.as_str(), other.0.as_str());
        let mut is_top = true;
        loop {
            match (ours.split_once('/'), theirs.split_once('/')) {
                (Some((a, _)), Some((b, _))) if a != b => return a.cmp(b),
                (Some((_, a)), Some((_, b))) => (ours, theirs) = (a, b),
                (None, None) => return ours.cmp(theirs),
                (Some((a, _)), None) if is_top && a != theirs => return a.cmp(theirs),
                (None, Some((b, _))) if is_top && ours != b => return ours.cmp(b),
                (Some(_), None) => return Ordering::Greater,
                (None, Some(_)) => return Ordering::Less,
            }
            is_top = false;
        }
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Each call into the browser costs as much as reading this many bytes.
const AHEAD: usize = 1 << 20;

/// An open file; small readings one after the other are served from one large one.
pub struct OpenFile<R> {
    reader: R,
    number: u32,
    size: u64,
    ahead: Mutex<Ahead>,
}

#[derive(Default)]
struct Ahead {
    offset: u64,
    bytes: Vec<u8>,
}

impl<R: Reader> OpenFile<R> {
    /// The file of this number and size.
    pub fn new(reader: R, number: u32, size: u64) -> Self {
        Self { reader, number, size, ahead: Mutex::default() }
    }
}

impl<R: Reader> BagFile for OpenFile<R> {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        let rest = self.size.saturating_sub(offset);
        let length = rest.min(buffer.len() as u64) as usize;
        if length == 0 {
            return Ok(0);
        }
        let mut ahead = self.ahead.lock().map_err(|_| io::Error::from(io::ErrorKind::Other))?;
        let start = offset.checked_sub(ahead.offset).and_then(|start| usize::try_from(start).ok());
        let held = |ahead: &Ahead, start: usize| ahead.bytes.len().saturating_sub(start);
        let start = match start.filter(|&start| held(&ahead, start) > 0) {
            Some(start) => start,
            None => {
                let wanted = rest.min(AHEAD.max(length) as u64) as usize;
                ahead.bytes.resize(wanted, 0);
                let read = self.reader.read(self.number, offset, &mut ahead.bytes);
                ahead.bytes.truncate(*read.as_ref().unwrap_or(&0));
                read?;
                ahead.offset = offset;
                0
            }
        };
        let count = held(&ahead, start).min(length);
        buffer[..count].copy_from_slice(&ahead.bytes[start..start + count]);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sealbag_manifest::store::DirectoryStore;

    #[derive(Clone)]
    struct Numbers;

    impl Reader for Numbers {
        fn read(&self, file: u32, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
            if file == 13 {
                return Err(io::ErrorKind::PermissionDenied.into());
            }
            buffer.iter_mut().zip(offset..).for_each(|(byte, at)| *byte = (at % 251) as u8);
            Ok(buffer.len())
        }
    }

    #[test]
    fn bytes_are_those_of_the_file_however_they_are_asked_for() {
        let file = OpenFile::new(Numbers, 0, 3_000_000);
        for (offset, length) in [(0, 10), (5, 100), (2_999_990, 100), (1_048_570, 20), (0, 3_000_001), (3_000_000, 1)] {
            let mut buffer = vec![0; length];
            let count = file.read_full_at(&mut buffer, offset).expect("read");
            assert_eq!(count as u64, (3_000_000 - offset).min(length as u64));
            assert!(buffer[..count].iter().zip(offset..).all(|(byte, at)| *byte == (at % 251) as u8), "{offset}");
        }
        assert!(OpenFile::new(Numbers, 13, 5).read_at(&mut [0; 5], 0).is_err());
    }

    #[test]
    fn a_folder_is_listed_in_the_order_of_a_disk() {
        let dir = tempfile::tempdir().expect("folder");
        let paths = ["a", "data/b/c", "data/b.txt", "data/b/a/x", "data/z", "m/x/y", "m.txt", "m/z", "custody/1", "zz"];
        let mut folder = FolderStore::new(Numbers, vec![]);
        for path in paths {
            let file = dir.path().join(path);
            std::fs::create_dir_all(file.parent().expect("parent")).expect("folder");
            std::fs::write(file, b"").expect("file");
            folder.add_file(path, 0, 0);
        }
        let disk = DirectoryStore::open(dir.path()).expect("open");
        for area in [Area::Tags, Area::Data, Area::Custody] {
            let names = |store: &dyn BagStore| {
                let mut names = Vec::new();
                store.list(area, &mut |object| names.push(String::from_utf8_lossy(object.path).into_owned()));
                names
            };
            assert_eq!(names(&folder), names(&disk));
        }
    }
}
