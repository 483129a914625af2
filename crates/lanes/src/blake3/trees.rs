//! The trees of many messages, on each level the nodes of all side by side.

use super::sixteen;
use crate::vectors::avx512;

/// Bytes of a part of a message that is a leaf of its tree.
pub(crate) const CHUNK: usize = 1024;
/// Leaves of a part that is woven.
pub(crate) const LEAVES: usize = crate::woven::PART / CHUNK;
/// Bytes of a digest, and of the value of a node.
pub(crate) const VALUE: usize = 32;

/// The value that a node without a key starts from: that of SHA-256 (2.2).
pub(crate) const START: [u32; 8] = crate::START;

/// What kind of block (2.2).
pub(crate) const CHUNK_START: u32 = 1;
pub(crate) const CHUNK_END: u32 = 2;
pub(super) const PARENT: u32 = 4;
pub(crate) const ROOT: u32 = 8;

/// Where the processor has AVX-512.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Trees {
    /// Made only where the instructions were found.
    _found: (),
}

/// A leaf: some bytes of a message, at most 1 KiB, and what is said of them.
#[derive(Clone, Copy)]
pub(crate) struct Leaf<'a> {
    pub(crate) bytes: &'a [u8],
    /// Which part of its message.
    pub(crate) counter: u64,
    /// True if it is the whole message.
    pub(crate) is_root: bool,
}

impl Leaf<'_> {
    /// An empty message has one block.
    pub(crate) fn blocks(&self) -> usize {
        self.bytes.len().div_ceil(crate::BLOCK).max(1)
    }
}

impl Trees {
    /// If this processor has the instructions.
    pub(crate) fn of_this_machine() -> Option<Self> {
        avx512::is_supported().then_some(Self { _found: () })
    }

    /// The digest of each message, in their order.
    pub(crate) fn digests(self, messages: &[&[u8]]) -> Vec<[u8; VALUE]> {
        let mut leaves = Vec::new();
        let mut lengths = Vec::with_capacity(messages.len());
        for message in messages {
            let before = leaves.len();
            let is_root = message.len() <= CHUNK;
            if message.is_empty() {
                leaves.push(Leaf { bytes: message, counter: 0, is_root });
            }
            leaves.extend((0..).zip(message.chunks(CHUNK)).map(|(counter, bytes)| Leaf { bytes, counter, is_root }));
            lengths.push(leaves.len() - before);
        }
        self.merged(self.leaves(&leaves), lengths)
    }

    /// The topmost nodes over twice as many leaves, of which each row has a word.
    #[expect(unsafe_code, reason = "code for certain processors may only be called on one of them")]
    pub(crate) fn tops(self, leaves: &[[[u32; LEAVES]; 8]; 2]) -> [[u8; VALUE]; 2] {
        // SAFETY: `Trees` are made only where the processor has the instructions.
        unsafe { sixteen::tops(leaves) }
    }

    /// The value of each leaf.
    #[expect(unsafe_code, reason = "code for certain processors may only be called on one of them")]
    fn leaves(self, leaves: &[Leaf<'_>]) -> Vec<[u8; VALUE]> {
        // Leaves of as many blocks go together, so that none waits for another. Most are whole.
        let is_whole = |at: &usize| leaves[*at].bytes.len() == CHUNK;
        let (mut order, mut others): (Vec<usize>, Vec<usize>) = (0..leaves.len()).partition(is_whole);
        others.sort_by_key(|&at| std::cmp::Reverse(leaves[at].blocks()));
        order.append(&mut others);
        let mut values = vec![[0; VALUE]; leaves.len()];
        for places in order.chunks(avx512::WIDTH) {
            // Lanes that are not filled take the first again.
            let lanes = std::array::from_fn(|lane| leaves[*places.get(lane).unwrap_or(&places[0])]);
            // SAFETY: `Trees` are made only where the processor has the instructions.
            let found = unsafe { sixteen::leaves(lanes) };
            places.iter().zip(found).for_each(|(&place, value)| values[place] = value);
        }
        values
    }

    /// The root over so many values each: level by level, all side by side. What has no neighbour goes up as it is, so
    /// that left of every node lie as many leaves as a power of two (2.1).
    #[expect(unsafe_code, reason = "code for certain processors may only be called on one of them")]
    fn merged(self, mut values: Vec<[u8; VALUE]>, mut lengths: Vec<usize>) -> Vec<[u8; VALUE]> {
        while lengths.iter().any(|&length| length > 1) {
            let mut above = vec![[0; VALUE]; lengths.iter().map(|length| length.div_ceil(2)).sum()];
            let mut nodes = Vec::with_capacity(above.len());
            let mut from = 0;
            let mut to = 0;
            for length in &mut lengths {
                let (pairs, alone) = values[from..from + *length].as_chunks::<2>();
                let flags = if *length == 2 { PARENT | ROOT } else { PARENT };
                nodes.extend(pairs.iter().enumerate().map(|(at, pair)| (pair, flags, to + at)));
                if let [alone] = alone {
                    above[to + pairs.len()] = *alone;
                }
                from += *length;
                *length = length.div_ceil(2);
                to += *length;
            }
            for some in nodes.chunks(avx512::WIDTH) {
                let lanes: [_; avx512::WIDTH] = std::array::from_fn(|lane| *some.get(lane).unwrap_or(&some[0]));
                let flags = lanes.map(|(_, flags, _)| flags);
                // SAFETY: `Trees` are made only where the processor has the instructions.
                let found = unsafe { sixteen::parents(lanes.map(|(pair, ..)| pair), flags) };
                some.iter().zip(found).for_each(|((.., place), value)| above[*place] = value);
            }
            values = above;
        }
        values
    }
}
