//! SHA-256 (FIPS 180-4) of several streams on one core at the same time.
//!
//! A processor's SHA-256 instructions wait for each other within one stream: each round needs the one before. The rounds of
//! another stream can run in that time, so streams that are hashed side by side, in lanes, take little longer than one
//! alone. Where a processor has no such instructions, or WebAssembly does not show them, a vector takes the same word of four
//! streams, and elsewhere the crate `sha2` does the work. What the lanes give is what that crate gives, to the bit.
//!
//! ```
//! use sealbag_lanes::digests;
//!
//! let together = digests(&[b"abc", b""]);
//! assert_eq!(together[0][..4], [0xba, 0x78, 0x16, 0xbf]);
//! assert_eq!(together[1][..4], [0xe3, 0xb0, 0xc4, 0x42]);
//! ```

mod backend;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod four_wasm;
#[cfg(target_arch = "x86_64")]
mod four_x86;
mod schedule;
#[cfg(target_arch = "aarch64")]
mod sha_arm;
#[cfg(target_arch = "x86_64")]
mod sha_x86;
#[cfg(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128")))]
mod words;

pub use backend::Backend;

/// Streams that run side by side; more wait for a lane. A fifth gives no more on the processors that were measured.
pub const LANES: usize = 4;

/// Bytes that a SHA-256 state takes at once.
pub const BLOCK: usize = 64;

/// Bytes of a digest.
pub const DIGEST: usize = 32;

/// FIPS 180-4, 5.3.3.
const START: [u32; 8] =
    [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19];

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
    let ends: Vec<schedule::End> = parts.iter().map(|part| schedule::End::of(part)).collect();
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
