//! SHA-256 by instructions that know nothing of it (FIPS 180-4, 6.2.2): each vector holds the same word of as many streams as
//! it has places. A kind of vector says how words are added, turned and chosen; the rounds are the same for all but the longest,
//! for which they are assembly.

#[cfg(target_arch = "x86_64")]
pub(crate) mod avx2;
#[cfg(target_arch = "x86_64")]
pub(crate) mod avx512;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub(crate) mod simd128;
#[cfg(target_arch = "x86_64")]
#[expect(unsafe_code, reason = "assembly for certain processors")]
mod sixteen;
#[cfg(target_arch = "x86_64")]
pub(crate) mod sse2;

/// `compress`, in the words of the module that calls it. Nothing is handed to closures for each block: what a closure is handed to has not
/// the instructions, and would take vectors from memory.
macro_rules! rounds {
    ($($features:literal)?) => {
        /// Advances every stream over as many blocks; all have the same number of them. A state is a word of each stream,
        /// eight times.
        $(#[target_feature(enable = $features)])?
        pub(crate) fn compress(states: &mut [[u32; WIDTH]; 8], blocks: [&[[u8; crate::BLOCK]]; WIDTH]) {
            let count = blocks[0].len();
            let blocks = blocks.map(|lane| &lane[..count]);
            let mut state = [same(0); 8];
            for (state, words) in state.iter_mut().zip(*states) {
                *state = of_lanes(words);
            }
            let mut now = [&[0; crate::BLOCK]; WIDTH];
            for at in 0..count {
                for (block, lane) in now.iter_mut().zip(blocks) {
                    *block = &lane[at];
                }
                state = after_block(state, message(now));
            }
            for (words, state) in states.iter_mut().zip(state) {
                *words = keep(state);
            }
        }

        /// One block of each stream.
        #[inline]
        $(#[target_feature(enable = $features)])?
        fn after_block(before: [Words; 8], mut message: [Words; 16]) -> [Words; 8] {
            let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = before;
            for sixteen in 0..4 {
                for at in 0..16 {
                    if sixteen > 0 {
                        let (w15, w2) = (message[(at + 1) % 16], message[(at + 14) % 16]);
                        let s0 = xor3(rotate::<7>(w15), rotate::<18>(w15), shift::<3>(w15));
                        let s1 = xor3(rotate::<17>(w2), rotate::<19>(w2), shift::<10>(w2));
                        message[at] = add(add(message[at], s0), add(message[(at + 9) % 16], s1));
                    }
                    let k = same(crate::K[sixteen * 4 + at / 4][at % 4]);
                    let sum1 = xor3(rotate::<6>(e), rotate::<11>(e), rotate::<25>(e));
                    let t1 = add(add(add(h, k), message[at]), add(sum1, choice(e, f, g)));
                    let sum0 = xor3(rotate::<2>(a), rotate::<13>(a), rotate::<22>(a));
                    let t2 = add(sum0, majority(a, b, c));
                    (h, g, f, e) = (g, f, e, add(d, t1));
                    (d, c, b, a) = (c, b, a, add(t1, t2));
                }
            }
            let mut after = [a, b, c, d, e, f, g, h];
            for (after, before) in after.iter_mut().zip(before) {
                *after = add(*after, before);
            }
            after
        }
    };
}
use rounds;
