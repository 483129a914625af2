//! A packed bag comes back as it was; nothing but what a writer writes is taken.

mod by_hand;
mod forms;
mod writing;
mod zip64;

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::store::{Area, BagFile, BagStore, MemoryStore, ObjectKind, OpenError};

/// An archive in memory.
#[derive(Default)]
struct Memory(Vec<u8>);

impl Output for Memory {
    fn write_at(&mut self, bytes: &[u8], offset: u64) -> std::io::Result<()> {
        let (at, end) = (offset as usize, offset as usize + bytes.len());
        self.0.resize(self.0.len().max(end), 0);
        self.0[at..end].copy_from_slice(bytes);
        Ok(())
    }

    fn read_at(&mut self, buffer: &mut [u8], offset: u64) -> std::io::Result<()> {
        let at = offset as usize;
        buffer.copy_from_slice(&self.0[at..at + buffer.len()]);
        Ok(())
    }
}

fn memory(files: &[(&str, &[u8])]) -> MemoryStore {
    MemoryStore { files: files.iter().map(|(path, bytes)| ((*path).to_owned(), Arc::from(*bytes))).collect() }
}

fn pack(store: &dyn BagStore) -> Vec<u8> {
    let mut writer = Writer::new(Memory::default(), "A1.bag").expect("a root");
    for area in [Area::Custody, Area::Tags, Area::Data] {
        store.list(area, &mut |object| {
            let path = std::str::from_utf8(object.path).expect("text");
            match object.kind {
                ObjectKind::File => {
                    let bytes = store.read_whole(path, 1 << 30).expect("a file");
                    writer.begin(path, bytes.len() as u64).expect("a place");
                    bytes.chunks(7).for_each(|bytes| writer.data(bytes).expect("room"));
                    writer.end().expect("an end");
                }
                _ => writer.empty_directory(path).expect("a place"),
            }
        });
    }
    let (Memory(bytes), size) = writer.finish().expect("an archive");
    assert_eq!(bytes.len() as u64, size);
    bytes
}

fn bytes(bytes: Vec<u8>) -> Sparse {
    Sparse { size: bytes.len() as u64, parts: [(0, bytes)].into() }
}

fn open(archive: Vec<u8>) -> Result<PackedStore, PackedError> {
    PackedStore::open(Arc::new(bytes(archive)))
}

fn sample() -> MemoryStore {
    memory(&[
        ("bagit.txt", b"BagIt"),
        ("custody/000000.txt", b"the seal"),
        ("custody/000001.txt", b"an event"),
        ("data/a/b", b"one"),
        ("data/a-b", b"two"),
        ("data/empty/", b""),
        ("data/йод", b""),
        ("seal/entries.jsonl", b"{}\n"),
    ])
}

/// What a store lists, with the bytes.
fn content(store: &dyn BagStore) -> Vec<(String, Option<Vec<u8>>)> {
    let mut all = Vec::new();
    for area in [Area::Custody, Area::Tags, Area::Data] {
        store.list(area, &mut |object| {
            let path = String::from_utf8(object.path.to_vec()).expect("text");
            let bytes = match object.kind {
                ObjectKind::File => Some(store.read_whole(&path, 1 << 30).expect("a file")),
                _ => None,
            };
            all.push((path, bytes));
        });
    }
    all
}

#[test]
fn a_packed_bag_lists_and_reads_as_the_bag_does() {
    let store = open(pack(&sample())).expect("a packed bag");
    assert_eq!(content(&store), content(&sample()));
    assert_eq!((store.root(), store.count()), ("A1.bag", 8));
    for path in ["data", "data/a", "data/empty", "data/c", "custody", "zz", "", "data/a/b/c"] {
        assert!(matches!(store.open(path), Err(OpenError::Missing)), "{path}");
    }
    assert_eq!(store.open("data/a/b").expect("a file").is_as_carried(), Some(true));
}

#[test]
fn the_seal_stands_at_the_beginning_and_the_same_bag_gives_the_same_bytes() {
    let bytes = pack(&sample());
    assert_eq!(&bytes[30..30 + 25], b"A1.bag/custody/000000.txt");
    assert_eq!(bytes, pack(&open(bytes.clone()).expect("a packed bag")));
}

#[test]
fn every_other_byte_of_the_headers_and_every_cut_is_refused_or_only_changes_what_is_free() {
    let bytes = pack(&sample());
    let original = content(&open(bytes.clone()).expect("a packed bag"));
    for at in 0..bytes.len() {
        for flip in [1, 0x80] {
            let mut changed = bytes.clone();
            changed[at] ^= flip;
            // What opens has the names and sizes of before: only bytes of files may differ.
            if let Ok(store) = open(changed) {
                let names = |content: &[(String, Option<Vec<u8>>)]| -> Vec<_> {
                    content.iter().map(|(path, bytes)| (path.clone(), bytes.as_ref().map(Vec::len))).collect()
                };
                assert_eq!(names(&content(&store)), names(&original), "byte {at}");
            }
        }
        assert!(open(bytes[..at].to_vec()).is_err(), "cut to {at}");
    }
    for more in [&b"\0"[..], b"PK\x05\x06", &bytes] {
        assert!(open([&bytes, more].concat()).is_err());
        assert!(open([more, &bytes].concat()).is_err());
    }
}

