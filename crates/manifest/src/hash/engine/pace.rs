//! How fast this machine hashes, and so how many files are best hashed together.
//!
//! Full lanes take the least time a byte, but while one thread hashes some files, no other can go on with any of them. How much
//! lanes help differs between processors: four take 0.53 of the time of one stream on some, 0.84 on others, and vectors of sixteen
//! 0.47 where there are any. So it is measured.

use std::sync::OnceLock;
use std::time::Instant;

use sealbag_lanes::woven::{PART, Woven};
use sealbag_lanes::{Backend, LANES, Part, Stream};

/// Bytes of each stream that is measured: some ten microseconds.
const SAMPLE: usize = 16 << 10;
/// The fastest of so many is taken: the others were disturbed.
const SAMPLES: usize = 3;
/// Copying from the system's cache, in nanoseconds a byte, about.
const COPY: f64 = 0.12;
/// So much faster must the narrower way be.
const CLEARLY: f64 = 0.95;

/// Nanoseconds a byte on one processor.
#[derive(Clone, Debug)]
pub(super) struct Pace {
    /// SHA-256 of one stream, of two together, and so on.
    few: [f64; LANES],
    /// Of the most that go together, and how many these are.
    many: f64,
    most: usize,
    /// BLAKE3.
    blake3: f64,
    /// SHA-256 and BLAKE3 of two streams, woven into each other.
    woven: Option<f64>,
}

impl Pace {
    /// Measured once, in a millisecond or two.
    pub(super) fn of_this_machine() -> &'static Self {
        static PACE: OnceLock<Pace> = OnceLock::new();
        PACE.get_or_init(Self::measure)
    }

    fn measure() -> Self {
        let sample = vec![0x5a; SAMPLE];
        let backend = Backend::of_this_machine();
        let sha256 = |streams: usize| {
            fastest(streams * SAMPLE, || {
                let mut states = vec![Stream::new(); streams];
                let parts = states.iter_mut().map(|stream| Part { stream, bytes: &sample, is_last: true });
                sealbag_lanes::advance(backend, &mut parts.collect::<Vec<_>>());
            })
        };
        let most = backend.width().max(LANES);
        let blake3 = fastest(SAMPLE, || {
            blake3::hash(&sample);
        });
        let woven = Woven::of_this_machine().map(|woven| {
            let part = Box::new([0x5a; PART]);
            fastest(2 * PART, || {
                woven.take([&mut Stream::new(), &mut Stream::new()], [&part, &part], [0, 0]);
            })
        });
        Self { few: std::array::from_fn(|at| sha256(at + 1)), many: sha256(most), most, blake3, woven }
    }

    /// The most files that are worth going together.
    pub(super) fn most(&self) -> usize {
        if self.many < CLEARLY * self.few[LANES - 1] { self.most } else { LANES }
    }

    /// Of so many streams together. A vector takes as long however many of its places are filled.
    fn sha256(&self, streams: usize) -> f64 {
        match self.few.get(streams - 1) {
            Some(time) => *time,
            None => (self.many * self.most as f64 / streams as f64).min(self.few[LANES - 1]),
        }
    }

    /// What a thread does in order with each byte of so many files, and what anybody may do.
    fn both(&self, streams: usize) -> (f64, f64) {
        match self.woven {
            Some(time) if self.is_woven(streams) => (time, COPY),
            _ => (self.sha256(streams), self.blake3 + COPY),
        }
    }

    /// True if BLAKE3 of so many files that go together best goes with their SHA-256.
    pub(super) fn is_woven(&self, width: usize) -> bool {
        width == 2 && self.woven.is_some_and(|time| time < CLEARLY * (self.sha256(2) + self.blake3))
    }

    /// How many files a thread hashes together when so many are open: divided among as many threads as make the whole the
    /// fastest.
    pub(super) fn width(&self, files: usize, processors: usize) -> usize {
        let files = files.max(1);
        let width = |threads: usize| files.div_ceil(threads).min(self.most());
        let time = |threads: usize| {
            let width = width(threads);
            let (in_order, others) = self.both(width);
            // One thread at a time can take a file; all together they can do so much.
            let largest_part = (width as f64 / files as f64).max(1.0 / threads as f64);
            (in_order * largest_part).max((in_order + others) / processors as f64)
        };
        let narrower = 2..=processors.min(files);
        width(narrower.fold(1, |best, threads| if time(threads) < CLEARLY * time(best) { threads } else { best }))
    }
}

