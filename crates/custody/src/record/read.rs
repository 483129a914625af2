//! Reading a record: size, bytes, format, TOML, and the comparison with the one encoding.

use serde::de::DeserializeOwned;
use toml::de::DeTable;

use super::{MAX_RECORD_LEN, RecordError, malformed};
use crate::text::is_forbidden;

/// The value of the first line, `format = "..."`, if the record begins with such a line.
///
/// This is the only thing that may be read of a record whose format is not known.
pub fn format_of(bytes: &[u8]) -> Option<&str> {
    let line = bytes.split(|byte| *byte == b'\n').next()?;
    let name = line.strip_prefix(b"format = \"")?.strip_suffix(b"\"")?;
    let plain = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'/' | b'.' | b'_' | b'-');
    if name.is_empty() || name.len() > 64 || !name.iter().all(plain) {
        return None;
    }
    std::str::from_utf8(name).ok()
}

/// Step 1: the first line names `expected`. A known format that is broken elsewhere is a violation; an unknown one
/// cannot be judged, so it must be told apart before anything else is looked at.
pub(crate) fn check_format(bytes: &[u8], expected: &'static str) -> Result<(), RecordError> {
    match format_of(bytes) {
        Some(found) if found == expected => Ok(()),
        Some(found) => Err(RecordError::UnknownFormat { found: found.to_owned(), expected }),
        None => Err(RecordError::NoFormat),
    }
}

/// Step 2: the byte rules. Returns the same bytes as text.
pub(crate) fn checked_text(bytes: &[u8]) -> Result<&str, RecordError> {
    checked_text_up_to(bytes, MAX_RECORD_LEN)
}

/// [`checked_text`] with another limit than that of most records.
pub(crate) fn checked_text_up_to(bytes: &[u8], limit: usize) -> Result<&str, RecordError> {
    if bytes.len() > limit {
        return Err(RecordError::TooLarge { size: bytes.len(), limit });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
        RecordError::NotUtf8 { line }
    })?;
    for (index, line) in text.split('\n').enumerate() {
        if let Some(c) = line.chars().find(|c| is_forbidden(*c)) {
            return Err(RecordError::ForbiddenCharacter { line: index + 1, character: c.into() });
        }
        if line.starts_with("-----") {
            return Err(RecordError::ArmourLine { line: index + 1 });
        }
    }
    if !text.ends_with('\n') {
        return Err(RecordError::NoFinalLineFeed);
    }
    Ok(text)
}

/// Step 3: TOML syntax. The keys keep their place in `source`, for the error messages.
pub(crate) fn parse_toml(source: &str) -> Result<DeTable<'_>, RecordError> {
    DeTable::parse(source).map(toml::Spanned::into_inner).map_err(|error| malformed(source, &error))
}

/// As [`parse_toml`], without the format line, which was checked before; the comparison with the one encoding sees it again.
pub(crate) fn parse_fields(source: &str) -> Result<DeTable<'_>, RecordError> {
    let mut table = DeTable::new();
    for (key, value) in parse_toml(source)? {
        if key.get_ref() != "format" {
            table.insert(key, value);
        }
    }
    Ok(table)
}

/// Step 4: known fields of the right form.
pub(crate) fn deserialize<T: DeserializeOwned>(source: &str, table: DeTable<'_>) -> Result<T, RecordError> {
    let table = toml::Spanned::new(0..source.len(), table);
    T::deserialize(toml::de::Deserializer::from(table)).map_err(|error| malformed(source, &error))
}

/// Step 5: the bytes are the one encoding of the value that was read from them.
pub(crate) fn require_same(found: &[u8], canonical: &[u8]) -> Result<(), RecordError> {
    if found == canonical {
        return Ok(());
    }
    let mut found = found.split_inclusive(|byte| *byte == b'\n');
    let mut canonical = canonical.split_inclusive(|byte| *byte == b'\n');
    let mut line = 1;
    loop {
        match (found.next(), canonical.next()) {
            (Some(found), Some(canonical)) if found == canonical => line += 1,
            (_, expected) => {
                let expected = expected.map(|line| String::from_utf8_lossy(line).trim_end_matches('\n').to_owned());
                return Err(RecordError::NotCanonical { line, expected });
            }
        }
    }
}
