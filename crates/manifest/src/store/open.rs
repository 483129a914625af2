//! Opening a bag by its place on disk: a directory, or one file. Which it is, the content says, not the name.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::Arc;

use rustix::fs::{FileType, Mode, OFlags};
use thiserror::Error;

use super::directory::OpenFile;
use super::{Area, BagFile, BagStore, DirectoryStore, Object, OpenError};
use crate::packed::{PackedError, PackedStore};

/// Why there is no bag to look at.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum OpenBagError {
    /// It is not there, or the system does not give it.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// A file, and no packed bag; nothing in it was judged.
    #[error("it is no packed bag")]
    Packed(#[from] PackedError),
}

/// A bag on disk.
pub enum DiskBag {
    /// A directory.
    Directory(DirectoryStore),
    /// One file.
    Packed(Box<PackedStore>),
}

impl DiskBag {
    /// Opens a bag: a directory, or a packed one.
    pub fn open(path: &Path) -> Result<Self, OpenBagError> {
        Ok(match std::fs::metadata(path)?.is_file() {
            true => Self::Packed(Box::new(open_packed(path)?)),
            false => Self::Directory(DirectoryStore::open(path)?),
        })
    }

    fn store(&self) -> &dyn BagStore {
        match self {
            Self::Directory(store) => store,
            Self::Packed(store) => &**store,
        }
    }
}

impl BagStore for DiskBag {
    fn list(&self, area: Area, visit: &mut dyn FnMut(Object<'_>)) {
        self.store().list(area, visit);
    }

    fn open(&self, path: &str) -> Result<Box<dyn BagFile>, OpenError> {
        self.store().open(path)
    }
}

/// Opens a packed bag.
pub fn open_packed(path: &Path) -> Result<PackedStore, OpenBagError> {
    let store = PackedStore::open(Arc::new(OpenFile::new(open_regular(path)?)?));
    store.map_err(|error| match error {
        PackedError::Io(error) => OpenBagError::Io(error),
        error => OpenBagError::Packed(error),
    })
}

/// Opening a device can do harm, opening a pipe waits.
fn open_regular(path: &Path) -> io::Result<File> {
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let refused = || io::Error::new(io::ErrorKind::InvalidInput, "it is neither a directory nor a regular file");
    if !std::fs::metadata(path)?.is_file() {
        return Err(refused());
    }
    let fd = rustix::fs::open(path, flags, Mode::empty())?;
    match FileType::from_raw_mode(rustix::fs::fstat(&fd)?.st_mode) {
        FileType::RegularFile => Ok(File::from(fd)),
        _ => Err(refused()),
    }
}
