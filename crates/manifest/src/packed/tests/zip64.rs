//! Records whose values stand in ZIP64 fields, over files of zeros that nobody writes; and what is said of those that
//! contradict.

use std::sync::Arc;

use super::super::record::{self, Values};
use super::super::{EntryKind, Fault, PackedError, PackedStore};
use super::Sparse;
use crate::store::BagStore;

const FOUR_GIB: u64 = 1 << 32;
/// Bytes of a record of the directory before its extra field: all names here have 13 bytes.
const BEFORE_EXTRA: usize = 46 + 13;

/// An archive in pieces.
struct Parts {
    /// The headers, by their places.
    headers: Vec<(u64, Vec<u8>)>,
    records: Vec<Vec<u8>>,
    /// Where the directory begins.
    at: u64,
}

impl Parts {
    fn of(files: &[(&str, u64)]) -> Self {
        let mut parts = Self { headers: Vec::new(), records: Vec::new(), at: 0 };
        for &(name, size) in files {
            let values = Values { name, kind: EntryKind::File, crc32: 0x0bad_cafe, size, header_at: parts.at };
            let header = record::local(&values);
            let header_at = parts.at;
            parts.at += header.len() as u64 + size;
            parts.headers.push((header_at, header));
            parts.records.push(record::central(&values));
        }
        parts
    }

    fn open(&self) -> Result<PackedStore, PackedError> {
        let directory = self.records.concat();
        let end = record::end(self.records.len() as u64, self.at, directory.len() as u64);
        let tail = [directory, end].concat();
        let size = self.at + tail.len() as u64;
        let parts = self.headers.iter().cloned().chain([(self.at, tail)]).collect();
        PackedStore::open(Arc::new(Sparse { parts, size }))
    }

    /// What is said of the first entry, after its record was changed.
    fn fault(mut self, change: impl FnOnce(&mut Vec<u8>)) -> Fault {
        change(&mut self.records[0]);
        fault(self.open())
    }
}

fn fault(opened: Result<PackedStore, PackedError>) -> Fault {
    match opened.map(drop) {
        Err(PackedError::Entry { fault, .. }) => fault,
        other => panic!("{other:?}"),
    }
}

/// A file that needs both sizes in the ZIP64 values.
fn long() -> Parts {
    Parts::of(&[("A1.bag/data/a", FOUR_GIB + 5)])
}

/// A file that needs none of them.
fn short() -> Parts {
    Parts::of(&[("A1.bag/data/a", 5)])
}

/// Puts other bytes in the place of the extra field, and their length in its own.
fn extra(record: &mut Vec<u8>, bytes: &[u8]) {
    record.truncate(BEFORE_EXTRA);
    record[30..32].copy_from_slice(&(bytes.len() as u16).to_le_bytes());
    record.extend_from_slice(bytes);
}

fn zip64(values: &[u64]) -> Vec<u8> {
    let head = [[1, 0], (values.len() as u16 * 8).to_le_bytes()].concat();
    values.iter().fold(head, |bytes, value| [bytes, value.to_le_bytes().to_vec()].concat())
}

#[test]
fn each_file_has_the_long_values_that_it_needs_and_lies_where_they_say() {
    let files = [
        ("A1.bag/data/a", FOUR_GIB + 5),
        ("A1.bag/data/b", 1),
        ("A1.bag/data/c", u64::from(u32::MAX)),
        ("A1.bag/data/d", u64::from(u32::MAX) - 1),
    ];
    let parts = Parts::of(&files);
    // Two sizes; a place; two sizes and a place; a place.
    let extras: Vec<usize> = parts.records.iter().map(|record| record.len() - BEFORE_EXTRA).collect();
    assert_eq!(extras, [4 + 16, 4 + 8, 4 + 24, 4 + 8]);
    let store = parts.open().expect("a packed bag");
    let mut entries = Vec::new();
    store
        .each(&mut |entry| {
            entries.push((entry.path, entry.size));
            entries.len() < 3
        })
        .expect("the directory");
    assert_eq!(
        entries,
        [("data/a", FOUR_GIB + 5), ("data/b", 1), ("data/c", u64::from(u32::MAX))]
            .map(|(path, size)| { (path.to_owned(), size) })
    );
    for ((name, size), (header_at, header)) in files.iter().zip(&parts.headers) {
        let path = name.strip_prefix("A1.bag/").expect("the root");
        let begin = header_at + header.len() as u64;
        assert_eq!(store.place(path).expect("the directory"), Some(begin..begin + size), "{path}");
        assert_eq!(store.open(path).expect("a file").size(), *size);
    }
    assert_eq!(store.place("data/e").expect("the directory"), None);
}

