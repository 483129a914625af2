//! How long the program takes beside those that hash files today: the same data, in turn, in one run.
//!
//! `cargo run --release --package sealbag-tests --bin bench-compare FOLDER [SET ...]`, after `cargo build --release`. FOLDER
//! takes 12 GiB of data, kept for the next time. Sets: `small`, `four`, `one`, `mixed`, `half`, `million`; without one, all.
//! A table of ratios goes to standard output. Nothing is asserted: times depend on the machine and on what else it does.
//!
//! Peers are those that are installed: `rhash`, `hashdeep`, `openssl`, `bagit.py` (or `SEALBAG_BAGIT`), `blazehash` (or
//! `BLAZEHASH`). What is missing is named.

mod contenders;
mod sets;

use std::io::Write;
use std::path::PathBuf;
use std::process::{ExitCode, Stdio};
use std::time::Instant;

use contenders::{Contender, remove};
use sealbag_tests::program::Office;
use sets::Set;

const ROUNDS: usize = 5;
const USAGE: &str = "usage: bench-compare FOLDER [small|four|one|mixed|half|million ...]";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.next().map(PathBuf::from) else { return say(USAGE, ExitCode::FAILURE) };
    let mut sets = Vec::new();
    for word in arguments {
        match Set::ALL.into_iter().find(|set| set.word() == word) {
            Some(set) => sets.push(set),
            None => return say(USAGE, ExitCode::FAILURE),
        }
    }
    if sets.is_empty() {
        sets.extend(Set::ALL);
    }
    std::fs::create_dir_all(&folder).expect("the folder");
    let folder = folder.canonicalize().expect("the folder");
    let office = Office::open_in(&folder);
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    say(&format!("{processors} processors, data in the cache, medians of {ROUNDS} rounds in turn"), ExitCode::SUCCESS);
    for set in sets {
        let source = set.provide(&folder).expect("make the data");
        sets::warm(&source).expect("read the data");
        let (mut rows, missing) = contenders::of(set, &source, &office, &folder);
        let mut times = vec![Vec::new(); rows.len()];
        for _ in 0..ROUNDS {
            for (row, times) in rows.iter_mut().zip(&mut times) {
                times.push(measure(row));
            }
        }
        say(&table(set, &rows, &times, &missing), ExitCode::SUCCESS);
    }
    ExitCode::SUCCESS
}

/// Seconds of one round.
fn measure(row: &mut Contender) -> f64 {
    row.makes.iter().for_each(|path| remove(path));
    // What the round before left to be written is not this round's.
    rustix::fs::sync();
    row.command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let started = Instant::now();
    let status = row.command.status().expect("start");
    let took = started.elapsed().as_secs_f64();
    assert!(status.success() || row.name.contains("verify"), "{}: {status}", row.name);
    row.makes.iter().for_each(|path| remove(path));
    row.undo.iter().for_each(|undo| undo());
    took
}

fn median(times: &[f64]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

/// A row a contender; a column for each thing that the program did, with its time as a part of the row's.
fn table(set: Set, rows: &[Contender], times: &[Vec<f64>], missing: &[&str]) -> String {
    let own: Vec<usize> = (0..rows.len()).filter(|&row| rows[row].name.starts_with("sealbag")).collect();
    let short = |row: usize| rows[row].name.trim_start_matches("sealbag ");
    let mut text = format!("\n### {}\n\n| | seconds |", set.title());
    own.iter().for_each(|&row| text += &format!(" `{}` to it |", short(row)));
    text += "\n|---|---:|";
    own.iter().for_each(|_| text += "---:|");
    for (row, taken) in rows.iter().zip(times) {
        text += &format!("\n| {} | {:.2} |", row.name, median(taken));
        own.iter().for_each(|&column| text += &format!(" {:.2} |", median(&times[column]) / median(taken)));
    }
    if !missing.is_empty() {
        text += &format!("\n\nNot installed, so not measured: {}.", missing.join(", "));
    }
    text
}

fn say(text: &str, code: ExitCode) -> ExitCode {
    match writeln!(std::io::stdout(), "{text}") {
        Ok(()) => code,
        Err(_) => ExitCode::FAILURE,
    }
}
