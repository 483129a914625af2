//! Four words at a time in WebAssembly (fixed-width SIMD of WebAssembly 2.0).

use std::arch::wasm32::*;

/// The same word of four streams.
pub(crate) type Four = v128;

#[inline(always)]
pub(crate) fn same(word: u32) -> Four {
    u32x4_splat(word)
}

#[inline(always)]
pub(crate) fn of_lanes([a, b, c, d]: [u32; 4]) -> Four {
    u32x4(a, b, c, d)
}

#[inline(always)]
pub(crate) fn keep(words: Four) -> [u32; 4] {
    [
        u32x4_extract_lane::<0>(words),
        u32x4_extract_lane::<1>(words),
        u32x4_extract_lane::<2>(words),
        u32x4_extract_lane::<3>(words),
    ]
}

/// Four big-endian words of one stream.
#[inline(always)]
pub(crate) fn load(bytes: &[u8; 16]) -> Four {
    let ([low, high], _) = bytes.as_chunks::<8>() else { return same(0) };
    let words = u64x2(u64::from_le_bytes(*low), u64::from_le_bytes(*high));
    i8x16_shuffle::<3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12>(words, words)
}

/// Of four words of each stream, each word of the four streams.
#[inline(always)]
pub(crate) fn transposed([a, b, c, d]: [Four; 4]) -> [Four; 4] {
    let (ab01, ab23) = (i32x4_shuffle::<0, 4, 1, 5>(a, b), i32x4_shuffle::<2, 6, 3, 7>(a, b));
    let (cd01, cd23) = (i32x4_shuffle::<0, 4, 1, 5>(c, d), i32x4_shuffle::<2, 6, 3, 7>(c, d));
    [
        i64x2_shuffle::<0, 2>(ab01, cd01),
        i64x2_shuffle::<1, 3>(ab01, cd01),
        i64x2_shuffle::<0, 2>(ab23, cd23),
        i64x2_shuffle::<1, 3>(ab23, cd23),
    ]
}

#[inline(always)]
pub(crate) fn add(a: Four, b: Four) -> Four {
    i32x4_add(a, b)
}

#[inline(always)]
pub(crate) fn and(a: Four, b: Four) -> Four {
    v128_and(a, b)
}

#[inline(always)]
pub(crate) fn xor(a: Four, b: Four) -> Four {
    v128_xor(a, b)
}

#[inline(always)]
pub(crate) fn shift<const BY: u32>(words: Four) -> Four {
    u32x4_shr(words, BY)
}

#[inline(always)]
pub(crate) fn rotate<const BY: u32>(words: Four) -> Four {
    v128_or(u32x4_shr(words, BY), i32x4_shl(words, 32 - BY))
}
