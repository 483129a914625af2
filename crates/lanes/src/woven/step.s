# Two rounds of both streams at a time (Intel SDM, vol. 2, SHA256RNDS2). Their words with constants added lie ready: four words of a
# block of each stream, and behind them those of the block that comes four later.
.macro rounds
    .if .Lturn % 32 == 0
        vmovdqa xmm5, xmm1
        vmovdqa xmm6, xmm2
        vmovdqa xmm7, xmm3
        vmovdqa xmm8, xmm4
    .endif
    .if .Lturn % 2 == 0
        vmovdqu xmm0, [r8]
        sha256rnds2 xmm2, xmm1
        vmovdqu xmm0, [r8 + 16]
        sha256rnds2 xmm4, xmm3
    .else
        vmovq xmm0, qword ptr [r8 + 8]
        sha256rnds2 xmm1, xmm2
        vmovq xmm0, qword ptr [r8 + 24]
        sha256rnds2 xmm3, xmm4
        add r8, 64
    .endif
    .if .Lturn % 32 == 31
        vpaddd xmm1, xmm1, xmm5
        vpaddd xmm2, xmm2, xmm6
        vpaddd xmm3, xmm3, xmm7
        vpaddd xmm4, xmm4, xmm8
    .endif
    .if .Lturn == 127
        sub r8, 4096 - 32
    .endif
    .set .Lturn, .Lturn + 1
.endm

# Four vectors, of which each quarter is a square of words: columns become rows. They come out in others.
.macro turned from0, from1, from2, from3, by0, by1, by2, by3, to0, to1, to2, to3
    vpunpckldq zmm\by0, zmm\from0, zmm\from1
    vpunpckhdq zmm\by1, zmm\from0, zmm\from1
    vpunpckldq zmm\by2, zmm\from2, zmm\from3
    vpunpckhdq zmm\by3, zmm\from2, zmm\from3
    rounds
    vpunpcklqdq zmm\to0, zmm\by0, zmm\by2
    vpunpckhqdq zmm\to1, zmm\by0, zmm\by2
    vpunpcklqdq zmm\to2, zmm\by1, zmm\by3
    vpunpckhqdq zmm\to3, zmm\by1, zmm\by3
.endm

# Keeps four words of each block, constants added, where the rounds will look for them.
.macro keep group
    vmovdqu32 [r9 + 64 * \group], zmm24
    vmovdqu32 [r9 + 64 * \group + 1024], zmm25
    vmovdqu32 [r9 + 64 * \group + 2048], zmm26
    vmovdqu32 [r9 + 64 * \group + 3072], zmm27
.endm

# Four words of a block of both streams, and of the block that comes four later.
.macro load to, at
    vmovdqu32 xmm\to, [rdi + \at]
    vinserti32x4 zmm\to, zmm\to, [rsi + \at], 1
    vinserti32x4 zmm\to, zmm\to, [rdi + \at + 256], 2
    vinserti32x4 zmm\to, zmm\to, [rsi + \at + 256], 3
    vpshufb zmm\to, zmm\to, [rcx + {swap}]
.endm

# The first words are those of the blocks: a word of all blocks to a vector.
.macro first_words group, to0, to1, to2, to3
    load 24, 16 * \group
    load 25, 16 * \group + 64
    rounds
    load 26, 16 * \group + 128
    load 27, 16 * \group + 192
    rounds
    turned 24, 25, 26, 27, 28, 29, 30, 31, \to0, \to1, \to2, \to3
    rounds
    vmovdqu32 [rcx + {words} + 256 * \group], zmm\to0
    vmovdqu32 [rcx + {words} + 256 * \group + 64], zmm\to1
    vmovdqu32 [rcx + {words} + 256 * \group + 128], zmm\to2
    vmovdqu32 [rcx + {words} + 256 * \group + 192], zmm\to3
    vbroadcasti32x4 zmm28, [rcx + {constants} + 16 * \group]
    vpaddd zmm24, zmm24, zmm28
    vpaddd zmm25, zmm25, zmm28
    vpaddd zmm26, zmm26, zmm28
    vpaddd zmm27, zmm27, zmm28
    keep \group
.endm

