//! The instructions of a step, as text for the assembler.

/// A quarter of a mixing (BLAKE3, 2.2).
macro_rules! quarter {
    (1 $a:literal $b:literal $c:literal $d:literal, $first:literal $second:literal) => { sum!($a $b $d, $first, 16) };
    (2 $a:literal $b:literal $c:literal $d:literal, $first:literal $second:literal) => { turn!($b $c $d, 12) };
    (3 $a:literal $b:literal $c:literal $d:literal, $first:literal $second:literal) => { sum!($a $b $d, $second, 8) };
    (4 $a:literal $b:literal $c:literal $d:literal, $first:literal $second:literal) => { turn!($b $c $d, 7) };
}

#[rustfmt::skip]
macro_rules! sum {
    ($a:literal $b:literal $d:literal, $word:literal, $by:literal) => {
        concat!(
            "vpaddd ymm", $a, ", ymm", $a, ", ymm", $b, "\n",
            "vpaddd ymm", $a, ", ymm", $a, ", [rcx + {message} + 32 * ", $word, "]\n",
            "vpxord ymm", $d, ", ymm", $d, ", ymm", $a, "\n",
            "vprord ymm", $d, ", ymm", $d, ", ", $by, "\n",
        )
    };
}

#[rustfmt::skip]
macro_rules! turn {
    ($b:literal $c:literal $d:literal, $by:literal) => {
        concat!(
            "vpaddd ymm", $c, ", ymm", $c, ", ymm", $d, "\n",
            "vpxord ymm", $b, ", ymm", $b, ", ymm", $c, "\n",
            "vprord ymm", $b, ", ymm", $b, ", ", $by, "\n",
        )
    };
}

/// What stands behind one of the four rounds of a group: of two mixings by turns, for each of their instructions needs the one
/// before it; or half of eight instructions.
macro_rules! part {
    (1 early [$($one:tt)+] [$($two:tt)+]) => { quarter!(1 $($one)+) };
    (2 early [$($one:tt)+] [$($two:tt)+]) => { quarter!(1 $($two)+) };
    (3 early [$($one:tt)+] [$($two:tt)+]) => { quarter!(2 $($one)+) };
    (4 early [$($one:tt)+] [$($two:tt)+]) => { quarter!(2 $($two)+) };
    (1 late [$($one:tt)+] [$($two:tt)+]) => { quarter!(3 $($one)+) };
    (2 late [$($one:tt)+] [$($two:tt)+]) => { quarter!(3 $($two)+) };
    (3 late [$($one:tt)+] [$($two:tt)+]) => { quarter!(4 $($one)+) };
    (4 late [$($one:tt)+] [$($two:tt)+]) => { quarter!(4 $($two)+) };
    (1 eight $eight:ident $other:ident) => { half!($eight 1) };
    (2 eight $eight:ident $other:ident) => { half!($eight 2) };
    (3 eight $other:ident $eight:ident) => { half!($eight 1) };
    (4 eight $other:ident $eight:ident) => { half!($eight 2) };
}

