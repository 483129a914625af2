//! The verifier's side: does a stored name belong to this path? It needs no Unicode tables.

use thiserror::Error;

use super::charset::{is_never_literal, is_windows_device};
use super::{HASHED, MAX_COMPONENT, MAX_PATH, hashed};
use crate::path::EvidencePath;

/// Why a stored name is refused. Components are counted from 1; offsets are bytes of the stored component.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum StoredError {
    /// The whole is too long.
    #[error("stored name is {len} bytes long, at most 900 are allowed")]
    TooLong {
        /// Its length in bytes.
        len: usize,
    },
    /// One component is too long.
    #[error("component {component} of the stored name is {len} bytes long, at most 255 are allowed")]
    ComponentTooLong {
        /// Which component.
        component: usize,
        /// Its length in bytes.
        len: usize,
    },
    /// Nothing between two slashes, at the start or at the end.
    #[error("component {component} of the stored name is empty")]
    EmptyComponent {
        /// Which component.
        component: usize,
    },
    /// A character that must be escaped there.
    #[error("component {component} of the stored name has U+{code:04X} at byte {at}, which must be escaped there")]
    Unsafe {
        /// Which component.
        component: usize,
        /// Where the character begins.
        at: usize,
        /// Its code point.
        code: u32,
    },
    /// The name of a device on Windows.
    #[error("component {component} of the stored name is the name of a device on Windows")]
    Device {
        /// Which component.
        component: usize,
    },
    /// `=` that is followed neither by two upper-case hexadecimal digits nor, at the start, by `+` and a SHA-256.
    #[error("component {component} of the stored name has a malformed escape at byte {at}")]
    Escape {
        /// Which component.
        component: usize,
        /// Where the `=` stands.
        at: usize,
    },
    /// It is well formed but stands for another name.
    #[error("component {component} of the stored name stands for another name than the path has")]
    Mismatch {
        /// Which component.
        component: usize,
    },
    /// The path has more or fewer components.
    #[error("stored name has {stored} components, the path has {path}")]
    Components {
        /// Components of the stored name.
        stored: usize,
        /// Components of the path.
        path: usize,
    },
}

/// Checks that `stored`, a place below `data/`, is a legal stored name of `path`.
///
/// An entry without `stored` lies at its path: check it with the path's text. Any name that decodes to the path passes,
/// also one that is escaped more than it need be. A list of strictly increasing paths whose stored names pass holds no
/// stored name twice and none below another (`docs/spec/names.md`, "Why no two files share a place").
pub fn check_stored(stored: &str, path: &EvidencePath) -> Result<(), StoredError> {
    if stored.len() > MAX_PATH {
        return Err(StoredError::TooLong { len: stored.len() });
    }
    if stored.as_bytes() == path.as_bytes() && !stored.contains('=') {
        // Without an escape it stands for itself; nearly every name does.
        return check_shape(stored);
    }
    if stored.starts_with(HASHED) && stored == hashed(path.as_bytes()) {
        return Ok(());
    }
    for (index, component) in stored.split('/').enumerate() {
        check_safe(component, index + 1)?;
    }
    let (stored_count, path_count) = (stored.split('/').count(), path.components().count());
    if stored_count != path_count {
        return Err(StoredError::Components { stored: stored_count, path: path_count });
    }
    for (index, (component, name)) in stored.split('/').zip(path.components()).enumerate() {
        if !stands_for(component, name) {
            return Err(StoredError::Mismatch { component: index + 1 });
        }
    }
    Ok(())
}

/// Checks that every component is one that a stored name may have, whatever it stands for.
pub fn check_shape(stored: &str) -> Result<(), StoredError> {
    stored.split('/').zip(1..).try_for_each(|(component, number)| check_safe(component, number))
}

fn check_safe(text: &str, component: usize) -> Result<(), StoredError> {
    if text.is_empty() {
        return Err(StoredError::EmptyComponent { component });
    }
    if text.len() > MAX_COMPONENT {
        return Err(StoredError::ComponentTooLong { component, len: text.len() });
    }
    if let Some(digits) = text.strip_prefix(HASHED) {
        let well_formed = digits.len() == 64 && digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        return if well_formed { Ok(()) } else { Err(StoredError::Escape { component, at: 0 }) };
    }
    for (at, c) in text.char_indices() {
        let (first, last) = (at == 0, at + c.len_utf8() == text.len());
        match c {
            // What most names are made of.
            'a'..='z' | 'A'..='Z' | '0'..='9' => {}
            '=' if escaped_byte(&text.as_bytes()[at..]).is_none() => return Err(StoredError::Escape { component, at }),
            '=' => {}
            ' ' if first || last => return Err(StoredError::Unsafe { component, at, code: u32::from(c) }),
            '.' if last => return Err(StoredError::Unsafe { component, at, code: u32::from(c) }),
            _ if is_never_literal(c) => return Err(StoredError::Unsafe { component, at, code: u32::from(c) }),
            _ => {}
        }
    }
    if is_windows_device(text) { Err(StoredError::Device { component }) } else { Ok(()) }
}

/// Whether a component that passed [`check_safe`] decodes to `name` or carries its hash.
fn stands_for(text: &str, name: &[u8]) -> bool {
    if text.starts_with(HASHED) {
        return text == hashed(name);
    }
    if !text.contains('=') {
        return text.as_bytes() == name;
    }
    let (mut rest, mut name) = (text.as_bytes(), name.iter());
    while let Some((&byte, tail)) = rest.split_first() {
        let decoded = match escaped_byte(rest) {
            Some(decoded) => {
                rest = &rest[3..];
                decoded
            }
            None => {
                rest = tail;
                byte
            }
        };
        if name.next() != Some(&decoded) {
            return false;
        }
    }
    name.next().is_none()
}

