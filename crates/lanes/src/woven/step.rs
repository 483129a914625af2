//! Four blocks of SHA-256 of each of two streams, and one block of eight leaves of BLAKE3, instruction by instruction.
//!
//! The rounds of SHA-256 (Intel SDM, vol. 2, SHA256RNDS2) keep one unit of the processor busy and leave the others idle; BLAKE3
//! needs only these. Its words lie in `ymm16` to `ymm31`: the instructions for SHA-256 know no upper halves, and if those of `ymm0`
//! to `ymm15` were in use, the processor would save them at each. No compiler chooses so, hence assembly.
//!
//! `rdi`, `rsi`, `rdx` and `rcx` are the arguments. `xmm0` has words and constants as the rounds take them; `xmm1` to `xmm4` ABEF and CDGH of both streams; `xmm5` to `xmm8` and
//! `xmm9` to `xmm12` the last sixteen words of their messages; `xmm13` a sum; `xmm15` the order of bytes.

use std::arch::naked_asm;
use std::mem::offset_of;

use super::x86::Context;

/// Takes the next 256 bytes of the two streams, and a block of the first leaf; those of the others follow at distances of 1 KiB.
///
/// # Safety
/// The processor has SHA, SSSE3, AVX, AVX-512F and AVX-512VL. 256 bytes can be read from `first` and from `second`, 7232 from `leaf`.
#[unsafe(naked)]
pub(super) unsafe extern "sysv64" fn step(first: *const u8, second: *const u8, leaf: *const u8, context: &mut Context) {
    naked_asm!(
            four!("vmovdqu xmm", 1 "[rcx + {states}]", 2 "[rcx + {states} + 16]", 3 "[rcx + {states} + 32]", 4 "[rcx + {states} + 48]"),
            "vmovdqu xmm15, [rcx + {swap}]",
            begin!(),
            both!(0 0, eight rows_low pairs),
            both!(0 1, eight fours eights),
            both!(0 2, eight keep_low rows_high),
            both!(0 3, eight pairs fours),
            both!(0 4, eight eights keep_high),
            both!(0 5, eight value start),
            both!(0 6, early [16 20 24 28, 0 1] [17 21 25 29, 2 3]),
            both!(0 7, late [16 20 24 28, 0 1] [17 21 25 29, 2 3]),
            both!(0 8, early [18 22 26 30, 4 5] [19 23 27 31, 6 7]),
            both!(0 9, late [18 22 26 30, 4 5] [19 23 27 31, 6 7]),
            both!(0 10, early [16 21 26 31, 8 9] [17 22 27 28, 10 11]),
            both!(0 11, late [16 21 26 31, 8 9] [17 22 27 28, 10 11]),
            both!(0 12, early [18 23 24 29, 12 13] [19 20 25 30, 14 15]),
            both!(0 13, late [18 23 24 29, 12 13] [19 20 25 30, 14 15]),
            both!(0 14, early [16 20 24 28, 2 6] [17 21 25 29, 3 10]),
            both!(0 15, late [16 20 24 28, 2 6] [17 21 25 29, 3 10]),
            end!(),
            begin!(),
            both!(1 0, early [18 22 26 30, 7 0] [19 23 27 31, 4 13]),
            both!(1 1, late [18 22 26 30, 7 0] [19 23 27 31, 4 13]),
            both!(1 2, early [16 21 26 31, 1 11] [17 22 27 28, 12 5]),
            both!(1 3, late [16 21 26 31, 1 11] [17 22 27 28, 12 5]),
            both!(1 4, early [18 23 24 29, 9 14] [19 20 25 30, 15 8]),
            both!(1 5, late [18 23 24 29, 9 14] [19 20 25 30, 15 8]),
            both!(1 6, early [16 20 24 28, 3 4] [17 21 25 29, 10 12]),
            both!(1 7, late [16 20 24 28, 3 4] [17 21 25 29, 10 12]),
            both!(1 8, early [18 22 26 30, 13 2] [19 23 27 31, 7 14]),
            both!(1 9, late [18 22 26 30, 13 2] [19 23 27 31, 7 14]),
            both!(1 10, early [16 21 26 31, 6 5] [17 22 27 28, 9 0]),
            both!(1 11, late [16 21 26 31, 6 5] [17 22 27 28, 9 0]),
            both!(1 12, early [18 23 24 29, 11 15] [19 20 25 30, 8 1]),
            both!(1 13, late [18 23 24 29, 11 15] [19 20 25 30, 8 1]),
            both!(1 14, early [16 20 24 28, 10 7] [17 21 25 29, 12 9]),
            both!(1 15, late [16 20 24 28, 10 7] [17 21 25 29, 12 9]),
            end!(),
            begin!(),
            both!(2 0, early [18 22 26 30, 14 3] [19 23 27 31, 13 15]),
            both!(2 1, late [18 22 26 30, 14 3] [19 23 27 31, 13 15]),
            both!(2 2, early [16 21 26 31, 4 0] [17 22 27 28, 11 2]),
            both!(2 3, late [16 21 26 31, 4 0] [17 22 27 28, 11 2]),
            both!(2 4, early [18 23 24 29, 5 8] [19 20 25 30, 1 6]),
            both!(2 5, late [18 23 24 29, 5 8] [19 20 25 30, 1 6]),
            both!(2 6, early [16 20 24 28, 12 13] [17 21 25 29, 9 11]),
            both!(2 7, late [16 20 24 28, 12 13] [17 21 25 29, 9 11]),
            both!(2 8, early [18 22 26 30, 15 10] [19 23 27 31, 14 8]),
            both!(2 9, late [18 22 26 30, 15 10] [19 23 27 31, 14 8]),
            both!(2 10, early [16 21 26 31, 7 2] [17 22 27 28, 5 3]),
            both!(2 11, late [16 21 26 31, 7 2] [17 22 27 28, 5 3]),
            both!(2 12, early [18 23 24 29, 0 1] [19 20 25 30, 6 4]),
            both!(2 13, late [18 23 24 29, 0 1] [19 20 25 30, 6 4]),
            both!(2 14, early [16 20 24 28, 9 14] [17 21 25 29, 11 5]),
            both!(2 15, late [16 20 24 28, 9 14] [17 21 25 29, 11 5]),
            end!(),
            begin!(),
            both!(3 0, early [18 22 26 30, 8 12] [19 23 27 31, 15 1]),
            both!(3 1, late [18 22 26 30, 8 12] [19 23 27 31, 15 1]),
            both!(3 2, early [16 21 26 31, 13 3] [17 22 27 28, 0 10]),
            both!(3 3, late [16 21 26 31, 13 3] [17 22 27 28, 0 10]),
            both!(3 4, early [18 23 24 29, 2 6] [19 20 25 30, 4 7]),
            both!(3 5, late [18 23 24 29, 2 6] [19 20 25 30, 4 7]),
            both!(3 6, early [16 20 24 28, 11 15] [17 21 25 29, 5 0]),
            both!(3 7, late [16 20 24 28, 11 15] [17 21 25 29, 5 0]),
            both!(3 8, early [18 22 26 30, 1 9] [19 23 27 31, 8 6]),
            both!(3 9, late [18 22 26 30, 1 9] [19 23 27 31, 8 6]),
            both!(3 10, early [16 21 26 31, 14 10] [17 22 27 28, 2 12]),
            both!(3 11, late [16 21 26 31, 14 10] [17 22 27 28, 2 12]),
            both!(3 12, early [18 23 24 29, 3 4] [19 20 25 30, 7 13]),
            both!(3 13, late [18 23 24 29, 3 4] [19 20 25 30, 7 13]),
            both!(3 14, eight ends nothing),
            both!(3 15, eight store nothing),
            end!(),
            four!("vmovdqu ", "[rcx + {states}]" "xmm1", "[rcx + {states} + 16]" "xmm2", "[rcx + {states} + 32]" "xmm3", "[rcx + {states} + 48]" "xmm4"),
            "ret",
            states = const offset_of!(Context, states),
            before = const offset_of!(Context, before),
            value = const offset_of!(Context, value),
            start = const offset_of!(Context, start),
            counter = const offset_of!(Context, counter),
            length = const offset_of!(Context, length),
            flags = const offset_of!(Context, flags),
            message = const offset_of!(Context, message),
            swap = const offset_of!(Context, swap),
        constants = const offset_of!(Context, constants),
    )
}
