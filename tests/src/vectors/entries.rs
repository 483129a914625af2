//! Vectors of `docs/spec/entries.md`: one line, and the order of lines.

use super::draft::{
    Break::{List, Parts},
    file_line, other_line,
};
use super::{SealVector, confirmed, violated};

const MALFORMED: &[&str] = &["entry.malformed"];
const ORDER: &[&str] = &["entry.order"];
const PARENT: &[&str] = &["entry.parent_missing"];

/// Replaces text in the line of `notes.txt`.
macro_rules! notes {
    ($from:expr, $to:expr) => {
        Parts(|parts| parts.edit(r#""path":"notes.txt""#, $from, $to))
    };
}

/// Adds members to the line of `notes.txt`, at their place before the salt.
macro_rules! with {
    ($members:expr) => {
        notes!(r#","salt""#, concat!(",", $members, r#","salt""#))
    };
}

fn replace_bytes(list: &mut Vec<u8>, from: &str, to: &str) {
    let text = String::from_utf8_lossy(list).into_owned();
    assert!(text.contains(from), "the list contains {from:?}");
    *list = text.replacen(from, to, 1).into_bytes();
}

pub(super) const VECTORS: &[SealVector] = &[
    confirmed(
        "entries-all-members",
        "every member that a file may have, in order",
        Parts(|parts| {
            parts.edit(r#""path":"notes.txt""#, r#","mtime""#, r#","md5":"79b5955c1826e985bf68352c950dd6cd","sha1":"ea0f087c7af572d688febbba33a17ebd2b8a52ff","sha512":"b71ec7605837de769a7cbf9644c13ddd13b673aa616d7cf15381a55cea09753e808df772975c40ebc886c4b3212cf918fe9529bbeac5e009f086f34b56fe8893","declared":[{"alg":"md5","value":"00","by":"imager","checked":false}],"mtime""#);
            parts.edit(r#""path":"notes.txt""#, r#","mode":"0644""#, r#","atime":"1960-02-29T12:00:00.000000001Z","ctime":"2100-02-28T23:59:59.999999999Z","btime":"0000-01-01T00:00:00.000000000Z","mode":"4755","uid":0,"gid":4294967295,"link_group":"00112233445566778899aabbccddeeff","xattrs":[{"name":"user.a","sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},{"name_hex":"ff","sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}],"holes":[{"offset":0,"length":1},{"offset":2,"length":30}]"#);
        }),
    ),
    confirmed(
        "entries-order-of-slash",
        "a directory is followed by what is in it, before a-b and a.b",
        Parts(|parts| {
            for (path, kind) in
                [("a a", "fifo"), ("a-b", "fifo"), ("a.b", "fifo"), ("a", "dir"), ("a/b", "fifo")].into_iter().rev()
            {
                parts.lines.insert(0, other_line(&format!(r#""path":"{path}""#), kind, ""));
            }
            parts.lines[..5]
                .sort_by_key(|line| ["\"a\"", "a/b", "a a", "a-b", "a.b"].iter().position(|path| line.contains(path)));
        }),
    ),
    violated(
        "entries-order-by-plain-bytes",
        "a slash is compared as 00, so a/b comes before a-b",
        Parts(|parts| {
            for (path, kind) in [("a", "dir"), ("a-b", "fifo"), ("a/b", "fifo")].into_iter().rev() {
                parts.lines.insert(0, other_line(&format!(r#""path":"{path}""#), kind, ""));
            }
        }),
        ORDER,
    ),
    violated("entries-lines-swapped", "paths strictly increase", Parts(|parts| parts.lines.swap(0, 1)), ORDER),
    violated(
        "entries-path-twice",
        "no path stands twice",
        Parts(|parts| parts.insert_before(r#""path":"void""#, other_line(r#""path":"pipe""#, "fifo", ""))),
        ORDER,
    ),
    violated(
        "entries-parent-missing",
        "the directory of a path is listed",
        Parts(|parts| parts.strike(r#""path":"mail","#)),
        PARENT,
    ),
    violated(
        "entries-parent-is-a-file",
        "the parent of a path is a directory",
        Parts(|parts| parts.insert_before(r#""path":"odd:name""#, other_line(r#""path":"notes.txt/x""#, "fifo", ""))),
        PARENT,
    ),
    violated(
        "entries-grandparent-missing",
        "every directory above a path is listed",
        Parts(|parts| parts.insert_before("inbox", other_line(r#""path":"mail/a/b""#, "dir", ""))),
        PARENT,
    ),
    violated(
        "entries-key-twice",
        "a key stands once",
        notes!(r#","kind":"file""#, r#","kind":"file","kind":"file""#),
        MALFORMED,
    ),
    violated(
        "entries-key-twice-with-another-value",
        "a key stands once, whatever a parser does with the second",
        notes!(r#","kind":"file""#, r#","kind":"dir","kind":"file""#),
        MALFORMED,
    ),
    violated("entries-key-unknown", "unknown keys are refused", with!(r#""color":"red""#), MALFORMED),
    violated("entries-key-in-upper-case", "keys are lower case", notes!(r#""mode""#, r#""Mode""#), MALFORMED),
    violated(
        "entries-keys-in-another-order",
        "keys stand in the one order",
        notes!(
            r#""mtime":"2026-11-20T10:00:00.000000000Z","mode":"0644""#,
            r#""mode":"0644","mtime":"2026-11-20T10:00:00.000000000Z""#
        ),
        MALFORMED,
    ),
    violated("entries-space-after-comma", "no spaces between members", notes!(r#","kind""#, r#", "kind""#), MALFORMED),
    violated(
        "entries-space-at-the-end",
        "nothing follows the object",
        Parts(|parts| parts.lines[5].push(' ')),
        MALFORMED,
    ),
    violated(
        "entries-two-objects-on-a-line",
        "one object a line",
        Parts(|parts| parts.lines[7].push_str("{}")),
        MALFORMED,
    ),
    violated(
        "entries-escaped-letter",
        "only quote and backslash are escaped",
        notes!(r#""path":"notes.txt""#, r#""path":"n\u006ftes.txt""#),
        MALFORMED,
    ),
    violated(
        "entries-escaped-slash",
        "a slash is not escaped",
        Parts(|parts| parts.edit("inbox", "mail/inbox", r"mail\/inbox")),
        MALFORMED,
    ),
    violated(
        "entries-lone-surrogate",
        "text is valid Unicode",
        notes!(r#""path":"notes.txt""#, r#""path":"\ud800notes.txt""#),
        MALFORMED,
    ),
    violated(
        "entries-not-utf-8",
        "a line is UTF-8",
        List(|list| {
            let at = list.windows(5).position(|w| w == b"notes").expect("notes");
            list[at] = 0xff;
        }),
        MALFORMED,
    ),
    violated(
        "entries-raw-control",
        "a control character never stands in a string",
        List(|list| replace_bytes(list, "notes.txt\",\"kind", "notes\u{1}txt\",\"kind")),
        MALFORMED,
    ),
    violated("entries-crlf", "a line ends with LF alone", List(|list| replace_bytes(list, "}\n", "}\r\n")), MALFORMED),
    violated("entries-empty-line", "no line is empty", List(|list| replace_bytes(list, "}\n", "}\n\n")), MALFORMED),
    violated("entries-final-lf-missing", "the last line ends with LF", List(drop_last), MALFORMED),
    violated(
        "entries-byte-order-mark",
        "the list begins with the first object",
        List(|list| {
            list.splice(0..0, [0xef, 0xbb, 0xbf]);
        }),
        MALFORMED,
    ),
    violated(
        "entries-array-around-the-lines",
        "a line is an object",
        Parts(|parts| parts.lines[0] = format!("[{}]", parts.lines[0])),
        MALFORMED,
    ),
    violated(
        "entries-number-with-leading-zero",
        "an integer has no leading zero",
        notes!(r#""size":32"#, r#""size":032"#),
        MALFORMED,
    ),
    violated(
        "entries-number-with-exponent",
        "an integer has no exponent",
        notes!(r#""size":32"#, r#""size":3.2e1"#),
        MALFORMED,
    ),
    violated(
        "entries-number-with-fraction",
        "an integer has no fraction",
        notes!(r#""size":32"#, r#""size":32.0"#),
        MALFORMED,
    ),
    violated(
        "entries-number-negative",
        "an integer is not negative",
        notes!(r#""size":32"#, r#""size":-32"#),
        MALFORMED,
    ),
    violated(
        "entries-number-of-2-to-the-63",
        "an integer is below 2^63",
        notes!(r#""size":32"#, r#""size":9223372036854775808"#),
        MALFORMED,
    ),
    violated("entries-number-as-text", "an integer is a number", notes!(r#""size":32"#, r#""size":"32""#), MALFORMED),
    violated("entries-null", "an absent value is left out", notes!(r#""mode":"0644""#, r#""mode":null"#), MALFORMED),
    violated("entries-empty-array", "an empty list is left out", with!(r#""holes":[]"#), MALFORMED),
    violated(
        "entries-kind-unknown",
        "the kinds are a closed list",
        Parts(|parts| parts.edit("pipe", "fifo", "door")),
        MALFORMED,
    ),
    violated("entries-kind-missing", "every line has a kind", notes!(r#","kind":"file""#, ""), MALFORMED),
    violated(
        "entries-path-missing",
        "every line has a path",
        Parts(|parts| parts.edit("pipe", r#""path":"pipe","#, "")),
        MALFORMED,
    ),
    violated(
        "entries-salt-missing",
        "every line has a salt",
        Parts(|parts| {
            let at = parts.lines[7].find(r#","salt""#).expect("a salt");
            parts.lines[7].replace_range(at.., "}");
        }),
        MALFORMED,
    ),
    violated(
        "entries-salt-too-short",
        "a salt has 16 bytes",
        Parts(|parts| {
            let end = parts.lines[7].len() - 4;
            parts.lines[7].replace_range(end..end + 2, "");
        }),
        MALFORMED,
    ),
    violated("entries-size-missing", "a file has a size", notes!(r#","size":32"#, ""), MALFORMED),
    violated(
        "entries-sha256-missing",
        "a file has a SHA-256",
        Parts(|parts| {
            let line = &mut parts.lines[5];
            let at = line.find(r#","sha256""#).expect("a digest");
            line.replace_range(at..at + 76, "");
        }),
        MALFORMED,
    ),
    violated(
        "entries-blake3-missing",
        "a file has a BLAKE3",
        Parts(|parts| {
            let line = &mut parts.lines[5];
            let at = line.find(r#","blake3""#).expect("a digest");
            line.replace_range(at..at + 76, "");
        }),
        MALFORMED,
    ),
    violated(
        "entries-digest-in-upper-case",
        "digests are lower case",
        Parts(|parts| upper_digest(&mut parts.lines[5])),
        MALFORMED,
    ),
    violated(
        "entries-digest-too-short",
        "a SHA-256 has 64 digits",
        Parts(|parts| {
            let line = &mut parts.lines[5];
            let at = line.find(r#""sha256":""#).expect("a digest") + 10;
            line.replace_range(at..at + 2, "");
        }),
        MALFORMED,
    ),
    violated(
        "entries-size-on-a-directory",
        "only files have a size",
        Parts(|parts| parts.edit("void", r#""kind":"dir""#, r#""kind":"dir","size":0"#)),
        MALFORMED,
    ),
    violated(
        "entries-target-missing",
        "a symlink has a target",
        Parts(|parts| parts.edit("link", r#","target":"notes.txt""#, "")),
        MALFORMED,
    ),
    violated(
        "entries-target-with-nul",
        "a target has no NUL",
        Parts(|parts| parts.edit("link", r#""target":"notes.txt""#, r#""target_hex":"6100""#)),
        MALFORMED,
    ),
    confirmed(
        "entries-unreadable-twice-at-one-place",
        "items without length may stand at one offset",
        with!(r#""unreadable":[{"offset":32,"length":0,"errno":"CHANGED"},{"offset":32,"length":0,"errno":"EIO"}]"#),
    )
    .codes(&["file.sealed_unreadable"]),
    violated("entries-target-on-a-file", "only a symlink has a target", with!(r#""target":"x""#), MALFORMED),
    violated("entries-time-without-decimals", "a time has nine decimals", notes!(".000000000Z", "Z"), MALFORMED),
    violated("entries-time-with-offset", "a time is UTC", notes!("000Z", "000+00:00"), MALFORMED),
    violated(
        "entries-time-that-is-none",
        "a time exists in the calendar",
        notes!("2026-11-20T", "2026-02-30T"),
        MALFORMED,
    ),
    violated("entries-leap-second", "a minute has 60 seconds", notes!("10:00:00.", "23:59:60."), MALFORMED),
    violated("entries-mode-of-three-digits", "a mode has four octal digits", notes!("0644", "644"), MALFORMED),
    violated("entries-mode-not-octal", "a mode has octal digits", notes!("0644", "0648"), MALFORMED),
    violated("entries-uid-of-2-to-the-32", "a user number is below 2^32", with!(r#""uid":4294967296"#), MALFORMED),
    violated(
        "entries-holes-overlap",
        "holes do not overlap",
        with!(r#""holes":[{"offset":0,"length":8},{"offset":4,"length":8}]"#),
        MALFORMED,
    ),
    violated(
        "entries-holes-touch",
        "touching holes are one hole",
        with!(r#""holes":[{"offset":0,"length":8},{"offset":8,"length":8}]"#),
        MALFORMED,
    ),
    violated(
        "entries-hole-past-the-end",
        "a hole ends inside the file",
        with!(r#""holes":[{"offset":16,"length":17}]"#),
        MALFORMED,
    ),
    violated(
        "entries-hole-of-no-length",
        "a hole has a length",
        with!(r#""holes":[{"offset":16,"length":0}]"#),
        MALFORMED,
    ),
    violated(
        "entries-hole-that-overflows",
        "offset and length stay below 2^63",
        with!(r#""holes":[{"offset":18446744073709551615,"length":2}]"#),
        MALFORMED,
    ),
    violated(
        "entries-xattrs-out-of-order",
        "attribute names increase",
        with!(
            r#""xattrs":[{"name":"user.b","sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},{"name":"user.a","sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}]"#
        ),
        MALFORMED,
    ),
    violated(
        "entries-key-twice-inside",
        "a key stands once, also inside a list",
        with!(r#""holes":[{"offset":0,"offset":0,"length":8}]"#),
        MALFORMED,
    ),
    violated(
        "entries-deeply-nested",
        "depth costs nothing",
        Parts(|parts| {
            let deep = format!(r#","holes":{}{},"salt""#, "[".repeat(3000), "]".repeat(3000));
            parts.edit("notes.txt\",\"kind", r#","salt""#, &deep);
        }),
        MALFORMED,
    ),
    violated(
        "entries-many-are-named",
        "verification does not stop at the first bad line",
        Parts(|parts| {
            parts.edit("pipe", "fifo", "door");
            parts.edit(r#""path":"empty""#, "0644", "644");
        }),
        MALFORMED,
    ),
    violated(
        "entries-file-under-another-kind",
        "a file sealed as a FIFO leaves its bytes unlisted",
        Parts(|parts| {
            parts.strike(r#""path":"notes.txt""#);
            parts.insert_before(r#""path":"odd:name""#, other_line(r#""path":"notes.txt""#, "fifo", ""));
        }),
        &["file.added"],
    ),
    violated(
        "entries-link-stored-in-data",
        "only files lie in data/",
        Parts(|parts| parts.data.put("link", "notes.txt")),
        &["file.added"],
    ),
    violated(
        "entries-a-file-listed-that-is-not-there",
        "every listed file is there",
        Parts(|parts| parts.insert_before(r#""path":"odd:name""#, file_line(r#""path":"notes.txu""#, None, b"", ""))),
        &["file.missing"],
    ),
];

fn drop_last(list: &mut Vec<u8>) {
    list.pop();
}

fn upper_digest(line: &mut String) {
    let at = line.find(r#""sha256":""#).expect("a digest") + 10;
    let upper = line[at..at + 64].to_uppercase();
    line.replace_range(at..at + 64, &upper);
}
