//! One chunk of the media: stored with a checksum behind it, or deflated.

use miniz_oxide::inflate::decompress_slice_iter_to_slice;

/// Bytes of the checksum behind a stored chunk.
const CHECKSUM: usize = 4;

/// The most bytes that a chunk of a size takes in the file; what lies behind is another thing.
pub(crate) fn longest(chunk_size: usize) -> usize {
    // Deflate adds a few bytes a block to what it cannot shorten.
    chunk_size + chunk_size / 8 + 1024
}

/// Decodes a chunk of `expected` bytes, fewer than `chunk.len()` only for the last. `None` if it does not hold.
pub(crate) fn decode<'c>(stored: &[u8], is_deflated: bool, expected: usize, chunk: &'c mut [u8]) -> Option<&'c [u8]> {
    if is_deflated {
        let length = decompress_slice_iter_to_slice(chunk, std::iter::once(stored), true, false).ok()?;
        return chunk[..length].get(..expected);
    }
    // The last chunk is stored short, or filled up to the size of the others.
    let found = [expected, chunk.len()].into_iter().find(|&length| {
        let Some(whole) = stored.get(..length + CHECKSUM) else { return false };
        crate::section::has_checksum(whole)
    })?;
    chunk[..found].copy_from_slice(&stored[..found]);
    chunk[..found].get(..expected)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(bytes: &[u8]) -> Vec<u8> {
        [bytes, &adler2::adler32_slice(bytes).to_le_bytes()].concat()
    }

    #[test]
    fn a_stored_chunk_needs_its_checksum() {
        let mut chunk = [0; 8];
        let mut bytes = stored(b"12345678");
        assert_eq!(decode(&bytes, false, 8, &mut chunk), Some(&b"12345678"[..]));
        bytes[3] ^= 1;
        assert_eq!(decode(&bytes, false, 8, &mut chunk), None);
        assert_eq!(decode(b"12345678", false, 8, &mut chunk), None);
    }

    #[test]
    fn the_last_chunk_may_be_short_or_filled_up() {
        let mut chunk = [0; 8];
        assert_eq!(decode(&stored(b"123"), false, 3, &mut chunk), Some(&b"123"[..]));
        assert_eq!(decode(&stored(b"123\0\0\0\0\0"), false, 3, &mut chunk), Some(&b"123"[..]));
        let deflated = miniz_oxide::deflate::compress_to_vec_zlib(b"123\0\0\0\0\0", 6);
        assert_eq!(decode(&deflated, true, 3, &mut chunk), Some(&b"123"[..]));
    }

    #[test]
    fn a_deflated_chunk_is_never_longer_than_a_chunk() {
        let mut chunk = [0; 8];
        let bomb = miniz_oxide::deflate::compress_to_vec_zlib(&[0; 100_000], 6);
        assert_eq!(decode(&bomb, true, 8, &mut chunk), None);
        let short = miniz_oxide::deflate::compress_to_vec_zlib(b"123", 6);
        assert_eq!(decode(&short, true, 8, &mut chunk), None);
        assert_eq!(decode(&[], true, 8, &mut chunk), None);
        assert_eq!(decode(&[], false, 8, &mut chunk), None);
    }
}
