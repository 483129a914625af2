//! Why a file is no packed bag.

use std::io;

use thiserror::Error;

use super::name::NameError;

/// Why a file cannot be read as a packed bag.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum PackedError {
    /// The system does not give the bytes.
    #[error("cannot be read: {0}")]
    Io(#[from] io::Error),
    /// No ZIP archive at all, or something stands before the first file.
    #[error("it does not begin as a packed bag does")]
    Beginning,
    /// There is no end record: the file was cut off, or is no archive.
    #[error("there is no end record: the file was cut off, or is none of this kind")]
    NoEnd,
    /// The archive has a comment.
    #[error("the archive has a comment of {len} bytes")]
    Comment {
        /// Its length.
        len: u64,
    },
    /// Bytes behind the end record.
    #[error("{len} bytes stand behind the end record")]
    Trailing {
        /// How many.
        len: u64,
    },
    /// The archive is said to lie on several disks.
    #[error("it is said to be a part of an archive on several disks")]
    Spanned,
    /// The end records are not those of what is there: ZIP64 without need, values that disagree, bytes between them.
    #[error("the end records disagree with each other or with the file")]
    EndRecords,
    /// The central directory does not fill its place.
    #[error("the directory of the archive does not fill the place that is said to be its own (at byte {at})")]
    Directory {
        /// Where.
        at: u64,
    },
    /// Another number of files than is said.
    #[error("{said} files are said to be there, the directory has {found}")]
    Count {
        /// By the end record.
        said: u64,
        /// By the directory.
        found: u64,
    },
    /// Something is wrong with one entry.
    #[error("{name}: {fault}")]
    Entry {
        /// Its name, safe to show.
        name: String,
        /// What.
        fault: Fault,
    },
}

/// What is wrong with an entry.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Fault {
    /// Its bytes are encrypted.
    #[error("it is encrypted")]
    Encrypted,
    /// Its bytes are compressed, or kept in another way than as they are.
    #[error("it is compressed (method {method})")]
    Method {
        /// Number in the format; 8 is deflate.
        method: u16,
    },
    /// Checksum and sizes stand behind the bytes.
    #[error("it has a data descriptor")]
    DataDescriptor,
    /// Other flags than that of UTF-8, or that one without need.
    #[error("it has the flags {flags:#06x}")]
    Flags {
        /// The flags.
        flags: u16,
    },
    /// The two sizes differ although nothing is compressed.
    #[error("it is said to have {packed} bytes packed and {unpacked} unpacked")]
    Sizes {
        /// Packed.
        packed: u64,
        /// Unpacked.
        unpacked: u64,
    },
    /// An extra field.
    #[error("it has an extra field")]
    Extra,
    /// ZIP64 values without need, or not those that are needed.
    #[error("its ZIP64 values are not those that it needs")]
    Zip64,
    /// A comment.
    #[error("it has a comment")]
    Comment,
    /// Another time than the fixed one.
    #[error("it has a time of its own")]
    Time,
    /// A link, or a device and the like.
    #[error("it is a link or a special file")]
    NotRegular,
    /// Another version or other attributes.
    #[error("its version or its attributes are not those of a packed bag")]
    Attributes,
    /// A name that may not stand here.
    #[error("the name is not allowed: {0}")]
    Name(#[from] NameError),
    /// It does not lie in the one directory that the others lie in.
    #[error("it does not lie in the directory of the bag")]
    OtherRoot,
    /// An entry for the directory that all others lie in.
    #[error("it is an entry for the directory of the bag itself")]
    RootEntry,
    /// It stands twice.
    #[error("it stands twice")]
    Twice,
    /// It does not come after the one before it.
    #[error("it is out of order")]
    Order,
    /// A file or directory below a file, or below a directory that is said to be empty.
    #[error("it lies below {above}, which has nothing below it")]
    Below {
        /// What stands before it; safe to show.
        above: String,
    },
    /// A directory with bytes.
    #[error("it is a directory and has bytes")]
    DirectoryWithBytes,
    /// Its bytes are also those of another one, or of a header.
    #[error("its place overlaps that of another (at byte {at}, expected {expected})")]
    Overlap {
        /// Where it is said to begin.
        at: u64,
        /// Where it must.
        expected: u64,
    },
    /// Bytes before it belong to nothing.
    #[error("bytes before it belong to nothing (it begins at byte {at}, expected {expected})")]
    Gap {
        /// Where it is said to begin.
        at: u64,
        /// Where it must.
        expected: u64,
    },
    /// The header before the bytes says something else than the directory.
    #[error("the header before its bytes says something else than the directory: {what}")]
    Headers {
        /// What differs.
        what: &'static str,
    },
}

impl PackedError {
    /// True for what ordinary tools do in an ordinary archive: it may hold a bag, but not as one file to verify.
    pub fn is_ordinary_archive(&self) -> bool {
        match self {
            Self::Comment { .. } => true,
            Self::Entry { fault, .. } => matches!(
                fault,
                Fault::Encrypted
                    | Fault::Method { .. }
                    | Fault::DataDescriptor
                    | Fault::Flags { .. }
                    | Fault::Extra
                    | Fault::Zip64
                    | Fault::Comment
                    | Fault::Time
                    | Fault::Attributes
                    | Fault::OtherRoot
                    | Fault::RootEntry
                    | Fault::Order
                    | Fault::Below { .. }
            ),
            _ => false,
        }
    }
}
