//! SHA-256 of two streams and BLAKE3 of what they take, in hardly more time than SHA-256 alone.

#[cfg(not(target_arch = "x86_64"))]
mod nowhere;
#[cfg(target_arch = "x86_64")]
#[expect(unsafe_code, reason = "assembly for certain processors")]
mod step;
#[cfg(target_arch = "x86_64")]
mod words;
#[cfg(target_arch = "x86_64")]
mod x86;

#[cfg(not(target_arch = "x86_64"))]
pub use nowhere::Woven;
#[cfg(target_arch = "x86_64")]
pub use x86::Woven;

/// Bytes that are taken of each stream at once.
pub const PART: usize = 256 << 10;
