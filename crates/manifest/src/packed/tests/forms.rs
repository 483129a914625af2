//! The bytes of the records, written down by hand from the format; the limits of what is read; ends of files that shrink.

use std::sync::Arc;

use super::super::record::{self, Values};
use super::super::{EntryKind, Fault, MAX_PATH, MAX_ROOT, NameError, PackedError, PackedStore, is_archive};
use super::by_hand::{archive, fault, refused};
use super::{bytes, open};
use crate::store::{Area, BagFile, BagStore, ObjectKind};

const MAX_NAME: usize = MAX_ROOT + 1 + MAX_PATH + 1;

#[test]
fn records_are_those_of_the_format_to_the_byte() {
    let file = Values { name: "r/é", kind: EntryKind::File, crc32: 0x0403_0201, size: 7, header_at: 9 };
    assert_eq!(
        record::local(&file),
        b"PK\x03\x04\x14\0\0\x08\0\0\0\0\x21\0\x01\x02\x03\x04\x07\0\0\0\x07\0\0\0\x04\0\0\0r/\xc3\xa9"
    );
    assert_eq!(
        record::central(&file),
        b"PK\x01\x02\x14\x03\x14\0\0\x08\0\0\0\0\x21\0\x01\x02\x03\x04\x07\0\0\0\x07\0\0\0\x04\0\0\0\0\0\0\0\0\0\0\0\xa4\x81\x09\0\0\0r/\xc3\xa9"
    );
    let long = Values { name: "r/d/", kind: EntryKind::EmptyDirectory, crc32: 0, size: 0, header_at: 0x1_0000_0002 };
    assert_eq!(
        record::central(&long),
        b"PK\x01\x02\x2d\x03\x2d\0\0\0\0\0\0\0\x21\0\0\0\0\0\0\0\0\0\0\0\0\0\x04\0\x0c\0\0\0\0\0\0\0\x10\0\xed\x41\xff\xff\xff\xffr/d/\
          \x01\0\x08\0\x02\0\0\0\x01\0\0\0"
    );
    assert_eq!(
        record::end(2, 0x1_0000_0000, 3),
        b"PK\x06\x06\x2c\0\0\0\0\0\0\0\x2d\x03\x2d\0\0\0\0\0\0\0\0\0\x02\0\0\0\0\0\0\0\x02\0\0\0\0\0\0\0\x03\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0\
          PK\x06\x07\0\0\0\0\x03\0\0\0\x01\0\0\0\x01\0\0\0\
          PK\x05\x06\0\0\0\0\x02\0\x02\0\x03\0\0\0\xff\xff\xff\xff\0\0"
    );
    for size in [0, 0xffff_fffe, 0xffff_ffff, 1 << 40] {
        let values = Values { size, ..file };
        assert_eq!(record::local_len(file.name, size), record::local(&values).len() as u64, "{size}");
    }
}

#[test]
fn what_begins_otherwise_is_no_archive() {
    assert!(is_archive(b"PK\x03\x04") && is_archive(b"PK\x05\x06\0"));
    for beginning in [&b""[..], b"PK", b"PK\x01\x02", b"\x50\x4b\x04\x03", b"BagIt-Ve"] {
        assert!(!is_archive(beginning), "{beginning:?}");
        assert!(matches!(refused(beginning.to_vec()), PackedError::Beginning), "{beginning:?}");
    }
}

#[test]
fn what_ordinary_tools_make_is_told_from_what_none_of_them_makes() {
    let good = archive(&["A1.bag/bagit.txt"]);
    let at = good.windows(4).position(|bytes| bytes == b"PK\x01\x02").expect("the directory");
    let mut deflated = good.clone();
    deflated[at + 10] = 8;
    let mut commented = [good.as_slice(), &[b'x'; 40]].concat();
    let comment_len = good.len() - 2;
    commented[comment_len] = 40;
    assert!(refused(deflated).is_ordinary_archive());
    assert!(refused(commented).is_ordinary_archive());
    assert!(!refused(archive(&["A1.bag/bagit.txt", "A1.bag/bagit.txt"])).is_ordinary_archive());
    assert!(!refused(good[..good.len() - 1].to_vec()).is_ordinary_archive());
}

