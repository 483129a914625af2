//! SHA-256 and BLAKE3 woven into each other: what `sha2` and `blake3` give.

use blake3::hazmat::HasherExt;
use proptest::prelude::*;
use sealbag_lanes::woven::{PART, Woven};
use sealbag_lanes::{Backend, Part, Stream, advance};
use sha2::{Digest, Sha256};

fn bytes(length: usize, seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let next = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as u8
    };
    (0..length).map(next).collect()
}

#[test]
fn it_is_there_wherever_the_instructions_are() {
    #[cfg(target_arch = "x86_64")]
    let are_there = is_x86_feature_detected!("sha")
        && is_x86_feature_detected!("avx512f")
        && is_x86_feature_detected!("avx512bw")
        && is_x86_feature_detected!("avx512vl");
    #[cfg(not(target_arch = "x86_64"))]
    let are_there = false;
    assert_eq!(Woven::of_this_machine().is_some(), are_there);
}

fn part<'a>(stream: &'a mut Stream, bytes: &'a [u8], is_last: bool) -> Part<'a> {
    Part { stream, bytes, is_last }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn both_digests_of_both_streams(
        seed in any::<u64>(),
        parts in 1..4_usize,
        before in 0..70_usize,
        first in 0..1_u64 << 38,
        second in 0..1_u64 << 20,
        shift in 0..64_usize,
    ) {
        let Some(woven) = Woven::of_this_machine() else { return Ok(()) };
        let lengths = before * 64 + parts * PART + shift;
        let streams: Vec<Vec<u8>> = [0, 1].iter().map(|which| bytes(lengths + 64, seed ^ which)).collect();
        // Wherever the bytes lie.
        let contents = [&streams[0][shift..][..lengths], &streams[1][64 - shift..][..lengths]];
        let counters = [first, second].map(|part| part * (PART / 1024) as u64);
        let mut states = [Stream::new(), Stream::new()];
        let [a, b] = &mut states;
        let head = before * 64;
        advance(Backend::of_this_machine(), &mut [part(a, &contents[0][..head], false), part(b, &contents[1][..head], false)]);
        for at in 0..parts {
            let from = head + at * PART;
            let now = contents.map(|content| content[from..].first_chunk().expect("a part"));
            let numbers = counters.map(|counter| counter + (at * PART / 1024) as u64);
            let found = woven.take([a, b], now, numbers);
            for which in 0..2 {
                let mut hasher = blake3::Hasher::new();
                hasher.set_input_offset(numbers[which] * 1024).update(now[which]);
                prop_assert_eq!(found[which], hasher.finalize_non_root(), "stream {}, part {}", which, at);
            }
        }
        let tail = head + parts * PART;
        let found = advance(Backend::one_by_one(), &mut [part(a, &contents[0][tail..], true), part(b, &contents[1][tail..], true)]);
        for which in 0..2 {
            let expected: [u8; 32] = Sha256::digest(contents[which]).into();
            prop_assert_eq!(found[which], expected, "stream {}", which);
        }
    }
}
