//! What a packed bag may not say of itself: ends, directories and headers made by hand, and what each is refused for.

use super::super::end::End;
use super::super::record::{self, END_LEN, Values};
use super::super::{EntryKind, Fault, MAX_PATH, MAX_ROOT, NameError, PackedError, name};
use super::open;

/// An archive of empty files with these names, whose records are written as they are given.
pub(super) fn archive(names: &[&str]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for name in names {
        let kind = if name.ends_with('/') { EntryKind::EmptyDirectory } else { EntryKind::File };
        let values = Values { name, kind, crc32: 0, size: 0, header_at: bytes.len() as u64 };
        bytes.extend(record::local(&values));
        directory.extend(record::central(&values));
    }
    let end = record::end(names.len() as u64, bytes.len() as u64, directory.len() as u64);
    [bytes, directory, end].concat()
}

pub(super) fn refused(bytes: Vec<u8>) -> PackedError {
    open(bytes).map(drop).expect_err("no packed bag")
}

pub(super) fn fault(names: &[&str]) -> Fault {
    match refused(archive(names)) {
        PackedError::Entry { fault, .. } => fault,
        other => panic!("{names:?}: {other:?}"),
    }
}

#[test]
fn a_path_stands_once_in_its_order_and_never_below_a_file() {
    open(archive(&["A1.bag/custody/000000.txt", "A1.bag/bagit.txt", "A1.bag/data/a"])).expect("a packed bag");
    assert!(matches!(fault(&["A1.bag/bagit.txt", "A1.bag/bagit.txt"]), Fault::Twice));
    assert!(matches!(fault(&["A1.bag/data/a", "A1.bag/data/a/"]), Fault::Twice), "a file, and a directory of its name");
    for names in [["A1.bag/data/b", "A1.bag/data/a"], ["A1.bag/data/a", "A1.bag/bagit.txt"]] {
        assert!(matches!(fault(&names), Fault::Order), "{names:?}");
    }
    assert!(matches!(fault(&["A1.bag/data/a", "A1.bag/data/a/b"]), Fault::Below { above } if above == "data/a"));
    assert!(matches!(fault(&["A1.bag/data/a", "B1.bag/data/b"]), Fault::OtherRoot));
}

#[test]
fn what_stands_behind_an_archive_is_told_by_what_it_is() {
    let good = archive(&["A1.bag/bagit.txt"]);
    let behind = |comment: u16, tail: &[u8]| {
        let mut bytes = good.clone();
        let at = bytes.len() - 2;
        bytes[at..].copy_from_slice(&comment.to_le_bytes());
        refused([bytes, tail.to_vec()].concat())
    };
    // Longer than an end record, so that the last bytes are none.
    let tail = [b'x'; 40];
    assert!(matches!(behind(0, &tail), PackedError::Trailing { len: 40 }));
    assert!(matches!(behind(40, &tail), PackedError::Comment { len: 40 }));
    assert!(matches!(behind(30, &tail), PackedError::Trailing { len: 10 }), "a comment, and more");
    assert!(matches!(behind(41, &tail), PackedError::NoEnd), "a comment that is cut");
    assert!(matches!(behind(5, b""), PackedError::NoEnd));
    assert!(matches!(refused([b"PK\x03\x04".to_vec(), vec![b'x'; 100]].concat()), PackedError::NoEnd));
    // The end stands further behind the beginning than a comment is long.
    let mut long =
        [b"PK\x03\x04".to_vec(), vec![0; 100_000], good[good.len() - END_LEN..].to_vec(), tail.to_vec()].concat();
    let comment_len = long.len() - tail.len() - 2;
    long[comment_len] = 40;
    assert!(matches!(refused(long), PackedError::Comment { len: 40 }));
}

#[test]
fn the_end_is_one_for_the_values_that_it_has() {
    let end = |count: u64, at: u64, length: u64| {
        let bytes = [vec![0; 100], record::end(count, at, length)].concat();
        End::read(&super::bytes(bytes)).map(|end| (end.count, end.directory_at, end.directory_end))
    };
    assert_eq!(end(1, 40, 60).expect("an end"), (1, 40, 100));
    // Where each value alone needs the long record, the long record says all of them.
    assert_eq!(end(65_535, 40, 60).expect("a long end"), (65_535, 40, 100));
    assert_eq!(record::end(65_534, 40, 60).len(), END_LEN);
    assert_eq!(record::end(1, 0xffff_fffe, 0xffff_fffe).len(), END_LEN);
    for (count, at, length) in [(65_535, 40, 60), (1, 0xffff_ffff, 60), (1, 40, 0xffff_ffff)] {
        assert_eq!(record::end(count, at, length).len(), 56 + 20 + END_LEN, "{count} {at} {length}");
    }
    assert!(matches!(end(65_535, 41, 60), Err(PackedError::Directory { at: 41 })));
    assert!(matches!(end(1, 0xffff_ffff, 60), Err(PackedError::Directory { at: 0xffff_ffff })));
    assert!(matches!(end(1, 40, 0xffff_ffff), Err(PackedError::Directory { at: 40 })));
    // Neither of the two long records may be missing or another.
    let good = [vec![0; 100], record::end(65_535, 40, 60)].concat();
    for at in 100..good.len() {
        let mut changed = good.clone();
        changed[at] ^= 1;
        assert!(End::read(&super::bytes(changed)).is_err(), "byte {at}");
    }
    assert!(matches!(End::read(&super::bytes(good[100 + 56 + 20..].to_vec())), Err(PackedError::EndRecords)));
}

