//! SHA-256 (FIPS 180-4) and BLAKE3 of several streams on one core at the same time.
//!
//! A processor's SHA-256 instructions wait for each other within one stream: each round needs the one before. The rounds of
//! another stream can run in that time, so streams that are hashed side by side, in lanes, take little longer than one
//! alone. Many streams at once are faster still where vectors hold the same word of sixteen of them; and where a processor
//! has no instructions for SHA-256, or WebAssembly does not show them, vectors of the width that there is. Elsewhere the crates
//! `sha2` and `blake3` do the work. What comes out is what they give, to the bit: each way is tried before it is used.
//!
//! ```
//! use sealbag_lanes::digests;
//!
//! let together = digests(&[b"abc", b""]);
//! assert_eq!(together[0][..4], [0xba, 0x78, 0x16, 0xbf]);
//! assert_eq!(together[1][..4], [0xe3, 0xb0, 0xc4, 0x42]);
//! ```

mod backend;
mod blake3;
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
mod instructions;
mod schedule;
mod trial;
#[cfg(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128")))]
mod vectors;
pub mod woven;

pub use backend::Backend;
pub use blake3::Blake3;

/// Streams that a processor's instructions take side by side. A fifth gives no more on the processors that were measured.
pub const LANES: usize = 4;

/// Bytes that a SHA-256 state takes at once.
pub const BLOCK: usize = 64;

/// Bytes of a digest.
pub const DIGEST: usize = 32;

/// FIPS 180-4, 5.3.3.
const START: [u32; 8] =
    [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19];

/// FIPS 180-4, 4.2.2, four rounds a row.
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64", all(target_arch = "wasm32", target_feature = "simd128")))]
#[rustfmt::skip]
const K: [[u32; 4]; 16] = [
    [0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5], [0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5],
    [0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3], [0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174],
    [0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc], [0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da],
    [0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7], [0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967],
    [0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13], [0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85],
    [0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3], [0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070],
    [0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5], [0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3],
    [0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208], [0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2],
];

/// The state of one stream between two parts.
#[derive(Clone, Debug)]
pub struct Stream {
    state: [u32; 8],
    length: u64,
}

impl Default for Stream {
    fn default() -> Self {
        Self { state: START, length: 0 }
    }
}

impl Stream {
    /// A stream of which nothing was taken.
    pub fn new() -> Self {
        Self::default()
    }

    /// The digest of a stream whose last part was taken.
    fn digest(&self) -> [u8; DIGEST] {
        let mut digest = [0; DIGEST];
        let (words, _) = digest.as_chunks_mut::<4>();
        words.iter_mut().zip(self.state).for_each(|(bytes, word)| *bytes = word.to_be_bytes());
        digest
    }
}

/// What comes next of one stream.
#[derive(Debug)]
pub struct Part<'a> {
    /// Which stream.
    pub stream: &'a mut Stream,
    /// The bytes.
    pub bytes: &'a [u8],
    /// True if the stream ends with them. Any other part is whole blocks of 64 bytes.
    pub is_last: bool,
}

/// Takes the next part of each stream. Returns a digest for each, in their order; of a stream that goes on it is not one.
///
/// # Panics
/// If a part that is not the last is not whole blocks.
pub fn advance(backend: Backend, parts: &mut [Part<'_>]) -> Vec<[u8; DIGEST]> {
    let ends = schedule::End::of_all(parts);
    let mut runs: Vec<schedule::Run<'_>> =
        parts.iter().zip(&ends).map(|(part, end)| schedule::Run::of(part.stream.state, part.bytes, end)).collect();
    schedule::run(backend, &mut runs);
    let states: Vec<[u32; 8]> = runs.iter().map(schedule::Run::state).collect();
    parts
        .iter_mut()
        .zip(states)
        .map(|(part, state)| {
            part.stream.state = state;
            part.stream.length += part.bytes.len() as u64;
            part.stream.digest()
        })
        .collect()
}

/// The digest of each message, in their order.
pub fn digests(messages: &[&[u8]]) -> Vec<[u8; DIGEST]> {
    let mut streams = vec![Stream::new(); messages.len()];
    let mut parts: Vec<Part<'_>> =
        streams.iter_mut().zip(messages).map(|(stream, bytes)| Part { stream, bytes, is_last: true }).collect();
    advance(Backend::of_this_machine(), &mut parts)
}