#[test]
fn a_writer_takes_names_only_in_their_order_and_in_their_form() {
    let mut writer = Writer::new(Memory::default(), "A1.bag").expect("a root");
    let mut put = |path: &str| writer.begin(path, 0).and_then(|()| writer.end());
    put("custody/000000.txt").expect("a place");
    assert!(matches!(put("custody/000000.txt"), Err(WriteError::Order)));
    put("bagit.txt").expect("a place");
    assert!(matches!(put("bagit.txt/x"), Err(WriteError::Order)));
    assert!(matches!(put("custody/000001.txt"), Err(WriteError::Order)));
    for name in ["data/..", "data/../x", "/data/x", "data//x", "data/x/", "data\\x", "data/C:", "data/CON", "data/\n"] {
        assert!(matches!(put(name), Err(WriteError::Name(_))), "{name}");
    }
    assert!(matches!(put("data"), Err(WriteError::Name(NameError::DirectoryExpected))));
    assert!(matches!(Writer::new(Memory::default(), "..").map(drop), Err(WriteError::Name(_))));
    assert!(matches!(Writer::new(Memory::default(), "a/b").map(drop), Err(WriteError::Name(_))));
}

#[test]
fn a_file_of_another_size_than_was_said_is_not_packed() {
    let mut writer = Writer::new(Memory::default(), "A1.bag").expect("a root");
    writer.begin("data/x", 3).expect("a place");
    writer.data(b"ab").expect("room");
    assert!(matches!(writer.end(), Err(WriteError::Size { said: 3, found: 2 })));
    let mut writer = Writer::new(Memory::default(), "A1.bag").expect("a root");
    writer.begin("data/x", 1).expect("a place");
    assert!(matches!(writer.data(b"ab"), Err(WriteError::Size { said: 1, found: 2 })));
}

#[test]
fn thousands_of_files_are_found_by_name_in_any_order() {
    let names: Vec<String> = (0..5000).map(|number| format!("data/{:04}", number * 7 % 5000)).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), name.as_bytes())).collect();
    let store = open(pack(&memory(&files))).expect("a packed bag");
    for name in names.iter().chain(names.iter().rev()) {
        assert_eq!(store.read_whole(name, 100).expect("a file"), name.as_bytes());
        assert!(matches!(store.open(&format!("{name}x")), Err(OpenError::Missing)));
    }
}

/// A file of which only the places that were written exist: the rest reads as zeros.
#[derive(Default)]
struct Sparse {
    parts: std::collections::BTreeMap<u64, Vec<u8>>,
    size: u64,
}

impl Output for Sparse {
    fn write_at(&mut self, bytes: &[u8], offset: u64) -> std::io::Result<()> {
        self.size = self.size.max(offset + bytes.len() as u64);
        self.parts.insert(offset, bytes.to_vec());
        Ok(())
    }

    fn read_at(&mut self, buffer: &mut [u8], offset: u64) -> std::io::Result<()> {
        BagFile::read_at(self, buffer, offset).map(drop)
    }
}

impl BagFile for Sparse {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_at(&self, buffer: &mut [u8], offset: u64) -> std::io::Result<usize> {
        let length = self.size.saturating_sub(offset).min(buffer.len() as u64);
        let end = offset + length;
        buffer[..length as usize].fill(0);
        for (&at, part) in self.parts.range(..end).filter(|(at, part)| *at + part.len() as u64 > offset) {
            let (from, to) = (at.max(offset), (at + part.len() as u64).min(end));
            let source = &part[(from - at) as usize..(to - at) as usize];
            buffer[(from - offset) as usize..(to - offset) as usize].copy_from_slice(source);
        }
        Ok(length as usize)
    }
}

#[test]
fn sizes_and_places_over_four_gibibytes_stand_in_zip64_values_and_only_these() {
    for size in [0xffff_fffe_u64, 0xffff_ffff, 5 << 30] {
        let mut writer = Writer::new(Sparse::default(), "A1.bag").expect("a root");
        let zeros = vec![0; 16 << 20];
        writer.begin("data/large", size).expect("a place");
        let mut left = size;
        while left > 0 {
            let count = left.min(zeros.len() as u64);
            writer.data(&zeros[..count as usize]).expect("room");
            left -= count;
        }
        writer.end().expect("an end");
        writer.begin("data/small", 1).expect("a place");
        writer.data(b"x").expect("room");
        writer.end().expect("an end");
        let (archive, _) = writer.finish().expect("an archive");
        let store = PackedStore::open(Arc::new(archive)).expect("a packed bag");
        assert_eq!(store.open("data/large").expect("a file").size(), size);
        assert_eq!(store.read_whole("data/small", 10).expect("a file"), b"x");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bag_comes_back_as_it_was(
        files in proptest::collection::btree_map("(data|custody|seal|other)(/[a-c.]{0,2}[a-cйA-C]){1,3}", proptest::collection::vec(any::<u8>(), 0..40), 0..12),
    ) {
        let is_below = |path: &String| files.keys().any(|above| path.starts_with(&format!("{above}/")));
        let store = MemoryStore {
            files: files.iter().filter(|(path, _)| !is_below(path)).map(|(path, bytes)| (path.clone(), Arc::from(bytes.as_slice()))).collect(),
        };
        let packed = pack(&store);
        let read = open(packed.clone()).expect("a packed bag");
        prop_assert_eq!(content(&read), content(&store));
        prop_assert_eq!(pack(&read), packed);
    }

    #[test]
    fn arbitrary_bytes_are_refused_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = open([b"PK\x03\x04", bytes.as_slice()].concat());
    }
}
