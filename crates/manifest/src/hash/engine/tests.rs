use std::sync::atomic::AtomicBool;

use super::pace::tests::WEAVING;
use super::*;
use crate::digest::Blake3Digest;
use crate::hash::{ExtraAlgorithms, FileDigests, FileHasher};
use crate::pipeline::{self, Consumer, JobSender, Limits, Work};

const MIB: usize = 1 << 20;
const PLAIN: Algorithms = Algorithms::Full(ExtraAlgorithms { md5: false, sha1: false, sha512: false });
const ALL: Algorithms = Algorithms::Full(ExtraAlgorithms { md5: true, sha1: true, sha512: true });

/// A file of so many bytes, read in pieces of at most so many, and given up behind so many.
#[derive(Clone, Copy, Debug)]
struct File {
    size: usize,
    piece: usize,
    end: usize,
    algorithms: Algorithms,
}

impl File {
    fn bytes(self) -> Vec<u8> {
        (0..self.size).map(|at| (at * 31 + at / 4099 + self.size) as u8).collect()
    }

    async fn read(self, engine: &Engine, reader: Reader) -> Option<FileDigests> {
        let content = self.bytes();
        let mut stream = engine.stream(reader, self.algorithms);
        let mut at = 0;
        while at < self.size {
            if at >= self.end {
                return None;
            }
            let room = stream.room().await;
            let count = room.len().min(self.size - at).min(self.piece);
            room[..count].copy_from_slice(&content[at..at + count]);
            stream.take(count);
            at += count;
        }
        Some(stream.finish().await)
    }

    fn alone(self) -> FileDigests {
        let mut hasher = FileHasher::with(self.algorithms);
        hasher.update(&self.bytes());
        hasher.finish()
    }
}

struct Files(Engine);

impl Work<File> for Files {
    type State = ();
    type Result = (File, Option<FileDigests>);

    fn state(&self) {}

    fn together(&self, (): &mut (), files: Vec<File>) -> Vec<pipeline::Step<File, Self::Result>> {
        files.into_iter().map(pipeline::Step::Long).collect()
    }

    fn engine(&self) -> Option<&Engine> {
        Some(&self.0)
    }

    fn alone<'w>(&'w self, file: File, reader: Reader) -> Reading<'w, Self::Result>
    where
        File: 'w,
    {
        Box::pin(async move { (file, file.read(&self.0, reader).await) })
    }
}

struct Compare(usize);

impl Consumer<(File, Option<FileDigests>)> for Compare {
    type Error = std::convert::Infallible;

    fn in_order(&mut self, (file, found): (File, Option<FileDigests>)) -> Result<(), Self::Error> {
        assert_eq!(found, (file.end >= file.size).then(|| file.alone()), "{file:?}");
        self.0 += 1;
        Ok(())
    }
}

fn compare_all(processors: usize, files: &[File]) {
    compare(Engine::new(processors), files);
}

fn compare(engine: Engine, files: &[File]) {
    let work = Files(engine);
    let mut compare = Compare(0);
    let produce = |jobs: &mut JobSender<'_, File>| files.iter().all(|&file| jobs.send(file));
    let limits = Limits { workers: 1, window: 64, handful: 4 };
    assert_eq!(pipeline::run(limits, &AtomicBool::new(false), produce, &work, &mut compare), Ok(true));
    assert_eq!(compare.0, files.len());
    assert_eq!(work.0.shared.lock().open_files(), (0, 0));
}

const SIZES: [usize; 12] =
    [0, 1, 63, 64, MIB - 1, MIB, MIB + 1, 2 * MIB, 3 * MIB + 17, 16 * MIB, 16 * MIB + 1, 17 * MIB];

#[test]
fn many_readers_get_what_one_thread_computes() {
    let whole = |size, piece, algorithms| File { size, piece, end: usize::MAX, algorithms };
    let files: Vec<File> = SIZES
        .into_iter()
        .flat_map(|size| {
            [
                whole(size, usize::MAX, PLAIN),
                whole(size, 300_000, if size < 4 * MIB { ALL } else { PLAIN }),
                whole(size, 50_000, Algorithms::Blake3Only),
            ]
        })
        .collect();
    for processors in [1, 2, 5] {
        compare_all(processors, &files);
    }
}

#[test]
fn two_files_at_a_time_have_both_digests_woven() {
    const PART: usize = sealbag_lanes::woven::PART;
    let ends = [-1, 0, 1].map(|by| move |size: usize| size.saturating_add_signed(by));
    let sizes = [PART, 2 * PART, 3 * PART, 5 * PART, 15 * PART, MIB, MIB + PART, 3 * MIB + 5 * PART];
    let sizes: Vec<usize> = sizes.into_iter().flat_map(|size| ends.map(|end| end(size))).chain(SIZES).collect();
    let kinds = [(usize::MAX, PLAIN), (50_000, ALL), (300_000, PLAIN), (usize::MAX, Algorithms::Blake3Only)];
    for (processors, at_once) in [(2, 4), (2, 2), (3, 6)] {
        for some in sizes.chunks(at_once) {
            let files: Vec<File> = some
                .iter()
                .zip(kinds.iter().cycle())
                .map(|(&size, &(piece, algorithms))| File { size, piece, end: usize::MAX, algorithms })
                .collect();
            compare(Engine::with_pace(processors, || &WEAVING), &files);
        }
        let mut files: Vec<File> =
            sizes.iter().map(|&size| File { size, piece: usize::MAX, end: usize::MAX, algorithms: PLAIN }).collect();
        files[3].end = PART;
        files[11].end = 2 * MIB + 1;
        compare(Engine::with_pace(processors, || &WEAVING), &files);
    }
}

