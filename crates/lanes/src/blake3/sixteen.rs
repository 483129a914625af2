//! Sixteen nodes at a time: each vector holds the same word of all of them.
//!
//! Vectors are not handed to closures, as in [`crate::vectors`].

use std::arch::x86_64::*;

use super::trees::{CHUNK, CHUNK_END, CHUNK_START, LEAVES, Leaf, PARENT, ROOT, START, VALUE};
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
    let mut value = start();
    for at in 0..BLOCKS {
        let mut words = [same(0); WIDTH];
        for (words, blocks) in words.iter_mut().zip(&leaves) {
            *words = little_endian(&blocks[at]);
        }
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
    let mut value = start();
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
        let mut words = [same(0); WIDTH];
        for (words, (leaf, padded)) in words.iter_mut().zip(leaves.iter().zip(&padded)) {
            let whole = leaf.bytes.get(at * BLOCK..).and_then(|rest| rest.first_chunk());
            *words = little_endian(whole.unwrap_or(padded));
        }
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
        for (value, after) in value.iter_mut().zip(after) {
            *value = _mm512_mask_mov_epi32(*value, goes_on, after);
        }
    }
    value
}

/// The values of sixteen nodes, each over two.
#[target_feature(enable = "avx512f,avx512bw")]
pub(super) fn parents(pairs: [&[[u8; VALUE]; 2]; WIDTH], flags: [u32; WIDTH]) -> [[u8; VALUE]; WIDTH] {
    let mut words = [same(0); WIDTH];
    for (words, pair) in words.iter_mut().zip(pairs) {
        *words = little_endian(pair.as_flattened().first_chunk().unwrap_or(&[0; BLOCK]));
    }
    let zero = same(0);
    by_lane(compress(start(), transposed(words), [zero, zero], same(BLOCK as u32), of_lanes(flags)))
}

/// The values of sixteen nodes over twice as many.
#[inline]
#[target_feature(enable = "avx512f")]
fn above(left: [Words; 8], right: [Words; 8]) -> [Words; 8] {
    let first = of_lanes(std::array::from_fn(|lane| 2 * lane as u32));
    let second = of_lanes(std::array::from_fn(|lane| 2 * lane as u32 + 1));
    let mut message = [same(0); 16];
    for at in 0..8 {
        message[at] = _mm512_permutex2var_epi32(left[at], first, right[at]);
        message[at + 8] = _mm512_permutex2var_epi32(left[at], second, right[at]);
    }
    let zero = same(0);
    compress(start(), message, [zero, zero], same(BLOCK as u32), same(PARENT))
}

/// What a node without a key starts from.
#[inline]
#[target_feature(enable = "avx512f")]
fn start() -> [Words; 8] {
    let [a, b, c, d, e, f, g, h] = START;
    [same(a), same(b), same(c), same(d), same(e), same(f), same(g), same(h)]
}

/// The topmost nodes over twice as many leaves, of which each row has a word.
#[target_feature(enable = "avx512f")]
pub(super) fn tops(leaves: &[[[u32; LEAVES]; 8]; 2]) -> [[u8; VALUE]; 2] {
    const VECTORS: usize = LEAVES / WIDTH;
    let mut nodes = [[same(0); 8]; 2 * VECTORS];
    for (nodes, rows) in nodes.as_chunks_mut::<VECTORS>().0.iter_mut().zip(leaves) {
        for (word, row) in rows.iter().enumerate() {
            for (node, words) in nodes.iter_mut().zip(row.as_chunks().0) {
                node[word] = of_lanes(*words);
            }
        }
    }
    let mut count = nodes.len();
    while count > 1 {
        count /= 2;
        for at in 0..count {
            nodes[at] = above(nodes[2 * at], nodes[2 * at + 1]);
        }
    }
    // Eight of each are left, side by side.
    let [mut top, ..] = nodes;
    for _ in 0..3 {
        top = above(top, top);
    }
    let words = kept(top);
    [0, 1].map(|lane| of_lane(&words, lane))
}

/// Of eight words of all lanes, the bytes of each lane.
#[inline]
#[target_feature(enable = "avx512f")]
fn by_lane(words: [Words; 8]) -> [[u8; VALUE]; WIDTH] {
    let words = kept(words);
    std::array::from_fn(|lane| of_lane(&words, lane))
}

#[inline]
#[target_feature(enable = "avx512f")]
fn kept(words: [Words; 8]) -> [[u32; WIDTH]; 8] {
    let mut kept = [[0; WIDTH]; 8];
    for (kept, words) in kept.iter_mut().zip(words) {
        *kept = keep(words);
    }
    kept
}

fn of_lane(words: &[[u32; WIDTH]; 8], lane: usize) -> [u8; VALUE] {
    let mut value = [0; VALUE];
    let (bytes, _) = value.as_chunks_mut::<4>();
    bytes.iter_mut().zip(words).for_each(|(bytes, word)| *bytes = word[lane].to_le_bytes());
    value
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
    let [i, j, k, l, ..] = start();
    let mut v = [a, b, c, d, e, f, g, h, i, j, k, l, counter_low, counter_high, length, flags];
    round::<0>(&mut v, &message);
    round::<1>(&mut v, &message);
    round::<2>(&mut v, &message);
    round::<3>(&mut v, &message);
    round::<4>(&mut v, &message);
    round::<5>(&mut v, &message);
    round::<6>(&mut v, &message);
    let mut after = [same(0); 8];
    for word in 0..8 {
        after[word] = xor(v[word], v[word + 8]);
    }
    after
}

/// One round, with the words in an order that is known beforehand: so none of them is looked for.
#[inline]
#[target_feature(enable = "avx512f")]
fn round<const AT: usize>(v: &mut [Words; 16], message: &[Words; 16]) {
    let order = const { SCHEDULE[AT] };
    mix(v, [0, 4, 8, 12], message[order[0]], message[order[1]]);
    mix(v, [1, 5, 9, 13], message[order[2]], message[order[3]]);
    mix(v, [2, 6, 10, 14], message[order[4]], message[order[5]]);
    mix(v, [3, 7, 11, 15], message[order[6]], message[order[7]]);
    mix(v, [0, 5, 10, 15], message[order[8]], message[order[9]]);
    mix(v, [1, 6, 11, 12], message[order[10]], message[order[11]]);
    mix(v, [2, 7, 8, 13], message[order[12]], message[order[13]]);
    mix(v, [3, 4, 9, 14], message[order[14]], message[order[15]]);
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
