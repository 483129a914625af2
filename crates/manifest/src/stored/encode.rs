//! The sealer's side: from an evidence name to its stored name (`docs/spec/names.md`, "Stored names").

use std::borrow::Cow;

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, is_nfc_quick, is_nfd_quick};

use super::charset::{is_never_literal, is_windows_device};
use super::{MAX_COMPONENT, MAX_PATH, hashed};
use crate::path::EvidencePath;

/// The stored form of one component.
///
/// `colliding` is what [`super::colliding`] says of this name among its siblings: then every byte outside `[a-z0-9._-]`
/// is escaped, so that names which some file system takes as one stay apart. A result over 255 bytes is replaced by
/// `=+` and the SHA-256 of `name`.
pub fn stored_component(name: &[u8], colliding: bool) -> Cow<'_, str> {
    let mut encoded = if colliding { escape_all_but_plain(name) } else { escape_offending(name) };
    if is_windows_device(&encoded) {
        // The first byte is an ASCII letter, or it would be no device.
        let mut renamed = String::with_capacity(encoded.len() + 2);
        push_escape(encoded.as_bytes()[0], &mut renamed);
        renamed.push_str(&encoded[1..]);
        encoded = Cow::Owned(renamed);
    }
    if encoded.len() > MAX_COMPONENT { Cow::Owned(hashed(name)) } else { encoded }
}

/// The stored path below `data/`.
///
/// `components_joined` is the stored form of each component of `path`, joined by `/`. Over 900 bytes it is replaced by
/// `=+` and the SHA-256 of the path.
pub fn stored_path<'a>(components_joined: &'a str, path: &EvidencePath) -> Cow<'a, str> {
    if components_joined.len() > MAX_PATH {
        Cow::Owned(hashed(path.as_bytes()))
    } else {
        Cow::Borrowed(components_joined)
    }
}

fn escape_all_but_plain(name: &[u8]) -> Cow<'_, str> {
    let mut out = String::with_capacity(name.len() * 3);
    for (at, &byte) in name.iter().enumerate() {
        let plain = matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-');
        let trailing_dot = byte == b'.' && at + 1 == name.len();
        if plain && !trailing_dot {
            out.push(byte as char);
        } else {
            push_escape(byte, &mut out);
        }
    }
    Cow::Owned(out)
}

