//! Which stream runs in which lane: the longest first, and a lane that is done takes the next one.

#[cfg(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128")))]
use crate::backend::{self, Many};
use crate::{BLOCK, Backend, LANES, Part};

/// The padded blocks at the end of a stream (FIPS 180-4, 5.1.1); none if it goes on.
pub(crate) struct End {
    blocks: [[u8; BLOCK]; 2],
    count: usize,
}

impl End {
    /// Those of each part.
    pub(crate) fn of_all(parts: &[Part<'_>]) -> Vec<Self> {
        let mut ends = Vec::new();
        // They are large: made where they will lie, and not moved.
        ends.resize_with(parts.len(), || Self { blocks: [[0; BLOCK]; 2], count: 0 });
        ends.iter_mut().zip(parts).for_each(|(end, part)| end.set(part));
        ends
    }

    fn set(&mut self, part: &Part<'_>) {
        let (_, rest) = part.bytes.as_chunks::<BLOCK>();
        if !part.is_last {
            assert!(rest.is_empty(), "only the last part of a stream may end inside a block");
            return;
        }
        self.count = if rest.len() < BLOCK - 8 { 1 } else { 2 };
        let flat = self.blocks.as_flattened_mut();
        flat[..rest.len()].copy_from_slice(rest);
        flat[rest.len()] = 0x80;
        let bits = (part.stream.length + part.bytes.len() as u64).wrapping_mul(8);
        flat[self.count * BLOCK - 8..self.count * BLOCK].copy_from_slice(&bits.to_be_bytes());
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

    /// The next blocks were compressed.
    fn take(&mut self, count: usize) {
        self.now = &self.now[count..];
        self.go_on();
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
    let mut lanes: Vec<_> = match backend.many {
        #[cfg(target_arch = "x86_64")]
        Some(Many::Sixteen) => many(backend::sixteen, backend.enough_for_many(), &mut waiting),
        #[cfg(target_arch = "x86_64")]
        Some(Many::Eight) => many(backend::eight, backend.enough_for_many(), &mut waiting),
        #[cfg(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128")))]
        Some(Many::Four) => many(backend::four, backend.enough_for_many(), &mut waiting),
        None => waiting.by_ref().take(LANES).collect(),
    };
    let mut waiting = lanes.split_off(lanes.len().min(LANES)).into_iter().chain(waiting);
    loop {
        lanes.extend(waiting.by_ref().take(LANES - lanes.len()));
        match lanes.as_mut_slice() {
            [] => return,
            [a, b, c, d, ..] => few(backend, [a, b, c, d]),
            [a, b, c] => few(backend, [a, b, c]),
            [a, b] => few(backend, [a, b]),
            [a] => few(backend, [a]),
        }
        lanes.retain(|run| !run.now.is_empty());
    }
}

/// Takes streams on as long as there are enough of them; returns those that are not at their end then.
#[cfg(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128")))]
fn many<'r, 'a, const WIDTH: usize>(
    compress: impl Fn(&mut [[u32; WIDTH]; 8], [&[[u8; BLOCK]]; WIDTH]),
    enough: usize,
    waiting: &mut impl Iterator<Item = &'r mut Run<'a>>,
) -> Vec<&'r mut Run<'a>> {
    let mut lanes: [Option<&'r mut Run<'a>>; WIDTH] = std::array::from_fn(|_| None);
    let mut states = [[0; WIDTH]; 8];
    loop {
        for (at, lane) in lanes.iter_mut().enumerate().filter(|(_, lane)| lane.is_none()) {
            *lane = waiting.next();
            if let Some(run) = lane {
                states.iter_mut().zip(run.state).for_each(|(words, word)| words[at] = word);
            }
        }
        let now = lanes.each_ref().map(|lane| lane.as_ref().map(|run| run.now));
        let filled = now.iter().flatten();
        if filled.clone().count() < enough {
            break;
        }
        // Places that are not filled take what another has, for nothing.
        let Some(shortest) = filled.min_by_key(|blocks| blocks.len()) else { break };
        compress(&mut states, now.map(|blocks| &blocks.unwrap_or(shortest)[..shortest.len()]));
        for (at, lane) in lanes.iter_mut().enumerate() {
            if let Some(run) = lane {
                run.take(shortest.len());
                if run.now.is_empty() {
                    run.state = states.map(|words| words[at]);
                    *lane = None;
                }
            }
        }
    }
    let left = lanes.into_iter().enumerate().filter_map(|(at, lane)| lane.map(|run| (at, run)));
    left.map(|(at, run)| {
        run.state = states.map(|words| words[at]);
        run
    })
    .collect()
}

/// As far as all of them go together.
fn few<const N: usize>(backend: Backend, runs: [&mut Run<'_>; N]) {
    let count = runs.iter().map(|run| run.now.len()).min().unwrap_or(0);
    let mut states: [_; N] = std::array::from_fn(|lane| runs[lane].state);
    let blocks: [_; N] = std::array::from_fn(|lane| &runs[lane].now[..count]);
    backend.few(&mut states, blocks);
    for (run, state) in runs.into_iter().zip(states) {
        run.state = state;
        run.take(count);
    }
}
