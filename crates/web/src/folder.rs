//! A folder as a browser gives it: a list of files with their paths, each readable by its number.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use sealbag_manifest::path::compare;
use sealbag_manifest::store::{Area, BagFile, BagStore, Object, ObjectKind, OpenError, Unseen};

use crate::file::{OpenFile, Reader};

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

/// A path in the order in which every store is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key(String);

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        compare(self.0.as_bytes(), other.0.as_bytes())
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use sealbag_manifest::store::DirectoryStore;

    use super::*;

    #[derive(Clone)]
    struct Nothing;

    impl Reader for Nothing {
        fn read(&self, _: u32, _: u64, _: &mut [u8]) -> io::Result<usize> {
            Ok(0)
        }
    }

    #[test]
    fn a_folder_is_listed_in_the_order_of_a_disk() {
        let dir = tempfile::tempdir().expect("folder");
        let paths = ["a", "data/b/c", "data/b.txt", "data/b/a/x", "data/z", "m/x/y", "m.txt", "m/z", "custody/1", "zz"];
        let mut folder = FolderStore::new(Nothing, vec![]);
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
