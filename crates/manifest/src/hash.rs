//! All digests of one file in one pass over its bytes.

#[cfg(feature = "fs")]
mod engine;
#[cfg(feature = "fs")]
mod group;
mod ordered;
mod together;

#[cfg(feature = "fs")]
pub(crate) use engine::Readers;
#[cfg(feature = "fs")]
pub use engine::{Engine, HashStream, Reader, Reading};
pub use together::Together;

use sha2::Digest;

use crate::chunks::{GROUP_LEN, GroupMerger, GroupValue, LARGE_FILE, group_value};
use crate::digest::{Blake3Digest, Md5Digest, Sha1Digest, Sha256Digest, Sha512Digest};
use crate::entry::{ContentDigests, ExtraDigests};

/// Which digests to compute beside SHA-256 and BLAKE3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExtraAlgorithms {
    /// MD5.
    pub md5: bool,
    /// SHA-1.
    pub sha1: bool,
    /// SHA-512.
    pub sha512: bool,
}

impl ExtraAlgorithms {
    /// Those that a list has for a file.
    pub fn of(digests: &ExtraDigests) -> Self {
        Self { md5: digests.md5.is_some(), sha1: digests.sha1.is_some(), sha512: digests.sha512.is_some() }
    }
}

/// Which digests to compute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithms {
    /// SHA-256, BLAKE3 and these.
    Full(ExtraAlgorithms),
    /// BLAKE3 alone: a quick comparison.
    Blake3Only,
}

/// SHA-256 of a short text.
pub fn sha256(bytes: &[u8]) -> Sha256Digest {
    Sha256Digest(sha2::Sha256::digest(bytes).into())
}

/// The result of [`FileHasher`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileDigests {
    /// Number of bytes hashed.
    pub size: u64,
    /// SHA-256 and BLAKE3.
    pub content: ContentDigests,
    /// Digests on demand.
    pub extra: ExtraDigests,
    /// The chaining value of each 1 MiB group; empty for a file that is not over [`LARGE_FILE`].
    pub groups: Vec<GroupValue>,
}

/// Hashes the bytes of one file as they come.
///
/// Feed it with [`update`](Self::update) in pieces of any size; for a large file, pieces that are aligned to 1 MiB cost no copy.
pub struct FileHasher {
    size: u64,
    sha256: Option<sha2::Sha256>,
    blake3: Blake3State,
    md5: Option<md5::Md5>,
    sha1: Option<sha1::Sha1>,
    sha512: Option<sha2::Sha512>,
}

const GROUP: usize = GROUP_LEN as usize;

enum Blake3State {
    Small(Box<blake3::Hasher>),
    Large {
        /// The first group, kept because a file that turns out to have no other is not merged.
        first: Vec<u8>,
        pending: Vec<u8>,
        merger: GroupMerger,
        groups: Vec<GroupValue>,
    },
}

impl FileHasher {
    /// A hasher for a file that is expected to have `size` bytes; the expectation chooses the method only.
    pub fn new(size: u64, extra: ExtraAlgorithms) -> Self {
        Self {
            size: 0,
            sha256: Some(sha2::Sha256::new()),
            blake3: if size > LARGE_FILE {
                Blake3State::Large {
                    first: Vec::new(),
                    pending: Vec::new(),
                    merger: GroupMerger::new(),
                    groups: Vec::new(),
                }
            } else {
                Blake3State::Small(Box::default())
            },
            md5: extra.md5.then(md5::Md5::new),
            sha1: extra.sha1.then(sha1::Sha1::new),
            sha512: extra.sha512.then(sha2::Sha512::new),
        }
    }

    /// A hasher for these algorithms. With BLAKE3 alone, [`FileDigests::content`] has a SHA-256 of zeros.
    pub fn with(size: u64, algorithms: Algorithms) -> Self {
        match algorithms {
            Algorithms::Full(extra) => Self::new(size, extra),
            Algorithms::Blake3Only => Self { sha256: None, ..Self::new(size, ExtraAlgorithms::default()) },
        }
    }

    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.size += bytes.len() as u64;
        if let Some(state) = &mut self.sha256 {
            state.update(bytes);
        }
        if let Some(state) = &mut self.md5 {
            state.update(bytes);
        }
        if let Some(state) = &mut self.sha1 {
            state.update(bytes);
        }
        if let Some(state) = &mut self.sha512 {
            state.update(bytes);
        }
        self.blake3.update(bytes);
    }

    /// Takes `length` zero bytes.
    pub fn update_zeros(&mut self, mut length: u64) {
        static ZEROS: [u8; 1 << 16] = [0; 1 << 16];
        while length > 0 {
            let part = length.min(ZEROS.len() as u64);
            self.update(&ZEROS[..part as usize]);
            length -= part;
        }
    }

    /// The values of the whole groups taken so far; none for a file that was not expected to be large.
    pub fn groups(&self) -> &[GroupValue] {
        match &self.blake3 {
            Blake3State::Small(_) => &[],
            Blake3State::Large { groups, .. } => groups,
        }
    }

    /// The digests of everything taken.
    pub fn finish(self) -> FileDigests {
        let (blake3, groups) = self.blake3.finish(self.size);
        FileDigests {
            size: self.size,
            content: ContentDigests {
                sha256: self.sha256.map_or(Sha256Digest([0; 32]), |state| Sha256Digest(state.finalize().into())),
                blake3,
            },
            extra: ExtraDigests {
                md5: self.md5.map(|state| Md5Digest(state.finalize().into())),
                sha1: self.sha1.map(|state| Sha1Digest(state.finalize().into())),
                sha512: self.sha512.map(|state| Sha512Digest(state.finalize().into())),
            },
            groups,
        }
    }
}

