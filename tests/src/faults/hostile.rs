//! Inputs made by somebody who wants the program to take all memory, to wait for ever, or to fall over.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::Duration;

use rustix::fs::{CWD, FileType, Mode};

use super::acts::ACTS;
use super::desk::{Desk, fast_folder};
use super::tracer::{At, Blow, Traced, trace};
use super::{Case, Dice, Extent, Outcome, Plan, sample};

/// No hostile input makes the program hold more.
const MEMORY: u64 = 64 << 20;
/// Nor run longer; generous, because other runs take the processors too.
const TIME: Duration = Duration::from_secs(20);

type Make = fn(&Path);

/// What is put in the place of a file.
const FORMS: &[(&str, Make)] = &[
    ("1 TiB of nothing", |path| sparse(path, 1 << 40)),
    ("one line of 2 GiB", |path| sparse(path, 2 << 30)),
    ("64 MiB of one letter", |path| lines(path, b"aaaaaaaaaaaaaaa", 1 << 22)),
    ("a million empty lines", |path| lines(path, b"\n", 1_000_000)),
    ("a million lines of its own first", |path| {
        let first = fs::read(path).unwrap_or_default();
        let first = first.split_inclusive(|byte| *byte == b'\n').next().unwrap_or_default().to_vec();
        lines(path, &first[..first.len().min(60)], 1_000_000);
    }),
    ("brackets, ten million deep", |path| lines(path, b"[", 10_000_000)),
    ("objects, a million deep", |path| lines(path, b"{\"a\":", 1_000_000)),
    ("a link to /dev/zero", |path| {
        clear(path);
        std::os::unix::fs::symlink("/dev/zero", path).expect("a link");
    }),
    ("a pipe", |path| {
        clear(path);
        rustix::fs::mknodat(CWD, path, FileType::Fifo, Mode::from_raw_mode(0o644), 0).expect("a pipe");
    }),
    ("a link to itself", |path| {
        clear(path);
        std::os::unix::fs::symlink(path, path).expect("a link");
    }),
    ("a directory", |path| {
        clear(path);
        fs::create_dir(path).expect("a folder");
    }),
];

/// Files of a bag that are replaced.
const OF_BAG: &[&str] = &[
    "bagit.txt",
    "bag-info.txt",
    "manifest-sha256.txt",
    "tagmanifest-sha256.txt",
    "seal/entries.jsonl",
    "seal/VERIFY.txt",
    "seal/roster.txt",
    "seal/chunks.blake3",
    "seal/unknown.txt",
    "custody/000000.txt",
    "custody/000001.txt",
    "custody/000002.txt",
    "custody/000001.1.tsr",
    "custody/.lock",
    "data/notes.txt",
    "data/added",
];

/// What is done with a bag.
const BAG: &[&[&str]] = &[
    &["verify", "A1.bag", "--signer", "officer.key.pub"],
    &["verify", "A1.bag", "--signer", "officer.key.pub", "--json", "--quick"],
    &["log", "A1.bag", "--json"],
    &["audit", "A1.bag", "--signer", "officer.key.pub", "--fixity", "--json"],
    &["extract", "A1.bag", "--to", "out", "--signer", "officer.key.pub"],
    &["receipt", "A1.bag", "--out", "made.txt"],
    &["accept", "A1.bag", "--yes", "--signer", "officer.key.pub", "--key", "lab.key"],
    &["custody", "copy", "A1.bag", "--out", "C.bag", "--exhibit", "C", "--purpose", "x", "--key", "lab.key"],
    &["fork", "make", "A1.bag", "kept.txt", "--out", "fork.txt"],
];

/// What is done with a file `hostile`.
const FILE: &[&[&str]] = &[
    &["receipt", "check", "hostile"],
    &["receipt", "check", "kept.txt", "--since", "hostile"],
    &["verify", "A1.bag", "--receipt", "hostile"],
    &["verify", "A1.bag", "--signer", "hostile"],
    &["verify", "A1.bag", "--authority", "officer.key.pub", "--roster", "hostile"],
    &["audit", "A1.bag", "--since", "hostile"],
    &["audit", "A1.bag", "--signer", "officer.key.pub", "--resume", "hostile"],
    &["fork", "check", "hostile"],
    &["fork", "make", "hostile", "kept.txt", "--out", "fork.txt"],
    &["roster", "show", "hostile"],
    &["roster", "sign", "hostile", "--key", "officer.key"],
    &["key", "show", "hostile"],
    &["profile", "lint", "hostile"],
    &["custody", "publish", "A1.bag", "--page", "hostile"],
    &["custody", "timestamp", "A1.bag", "--token", "hostile", "--key", "officer.key"],
    &["accept", "A1.bag", "--yes", "--signer", "officer.key.pub", "--key", "hostile"],
    &["seal", "{evidence}", "--out", "N.bag", "--key", "officer.key", "--exhibit", "N", "--form", "hostile"],
    &["seal", "{evidence}", "--out", "N.bag", "--key", "officer.key", "--exhibit", "N", "--roster", "hostile"],
];

