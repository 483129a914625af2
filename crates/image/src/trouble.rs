//! What can be wrong with a set, in words that name the place.

use std::io;

use thiserror::Error;

use crate::stated::Algorithm;

/// One thing that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The segment that it lies in, from 1.
    pub segment: u32,
    /// What it is.
    pub fault: Fault,
}

/// What does not hold.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Fault {
    /// The set goes on, and the file is not there.
    #[error("this segment of the disk image is missing")]
    Missing,
    /// The set has ended, and a file goes on.
    #[error("this segment follows the last one of the disk image and does not belong to it")]
    BehindTheEnd,
    /// The file does not begin as a segment does.
    #[error("this is no segment of a disk image: it does not begin with the signature of one")]
    Signature,
    /// The format is not decoded.
    #[error("the disk image cannot be decoded: it is in the second version of the format (EWF2, Ex01)")]
    SecondVersion,
    /// The file has the number of another segment.
    #[error("this file should be segment {expected} of the disk image and says that it is segment {found}")]
    Number {
        /// By its name.
        expected: u32,
        /// In its header.
        found: u32,
    },
    /// The file describes other media than the first segment.
    #[error("this segment belongs to another disk image: it describes other media than the first segment")]
    OtherSet,
    /// The file ends too early.
    #[error("this segment is cut short: its sections reach to byte {stated}, and it has {found} bytes")]
    Truncated {
        /// Where it should end, or go on.
        stated: u64,
        /// Where it ends.
        found: u64,
    },
    /// A section does not have its checksum, or holds what it cannot.
    #[error("this segment is damaged: section `{section}` at byte {at} {what}")]
    Section {
        /// Type of the section.
        section: &'static str,
        /// Where it begins.
        at: u64,
        /// What is wrong with it.
        what: &'static str,
    },
    /// The first segment does not describe the media.
    #[error("the disk image does not say how large its media are")]
    NoVolume,
    /// Chunks larger than any imaging tool makes.
    #[error("the disk image cannot be decoded: its chunks have {size} bytes, more than {limit}")]
    ChunkSize {
        /// Of a chunk.
        size: u64,
        /// The largest that is decoded.
        limit: u64,
    },
    /// Chunks that do not have their checksum, or do not inflate.
    #[error("this segment is damaged: {count} of its chunks cannot be decoded, the first at byte {first} of the media")]
    Chunks {
        /// How many.
        count: u64,
        /// Where the first stands in the media.
        first: u64,
    },
    /// More chunks than the media have.
    #[error("the disk image holds more data than the {media_size} bytes of its media")]
    Surplus {
        /// As stated.
        media_size: u64,
    },
    /// Fewer chunks than the media have.
    #[error("the disk image is incomplete: it holds {decoded} of the {media_size} bytes of its media")]
    Incomplete {
        /// Bytes that were decoded.
        decoded: u64,
        /// As stated.
        media_size: u64,
    },
    /// Two places state different digests.
    #[error("the disk image states two different {algorithm} digests")]
    Contradiction {
        /// Of which kind.
        algorithm: Algorithm,
    },
    /// The media do not give the digest.
    #[error("the data in the disk image do not have the {algorithm} digest that it states")]
    Digest {
        /// Of which kind.
        algorithm: Algorithm,
    },
    /// The system cannot read the file.
    #[error("this segment cannot be read: {kind}")]
    Read {
        /// What the system said.
        kind: io::ErrorKind,
    },
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Read { kind: error.kind() }
    }
}
