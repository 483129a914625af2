//! Why a bag was not packed or not unpacked.

use std::io;
use std::path::PathBuf;

use sealbag_manifest::packed::WriteError;
use sealbag_manifest::store::{OpenBagError, OpenError};
use thiserror::Error;

/// Why there is no packed bag.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum PackError {
    /// The bag cannot be opened.
    #[error("cannot open the bag")]
    Bag {
        /// Where.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// There is no file in it.
    #[error("there is nothing to pack")]
    NoBag {
        /// Where.
        path: PathBuf,
    },
    /// A file of the bag cannot be read.
    #[error("{path} {source}")]
    Read {
        /// Path in the bag, safe to show.
        path: String,
        /// Why.
        source: OpenError,
    },
    /// A link or a special file.
    #[error("{path} is a link or a special file, which a packed bag cannot carry")]
    NotRegular {
        /// Path in the bag, safe to show.
        path: String,
    },
    /// What a packed bag cannot carry.
    #[error("{path}: {source}")]
    Entry {
        /// Path in the bag, safe to show.
        path: String,
        /// Why.
        source: WriteError,
    },
    /// The bag is not what it was when the packing began.
    #[error("the bag changed while it was packed")]
    Changed,
    /// The file would lie in the bag.
    #[error("the packed bag would lie inside the bag")]
    InsideBag {
        /// The file.
        path: PathBuf,
    },
    /// The name is taken.
    #[error("{} exists already and is not overwritten", .path.display())]
    OutputExists {
        /// The file.
        path: PathBuf,
    },
    /// Another run packs to the same place, or what lies there is not ours to remove.
    #[error("{} is in use, or belongs to somebody else", .path.display())]
    Busy {
        /// The file in the making.
        path: PathBuf,
    },
    /// It cannot be written.
    #[error("cannot write {}", .path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The medium did not keep what it was given.
    #[error("what was read back from {} is not what was written", .path.display())]
    ReadBack {
        /// The file in the making.
        path: PathBuf,
    },
}

/// Why a packed bag was not unpacked.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum UnpackError {
    /// It cannot be read, or is no packed bag.
    #[error("cannot open the packed bag")]
    Open(#[from] OpenBagError),
    /// There is no file in it.
    #[error("there is nothing to unpack")]
    Empty,
    /// It cannot be read to its end.
    #[error("{path} cannot be read")]
    Read {
        /// Path in the bag.
        path: String,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The bytes are not those that were packed.
    #[error("{path} is damaged: the bytes are not those that were packed (CRC-32)")]
    Damaged {
        /// Path in the bag.
        path: String,
    },
    /// The name is taken.
    #[error("{} exists already and is not overwritten", .path.display())]
    OutputExists {
        /// The bag.
        path: PathBuf,
    },
    /// Another run unpacks to the same place, or what lies there is not ours to remove.
    #[error("{} is in use, or belongs to somebody else", .path.display())]
    Busy {
        /// The bag in the making.
        path: PathBuf,
    },
    /// It cannot be written.
    #[error("cannot write {}", .path.display())]
    Write {
        /// Where.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The medium did not keep what it was given.
    #[error("what was read back from {} is not what was written", .path.display())]
    ReadBack {
        /// The bag in the making.
        path: PathBuf,
    },
    /// Two names of the bag are one name there, or something else came between.
    #[error("what lies in {} is not what was packed", .path.display())]
    OtherNames {
        /// The bag in the making.
        path: PathBuf,
    },
}
