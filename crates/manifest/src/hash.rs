//! All digests of one file in one pass over its bytes.

mod abreast;
#[cfg(feature = "fs")]
mod engine;
mod group;
mod ordered;
mod range;
mod together;

pub use abreast::Abreast;
#[cfg(feature = "fs")]
pub(crate) use engine::Readers;
#[cfg(feature = "fs")]
pub use engine::{Engine, HashStream, Reader, Reading};
pub use range::RangeHasher;
pub use together::Together;

use sha2::Digest;

use self::group::Groups;
use crate::chunks::{ChunksError, GroupMerger, GroupValue};
use crate::digest::{Md5Digest, Sha1Digest, Sha256Digest, Sha512Digest};
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
    /// The chaining value of each 1 MiB group; empty for a file that is not over [`LARGE_FILE`](crate::chunks::LARGE_FILE).
    pub groups: Vec<GroupValue>,
}

impl FileDigests {
    /// BLAKE3 alone, from the values of all groups of a file over [`LARGE_FILE`](crate::chunks::LARGE_FILE); the SHA-256 is of zeros, as with
    /// [`Algorithms::Blake3Only`].
    ///
    /// # Errors
    /// Another number of values than the size requires.
    pub fn of_groups(size: u64, groups: Vec<GroupValue>) -> Result<Self, ChunksError> {
        let mut merger = GroupMerger::new();
        groups.iter().for_each(|value| merger.push(*value));
        let content = ContentDigests { sha256: Sha256Digest([0; 32]), blake3: merger.finish(size)? };
        Ok(Self { size, content, extra: ExtraDigests::default(), groups })
    }
}

/// Hashes the bytes of one file as they come.
///
/// Feed it with [`update`](Self::update) in pieces of any size.
pub struct FileHasher {
    groups: Groups,
    sha256: Option<sha2::Sha256>,
    md5: Option<md5::Md5>,
    sha1: Option<sha1::Sha1>,
    sha512: Option<sha2::Sha512>,
}

impl FileHasher {
    /// A hasher of SHA-256, BLAKE3 and these.
    pub fn new(extra: ExtraAlgorithms) -> Self {
        Self {
            groups: Groups::from(0),
            sha256: Some(sha2::Sha256::new()),
            md5: extra.md5.then(md5::Md5::new),
            sha1: extra.sha1.then(sha1::Sha1::new),
            sha512: extra.sha512.then(sha2::Sha512::new),
        }
    }

    /// A hasher for these algorithms. With BLAKE3 alone, [`FileDigests::content`] has a SHA-256 of zeros.
    pub fn with(algorithms: Algorithms) -> Self {
        match algorithms {
            Algorithms::Full(extra) => Self::new(extra),
            Algorithms::Blake3Only => Self { sha256: None, ..Self::new(ExtraAlgorithms::default()) },
        }
    }

    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
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
        self.groups.update(bytes);
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

    /// The digests of everything taken.
    pub fn finish(self) -> FileDigests {
        let size = self.groups.length();
        let (blake3, groups) = self.groups.finish();
        FileDigests {
            size,
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

#[cfg(test)]
mod tests {
    use super::*;

    const MIB: usize = 1 << 20;

    fn hash_in_pieces(bytes: &[u8], piece: usize) -> FileDigests {
        let mut hasher = FileHasher::new(ExtraAlgorithms { md5: true, sha1: true, sha512: true });
        bytes.chunks(piece.max(1)).for_each(|part| hasher.update(part));
        hasher.finish()
    }

    #[test]
    fn digests_do_not_depend_on_how_the_bytes_come() {
        let bytes: Vec<u8> = (0..17 * MIB + 5).map(|i| (i * 31 % 251) as u8).collect();
        let whole = hash_in_pieces(&bytes, bytes.len());
        assert_eq!(whole.content.blake3.0, *blake3::hash(&bytes).as_bytes());
        assert_eq!(whole.content.sha256, sha256(&bytes));
        assert_eq!(whole.groups.len(), 18);
        for piece in [MIB, MIB - 1, MIB + 1, 12_345] {
            assert_eq!(hash_in_pieces(&bytes, piece), whole, "pieces of {piece}");
        }
    }

    #[test]
    fn files_that_end_at_and_around_the_end_of_a_group_have_the_right_digests() {
        for size in [0, 1, MIB - 1, MIB, MIB + 1, 2 * MIB, 16 * MIB, 16 * MIB + 1] {
            let bytes: Vec<u8> = (0..size).map(|i| (i % 253) as u8).collect();
            let digests = hash_in_pieces(&bytes, 300_000);
            assert_eq!(digests.content.blake3.0, *blake3::hash(&bytes).as_bytes(), "{size}");
            assert_eq!(digests.groups.is_empty(), size <= 16 * MIB, "{size}");
        }
    }

    #[test]
    fn zeros_hash_as_zeros() {
        let mut hasher = FileHasher::new(ExtraAlgorithms::default());
        hasher.update_zeros(100_000);
        assert_eq!(hasher.finish().content.sha256, sha256(&vec![0; 100_000]));
    }
}
