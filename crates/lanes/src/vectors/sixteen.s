# The words of the states are zmm0 to zmm7, those of the messages zmm16 to zmm31. They stay where they are: it is their names that
# move on.

# The next block of a stream: four words to each of four vectors, a quarter of which is the stream's.
.macro first_quarter stream, to0, to1, to2, to3
    mov rax, [rsi + 8 * \stream]
    add rax, r9
    vmovdqu32 xmm\to0, [rax]
    vmovdqu32 xmm\to1, [rax + 16]
    vmovdqu32 xmm\to2, [rax + 32]
    vmovdqu32 xmm\to3, [rax + 48]
.endm
.macro next_quarter stream, to0, to1, to2, to3
    mov rax, [rsi + 8 * (\stream)]
    add rax, r9
    vinserti32x4 zmm\to0, zmm\to0, [rax], (\stream) / 4
    vinserti32x4 zmm\to1, zmm\to1, [rax + 16], (\stream) / 4
    vinserti32x4 zmm\to2, zmm\to2, [rax + 32], (\stream) / 4
    vinserti32x4 zmm\to3, zmm\to3, [rax + 48], (\stream) / 4
.endm
.macro next_quarters stream
    next_quarter \stream, 16, 20, 24, 28
    next_quarter \stream+1, 17, 21, 25, 29
    next_quarter \stream+2, 18, 22, 26, 30
    next_quarter \stream+3, 19, 23, 27, 31
.endm

# Words are big-endian in a block. Of four vectors each quarter is a square of words: columns become rows.
.macro words w0, w1, w2, w3
    vpshufb zmm\w0, zmm\w0, zmm15
    vpshufb zmm\w1, zmm\w1, zmm15
    vpshufb zmm\w2, zmm\w2, zmm15
    vpshufb zmm\w3, zmm\w3, zmm15
    vpunpckldq zmm8, zmm\w0, zmm\w1
    vpunpckhdq zmm9, zmm\w0, zmm\w1
    vpunpckldq zmm10, zmm\w2, zmm\w3
    vpunpckhdq zmm11, zmm\w2, zmm\w3
    vpunpcklqdq zmm\w0, zmm8, zmm10
    vpunpckhqdq zmm\w1, zmm8, zmm10
    vpunpcklqdq zmm\w2, zmm9, zmm11
    vpunpckhqdq zmm\w3, zmm9, zmm11
.endm

# A later word, in the place of the one sixteen before it.
.macro next_word w16, w15, w7, w2
    vprord zmm12, zmm\w15, 7
    vprord zmm13, zmm\w15, 18
    vpsrld zmm14, zmm\w15, 3
    vpternlogd zmm12, zmm13, zmm14, 0x96
    vpaddd zmm\w16, zmm\w16, zmm\w7
    vpaddd zmm\w16, zmm\w16, zmm12
    vprord zmm12, zmm\w2, 17
    vprord zmm13, zmm\w2, 19
    vpsrld zmm14, zmm\w2, 10
    vpternlogd zmm12, zmm13, zmm14, 0x96
    vpaddd zmm\w16, zmm\w16, zmm12
.endm

# What waits for the round before is added last.
.macro round at, w16, w15, w7, w2, a, b, c, d, e, f, g, h
    .if \at > 15
        next_word \w16, \w15, \w7, \w2
    .endif
    vpaddd zmm\h, zmm\h, dword ptr [rcx + 4 * (\at)]{{1to16}}
    vpaddd zmm\h, zmm\h, zmm\w16
    vmovdqa64 zmm8, zmm\e
    vpternlogd zmm8, zmm\f, zmm\g, 0xca
    vpaddd zmm\h, zmm\h, zmm8
    vprord zmm8, zmm\e, 6
    vprord zmm9, zmm\e, 11
    vprord zmm10, zmm\e, 25
    vpternlogd zmm8, zmm9, zmm10, 0x96
    vpaddd zmm\h, zmm\h, zmm8
    vpaddd zmm\d, zmm\d, zmm\h
    vprord zmm8, zmm\a, 2
    vprord zmm9, zmm\a, 13
    vprord zmm10, zmm\a, 22
    vpternlogd zmm8, zmm9, zmm10, 0x96
    vmovdqa64 zmm11, zmm\a
    vpternlogd zmm11, zmm\b, zmm\c, 0xe8
    vpaddd zmm8, zmm8, zmm11
    vpaddd zmm\h, zmm\h, zmm8
