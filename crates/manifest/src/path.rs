//! Paths of the evidence, as bytes, in the one order of the sealed list.
//!
//! A path is what the source's file system said, byte for byte: no normalisation, no lossy text. The rules are in
//! `docs/spec/names.md`, "Paths". An [`EvidencePath`] always holds them, so later steps need not look again.

use std::cmp::Ordering;
use std::fmt;

use thiserror::Error;

use crate::stored::charset;
use crate::text;

/// Why bytes are not a path of the sealed list (`docs/spec/names.md`, "Paths").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PathError {
    /// No bytes at all.
    #[error("path is empty")]
    Empty,
    /// A leading `/`: the path would name a place outside the evidence.
    #[error("path is absolute")]
    Absolute,
    /// Nothing between two slashes, or after the last one; offset in bytes.
    #[error("path has an empty component at byte {at}")]
    EmptyComponent {
        /// Where the component should begin.
        at: usize,
    },
    /// A component `.` or `..`; offset in bytes.
    #[error("path has a component \".\" or \"..\" at byte {at}")]
    DotComponent {
        /// Where the component begins.
        at: usize,
    },
    /// A NUL byte, which no file system can hold; offset in bytes.
    #[error("path has a NUL byte at byte {at}")]
    Nul {
        /// Where the byte stands.
        at: usize,
    },
}

/// A path inside the evidence: relative, `/` between components, any other bytes but NUL.
///
/// There is no limit of length: a path is bounded by the line of the sealed list that carries it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EvidencePath(Vec<u8>);

impl EvidencePath {
    /// Takes bytes as a path if they keep the rules.
    pub fn new(bytes: Vec<u8>) -> Result<Self, PathError> {
        if bytes.is_empty() {
            return Err(PathError::Empty);
        }
        if bytes[0] == b'/' {
            return Err(PathError::Absolute);
        }
        let mut at = 0;
        for component in bytes.split(|&b| b == b'/') {
            check_component(component, at)?;
            at += component.len() + 1;
        }
        Ok(Self(bytes))
    }

    /// The path's bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Gives the bytes back.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// The components from the top down; at least one, none empty.
    pub fn components(&self) -> impl DoubleEndedIterator<Item = &[u8]> + Clone {
        self.0.split(|&b| b == b'/')
    }

    /// The path of the directory that holds this one; `None` at the top.
    pub fn parent(&self) -> Option<&[u8]> {
        self.0.iter().rposition(|&b| b == b'/').map(|slash| &self.0[..slash])
    }

    /// The last component.
    pub fn name(&self) -> &[u8] {
        let start = self.0.iter().rposition(|&b| b == b'/').map_or(0, |slash| slash + 1);
        &self.0[start..]
    }

    /// The path of `name`, one component, below this one.
    ///
    /// A `name` with a slash in it is refused as [`PathError::EmptyComponent`] or joined as several components; offsets
    /// in errors count from the start of the joined path.
    pub fn join(&self, name: &[u8]) -> Result<Self, PathError> {
        let start = self.0.len() + 1;
        let mut at = start;
        for component in name.split(|&b| b == b'/') {
            check_component(component, at)?;
            at += component.len() + 1;
        }
        let mut bytes = Vec::with_capacity(start + name.len());
        bytes.extend_from_slice(&self.0);
        bytes.push(b'/');
        bytes.extend_from_slice(name);
        Ok(Self(bytes))
    }

    /// The path as text if a line of the sealed list may carry it as `path`; `None` means `path_hex`.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.0).ok().filter(|text| text::is_plain(text))
    }

    /// The path in a form that is safe on a terminal and in a report; see [`shown`].
    pub fn shown(&self) -> String {
        shown(&self.0)
    }
}

impl Ord for EvidencePath {
    fn cmp(&self, other: &Self) -> Ordering {
        compare(&self.0, &other.0)
    }
}

impl PartialOrd for EvidencePath {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for EvidencePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EvidencePath({})", self.shown())
    }
}

/// The order of the sealed list: by bytes, with `/` compared as 00.
///
/// So a directory is followed at once by all that is below it, as a sorted walk meets them: `a`, `a/b`, `a-b`, `a.b`.
/// Paths hold no NUL, therefore two different paths are never equal.
pub fn compare(a: &[u8], b: &[u8]) -> Ordering {
    let rank = |byte: &u8| if *byte == b'/' { 0 } else { *byte };
    match a.iter().zip(b).position(|(x, y)| x != y) {
        Some(at) => rank(&a[at]).cmp(&rank(&b[at])),
        None => a.len().cmp(&b.len()),
    }
}

/// Bytes from the evidence (a path, a name, a link target) in a form that is safe to show.
///
/// Valid text stays, but a backslash is doubled, a control or invalid byte becomes `\xHH`, and a character that
/// moves, hides or imitates others (C1, bidi, separators, invisible ones, non-ASCII spaces) becomes `\u{H..}`.
/// Different bytes are always shown differently.
pub fn shown(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            match c {
                '\\' => out.push_str("\\\\"),
                '\u{00}'..='\u{1F}' | '\u{7F}' => out.push_str(&format!("\\x{:02X}", u32::from(c))),
                _ if charset::is_deceptive(c) => out.push_str(&format!("\\u{{{:X}}}", u32::from(c))),
                _ => out.push(c),
            }
        }
        for byte in chunk.invalid() {
            out.push_str(&format!("\\x{byte:02X}"));
        }
    }
    out
}

