//! Which instructions do the work.

use std::sync::OnceLock;

#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
use crate::LANES;
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
use crate::instructions;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
use crate::vectors::simd128;
#[cfg(target_arch = "x86_64")]
use crate::vectors::{avx2, avx512, sse2};
use crate::{BLOCK, trial};

/// A way to compress blocks: one for many streams, if there is one, and one for the few that do not fill it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backend {
    pub(crate) many: Option<Many>,
    few: Few,
}

/// Vectors of a word of each stream. Made only where the processor was found to have them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Many {
    #[cfg(target_arch = "x86_64")]
    Sixteen,
    #[cfg(target_arch = "x86_64")]
    Eight,
    #[cfg(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128")))]
    Four,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Few {
    /// The processor's instructions, lanes side by side. Made only where they were found.
    #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
    Lanes,
    /// The crate `sha2`, one stream after the other.
    OneByOne,
}

impl Backend {
    /// The fastest that this processor has and that gives what `sha2` gives.
    pub fn of_this_machine() -> Self {
        static FOUND: OnceLock<Backend> = OnceLock::new();
        *FOUND.get_or_init(|| Self::all().find(|backend| trial::sha256(*backend)).unwrap_or_else(Self::one_by_one))
    }

    /// All that this processor has, the fastest first.
    pub fn all() -> impl Iterator<Item = Self> {
        [
            #[cfg(target_arch = "x86_64")]
            (instructions::is_supported() && avx512::is_supported())
                .then_some(Self { many: Some(Many::Sixteen), few: Few::Lanes }),
            #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
            instructions::is_supported().then_some(Self { many: None, few: Few::Lanes }),
            #[cfg(target_arch = "x86_64")]
            avx512::is_supported().then_some(Self { many: Some(Many::Sixteen), few: Few::OneByOne }),
            #[cfg(target_arch = "x86_64")]
            avx2::is_supported().then_some(Self { many: Some(Many::Eight), few: Few::OneByOne }),
            #[cfg(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128")))]
            Some(Self { many: Some(Many::Four), few: Few::OneByOne }),
            Some(Self::one_by_one()),
        ]
        .into_iter()
        .flatten()
    }

    /// The one that every processor has.
    pub fn one_by_one() -> Self {
        Self { many: None, few: Few::OneByOne }
    }

    /// A few words for measurements.
    pub fn name(self) -> &'static str {
        match (self.many, self.few) {
            #[cfg(target_arch = "x86_64")]
            (Some(Many::Sixteen), Few::Lanes) => "AVX-512, SHA instructions",
            #[cfg(target_arch = "x86_64")]
            (Some(Many::Sixteen), Few::OneByOne) => "AVX-512",
            #[cfg(target_arch = "x86_64")]
            (Some(Many::Eight), _) => "AVX2",
            #[cfg(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128")))]
            (Some(Many::Four), _) => "vectors of four",
            #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
            (None, Few::Lanes) => "SHA instructions",
            (None, Few::OneByOne) => "sha2",
        }
    }

    /// Streams that it takes at once; more wait for a place.
    pub fn width(self) -> usize {
        match (self.many, self.few) {
            #[cfg(target_arch = "x86_64")]
            (Some(Many::Sixteen), _) => avx512::WIDTH,
            #[cfg(target_arch = "x86_64")]
            (Some(Many::Eight), _) => avx2::WIDTH,
            #[cfg(target_arch = "x86_64")]
            (Some(Many::Four), _) => sse2::WIDTH,
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            (Some(Many::Four), _) => simd128::WIDTH,
            #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
            (None, Few::Lanes) => LANES,
            (None, Few::OneByOne) => 1,
        }
    }

    /// How many streams are worth a vector that takes as long however many of its places are filled.
    #[cfg(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128")))]
    pub(crate) fn enough_for_many(self) -> usize {
        match self.few {
            // 0.29 nanoseconds a byte of each place against 0.57 of a lane, measured on a Xeon.
            #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
            Few::Lanes => 9,
            Few::OneByOne => 3,
        }
    }

    /// Advances a few states, each over its blocks, the same number in every lane.
    pub(crate) fn few<const N: usize>(self, states: &mut [[u32; 8]; N], blocks: [&[[u8; BLOCK]]; N]) {
        match self.few {
            // One stream alone has nothing to run beside, and `sha2` takes the fewest instructions for it.
            #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
            Few::Lanes if N > 1 => side_by_side(states, blocks),
            _ => states.iter_mut().zip(blocks).for_each(|(state, blocks)| sha2::block_api::compress256(state, blocks)),
        }
    }
}

#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
#[expect(unsafe_code, reason = "code for certain processors may only be called on one of them")]
fn side_by_side<const N: usize>(states: &mut [[u32; 8]; N], blocks: [&[[u8; BLOCK]]; N]) {
    // SAFETY: `Few::Lanes` is made after the processor was found to have the instructions.
    unsafe { instructions::compress(states, blocks) }
}

#[cfg(target_arch = "x86_64")]
#[expect(unsafe_code, reason = "code for certain processors may only be called on one of them")]
pub(crate) fn sixteen(states: &mut [[u32; avx512::WIDTH]; 8], blocks: [&[[u8; BLOCK]]; avx512::WIDTH]) {
    // SAFETY: `Many::Sixteen` is made after the processor was found to have the instructions.
    unsafe { avx512::compress(states, blocks) }
}

#[cfg(target_arch = "x86_64")]
#[expect(unsafe_code, reason = "code for certain processors may only be called on one of them")]
pub(crate) fn eight(states: &mut [[u32; avx2::WIDTH]; 8], blocks: [&[[u8; BLOCK]]; avx2::WIDTH]) {
    // SAFETY: `Many::Eight` is made after the processor was found to have the instructions.
    unsafe { avx2::compress(states, blocks) }
}

#[cfg(target_arch = "x86_64")]
#[expect(unsafe_code, reason = "code for certain processors may only be called on one of them")]
pub(crate) fn four(states: &mut [[u32; sse2::WIDTH]; 8], blocks: [&[[u8; BLOCK]]; sse2::WIDTH]) {
    // SAFETY: SSE2 is part of the architecture.
    unsafe { sse2::compress(states, blocks) }
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub(crate) use simd128::compress as four;