fn escape_offending(name: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(name)
        && !needs_escape(text)
    {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(name.len() + 16);
    let mut at = 0;
    for chunk in name.utf8_chunks() {
        for c in chunk.valid().chars() {
            let end = at + c.len_utf8();
            if offends(c, at == 0, end == name.len()) {
                name[at..end].iter().for_each(|&byte| push_escape(byte, &mut out));
            } else {
                out.push(c);
            }
            at = end;
        }
        chunk.invalid().iter().for_each(|&byte| push_escape(byte, &mut out));
        at += chunk.invalid().len();
    }
    Cow::Owned(out)
}

fn needs_escape(text: &str) -> bool {
    let last = text.chars().next_back();
    text.chars().enumerate().any(|(at, c)| offends(c, at == 0, false)) || last.is_some_and(|c| offends(c, false, true))
}

fn offends(c: char, first: bool, last: bool) -> bool {
    match c {
        ' ' => first || last,
        '.' => last,
        _ => is_never_literal(c) || changes_under_normalisation(c),
    }
}

/// True if `c` can change, move or join a neighbour under NFC or NFD.
///
/// What is left when these are escaped are starters that neither decompose nor compose with what stands before them, so
/// a stored name is its own NFC and its own NFD, whatever its neighbours are. Asking each character by itself keeps the
/// rule independent of context; it also escapes a combining mark that happens to have nothing to combine with.
fn changes_under_normalisation(c: char) -> bool {
    if c.is_ascii() {
        return false;
    }
    let one = std::iter::once(c);
    canonical_combining_class(c) != 0
        || is_nfd_quick(one.clone()) != IsNormalized::Yes
        || is_nfc_quick(one) != IsNormalized::Yes
}

fn push_escape(byte: u8, out: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    out.push('=');
    out.push(DIGITS[usize::from(byte >> 4)] as char);
    out.push(DIGITS[usize::from(byte & 15)] as char);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(name: &str) -> String {
        stored_component(name.as_bytes(), false).into_owned()
    }

    #[test]
    fn safe_names_stay_and_are_not_copied() {
        for name in
            ["a", "отчёт".replace('ё', "е").as_str(), "a b", "~x", "-rf", "#1", "a'b`c&;", "日本", "ß", "…", "😀"]
        {
            assert!(matches!(stored_component(name.as_bytes(), false), Cow::Borrowed(same) if same == name), "{name}");
        }
    }

    #[test]
    fn offending_bytes_are_escaped_and_only_they() {
        for (name, expected) in [
            ("=", "=3D"),
            ("100%.txt", "100=25.txt"),
            ("x%0Ay", "x=250Ay"),
            ("x=0Ay", "x=3D0Ay"),
            ("a\nb\rc", "a=0Ab=0Dc"),
            ("$HOME", "=24HOME"),
            ("a\\b:c*d?e\"f<g>h|i", "a=5Cb=3Ac=2Ad=3Fe=22f=3Cg=3Eh=7Ci"),
            ("\u{7F}\u{85}", "=7F=C2=85"),
            ("a\u{2028}\u{202E}\u{3000}", "a=E2=80=A8=E2=80=AE=E3=80=80"),
            (" a ", "=20a=20"),
            (" ", "=20"),
            ("  a", "=20 a"),
            ("a. ", "a.=20"),
            ("a..", "a.=2E"),
            ("...", "..=2E"),
            ("й", "=D0=B9"),
            ("и\u{306}", "и=CC=86"),
            ("한", "=ED=95=9C"),
            ("\u{1112}\u{1161}\u{11AB}", "\u{1112}=E1=85=A1=E1=86=AB"),
            ("Å\u{212B}", "=C3=85=E2=84=AB"),
        ] {
            assert_eq!(stored(name), expected, "{name:?}");
        }
        assert_eq!(stored_component(b"\xFF\xC3a\x80 ", false), "=FF=C3a=80=20");
        assert_eq!(stored_component(b"\xFF ", false), "=FF=20");
        assert_eq!(stored_component(b" \xFF", false), "=20=FF");
    }

    #[test]
    fn names_of_windows_devices_lose_their_first_letter() {
        for (name, expected) in [
            ("CON", "=43ON"),
            ("con.txt", "=63on.txt"),
            ("nul .tar.gz", "=6Eul .tar.gz"),
            ("LPT9", "=4CPT9"),
            ("COM¹", "=43OM¹"),
            ("com0.x", "=63om0.x"),
            ("CLOCK$", "CLOCK=24"),
            ("conin$.log", "conin=24.log"),
        ] {
            assert_eq!(stored(name), expected, "{name}");
        }
        for name in ["CONS", "COM", "COM10", "xCON", "COM⁴", "a.con"] {
            assert_eq!(stored(name), name);
        }
        assert_eq!(stored_component(b"con", true), "=63on");
        assert_eq!(stored_component(b"con.\x80", false), "=63on.=80");
    }

    #[test]
    fn colliding_names_keep_only_plain_bytes() {
        assert_eq!(stored_component(b"Ab c_.-9.", true), "=41b=20c_.-9=2E");
        assert_eq!(stored_component("é".as_bytes(), true), "=C3=A9");
    }

    #[test]
    fn long_names_become_their_hash() {
        assert_eq!(stored_component(&[b'a'; 255], false).len(), 255);
        let name = [b'a'; 256];
        assert!(stored_component(&name, false).starts_with("=+"));
        assert_eq!(stored_component(&[0xFF; 85], false).len(), 255);
        assert_eq!(stored_component(&[0xFF; 86], false).len(), 66);
        assert_eq!(
            stored_component(&[b'='; 255], false),
            "=+ea32e89ae7e95dc2ef8e54d0e2aa4546863c6a51d7286a16dfc87fe94680e449"
        );
    }

    #[test]
    fn a_path_of_900_bytes_is_stored_as_it_is() {
        let path = |length: usize| EvidencePath::new(vec![b'a'; length]).expect("a valid path");
        let (fits, over) = ("a".repeat(MAX_PATH), "a".repeat(MAX_PATH + 1));
        assert_eq!(stored_path(&fits, &path(MAX_PATH)), fits);
        assert_eq!(stored_path(&over, &path(MAX_PATH + 1)), hashed(over.as_bytes()));
    }
}
