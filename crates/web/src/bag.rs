//! The bag that was chosen: a folder, or one file.

use std::sync::Arc;

use sealbag_manifest::packed::{PackedError, PackedStore};
use sealbag_manifest::store::{Area, BagFile, BagStore, Object, OpenError, Unseen};

use crate::file::{OpenFile, Reader};
use crate::folder::FolderStore;

/// A bag that was chosen.
pub enum ChosenBag<R> {
    /// A folder.
    Folder(FolderStore<R>),
    /// A packed bag, file 0.
    Packed(Box<PackedStore>),
    /// A file that is no packed bag: nothing in it is looked at.
    Refused(PackedError),
}

impl<R: Reader> ChosenBag<R> {
    /// A bag in one file, of this size.
    pub fn packed(reader: R, size: u64) -> Self {
        match PackedStore::open(Arc::new(OpenFile::new(reader, 0, size))) {
            Ok(store) => Self::Packed(Box::new(store)),
            Err(error) => Self::Refused(error),
        }
    }

    /// Where the bytes of a file of the bag begin: the number of the file that was chosen, and an offset.
    pub fn place(&self, path: &str) -> Option<(u32, u64)> {
        match self {
            Self::Folder(folder) => Some((folder.number(path)?, 0)),
            Self::Packed(store) => Some((0, store.place(path).ok()??.start)),
            Self::Refused(_) => None,
        }
    }
}

impl<R: Reader> BagStore for ChosenBag<R> {
    fn unseen(&self) -> &[Unseen] {
        match self {
            Self::Folder(folder) => folder.unseen(),
            Self::Packed(_) | Self::Refused(_) => &[],
        }
    }

    fn list(&self, area: Area, visit: &mut dyn FnMut(Object<'_>)) {
        match self {
            Self::Folder(folder) => folder.list(area, visit),
            Self::Packed(store) => store.list(area, visit),
            Self::Refused(_) => {}
        }
    }

    fn open(&self, path: &str) -> Result<Box<dyn BagFile>, OpenError> {
        match self {
            Self::Folder(folder) => folder.open(path),
            Self::Packed(store) => store.open(path),
            Self::Refused(_) => Err(OpenError::Missing),
        }
    }
}
