//! Four words at a time with SSE2, which every processor of this kind has.

use std::arch::x86_64::*;

/// The same word of four streams.
pub(crate) type Four = __m128i;

#[inline]
#[target_feature(enable = "sse2")]
pub(crate) fn same(word: u32) -> Four {
    _mm_set1_epi32(word.cast_signed())
}

#[inline]
#[target_feature(enable = "sse2")]
pub(crate) fn of_lanes(words: [u32; 4]) -> Four {
    let [a, b, c, d] = words.map(u32::cast_signed);
    _mm_set_epi32(d, c, b, a)
}

#[inline]
#[target_feature(enable = "sse2")]
pub(crate) fn keep(words: Four) -> [u32; 4] {
    [
        _mm_cvtsi128_si32(words),
        _mm_cvtsi128_si32(_mm_shuffle_epi32::<1>(words)),
        _mm_cvtsi128_si32(_mm_shuffle_epi32::<2>(words)),
        _mm_cvtsi128_si32(_mm_shuffle_epi32::<3>(words)),
    ]
    .map(i32::cast_unsigned)
}

/// Four big-endian words of one stream.
#[inline]
#[target_feature(enable = "sse2")]
pub(crate) fn load(bytes: &[u8; 16]) -> Four {
    let (words, _) = bytes.as_chunks::<4>();
    of_lanes(std::array::from_fn(|at| u32::from_be_bytes(words[at])))
}

/// Of four words of each stream, each word of the four streams.
#[inline]
#[target_feature(enable = "sse2")]
pub(crate) fn transposed([a, b, c, d]: [Four; 4]) -> [Four; 4] {
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
pub(crate) fn add(a: Four, b: Four) -> Four {
    _mm_add_epi32(a, b)
}

#[inline]
#[target_feature(enable = "sse2")]
pub(crate) fn and(a: Four, b: Four) -> Four {
    _mm_and_si128(a, b)
}

#[inline]
#[target_feature(enable = "sse2")]
pub(crate) fn xor(a: Four, b: Four) -> Four {
    _mm_xor_si128(a, b)
}

#[inline]
#[target_feature(enable = "sse2")]
pub(crate) fn shift<const BY: i32>(words: Four) -> Four {
    _mm_srli_epi32::<BY>(words)
}

#[inline]
#[target_feature(enable = "sse2")]
pub(crate) fn rotate<const BY: i32>(words: Four) -> Four {
    _mm_or_si128(_mm_srl_epi32(words, _mm_cvtsi32_si128(BY)), _mm_sll_epi32(words, _mm_cvtsi32_si128(32 - BY)))
}
