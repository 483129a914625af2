//! A bag as a set of named objects, wherever they lie: a directory, one file, memory, a browser.
//!
//! A verifier sees a bag only through [`BagStore`], so that it says the same everywhere.

#[cfg(feature = "fs")]
mod directory;
mod memory;
#[cfg(feature = "fs")]
mod open;

#[cfg(feature = "fs")]
pub use directory::DirectoryStore;
pub use memory::MemoryStore;
#[cfg(feature = "fs")]
pub use open::{DiskBag, OpenBagError, open_packed};

use std::io;

use thiserror::Error;

/// A part of the bag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// Below `data/`.
    Data,
    /// Below `custody/`.
    Custody,
    /// Everything else.
    Tags,
}

/// What an object is.
#[derive(Debug)]
pub enum ObjectKind {
    /// A regular file.
    File,
    /// A directory with nothing in it.
    EmptyDirectory,
    /// A link, a pipe, a socket or a device.
    NotRegular,
    /// A directory that cannot be listed, or something of which the system does not say what it is.
    Unreadable(io::Error),
}

/// An object of the bag.
#[derive(Debug)]
pub struct Object<'a> {
    /// Path in the bag, bytes as the store has them.
    pub path: &'a [u8],
    /// What it is.
    pub kind: ObjectKind,
}

/// Why a file of the bag cannot be opened.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum OpenError {
    /// It is not there.
    #[error("is not there")]
    Missing,
    /// It is a link or a special file, or lies behind one.
    #[error("is not a regular file")]
    NotRegular,
    /// It cannot be read now.
    #[error("cannot be read: {0}")]
    Unreadable(#[from] io::Error),
}

/// An open file of the bag.
pub trait BagFile: Send + Sync {
    /// Bytes.
    fn size(&self) -> u64;

    /// Reads from an offset; 0 at the end.
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize>;

    /// Reads from an offset until the buffer is full or the file ends.
    fn read_full_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        let mut done = 0;
        while done < buffer.len() {
            match self.read_at(&mut buffer[done..], offset + done as u64) {
                Ok(0) => break,
                Ok(count) => done += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(done)
    }

    /// Whether the bytes are still those that were put into the carrier, by its own checksum; reads all of them. `None` if
    /// the carrier has no checksum, or the bytes cannot be read.
    fn is_as_carried(&self) -> Option<bool> {
        None
    }

    /// Drops what the system remembers of the file, so that the next reading asks the medium.
    fn forget_cached(&self) {}
}

/// What a store may be unable to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unseen {
    /// A link looks like what it leads to, or is left out.
    Links,
    /// Pipes, sockets and devices are left out.
    SpecialFiles,
    /// Directories without anything in them are left out.
    EmptyDirectories,
}

impl Unseen {
    /// The word in the verdict.
    pub fn name(self) -> &'static str {
        match self {
            Self::Links => "links",
            Self::SpecialFiles => "special_files",
            Self::EmptyDirectories => "empty_directories",
        }
    }
}

/// A bag.
pub trait BagStore: Sync {
    /// What [`list`](Self::list) cannot tell of; whoever judges the bag says so.
    fn unseen(&self) -> &[Unseen] {
        &[]
    }

    /// Visits every object of an area in the order of paths ([`crate::path::compare`]); directories only where they are
    /// empty. The order is that of the findings, so every store keeps it.
    fn list(&self, area: Area, visit: &mut dyn FnMut(Object<'_>));

    /// Opens a file by its path in the bag. Nothing outside the bag is reached, no link followed, no device opened.
    fn open(&self, path: &str) -> Result<Box<dyn BagFile>, OpenError>;

    /// Reads a small file whole. A file over `limit` bytes is cut behind one byte more, so that its reader notices.
    fn read_whole(&self, path: &str, limit: u64) -> Result<Vec<u8>, OpenError> {
        let file = self.open(path)?;
        let mut bytes = vec![0; file.size().min(limit + 1) as usize];
        let count = file.read_full_at(&mut bytes, 0)?;
        bytes.truncate(count);
        Ok(bytes)
    }
}

/// A [`BagFile`] as a stream.
pub struct Stream {
    file: Box<dyn BagFile>,
    offset: u64,
}

impl Stream {
    /// From the first byte.
    pub fn new(file: Box<dyn BagFile>) -> Self {
        Self { file, offset: 0 }
    }
}

impl io::Read for Stream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read_at(buffer, self.offset)?;
        self.offset += count as u64;
        Ok(count)
    }
}
