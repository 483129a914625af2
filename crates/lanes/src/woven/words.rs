//! The words of SHA-256's rounds (FIPS 180-4, 6.2.2, step 1), ready before the rounds need them.

use super::PART;
use crate::{BLOCK, K};

/// Blocks of two streams whose words are made side by side, as many of each.
pub(super) const BLOCKS: usize = 16;

/// What the rounds take, constants added: four words of a block of each stream, and of the block that comes four later;
/// sixteen times, for four blocks in order.
#[derive(Default)]
#[repr(C, align(64))]
pub(super) struct Words([[[[[u32; 4]; 2]; 2]; 16]; 4]);

impl Words {
    /// Those of the first blocks of two streams.
    pub(super) fn of(streams: [&[u8; PART]; 2]) -> Self {
        let [first, second] = streams.map(|stream| stream.as_chunks::<BLOCK>().0);
        let mut words = [[0_u32; BLOCKS]; 64];
        for (at, word) in words.iter_mut().enumerate().take(16) {
            for (pair, blocks) in word.as_chunks_mut::<2>().0.iter_mut().zip(first.iter().zip(second)) {
                *pair = [blocks.0, blocks.1].map(|block| u32::from_be_bytes(block.as_chunks().0[at]));
            }
        }
        for at in 16..64 {
            let [before16, before15, before7, before2] = [16, 15, 7, 2].map(|by| words[at - by]);
            for lane in 0..BLOCKS {
                let (w15, w2) = (before15[lane], before2[lane]);
                let sigma0 = w15.rotate_right(7) ^ w15.rotate_right(18) ^ (w15 >> 3);
                let sigma1 = w2.rotate_right(17) ^ w2.rotate_right(19) ^ (w2 >> 10);
                words[at][lane] = sigma1.wrapping_add(before7[lane]).wrapping_add(sigma0).wrapping_add(before16[lane]);
            }
        }
        let mut ready = Self::default();
        for (at, word) in words.iter().enumerate() {
            for (block, pair) in word.as_chunks::<2>().0.iter().enumerate() {
                let streams = &mut ready.0[block % 4][at / 4][block / 4];
                for (stream, word) in streams.iter_mut().zip(pair) {
                    stream[at % 4] = word.wrapping_add(K[at / 4][at % 4]);
                }
            }
        }
        ready
    }
}
