//! Sixteen streams, instruction by instruction.
//!
//! Two units of a processor take vectors of AVX-512, and there is work for both all the time. A compiler's order of
//! sums makes a round wait for more of the one before it, and what it chooses to turn rows into columns is done by one
//! of the two alone; together that costs an eighth.

use std::arch::naked_asm;

use super::avx512::WIDTH;

/// Advances the states, of which each row has a word, over so many blocks of each stream (FIPS 180-4, 6.2.2).
///
/// # Safety
/// The processor has AVX-512F, AVX-512BW and AVX-512VL. The blocks can be read from each of `streams`, and they are one at least.
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