#[test]
fn each_value_of_an_end_in_pieces_is_refused() {
    let good = archive(&["A1.bag/bagit.txt"]);
    let at = good.len() - END_LEN;
    let with = |place: usize, value: u8| {
        let mut bytes = good.clone();
        bytes[at + place] = value;
        refused(bytes)
    };
    assert!(matches!(with(4, 1), PackedError::Spanned), "this disk");
    assert!(matches!(with(6, 1), PackedError::Spanned), "the disk of the directory");
    assert!(matches!(with(8, 2), PackedError::EndRecords), "entries on this disk");
    assert!(matches!(with(12, 1), PackedError::Directory { .. }), "length of the directory");
    assert!(matches!(with(16, 1), PackedError::Directory { .. }), "place of the directory");
}

#[test]
fn a_header_that_says_other_than_the_directory_is_told_by_its_first_such_field() {
    let good = archive(&["A1.bag/bagit.txt"]);
    let with = |place: usize| {
        let mut bytes = good.clone();
        bytes[place] ^= 1;
        match refused(bytes) {
            PackedError::Entry { fault: Fault::Headers { what }, .. } => what,
            other => panic!("byte {place}: {other:?}"),
        }
    };
    for (place, what) in [
        (4, "version"),
        (6, "flags"),
        (8, "method"),
        (10, "time"),
        (12, "time"),
        (14, "CRC-32"),
        (18, "size"),
        (22, "size"),
        (26, "length of the name"),
        (28, "extra field"),
        (30, "name"),
        (45, "name"),
    ] {
        assert_eq!(with(place), what, "byte {place}");
    }
}

#[test]
fn each_field_of_a_record_in_the_directory_is_told_by_what_a_reader_would_do_with_it() {
    let good = archive(&["A1.bag/bagit.txt"]);
    let at = good.windows(4).position(|bytes| bytes == b"PK\x01\x02").expect("the directory");
    let with = |place: usize, flip: u8| {
        let mut bytes = good.clone();
        bytes[at + place] ^= flip;
        match refused(bytes) {
            PackedError::Entry { fault, .. } => fault,
            other => panic!("byte {place}: {other:?}"),
        }
    };
    for (place, flip) in [(8, 1), (8, 1 << 6), (9, 1 << 5)] {
        assert!(matches!(with(place, flip), Fault::Encrypted), "{place} {flip}");
    }
    assert!(matches!(with(8, 1 << 3), Fault::DataDescriptor));
    assert!(matches!(with(9, 1 << 3), Fault::Flags { .. }));
    assert!(matches!(with(10, 8), Fault::Method { method: 8 }));
    assert!(matches!(with(20, 1), Fault::Sizes { packed: 1, unpacked: 0 }));
    assert!(matches!(with(12, 1), Fault::Time));
    assert!(matches!(with(32, 1), Fault::Comment));
    // The type of a symbolic link, with the rights that a file has; by Unix and by macOS.
    assert!(matches!(with(41, 0o040), Fault::NotRegular), "{:?}", with(41, 0o040));
    assert!(matches!(with(38, 1), Fault::Attributes));
    assert!(matches!(with(5, 1), Fault::Attributes));
}

#[test]
fn roots_and_paths_have_exact_limits() {
    let root = |length: usize| name::check_root(&"r".repeat(length));
    assert_eq!(root(MAX_ROOT), Ok(()));
    for length in [MAX_ROOT + 1, MAX_ROOT + 2] {
        assert_eq!(root(length), Err(NameError::TooLong { len: length }));
    }
    let component = "p".repeat(100);
    let path = |length: usize| {
        let whole = format!("data/{}", vec![component.as_str(); 20].join("/"));
        name::check_path(&whole[..length], EntryKind::File)
    };
    assert_eq!(path(MAX_PATH), Ok(()));
    for length in [MAX_PATH + 1, MAX_PATH + 2] {
        assert!(matches!(path(length), Err(NameError::TooLong { .. })), "{length}");
    }
    for path in ["data", "custody"] {
        assert_eq!(name::check_path(path, EntryKind::File), Err(NameError::DirectoryExpected));
        assert_eq!(name::check_path(path, EntryKind::EmptyDirectory), Ok(()));
    }
}
