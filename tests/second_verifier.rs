//! A second verifier, written in another language from `docs/spec` alone, says the same as the program.

use std::collections::BTreeSet;
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

#[test]
fn second_verifier_gives_every_golden_bag_its_verdict() {
    let folder = workspace().join("fixtures/golden/v1");
    let cases = std::fs::read(folder.join("golden.json")).expect("golden.json");
    let cases: Vec<serde_json::Value> = serde_json::from_slice(&cases).expect("cases");
    assert!(!cases.is_empty());
    for case in cases {
        let text = |name: &str| case[name].as_str().map(str::to_owned);
        let mut command = Command::new("python3");
        command.current_dir(&folder).arg(script("verify.py")).arg(text("bag").expect("a bag"));
        for anchor in ["authority", "roster", "signer", "seal_hash", "receipt"] {
            if let Some(value) = text(anchor) {
                command.arg(format!("--{}", anchor.replace('_', "-"))).arg(value);
            }
        }
        let run = run_within(&mut command, LIMIT);
        let said = run.text();
        let mut lines = said.lines();
        let outcome = lines.next().unwrap_or_default();
        let codes: BTreeSet<&str> = lines.filter_map(|line| line.split(' ').next()).collect();
        let frozen = &case["verdict"];
        let findings = frozen["findings"].as_array().expect("findings");
        let expected: BTreeSet<&str> = findings.iter().filter_map(|finding| finding[0].as_str()).collect();
        let name = text("name");
        assert_eq!((outcome, codes), (frozen["outcome"].as_str().expect("an outcome"), expected), "{name:?}");
    }
    let proof = folder.join("proof.fork.txt");
    let run = run_within(Command::new("python3").arg(script("verify.py")).arg("--fork").arg(proof), LIMIT);
    assert_eq!(run.code, Some(0), "{}{}", run.text(), run.stderr);
}
