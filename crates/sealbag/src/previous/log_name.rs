//! Names in `custody/`.

use sealbag_manifest::stored::is_litter;

/// What a file in `custody/` is, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LogName {
    /// `NNNNNN.txt`, and its index.
    Event(u32),
    /// `NNNNNN.K.tsr`, and the index of its event.
    Token(u32),
    /// What systems, and an interrupted writer of the log, leave.
    Litter,
    /// Anything else.
    Foreign,
}

impl LogName {
    /// `name` stands below `custody/`.
    pub(super) fn of(name: &[u8]) -> Self {
        if let Some(known) = event_or_token(name) {
            return known;
        }
        let is_own_litter = name == b".lock" || (name.starts_with(b".") && name.ends_with(b".tmp"));
        if is_own_litter || is_litter(name) { Self::Litter } else { Self::Foreign }
    }
}

fn event_or_token(name: &[u8]) -> Option<LogName> {
    let (digits, rest) = name.split_at_checked(6)?;
    if !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let index = digits.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'));
    if rest == b".txt" {
        return Some(LogName::Event(index));
    }
    let number = rest.strip_prefix(b".")?.strip_suffix(b".tsr")?;
    let is_number = number.first()? != &b'0' && number.iter().all(u8::is_ascii_digit);
    is_number.then_some(LogName::Token(index))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_the_log_are_known_by_their_form() {
        assert_eq!(LogName::of(b"000001.txt"), LogName::Event(1));
        assert_eq!(LogName::of(b"000000.1.tsr"), LogName::Token(0));
        assert_eq!(LogName::of(b"012345.12.tsr"), LogName::Token(12_345));
        for name in [".lock", ".000001.tmp", ".DS_Store"] {
            assert_eq!(LogName::of(name.as_bytes()), LogName::Litter, "{name}");
        }
        for name in ["", "00001.txt", "00000a.txt", "0000001.txt", "000000.tsr", "000000.0.tsr", "000000..tsr", "x.tmp"]
        {
            assert_eq!(LogName::of(name.as_bytes()), LogName::Foreign, "{name}");
        }
    }
}
