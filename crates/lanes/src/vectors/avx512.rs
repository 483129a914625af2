//! Sixteen streams with AVX-512 (Intel SDM, vol. 1, chapter 15): one instruction for any function of three words, and one that
//! turns them.

use std::arch::x86_64::*;

use super::sixteen;
use crate::{BLOCK, K};

/// Streams side by side.
pub(crate) const WIDTH: usize = 16;

pub(crate) type Words = __m512i;

/// The order of bytes that makes big-endian words of a message.
pub(crate) const SWAP: [u8; 16] = [3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12];

/// Advances every stream over as many blocks; all have the same number of them. A state is a word of each stream, eight times.
#[target_feature(enable = "avx512f,avx512bw")]
#[expect(unsafe_code, reason = "assembly for certain processors")]
pub(crate) fn compress(states: &mut [[u32; WIDTH]; 8], blocks: [&[[u8; BLOCK]]; WIDTH]) {
    let count = blocks[0].len();
    let streams = blocks.map(|blocks| blocks[..count].as_ptr().cast());
    if count > 0 {
        // SAFETY: the processor has the instructions, and each stream has so many blocks.
        unsafe { sixteen::compress(states, &streams, count, &K, &SWAP) }
    }
}

/// True if the processor has the instructions.
pub(crate) fn is_supported() -> bool {
    is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512bw") && is_x86_feature_detected!("avx512vl")
}

#[inline]
#[target_feature(enable = "avx512f")]
pub(crate) fn same(word: u32) -> Words {
    _mm512_set1_epi32(word.cast_signed())
}

#[inline]
#[target_feature(enable = "avx512f")]
#[expect(unsafe_code, reason = "a vector is its words")]
pub(crate) fn of_lanes(words: [u32; WIDTH]) -> Words {
    // SAFETY: both are 64 bytes, of which all values are valid.
    unsafe { std::mem::transmute(words) }
}

#[inline]
#[target_feature(enable = "avx512f")]
#[expect(unsafe_code, reason = "a vector is its words")]
pub(crate) fn keep(words: Words) -> [u32; WIDTH] {
    // SAFETY: both are 64 bytes, of which all values are valid.
    unsafe { std::mem::transmute(words) }
}

/// The sixteen words of a block, if they are little-endian there.
#[inline]
#[target_feature(enable = "avx512f")]
pub(crate) fn little_endian(block: &[u8; BLOCK]) -> Words {
    let words = block.as_chunks::<4>().0;
    of_lanes(std::array::from_fn(|at| u32::from_le_bytes(words[at])))
}

/// Of sixteen words of each stream, each word of the sixteen streams.
#[inline]
#[target_feature(enable = "avx512f")]
pub(crate) fn transposed(rows: [Words; 16]) -> [Words; 16] {
    // Within each quarter of a vector: word `4 * quarter + at` of four streams.
    let mut fours = [same(0); 16];
    for from in [0, 4, 8, 12] {
        let [a, b, c, d] = [rows[from], rows[from + 1], rows[from + 2], rows[from + 3]];
        let (ab01, ab23) = (_mm512_unpacklo_epi32(a, b), _mm512_unpackhi_epi32(a, b));
        let (cd01, cd23) = (_mm512_unpacklo_epi32(c, d), _mm512_unpackhi_epi32(c, d));
        fours[from] = _mm512_unpacklo_epi64(ab01, cd01);
        fours[from + 1] = _mm512_unpackhi_epi64(ab01, cd01);
        fours[from + 2] = _mm512_unpacklo_epi64(ab23, cd23);
        fours[from + 3] = _mm512_unpackhi_epi64(ab23, cd23);
    }
    let mut columns = [same(0); 16];
    for at in 0..4 {
        let [a, b, c, d] = [fours[at], fours[at + 4], fours[at + 8], fours[at + 12]];
        let (ab_low, ab_high) = (_mm512_shuffle_i32x4::<0x44>(a, b), _mm512_shuffle_i32x4::<0xee>(a, b));
        let (cd_low, cd_high) = (_mm512_shuffle_i32x4::<0x44>(c, d), _mm512_shuffle_i32x4::<0xee>(c, d));
        columns[at] = _mm512_shuffle_i32x4::<0x88>(ab_low, cd_low);
        columns[at + 4] = _mm512_shuffle_i32x4::<0xdd>(ab_low, cd_low);
        columns[at + 8] = _mm512_shuffle_i32x4::<0x88>(ab_high, cd_high);
        columns[at + 12] = _mm512_shuffle_i32x4::<0xdd>(ab_high, cd_high);
    }
    columns
}

#[inline]
#[target_feature(enable = "avx512f")]
pub(crate) fn add(a: Words, b: Words) -> Words {
    _mm512_add_epi32(a, b)
}

#[inline]
#[target_feature(enable = "avx512f")]
pub(crate) fn xor(a: Words, b: Words) -> Words {
    _mm512_xor_si512(a, b)
}

#[inline]
#[target_feature(enable = "avx512f")]
pub(crate) fn rotate<const BY: i32>(words: Words) -> Words {
    _mm512_ror_epi32::<BY>(words)
}
