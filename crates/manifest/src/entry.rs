//! One line of the sealed list (`docs/spec/entries.md`).
//!
//! An [`Entry`] has exactly one encoding: [`Entry::write_line`] makes it and [`Entry::parse_line`] accepts nothing else,
//! so a line is bound by its bytes and a second reading can never disagree with the first.

mod emit;
mod parse;
mod time;

pub use parse::EntryError;
pub use time::FileTime;

use crate::digest::{Blake3Digest, Md5Digest, Sha1Digest, Sha256Digest, Sha512Digest};
use crate::path::EvidencePath;

/// Longest line in bytes, without its LF.
pub const MAX_LINE: usize = 16 << 20;
/// More holes than this are not written: the key `holes` is left out.
pub const MAX_HOLES: usize = 4096;

/// What stood at the path when it was sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A regular file, or a block device that was sealed as one stream. The only kind that has bytes in `data/`.
    File,
    /// A directory.
    Dir,
    /// A symbolic link. Its target is recorded and never followed.
    Symlink,
    /// A named pipe. Never opened.
    Fifo,
    /// A socket. Never opened.
    Socket,
    /// A block device node inside a tree. Never opened.
    Block,
    /// A character device node. Never opened.
    Char,
}

impl Kind {
    /// Every kind with the word that stands for it.
    pub const ALL: [(Kind, &'static str); 7] = [
        (Kind::File, "file"),
        (Kind::Dir, "dir"),
        (Kind::Symlink, "symlink"),
        (Kind::Fifo, "fifo"),
        (Kind::Socket, "socket"),
        (Kind::Block, "block"),
        (Kind::Char, "char"),
    ];

    /// The word in the sealed list.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("file", |(_, word)| word)
    }

    /// The kind that a word stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == word).map(|(kind, _)| *kind)
    }
}

/// A digest that somebody else stated for this file, such as an imaging tool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// Name of the algorithm, lower case.
    pub alg: String,
    /// The value as stated, lower-case hexadecimal digits.
    pub value: String,
    /// Who or what stated it.
    pub by: String,
    /// True if the sealing program computed the same value.
    pub checked: bool,
}

/// An extended attribute: its name and the digest of its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Xattr {
    /// The name as bytes.
    pub name: Vec<u8>,
    /// SHA-256 of the value.
    pub sha256: Sha256Digest,
}

/// A run of bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// First byte.
    pub offset: u64,
    /// Number of bytes.
    pub length: u64,
}

impl Range {
    /// The first byte behind the run.
    pub fn end(&self) -> u64 {
        self.offset + self.length
    }
}

/// A run of bytes that could not be read; the digests take it as zeros.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Where. Length 0 if the trouble has no place, such as a file that changed while it was read.
    pub range: Range,
    /// The symbolic error name, such as `EIO`, or [`CHANGED`].
    pub errno: String,
}

/// Stands for an error name where the file changed while it was read.
pub const CHANGED: &str = "CHANGED";

/// The two digests of content that every file has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContentDigests {
    /// Identifies the content.
    pub sha256: Sha256Digest,
    /// The second family, and the root of the chunk values.
    pub blake3: Blake3Digest,
}

/// The digests that are computed on demand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExtraDigests {
    /// MD5.
    pub md5: Option<Md5Digest>,
    /// SHA-1.
    pub sha1: Option<Sha1Digest>,
    /// SHA-512.
    pub sha512: Option<Sha512Digest>,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// Number of bytes.
    pub size: u64,
    /// SHA-256 and BLAKE3.
    pub digests: ContentDigests,
    /// Digests computed on demand.
    pub extra: ExtraDigests,
}

/// What the file system said about the object; the sealer's statement, not compared with `data/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Time of the last change of the content.
    pub mtime: Option<FileTime>,
    /// Time of the last reading, as it was before sealing.
    pub atime: Option<FileTime>,
    /// Time of the last change of the metadata.
    pub ctime: Option<FileTime>,
    /// Time of creation.
    pub btime: Option<FileTime>,
    /// Permission bits, 0 to 0o7777.
    pub mode: Option<u32>,
    /// Owner.
    pub uid: Option<u32>,
    /// Group.
    pub gid: Option<u32>,
    /// Major and minor number of a device node.
    pub device: Option<(u32, u32)>,
}

/// One line of the sealed list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it stood in the source.
    pub path: EvidencePath,
    /// Where its bytes lie below `data/`, if not at `path`. On kind file only.
    pub stored: Option<String>,
    /// What it was.
    pub kind: Kind,
    /// On kind file only, and there always.
    pub content: Option<Content>,
    /// Digests stated by others.
    pub declared: Vec<Declared>,
    /// Times, mode and owner.
    pub metadata: Metadata,
    /// On kind symlink only, and there always.
    pub target: Option<Vec<u8>>,
    /// Equal for the hard links of one file; random, so that it tells nothing else.
    pub link_group: Option<[u8; 16]>,
    /// In order of their names.
    pub xattrs: Vec<Xattr>,
    /// The runs of a sparse file that no data was ever written to.
    pub holes: Vec<Range>,
    /// What could not be read.
    pub unreadable: Vec<Unreadable>,
    /// Random; makes the leaf a commitment that tells nothing of the line.
    pub salt: [u8; 16],
}

impl Entry {
    /// Where the bytes lie below `data/`; `None` for every kind but file.
    pub fn stored_path(&self) -> Option<&str> {
        match (&self.stored, self.kind) {
            (Some(stored), Kind::File) => Some(stored),
            (None, Kind::File) => self.path.text(),
            _ => None,
        }
    }

    /// The line without its LF: one leaf of the tree.
    pub fn to_line(&self) -> Vec<u8> {
        let mut line = Vec::with_capacity(512);
        self.write_line(&mut line);
        line
    }
}
