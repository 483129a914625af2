//! Which stream runs in which lane: the longest first, and a lane that is done takes the next one.

use crate::{BLOCK, Backend, LANES, Part};

/// The padded blocks at the end of a stream (FIPS 180-4, 5.1.1); none if it goes on.
pub(crate) struct End {
    blocks: [[u8; BLOCK]; 2],
    count: usize,
}

impl End {
    pub(crate) fn of(part: &Part<'_>) -> Self {
        let (_, rest) = part.bytes.as_chunks::<BLOCK>();
        let mut end = Self { blocks: [[0; BLOCK]; 2], count: 0 };
        if !part.is_last {
            assert!(rest.is_empty(), "only the last part of a stream may end inside a block");
            return end;
        }
        end.count = if rest.len() < BLOCK - 8 { 1 } else { 2 };
        let flat = end.blocks.as_flattened_mut();
        flat[..rest.len()].copy_from_slice(rest);
        flat[rest.len()] = 0x80;
        let bits = (part.stream.length + part.bytes.len() as u64).wrapping_mul(8);
        flat[end.count * BLOCK - 8..end.count * BLOCK].copy_from_slice(&bits.to_be_bytes());
        end
    }
}

/// One stream on its way.
pub(crate) struct Run<'a> {
    state: [u32; 8],
    now: &'a [[u8; BLOCK]],
    then: &'a [[u8; BLOCK]],
}

impl<'a> Run<'a> {
    pub(crate) fn of(state: [u32; 8], bytes: &'a [u8], end: &'a End) -> Self {
        let mut run = Self { state, now: bytes.as_chunks().0, then: &end.blocks[..end.count] };
        run.go_on();
        run
    }

    pub(crate) fn state(&self) -> [u32; 8] {
        self.state
    }

    fn length(&self) -> usize {
        self.now.len() + self.then.len()
    }

    fn go_on(&mut self) {
        if self.now.is_empty() {
            self.now = std::mem::take(&mut self.then);
        }
    }
}

/// Takes every stream to its end.
pub(crate) fn run(backend: Backend, runs: &mut [Run<'_>]) {
    let mut order: Vec<&mut Run<'_>> = runs.iter_mut().filter(|run| run.length() > 0).collect();
    order.sort_by_key(|run| std::cmp::Reverse(run.length()));
    let mut waiting = order.into_iter();
    let mut lanes: Vec<&mut Run<'_>> = waiting.by_ref().take(LANES).collect();
    while !lanes.is_empty() {
        match lanes.as_mut_slice() {
            [a, b, c, d, ..] => step(backend, [a, b, c, d]),
            [a, b, c] => step(backend, [a, b, c]),
            [a, b] => step(backend, [a, b]),
            rest => rest.iter_mut().for_each(|run| step(backend, [run])),
        }
        lanes.retain(|run| !run.now.is_empty());
        lanes.extend(waiting.by_ref().take(LANES - lanes.len()));
    }
}

/// As far as all of them go together.
fn step<const N: usize>(backend: Backend, runs: [&mut Run<'_>; N]) {
    let count = runs.iter().map(|run| run.now.len()).min().unwrap_or(0);
    let mut states: [_; N] = std::array::from_fn(|lane| runs[lane].state);
    let blocks: [_; N] = std::array::from_fn(|lane| &runs[lane].now[..count]);
    backend.compress(&mut states, blocks);
    for (run, state) in runs.into_iter().zip(states) {
        run.state = state;
        run.now = &run.now[count..];
        run.go_on();
    }
}