fn check_component(component: &[u8], at: usize) -> Result<(), PathError> {
    match component {
        b"" => Err(PathError::EmptyComponent { at }),
        b"." | b".." => Err(PathError::DotComponent { at }),
        _ => match component.iter().position(|&b| b == 0) {
            Some(offset) => Err(PathError::Nul { at: at + offset }),
            None => Ok(()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> EvidencePath {
        EvidencePath::new(text.as_bytes().to_vec()).expect("a valid path")
    }

    #[test]
    fn refuses_paths_that_leave_the_evidence_or_have_two_spellings() {
        let refused = |bytes: &[u8]| EvidencePath::new(bytes.to_vec()).expect_err("a refusal");
        assert_eq!(refused(b""), PathError::Empty);
        assert_eq!(refused(b"/a"), PathError::Absolute);
        assert_eq!(refused(b"/"), PathError::Absolute);
        assert_eq!(refused(b"//a"), PathError::Absolute);
        assert_eq!(refused(b"a/"), PathError::EmptyComponent { at: 2 });
        assert_eq!(refused(b"a//b"), PathError::EmptyComponent { at: 2 });
        assert_eq!(refused(b"."), PathError::DotComponent { at: 0 });
        assert_eq!(refused(b"./a"), PathError::DotComponent { at: 0 });
        assert_eq!(refused(b"a/.."), PathError::DotComponent { at: 2 });
        assert_eq!(refused(b"a/../b"), PathError::DotComponent { at: 2 });
        assert_eq!(refused(b"a/b\0c"), PathError::Nul { at: 3 });
    }

    #[test]
    fn takes_names_that_only_look_dangerous() {
        for name in ["...", ".a", "~", "~root", "C:", "C:\\x", "\\\\server\\share", "-rf", " ", "a\nb", "..a"] {
            assert_eq!(path(name).as_bytes(), name.as_bytes());
        }
        assert_eq!(EvidencePath::new(vec![0xFF; 255]).expect("bytes").text(), None);
    }

    #[test]
    fn order_puts_a_directory_before_its_content_and_both_before_longer_names() {
        let mut names = [path("a.b"), path("a/b"), path("a-b"), path("a"), path("a/b/c"), path("a\u{1}")];
        names.sort();
        let order: Vec<_> = names.iter().map(|p| p.text().unwrap_or("a\\x01")).collect();
        assert_eq!(order, ["a", "a/b", "a/b/c", "a\\x01", "a-b", "a.b"]);
    }

    #[test]
    fn parents_names_and_joins_agree() {
        let deep = path("a/b/c");
        assert_eq!(deep.parent(), Some(&b"a/b"[..]));
        assert_eq!(deep.name(), b"c");
        assert_eq!(path("a").parent(), None);
        assert_eq!(path("a").name(), b"a");
        assert_eq!(path("a/b").join(b"c"), Ok(deep.clone()));
        assert_eq!(path("a").join(b".."), Err(PathError::DotComponent { at: 2 }));
        assert_eq!(path("a").join(b""), Err(PathError::EmptyComponent { at: 2 }));
        assert_eq!(path("a").join(b"/b"), Err(PathError::EmptyComponent { at: 2 }));
        assert_eq!(path("ab").join(b"cde/fg/.."), Err(PathError::DotComponent { at: 10 }));
        assert_eq!(path("a").join(b"b/c"), Ok(deep.clone()));
        assert_eq!(deep.clone().into_bytes(), b"a/b/c");
        assert_eq!(format!("{:?}", path("a\nb")), "EvidencePath(a\\x0Ab)");
        assert_eq!(deep.components().collect::<Vec<_>>(), [b"a", b"b", b"c"]);
    }

    #[test]
    fn a_path_of_many_components_is_handled_without_recursion() {
        let long = vec![b"d".as_slice(); 100_000].join(&b'/');
        let path = EvidencePath::new(long).expect("a valid path");
        assert_eq!(path.components().count(), 100_000);
        assert_eq!(path.cmp(&path.clone()), Ordering::Equal);
    }

    #[test]
    fn only_plain_text_is_a_text_path() {
        assert_eq!(path("папка/й").text(), Some("папка/й"));
        for hidden in ["a\nb", "a\u{7F}", "a\u{85}", "a\u{202E}b", "a\u{2028}", "\u{61C}"] {
            assert_eq!(path(hidden).text(), None, "{hidden:?}");
        }
    }

    #[test]
    fn shown_form_obeys_nothing_and_confuses_nothing() {
        assert_eq!(shown(b"a\\n\n\x1B[31m\x7F"), "a\\\\n\\x0A\\x1B[31m\\x7F");
        assert_eq!(shown("x\u{202E}gpj.exe".as_bytes()), "x\\u{202E}gpj.exe");
        assert_eq!(shown("a\u{A0}b\u{200B}\u{85}".as_bytes()), "a\\u{A0}b\\u{200B}\\u{85}");
        assert_eq!(shown(b"\xFF\xC3"), "\\xFF\\xC3");
        assert_eq!(shown(b"\\xFF"), "\\\\xFF");
        assert_eq!(shown("папка é".as_bytes()), "папка é");
    }
}
