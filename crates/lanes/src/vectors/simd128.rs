//! Four streams in WebAssembly (fixed-width SIMD of WebAssembly 2.0).

use std::arch::wasm32::*;

use crate::BLOCK;

/// Streams side by side.
pub(crate) const WIDTH: usize = 4;

type Words = v128;

super::rounds!();

#[inline(always)]
fn same(word: u32) -> Words {
    u32x4_splat(word)
}

#[inline(always)]
fn of_lanes([a, b, c, d]: [u32; WIDTH]) -> Words {
    u32x4(a, b, c, d)
}

#[inline(always)]
fn keep(words: Words) -> [u32; WIDTH] {
    [
        u32x4_extract_lane::<0>(words),
        u32x4_extract_lane::<1>(words),
        u32x4_extract_lane::<2>(words),
        u32x4_extract_lane::<3>(words),
    ]
}

/// The sixteen words of each block, which are big-endian there.
#[inline(always)]
fn message(blocks: [&[u8; BLOCK]; WIDTH]) -> [Words; 16] {
    let mut words = [same(0); 16];
    for quarter in 0..4 {
        let rows = transposed(blocks.map(|block| load(&block.as_chunks::<16>().0[quarter])));
        words[quarter * WIDTH..][..WIDTH].copy_from_slice(&rows);
    }
    words
}

/// Four big-endian words of one stream.
#[inline(always)]
fn load(bytes: &[u8; 16]) -> Words {
    let ([low, high], _) = bytes.as_chunks::<8>() else { return same(0) };
    let words = u64x2(u64::from_le_bytes(*low), u64::from_le_bytes(*high));
    i8x16_shuffle::<3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12>(words, words)
}

/// Of four words of each stream, each word of the four streams.
#[inline(always)]
fn transposed([a, b, c, d]: [Words; WIDTH]) -> [Words; WIDTH] {
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
fn add(a: Words, b: Words) -> Words {
    i32x4_add(a, b)
}

#[inline(always)]
fn xor3(a: Words, b: Words, c: Words) -> Words {
    v128_xor(v128_xor(a, b), c)
}

#[inline(always)]
fn choice(e: Words, f: Words, g: Words) -> Words {
    v128_bitselect(f, g, e)
}

#[inline(always)]
fn majority(a: Words, b: Words, c: Words) -> Words {
    v128_or(v128_and(a, b), v128_and(c, v128_or(a, b)))
}

#[inline(always)]
fn shift<const BY: u32>(words: Words) -> Words {
    u32x4_shr(words, BY)
}

#[inline(always)]
fn rotate<const BY: u32>(words: Words) -> Words {
    v128_or(u32x4_shr(words, BY), i32x4_shl(words, 32 - BY))
}
