//! Every length and number of messages: what the crate `blake3` gives.

use proptest::prelude::*;
use sealbag_lanes::Blake3;

fn bytes(length: usize, seed: usize) -> Vec<u8> {
    (0..length).map(|at| (at * 131 + seed * 29 + at / 251) as u8).collect()
}

fn compare(messages: &[Vec<u8>]) {
    let messages: Vec<&[u8]> = messages.iter().map(Vec::as_slice).collect();
    let expected: Vec<[u8; 32]> = messages.iter().map(|message| blake3::hash(message).into()).collect();
    for way in Blake3::all() {
        let lengths: Vec<usize> = messages.iter().map(|message| message.len()).collect();
        assert_eq!(way.digests(&messages), expected, "{} of {lengths:?}", way.name());
    }
}

#[test]
fn the_fastest_is_the_first_and_the_last_is_everywhere() {
    let names: Vec<_> = Blake3::all().map(Blake3::name).collect();
    assert_eq!(names.first(), Some(&Blake3::of_this_machine().name()));
    assert_eq!(names.last(), Some(&"blake3"));
    #[cfg(target_arch = "x86_64")]
    if is_x86_feature_detected!("avx512f")
        && is_x86_feature_detected!("avx512bw")
        && is_x86_feature_detected!("avx512vl")
    {
        assert_eq!(names, ["AVX-512", "blake3"]);
    }
}

#[test]
fn every_length_to_four_parts() {
    for lengths in (0..=4200).collect::<Vec<_>>().chunks(37) {
        compare(&lengths.iter().map(|&length| bytes(length, length)).collect::<Vec<_>>());
    }
}

#[test]
fn trees_of_every_shape() {
    let shapes = (1..=70).flat_map(|parts| [parts * 1024 - 1, parts * 1024, parts * 1024 + 1]);
    let messages: Vec<_> = shapes.map(|length| bytes(length, length)).collect();
    compare(&messages);
    messages.iter().for_each(|message| compare(std::slice::from_ref(message)));
}

#[test]
fn nothing_is_nothing() {
    compare(&[]);
    compare(&[Vec::new()]);
}

proptest! {
    #[test]
    fn uneven_messages(lengths in prop::collection::vec(prop_oneof![0..3000_usize, 0..140_000_usize], 0..40)) {
        compare(&lengths.iter().enumerate().map(|(seed, length)| bytes(*length, seed)).collect::<Vec<_>>());
    }
}
