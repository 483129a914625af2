//! Vectors of `docs/spec/names.md`: paths and stored names.

use super::draft::{Break::Parts, file_line, other_line};
use super::{SealVector, confirmed, violated};

const NAME: &[&str] = &["entry.name"];
const MALFORMED: &[&str] = &["entry.malformed"];

/// Replaces the plain file `notes.txt` by one of another name whose bytes lie at `place`.
macro_rules! named {
    ($path:expr, $stored:expr, $place:expr) => {
        Parts(|parts| {
            parts.strike(r#""path":"notes.txt""#);
            parts.data.take("notes.txt");
            let line = file_line($path, $stored, b"The parcel was opened at 09:40.\n", "");
            parts.insert_before(r#""path":"odd:name""#, line);
            parts.data.put($place, "The parcel was opened at 09:40.\n");
        })
    };
}

/// Inserts a line at the top of the list.
macro_rules! first {
    ($line:expr) => {
        Parts(|parts| parts.lines.insert(0, $line))
    };
}

pub(super) const VECTORS: &[SealVector] = &[
    confirmed(
        "names-escape-of-a-plain-byte",
        "a verifier decodes; that more is escaped than needed is no fault",
        named!(r#""path":"notes.txt""#, Some("=6Eotes.txt"), "=6Eotes.txt"),
    ),
    confirmed(
        "names-hashed-component",
        "a component over 255 stored bytes is stored as =+ and its SHA-256",
        named!(
            r#""path_hex":"6effffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff""#,
            Some("=+6d29c1e301c368e2d00b00921405284ddfe5f7b52e455edb683cc5b08f9b79b9"),
            "=+6d29c1e301c368e2d00b00921405284ddfe5f7b52e455edb683cc5b08f9b79b9"
        ),
    ),
    confirmed(
        "names-litter-as-evidence",
        "a sealed .DS_Store is evidence like any other file",
        Parts(|parts| {
            parts.lines.insert(0, file_line(r#""path":".DS_Store""#, None, b"Bud1", ""));
            parts.data.put(".DS_Store", "Bud1");
        }),
    ),
    violated("names-path-empty", "a path is not empty", first!(other_line(r#""path":"""#, "dir", "")), NAME),
    violated(
        "names-path-absolute",
        "a path does not begin with a slash",
        first!(other_line(r#""path":"/etc""#, "dir", "")),
        NAME,
    ),
    violated("names-path-dot", "no component is a dot", first!(other_line(r#""path":"./a""#, "dir", "")), NAME),
    violated("names-path-dot-dot", "no component is two dots", first!(other_line(r#""path":"../a""#, "dir", "")), NAME),
    violated(
        "names-path-dot-dot-inside",
        "no component is two dots, wherever it stands",
        Parts(|parts| parts.insert_before("inbox", other_line(r#""path":"mail/..""#, "dir", ""))),
        NAME,
    ),
    violated(
        "names-path-empty-component",
        "no component is empty",
        Parts(|parts| parts.insert_before("inbox", other_line(r#""path":"mail//x""#, "dir", ""))),
        NAME,
    ),
    violated(
        "names-path-final-slash",
        "a path does not end with a slash",
        Parts(|parts| parts.insert_before("inbox", other_line(r#""path":"mail/""#, "dir", ""))),
        NAME,
    ),
    violated(
        "names-path-not-plain-and-not-allowed",
        "the bytes of a path come before the key that they stand in",
        first!(other_line("\"path\":\"../a\u{85}\"", "dir", "")),
        NAME,
    ),
    violated("names-path-nul", "a path has no NUL", first!(other_line(r#""path_hex":"610062""#, "dir", "")), NAME),
    violated(
        "names-path-hex-of-plain-text",
        "path_hex stands only where path cannot",
        Parts(|parts| {
            parts.edit(
                r#""path":"notes.txt""#,
                r#""path":"notes.txt""#,
                r#""path_hex":"6e6f7465732e747874","stored":"notes.txt""#,
            )
        }),
        MALFORMED,
    ),
    violated(
        "names-path-with-bidi-control",
        "a path with a bidi control is written as path_hex",
        named!("\"path\":\"notes\u{202e}txt\"", Some("notes=E2=80=AEtxt"), "notes=E2=80=AEtxt"),
        MALFORMED,
    ),
    violated(
        "names-path-with-line-separator",
        "a path with U+2028 is written as path_hex",
        named!("\"path\":\"notes\u{2028}txt\"", Some("notes=E2=80=A8txt"), "notes=E2=80=A8txt"),
        MALFORMED,
    ),
    violated(
        "names-path-with-c1-control",
        "a path with a C1 control is written as path_hex",
        named!("\"path\":\"notes\u{85}txt\"", Some("notes=C2=85txt"), "notes=C2=85txt"),
        MALFORMED,
    ),
    violated(
        "names-path-twice-in-two-forms",
        "a line has path or path_hex, not both",
        Parts(|parts| {
            parts.edit(
                r#""path":"notes.txt""#,
                r#""path":"notes.txt""#,
                r#""path":"notes.txt","path_hex":"6e6f7465732e747874""#,
            )
        }),
        MALFORMED,
    ),
    violated(
        "names-stored-missing",
        "a path outside the safe set needs a stored name",
        named!(r#""path":"odd:a""#, None, "odd:a"),
        NAME,
    ),
    violated(
        "names-stored-missing-for-hex-path",
        "a path_hex of kind file needs a stored name",
        Parts(|parts| {
            parts.edit("636166e9", r#","stored":"caf=E9""#, "");
            parts.data.take("caf=E9");
        }),
        MALFORMED,
    ),
    violated(
        "names-stored-equal-to-path",
        "stored stands only where it differs from the path",
        Parts(|parts| {
            parts.edit(r#""path":"notes.txt""#, r#""path":"notes.txt""#, r#""path":"notes.txt","stored":"notes.txt""#)
        }),
        MALFORMED,
    ),
    violated(
        "names-stored-on-a-directory",
        "stored stands on kind file only",
        Parts(|parts| parts.edit(r#""path":"void""#, r#""path":"void""#, r#""path":"void","stored":"=76oid""#)),
        MALFORMED,
    ),
    violated(
        "names-stored-unsafe-byte",
        "a stored name holds safe bytes only",
        named!(r#""path":"o:t""#, Some("o:=74"), "o:=74"),
        NAME,
    ),
    violated(
        "names-stored-lower-case-escape",
        "an escape has upper-case digits",
        named!(r#""path":"o:t""#, Some("o=3at"), "o=3at"),
        NAME,
    ),
    violated("names-stored-cut-escape", "an escape has two digits", named!(r#""path":"o:""#, Some("o=3"), "o=3"), NAME),
    violated(
        "names-stored-of-another-path",
        "a stored name decodes to the path",
        named!(r#""path":"notes.txt""#, Some("n=6Ftes.tx"), "n=6Ftes.tx"),
        NAME,
    ),
    violated(
        "names-stored-in-another-directory",
        "a stored name keeps the components of the path",
        named!(r#""path":"notes.txt""#, Some("mail/notes.txt"), "mail/notes.txt"),
        NAME,
    ),
    violated(
        "names-stored-with-dot-dot",
        "a stored name never climbs",
        named!(r#""path":"notes.txt""#, Some("../notes.txt"), "safe"),
        NAME,
    ),
    violated(
        "names-stored-absolute",
        "a stored name never begins with a slash",
        named!(r#""path":"notes.txt""#, Some("/notes.txt"), "safe"),
        NAME,
    ),
    violated(
        "names-stored-hash-of-another-name",
        "a hashed name is the hash of the path",
        named!(
            r#""path":"notes.txt""#,
            Some("=+0000000000000000000000000000000000000000000000000000000000000000"),
            "=+0000000000000000000000000000000000000000000000000000000000000000"
        ),
        NAME,
    ),
    violated(
        "names-stored-cut-hash",
        "a hashed name has 64 digits",
        named!(r#""path":"notes.txt""#, Some("=+00"), "=+00"),
        NAME,
    ),
    violated(
        "names-stored-trailing-dot",
        "a stored component does not end with a dot",
        named!(r#""path":"notes.""#, None, "notes."),
        NAME,
    ),
    violated(
        "names-stored-trailing-space",
        "a stored component does not end with a space",
        named!(r#""path":"notes ""#, None, "notes "),
        NAME,
    ),
    violated(
        "names-stored-windows-device",
        "a name reserved on Windows is escaped",
        named!(r#""path":"nul.txt""#, None, "nul.txt"),
        NAME,
    ),
    confirmed(
        "names-stored-that-normalises",
        "a verifier has no Unicode tables: a character that changes under NFC is the sealer's matter",
        named!("\"path\":\"note\u{301}\"", None, "note\u{301}"),
    ),
    violated(
        "names-stored-twice",
        "two files never share a stored name",
        Parts(|parts| {
            parts.insert_before(
                r#""path":"odd:name""#,
                file_line(r#""path":"notes.txu""#, Some("notes.txt"), b"The parcel was opened at 09:40.\n", ""),
            )
        }),
        NAME,
    ),
    violated(
        "names-stored-component-too-long",
        "a stored component has at most 255 bytes",
        named!(
            r#""path":"nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx""#,
            None,
            "safe"
        ),
        NAME,
    ),
];
