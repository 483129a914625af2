//! Every number of lanes, every length, every end: what `sha2` gives.

use proptest::prelude::*;
use sealbag_lanes::{Backend, Part, Stream, advance, digests};
use sha2::{Digest, Sha256};

#[test]
fn the_fastest_is_the_first_and_the_last_is_everywhere() {
    let all: Vec<Backend> = Backend::all().collect();
    assert_eq!(all.first(), Some(&Backend::of_this_machine()));
    assert_eq!(all.last(), Some(&Backend::one_by_one()));
    #[cfg(target_arch = "x86_64")]
    assert!(all.len() > 1, "vectors are in every processor of this kind");
}

#[test]
fn each_way_has_a_name_and_takes_so_many_streams_at_once() {
    for backend in Backend::all() {
        let width = match backend.name() {
            "AVX-512, SHA instructions" | "AVX-512" => 16,
            "AVX2" => 8,
            "vectors of four" | "SHA instructions" => 4,
            "sha2" => 1,
            name => panic!("{name:?} is a new way: how many streams does it take?"),
        };
        assert_eq!(backend.width(), width, "{}", backend.name());
    }
}

fn bytes(length: usize, seed: usize) -> Vec<u8> {
    (0..length).map(|at| (at * 131 + seed * 29 + at / 251) as u8).collect()
}

fn expected(messages: &[Vec<u8>]) -> Vec<[u8; 32]> {
    messages.iter().map(|message| Sha256::digest(message).into()).collect()
}

fn together(backend: Backend, messages: &[Vec<u8>]) -> Vec<[u8; 32]> {
    let mut streams = vec![Stream::new(); messages.len()];
    let parts = streams.iter_mut().zip(messages).map(|(stream, bytes)| Part { stream, bytes, is_last: true });
    advance(backend, &mut parts.collect::<Vec<_>>())
}

#[test]
fn every_length_to_a_thousand_in_every_number_of_lanes() {
    for backend in Backend::all() {
        for lanes in (1..=9).chain([15, 16, 17, 33]) {
            for length in (0..=1000).step_by(if lanes == 4 || lanes == 16 { 1 } else { 7 }) {
                let messages: Vec<_> = (0..lanes).map(|lane| bytes(length, lane)).collect();
                assert_eq!(together(backend, &messages), expected(&messages), "{lanes} lanes of {length} bytes");
            }
        }
    }
}

#[test]
fn nothing_is_nothing() {
    assert!(digests(&[]).is_empty());
    for backend in Backend::all() {
        assert!(advance(backend, &mut []).is_empty());
    }
}

#[test]
#[should_panic(expected = "only the last part")]
fn a_part_that_ends_inside_a_block_and_is_not_the_last_is_a_fault_of_the_caller() {
    let mut stream = Stream::new();
    advance(Backend::one_by_one(), &mut [Part { stream: &mut stream, bytes: b"abc", is_last: false }]);
}

proptest! {
    #[test]
    fn uneven_messages(lengths in prop::collection::vec(0..5000_usize, 0..40)) {
        let messages: Vec<_> = lengths.iter().enumerate().map(|(seed, length)| bytes(*length, seed)).collect();
        for backend in Backend::all() {
            prop_assert_eq!(together(backend, &messages), expected(&messages));
        }
    }

    #[test]
    fn streams_in_uneven_parts(blocks in prop::collection::vec(prop::collection::vec(0..20_usize, 1..5), 1..30), end in 0..200_usize) {
        for backend in Backend::all() {
            let mut streams = vec![Stream::new(); blocks.len()];
            let whole: Vec<Vec<u8>> = blocks
                .iter()
                .enumerate()
                .map(|(seed, parts)| bytes(parts.iter().sum::<usize>() * 64 + end, seed))
                .collect();
            let mut done = vec![0; blocks.len()];
            // As many rounds as the longest has parts; who has none left takes an empty one.
            for round in 0..5 {
                let lengths: Vec<_> = blocks.iter().map(|parts| parts.get(round).map_or(0, |count| count * 64)).collect();
                let parts = streams.iter_mut().enumerate().map(|(which, stream)| {
                    let from = done[which];
                    Part { stream, bytes: &whole[which][from..from + lengths[which]], is_last: false }
                });
                advance(backend, &mut parts.collect::<Vec<_>>());
                done.iter_mut().zip(lengths).for_each(|(done, length)| *done += length);
            }
            let parts = streams.iter_mut().enumerate().map(|(which, stream)| {
                Part { stream, bytes: &whole[which][done[which]..], is_last: true }
            });
            let found = advance(backend, &mut parts.collect::<Vec<_>>());
            prop_assert_eq!(found, expected(&whole));
        }
    }
}