.endm

.macro sixteen_rounds at
    round \at+0, 16, 17, 25, 30, 0, 1, 2, 3, 4, 5, 6, 7
    round \at+1, 17, 18, 26, 31, 7, 0, 1, 2, 3, 4, 5, 6
    round \at+2, 18, 19, 27, 16, 6, 7, 0, 1, 2, 3, 4, 5
    round \at+3, 19, 20, 28, 17, 5, 6, 7, 0, 1, 2, 3, 4
    round \at+4, 20, 21, 29, 18, 4, 5, 6, 7, 0, 1, 2, 3
    round \at+5, 21, 22, 30, 19, 3, 4, 5, 6, 7, 0, 1, 2
    round \at+6, 22, 23, 31, 20, 2, 3, 4, 5, 6, 7, 0, 1
    round \at+7, 23, 24, 16, 21, 1, 2, 3, 4, 5, 6, 7, 0
    round \at+8, 24, 25, 17, 22, 0, 1, 2, 3, 4, 5, 6, 7
    round \at+9, 25, 26, 18, 23, 7, 0, 1, 2, 3, 4, 5, 6
    round \at+10, 26, 27, 19, 24, 6, 7, 0, 1, 2, 3, 4, 5
    round \at+11, 27, 28, 20, 25, 5, 6, 7, 0, 1, 2, 3, 4
    round \at+12, 28, 29, 21, 26, 4, 5, 6, 7, 0, 1, 2, 3
    round \at+13, 29, 30, 22, 27, 3, 4, 5, 6, 7, 0, 1, 2
    round \at+14, 30, 31, 23, 28, 2, 3, 4, 5, 6, 7, 0, 1
    round \at+15, 31, 16, 24, 29, 1, 2, 3, 4, 5, 6, 7, 0
.endm

vbroadcasti32x4 zmm15, [r8]
vmovdqu32 zmm0, [rdi + 0]
vmovdqu32 zmm1, [rdi + 64]
vmovdqu32 zmm2, [rdi + 128]
vmovdqu32 zmm3, [rdi + 192]
vmovdqu32 zmm4, [rdi + 256]
vmovdqu32 zmm5, [rdi + 320]
vmovdqu32 zmm6, [rdi + 384]
vmovdqu32 zmm7, [rdi + 448]
xor r9d, r9d
shl rdx, 6
2:
first_quarter 0, 16, 20, 24, 28
first_quarter 1, 17, 21, 25, 29
first_quarter 2, 18, 22, 26, 30
first_quarter 3, 19, 23, 27, 31
next_quarters 4
next_quarters 8
next_quarters 12
words 16, 17, 18, 19
words 20, 21, 22, 23
words 24, 25, 26, 27
words 28, 29, 30, 31
sixteen_rounds 0
sixteen_rounds 16
sixteen_rounds 32
sixteen_rounds 48
vpaddd zmm0, zmm0, [rdi + 0]
vmovdqu32 [rdi + 0], zmm0
vpaddd zmm1, zmm1, [rdi + 64]
vmovdqu32 [rdi + 64], zmm1
vpaddd zmm2, zmm2, [rdi + 128]
vmovdqu32 [rdi + 128], zmm2
vpaddd zmm3, zmm3, [rdi + 192]
vmovdqu32 [rdi + 192], zmm3
vpaddd zmm4, zmm4, [rdi + 256]
vmovdqu32 [rdi + 256], zmm4
vpaddd zmm5, zmm5, [rdi + 320]
vmovdqu32 [rdi + 320], zmm5
vpaddd zmm6, zmm6, [rdi + 384]
vmovdqu32 [rdi + 384], zmm6
vpaddd zmm7, zmm7, [rdi + 448]
vmovdqu32 [rdi + 448], zmm7
add r9, 64
cmp r9, rdx
jb 2b
vzeroupper
ret
.purgem first_quarter
.purgem next_quarter
.purgem next_quarters
.purgem words
.purgem next_word
.purgem round
.purgem sixteen_rounds
