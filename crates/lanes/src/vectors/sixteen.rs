//! Sixteen streams, instruction by instruction.
//!
//! Both units of the processor that take vectors of AVX-512 are busy nearly all the time. Compilers add the parts of a round up in an order
//! in which it waits for more of the one before it, and turn words by instructions that one of the two units has to do alone.

use std::arch::naked_asm;

use super::avx512::WIDTH;

/// The order of bytes that makes big-endian words of a message.
pub(super) const SWAP: [u8; 16] = [3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12];

/// Advances the states, of which each row has a word, over so many blocks of each stream (FIPS 180-4, 6.2.2).
///
/// # Safety
/// The processor has AVX-512F and AVX-512BW. The blocks can be read from each of `streams`, and they are one at least.
#[unsafe(naked)]
pub(super) unsafe extern "sysv64" fn compress(
    states: &mut [[u32; WIDTH]; 8],
    streams: &[*const u8; WIDTH],
    count: usize,
    constants: &[[u32; 4]; 16],
    swap: &[u8; 16],
) {
    naked_asm!(include_str!("sixteen.s"))
}