/// The byte that an escape at the start of `text` stands for: `=` and two upper-case hexadecimal digits.
fn escaped_byte(text: &[u8]) -> Option<u8> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    };
    match text {
        [b'=', high, low, ..] => Some(digit(*high)? << 4 | digit(*low)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(stored: &str, path: &[u8]) -> Result<(), StoredError> {
        check_stored(stored, &EvidencePath::new(path.to_vec()).expect("a valid path"))
    }

    #[test]
    fn takes_what_decodes_to_the_path() {
        assert_eq!(check("a/b c", b"a/b c"), Ok(()));
        assert_eq!(check("=FF=0A/=3D0A", b"\xFF\n/=0A"), Ok(()));
        assert_eq!(check("=61", b"a"), Ok(()));
        assert_eq!(check(&hashed(b"a/b"), b"a/b"), Ok(()));
        assert_eq!(check(&format!("a/{}", hashed(b"b")), b"a/b"), Ok(()));
    }

    #[test]
    fn refuses_what_stands_for_another_path() {
        assert_eq!(check("a", b"b"), Err(StoredError::Mismatch { component: 1 }));
        assert_eq!(check("a/b", b"a/bb"), Err(StoredError::Mismatch { component: 2 }));
        assert_eq!(check("a/bb", b"a/b"), Err(StoredError::Mismatch { component: 2 }));
        assert_eq!(check("a=2Fb", b"a/b"), Err(StoredError::Components { stored: 1, path: 2 }));
        assert_eq!(check("a/b", b"a"), Err(StoredError::Components { stored: 2, path: 1 }));
        assert_eq!(check(&hashed(b"b"), b"a"), Err(StoredError::Mismatch { component: 1 }));
        assert_eq!(check(&format!("x/{}", hashed(b"x/b")), b"x/b"), Err(StoredError::Mismatch { component: 2 }));
    }

    #[test]
    fn refuses_places_outside_data() {
        assert_eq!(check("", b"a"), Err(StoredError::EmptyComponent { component: 1 }));
        assert_eq!(check("/a", b"a"), Err(StoredError::EmptyComponent { component: 1 }));
        assert_eq!(check("a//b", b"a/b"), Err(StoredError::EmptyComponent { component: 2 }));
        assert_eq!(check("a/", b"a"), Err(StoredError::EmptyComponent { component: 2 }));
        assert_eq!(check("../a", b"a"), Err(StoredError::Unsafe { component: 1, at: 1, code: 0x2E }));
        assert_eq!(check(".", b"a"), Err(StoredError::Unsafe { component: 1, at: 0, code: 0x2E }));
        assert_eq!(check("C:", b"C:"), Err(StoredError::Unsafe { component: 1, at: 1, code: 0x3A }));
        assert_eq!(check("a\\b", b"a\\b"), Err(StoredError::Unsafe { component: 1, at: 1, code: 0x5C }));
    }

    #[test]
    fn refuses_each_character_that_must_be_escaped() {
        for c in
            "%$\\:*?\"<>|\0\n\r\t\u{7F}\u{80}\u{9F}\u{A0}\u{AD}\u{1680}\u{2007}\u{200B}\u{200F}\u{2028}\u{2029}\u{202A}\
                  \u{202E}\u{2060}\u{2069}\u{3000}\u{FE0F}\u{FEFF}\u{E0001}"
                .chars()
        {
            let stored = format!("a{c}b");
            let expected = if c == '\0' { "a=00b".to_string() } else { stored.clone() };
            let path = expected.replace("=00", "x");
            assert_eq!(
                check(&stored, path.as_bytes()),
                Err(StoredError::Unsafe { component: 1, at: 1, code: c.into() })
            );
        }
        assert_eq!(check(" a", b" a"), Err(StoredError::Unsafe { component: 1, at: 0, code: 0x20 }));
        assert_eq!(check("a ", b"a "), Err(StoredError::Unsafe { component: 1, at: 1, code: 0x20 }));
        assert_eq!(check("a.", b"a."), Err(StoredError::Unsafe { component: 1, at: 1, code: 0x2E }));
        assert_eq!(check("Con .x", b"Con .x"), Err(StoredError::Device { component: 1 }));
        assert_eq!(check("x/LPT³", "x/LPT³".as_bytes()), Err(StoredError::Device { component: 2 }));
    }

    #[test]
    fn refuses_every_other_spelling_of_an_escape() {
        for bad in ["=", "=4", "=4g", "=ff", "=fF", "=+", "=+00", "a=+"] {
            let at = bad.find('=').expect("an escape");
            assert_eq!(check(bad, b"a"), Err(StoredError::Escape { component: 1, at }), "{bad}");
        }
        let upper = hashed(b"a").to_uppercase();
        assert_eq!(check(&upper, b"a"), Err(StoredError::Escape { component: 1, at: 0 }));
        assert_eq!(check(&format!("{}0", hashed(b"a")), b"a"), Err(StoredError::Escape { component: 1, at: 0 }));
    }

    #[test]
    fn refuses_lengths_over_the_limits() {
        assert_eq!(check(&"a".repeat(255), &[b'a'; 255]), Ok(()));
        assert_eq!(
            check(&"a".repeat(256), &[b'a'; 256]),
            Err(StoredError::ComponentTooLong { component: 1, len: 256 })
        );
        let long = "a/".repeat(449) + "aa";
        assert_eq!(check(&long, long.as_bytes()), Ok(()));
        let longer = "a/".repeat(450) + "a";
        assert_eq!(check(&longer, longer.as_bytes()), Err(StoredError::TooLong { len: 901 }));
    }
}