#[test]
fn a_file_alone_is_hashed_by_all_threads() {
    for size in [3 * MIB + 17, 17 * MIB] {
        compare_all(3, &[File { size, piece: usize::MAX, end: usize::MAX, algorithms: PLAIN }]);
    }
}

#[test]
fn readers_that_give_up_hold_nobody_back() {
    let file = |number: usize| {
        let end = if number.is_multiple_of(3) { usize::MAX } else { number % 5 * MIB };
        File { size: 6 * MIB, piece: usize::MAX, end, algorithms: PLAIN }
    };
    compare_all(2, &(0..30).map(file).collect::<Vec<_>>());
}

#[test]
fn without_threads_it_is_the_same() {
    for size in SIZES {
        let file = File { size, piece: 300_000, end: usize::MAX, algorithms: PLAIN };
        let engine = Engine::new(1);
        let found = engine.work_here(|reader| Box::pin(file.read(&engine, reader)));
        assert_eq!(found, Some(file.alone()), "{file:?}");
    }
}

#[test]
fn the_groups_so_far_are_those_of_the_content() {
    let engine = Engine::new(1);
    let content = File { size: 5 * MIB, piece: MIB, end: MIB, algorithms: PLAIN }.bytes();
    let found = engine.work_here(|reader| {
        let mut stream = engine.stream(reader, PLAIN);
        let content = &content;
        Box::pin(async move {
            for (index, byte) in content.iter().enumerate() {
                stream.room().await[0] = *byte;
                stream.take(1);
                if (index + 1) % MIB == 0 {
                    let expected: Vec<_> = content[..=index]
                        .chunks(MIB)
                        .zip(0..)
                        .map(|(group, at)| crate::chunks::group_value(at, group))
                        .collect();
                    assert_eq!(stream.groups().await.into_iter().map(Ok).collect::<Vec<_>>(), expected);
                }
            }
            stream.finish().await
        })
    });
    assert_eq!(found.content.blake3, Blake3Digest(blake3::hash(&content).into()));
}

#[test]
fn zeros_are_zeros_wherever_they_stand() {
    let engine = Engine::new(1);
    let found = engine.work_here(|reader| {
        let mut stream = engine.stream(reader, PLAIN);
        Box::pin(async move {
            stream.room().await[..3].copy_from_slice(b"abc");
            stream.take(3);
            stream.take_zeros(2 * MIB as u64).await;
            stream.finish().await
        })
    });
    let mut hasher = FileHasher::with(PLAIN);
    hasher.update(&[&b"abc"[..], &vec![0; 2 * MIB]].concat());
    assert_eq!(found.content, hasher.finish().content);
}

/// As many files open as make each reader compute its groups, and one that ends before the size that it told.
#[test]
fn a_file_that_ends_where_a_group_begins_is_whole() {
    for groups in [0, 1, 2] {
        let engine = Engine::new(1);
        let _others: Vec<HashStream> = (0..3).map(|number| engine.stream(Reader(1000 + number), PLAIN)).collect();
        let found = engine.work_here(|reader| {
            let mut stream = engine.stream(reader, PLAIN);
            Box::pin(async move {
                stream.take_zeros(groups * MIB as u64).await;
                stream.room().await;
                stream.take(0);
                stream.finish().await
            })
        });
        let mut hasher = FileHasher::with(PLAIN);
        hasher.update_zeros(groups * MIB as u64);
        assert_eq!(found, hasher.finish());
    }
}

struct Nobody;

impl Readers for Nobody {
    fn begin(&self, _: Reader) -> bool {
        true
    }

    fn go_on(&self, _: Reader) -> bool {
        true
    }
}

#[test]
fn threads_end_when_the_last_reader_was_one_without_a_thread() {
    let engine = Arc::new(Engine::new(2));
    let (ended, end) = std::sync::mpsc::channel();
    for _ in 0..engine.threads() {
        let (engine, ended) = (engine.clone(), ended.clone());
        std::thread::spawn(move || {
            engine.work(&Nobody);
            ended.send(()).expect("somebody waits for it");
        });
    }
    let file = File { size: 3 * MIB + 5, piece: MIB, end: usize::MAX, algorithms: PLAIN };
    let shared = &engine;
    let read = engine.work_here(|reader| {
        Box::pin(async move {
            shared.close();
            // All of them see that it is closed, and that there is a reader.
            std::thread::sleep(Duration::from_millis(100));
            file.read(shared, reader).await
        })
    });
    assert_eq!(read, Some(file.alone()));
    for _ in 0..engine.threads() {
        end.recv_timeout(Duration::from_secs(20)).expect("every thread ends");
    }
}
