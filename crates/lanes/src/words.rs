//! SHA-256 by instructions that know nothing of it (FIPS 180-4, 6.2.2): each vector holds the same word of four streams. For
//! WebAssembly, and for processors without instructions of their own.

#[cfg(target_arch = "wasm32")]
use crate::four_wasm as four;
#[cfg(target_arch = "x86_64")]
use crate::four_x86 as four;
use four::{Four, add, and, keep, load, of_lanes, rotate, same, shift, transposed, xor};

use crate::BLOCK;
use crate::backend::K;

/// Streams of one vector.
const WIDTH: usize = 4;

/// Advances every state over as many blocks; all lanes have the same number of them. Vectors that are not filled take the
/// last lane again.
#[cfg_attr(target_arch = "x86_64", target_feature(enable = "sse2"))]
pub(crate) fn compress<const N: usize>(states: &mut [[u32; 8]; N], blocks: [&[[u8; BLOCK]]; N]) {
    let lane_of = |place: usize| place.min(N - 1);
    let count = blocks[0].len();
    let lanes: [&[[u8; BLOCK]]; WIDTH] = std::array::from_fn(|place| &blocks[lane_of(place)][..count]);
    let mut state: [Four; 8] =
        std::array::from_fn(|word| of_lanes(std::array::from_fn(|place| states[lane_of(place)][word])));
    for at in 0..count {
        state = round_of_block(state, lanes.map(|lane| &lane[at]));
    }
    let words = state.map(|word| keep(word));
    for (lane, state) in states.iter_mut().enumerate() {
        *state = words.map(|word| word[lane]);
    }
}

/// One block of each stream.
#[inline]
#[cfg_attr(target_arch = "x86_64", target_feature(enable = "sse2"))]
fn round_of_block(before: [Four; 8], blocks: [&[u8; BLOCK]; WIDTH]) -> [Four; 8] {
    let mut message = message(blocks);
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = before;
    let mut b_or_c = xor(b, c);
    for sixteen in 0..4 {
        for at in 0..16 {
            if sixteen > 0 {
                let (w15, w2) = (message[(at + 1) % 16], message[(at + 14) % 16]);
                let s0 = xor(xor(rotate::<7>(w15), rotate::<18>(w15)), shift::<3>(w15));
                let s1 = xor(xor(rotate::<17>(w2), rotate::<19>(w2)), shift::<10>(w2));
                message[at] = add(add(message[at], s0), add(message[(at + 9) % 16], s1));
            }
            let k = same(K[sixteen * 4 + at / 4][at % 4]);
            let sum1 = xor(xor(rotate::<6>(e), rotate::<11>(e)), rotate::<25>(e));
            let choice = xor(g, and(e, xor(f, g)));
            let t1 = add(add(add(h, k), add(sum1, choice)), message[at]);
            let sum0 = xor(xor(rotate::<2>(a), rotate::<13>(a)), rotate::<22>(a));
            // What differs between the first two words is asked for again a round later, between the second and the third.
            let a_or_b = xor(a, b);
            let majority = xor(b, and(a_or_b, b_or_c));
            b_or_c = a_or_b;
            (h, g, f, e) = (g, f, e, add(d, t1));
            (d, c, b, a) = (c, b, a, add(t1, add(sum0, majority)));
        }
    }
    let after = [a, b, c, d, e, f, g, h];
    std::array::from_fn(|word| add(before[word], after[word]))
}

/// The sixteen words of each block, which are big-endian there.
#[inline]
#[cfg_attr(target_arch = "x86_64", target_feature(enable = "sse2"))]
fn message(blocks: [&[u8; BLOCK]; WIDTH]) -> [Four; 16] {
    let mut words = [same(0); 16];
    for quarter in 0..4 {
        let rows = transposed(blocks.map(|block| load(&block.as_chunks::<16>().0[quarter])));
        words[quarter * 4..][..4].copy_from_slice(&rows);
    }
    words
}
