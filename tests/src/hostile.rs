//! Exhibits: a small ordinary one, and the nastiest tree that the file system here can hold.

use std::io;
use std::path::Path;

use rustix::fs::FileType;

use crate::maker::Maker;

/// Seconds since 1970 of 1960-02-29T12:00:00Z.
pub const YEAR_1960: i64 = -310_478_400;
/// Seconds since 1970 of 2100-02-28T23:59:59Z.
pub const YEAR_2100: i64 = 4_107_542_399;
/// How many names in `case twins/` differ from each other in letter case only.
pub const CASE_TWINS: usize = 10_000;

/// Names that are legal in a Unix directory and break some tool or other; each is a file at the root of the tree.
pub fn hostile_names() -> Vec<Vec<u8>> {
    let mut names: Vec<Vec<u8>> = NAMES.iter().map(|name| name.to_vec()).collect();
    names.extend([vec![0xff; 255], vec![b'='; 255], vec![b'a'; 255], vec![b' '; 255]]);
    names.push(format!("=+{}", "0".repeat(64)).into_bytes());
    // 127 two-byte letters: short as they stand, over 255 bytes once escaped.
    names.push("\u{e9}".repeat(127).into_bytes());
    names.extend(
        ["CON", "con.txt", "Aux", "nul.tar.gz", "COM1", "lpt9.log", "COM\u{b9}", "CLOCK$"]
            .map(|n| n.as_bytes().to_vec()),
    );
    names.extend(br#"\:*?"<>|"#.iter().map(|byte| format!("sign {} here", *byte as char).into_bytes()));
    names
}

const NAMES: &[&[u8]] = &[
    b"caf\xe9",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"line\nbreak",
    b"car\rriage",
    b"tab\there",
    b"bell\x07",
    b"\x1b[31mred\x1b[0m",
    b"\x1b]52;c;AAAA\x07",
    b"del\x7f",
    b"next\xc2\x85line",
    b"a%0Ab",
    b"a\nb",
    b"a%0ab",
    b"a=0Ab",
    b"%25",
    b"100%.txt",
    b"=",
    b"=+",
    b"=3D",
    b"a a",
    b"a-b",
    b"a.b",
    b"a b ",
    b" leading",
    b"trailing ",
    b"trailing.",
    b"trailing. .",
    b"...",
    b"..a",
    b"-rf",
    b"--help",
    b"~",
    b"~root",
    b"#comment",
    b"$(id)",
    b"`id`",
    b";ls",
    b"&&",
    b"'quote'",
    b"!history",
    b"back\\slash",
    b"\\",
    b"*",
    b"* star",
    b"README",
    b"readme",
    b"ReadMe",
    b".DS_Store",
    b"._resource",
    b"Thumbs.db",
    b"desktop.ini",
    b"data",
    b"bagit.txt",
    b"manifest-sha256.txt",
    b"caf\xc3\xa9",
    b"cafe\xcc\x81",
    b"\xd0\xb9",
    b"\xd0\xb8\xcc\x86",
    b"\xea\xb0\x80",
    b"\xe1\x84\x80\xe1\x85\xa1",
    b"\xe2\x84\xab",
    b"stra\xc3\x9fe",
    b"STRASSE",
    b"\xc4\xb0",
    b"\xc4\xb1",
    b"i",
    b"I",
    b"\xef\xac\x81",
    b"fi",
    b"rtl\xe2\x80\xaegpj.exe",
    b"zero\xe2\x80\x8bwidth",
    b"nbsp\xc2\xa0",
    b"\xe3\x80\x80wide",
    b"line\xe2\x80\xa8sep",
    b"bom\xef\xbb\xbf",
    b"\xef\xbf\xbf",
    b"\xf0\x9f\x91\xbb",
    b"=cmd|calc",
    b"@SUM",
    b"<script>alert(1)",
    b"\\\\?\\C:",
    b"C:",
    b"file:stream",
    b"a\xccb",
    b"\xcc\x81",
];

/// A tree of seven entries with nothing odd in it.
pub fn small(root: &Path) -> io::Result<()> {
    let tree = Maker::at(root)?;
    tree.file("notes.txt", "The parcel was opened at 09:40.\n")?;
    tree.file("empty", "")?;
    tree.file("mail/inbox.mbox", "From alice\n\nSee you at nine.\n")?;
    tree.file("mail/\u{431}\u{430}\u{43d}\u{43a}.csv", "date;sum\n2026-03-01;1200\n")?;
    tree.symlink("latest", "mail/inbox.mbox")
}

/// The nastiest tree: every hostile name, kind, depth, time and mode that this user may make.
///
/// Devices and unreadable files are only there for root: another user may not make the ones nor seal the others.
pub fn hostile(root: &Path) -> io::Result<()> {
    let tree = Maker::at(root)?;
    names(&tree)?;
    paths(&tree)?;
    kinds(&tree)?;
    contents(&tree)?;
    metadata(&tree)?;
    if rustix::process::geteuid().is_root() {
        privileged(&tree)?;
    }
    // Last, for every entry made below changes the time of its directory.
    tree.times("times/of directory", (YEAR_2100, 1), (YEAR_1960, 999_999_999))?;
    tree.times("", (YEAR_1960, 7), (YEAR_2100, 123_456_789))
}

fn names(tree: &Maker) -> io::Result<()> {
    for (index, name) in hostile_names().iter().enumerate() {
        tree.file(name, format!("content of name {index}\n"))?;
    }
    for name in hostile_names() {
        tree.file([&b"directories/"[..], &name, b"/inner"].concat(), &name)?;
    }
    for index in 0..CASE_TWINS {
        let twin: Vec<u8> = (b'a'..=b'n')
            .enumerate()
            .map(|(bit, letter)| if index >> bit & 1 == 1 { letter.to_ascii_uppercase() } else { letter })
            .collect();
        tree.file([&b"case twins/"[..], &twin].concat(), if index % 1000 == 0 { twin.clone() } else { vec![] })?;
    }
    Ok(())
}

/// `a a-b a.b a/b` is the list on which a sort by path and a sorted walk disagree.
fn paths(tree: &Maker) -> io::Result<()> {
    for path in
        ["order/a/b", "order/a-b", "order/a.b", "order/a a", "order/a0", "order/A/b", "order/a/b-c", "order/a/B"]
    {
        tree.file(path, path)?;
    }
    tree.file(format!("deep/{}bottom", "d/".repeat(500)), "five hundred down")?;
    let long = format!("long/{}end", format!("{}/", "x".repeat(200)).repeat(30));
    assert!(long.len() > 6000, "longer than PATH_MAX, so only directory handles reach it");
    tree.file(&long, "six thousand bytes away")?;
    let wide = [&b"long/"[..], &[&[0xff; 255][..], b"/"].concat().repeat(6), b"end"].concat();
    tree.file(wide, "escaped to more than a path may have")
}

fn kinds(tree: &Maker) -> io::Result<()> {
    tree.dir("empty directory")?;
    tree.dir("directories/of/directories/only")?;
    tree.file("links/file", "linked to")?;
    tree.symlink("links/plain", "file")?;
    tree.symlink("links/dangling", "nowhere/at all")?;
    tree.symlink("links/loop", "loop")?;
    tree.symlink("links/to directory", "../directories")?;
    tree.symlink("links/outside", "/etc/passwd")?;
    tree.symlink("links/up", "../../../../../..")?;
    tree.symlink("links/odd target", b"\xff\n\x1b[2J")?;
    tree.symlink("links/long target", "t/".repeat(2000))?;
    tree.symlink(b"links/odd name\n\xff", "file")?;
    tree.file("hard/one", "three names of one file")?;
    tree.hard_link("hard/one", "hard/two")?;
    tree.hard_link("hard/one", "links/three")?;
    tree.file("hard/other", "three names of one file")?;
    tree.file("hard/empty one", "")?;
    tree.hard_link("hard/empty one", "hard/empty two")?;
    tree.special("special/fifo", FileType::Fifo, (0, 0))?;
    tree.special("special/socket", FileType::Socket, (0, 0))?;
    tree.special(b"special/fifo\n\xff", FileType::Fifo, (0, 0))
}

fn contents(tree: &Maker) -> io::Result<()> {
    let block: Vec<u8> = (0u32..4096).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let mebibyte: Vec<u8> =
        (0..256u32).flat_map(|n| block.iter().map(move |byte| byte.wrapping_add(n as u8))).collect();
    for (name, size) in [("one", 1), ("4095", 4095), ("4096", 4096), ("4097", 4097), ("1 MiB", 1 << 20)] {
        tree.file(format!("contents/{name}"), &mebibyte[..size])?;
    }
    tree.file("contents/manifest lookalike", format!("{}  data/notes.txt\n", "0".repeat(64)))?;
    // Over 16 MiB, so its groups have chunk values; with a last group that is not full.
    tree.file("contents/large", mebibyte.repeat(17).into_iter().chain([1, 2, 3]).collect::<Vec<u8>>())?;
    tree.file("contents/16 MiB", mebibyte.repeat(16))?;
    tree.sparse("sparse/hole only", 5 << 20, &[])?;
    tree.sparse("sparse/data in the middle", 40 << 20, &[(20 << 20, &block)])?;
    tree.sparse("sparse/data at the ends", (24 << 20) + 5, &[(0, &block), (24 << 20, b"tail.")])?;
    let islands: Vec<(u64, &[u8])> = (0..100).map(|n| (n * 65_536, &block[..])).collect();
    tree.sparse("sparse/a hundred holes", 100 * 65_536, &islands)
}

fn metadata(tree: &Maker) -> io::Result<()> {
    for mode in [0o400, 0o444, 0o600, 0o640, 0o755, 0o777, 0o1755, 0o2755, 0o4755, 0o6777] {
        tree.file(format!("modes/{mode:o}"), "#!/bin/sh\n")?;
        tree.mode(format!("modes/{mode:o}"), mode)?;
    }
    for mode in [0o700, 0o555, 0o1777, 0o2775] {
        tree.dir(format!("modes/directory {mode:o}"))?;
        tree.mode(format!("modes/directory {mode:o}"), mode)?;
    }
    let moments = [
        ("1960", YEAR_1960, 1),
        ("before 1970", -1, 500_000_000),
        ("1970", 0, 0),
        ("2038", 2_147_483_648, 2),
        ("2100", YEAR_2100, 999_999_999),
    ];
    for (name, seconds, nanoseconds) in moments {
        tree.file(format!("times/{name}"), name)?;
        tree.times(format!("times/{name}"), (seconds, 0), (seconds, nanoseconds))?;
    }
    tree.symlink("times/link", "1960")?;
    tree.times("times/link", (YEAR_2100, 0), (YEAR_1960, 42))?;
    tree.file("times/of directory/file", "")?;
    tree.file("attributes/file", "has attributes")?;
    // Some file systems (tmpfs of older kernels) have no user attributes; the tree is hostile enough without.
    for (name, value) in
        [("user.comment", &b"seen"[..]), ("user.binary", b"\x00\xff\n"), ("user.empty", b""), ("user.\u{e9}", b"name")]
    {
        match tree.xattr("attributes/file", name, value) {
            Err(error) if error.raw_os_error() == Some(95) => return Ok(()),
            result => result?,
        }
    }
    tree.xattr("attributes", "user.comment", b"on a directory")
}

fn privileged(tree: &Maker) -> io::Result<()> {
    tree.file("modes/0", "readable by root alone")?;
    tree.mode("modes/0", 0)?;
    tree.file("modes/directory 0/inside", "behind a closed door")?;
    tree.mode("modes/directory 0", 0)?;
    tree.special("special/null", FileType::CharacterDevice, (1, 3))?;
    tree.special("special/loop", FileType::BlockDevice, (7, 99))
}