/// What comes before the mixings of a block and after them: the words of eight leaves are turned so that each vector has one word
/// of all of them; and the value that the block leaves is kept.
#[rustfmt::skip]
macro_rules! half {
    (rows_low 1) => { four!("vmovdqu32 ymm", 16 "[rdx]", 17 "[rdx + 1024]", 18 "[rdx + 2048]", 19 "[rdx + 3072]") };
    (rows_low 2) => { four!("vmovdqu32 ymm", 20 "[rdx + 4096]", 21 "[rdx + 5120]", 22 "[rdx + 6144]", 23 "[rdx + 7168]") };
    (rows_high 1) => { four!("vmovdqu32 ymm", 16 "[rdx + 32]", 17 "[rdx + 1056]", 18 "[rdx + 2080]", 19 "[rdx + 3104]") };
    (rows_high 2) => { four!("vmovdqu32 ymm", 20 "[rdx + 4128]", 21 "[rdx + 5152]", 22 "[rdx + 6176]", 23 "[rdx + 7200]") };
    (pairs 1) => { four!("vpunpck", "ldq ymm24" "ymm16, ymm17", "hdq ymm25" "ymm16, ymm17", "ldq ymm26" "ymm18, ymm19", "hdq ymm27" "ymm18, ymm19") };
    (pairs 2) => { four!("vpunpck", "ldq ymm28" "ymm20, ymm21", "hdq ymm29" "ymm20, ymm21", "ldq ymm30" "ymm22, ymm23", "hdq ymm31" "ymm22, ymm23") };
    (fours 1) => { four!("vpunpck", "lqdq ymm16" "ymm24, ymm26", "hqdq ymm17" "ymm24, ymm26", "lqdq ymm18" "ymm25, ymm27", "hqdq ymm19" "ymm25, ymm27") };
    (fours 2) => { four!("vpunpck", "lqdq ymm20" "ymm28, ymm30", "hqdq ymm21" "ymm28, ymm30", "lqdq ymm22" "ymm29, ymm31", "hqdq ymm23" "ymm29, ymm31") };
    (eights 1) => { four!("vshufi32x4 ymm", 24 "ymm16, ymm20, 0", 25 "ymm17, ymm21, 0", 26 "ymm18, ymm22, 0", 27 "ymm19, ymm23, 0") };
    (eights 2) => { four!("vshufi32x4 ymm", 28 "ymm16, ymm20, 3", 29 "ymm17, ymm21, 3", 30 "ymm18, ymm22, 3", 31 "ymm19, ymm23, 3") };
    (keep_low 1) => { four!("vmovdqu32 ", "[rcx + {message}]" "ymm24", "[rcx + {message} + 32]" "ymm25", "[rcx + {message} + 64]" "ymm26", "[rcx + {message} + 96]" "ymm27") };
    (keep_low 2) => { four!("vmovdqu32 ", "[rcx + {message} + 128]" "ymm28", "[rcx + {message} + 160]" "ymm29", "[rcx + {message} + 192]" "ymm30", "[rcx + {message} + 224]" "ymm31") };
    (keep_high 1) => { four!("vmovdqu32 ", "[rcx + {message} + 256]" "ymm24", "[rcx + {message} + 288]" "ymm25", "[rcx + {message} + 320]" "ymm26", "[rcx + {message} + 352]" "ymm27") };
    (keep_high 2) => { four!("vmovdqu32 ", "[rcx + {message} + 384]" "ymm28", "[rcx + {message} + 416]" "ymm29", "[rcx + {message} + 448]" "ymm30", "[rcx + {message} + 480]" "ymm31") };
    (value 1) => { four!("vmovdqu32 ymm", 16 "[rcx + {value}]", 17 "[rcx + {value} + 32]", 18 "[rcx + {value} + 64]", 19 "[rcx + {value} + 96]") };
    (value 2) => { four!("vmovdqu32 ymm", 20 "[rcx + {value} + 128]", 21 "[rcx + {value} + 160]", 22 "[rcx + {value} + 192]", 23 "[rcx + {value} + 224]") };
    (start 1) => { four!("vmovdqu32 ymm", 24 "[rcx + {start}]", 25 "[rcx + {start} + 32]", 26 "[rcx + {start} + 64]", 27 "[rcx + {start} + 96]") };
    (start 2) => { four!("vmovdqu32 ymm", 28 "[rcx + {counter}]", 29 "[rcx + {counter} + 32]", 30 "[rcx + {length}]", 31 "[rcx + {flags}]") };
    (ends 1) => { four!("vpxord ymm", 16 "ymm16, ymm24", 17 "ymm17, ymm25", 18 "ymm18, ymm26", 19 "ymm19, ymm27") };
    (ends 2) => { four!("vpxord ymm", 20 "ymm20, ymm28", 21 "ymm21, ymm29", 22 "ymm22, ymm30", 23 "ymm23, ymm31") };
    (store 1) => { four!("vmovdqu32 ", "[rcx + {value}]" "ymm16", "[rcx + {value} + 32]" "ymm17", "[rcx + {value} + 64]" "ymm18", "[rcx + {value} + 96]" "ymm19") };
    (store 2) => { four!("vmovdqu32 ", "[rcx + {value} + 128]" "ymm20", "[rcx + {value} + 160]" "ymm21", "[rcx + {value} + 192]" "ymm22", "[rcx + {value} + 224]" "ymm23") };
    (nothing $half:literal) => { "" };
}

/// Four instructions of a kind.
macro_rules! four {
    ($what:literal, $($to:literal $from:literal),+) => { concat!($($what, $to, ", ", $from, "\n",)+) };
}

/// Four rounds of one stream, whose words are there, with a part of BLAKE3 behind each instruction. Between them comes what the
/// next four rounds need, for it takes long.
#[rustfmt::skip]
macro_rules! rounds {
    ($group:literal, $abef:literal $cdgh:literal $words:literal, $next:expr, $one:tt $two:tt, $($fill:tt)+) => {
        concat!(
            "vpaddd xmm0, xmm", $words, ", [rcx + {constants} + 16 * ", $group, "]\n",
            "sha256rnds2 xmm", $cdgh, ", xmm", $abef, "\n",
            part!($one $($fill)+),
            $next,
            "pshufd xmm0, xmm0, 14\n",
            "sha256rnds2 xmm", $abef, ", xmm", $cdgh, "\n",
            part!($two $($fill)+),
        )
    };
}

