//! Which instructions do the work.

use std::sync::OnceLock;

use crate::BLOCK;

/// A way to compress blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backend(Way);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// The processor's instructions, lanes side by side. Made only where they were found.
    #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
    Lanes,
    /// Vectors of a word of each stream.
    #[cfg(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128")))]
    Words,
    /// The crate `sha2`, one stream after the other.
    OneByOne,
}

impl Backend {
    /// The fastest that this processor has.
    pub fn of_this_machine() -> Self {
        static FOUND: OnceLock<Backend> = OnceLock::new();
        *FOUND.get_or_init(|| Self::all().next().unwrap_or_else(Self::one_by_one))
    }

    /// All that this processor has, the fastest first.
    pub fn all() -> impl Iterator<Item = Self> {
        [
            #[cfg(target_arch = "x86_64")]
            crate::sha_x86::is_supported().then_some(Self(Way::Lanes)),
            #[cfg(target_arch = "aarch64")]
            crate::sha_arm::is_supported().then_some(Self(Way::Lanes)),
            #[cfg(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128")))]
            Some(Self(Way::Words)),
            Some(Self::one_by_one()),
        ]
        .into_iter()
        .flatten()
    }

    /// The one that every processor has.
    pub fn one_by_one() -> Self {
        Self(Way::OneByOne)
    }

    /// A word for measurements.
    pub fn name(self) -> &'static str {
        match self.0 {
            #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
            Way::Lanes => "instructions",
            #[cfg(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128")))]
            Way::Words => "vectors",
            Way::OneByOne => "sha2",
        }
    }

    /// Advances each state over its blocks, the same number in every lane.
    pub(crate) fn compress<const N: usize>(self, states: &mut [[u32; 8]; N], blocks: [&[[u8; BLOCK]]; N]) {
        match self.0 {
            // One stream alone has nothing to run beside, and `sha2` takes the fewest instructions for it.
            #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
            Way::Lanes if N > 1 => side_by_side(states, blocks),
            // Vectors take as long however many of their lanes are filled.
            #[cfg(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128")))]
            Way::Words if N > 2 => by_words(states, blocks),
            _ => states.iter_mut().zip(blocks).for_each(|(state, blocks)| sha2::block_api::compress256(state, blocks)),
        }
    }
}

#[cfg(target_arch = "x86_64")]
#[expect(unsafe_code, reason = "code for certain processors may only be called on one of them")]
fn side_by_side<const N: usize>(states: &mut [[u32; 8]; N], blocks: [&[[u8; BLOCK]]; N]) {
    // SAFETY: `Way::Lanes` is made in one place, after the processor was found to have the instructions.
    unsafe { crate::sha_x86::compress(states, blocks) }
}

#[cfg(target_arch = "aarch64")]
#[expect(unsafe_code, reason = "code for certain processors may only be called on one of them")]
fn side_by_side<const N: usize>(states: &mut [[u32; 8]; N], blocks: [&[[u8; BLOCK]]; N]) {
    // SAFETY: `Way::Lanes` is made in one place, after the processor was found to have the instructions.
    unsafe { crate::sha_arm::compress(states, blocks) }
}

#[cfg(target_arch = "x86_64")]
#[expect(unsafe_code, reason = "code for certain processors may only be called on one of them")]
fn by_words<const N: usize>(states: &mut [[u32; 8]; N], blocks: [&[[u8; BLOCK]]; N]) {
    // SAFETY: SSE2 is part of the architecture.
    unsafe { crate::words::compress(states, blocks) }
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
fn by_words<const N: usize>(states: &mut [[u32; 8]; N], blocks: [&[[u8; BLOCK]]; N]) {
    crate::words::compress(states, blocks);
}

/// FIPS 180-4, 4.2.2, four rounds a row.
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64", all(target_arch = "wasm32", target_feature = "simd128")))]
#[rustfmt::skip]
pub(crate) const K: [[u32; 4]; 16] = [
    [0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5], [0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5],
    [0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3], [0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174],
    [0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc], [0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da],
    [0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7], [0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967],
    [0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13], [0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85],
    [0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3], [0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070],
    [0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5], [0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3],
    [0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208], [0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2],
];
