//! The hot loops over the sealed list: writing a line, reading it, the tree.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use sealbag_manifest::digest::{Blake3Digest, Sha256Digest};
use sealbag_manifest::entry::{Content, ContentDigests, Entry, ExtraDigests, FileTime, Kind, Metadata};
use sealbag_manifest::list::{ListReader, WrittenLine, read_on_all_processors};
use sealbag_manifest::path::EvidencePath;
use sealbag_manifest::tree::TreeBuilder;

const ENTRIES: u64 = 10_000;

/// An ordinary file, as most entries are.
fn entry(number: u64) -> Entry {
    let digest = *blake3::hash(&number.to_le_bytes()).as_bytes();
    let time = |seconds: u64| FileTime::new((1_500_000_000 + number * 977 + seconds) as i64, 123_456_789);
    Entry {
        path: EvidencePath::new(format!("IMG_{number:07}.jpg").into_bytes()).expect("a path"),
        stored: None,
        kind: Kind::File,
        content: Some(Content {
            size: number * 31,
            digests: ContentDigests { sha256: Sha256Digest(digest), blake3: Blake3Digest(digest) },
            extra: ExtraDigests::default(),
        }),
        declared: Vec::new(),
        metadata: Metadata {
            mtime: time(0),
            atime: time(1),
            ctime: time(2),
            btime: time(3),
            mode: Some(0o644),
            uid: Some(1000),
            gid: Some(1000),
            device: None,
        },
        target: None,
        link_group: None,
        xattrs: Vec::new(),
        holes: Vec::new(),
        unreadable: Vec::new(),
        salt: [number as u8; 16],
    }
}

fn list(criterion: &mut Criterion) {
    let entries: Vec<Entry> = (0..ENTRIES).map(entry).collect();
    let lines = WrittenLine::of(&entries);
    let text: Vec<u8> = lines.iter().flat_map(|line| line.bytes().to_vec()).collect();
    let mut group = criterion.benchmark_group("10,000 entries");
    group.throughput(Throughput::Elements(ENTRIES));
    group.bench_function("write lines and leaf hashes", |bencher| {
        bencher.iter(|| entries.chunks(16).map(|handful| WrittenLine::of(handful).len()).sum::<usize>());
    });
    group.bench_function("read lines, one processor", |bencher| {
        bencher.iter(|| {
            let mut reader = ListReader::new(text.as_slice());
            while reader.read().expect("memory").is_some() {}
            assert_eq!(reader.number(), ENTRIES);
        });
    });
    group.bench_function("read lines, all processors", |bencher| {
        bencher.iter(|| {
            let mut count = 0;
            let read = read_on_all_processors(text.as_slice(), &mut |number, _, _| {
                count = number;
                true
            });
            assert_eq!((read.expect("memory"), count), (true, ENTRIES));
        });
    });
    group.bench_function("tree", |bencher| {
        bencher.iter(|| {
            let mut tree = TreeBuilder::new();
            lines.iter().for_each(|line| tree.push(line.leaf()));
            tree.root()
        });
    });
    group.finish();
}

criterion_group!(benches, list);
criterion_main!(benches);
