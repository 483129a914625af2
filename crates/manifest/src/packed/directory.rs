//! The central directory, read as a stream: however many entries there are, one is held.

use std::io;

use super::error::{Fault, PackedError};
use super::name::{self, MAX_PATH, MAX_ROOT};
use super::record::{self, CENTRAL, CENTRAL_LEN, ELSEWHERE, Fields, MAX_EXTRA, Values, ZIP64};
use crate::path::shown;
use crate::store::BagFile;

/// Longest name: root, path, and the slash of a directory.
const MAX_NAME: usize = MAX_ROOT + 1 + MAX_PATH + 1;
/// Longest record.
const MAX_RECORD: usize = CENTRAL_LEN + MAX_NAME + MAX_EXTRA;

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// A file.
    File,
    /// A directory with nothing in it.
    EmptyDirectory,
}

/// One entry of a packed bag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Path in the bag, without the root and without a last slash.
    pub path: String,
    /// What it is.
    pub kind: EntryKind,
    /// Bytes.
    pub size: u64,
    /// Their CRC-32, as the archive says.
    pub crc32: u32,
    /// Where its header stands.
    pub(super) header_at: u64,
}

impl Entry {
    /// The whole name.
    pub(super) fn name(&self, root: &str) -> String {
        let slash = if self.kind == EntryKind::EmptyDirectory { "/" } else { "" };
        format!("{root}/{}{slash}", self.path)
    }

    /// Makes the header that stands before the bytes.
    pub(super) fn local_header(&self, root: &str) -> Vec<u8> {
        let name = self.name(root);
        record::local(&Values {
            name: &name,
            kind: self.kind,
            crc32: self.crc32,
            size: self.size,
            header_at: self.header_at,
        })
    }

    /// Where its bytes begin.
    pub(super) fn data_at(&self, root: &str) -> u64 {
        // Sums that the opening of the archive has compared with the size of the file.
        self.header_at.saturating_add(record::local_len(&self.name(root), self.size))
    }
}

/// Reads records one after the other from a place to another.
pub(super) struct Records<'a> {
    file: &'a dyn BagFile,
    buffer: Vec<u8>,
    /// Where the unread part of the buffer begins.
    used: usize,
    /// Where that stands in the file.
    at: u64,
    end: u64,
}

impl<'a> Records<'a> {
    const BLOCK: usize = 1 << 16;

    pub(super) fn new(file: &'a dyn BagFile, at: u64, end: u64) -> Self {
        Self { file, buffer: Vec::new(), used: 0, at, end }
    }

    /// The place of the next record.
    pub(super) fn at(&self) -> u64 {
        self.at
    }

    /// The next record, without the root that all must have; before the first one it is not known.
    pub(super) fn next(&mut self, root: Option<&str>) -> Result<Option<(String, Entry)>, PackedError> {
        if self.at == self.end {
            return Ok(None);
        }
        self.fill()?;
        let (root, entry, length) = parse(&self.buffer[self.used..], root, self.at)?;
        self.used += length;
        self.at += length as u64;
        Ok(Some((root, entry)))
    }

    /// Sees to it that a whole record is there, or all that is left.
    fn fill(&mut self) -> io::Result<()> {
        let left = self.end - self.at;
        let held = self.buffer.len() - self.used;
        if held >= MAX_RECORD || held as u64 >= left {
            return Ok(());
        }
        self.buffer.drain(..self.used);
        self.used = 0;
        let wanted = left.min(Self::BLOCK as u64) as usize;
        self.buffer.resize(wanted, 0);
        let count = self.file.read_full_at(&mut self.buffer[held..], self.at + held as u64)?;
        self.buffer.truncate(held + count);
        Ok(())
    }
}

