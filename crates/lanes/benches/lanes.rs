//! What lanes give on one core: streams side by side against `sha2`, one after the other.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use sealbag_lanes::{Backend, Part, Stream, advance};

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

criterion_group!(benches, lanes);
criterion_main!(benches);
