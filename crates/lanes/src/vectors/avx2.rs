//! Eight streams with AVX2 (Intel SDM, vol. 1, chapter 14), for processors that have it and no instructions for SHA-256.

use std::arch::x86_64::*;

use crate::BLOCK;

/// Streams side by side.
pub(crate) const WIDTH: usize = 8;

type Words = __m256i;

super::rounds!("avx2");

/// True if the processor has the instructions.
pub(crate) fn is_supported() -> bool {
    is_x86_feature_detected!("avx2")
}

#[inline]
#[target_feature(enable = "avx2")]
fn same(word: u32) -> Words {
    _mm256_set1_epi32(word.cast_signed())
}

#[inline]
#[target_feature(enable = "avx2")]
#[expect(unsafe_code, reason = "a vector is its words")]
fn of_lanes(words: [u32; WIDTH]) -> Words {
    // SAFETY: both are 32 bytes, of which all values are valid.
    unsafe { std::mem::transmute(words) }
}

#[inline]
#[target_feature(enable = "avx2")]
#[expect(unsafe_code, reason = "a vector is its words")]
fn keep(words: Words) -> [u32; WIDTH] {
    // SAFETY: both are 32 bytes, of which all values are valid.
    unsafe { std::mem::transmute(words) }
}

/// The sixteen words of each block, which are big-endian there.
#[inline]
#[target_feature(enable = "avx2")]
fn message(blocks: [&[u8; BLOCK]; WIDTH]) -> [Words; 16] {
    let swap = _mm256_broadcastsi128_si256(_mm_set_epi32(0x0c0d_0e0f, 0x0809_0a0b, 0x0405_0607, 0x0001_0203));
    let mut words = [same(0); 16];
    for half in 0..2 {
        let mut rows = [swap; WIDTH];
        for (row, block) in rows.iter_mut().zip(blocks) {
            let words = block.as_chunks::<4>().0;
            let words = of_lanes(std::array::from_fn(|at| u32::from_le_bytes(words[half * WIDTH + at])));
            *row = _mm256_shuffle_epi8(words, swap);
        }
        words[half * WIDTH..][..WIDTH].copy_from_slice(&transposed(rows));
    }
    words
}

/// Of eight words of each stream, each word of the eight streams.
#[inline]
#[target_feature(enable = "avx2")]
fn transposed(rows: [Words; 8]) -> [Words; 8] {
    // Within each half of a vector: word `4 * half + at` of four streams.
    let mut fours = [same(0); 8];
    for from in [0, 4] {
        let [a, b, c, d] = [rows[from], rows[from + 1], rows[from + 2], rows[from + 3]];
        let (ab01, ab23) = (_mm256_unpacklo_epi32(a, b), _mm256_unpackhi_epi32(a, b));
        let (cd01, cd23) = (_mm256_unpacklo_epi32(c, d), _mm256_unpackhi_epi32(c, d));
        fours[from] = _mm256_unpacklo_epi64(ab01, cd01);
        fours[from + 1] = _mm256_unpackhi_epi64(ab01, cd01);
        fours[from + 2] = _mm256_unpacklo_epi64(ab23, cd23);
        fours[from + 3] = _mm256_unpackhi_epi64(ab23, cd23);
    }
    std::array::from_fn(|word| {
        let (first, second) = (fours[word % 4], fours[word % 4 + 4]);
        match word / 4 {
            0 => _mm256_permute2x128_si256::<0x20>(first, second),
            _ => _mm256_permute2x128_si256::<0x31>(first, second),
        }
    })
}

#[inline]
#[target_feature(enable = "avx2")]
fn add(a: Words, b: Words) -> Words {
    _mm256_add_epi32(a, b)
}

#[inline]
#[target_feature(enable = "avx2")]
fn xor3(a: Words, b: Words, c: Words) -> Words {
    _mm256_xor_si256(_mm256_xor_si256(a, b), c)
}

#[inline]
#[target_feature(enable = "avx2")]
fn choice(e: Words, f: Words, g: Words) -> Words {
    _mm256_xor_si256(g, _mm256_and_si256(e, _mm256_xor_si256(f, g)))
}

#[inline]
#[target_feature(enable = "avx2")]
fn majority(a: Words, b: Words, c: Words) -> Words {
    _mm256_or_si256(_mm256_and_si256(a, b), _mm256_and_si256(c, _mm256_or_si256(a, b)))
}

#[inline]
#[target_feature(enable = "avx2")]
fn shift<const BY: i32>(words: Words) -> Words {
    _mm256_srli_epi32::<BY>(words)
}

#[inline]
#[target_feature(enable = "avx2")]
fn rotate<const BY: i32>(words: Words) -> Words {
    _mm256_or_si256(_mm256_srl_epi32(words, _mm_cvtsi32_si128(BY)), _mm256_sll_epi32(words, _mm_cvtsi32_si128(32 - BY)))
}
