//! With SHA and AVX-512.

use std::sync::OnceLock;

use super::PART;
use super::step::step;
use super::words::{BLOCKS, Words};
use crate::blake3::trees::{CHUNK, CHUNK_END, CHUNK_START, START, Trees, VALUE};
use crate::vectors::avx512::SWAP;
use crate::{BLOCK, K, Stream, trial};

/// Leaves of BLAKE3 side by side.
const LEAVES: usize = 16;
/// Bytes of each stream that a step takes.
const STEP: usize = BLOCKS / 2 * BLOCK;

/// Where the processor has SHA and AVX-512.
#[derive(Clone, Copy, Debug)]
pub struct Woven {
    trees: Trees,
}

/// What a step works on. Assembly reads it by the places of its parts.
#[repr(C, align(64))]
pub(super) struct Context {
    /// ABEF and CDGH of both streams.
    pub(super) states: [[u32; 4]; 4],
    /// The values of the leaves so far: eight words, each of all of them.
    pub(super) value: [[u32; LEAVES]; 8],
    /// What the other half of the state starts from: constants, the number of the leaf, the length of a block, what it is.
    pub(super) start: [[u32; LEAVES]; 4],
    pub(super) counter: [[u32; LEAVES]; 2],
    pub(super) length: [u32; LEAVES],
    pub(super) flags: [u32; LEAVES],
    pub(super) message: [[u32; LEAVES]; 16],
    /// Those that later words of SHA-256 come from, of all blocks side by side.
    pub(super) words: [[u32; BLOCKS]; 49],
    /// The order of bytes that makes big-endian words of a message, four times.
    pub(super) swap: [[u8; 16]; 4],
    pub(super) constants: [[u32; 4]; 16],
}

impl Woven {
    /// If this processor has the instructions, and they give what `sha2` and `blake3` give.
    pub fn of_this_machine() -> Option<Self> {
        static FOUND: OnceLock<Option<Woven>> = OnceLock::new();
        *FOUND.get_or_init(|| Self::untried().filter(|woven| trial::woven(*woven)))
    }

    fn untried() -> Option<Self> {
        Trees::of_this_machine().filter(|_| crate::instructions::is_supported()).map(|trees| Self { trees })
    }

    /// Takes a part of two streams, and returns for each the value of the subtree over its leaves, of which the first has this
    /// number.
    pub fn take(self, streams: [&mut Stream; 2], parts: [&[u8; PART]; 2], counters: [u64; 2]) -> [[u8; VALUE]; 2] {
        let [first, second] = streams;
        let mut context = Context {
            states: [[0; 4]; 4],
            value: [[0; LEAVES]; 8],
            start: std::array::from_fn(|at| [START[at]; LEAVES]),
            counter: [[0; LEAVES]; 2],
            length: [BLOCK as u32; LEAVES],
            flags: [0; LEAVES],
            message: [[0; LEAVES]; 16],
            words: [[0; BLOCKS]; 49],
            swap: [SWAP; 4],
            constants: K,
        };
        let [abef, cdgh] = as_taken(first.state);
        let [others_abef, others_cdgh] = as_taken(second.state);
        context.states = [abef, cdgh, others_abef, others_cdgh];
        let mut values = [[[0; PART / CHUNK]; 8]; 2];
        let (mut ready, mut next) = (&mut Words::of(parts), &mut Words::default());
        let mut taken = 0;
        for from in (0..PART).step_by(LEAVES * CHUNK) {
            for (which, values) in values.iter_mut().enumerate() {
                let leaves = &parts[which][from..from + LEAVES * CHUNK];
                let counter = counters[which] + (from / CHUNK) as u64;
                context.begin(counter);
                for at in (0..CHUNK).step_by(BLOCK) {
                    let start = if at == 0 { CHUNK_START } else { 0 };
                    let end = if at + BLOCK == CHUNK { CHUNK_END } else { 0 };
                    context.flags = [start | end; LEAVES];
                    // Nothing comes behind the last blocks: they are taken for it.
                    taken = (taken + STEP).min(PART - STEP);
                    self.step(parts.map(|part| &part[taken..]), &leaves[at..], &mut context, ready, next);
                    (ready, next) = (next, ready);
                }
                for (row, word) in values.iter_mut().zip(context.value) {
                    row[from / CHUNK..][..LEAVES].copy_from_slice(&word);
                }
            }
        }
        let [abef, cdgh, others_abef, others_cdgh] = context.states;
        first.state = as_kept([abef, cdgh]);
        second.state = as_kept([others_abef, others_cdgh]);
        first.length += PART as u64;
        second.length += PART as u64;
        self.trees.tops(&values)
    }

    #[expect(unsafe_code, reason = "assembly for certain processors")]
    fn step(self, following: [&[u8]; 2], leaf: &[u8], context: &mut Context, ready: &Words, next: &mut Words) {
        assert!(following.iter().all(|stream| stream.len() >= STEP));
        assert!(leaf.len() >= (LEAVES - 1) * CHUNK + BLOCK);
        // SAFETY: a `Woven` is made only where the processor has the instructions; the lengths were looked at.
        unsafe { step(following[0].as_ptr(), following[1].as_ptr(), leaf.as_ptr(), context, ready, next) }
    }
}

impl Context {
    /// The next eight leaves, of which the first has this number.
    fn begin(&mut self, counter: u64) {
        let numbers: [u64; LEAVES] = std::array::from_fn(|leaf| counter + leaf as u64);
        self.counter = [numbers.map(|number| number as u32), numbers.map(|number| (number >> 32) as u32)];
        self.value = START.map(|word| [word; LEAVES]);
    }
}

/// The order of words that the instructions take, the last in the lowest place.
fn as_taken([a, b, c, d, e, f, g, h]: [u32; 8]) -> [[u32; 4]; 2] {
    [[f, e, b, a], [h, g, d, c]]
}

fn as_kept([[f, e, b, a], [h, g, d, c]]: [[u32; 4]; 2]) -> [u32; 8] {
    [a, b, c, d, e, f, g, h]
}