impl Blake3State {
    fn update(&mut self, mut bytes: &[u8]) {
        let (first, pending, merger, groups) = match self {
            Self::Small(hasher) => {
                hasher.update(bytes);
                return;
            }
            Self::Large { first, pending, merger, groups } => (first, pending, merger, groups),
        };
        let mut take = |group: &[u8]| {
            if groups.is_empty() {
                first.extend_from_slice(group);
            }
            push_group(merger, groups, group);
        };
        while !bytes.is_empty() {
            if pending.is_empty() && bytes.len() >= GROUP {
                let (group, rest) = bytes.split_at(GROUP);
                take(group);
                bytes = rest;
                continue;
            }
            let (part, rest) = bytes.split_at(bytes.len().min(GROUP - pending.len()));
            pending.extend_from_slice(part);
            bytes = rest;
            if pending.len() == GROUP {
                take(pending);
                pending.clear();
            }
        }
    }

    fn finish(self, size: u64) -> (Blake3Digest, Vec<GroupValue>) {
        let (first, pending, mut merger, mut groups) = match self {
            Self::Small(hasher) => return (Blake3Digest(hasher.finalize().into()), Vec::new()),
            Self::Large { first, pending, merger, groups } => (first, pending, merger, groups),
        };
        if !pending.is_empty() {
            push_group(&mut merger, &mut groups, &pending);
        }
        let blake3 = match merger.finish(size) {
            Ok(digest) => digest,
            Err(_) => Blake3Digest(blake3::hash(if first.is_empty() { &pending } else { &first }).into()),
        };
        if size <= LARGE_FILE {
            groups.clear();
        }
        (blake3, groups)
    }
}

fn push_group(merger: &mut GroupMerger, groups: &mut Vec<GroupValue>, group: &[u8]) {
    let value =
        group_value(groups.len() as u64, group).expect("groups hold 1 byte to 1 MiB, files less than 2^63 bytes");
    merger.push(value);
    groups.push(value);
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIB: usize = 1 << 20;

    fn hash_in_pieces(bytes: &[u8], piece: usize, expected_size: u64) -> FileDigests {
        let mut hasher = FileHasher::new(expected_size, ExtraAlgorithms { md5: true, sha1: true, sha512: true });
        bytes.chunks(piece.max(1)).for_each(|part| hasher.update(part));
        hasher.finish()
    }

    #[test]
    fn digests_do_not_depend_on_how_the_bytes_come() {
        let bytes: Vec<u8> = (0..17 * MIB + 5).map(|i| (i * 31 % 251) as u8).collect();
        let whole = hash_in_pieces(&bytes, bytes.len(), bytes.len() as u64);
        assert_eq!(whole.content.blake3.0, *blake3::hash(&bytes).as_bytes());
        assert_eq!(whole.content.sha256, sha256(&bytes));
        assert_eq!(whole.groups.len(), 18);
        for piece in [MIB, MIB - 1, MIB + 1, 12_345] {
            assert_eq!(hash_in_pieces(&bytes, piece, bytes.len() as u64), whole, "pieces of {piece}");
        }
    }

    #[test]
    fn a_file_that_is_shorter_than_it_said_has_the_right_digests() {
        for size in [0, 1, MIB - 1, MIB, MIB + 1, 2 * MIB, 16 * MIB, 16 * MIB + 1] {
            let bytes: Vec<u8> = (0..size).map(|i| (i % 253) as u8).collect();
            let digests = hash_in_pieces(&bytes, 300_000, 1 << 40);
            assert_eq!(digests.content.blake3.0, *blake3::hash(&bytes).as_bytes(), "{size}");
            assert_eq!(digests.groups.is_empty(), size <= 16 * MIB, "{size}");
        }
    }

    #[test]
    fn zeros_hash_as_zeros() {
        let mut hasher = FileHasher::new(100_000, ExtraAlgorithms::default());
        hasher.update_zeros(100_000);
        assert_eq!(hasher.finish().content.sha256, sha256(&vec![0; 100_000]));
    }
}
