//! The SHA-256 instructions of ARMv8 (Arm ARM, SHA256H, SHA256H2, SHA256SU0, SHA256SU1), the lanes' rounds beside each other.

use std::arch::aarch64::*;

use crate::BLOCK;
use crate::K;

/// True if the processor has the instructions.
pub(crate) fn is_supported() -> bool {
    std::arch::is_aarch64_feature_detected!("sha2") && std::arch::is_aarch64_feature_detected!("neon")
}

#[inline]
#[target_feature(enable = "neon,sha2")]
fn four(words: [u32; 4]) -> uint32x4_t {
    let pair = |low: u32, high: u32| vcreate_u32(u64::from(high) << 32 | u64::from(low));
    vcombine_u32(pair(words[0], words[1]), pair(words[2], words[3]))
}

/// Four words of the message, each big-endian in the block.
#[inline]
#[target_feature(enable = "neon,sha2")]
fn words(block: &[u8; BLOCK], group: usize) -> uint32x4_t {
    let (halves, _) = block.as_chunks::<8>();
    let half = |at: usize| vcreate_u8(u64::from_le_bytes(halves[at]));
    let bytes = vcombine_u8(half(group * 2), half(group * 2 + 1));
    vreinterpretq_u32_u8(vrev32q_u8(bytes))
}

/// Advances every state over as many blocks; all lanes have the same number of them.
#[expect(clippy::needless_range_loop, reason = "the lanes' blocks are counted together")]
#[target_feature(enable = "neon,sha2")]
pub(crate) fn compress<const N: usize>(states: &mut [[u32; 8]; N], blocks: [&[[u8; BLOCK]]; N]) {
    let count = blocks[0].len();
    assert!(blocks.iter().all(|lane| lane.len() == count));
    let zero = four([0; 4]);
    let (mut abcd, mut efgh) = ([zero; N], [zero; N]);
    for lane in 0..N {
        let [a, b, c, d, e, f, g, h] = states[lane];
        (abcd[lane], efgh[lane]) = (four([a, b, c, d]), four([e, f, g, h]));
    }
    for at in 0..count {
        let (abcd_before, efgh_before) = (abcd, efgh);
        let mut message = [[zero; 4]; N];
        for group in 0..16 {
            let k = four(K[group]);
            for lane in 0..N {
                let m = &mut message[lane];
                if group < 4 {
                    m[group] = words(&blocks[lane][at], group);
                } else {
                    // The schedule's next four words from the last sixteen.
                    let (w16, w12, w8, w4) = (m[group % 4], m[(group + 1) % 4], m[(group + 2) % 4], m[(group + 3) % 4]);
                    m[group % 4] = vsha256su1q_u32(vsha256su0q_u32(w16, w12), w8, w4);
                }
                let wk = vaddq_u32(m[group % 4], k);
                let abcd_now = abcd[lane];
                abcd[lane] = vsha256hq_u32(abcd_now, efgh[lane], wk);
                efgh[lane] = vsha256h2q_u32(efgh[lane], abcd_now, wk);
            }
        }
        for lane in 0..N {
            abcd[lane] = vaddq_u32(abcd[lane], abcd_before[lane]);
            efgh[lane] = vaddq_u32(efgh[lane], efgh_before[lane]);
        }
    }
    for lane in 0..N {
        let word = |half: uint32x4_t| {
            [vgetq_lane_u32::<0>(half), vgetq_lane_u32::<1>(half), vgetq_lane_u32::<2>(half), vgetq_lane_u32::<3>(half)]
        };
        let ([a, b, c, d], [e, f, g, h]) = (word(abcd[lane]), word(efgh[lane]));
        states[lane] = [a, b, c, d, e, f, g, h];
    }
}