/// Four rounds of both streams, the words of which lie in four registers by turns. The first sixteen are in the block; each later
/// one comes from four before it.
#[rustfmt::skip]
macro_rules! both {
    ($at:literal 0, $($fill:tt)+) => { concat!(load!("rdi" $at 0, 5), load!("rsi" $at 0, 9), loads!(0, 5 9, $at 1, 6 10, $($fill)+)) };
    ($at:literal 1, $($fill:tt)+) => { loads!(1, 6 10, $at 2, 7 11, $($fill)+) };
    ($at:literal 2, $($fill:tt)+) => { loads!(2, 7 11, $at 3, 8 12, $($fill)+) };
    ($at:literal 3, $($fill:tt)+) => { from_8!(3, $($fill)+) };
    ($at:literal 4, $($fill:tt)+) => { from_5!(4, $($fill)+) };
    ($at:literal 5, $($fill:tt)+) => { from_6!(5, $($fill)+) };
    ($at:literal 6, $($fill:tt)+) => { from_7!(6, $($fill)+) };
    ($at:literal 7, $($fill:tt)+) => { from_8!(7, $($fill)+) };
    ($at:literal 8, $($fill:tt)+) => { from_5!(8, $($fill)+) };
    ($at:literal 9, $($fill:tt)+) => { from_6!(9, $($fill)+) };
    ($at:literal 10, $($fill:tt)+) => { from_7!(10, $($fill)+) };
    ($at:literal 11, $($fill:tt)+) => { from_8!(11, $($fill)+) };
    ($at:literal 12, $($fill:tt)+) => { from_5!(12, $($fill)+) };
    ($at:literal 13, $($fill:tt)+) => { from_6!(13, $($fill)+) };
    ($at:literal 14, $($fill:tt)+) => { from_7!(14, $($fill)+) };
    ($at:literal 15, $($fill:tt)+) => { group!(15, 8 12, "", "", $($fill)+) };
}

macro_rules! from_5 {
    ($group:literal, $($fill:tt)+) => { group!($group, 5 9, words!(6 7 8 5), words!(10 11 12 9), $($fill)+) };
}

macro_rules! from_6 {
    ($group:literal, $($fill:tt)+) => { group!($group, 6 10, words!(7 8 5 6), words!(11 12 9 10), $($fill)+) };
}

macro_rules! from_7 {
    ($group:literal, $($fill:tt)+) => { group!($group, 7 11, words!(8 5 6 7), words!(12 9 10 11), $($fill)+) };
}

macro_rules! from_8 {
    ($group:literal, $($fill:tt)+) => { group!($group, 8 12, words!(5 6 7 8), words!(9 10 11 12), $($fill)+) };
}

macro_rules! loads {
    ($group:literal, $first:literal $second:literal, $at:literal $next:literal, $to:literal $second_to:literal, $($fill:tt)+) => {
        group!($group, $first $second, load!("rdi" $at $next, $to), load!("rsi" $at $next, $second_to), $($fill)+)
    };
}

macro_rules! group {
    ($group:literal, $first:literal $second:literal, $next:expr, $second_next:expr, $($fill:tt)+) => {
        concat!(
            rounds!($group, 1 2 $first, $next, 1 2, $($fill)+),
            rounds!($group, 3 4 $second, $second_next, 3 4, $($fill)+),
        )
    };
}

#[rustfmt::skip]
macro_rules! load {
    ($stream:literal $at:literal $group:literal, $words:literal) => {
        concat!(
            "vmovdqu xmm", $words, ", [", $stream, " + 64 * ", $at, " + 16 * ", $group, "]\n",
            "vpshufb xmm", $words, ", xmm", $words, ", xmm15\n",
        )
    };
}

#[rustfmt::skip]
macro_rules! words {
    ($w16:literal $w12:literal $w8:literal $w4:literal) => {
        concat!(
            "sha256msg1 xmm", $w16, ", xmm", $w12, "\n",
            "vpalignr xmm13, xmm", $w4, ", xmm", $w8, ", 4\n",
            "vpaddd xmm", $w16, ", xmm", $w16, ", xmm13\n",
            "sha256msg2 xmm", $w16, ", xmm", $w4, "\n",
        )
    };
}

/// The states before a block are added to what comes of it.
#[rustfmt::skip]
macro_rules! begin {
    () => { four!("vmovdqu ", "[rcx + {before}]" "xmm1", "[rcx + {before} + 16]" "xmm2", "[rcx + {before} + 32]" "xmm3", "[rcx + {before} + 48]" "xmm4") };
}

#[rustfmt::skip]
macro_rules! end {
    () => { four!("vpaddd xmm", 1 "xmm1, [rcx + {before}]", 2 "xmm2, [rcx + {before} + 16]", 3 "xmm3, [rcx + {before} + 32]", 4 "xmm4, [rcx + {before} + 48]") };
}