/// Nanoseconds a byte.
fn fastest(bytes: usize, work: impl Fn()) -> f64 {
    let times = (0..SAMPLES).map(|_| {
        let since = Instant::now();
        work();
        since.elapsed().as_nanos()
    });
    times.min().unwrap_or_default() as f64 / bytes as f64
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Where both digests of two files together take hardly any time.
    pub(in crate::hash::engine) const WEAVING: Pace =
        Pace { few: [1.0; LANES], many: 1.0, most: LANES, blake3: 1.0, woven: Some(0.01) };
    /// An EPYC by its instructions: lanes nearly halve the time.
    const EPYC: Pace = Pace { few: [0.57, 0.42, 0.34, 0.30], many: 0.30, most: LANES, blake3: 0.16, woven: None };
    /// A Xeon: two lanes keep the unit busy, and vectors take half as long.
    const XEON: Pace = Pace { few: [0.67, 0.57, 0.56, 0.56], many: 0.32, most: 16, blake3: 0.16, woven: None };
    /// No instructions: three or four streams to a vector.
    const VECTORS: Pace = Pace { few: [2.2, 2.2, 2.1, 1.6], many: 1.6, most: LANES, blake3: 0.28, woven: None };
    /// Where vectors are no faster than lanes.
    const ALIKE: Pace = Pace { few: [0.57, 0.42, 0.34, 0.30], many: 0.29, most: 16, blake3: 0.16, woven: None };

    #[test]
    fn all_lanes_where_there_are_files_for_all_processors() {
        for (pace, most) in [(EPYC, LANES), (XEON, 16), (VECTORS, LANES), (ALIKE, LANES)] {
            assert_eq!(pace.most(), most);
            for processors in [1, 2, 8] {
                for files in [processors * most, processors * most + 1, 1000] {
                    assert_eq!(pace.width(files, processors), most, "{files} files on {processors} processors");
                }
            }
            assert_eq!(pace.width(1, 4), 1);
            assert_eq!(pace.width(0, 4), 1);
            assert_eq!(pace.width(3, 1), 3);
        }
    }

    #[test]
    fn few_files_are_divided_where_a_second_processor_helps_more_than_lanes() {
        assert_eq!(EPYC.width(4, 2), 4, "one thread hashes, the other reads");
        assert_eq!(XEON.width(4, 2), 2);
        assert_eq!(XEON.width(2, 2), 1);
        assert_eq!(XEON.width(10, 2), 5, "a vector that is half empty is no faster than lanes");
        assert_eq!(XEON.width(26, 2), 16);
        let woven = Pace { woven: Some(0.63), ..XEON };
        assert!(woven.is_woven(2) && !woven.is_woven(3) && !XEON.is_woven(2));
        assert_eq!(woven.width(4, 2), 2);
        for pace in [EPYC, XEON, VECTORS] {
            assert!(pace.width(4, 8) < 3, "{pace:?}");
            assert!(pace.width(6, 4) < LANES, "{pace:?}");
        }
    }

    #[test]
    fn this_machine_has_a_pace() {
        let pace = Pace::of_this_machine();
        assert!(pace.few.iter().all(|time| *time > 0.0) && pace.many > 0.0 && pace.blake3 > 0.0, "{pace:?}");
        assert!((1..=pace.most()).contains(&pace.width(4, 2)));
    }
}
