# Two rounds of both streams at a time (Intel SDM, vol. 2, SHA256RNDS2). Their words with constants added lie ready.
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
        add r8, 32
    .endif
    .if .Lturn % 32 == 31
        vpaddd xmm1, xmm1, xmm5
        vpaddd xmm2, xmm2, xmm6
        vpaddd xmm3, xmm3, xmm7
        vpaddd xmm4, xmm4, xmm8
    .endif
    .set .Lturn, .Lturn + 1
.endm

# Four vectors, of which each half is a square of words: columns become rows. They come out in others.
.macro turned from0, from1, from2, from3, by0, by1, by2, by3, to0, to1, to2, to3
    vpunpckldq ymm\by0, ymm\from0, ymm\from1
    vpunpckhdq ymm\by1, ymm\from0, ymm\from1
    vpunpckldq ymm\by2, ymm\from2, ymm\from3
    vpunpckhdq ymm\by3, ymm\from2, ymm\from3
    vpunpcklqdq ymm\to0, ymm\by0, ymm\by2
    vpunpckhqdq ymm\to1, ymm\by0, ymm\by2
    vpunpcklqdq ymm\to2, ymm\by1, ymm\by3
    vpunpckhqdq ymm\to3, ymm\by1, ymm\by3
.endm

# Keeps four words of each block, constants added, where the rounds will look for them.
.macro keep group
    vmovdqu32 [r9 + 32 * \group], ymm24
    vmovdqu32 [r9 + 32 * \group + 512], ymm25
    vmovdqu32 [r9 + 32 * \group + 1024], ymm26
    vmovdqu32 [r9 + 32 * \group + 1536], ymm27
.endm

# Four words of a block of both streams.
.macro load to, at
    vmovdqu32 xmm\to, [rdi + \at]
    vinserti32x4 ymm\to, ymm\to, [rsi + \at], 1
    vpshufb ymm\to, ymm\to, [rcx + {swap}]
.endm

# The first words are those of the blocks: a word of all blocks to a vector.
.macro first_words group, to0, to1, to2, to3
    load 24, 16 * \group
    load 25, 16 * \group + 64
    load 26, 16 * \group + 128
    load 27, 16 * \group + 192
    turned 24, 25, 26, 27, 28, 29, 30, 31, \to0, \to1, \to2, \to3
    rounds
    vmovdqu32 [rcx + {words} + 128 * \group], ymm\to0
    vmovdqu32 [rcx + {words} + 128 * \group + 32], ymm\to1
    vmovdqu32 [rcx + {words} + 128 * \group + 64], ymm\to2
    vmovdqu32 [rcx + {words} + 128 * \group + 96], ymm\to3
    vbroadcasti32x4 ymm28, [rcx + {constants} + 16 * \group]
    vpaddd ymm24, ymm24, ymm28
    vpaddd ymm25, ymm25, ymm28
    vpaddd ymm26, ymm26, ymm28
    vpaddd ymm27, ymm27, ymm28
    keep \group
    rounds
.endm

# Any other word comes from those 16, 15, 7 and 2 before it (FIPS 180-4, 6.2.2), the last two of which are in registers.
.macro word at, to, before7, before2
    vmovdqu32 ymm31, [rcx + {words} + 32 * (\at - 15)]
    vprord ymm24, ymm31, 7
    vprord ymm25, ymm31, 18
    vpsrld ymm31, ymm31, 3
    vpternlogd ymm24, ymm25, ymm31, 0x96
    vpaddd ymm24, ymm24, [rcx + {words} + 32 * (\at - 16)]
    vprord ymm26, ymm\before2, 17
    vprord ymm27, ymm\before2, 19
    vpsrld ymm28, ymm\before2, 10
    vpternlogd ymm26, ymm27, ymm28, 0x96
    vpaddd ymm24, ymm24, ymm\before7
    vpaddd ymm\to, ymm24, ymm26
    rounds
    .if \at < 49
        vmovdqu32 [rcx + {words} + 32 * (\at)], ymm\to
    .endif
.endm

.macro next_words at, to0, to1, to2, to3, before0, before2, before3
    word \at, \to0, \to1, \before2
    word \at+1, \to1, \to2, \before3
    word \at+2, \to2, \to3, \to0
    word \at+3, \to3, \before0, \to1
    vpaddd ymm24, ymm\to0, dword ptr [rcx + {constants} + 4 * (\at)]{{1to8}}
    vpaddd ymm25, ymm\to1, dword ptr [rcx + {constants} + 4 * (\at + 1)]{{1to8}}
    vpaddd ymm26, ymm\to2, dword ptr [rcx + {constants} + 4 * (\at + 2)]{{1to8}}
    vpaddd ymm27, ymm\to3, dword ptr [rcx + {constants} + 4 * (\at + 3)]{{1to8}}
    turned 24, 25, 26, 27, 28, 29, 30, 31, 24, 25, 26, 27
    keep (\at/4)
    rounds
.endm

# Quarters of a mixing (BLAKE3, 2.2).
.macro sum a, b, d, word, by
    vpaddd ymm\a, ymm\a, ymm\b
    vpaddd ymm\a, ymm\a, [rcx + {message} + 32 * \word]
    vpxord ymm\d, ymm\d, ymm\a
    vprord ymm\d, ymm\d, \by
.endm
.macro turn b, c, d, by
    vpaddd ymm\c, ymm\c, ymm\d
    vpxord ymm\b, ymm\b, ymm\c
    vprord ymm\b, ymm\b, \by
.endm

