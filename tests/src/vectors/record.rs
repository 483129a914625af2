//! Vectors of `docs/spec/records.md`: the record of the seal, and what it says of list, tag files and totals.

use super::draft::Break::{Parts, Record};
use super::sshsig::{public_line, stranger};
use super::{SealVector, confirmed, undetermined, violated};

const MALFORMED: &[&str] = &["seal.malformed"];

/// Replaces text in the record.
macro_rules! edit {
    ($from:expr, $to:expr) => {
        Record(|record| {
            assert!(record.contains($from), "the record contains {:?}", $from);
            *record = record.replacen($from, $to, 1);
        })
    };
}

pub(super) const VECTORS: &[SealVector] = &[
    confirmed(
        "records-details-and-long-text",
        "a record may end with free fields",
        edit!(
            "number = \"A1\"\n",
            "number = \"A1\"\ncondition = \"a \\\"phone\\\" in C:\\\\bag, \u{442}\u{435}\u{43b}\u{435}\u{444}\u{43e}\u{43d}\"\n\n[acquisition]\nremarks = [\"first\", \"second\"]\n\n[details]\nroom_temperature = \"19 C\"\n"
        ),
    ),
    confirmed(
        "records-not-read-back",
        "the seal may say that nothing was read back",
        edit!("payload = \"copy\"\n", "payload = \"copy\"\nreread = false\n"),
    )
    .codes(&["seal.unread_copy"]),
    confirmed(
        "records-cosigner",
        "the record names who is to countersign",
        Record(|record| {
            let key = public_line(&stranger());
            *record = record
                .replace("\n[tree]", &format!("\n[[cosigner]]\nname = \"Second Officer\"\nkey = \"{key}\"\n\n[tree]"));
        }),
    )
    .codes(&["custody.cosigner_pending"]),
    undetermined(
        "records-version-unknown",
        "a later version is not judged",
        edit!("seal/v1", "seal/v2"),
        &["seal.unknown_format"],
    ),
    undetermined(
        "records-format-unknown",
        "another format is not judged",
        edit!("sealbag/seal/v1", "other/thing"),
        &["seal.unknown_format"],
    ),
    violated(
        "records-format-missing",
        "a record begins with its format",
        edit!("format = \"sealbag/seal/v1\"\n", ""),
        MALFORMED,
    ),
    violated(
        "records-format-in-another-spelling",
        "the format line has one spelling",
        edit!("format = \"sealbag/seal/v1\"", "format=\"sealbag/seal/v1\""),
        MALFORMED,
    ),
    violated(
        "records-key-unknown",
        "unknown keys are refused",
        edit!("payload =", "colour = \"red\"\npayload ="),
        MALFORMED,
    ),
    violated(
        "records-table-unknown",
        "unknown tables are refused",
        edit!("\n[tree]", "\n[weather]\nsky = \"blue\"\n\n[tree]"),
        MALFORMED,
    ),
    violated(
        "records-key-twice",
        "a key stands once",
        edit!("payload = \"copy\"\n", "payload = \"copy\"\npayload = \"copy\"\n"),
        MALFORMED,
    ),
    violated(
        "records-keys-in-another-order",
        "keys stand in the one order",
        edit!("index = 0\ntime = \"2026-11-23T08:12:44Z\"\n", "time = \"2026-11-23T08:12:44Z\"\nindex = 0\n"),
        MALFORMED,
    ),
    violated(
        "records-tables-in-another-order",
        "tables stand in the one order",
        edit!(
            "[case]\nnumber = \"2026-17\"\n\n[exhibit]\nnumber = \"A1\"\n",
            "[exhibit]\nnumber = \"A1\"\n\n[case]\nnumber = \"2026-17\"\n"
        ),
        MALFORMED,
    ),
    violated("records-signer-missing", "a seal names its signer", edit!("name = \"Test Officer\"\n", ""), MALFORMED),
    violated(
        "records-exhibit-missing",
        "a seal names its exhibit",
        edit!("\n[exhibit]\nnumber = \"A1\"\n", ""),
        MALFORMED,
    ),
    violated("records-totals-missing", "all totals are written", edit!("specials = 1\n", ""), MALFORMED),
    violated(
        "records-tree-missing",
        "a seal has the tree head",
        Record(|record| {
            let (from, to) = (record.find("\n[tree]").expect("tree"), record.find("\n[digests]").expect("digests"));
            record.replace_range(from..to, "");
        }),
        MALFORMED,
    ),
    violated("records-index-1", "event 0 has index 0", edit!("index = 0", "index = 1"), MALFORMED),
    violated("records-comment", "no comments", edit!("payload =", "# read this\npayload ="), MALFORMED),
    violated("records-two-blank-lines", "one blank line before a header", edit!("\n[tree]", "\n\n[tree]"), MALFORMED),
    violated("records-no-blank-line", "one blank line before a header", edit!("\n[tree]", "[tree]"), MALFORMED),
    violated(
        "records-trailing-space",
        "nothing stands behind a value",
        edit!("index = 0\n", "index = 0 \n"),
        MALFORMED,
    ),
    violated("records-two-spaces", "one space on either side of the sign", edit!("index = 0", "index  = 0"), MALFORMED),
    violated("records-tab", "a tab is a control character", edit!("index = 0", "index =\t0"), MALFORMED),
    violated("records-crlf", "a line ends with LF alone", edit!("index = 0\n", "index = 0\r\n"), MALFORMED),
    violated("records-literal-string", "strings stand in double quotes", edit!("\"copy\"", "'copy'"), MALFORMED),
    violated(
        "records-multi-line-string",
        "a string is one line",
        edit!("\"Test Officer\"", "\"\"\"Test Officer\"\"\""),
        MALFORMED,
    ),
    violated(
        "records-escaped-letter",
        "only quote and backslash are escaped",
        edit!("\"copy\"", "\"c\\u006Fpy\""),
        MALFORMED,
    ),
    violated(
        "records-inline-table",
        "no inline tables",
        edit!("[exhibit]\nnumber = \"A1\"\n", "exhibit = { number = \"A1\" }\n"),
        MALFORMED,
    ),
    violated(
        "records-dotted-key",
        "no dotted keys",
        edit!("[exhibit]\nnumber = \"A1\"\n", "exhibit.number = \"A1\"\n"),
        MALFORMED,
    ),
    violated("records-quoted-key", "no quoted keys", edit!("payload =", "\"payload\" ="), MALFORMED),
    violated("records-integer-in-hex", "integers are decimal", edit!("index = 0", "index = 0x0"), MALFORMED),
    violated("records-integer-with-sign", "integers have no sign", edit!("index = 0", "index = +0"), MALFORMED),
    violated(
        "records-integer-with-underscore",
        "integers have digits only",
        edit!("directories = 2", "directories = 0_2"),
        MALFORMED,
    ),
    violated(
        "records-integer-negative",
        "integers are not negative",
        edit!("directories = 2", "directories = -2"),
        MALFORMED,
    ),
    violated(
        "records-integer-of-2-to-the-63",
        "integers are below 2^63",
        edit!("directories = 2", "directories = 9223372036854775808"),
        MALFORMED,
    ),
    violated("records-float", "no floats", edit!("directories = 2", "directories = 2.0"), MALFORMED),
    violated(
        "records-toml-date",
        "times are strings",
        edit!("\"2026-11-23T08:12:44Z\"", "2026-11-23T08:12:44Z"),
        MALFORMED,
    ),
    violated("records-time-with-lower-case-z", "a time has one form", edit!("44Z", "44z"), MALFORMED),
    violated("records-time-with-offset", "a time is UTC", edit!("44Z", "44+00:00"), MALFORMED),
    violated("records-time-with-fraction", "a time has whole seconds", edit!("44Z", "44.0Z"), MALFORMED),
    violated(
        "records-time-that-is-none",
        "a time exists in the calendar",
        edit!("2026-11-23T", "2026-11-31T"),
        MALFORMED,
    ),
    violated("records-leap-second", "a minute has 60 seconds", edit!("08:12:44", "23:59:60"), MALFORMED),
    violated("records-year-of-five-digits", "a year has four digits", edit!("2026-11-23T", "12026-11-23T"), MALFORMED),
    violated(
        "records-digest-in-upper-case",
        "digests are lower case",
        Record(|record| {
            let at = record.find("root = \"").expect("root") + 8;
            let upper = record[at..at + 64].to_uppercase();
            record.replace_range(at..at + 64, &upper);
        }),
        MALFORMED,
    ),
    violated(
        "records-digest-too-short",
        "a digest has 64 digits",
        Record(|record| {
            let at = record.find("root = \"").expect("root") + 8;
            record.replace_range(at..at + 2, "");
        }),
        MALFORMED,
    ),
    violated("records-bag-too-short", "a bag's identifier has 32 digits", edit!("bag = \"00", "bag = \""), MALFORMED),
    violated(
        "records-empty-string",
        "empty means absent",
        edit!("number = \"A1\"\n", "number = \"A1\"\ndescription = \"\"\n"),
        MALFORMED,
    ),
    violated(
        "records-empty-array",
        "empty means absent",
        edit!("number = \"A1\"\n", "number = \"A1\"\n\n[acquisition]\nremarks = []\n"),
        MALFORMED,
    ),
    violated(
        "records-false-by-default",
        "a default is not written",
        edit!("payload = \"copy\"\n", "payload = \"copy\"\nresumed = false\n"),
        MALFORMED,
    ),
    violated(
        "records-empty-table",
        "a table without fields is left out",
        edit!("[exhibit]", "[source]\n\n[exhibit]"),
        MALFORMED,
    ),
    violated(
        "records-array-over-two-lines",
        "an array is one line",
        edit!("number = \"A1\"\n", "number = \"A1\"\n\n[acquisition]\nremarks = [\"first\",\n\"second\"]\n"),
        MALFORMED,
    ),
    violated(
        "records-payload-unknown",
        "the payload modes are a closed list",
        edit!("\"copy\"", "\"borrowed\""),
        MALFORMED,
    ),
    violated("records-blank-line-at-the-end", "one LF ends a record", Record(|record| record.push('\n')), MALFORMED),
    violated(
        "records-byte-order-mark",
        "a record begins with its format",
        Record(|record| record.insert(0, '\u{feff}')),
        MALFORMED,
    ),
    violated("records-nul", "no NUL", edit!("Test Officer", "Test\0Officer"), MALFORMED),
    violated(
        "records-escape-character",
        "no control characters",
        edit!("Test Officer", "\u{1b}[2JTest Officer"),
        MALFORMED,
    ),
    violated("records-c1-control", "no C1 controls", edit!("Test Officer", "Test\u{9b}Officer"), MALFORMED),
    violated("records-bidi-control", "no bidi controls", edit!("Test Officer", "Test \u{202e}reciffO"), MALFORMED),
    violated(
        "records-line-separator",
        "no separators that look like a line's end",
        edit!("Test Officer", "Test\u{2028}Officer"),
        MALFORMED,
    ),
    violated(
        "records-line-of-dashes",
        "no line begins with five dashes",
        edit!("payload =", "-----\npayload ="),
        MALFORMED,
    ),
    violated(
        "records-over-64-kib",
        "a record has 64 KiB at most",
        Record(|record| {
            let long = format!("description = \"{}\"\n", "x".repeat(65_536));
            *record = record.replace("number = \"A1\"\n", &format!("number = \"A1\"\n{long}"));
        }),
        MALFORMED,
    ),
    violated(
        "records-detail-key-in-upper-case",
        "keys of free fields are lower case",
        edit!("number = \"A1\"\n", "number = \"A1\"\n\n[details]\nRoom = \"4\"\n"),
        MALFORMED,
    ),
    violated(
        "records-details-out-of-order",
        "free fields stand in the order of their keys",
        edit!("number = \"A1\"\n", "number = \"A1\"\n\n[details]\nroom = \"4\"\nfloor = \"1\"\n"),
        MALFORMED,
    ),
    violated(
        "records-detail-that-is-a-number",
        "free fields are strings",
        edit!("number = \"A1\"\n", "number = \"A1\"\n\n[details]\nroom = 4\n"),
        MALFORMED,
    ),
    violated(
        "records-cosigner-is-the-signer",
        "a cosigner has a key of their own",
        Record(|record| {
            let at = record.find("key = ").expect("key");
            let key = record[at..].lines().next().expect("line").to_owned();
            *record =
                record.replace("\n[tree]", &format!("\n[[cosigner]]\nname = \"Second Officer\"\n{key}\n\n[tree]"));
        }),
        MALFORMED,
    ),
    violated(
        "records-signer-key-with-comment",
        "a key in a record has no comment",
        Record(|record| {
            let at = record.find("\n\n[tree]").expect("tree") - 1;
            record.insert_str(at, " officer");
        }),
        MALFORMED,
    ),
    violated(
        "records-signer-is-another",
        "the record names the key that signed",
        Record(|record| {
            let at = record.find("key = \"").expect("key") + 7;
            let end = at + record[at..].find('"').expect("quote");
            record.replace_range(at..end, &public_line(&stranger()));
        }),
        &["seal.signer_mismatch"],
    ),
    violated(
        "tree-size-of-another-list",
        "the list has the sealed number of lines",
        edit!("size = 9", "size = 10"),
        &["tree.size_mismatch"],
    ),
    violated(
        "tree-root-of-another-list",
        "the list has the sealed root",
        Record(|record| {
            let at = record.find("root = \"").expect("root") + 8;
            record.replace_range(at..at + 64, &"0".repeat(64));
        }),
        &["tree.root_mismatch"],
    ),
    violated(
        "tree-totals-files",
        "the totals are those of the list",
        edit!("files = 5", "files = 4"),
        &["totals.mismatch"],
    ),
    violated(
        "tree-totals-bytes",
        "the totals are those of the list",
        edit!("bytes = ", "bytes = 1"),
        &["totals.mismatch"],
    ),
    violated(
        "tree-totals-directories",
        "the totals are those of the list",
        edit!("directories = 2", "directories = 3"),
        &["totals.mismatch"],
    ),
    violated(
        "tree-totals-specials",
        "the totals are those of the list",
        edit!("specials = 1", "specials = 0"),
        &["totals.mismatch"],
    ),
    confirmed(
        "tree-one-entry",
        "the root of one line is its leaf hash",
        Parts(|parts| {
            parts.lines.drain(1..);
            parts.data.0.retain(|path, _| path == "caf=E9");
        }),
    ),
    confirmed(
        "tree-no-entry",
        "the root of no line is the hash of nothing; a missing data/ is an empty one",
        Parts(|parts| {
            parts.lines.clear();
            parts.data.0.clear();
        }),
    ),
];
