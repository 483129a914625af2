//! Archives made by somebody who wants whoever reads a packed bag to take all memory, or to wait for ever.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;

use sealbag_manifest::packed::{Output, Writer};

use super::desk::Desk;
use super::hostile::{chosen, desk, tried};
use super::{Case, Dice, Outcome, Plan};

/// The first bytes of a packed bag.
const MARK: &[u8] = b"PK\x03\x04";

type Make = fn(&Path) -> io::Result<()>;

/// What lies in the place of a packed bag.
const FORMS: &[(&str, Make)] = &[
    ("1 TiB of nothing behind the mark", |path| File::create(path).and_then(|file| marked(&file)).map(drop)),
    ("a directory of 1 TiB", |path| {
        let mut file = File::create(path)?;
        let begin = marked(&file)?;
        file.seek(SeekFrom::Start(begin))?;
        file.write_all(&end_records(u64::MAX, begin - 4, 4))
    }),
    ("a directory behind the end of all numbers", |path| {
        let mut file = File::create(path)?;
        let begin = marked(&file)?;
        file.seek(SeekFrom::Start(begin))?;
        file.write_all(&end_records(1 << 40, u64::MAX - 8, u64::MAX - 8))
    }),
    ("a comment of 64 KiB that holds ends", |path| {
        let mut file = File::create(path)?;
        file.write_all(MARK)?;
        (0..4000).try_for_each(|_| file.write_all(b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0"))
    }),
    ("100,000 events", |path| many(path, |number| format!("custody/{number:06}.txt"))),
    ("100,000 tag files", |path| many(path, |number| format!("seal/{number:06}"))),
    ("100,000 files", |path| many(path, |number| format!("data/{number:06}"))),
    ("files 200 directories deep", |path| named(path, 5_000, |number| format!("data/{}{number:06}", "d/".repeat(200)))),
    ("its own first half", |path| {
        let whole = fs::read(path)?;
        fs::write(path, &whole[..whole.len() / 2])
    }),
    ("itself twice", |path| {
        let whole = fs::read(path)?;
        fs::write(path, [&whole[..], &whole].concat())
    }),
];

/// What is done with it.
const WORDS: &[&[&str]] = &[
    &["verify", "A1.bag.zip", "--signer", "officer.key.pub"],
    &["verify", "A1.bag.zip", "--signer", "officer.key.pub", "--json", "--quick"],
    &["log", "A1.bag.zip", "--json"],
    &["audit", ".", "--signer", "officer.key.pub", "--fixity", "--json"],
    &["extract", "A1.bag.zip", "--to", "out", "--signer", "officer.key.pub"],
    &["receipt", "A1.bag.zip", "--out", "made.txt"],
    &["receipt", "check", "kept.txt", "--bag", "A1.bag.zip"],
    &["fork", "make", "A1.bag.zip", "A1.bag", "--out", "fork.txt"],
    &["unpack", "A1.bag.zip", "--to", "to"],
];

/// The rows of this module.
pub fn cases() -> Vec<Case> {
    vec![Case::new("hostile packed bags", run)]
}

fn run(plan: &Plan) -> Outcome {
    let (mut outcome, mut dice, desk) = (Outcome::default(), Dice::new(plan.seed, "archives"), desk());
    for (form, make) in FORMS {
        for words in chosen(WORDS, plan, 2, &mut dice) {
            fresh(&desk);
            make(&desk.place().join("A1.bag.zip")).expect("an archive");
            tried(&desk, words, form, &mut outcome);
        }
    }
    outcome
}

/// A bag that was released, its receipt, and beside it the bag packed.
fn fresh(desk: &Desk) {
    desk.fresh();
    desk.sealbag(desk.act.words).expect_code(0);
    desk.sealbag(&["pack", "A1.bag"]).expect_code(0);
    fs::create_dir(desk.place().join("to")).expect("a folder");
}

/// Begins as a packed bag does, and has a size of 1 TiB.
fn marked(file: &File) -> io::Result<u64> {
    file.write_all_at(MARK, 0)?;
    file.set_len(1 << 40)?;
    Ok(1 << 40)
}

/// The ZIP64 end record, its locator and the end record (APPNOTE.TXT 4.3.14 to 4.3.16).
fn end_records(count: u64, length: u64, at: u64) -> Vec<u8> {
    let mut out = b"PK\x06\x06".to_vec();
    out.extend(44_u64.to_le_bytes());
    out.extend([0x2d, 3, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    [count, count, length, at].iter().for_each(|value| out.extend(value.to_le_bytes()));
    out.extend(b"PK\x06\x07\0\0\0\0");
    out.extend(at.wrapping_add(length).to_le_bytes());
    out.extend([1, 0, 0, 0]);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([0xff; 12]);
    out.extend([0, 0]);
    out
}

fn file(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(true).open(path)
}

fn many(path: &Path, name: impl Fn(usize) -> String) -> io::Result<()> {
    named(path, 100_000, name)
}

/// So many empty files.
fn named(path: &Path, count: usize, name: impl Fn(usize) -> String) -> io::Result<()> {
    let mut writer = Writer::new(Disk(file(path)?), "A1.bag").map_err(io::Error::other)?;
    for number in 0..count {
        writer.begin(&name(number), 0).and_then(|()| writer.end()).map_err(io::Error::other)?;
    }
    writer.finish().map(drop).map_err(io::Error::other)
}

struct Disk(File);

impl Output for Disk {
    fn write_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<()> {
        self.0.write_all_at(bytes, offset)
    }

    fn read_at(&mut self, buffer: &mut [u8], offset: u64) -> io::Result<()> {
        self.0.read_exact_at(buffer, offset)
    }
}