# Four mixings side by side, for each of their instructions needs the one before it.
.macro mixings b0, b1, b2, b3, c0, c1, c2, c3, d0, d1, d2, d3, w0, w1, w2, w3, w4, w5, w6, w7
    sum 16, \b0, \d0, \w0, 16
    sum 17, \b1, \d1, \w2, 16
    sum 18, \b2, \d2, \w4, 16
    sum 19, \b3, \d3, \w6, 16
    rounds
    turn \b0, \c0, \d0, 12
    turn \b1, \c1, \d1, 12
    turn \b2, \c2, \d2, 12
    turn \b3, \c3, \d3, 12
    rounds
    sum 16, \b0, \d0, \w1, 8
    sum 17, \b1, \d1, \w3, 8
    sum 18, \b2, \d2, \w5, 8
    sum 19, \b3, \d3, \w7, 8
    rounds
    turn \b0, \c0, \d0, 7
    turn \b1, \c1, \d1, 7
    turn \b2, \c2, \d2, 7
    turn \b3, \c3, \d3, 7
    rounds
.endm

.macro round w0, w1, w2, w3, w4, w5, w6, w7, w8, w9, w10, w11, w12, w13, w14, w15
    mixings 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, \w0, \w1, \w2, \w3, \w4, \w5, \w6, \w7
    mixings 21, 22, 23, 20, 26, 27, 24, 25, 31, 28, 29, 30, \w8, \w9, \w10, \w11, \w12, \w13, \w14, \w15
.endm

# Half of a block of eight leaves: a word of all of them to a vector.
.macro message half
    vmovdqu32 ymm16, [rdx + 32 * \half]
    vmovdqu32 ymm17, [rdx + 32 * \half + 1024]
    vmovdqu32 ymm18, [rdx + 32 * \half + 2048]
    vmovdqu32 ymm19, [rdx + 32 * \half + 3072]
    vmovdqu32 ymm20, [rdx + 32 * \half + 4096]
    vmovdqu32 ymm21, [rdx + 32 * \half + 5120]
    vmovdqu32 ymm22, [rdx + 32 * \half + 6144]
    vmovdqu32 ymm23, [rdx + 32 * \half + 7168]
    turned 16, 17, 18, 19, 24, 25, 26, 27, 16, 17, 18, 19
    rounds
    turned 20, 21, 22, 23, 24, 25, 26, 27, 20, 21, 22, 23
    joined 8 * \half, 16, 20
    joined 8 * \half + 1, 17, 21
    joined 8 * \half + 2, 18, 22
    joined 8 * \half + 3, 19, 23
.endm
.macro joined word, left, right
    vshufi32x4 ymm24, ymm\left, ymm\right, 0
    vmovdqu32 [rcx + {message} + 32 * (\word)], ymm24
    vshufi32x4 ymm25, ymm\left, ymm\right, 3
    vmovdqu32 [rcx + {message} + 32 * (\word) + 128], ymm25
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
rounds
message 1
rounds
vmovdqu32 ymm16, [rcx + {value}]
vmovdqu32 ymm17, [rcx + {value} + 32]
vmovdqu32 ymm18, [rcx + {value} + 64]
vmovdqu32 ymm19, [rcx + {value} + 96]
vmovdqu32 ymm20, [rcx + {value} + 128]
vmovdqu32 ymm21, [rcx + {value} + 160]
vmovdqu32 ymm22, [rcx + {value} + 192]
vmovdqu32 ymm23, [rcx + {value} + 224]
vmovdqu32 ymm24, [rcx + {start}]
vmovdqu32 ymm25, [rcx + {start} + 32]
vmovdqu32 ymm26, [rcx + {start} + 64]
vmovdqu32 ymm27, [rcx + {start} + 96]
vmovdqu32 ymm28, [rcx + {counter}]
vmovdqu32 ymm29, [rcx + {counter} + 32]
vmovdqu32 ymm30, [rcx + {length}]
vmovdqu32 ymm31, [rcx + {flags}]
round 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
round 2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8
round 3, 4, 10, 12, 13, 2, 7, 14, 6, 5, 9, 0, 11, 15, 8, 1
round 10, 7, 12, 9, 14, 3, 13, 15, 4, 0, 11, 2, 5, 8, 1, 6
round 12, 13, 9, 11, 15, 10, 14, 8, 7, 2, 5, 3, 0, 1, 6, 4
round 9, 14, 11, 5, 8, 12, 15, 1, 13, 3, 0, 10, 2, 6, 4, 7
round 11, 15, 5, 0, 1, 9, 8, 6, 14, 10, 2, 12, 3, 4, 7, 13
vpxord ymm16, ymm16, ymm24
vpxord ymm17, ymm17, ymm25
vpxord ymm18, ymm18, ymm26
vpxord ymm19, ymm19, ymm27
vpxord ymm20, ymm20, ymm28
vpxord ymm21, ymm21, ymm29
vpxord ymm22, ymm22, ymm30
vpxord ymm23, ymm23, ymm31
vmovdqu32 [rcx + {value}], ymm16
vmovdqu32 [rcx + {value} + 32], ymm17
vmovdqu32 [rcx + {value} + 64], ymm18
vmovdqu32 [rcx + {value} + 96], ymm19
vmovdqu32 [rcx + {value} + 128], ymm20
vmovdqu32 [rcx + {value} + 160], ymm21
vmovdqu32 [rcx + {value} + 192], ymm22
vmovdqu32 [rcx + {value} + 224], ymm23

.rept 128 - .Lturn
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
.purgem mixings
.purgem round
.purgem message
.purgem joined