/// What is put beside the files of a bag.
const CROWDS: &[(&str, Make)] = &[
    ("100,000 events", |bag| crowd(bag, |number| format!("custody/{:06}.txt", number + 2))),
    ("100,000 strangers in custody", |bag| crowd(bag, |number| format!("custody/{number}.note"))),
    ("100,000 tokens", |bag| crowd(bag, |number| format!("custody/000001.{}.tsr", number + 1))),
    ("100,000 strangers in data", |bag| crowd(bag, |number| format!("data/{number}"))),
    ("100,000 strangers in seal", |bag| crowd(bag, |number| format!("seal/{number}"))),
    ("directories 1,000 deep in data", |bag| deep(&bag.join("data"))),
    ("directories 1,000 deep in seal", |bag| deep(&bag.join("seal"))),
    ("directories 1,000 deep in custody", |bag| deep(&bag.join("custody"))),
];

/// The rows of this module.
pub fn cases() -> Vec<Case> {
    let mut cases = vec![Case::new("hostile bags: crowds", crowds), Case::new("hostile files beside a bag", files)];
    for name in OF_BAG {
        cases.push(Case::new(format!("hostile bags: {name}"), move |plan| bags(name, plan)));
    }
    cases
}

pub(super) fn desk() -> Desk {
    let act = ACTS.iter().find(|act| act.name == "receipt").expect("an act with a bag that was released");
    Desk::set(act, &fast_folder())
}

fn bags(name: &str, plan: &Plan) -> Outcome {
    let (mut outcome, mut dice, desk) = (Outcome::default(), Dice::new(plan.seed, name), desk());
    for (form, make) in chosen(FORMS, plan, 4, &mut dice) {
        for words in chosen(BAG, plan, 3, &mut dice) {
            fresh(&desk);
            make(&desk.place().join("A1.bag").join(name));
            tried(&desk, words, form, &mut outcome);
        }
    }
    outcome
}

fn crowds(plan: &Plan) -> Outcome {
    let (mut outcome, mut dice, desk) = (Outcome::default(), Dice::new(plan.seed, "crowds"), desk());
    for (form, make) in chosen(CROWDS, plan, 3, &mut dice) {
        for words in chosen(BAG, plan, 2, &mut dice) {
            fresh(&desk);
            make(&desk.place().join("A1.bag"));
            tried(&desk, words, form, &mut outcome);
        }
    }
    outcome
}

fn files(plan: &Plan) -> Outcome {
    let (mut outcome, mut dice, desk) = (Outcome::default(), Dice::new(plan.seed, "files"), desk());
    for (form, make) in FORMS {
        for words in chosen(FILE, plan, 4, &mut dice) {
            fresh(&desk);
            // Like what belongs there as far as the form allows.
            fs::copy(desk.place().join("kept.txt"), desk.place().join("hostile")).expect("a receipt");
            make(&desk.place().join("hostile"));
            tried(&desk, words, form, &mut outcome);
        }
    }
    outcome
}

pub(super) fn chosen<T: Copy>(all: &[T], plan: &Plan, most: usize, dice: &mut Dice) -> Vec<T> {
    if plan.extent == Extent::Full { all.to_vec() } else { sample(all.to_vec(), most, dice) }
}

/// A bag that was released, and its receipt.
fn fresh(desk: &Desk) {
    desk.fresh();
    desk.sealbag(desk.act.words).expect_code(0);
}

pub(super) fn tried(desk: &Desk, words: &[&str], form: &str, outcome: &mut Outcome) {
    let Traced { run, signal, peak, .. } =
        trace(&desk.command_of(words), At::Never, Blow::Kill, false, Duration::from_secs(60), &desk.scratch());
    outcome.peak = outcome.peak.max(peak);
    let mut broken = Vec::new();
    if !matches!(run.code, Some(0 | 1 | 2 | 64)) || run.stderr.contains("panicked") {
        broken.push(format!("it ended with {:?}, {signal:?}: {}", run.code, run.stderr));
    }
    if peak == 0 || peak > MEMORY {
        broken.push(format!("it held {} MiB", peak >> 20));
    }
    if run.hung || run.took > TIME {
        broken.push(format!("it took {:?}", run.took));
    }
    broken.extend(desk.touched());
    outcome.add(&format!("{form}, {}", words.join(" ")), true, broken);
}

fn clear(path: &Path) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    let _ = fs::remove_file(path);
}

fn sparse(path: &Path, size: u64) {
    clear(path);
    File::create(path).and_then(|file| file.set_len(size)).expect("a sparse file");
}

fn lines(path: &Path, line: &[u8], count: usize) {
    clear(path);
    let mut file = BufWriter::new(File::create(path).expect("a file"));
    (0..count).try_for_each(|_| file.write_all(line)).and_then(|()| file.flush()).expect("a file");
}

fn crowd(bag: &Path, name: impl Fn(usize) -> String) {
    (0..100_000).for_each(|number| _ = File::create(bag.join(name(number))).expect("a file"));
}

fn deep(folder: &Path) {
    // Longer than a path may be: made step by step.
    let mut dir = rustix::fs::openat(CWD, folder, rustix::fs::OFlags::DIRECTORY, Mode::empty()).expect("a folder");
    for _ in 0..1000 {
        rustix::fs::mkdirat(&dir, "deep", Mode::from_raw_mode(0o755)).expect("a folder");
        dir = rustix::fs::openat(&dir, "deep", rustix::fs::OFlags::DIRECTORY, Mode::empty()).expect("a folder");
    }
    let flags = rustix::fs::OFlags::CREATE | rustix::fs::OFlags::WRONLY;
    rustix::fs::openat(&dir, "file", flags, Mode::from_raw_mode(0o644)).expect("a file");
}
