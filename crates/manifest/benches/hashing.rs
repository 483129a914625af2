//! The hot loops over content: a handful of small files, and one file by itself.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use sealbag_manifest::hash::{Algorithms, ExtraAlgorithms, FileHasher, Together};

fn hashing(criterion: &mut Criterion) {
    let algorithms = Algorithms::Full(ExtraAlgorithms::default());
    let mut group = criterion.benchmark_group("SHA-256 and BLAKE3 on one core");
    for length in [1 << 10, 16 << 10, 64 << 10_usize] {
        let bytes = vec![0xa5; length];
        group.throughput(Throughput::Bytes(16 * length as u64));
        group.bench_function(format!("16 files of {} KiB together", length >> 10), |bencher| {
            let mut together = Together::new();
            bencher.iter(|| {
                for _ in 0..16 {
                    together.begin(algorithms);
                    together.append(length).copy_from_slice(&bytes);
                }
                together.digests()
            });
        });
        group.bench_function(format!("16 files of {} KiB one by one", length >> 10), |bencher| {
            bencher.iter(|| {
                let alone = (0..16).map(|_| {
                    let mut hasher = FileHasher::with(algorithms);
                    hasher.update(&bytes);
                    hasher.finish().size
                });
                alone.sum::<u64>()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, hashing);
criterion_main!(benches);
