//! The values of an entry: what each key allows.

use super::{EntryError, RawDeclared, RawRange, RawUnreadable, RawXattr, Text};
use crate::digest::{Sha256Digest, unhex, unhex_into};
use crate::entry::{Declared, FileTime, MAX_HOLES, Range, Unreadable, Xattr};

pub(super) fn optional<T>(
    text: &Option<Text<'_>>,
    read: impl Fn(&str) -> Option<T>,
    key: &'static str,
) -> Result<Option<T>, EntryError> {
    text.as_deref().map(|text| read(text).ok_or(EntryError::Value(key))).transpose()
}

pub(super) fn text_or_hex(
    text: Option<&str>,
    digits: Option<&str>,
    key: &'static str,
) -> Result<Option<Vec<u8>>, EntryError> {
    match (text, digits) {
        (Some(text), None) => Ok(Some(text.as_bytes().to_vec())),
        (None, Some(digits)) => unhex(digits).map(Some).ok_or(EntryError::Value(key)),
        (None, None) => Ok(None),
        (Some(_), Some(_)) => Err(EntryError::Value(key)),
    }
}

pub(super) fn time(text: Option<Text<'_>>, key: &'static str) -> Result<Option<FileTime>, EntryError> {
    text.map(|text| FileTime::parse(&text).ok_or(EntryError::Value(key))).transpose()
}

pub(super) fn mode(text: &str) -> Result<u32, EntryError> {
    let digits = text.len() == 4 && text.bytes().all(|digit| matches!(digit, b'0'..=b'7'));
    digits.then(|| u32::from_str_radix(text, 8).ok()).flatten().ok_or(EntryError::Value("mode"))
}

pub(super) fn bytes16(text: &str, key: &'static str) -> Result<[u8; 16], EntryError> {
    let mut bytes = [0; 16];
    unhex_into(text.as_bytes(), &mut bytes).map(|()| bytes).ok_or(EntryError::Value(key))
}

/// An array that is there holds something: an empty one is never written.
pub(super) fn declared(raw: Vec<RawDeclared>) -> Result<Vec<Declared>, EntryError> {
    let bad = EntryError::Value("declared");
    raw.into_iter()
        .map(|RawDeclared { alg, value, by, checked }| {
            let alg_fits = !alg.is_empty() && alg.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
            let by_fits = !by.is_empty() && crate::text::is_plain(&by);
            let value_fits = !value.is_empty() && unhex(&value).is_some();
            (alg_fits && by_fits && value_fits).then_some(Declared { alg, value, by, checked })
        })
        .collect::<Option<_>>()
        .ok_or(bad)
}

pub(super) fn xattrs(raw: Vec<RawXattr>) -> Result<Vec<Xattr>, EntryError> {
    let bad = || EntryError::Value("xattrs");
    let mut list: Vec<Xattr> = Vec::with_capacity(raw.len());
    for item in raw {
        let name = text_or_hex(item.name.as_deref(), item.name_hex.as_deref(), "xattrs")?.ok_or_else(bad)?;
        let sha256 = Sha256Digest::from_hex(&item.sha256).ok_or_else(bad)?;
        if name.is_empty() || name.contains(&0) || list.last().is_some_and(|last| last.name >= name) {
            return Err(bad());
        }
        list.push(Xattr { name, sha256 });
    }
    Ok(list)
}

pub(super) fn holes(raw: Vec<RawRange>, size: u64) -> Result<Vec<Range>, EntryError> {
    let mut list: Vec<Range> = Vec::with_capacity(raw.len().min(MAX_HOLES));
    for RawRange { offset, length } in raw {
        // Touching holes would be one hole: one value, one encoding.
        let apart = list.last().is_none_or(|last| last.end() < offset);
        let inside = offset.checked_add(length).is_some_and(|end| end <= size);
        if length == 0 || !apart || !inside || list.len() == MAX_HOLES {
            return Err(EntryError::Value("holes"));
        }
        list.push(Range { offset, length });
    }
    Ok(list)
}

pub(super) fn unreadable(raw: Vec<RawUnreadable>, size: u64) -> Result<Vec<Unreadable>, EntryError> {
    let mut list: Vec<Unreadable> = Vec::with_capacity(raw.len().min(MAX_HOLES));
    for RawUnreadable { offset, length, errno } in raw {
        let named = errno.len() <= 16 && errno.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        let starts_right = errno.as_bytes().first().is_some_and(u8::is_ascii_uppercase);
        let in_order = list.last().is_none_or(|last| last.range.end() <= offset);
        let inside = offset.checked_add(length).is_some_and(|end| end <= size);
        if !named || !starts_right || !in_order || !inside {
            return Err(EntryError::Value("unreadable"));
        }
        list.push(Unreadable { range: Range { offset, length }, errno });
    }
    Ok(list)
}
