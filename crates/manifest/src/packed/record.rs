//! The records of a ZIP archive (APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16 and 4.5.3), in the one form that a packed
//! bag has. All numbers are little-endian.

use super::directory::EntryKind;

/// Signature of a local header.
pub(super) const LOCAL: u32 = 0x0403_4b50;
/// Signature of a record of the central directory.
pub(super) const CENTRAL: u32 = 0x0201_4b50;
/// Signature of the end record.
pub(super) const END: u32 = 0x0605_4b50;
/// Signature of the ZIP64 end record.
pub(super) const END64: u32 = 0x0606_4b50;
/// Signature of what says where the ZIP64 end record is.
pub(super) const LOCATOR: u32 = 0x0706_4b50;

/// Bytes of a local header before the name.
pub(super) const LOCAL_LEN: usize = 30;
/// Bytes of a central record before the name.
pub(super) const CENTRAL_LEN: usize = 46;
/// Bytes of the end record.
pub(super) const END_LEN: usize = 22;
/// Bytes of the ZIP64 end record.
pub(super) const END64_LEN: usize = 56;
/// Bytes of the locator.
pub(super) const LOCATOR_LEN: usize = 20;
/// Most bytes of ZIP64 values in a record.
pub(super) const MAX_EXTRA: usize = 28;

/// Says in a field of four bytes that the value stands in the ZIP64 values.
pub(super) const ELSEWHERE: u32 = u32::MAX;
/// The same in a field of two bytes.
pub(super) const ELSEWHERE16: u16 = u16::MAX;
/// The kind of extra field that holds ZIP64 values.
pub(super) const ZIP64: u16 = 1;

/// The name is UTF-8.
pub(super) const UTF8: u16 = 1 << 11;
/// 1980-01-01, the first day that the format knows.
pub(super) const DATE: u16 = 1 << 5 | 1;
/// Version 2.0, which knows directories.
const PLAIN: u16 = 20;
/// Version 4.5, which knows ZIP64.
const WITH_ZIP64: u16 = 45;
/// Attributes are those of Unix.
const UNIX: u16 = 3 << 8;

/// What is free in the records of an entry.
#[derive(Clone, Copy)]
pub(super) struct Values<'a> {
    /// The whole name, with the root, and for a directory with its last slash.
    pub(super) name: &'a str,
    pub(super) kind: EntryKind,
    pub(super) crc32: u32,
    pub(super) size: u64,
    /// Where the local header stands.
    pub(super) header_at: u64,
}

pub(super) fn attributes(kind: EntryKind) -> u32 {
    match kind {
        EntryKind::File => 0o100_644 << 16,
        EntryKind::EmptyDirectory => 0o040_755 << 16 | 0x10,
    }
}

pub(super) fn flags(name: &str) -> u16 {
    if name.is_ascii() { 0 } else { UTF8 }
}

fn is_long(value: u64) -> bool {
    value >= ELSEWHERE.into()
}

fn short(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(ELSEWHERE)
}

/// Bytes of the local header of an entry.
pub(super) fn local_len(name: &str, size: u64) -> u64 {
    (LOCAL_LEN + name.len() + if is_long(size) { 20 } else { 0 }) as u64
}

/// A record in the making.
#[derive(Default)]
struct Record(Vec<u8>);

impl Record {
    fn u16(&mut self, value: u16) -> &mut Self {
        self.0.extend_from_slice(&value.to_le_bytes());
        self
    }

    fn u32(&mut self, value: u32) -> &mut Self {
        self.0.extend_from_slice(&value.to_le_bytes());
        self
    }

    fn u64(&mut self, value: u64) -> &mut Self {
        self.0.extend_from_slice(&value.to_le_bytes());
        self
    }

    /// From the version needed to the two sizes: equal in both headers of an entry.
    fn common(&mut self, values: &Values<'_>, version: u16) -> &mut Self {
        let size = short(values.size);
        self.u16(version).u16(flags(values.name)).u16(0).u16(0).u16(DATE);
        self.u32(values.crc32).u32(size).u32(size)
    }

    /// Lengths are below 65,536: names are checked before.
    fn lengths(&mut self, name: &str, longs: &[u64]) -> &mut Self {
        let extra = if longs.is_empty() { 0 } else { 4 + 8 * longs.len() };
        self.u16(name.len() as u16).u16(extra as u16)
    }

    fn text(&mut self, name: &str, longs: &[u64]) {
        self.0.extend_from_slice(name.as_bytes());
        if !longs.is_empty() {
            self.u16(ZIP64).u16(8 * longs.len() as u16);
            longs.iter().for_each(|&value| {
                self.u64(value);
            });
        }
    }
}

/// The local header.
pub(super) fn local(values: &Values<'_>) -> Vec<u8> {
    let longs: &[u64] = if is_long(values.size) { &[values.size, values.size] } else { &[] };
    let mut record = Record::default();
    let version = if longs.is_empty() { PLAIN } else { WITH_ZIP64 };
    record.u32(LOCAL).common(values, version).lengths(values.name, longs).text(values.name, longs);
    record.0
}

/// The record in the central directory.
pub(super) fn central(values: &Values<'_>) -> Vec<u8> {
    let mut longs = Vec::new();
    if is_long(values.size) {
        longs.extend([values.size, values.size]);
    }
    if is_long(values.header_at) {
        longs.push(values.header_at);
    }
    let version = if longs.is_empty() { PLAIN } else { WITH_ZIP64 };
    let mut record = Record::default();
    record.u32(CENTRAL).u16(UNIX | version).common(values, version).lengths(values.name, &longs);
    record.u16(0).u16(0).u16(0).u32(attributes(values.kind)).u32(short(values.header_at));
    record.text(values.name, &longs);
    record.0
}

/// Everything behind the central directory.
pub(super) fn end(count: u64, directory_at: u64, directory_len: u64) -> Vec<u8> {
    let mut record = Record::default();
    let short_count = u16::try_from(count).unwrap_or(ELSEWHERE16);
    if short_count == ELSEWHERE16 || is_long(directory_at) || is_long(directory_len) {
        record.u32(END64).u64(END64_LEN as u64 - 12).u16(UNIX | WITH_ZIP64).u16(WITH_ZIP64).u32(0).u32(0);
        record.u64(count).u64(count).u64(directory_len).u64(directory_at);
        // Only sums of what was written: far below 2^64.
        record.u32(LOCATOR).u32(0).u64(directory_at.wrapping_add(directory_len)).u32(1);
    }
    record.u32(END).u16(0).u16(0).u16(short_count).u16(short_count);
    record.u32(short(directory_len)).u32(short(directory_at)).u16(0);
    record.0
}

/// Reads the fields of a record one after the other; 0 behind its end.
pub(super) struct Fields<'a>(pub(super) &'a [u8]);

impl Fields<'_> {
    pub(super) fn u16(&mut self) -> u16 {
        self.take::<2>().map_or(0, u16::from_le_bytes)
    }

    pub(super) fn u32(&mut self) -> u32 {
        self.take::<4>().map_or(0, u32::from_le_bytes)
    }

    pub(super) fn u64(&mut self) -> u64 {
        self.take::<8>().map_or(0, u64::from_le_bytes)
    }

    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*taken)
    }
}