/// A name of a root, `data/`, components, and a slash at its end if it is a directory's.
fn name(root: usize, path: usize, slash: &str) -> String {
    let components = vec!["p".repeat(100); 10].join("/");
    format!("{}/data/{}{slash}", "r".repeat(root), &components[..path - 5])
}

#[test]
fn a_record_has_a_shortest_and_a_longest_name() {
    let longest = name(MAX_ROOT, MAX_PATH, "/");
    assert_eq!(longest.len(), MAX_NAME);
    assert_eq!(open(archive(&[&longest])).expect("a packed bag").count(), 1);
    let longer = name(MAX_ROOT, MAX_PATH + 1, "/");
    assert_eq!(fault(&[&longer]), Fault::Name(NameError::TooLong { len: MAX_NAME + 1 }));
    // 46 bytes in all, and one less.
    assert_eq!(fault(&[""]), Fault::OtherRoot);
    let mut cut = archive(&["A1.bag/bagit.txt"]);
    let at = cut.windows(4).position(|bytes| bytes == b"PK\x01\x02").expect("the directory");
    cut.truncate(at + 45);
    let end = record::end(1, at as u64, 45);
    assert!(matches!(refused([cut, end].concat()), PackedError::Directory { at: place } if place == at as u64));
}

#[test]
fn empty_tops_of_the_bag_are_in_their_part_and_are_not_listed_there() {
    let names = ["A1.bag/custody/", "A1.bag/bagit.txt", "A1.bag/other/", "A1.bag/data/"];
    let store = open(archive(&names)).expect("a packed bag");
    let listed = |area| {
        let mut found = Vec::new();
        store.list(area, &mut |object| {
            let path = String::from_utf8(object.path.to_vec()).expect("text");
            found.push((path, matches!(object.kind, ObjectKind::EmptyDirectory)));
        });
        found
    };
    assert_eq!(listed(Area::Custody), []);
    assert_eq!(listed(Area::Tags), [("bagit.txt".to_owned(), false), ("other".to_owned(), true)]);
    assert_eq!(listed(Area::Data), []);
    let names = ["A1.bag/custody/000000.txt", "A1.bag/bagit.txt", "A1.bag/data/a"];
    let store = open(archive(&names)).expect("a packed bag");
    for (area, path) in [(Area::Custody, "custody/000000.txt"), (Area::Tags, "bagit.txt"), (Area::Data, "data/a")] {
        let mut found = Vec::new();
        store.list(area, &mut |object| found.push(object.path.to_vec()));
        assert_eq!(found, [path.as_bytes()]);
    }
}

/// A file that gives nothing from a place on, where it was longer a moment ago.
struct Shrunk {
    whole: super::Sparse,
    from: u64,
    to: u64,
}

impl BagFile for Shrunk {
    fn size(&self) -> u64 {
        self.whole.size
    }

    fn read_at(&self, buffer: &mut [u8], offset: u64) -> std::io::Result<usize> {
        let is_beyond = (self.from..self.to).contains(&offset);
        let left = if offset < self.from { self.from - offset } else { u64::MAX };
        let length = if is_beyond { 0 } else { left.min(buffer.len() as u64) as usize };
        BagFile::read_at(&self.whole, &mut buffer[..length], offset)
    }
}

#[test]
fn a_header_that_is_not_there_whole_any_more_is_said_to_differ() {
    let whole = archive(&["A1.bag/bagit.txt"]);
    for (from, expected) in [(29, "there is no header"), (30, "name"), (45, "name")] {
        let file = Shrunk { whole: bytes(whole.clone()), from, to: 46 };
        match PackedStore::open(Arc::new(file)).map(drop) {
            Err(PackedError::Entry { fault: Fault::Headers { what }, .. }) => assert_eq!(what, expected, "{from}"),
            other => panic!("{from}: {other:?}"),
        }
    }
}

#[test]
fn damage_that_came_after_the_packing_shows_in_the_checksum() {
    let packed = super::pack(&super::memory(&[("data/a", b"evidence")]));
    let at = packed.windows(8).position(|bytes| bytes == b"evidence").expect("the data");
    let carried =
        |archive: Vec<u8>| open(archive).expect("a packed bag").open("data/a").expect("a file").is_as_carried();
    assert_eq!(carried(packed.clone()), Some(true));
    let mut damaged = packed;
    damaged[at + 3] ^= 1;
    assert_eq!(carried(damaged), Some(false));
}
