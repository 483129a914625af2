//! Sixteen nodes at a time: each vector holds the same word of all of them.

use std::arch::x86_64::*;

use super::trees::{CHUNK, CHUNK_END, CHUNK_START, Leaf, ROOT, START, VALUE};
use crate::BLOCK;
use crate::vectors::avx512::{WIDTH, Words, add, keep, little_endian, of_lanes, rotate, same, transposed, xor};

/// Blocks of a whole leaf.
const BLOCKS: usize = CHUNK / BLOCK;

/// Which word of the message each half of a mixing takes, round by round (BLAKE3, 2.2, table 2).
const SCHEDULE: [[usize; 16]; 7] = {
    const PERMUTATION: [usize; 16] = [2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8];
    let mut schedule = [[0; 16]; 7];
    let mut at = 0;
    while at < 16 {
        schedule[0][at] = at;
        at += 1;
    }
    let mut round = 1;
    while round < 7 {
        at = 0;
        while at < 16 {
            schedule[round][at] = schedule[round - 1][PERMUTATION[at]];
            at += 1;
        }
        round += 1;
    }
    schedule
};

/// The values of sixteen leaves.
#[target_feature(enable = "avx512f,avx512bw")]
pub(super) fn leaves(leaves: [Leaf<'_>; WIDTH]) -> [[u8; VALUE]; WIDTH] {
    let counter =
        [of_lanes(leaves.map(|leaf| leaf.counter as u32)), of_lanes(leaves.map(|leaf| (leaf.counter >> 32) as u32))];
    let whole = leaves.map(|leaf| leaf.bytes.as_chunks::<BLOCK>().0);
    let is_plain = |(leaf, blocks): (&Leaf<'_>, &&[[u8; BLOCK]])| blocks.len() == BLOCKS && !leaf.is_root;
    by_lane(if leaves.iter().zip(&whole).all(is_plain) {
        plain(whole.map(|blocks| &blocks[..BLOCKS]), counter)
    } else {
        uneven(leaves, counter)
    })
}

/// Leaves of a whole KiB, of messages that have more.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn plain(leaves: [&[[u8; BLOCK]]; WIDTH], counter: [Words; 2]) -> [Words; 8] {
    let mut value = START.map(|word| same(word));
    for at in 0..BLOCKS {
        let words = leaves.map(|blocks| little_endian(&blocks[at]));
        let flags = match at {
            0 => CHUNK_START,
            _ if at + 1 == BLOCKS => CHUNK_END,
            _ => 0,
        };
        value = compress(value, transposed(words), counter, same(BLOCK as u32), same(flags));
    }
    value
}

/// Any leaves.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn uneven(leaves: [Leaf<'_>; WIDTH], counter: [Words; 2]) -> [Words; 8] {
    let blocks = leaves.map(|leaf| leaf.blocks());
    let most = blocks.into_iter().max().unwrap_or(0);
    let mut value = START.map(|word| same(word));
    for at in 0..most {
        let mut padded = [[0; BLOCK]; WIDTH];
        let mut lengths = [BLOCK as u32; WIDTH];
        for (lane, leaf) in leaves.iter().enumerate() {
            let rest = leaf.bytes.get(at * BLOCK..).unwrap_or_default();
            if rest.len() < BLOCK {
                padded[lane][..rest.len()].copy_from_slice(rest);
                lengths[lane] = rest.len() as u32;
            }
        }
        let words = std::array::from_fn(|lane| {
            let whole = leaves[lane].bytes.get(at * BLOCK..).and_then(|rest| rest.first_chunk());
            little_endian(whole.unwrap_or(&padded[lane]))
        });
        let flags = std::array::from_fn(|lane| {
            let start = if at == 0 { CHUNK_START } else { 0 };
            let is_end = at + 1 == blocks[lane];
            let end = if is_end { CHUNK_END } else { 0 };
            let root = if is_end && leaves[lane].is_root { ROOT } else { 0 };
            start | end | root
        });
        let after = compress(value, transposed(words), counter, of_lanes(lengths), of_lanes(flags));
        // Leaves that are over keep their value.
        let goes_on = blocks.iter().enumerate().fold(0, |mask, (lane, &count)| mask | u16::from(at < count) << lane);
        value = std::array::from_fn(|word| _mm512_mask_mov_epi32(value[word], goes_on, after[word]));
    }
    value
}

/// The values of sixteen nodes, each over two.
#[target_feature(enable = "avx512f,avx512bw")]
pub(super) fn parents(pairs: [&[[u8; VALUE]; 2]; WIDTH], flags: [u32; WIDTH]) -> [[u8; VALUE]; WIDTH] {
    let words = pairs.map(|pair| {
        let block = pair.as_flattened().first_chunk();
        little_endian(block.unwrap_or(&[0; BLOCK]))
    });
    let zero = same(0);
    let start = START.map(|word| same(word));
    by_lane(compress(start, transposed(words), [zero, zero], same(BLOCK as u32), of_lanes(flags)))
}

/// Of eight words of all lanes, the bytes of each lane.
#[inline]
#[target_feature(enable = "avx512f")]
fn by_lane(words: [Words; 8]) -> [[u8; VALUE]; WIDTH] {
    let words = words.map(|word| keep(word));
    std::array::from_fn(|lane| {
        let mut value = [0; VALUE];
        let (bytes, _) = value.as_chunks_mut::<4>();
        bytes.iter_mut().zip(words).for_each(|(bytes, word)| *bytes = word[lane].to_le_bytes());
        value
    })
}

/// One block of each lane (2.2).
#[inline]
#[target_feature(enable = "avx512f")]
fn compress(
    before: [Words; 8],
    message: [Words; 16],
    [counter_low, counter_high]: [Words; 2],
    length: Words,
    flags: Words,
) -> [Words; 8] {
    let [a, b, c, d, e, f, g, h] = before;
    let [i, j, k, l] = [START[0], START[1], START[2], START[3]].map(|word| same(word));
    let mut v = [a, b, c, d, e, f, g, h, i, j, k, l, counter_low, counter_high, length, flags];
    for order in SCHEDULE {
        let m = order.map(|at| message[at]);
        mix(&mut v, [0, 4, 8, 12], m[0], m[1]);
        mix(&mut v, [1, 5, 9, 13], m[2], m[3]);
        mix(&mut v, [2, 6, 10, 14], m[4], m[5]);
        mix(&mut v, [3, 7, 11, 15], m[6], m[7]);
        mix(&mut v, [0, 5, 10, 15], m[8], m[9]);
        mix(&mut v, [1, 6, 11, 12], m[10], m[11]);
        mix(&mut v, [2, 7, 8, 13], m[12], m[13]);
        mix(&mut v, [3, 4, 9, 14], m[14], m[15]);
    }
    std::array::from_fn(|word| xor(v[word], v[word + 8]))
}

#[inline]
#[target_feature(enable = "avx512f")]
fn mix(v: &mut [Words; 16], [a, b, c, d]: [usize; 4], first: Words, second: Words) {
    v[a] = add(add(v[a], v[b]), first);
    v[d] = rotate::<16>(xor(v[d], v[a]));
    v[c] = add(v[c], v[d]);
    v[b] = rotate::<12>(xor(v[b], v[c]));
    v[a] = add(add(v[a], v[b]), second);
    v[d] = rotate::<8>(xor(v[d], v[a]));
    v[c] = add(v[c], v[d]);
    v[b] = rotate::<7>(xor(v[b], v[c]));
}
