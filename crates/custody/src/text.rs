//! Text as it may stand in a signed record: one line, never empty, nothing that moves the cursor or reorders the line.
//!
//! Spec: `docs/spec/records.md`, "Characters". A record is read by people before it is read by programs, so a
//! character that a terminal or a printer would obey instead of show is refused, not escaped.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use sealbag_manifest::text::{is_bidi_control, is_control, is_separator};
use serde::Deserialize;

/// The code points that Unicode reserves for internal use; no text has a reason to carry one.
fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE
}

/// The byte order mark: invisible, and some programs drop it.
fn is_byte_order_mark(c: char) -> bool {
    c == '\u{FEFF}'
}

/// True if `c` may not stand in a record, other than as the line feed that ends a line.
pub fn is_forbidden(c: char) -> bool {
    is_control(c) || is_bidi_control(c) || is_separator(c) || is_byte_order_mark(c) || is_noncharacter(c)
}

/// A string value of a record: valid by construction, so a record that holds only `Text` can always be written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Text(String);

/// Why a string cannot be a value of a record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TextError {
    /// Empty means absent: the line is left out.
    #[error("an empty string: leave the line out instead")]
    Empty,
    /// A character that is not allowed, by its number.
    #[error("character U+{0:04X} is not allowed in a record")]
    Forbidden(u32),
}

impl Text {
    /// Takes a string that is not empty and holds no forbidden character.
    pub fn new(text: impl Into<String>) -> Result<Self, TextError> {
        let text = text.into();
        if text.is_empty() {
            return Err(TextError::Empty);
        }
        match text.chars().find(|c| is_forbidden(*c)) {
            Some(c) => Err(TextError::Forbidden(c.into())),
            None => Ok(Self(text)),
        }
    }

    /// The string.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Text {
    type Error = TextError;

    fn try_from(text: String) -> Result<Self, TextError> {
        Self::new(text)
    }
}

impl FromStr for Text {
    type Err = TextError;

    fn from_str(text: &str) -> Result<Self, TextError> {
        Self::new(text)
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Makes a message that may quote foreign text safe to show: forbidden characters as `\u{..}`, cut at 300 characters.
pub(crate) fn shown(text: &str) -> String {
    let mut out = String::new();
    for (count, c) in text.chars().enumerate() {
        if count == 300 {
            out.push('…');
            break;
        }
        if is_forbidden(c) { out.extend(c.escape_unicode()) } else { out.push(c) }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_every_listed_character_and_its_range_ends() {
        let ranges: [(u32, u32); 11] = [
            (0x00, 0x1F),
            (0x7F, 0x9F),
            (0x061C, 0x061C),
            (0x200E, 0x200F),
            (0x2028, 0x202E),
            (0x2066, 0x2069),
            (0xFDD0, 0xFDEF),
            (0xFEFF, 0xFEFF),
            (0xFFFE, 0xFFFF),
            (0x1FFFE, 0x1FFFF),
            (0x10FFFE, 0x10FFFF),
        ];
        for (first, last) in ranges {
            for number in first..=last {
                let c = char::from_u32(number).expect("no surrogate in the table");
                assert_eq!(Text::new(format!("a{c}b")), Err(TextError::Forbidden(number)));
            }
            for outside in [first.wrapping_sub(1), last + 1] {
                if let Some(c) = char::from_u32(outside) {
                    assert!(Text::new(format!("a{c}b")).is_ok(), "U+{outside:04X} is not in the list");
                }
            }
        }
    }

    #[test]
    fn keeps_ordinary_text_of_any_script_as_it_is() {
        for text in
            ["Exhibit 1", "Дело № 7", "Айғақ \"A\" \\ B", "证据", "e\u{301}", "👩‍🔬", " spaces ", "-----", "a\u{A0}b"]
        {
            assert_eq!(Text::new(text).expect("ordinary text").as_str(), text);
        }
    }

    #[test]
    fn refuses_an_empty_string() {
        assert_eq!("".parse::<Text>(), Err(TextError::Empty));
    }

    #[test]
    fn a_shown_message_obeys_no_terminal_control() {
        assert_eq!(shown("a\u{1b}[2Jb\u{202E}"), "a\\u{1b}[2Jb\\u{202e}");
        assert_eq!(shown(&"x".repeat(400)).chars().count(), 301);
    }
}
