//! The names in `custody/` that the log knows. Spec: `docs/spec/bag.md`, "custody/".

use super::{AppendError, MAX_INDEX};

/// A file of the log: its final name, and what stands in the name of the file written aside.
#[derive(Clone, Debug)]
pub(super) struct Name {
    stem: String,
    extension: &'static str,
}

impl Name {
    /// `NNNNNN.txt`
    pub(super) fn event(index: u32) -> Result<Self, AppendError> {
        if index > MAX_INDEX {
            return Err(AppendError::Index { index });
        }
        Ok(Self { stem: format!("{index:06}"), extension: "txt" })
    }

    /// `NNNNNN.K.tsr`
    pub(super) fn token(index: u32, number: u32) -> Result<Self, AppendError> {
        if number == 0 {
            return Err(AppendError::TokenNumber);
        }
        let event = Self::event(index)?;
        Ok(Self { stem: format!("{}.{number}", event.stem), extension: "tsr" })
    }

    /// The name that makes the file part of the log.
    pub(super) fn published(&self) -> String {
        format!("{}.{}", self.stem, self.extension)
    }

    /// A name beside it, which no event and no other writer has.
    pub(super) fn aside(&self, random: u64) -> String {
        format!(".{}.{random:016x}.tmp", self.stem)
    }
}

/// The number in a name `NNNNNN.txt`.
pub(super) fn event_index(name: &[u8]) -> Option<u32> {
    let digits = name.strip_suffix(b".txt")?;
    if digits.len() != 6 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// True for exactly the names that [`Name::aside`] gives.
pub(super) fn is_aside(name: &[u8]) -> bool {
    let inner = name.strip_prefix(b".").and_then(|name| name.strip_suffix(b".tmp"));
    let Some(inner) = inner else { return false };
    let parts: Vec<&[u8]> = inner.split(|byte| *byte == b'.').collect();
    let (event, token, random) = match parts.as_slice() {
        [event, random] => (*event, None, *random),
        [event, token, random] => (*event, Some(*token), *random),
        _ => return false,
    };
    let is_hex = |byte: &u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte);
    event.len() == 6
        && event.iter().all(u8::is_ascii_digit)
        && token.is_none_or(is_token_number)
        && random.len() == 16
        && random.iter().all(is_hex)
}

fn is_token_number(digits: &[u8]) -> bool {
    digits.iter().all(u8::is_ascii_digit) && !digits.starts_with(b"0") && !digits.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_six_digits_and_tokens_count_from_one() {
        assert_eq!(Name::event(7).expect("a number").published(), "000007.txt");
        assert_eq!(Name::event(MAX_INDEX).expect("a number").published(), "999999.txt");
        assert!(matches!(Name::event(MAX_INDEX + 1), Err(AppendError::Index { index: 1_000_000 })));
        assert_eq!(Name::token(7, 12).expect("a number").published(), "000007.12.tsr");
        assert!(matches!(Name::token(7, 0), Err(AppendError::TokenNumber)));
    }

    #[test]
    fn only_whole_event_names_are_events() {
        assert_eq!(event_index(b"000012.txt"), Some(12));
        let others: [&[u8]; 7] = [
            b"00012.txt",
            b"0000012.txt",
            b"+00012.txt",
            b"000012.TXT",
            b"000012.1.tsr",
            b".000012.txt",
            b"00001\xff.txt",
        ];
        for other in others {
            assert_eq!(event_index(other), None, "{}", other.escape_ascii());
        }
    }

    #[test]
    fn own_litter_is_told_from_strangers() {
        assert!(is_aside(Name::event(3).expect("a number").aside(u64::MAX).as_bytes()));
        assert!(is_aside(Name::token(3, 12).expect("a number").aside(0).as_bytes()));
        let strangers: [&[u8]; 9] = [
            b".lock",
            b".tmp",
            b".000001.tmp",
            b"000001.0123456789abcdef.tmp",
            b".000001.0123456789ABCDEF.tmp",
            b".000001.0123456789abcde.tmp",
            b".00001.0123456789abcdef.tmp",
            b".000001.0.0123456789abcdef.tmp",
            b".000001.1.1.0123456789abcdef.tmp",
        ];
        for stranger in strangers {
            assert!(!is_aside(stranger), "{}", stranger.escape_ascii());
        }
    }
}
