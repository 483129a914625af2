//! A packed bag as a store: every header compared once, then files by their names.
//!
//! Of the directory only the place of a record every 16 KiB is held, and some blocks of it that were used last: a bag of
//! ten million files takes a few megabytes.

mod lookup;
mod open;

use std::io;
use std::ops::Range;
use std::sync::{Arc, Mutex};

use super::directory::{Entry, EntryKind, Records};
use super::error::PackedError;
use super::name;
use crate::store::{Area, BagFile, BagStore, Object, ObjectKind, OpenError};
use lookup::Block;

/// A bag in one file.
pub struct PackedStore {
    file: Arc<dyn BagFile>,
    root: String,
    count: u64,
    /// Where the directory is.
    directory: Range<u64>,
    /// Where the records of each part of the bag begin, by their rank; at last the end.
    areas: [u64; 4],
    /// Where blocks of the directory begin.
    blocks: Vec<u64>,
    /// Blocks that were used last, the latest first.
    recent: Mutex<Vec<Arc<Block>>>,
}

impl PackedStore {
    /// Reads the directory and every header, and takes nothing that a [`super::Writer`] would not have written. No file is
    /// read.
    ///
    /// # Errors
    /// The file is no packed bag, or cannot be read.
    pub fn open(file: Arc<dyn BagFile>) -> Result<Self, PackedError> {
        open::open(file)
    }

    /// The name of the directory that it unpacks to.
    pub fn root(&self) -> &str {
        &self.root
    }

    /// How many entries there are: files and empty directories.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Visits every entry in its order, until `visit` has enough.
    ///
    /// # Errors
    /// It cannot be read any more, or is not what it was when it was opened.
    pub fn each(&self, visit: &mut dyn FnMut(Entry) -> bool) -> Result<(), PackedError> {
        self.each_in(self.directory.clone(), visit)
    }

    /// The bytes of an entry.
    pub fn file(&self, entry: &Entry) -> Box<dyn BagFile> {
        let at = entry.data_at(&self.root);
        Box::new(PackedFile { file: self.file.clone(), at, size: entry.size, crc32: entry.crc32 })
    }

    /// Where in the file the bytes of a file of the bag stand; none if it is not there.
    ///
    /// # Errors
    /// The directory cannot be read any more, or is not what it was when it was opened.
    pub fn place(&self, path: &str) -> Result<Option<Range<u64>>, PackedError> {
        let entry = self.find(path)?.filter(|entry| entry.kind == EntryKind::File);
        Ok(entry.map(|entry| {
            let at = entry.data_at(&self.root);
            at..at.saturating_add(entry.size)
        }))
    }

    fn each_in(&self, range: Range<u64>, visit: &mut dyn FnMut(Entry) -> bool) -> Result<(), PackedError> {
        let mut records = Records::new(&*self.file, range.start, range.end);
        while let Some((_, entry)) = records.next(Some(&self.root))? {
            if !visit(entry) {
                break;
            }
        }
        Ok(())
    }
}

impl BagStore for PackedStore {
    fn list(&self, area: Area, visit: &mut dyn FnMut(Object<'_>)) {
        let rank = name::rank(area);
        let listed = self.each_in(self.areas[rank]..self.areas[rank + 1], &mut |entry| {
            let kind = match entry.kind {
                EntryKind::File => ObjectKind::File,
                // The empty top of a part is no finding: a missing `data/` is an empty one.
                EntryKind::EmptyDirectory if area != Area::Tags && !entry.path.contains('/') => return true,
                EntryKind::EmptyDirectory => ObjectKind::EmptyDirectory,
            };
            visit(Object { path: entry.path.as_bytes(), kind });
            true
        });
        if let Err(error) = listed {
            visit(Object { path: b".", kind: ObjectKind::Unreadable(unreadable(error)) });
        }
    }

    fn open(&self, path: &str) -> Result<Box<dyn BagFile>, OpenError> {
        match self.find(path).map_err(unreadable)? {
            Some(entry) if entry.kind == EntryKind::File => Ok(self.file(&entry)),
            _ => Err(OpenError::Missing),
        }
    }
}

/// It was a packed bag when it was opened.
fn unreadable(error: PackedError) -> io::Error {
    match error {
        PackedError::Io(error) => error,
        error => io::Error::new(io::ErrorKind::InvalidData, error),
    }
}

/// The bytes of one entry.
struct PackedFile {
    file: Arc<dyn BagFile>,
    at: u64,
    size: u64,
    crc32: u32,
}

impl BagFile for PackedFile {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        let left = self.size.saturating_sub(offset);
        let length = left.min(buffer.len() as u64) as usize;
        self.file.read_at(&mut buffer[..length], self.at.saturating_add(offset))
    }

    fn is_as_carried(&self) -> Option<bool> {
        let mut hasher = crc32fast::Hasher::new();
        let mut buffer = vec![0; 1 << 16];
        let mut offset = 0;
        while offset < self.size {
            match self.read_full_at(&mut buffer, offset) {
                Ok(0) | Err(_) => return None,
                Ok(count) => {
                    hasher.update(&buffer[..count]);
                    offset += count as u64;
                }
            }
        }
        Some(hasher.finalize() == self.crc32)
    }
}

#[cfg(test)]
mod tests;
