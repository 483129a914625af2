//! A step of both digests, instruction by instruction.
//!
//! The rounds of SHA-256 keep one unit of the processor busy, each for three times as long as it takes to begin another instruction,
//! and leave the others idle. Between them goes what does not wait for them: the words of the blocks that come next (FIPS 180-4,
//! 6.2.2, step 1), of eight blocks of both streams side by side, and a block of sixteen leaves of BLAKE3. The instructions for SHA-256
//! know no upper halves of vectors, and if those of `zmm0` to `zmm15` were in use, the processor would save them at each: so
//! everything else is in `zmm16` to `zmm31`. No compiler chooses so, hence assembly.

use std::arch::naked_asm;
use std::mem::offset_of;

use super::words::Words;
use super::x86::Context;

/// Takes eight blocks of each of two streams, whose words are `ready`; makes those of the next 512 bytes of each; and takes a block
/// of the first leaf, and those of fifteen others at distances of 1 KiB.
///
/// # Safety
/// The processor has SHA, SSSE3, AVX, AVX-512F, AVX-512BW and AVX-512VL. 512 bytes can be read from `first` and from `second`, 15424
/// from `leaf`.
#[unsafe(naked)]
pub(super) unsafe extern "sysv64" fn step(
    first: *const u8,
    second: *const u8,
    leaf: *const u8,
    context: &mut Context,
    ready: &Words,
    next: &mut Words,
) {
    naked_asm!(
        include_str!("step.s"),
        states = const offset_of!(Context, states),
        value = const offset_of!(Context, value),
        start = const offset_of!(Context, start),
        counter = const offset_of!(Context, counter),
        length = const offset_of!(Context, length),
        flags = const offset_of!(Context, flags),
        message = const offset_of!(Context, message),
        words = const offset_of!(Context, words),
        swap = const offset_of!(Context, swap),
        constants = const offset_of!(Context, constants),
    )
}