#[test]
fn long_values_that_are_not_those_that_are_asked_for_are_refused() {
    let size = FOUR_GIB + 5;
    assert_eq!(long().fault(|record| record[BEFORE_EXTRA] = 2), Fault::Zip64, "another kind of field");
    assert_eq!(long().fault(|record| record[BEFORE_EXTRA + 2] = 8), Fault::Zip64, "a length of one value");
    for values in [&[size][..], &[size, size, 0], &[]] {
        assert_eq!(long().fault(|record| extra(record, &zip64(values))), Fault::Zip64, "{values:?}");
    }
    let one_more = [zip64(&[size, size]), vec![0]].concat();
    assert_eq!(long().fault(|record| extra(record, &one_more)), Fault::Zip64, "a byte behind the values");
    assert_eq!(long().fault(|record| extra(record, b"")), Fault::Zip64, "none at all");
    // One of the short values no longer says that its own stands elsewhere.
    for place in [20, 24] {
        let fault = long().fault(|record| record[place..place + 4].copy_from_slice(&[5, 0, 0, 0]));
        assert_eq!(fault, Fault::Zip64, "{place}");
    }
    let place_too = |record: &mut Vec<u8>| record[42..46].fill(0xff);
    assert_eq!(long().fault(place_too), Fault::Zip64, "a place that is said to stand elsewhere, and does not");
}

#[test]
fn long_values_that_contradict_each_other_or_need_not_be_long_are_refused() {
    let size = FOUR_GIB + 5;
    let fault = long().fault(|record| extra(record, &zip64(&[size, size + 1])));
    assert_eq!(fault, Fault::Sizes { packed: size + 1, unpacked: size });
    assert_eq!(long().fault(|record| extra(record, &zip64(&[5, 5]))), Fault::Zip64, "values that fit into four bytes");
    let elsewhere = |record: &mut Vec<u8>| {
        record[20..28].fill(0xff);
        extra(record, &zip64(&[5, 5]));
    };
    assert_eq!(short().fault(elsewhere), Fault::Zip64, "a short file in the long form");
    let fault = long().fault(|record| extra(record, &zip64(&[size + 1, size + 1])));
    assert!(matches!(fault, Fault::Overlap { .. }), "bytes of the directory: {fault:?}");
}

#[test]
fn a_field_that_is_not_asked_for_is_told_by_its_kind() {
    let unasked = |bytes: &[u8]| short().fault(|record| extra(record, bytes));
    assert_eq!(unasked(&zip64(&[5])), Fault::Zip64);
    assert_eq!(unasked(&zip64(&[5, 5, 0, 0])[..32]), Fault::Zip64);
    assert_eq!(unasked(&zip64(&[5, 5, 0, 0])[..33]), Fault::Extra, "more than ZIP64 values can be");
    assert_eq!(unasked(b"UT\x05\0\x01\0\0\0\0"), Fault::Extra, "a time");
    let cut = short().fault(|record| record[30..32].copy_from_slice(&5000_u16.to_le_bytes()));
    assert_eq!(cut, Fault::Extra, "more bytes than are left");
}

#[test]
fn long_values_of_a_header_are_those_of_the_directory() {
    let header_len = 30 + 13;
    for at in header_len..header_len + 20 {
        let mut parts = long();
        parts.headers[0].1[at] ^= 1;
        assert_eq!(fault(parts.open()), Fault::Headers { what: "size" }, "byte {at}");
    }
}