/// Reads the record that the bytes begin with: its root, the entry, its length.
fn parse(bytes: &[u8], root: Option<&str>, at: u64) -> Result<(String, Entry, usize), PackedError> {
    let malformed = || PackedError::Directory { at };
    let mut fields = Fields(bytes);
    if bytes.len() < CENTRAL_LEN || fields.u32() != CENTRAL {
        return Err(malformed());
    }
    let (made_by, _, flags, method) = (fields.u16(), fields.u16(), fields.u16(), fields.u16());
    let (time, date, crc32) = (fields.u16(), fields.u16(), fields.u32());
    let (packed, unpacked) = (fields.u32(), fields.u32());
    let (name_len, extra_len, comment_len) = (fields.u16(), fields.u16(), fields.u16());
    let (disk, _, attributes, header_at) = (fields.u16(), fields.u16(), fields.u32(), fields.u32());
    let (name_len, extra_len) = (usize::from(name_len), usize::from(extra_len));
    let raw = bytes.get(CENTRAL_LEN..).and_then(|rest| rest.get(..name_len.min(MAX_NAME))).ok_or_else(malformed)?;
    let wrong = |fault: Fault| PackedError::Entry { name: shown(raw), fault };
    // What is wrong is named by what a reader would do with it: first what makes the bytes unreadable.
    if flags & (1 | 1 << 6 | 1 << 13) != 0 {
        return Err(wrong(Fault::Encrypted));
    }
    if method != 0 {
        return Err(wrong(Fault::Method { method }));
    }
    if flags & 1 << 3 != 0 {
        return Err(wrong(Fault::DataDescriptor));
    }
    if disk != 0 {
        return Err(PackedError::Spanned);
    }
    if name_len > MAX_NAME {
        return Err(wrong(Fault::Name(name::NameError::TooLong { len: name_len })));
    }
    let text = std::str::from_utf8(raw).map_err(|_| wrong(Fault::Name(name::NameError::Utf8)))?;
    if flags != record::flags(text) {
        return Err(wrong(Fault::Flags { flags }));
    }
    // The upper byte of who made it says what the attributes mean; 3 is Unix, 19 is macOS.
    let mode = attributes >> 16 & 0o170_000;
    if matches!(made_by >> 8, 3 | 19) && ![0, 0o100_000, 0o040_000].contains(&mode) {
        return Err(wrong(Fault::NotRegular));
    }
    if comment_len != 0 {
        return Err(wrong(Fault::Comment));
    }
    let extra = bytes.get(CENTRAL_LEN + name_len..CENTRAL_LEN + name_len + extra_len);
    let Some(long) = extra.and_then(|extra| Long::read(extra, packed, unpacked, header_at)) else {
        let is_zip64 = extra.is_some_and(|extra| Fields(extra).u16() == ZIP64 && extra.len() <= MAX_EXTRA + 4);
        let needs_it = [packed, unpacked, header_at].contains(&ELSEWHERE);
        return Err(wrong(if is_zip64 || needs_it { Fault::Zip64 } else { Fault::Extra }));
    };
    if long.packed != long.unpacked {
        return Err(wrong(Fault::Sizes { packed: long.packed, unpacked: long.unpacked }));
    }
    let kind = if text.ends_with('/') { EntryKind::EmptyDirectory } else { EntryKind::File };
    if kind == EntryKind::EmptyDirectory && (long.unpacked, crc32) != (0, 0) {
        return Err(wrong(Fault::DirectoryWithBytes));
    }
    let (found_root, path) = text.split_once('/').ok_or_else(|| wrong(Fault::OtherRoot))?;
    name::check_root(found_root).map_err(|error| wrong(error.into()))?;
    if path.is_empty() {
        return Err(wrong(Fault::RootEntry));
    }
    let path = path.strip_suffix('/').unwrap_or(path);
    name::check_path(path, kind).map_err(|error| wrong(error.into()))?;
    if root.is_some_and(|root| root != found_root) {
        return Err(wrong(Fault::OtherRoot));
    }
    if (time, date) != (0, record::DATE) {
        return Err(wrong(Fault::Time));
    }
    let values = Values { name: text, kind, crc32, size: long.unpacked, header_at: long.header_at };
    let made_again = record::central(&values);
    if !bytes.starts_with(&made_again) {
        let extra_len = |record: &[u8]| record.get(30..32).map(<[u8]>::to_vec);
        let has_its_values = extra_len(bytes) == extra_len(&made_again);
        return Err(wrong(if has_its_values { Fault::Attributes } else { Fault::Zip64 }));
    }
    let entry = Entry { path: path.to_owned(), kind, size: long.unpacked, crc32, header_at: long.header_at };
    Ok((found_root.to_owned(), entry, made_again.len()))
}

/// Sizes and place, wherever they stand.
struct Long {
    packed: u64,
    unpacked: u64,
    header_at: u64,
}

impl Long {
    /// None if the extra field is not exactly what the short values ask for.
    fn read(extra: &[u8], packed: u32, unpacked: u32, header_at: u32) -> Option<Self> {
        // The order of the values is that of the format: unpacked, packed, place.
        let wanted = [unpacked, packed, header_at].iter().filter(|&&value| value == ELSEWHERE).count();
        let mut fields = Fields(extra);
        if wanted > 0 {
            let head = (fields.u16(), usize::from(fields.u16()));
            if head != (ZIP64, wanted * 8) || extra.len() != 4 + wanted * 8 {
                return None;
            }
        } else if !extra.is_empty() {
            return None;
        }
        let mut value = |short: u32| if short == ELSEWHERE { fields.u64() } else { short.into() };
        let (unpacked, packed, header_at) = (value(unpacked), value(packed), value(header_at));
        Some(Self { packed, unpacked, header_at })
    }
}
