//! SHA-NI (Intel SDM, vol. 2, SHA256RNDS2, SHA256MSG1, SHA256MSG2), the lanes' rounds beside each other.

use std::arch::x86_64::*;

use crate::BLOCK;
use crate::K;

/// The constants as the instructions take them.
const SIGNED_K: [[i32; 4]; 16] = {
    let mut signed = [[0; 4]; 16];
    let mut at = 0;
    while at < 64 {
        signed[at / 4][at % 4] = K[at / 4][at % 4].cast_signed();
        at += 1;
    }
    signed
};

/// True if the processor has the instructions.
pub(crate) fn is_supported() -> bool {
    is_x86_feature_detected!("sha") && is_x86_feature_detected!("sse4.1") && is_x86_feature_detected!("ssse3")
}

/// Four words of the message, each big-endian in the block.
#[inline]
#[target_feature(enable = "sha,sse2,ssse3,sse4.1")]
fn words(block: &[u8; BLOCK], group: usize) -> __m128i {
    let (halves, _) = block.as_chunks::<8>();
    let low = i64::from_le_bytes(halves[group * 2]);
    let high = i64::from_le_bytes(halves[group * 2 + 1]);
    let swap = _mm_set_epi64x(0x0c0d_0e0f_0809_0a0b, 0x0405_0607_0001_0203);
    _mm_shuffle_epi8(_mm_set_epi64x(high, low), swap)
}

/// Advances every state over as many blocks; all lanes have the same number of them.
#[expect(clippy::needless_range_loop, reason = "the lanes' blocks are counted together")]
#[target_feature(enable = "sha,sse2,ssse3,sse4.1")]
pub(crate) fn compress<const N: usize>(states: &mut [[u32; 8]; N], blocks: [&[[u8; BLOCK]]; N]) {
    let count = blocks[0].len();
    assert!(blocks.iter().all(|lane| lane.len() == count));
    let zero = _mm_setzero_si128();
    let (mut abef, mut cdgh) = ([zero; N], [zero; N]);
    for lane in 0..N {
        let word = states[lane].map(u32::cast_signed);
        let [a, b, c, d, e, f, g, h] = word;
        abef[lane] = _mm_set_epi32(a, b, e, f);
        cdgh[lane] = _mm_set_epi32(c, d, g, h);
    }
    for at in 0..count {
        let (abef_before, cdgh_before) = (abef, cdgh);
        let mut message = [[zero; 4]; N];
        for group in 0..16 {
            let [k0, k1, k2, k3] = SIGNED_K[group];
            let k = _mm_set_epi32(k3, k2, k1, k0);
            for lane in 0..N {
                let m = &mut message[lane];
                if group < 4 {
                    m[group] = words(&blocks[lane][at], group);
                } else {
                    // The schedule's next four words from the last sixteen.
                    let (w16, w12, w8, w4) = (m[group % 4], m[(group + 1) % 4], m[(group + 2) % 4], m[(group + 3) % 4]);
                    let sum = _mm_add_epi32(_mm_sha256msg1_epu32(w16, w12), _mm_alignr_epi8::<4>(w4, w8));
                    m[group % 4] = _mm_sha256msg2_epu32(sum, w4);
                }
                let wk = _mm_add_epi32(m[group % 4], k);
                cdgh[lane] = _mm_sha256rnds2_epu32(cdgh[lane], abef[lane], wk);
                abef[lane] = _mm_sha256rnds2_epu32(abef[lane], cdgh[lane], _mm_shuffle_epi32::<0x0e>(wk));
            }
        }
        for lane in 0..N {
            abef[lane] = _mm_add_epi32(abef[lane], abef_before[lane]);
            cdgh[lane] = _mm_add_epi32(cdgh[lane], cdgh_before[lane]);
        }
    }
    for lane in 0..N {
        let upper = [
            _mm_extract_epi32::<3>(abef[lane]),
            _mm_extract_epi32::<2>(abef[lane]),
            _mm_extract_epi32::<3>(cdgh[lane]),
            _mm_extract_epi32::<2>(cdgh[lane]),
            _mm_extract_epi32::<1>(abef[lane]),
            _mm_extract_epi32::<0>(abef[lane]),
            _mm_extract_epi32::<1>(cdgh[lane]),
            _mm_extract_epi32::<0>(cdgh[lane]),
        ];
        states[lane] = upper.map(i32::cast_unsigned);
    }
}
