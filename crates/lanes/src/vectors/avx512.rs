//! Sixteen streams with AVX-512 (Intel SDM, vol. 1, chapter 15): one instruction for any function of three words, and one that
//! turns them.

use std::arch::x86_64::*;

use crate::BLOCK;

/// Streams side by side.
pub(crate) const WIDTH: usize = 16;

pub(crate) type Words = __m512i;

super::rounds!("avx512f,avx512bw");

/// True if the processor has the instructions.
pub(crate) fn is_supported() -> bool {
    is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512bw")
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

/// The sixteen words of each block, which are big-endian there.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn message(blocks: [&[u8; BLOCK]; WIDTH]) -> [Words; 16] {
    let swap = _mm512_set4_epi32(0x0c0d_0e0f, 0x0809_0a0b, 0x0405_0607, 0x0001_0203);
    let mut words = [swap; 16];
    for (words, block) in words.iter_mut().zip(blocks) {
        *words = _mm512_shuffle_epi8(little_endian(block), swap);
    }
    transposed(words)
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
fn xor3(a: Words, b: Words, c: Words) -> Words {
    _mm512_ternarylogic_epi32::<0x96>(a, b, c)
}

#[inline]
#[target_feature(enable = "avx512f")]
fn choice(e: Words, f: Words, g: Words) -> Words {
    _mm512_ternarylogic_epi32::<0xca>(e, f, g)
}

#[inline]
#[target_feature(enable = "avx512f")]
fn majority(a: Words, b: Words, c: Words) -> Words {
    _mm512_ternarylogic_epi32::<0xe8>(a, b, c)
}

#[inline]
#[target_feature(enable = "avx512f")]
fn shift<const BY: u32>(words: Words) -> Words {
    _mm512_srli_epi32::<BY>(words)
}

#[inline]
#[target_feature(enable = "avx512f")]
pub(crate) fn rotate<const BY: i32>(words: Words) -> Words {
    _mm512_ror_epi32::<BY>(words)
}
