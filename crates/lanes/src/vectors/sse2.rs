//! Four streams with SSE2, which every processor of this kind has.

use std::arch::x86_64::*;

use crate::BLOCK;

/// Streams side by side.
pub(crate) const WIDTH: usize = 4;

type Words = __m128i;

super::rounds!("sse2");

#[inline]
#[target_feature(enable = "sse2")]
fn same(word: u32) -> Words {
    _mm_set1_epi32(word.cast_signed())
}

#[inline]
#[target_feature(enable = "sse2")]
fn of_lanes(words: [u32; WIDTH]) -> Words {
    let [a, b, c, d] = words.map(u32::cast_signed);
    _mm_set_epi32(d, c, b, a)
}

#[inline]
#[target_feature(enable = "sse2")]
fn keep(words: Words) -> [u32; WIDTH] {
    [
        _mm_cvtsi128_si32(words),
        _mm_cvtsi128_si32(_mm_shuffle_epi32::<1>(words)),
        _mm_cvtsi128_si32(_mm_shuffle_epi32::<2>(words)),
        _mm_cvtsi128_si32(_mm_shuffle_epi32::<3>(words)),
    ]
    .map(i32::cast_unsigned)
}

/// The sixteen words of each block, which are big-endian there.
#[inline]
#[target_feature(enable = "sse2")]
fn message(blocks: [&[u8; BLOCK]; WIDTH]) -> [Words; 16] {
    let mut words = [same(0); 16];
    for quarter in 0..4 {
        let mut rows = [same(0); WIDTH];
        for (row, block) in rows.iter_mut().zip(blocks) {
            *row = load(&block.as_chunks::<16>().0[quarter]);
        }
        words[quarter * WIDTH..][..WIDTH].copy_from_slice(&transposed(rows));
    }
    words
}

/// Four big-endian words of one stream.
#[inline]
#[target_feature(enable = "sse2")]
fn load(bytes: &[u8; 16]) -> Words {
    let (words, _) = bytes.as_chunks::<4>();
    of_lanes(std::array::from_fn(|at| u32::from_be_bytes(words[at])))
}

/// Of four words of each stream, each word of the four streams.
#[inline]
#[target_feature(enable = "sse2")]
fn transposed([a, b, c, d]: [Words; WIDTH]) -> [Words; WIDTH] {
    let (ab01, ab23) = (_mm_unpacklo_epi32(a, b), _mm_unpackhi_epi32(a, b));
    let (cd01, cd23) = (_mm_unpacklo_epi32(c, d), _mm_unpackhi_epi32(c, d));
    [
        _mm_unpacklo_epi64(ab01, cd01),
        _mm_unpackhi_epi64(ab01, cd01),
        _mm_unpacklo_epi64(ab23, cd23),
        _mm_unpackhi_epi64(ab23, cd23),
    ]
}

#[inline]
#[target_feature(enable = "sse2")]
fn add(a: Words, b: Words) -> Words {
    _mm_add_epi32(a, b)
}

#[inline]
#[target_feature(enable = "sse2")]
fn xor3(a: Words, b: Words, c: Words) -> Words {
    _mm_xor_si128(_mm_xor_si128(a, b), c)
}

#[inline]
#[target_feature(enable = "sse2")]
fn choice(e: Words, f: Words, g: Words) -> Words {
    _mm_xor_si128(g, _mm_and_si128(e, _mm_xor_si128(f, g)))
}

#[inline]
#[target_feature(enable = "sse2")]
fn majority(a: Words, b: Words, c: Words) -> Words {
    _mm_or_si128(_mm_and_si128(a, b), _mm_and_si128(c, _mm_or_si128(a, b)))
}

#[inline]
#[target_feature(enable = "sse2")]
fn shift<const BY: i32>(words: Words) -> Words {
    _mm_srli_epi32::<BY>(words)
}

#[inline]
#[target_feature(enable = "sse2")]
fn rotate<const BY: i32>(words: Words) -> Words {
    _mm_or_si128(_mm_srl_epi32(words, _mm_cvtsi32_si128(BY)), _mm_sll_epi32(words, _mm_cvtsi32_si128(32 - BY)))
}
