//! What a worker found out of a file, as bytes on their way to the worker that makes the verdict.
//!
//! `size sha256 blake3 flags [md5] [sha1] [sha512] values`: the size in eight bytes, little-endian; in `flags` 1, 2 and 4 stand
//! for the three digests that follow; then 32 bytes for each group of a large file. Both ends are this program.

use sealbag_manifest::chunks::{GroupValue, VALUE_LEN};
use sealbag_manifest::digest::{Blake3Digest, Md5Digest, Sha1Digest, Sha256Digest, Sha512Digest};
use sealbag_manifest::entry::{ContentDigests, ExtraDigests};
use sealbag_manifest::hash::{Algorithms, ExtraAlgorithms, FileDigests};

const MD5: u8 = 1;
const SHA1: u8 = 2;
const SHA512: u8 = 4;
/// In the number of algorithms only: BLAKE3 alone.
const BLAKE3_ONLY: u8 = 8;

/// Algorithms as a number.
pub fn number_of(algorithms: Algorithms) -> u8 {
    match algorithms {
        Algorithms::Blake3Only => BLAKE3_ONLY,
        Algorithms::Full(extra) => {
            u8::from(extra.md5) * MD5 + u8::from(extra.sha1) * SHA1 + u8::from(extra.sha512) * SHA512
        }
    }
}

/// The algorithms of a number; unknown bits mean nothing.
pub fn algorithms_of(number: u8) -> Algorithms {
    match number & BLAKE3_ONLY {
        0 => Algorithms::Full(ExtraAlgorithms {
            md5: number & MD5 != 0,
            sha1: number & SHA1 != 0,
            sha512: number & SHA512 != 0,
        }),
        _ => Algorithms::Blake3Only,
    }
}

/// Writes them down.
pub fn write(digests: &FileDigests) -> Vec<u8> {
    let mut bytes = digests.size.to_le_bytes().to_vec();
    bytes.extend(digests.content.sha256.0);
    bytes.extend(digests.content.blake3.0);
    let FileDigests { extra, groups, .. } = digests;
    let set = ExtraAlgorithms::of(extra);
    bytes.push(number_of(Algorithms::Full(set)));
    bytes.extend(extra.md5.iter().flat_map(|digest| digest.0));
    bytes.extend(extra.sha1.iter().flat_map(|digest| digest.0));
    bytes.extend(extra.sha512.iter().flat_map(|digest| digest.0));
    bytes.extend(groups.iter().flat_map(|value| value.0));
    bytes
}

/// Reads what [`write()`] wrote; none if it is anything else.
pub fn read(mut bytes: &[u8]) -> Option<FileDigests> {
    let size = u64::from_le_bytes(take(&mut bytes)?);
    let content = ContentDigests { sha256: Sha256Digest(take(&mut bytes)?), blake3: Blake3Digest(take(&mut bytes)?) };
    let [flags] = take(&mut bytes)?;
    if flags & !(MD5 | SHA1 | SHA512) != 0 {
        return None;
    }
    let mut extra = ExtraDigests::default();
    if flags & MD5 != 0 {
        extra.md5 = Some(Md5Digest(take(&mut bytes)?));
    }
    if flags & SHA1 != 0 {
        extra.sha1 = Some(Sha1Digest(take(&mut bytes)?));
    }
    if flags & SHA512 != 0 {
        extra.sha512 = Some(Sha512Digest(take(&mut bytes)?));
    }
    Some(FileDigests { size, content, extra, groups: values(bytes)? })
}

/// The group values in a run of bytes; none if the last one is cut.
pub fn values(bytes: &[u8]) -> Option<Vec<GroupValue>> {
    let (values, rest) = bytes.as_chunks::<VALUE_LEN>();
    rest.is_empty().then(|| values.iter().map(|value| GroupValue(*value)).collect())
}

fn take<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (head, rest) = bytes.split_first_chunk::<N>()?;
    *bytes = rest;
    Some(*head)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sealbag_manifest::hash::FileHasher;

    #[test]
    fn digests_come_back_as_they_were_sent_and_no_cut_is_taken_for_whole() {
        for number in 0..=8 {
            let algorithms = algorithms_of(number);
            assert_eq!(number_of(algorithms), number);
            let mut hasher = FileHasher::with(algorithms);
            hasher.update(&vec![7; (16 << 20) + 1]);
            let digests = hasher.finish();
            let bytes = write(&digests);
            assert_eq!(read(&bytes), Some(digests));
            for length in (0..bytes.len()).filter(|length| length % 32 != bytes.len() % 32) {
                assert_eq!(read(&bytes[..length]), None, "{length}");
            }
        }
    }
}
