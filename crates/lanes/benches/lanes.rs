//! What lanes give on one core: streams side by side against `sha2`, one after the other.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use sealbag_lanes::{Backend, Blake3, Part, Stream, advance};

/// Stays in a core's own cache, as what was just read does.
const LENGTH: usize = 8 << 10;

fn lanes(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("SHA-256 on one core");
    for streams in [1, 2, 3, 4, 6, 8, 10, 12, 16, 128_usize] {
        let contents: Vec<Vec<u8>> =
            (0..streams).map(|seed| (0..LENGTH).map(|at| (at * 31 + seed) as u8).collect()).collect();
        group.throughput(Throughput::Bytes((streams * LENGTH) as u64));
        for backend in Backend::all() {
            let name = backend.name();
            group.bench_with_input(BenchmarkId::new(name, streams), &contents, |bencher, contents| {
                bencher.iter(|| {
                    let mut state = vec![Stream::new(); streams];
                    let parts = state.iter_mut().zip(contents);
                    let parts = parts.map(|(stream, bytes)| Part { stream, bytes, is_last: true });
                    advance(backend, &mut parts.collect::<Vec<_>>())
                });
            });
        }
    }
    group.finish();
}

/// BLAKE3 of many small files, as they are read by handfuls.
fn small(criterion: &mut Criterion) {
    let contents: Vec<Vec<u8>> = (0..64_usize).map(|seed| vec![seed as u8; 300 + seed * 331]).collect();
    let messages: Vec<&[u8]> = contents.iter().map(Vec::as_slice).collect();
    let mut group = criterion.benchmark_group("BLAKE3 of 64 small files on one core");
    group.throughput(Throughput::Bytes(contents.iter().map(Vec::len).sum::<usize>() as u64));
    for way in Blake3::all() {
        group.bench_function(way.name(), |bencher| bencher.iter(|| way.digests(&messages)));
    }
    group.finish();
}

/// Both digests of two large files: one after the other, and woven into each other.
#[cfg(target_arch = "x86_64")]
fn both(criterion: &mut Criterion) {
    use sealbag_lanes::woven::{PART, Woven};

    let contents: Vec<Box<[u8; PART]>> = (0..2).map(|seed| Box::new([seed; PART])).collect();
    let mut group = criterion.benchmark_group("SHA-256 and BLAKE3 of two streams on one core");
    group.throughput(Throughput::Bytes(2 * PART as u64));
    let mut streams = [Stream::new(), Stream::new()];
    group.bench_function("apart", |bencher| {
        bencher.iter(|| {
            let parts = streams.iter_mut().zip(&contents);
            let parts = parts.map(|(stream, bytes)| Part { stream, bytes: bytes.as_slice(), is_last: false });
            advance(Backend::of_this_machine(), &mut parts.collect::<Vec<_>>());
            contents.iter().map(|bytes| blake3::hash(bytes.as_slice())).collect::<Vec<_>>()
        });
    });
    if let Some(woven) = Woven::of_this_machine() {
        group.bench_function("woven", |bencher| {
            bencher.iter(|| {
                let [first, second] = &mut streams;
                woven.take([first, second], [&contents[0], &contents[1]], [0, 0])
            });
        });
    }
    group.finish();
}

#[cfg(not(target_arch = "x86_64"))]
fn both(_: &mut Criterion) {}

criterion_group!(benches, lanes, small, both);
criterion_main!(benches);