# Any other word comes from those 16, 15, 7 and 2 before it (FIPS 180-4, 6.2.2), the last two of which are in registers.
.macro word at, to, before7, before2
    vmovdqu32 zmm31, [rcx + {words} + 64 * (\at - 15)]
    vprord zmm24, zmm31, 7
    vprord zmm25, zmm31, 18
    vpsrld zmm31, zmm31, 3
    vpternlogd zmm24, zmm25, zmm31, 0x96
    vpaddd zmm24, zmm24, [rcx + {words} + 64 * (\at - 16)]
    rounds
    vprord zmm26, zmm\before2, 17
    vprord zmm27, zmm\before2, 19
    vpsrld zmm28, zmm\before2, 10
    vpternlogd zmm26, zmm27, zmm28, 0x96
    vpaddd zmm24, zmm24, zmm\before7
    vpaddd zmm\to, zmm24, zmm26
    rounds
    .if \at < 49
        vmovdqu32 [rcx + {words} + 64 * (\at)], zmm\to
    .endif
.endm

.macro next_words at, to0, to1, to2, to3, before0, before2, before3
    word \at, \to0, \to1, \before2
    word \at+1, \to1, \to2, \before3
    word \at+2, \to2, \to3, \to0
    word \at+3, \to3, \before0, \to1
    vpaddd zmm24, zmm\to0, dword ptr [rcx + {constants} + 4 * (\at)]{{1to16}}
    vpaddd zmm25, zmm\to1, dword ptr [rcx + {constants} + 4 * (\at + 1)]{{1to16}}
    vpaddd zmm26, zmm\to2, dword ptr [rcx + {constants} + 4 * (\at + 2)]{{1to16}}
    vpaddd zmm27, zmm\to3, dword ptr [rcx + {constants} + 4 * (\at + 3)]{{1to16}}
    turned 24, 25, 26, 27, 28, 29, 30, 31, 24, 25, 26, 27
    keep (\at/4)
    rounds
.endm

# Quarters of a mixing (BLAKE3, 2.2).
.macro sum a, b, d, word, by
    vpaddd zmm\a, zmm\a, zmm\b
    vpaddd zmm\a, zmm\a, [rcx + {message} + 64 * \word]
    vpxord zmm\d, zmm\d, zmm\a
    vprord zmm\d, zmm\d, \by
.endm
.macro turn b, c, d, by
    vpaddd zmm\c, zmm\c, zmm\d
    vpxord zmm\b, zmm\b, zmm\c
    vprord zmm\b, zmm\b, \by
.endm

# A half of four mixings side by side, for each of their instructions needs the one before it.
.macro half b0, b1, b2, b3, c0, c1, c2, c3, d0, d1, d2, d3, w0, w1, w2, w3, by_d, by_b
    sum 16, \b0, \d0, \w0, \by_d
    sum 17, \b1, \d1, \w1, \by_d
    rounds
    sum 18, \b2, \d2, \w2, \by_d
    sum 19, \b3, \d3, \w3, \by_d
    rounds
    turn \b0, \c0, \d0, \by_b
    turn \b1, \c1, \d1, \by_b
    rounds
    turn \b2, \c2, \d2, \by_b
    turn \b3, \c3, \d3, \by_b
    rounds
.endm
.macro mixings b0, b1, b2, b3, c0, c1, c2, c3, d0, d1, d2, d3, w0, w1, w2, w3, w4, w5, w6, w7
    half \b0, \b1, \b2, \b3, \c0, \c1, \c2, \c3, \d0, \d1, \d2, \d3, \w0, \w2, \w4, \w6, 16, 12
    half \b0, \b1, \b2, \b3, \c0, \c1, \c2, \c3, \d0, \d1, \d2, \d3, \w1, \w3, \w5, \w7, 8, 7
.endm

.macro round w0, w1, w2, w3, w4, w5, w6, w7, w8, w9, w10, w11, w12, w13, w14, w15
    mixings 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, \w0, \w1, \w2, \w3, \w4, \w5, \w6, \w7
    mixings 21, 22, 23, 20, 26, 27, 24, 25, 31, 28, 29, 30, \w8, \w9, \w10, \w11, \w12, \w13, \w14, \w15
.endm

# A quarter of a block of sixteen leaves: a word of all of them to a vector.
.macro message quarter
    leaves 16, 16 * \quarter
    leaves 17, 16 * \quarter + 1024
    rounds
    leaves 18, 16 * \quarter + 2048
    leaves 19, 16 * \quarter + 3072
    turned 16, 17, 18, 19, 24, 25, 26, 27, 20, 21, 22, 23
    vmovdqu32 [rcx + {message} + 256 * \quarter], zmm20
    vmovdqu32 [rcx + {message} + 256 * \quarter + 64], zmm21
    vmovdqu32 [rcx + {message} + 256 * \quarter + 128], zmm22
    vmovdqu32 [rcx + {message} + 256 * \quarter + 192], zmm23
