//! A second verifier, written in another language from `docs/spec` alone, says the same as the program.

use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use sealbag_tests::program::{program, run_within, workspace};
use sealbag_tests::vectors::mutants;

const LIMIT: Duration = Duration::from_secs(1800);

fn script(name: &str) -> PathBuf {
    workspace().join("tests/second-verifier").join(name)
}

/// `SEALBAG_SEED`, else a new one with every run.
fn seed() -> u64 {
    let given = std::env::var("SEALBAG_SEED").ok();
    given.map_or_else(
        || SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock after 1970").as_secs(),
        |text| text.parse().expect("SEALBAG_SEED is a number"),
    )
}

#[test]
fn second_verifier_gives_every_vector_its_verdict() {
    let run = run_within(Command::new("python3").arg(script("run_vectors.py")), LIMIT);
    assert_eq!(run.code, Some(0), "{}{}", run.text(), run.stderr);
}

#[test]
fn both_verifiers_say_the_same_of_500_bags_that_neither_has_seen() {
    let seed = seed();
    let folder = tempfile::tempdir().expect("temporary folder");
    mutants::write(seed, 500, folder.path()).expect("write the bags");
    let run = run_within(Command::new("python3").arg(script("compare.py")).arg(folder.path()).arg(program()), LIMIT);
    let agree = run.code == Some(0) && run.text().contains("500 bags");
    assert!(agree, "run again with SEALBAG_SEED={seed}\n{}{}", run.text(), run.stderr);
}
