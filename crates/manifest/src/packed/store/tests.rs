//! How much is read to open a packed bag and to find its files: the directory is never held, and seldom read twice.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::PackedStore;
use crate::packed::EntryKind;
use crate::packed::record::{self, Values};
use crate::store::{BagFile, BagStore};

const FILES: usize = 3_000;
/// Bytes of the directory between two places that are remembered.
const BLOCK: u64 = 16 << 10;

/// A file of zeros with parts in it, that counts what is read.
#[derive(Default)]
struct Counted {
    parts: Vec<(u64, Vec<u8>)>,
    size: u64,
    reads: AtomicU64,
    bytes: AtomicU64,
}

impl Counted {
    /// Reads and bytes since the last question.
    fn take(&self) -> (u64, u64) {
        (self.reads.swap(0, Ordering::Relaxed), self.bytes.swap(0, Ordering::Relaxed))
    }
}

impl BagFile for Counted {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_at(&self, buffer: &mut [u8], offset: u64) -> std::io::Result<usize> {
        let length = buffer.len().min(self.size.saturating_sub(offset) as usize);
        buffer[..length].fill(0);
        for (at, part) in &self.parts {
            let (from, to) = ((*at).max(offset), (at + part.len() as u64).min(offset + length as u64));
            if from < to {
                let source = &part[(from - at) as usize..(to - at) as usize];
                buffer[(from - offset) as usize..(to - offset) as usize].copy_from_slice(source);
            }
        }
        self.reads.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(length as u64, Ordering::Relaxed);
        Ok(length)
    }
}

fn path(number: usize) -> String {
    format!("data/{number:06}")
}

/// An archive of files of zeros.
fn archive(files: usize, size: u64) -> Arc<Counted> {
    let mut counted = Counted::default();
    let mut directory = Vec::new();
    for number in 0..files {
        let name = format!("A1.bag/{}", path(number));
        let values = Values { name: &name, kind: EntryKind::File, crc32: 0, size, header_at: counted.size };
        directory.extend(record::central(&values));
        let header = record::local(&values);
        let header_at = counted.size;
        counted.size += header.len() as u64 + size;
        counted.parts.push((header_at, header));
    }
    let end = record::end(files as u64, counted.size, directory.len() as u64);
    let tail = [directory, end].concat();
    counted.parts.push((counted.size, tail.clone()));
    counted.size += tail.len() as u64;
    Arc::new(counted)
}

fn small_files() -> Arc<Counted> {
    archive(FILES, 1)
}

#[test]
fn of_the_directory_one_place_every_sixteen_kibibytes_is_held() {
    let store = PackedStore::open(small_files()).expect("a packed bag");
    let directory = store.directory.end - store.directory.start;
    assert!(directory > 10 * BLOCK);
    assert_eq!(store.blocks.first(), Some(&store.directory.start));
    for pair in store.blocks.windows(2) {
        let distance = pair[1] - pair[0];
        assert!((BLOCK..BLOCK + 100).contains(&distance), "{distance}");
    }
    assert!(store.directory.end - store.blocks.last().expect("a block") < BLOCK + 100);
}

#[test]
fn files_in_their_order_cost_one_reading_of_the_directory() {
    let file = small_files();
    let store = PackedStore::open(file.clone()).expect("a packed bag");
    let (blocks, directory) = (store.blocks.len() as u64, store.directory.end - store.directory.start);
    file.take();
    for number in 0..FILES {
        store.open(&path(number)).expect("a file");
    }
    let (reads, bytes) = file.take();
    // The first is found by bisection, each other block is the one behind.
    assert!(reads <= blocks + 8, "{reads} reads of {blocks} blocks");
    assert!(bytes <= directory + 8 * (64 << 10), "{bytes} of {directory} bytes");
    // What was asked for last is held.
    store.open(&path(FILES - 1)).expect("a file");
    assert_eq!(file.take(), (0, 0));
}

#[test]
fn headers_of_small_files_are_read_together() {
    let file = small_files();
    let store = PackedStore::open(file.clone()).expect("a packed bag");
    let headers = store.directory.start;
    let (reads, bytes) = file.take();
    // Blocks of 32 KiB for the headers and of 64 KiB for the directory.
    let expected = headers / (32 << 10) + (file.size - headers) / (60 << 10) + 8;
    assert!(reads <= expected, "{reads} reads, {expected} expected");
    assert!(bytes < file.size + (64 << 10), "{bytes} bytes read of {}", file.size);
}

#[test]
fn between_large_files_only_their_headers_are_read() {
    let file = archive(50, 1 << 20);
    PackedStore::open(file.clone()).expect("a packed bag");
    let (_, bytes) = file.take();
    // One block for the first header, which is near the beginning.
    assert!(bytes < (32 << 10) + 50 * 100 + 2 * 50 * 80, "{bytes}");
}