.endm
# Four words of every fourth leaf.
.macro leaves to, at
    vmovdqu32 xmm\to, [rdx + \at]
    vinserti32x4 zmm\to, zmm\to, [rdx + \at + 4096], 1
    vinserti32x4 zmm\to, zmm\to, [rdx + \at + 8192], 2
    vinserti32x4 zmm\to, zmm\to, [rdx + \at + 12288], 3
.endm

.set .Lturn, 0
vmovdqu xmm1, [rcx + {states}]
vmovdqu xmm2, [rcx + {states} + 16]
vmovdqu xmm3, [rcx + {states} + 32]
vmovdqu xmm4, [rcx + {states} + 48]

first_words 0, 16, 17, 18, 19
first_words 1, 20, 21, 22, 23
first_words 2, 16, 17, 18, 19
first_words 3, 20, 21, 22, 23
next_words 16, 16, 17, 18, 19, 20, 22, 23
next_words 20, 20, 21, 22, 23, 16, 18, 19
next_words 24, 16, 17, 18, 19, 20, 22, 23
next_words 28, 20, 21, 22, 23, 16, 18, 19
next_words 32, 16, 17, 18, 19, 20, 22, 23
next_words 36, 20, 21, 22, 23, 16, 18, 19
next_words 40, 16, 17, 18, 19, 20, 22, 23
next_words 44, 20, 21, 22, 23, 16, 18, 19
next_words 48, 16, 17, 18, 19, 20, 22, 23
next_words 52, 20, 21, 22, 23, 16, 18, 19
next_words 56, 16, 17, 18, 19, 20, 22, 23
next_words 60, 20, 21, 22, 23, 16, 18, 19

message 0
message 1
message 2
message 3
vmovdqu32 zmm16, [rcx + {value}]
vmovdqu32 zmm17, [rcx + {value} + 64]
vmovdqu32 zmm18, [rcx + {value} + 128]
vmovdqu32 zmm19, [rcx + {value} + 192]
vmovdqu32 zmm20, [rcx + {value} + 256]
vmovdqu32 zmm21, [rcx + {value} + 320]
vmovdqu32 zmm22, [rcx + {value} + 384]
vmovdqu32 zmm23, [rcx + {value} + 448]
vmovdqu32 zmm24, [rcx + {start}]
vmovdqu32 zmm25, [rcx + {start} + 64]
vmovdqu32 zmm26, [rcx + {start} + 128]
vmovdqu32 zmm27, [rcx + {start} + 192]
vmovdqu32 zmm28, [rcx + {counter}]
vmovdqu32 zmm29, [rcx + {counter} + 64]
vmovdqu32 zmm30, [rcx + {length}]
vmovdqu32 zmm31, [rcx + {flags}]
round 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
round 2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8
round 3, 4, 10, 12, 13, 2, 7, 14, 6, 5, 9, 0, 11, 15, 8, 1
round 10, 7, 12, 9, 14, 3, 13, 15, 4, 0, 11, 2, 5, 8, 1, 6
round 12, 13, 9, 11, 15, 10, 14, 8, 7, 2, 5, 3, 0, 1, 6, 4
round 9, 14, 11, 5, 8, 12, 15, 1, 13, 3, 0, 10, 2, 6, 4, 7
round 11, 15, 5, 0, 1, 9, 8, 6, 14, 10, 2, 12, 3, 4, 7, 13
vpxord zmm16, zmm16, zmm24
vpxord zmm17, zmm17, zmm25
vpxord zmm18, zmm18, zmm26
vpxord zmm19, zmm19, zmm27
vpxord zmm20, zmm20, zmm28
vpxord zmm21, zmm21, zmm29
vpxord zmm22, zmm22, zmm30
vpxord zmm23, zmm23, zmm31
vmovdqu32 [rcx + {value}], zmm16
vmovdqu32 [rcx + {value} + 64], zmm17
vmovdqu32 [rcx + {value} + 128], zmm18
vmovdqu32 [rcx + {value} + 192], zmm19
vmovdqu32 [rcx + {value} + 256], zmm20
vmovdqu32 [rcx + {value} + 320], zmm21
vmovdqu32 [rcx + {value} + 384], zmm22
vmovdqu32 [rcx + {value} + 448], zmm23

.rept 256 - .Lturn
    rounds
.endr
vmovdqu [rcx + {states}], xmm1
vmovdqu [rcx + {states} + 16], xmm2
vmovdqu [rcx + {states} + 32], xmm3
vmovdqu [rcx + {states} + 48], xmm4
ret
.purgem rounds
.purgem turned
.purgem keep
.purgem load
.purgem first_words
.purgem word
.purgem next_words
.purgem sum
.purgem turn
.purgem half
.purgem mixings
.purgem round
.purgem message
.purgem leaves
