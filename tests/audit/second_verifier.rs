//! The verifier in Python, asked about a proof.

use std::fs;
use std::path::Path;
use std::process::Command;

use sealbag_tests::program::run_within;

use crate::scene::LIMIT;

/// The verifier in Python, written from the specification alone, says that the proof proves.
#[track_caller]
pub(crate) fn confirm(proof: &Path) {
    let script = sealbag_tests::program::workspace().join("tests/second-verifier/verify.py");
    let verify = |proof: &Path| {
        let mut python = Command::new("python3");
        run_within(python.arg(&script).arg("--fork").arg(proof), LIMIT)
    };
    let run = verify(proof).expect_code(0);
    assert!(run.text().contains("fork at event 2") && run.text().contains("one key"), "{}", run.text());
    let mut bytes = fs::read(proof).expect("the proof");
    bytes[60] ^= 1;
    let changed = proof.with_extension("changed");
    fs::write(&changed, bytes).expect("write");
    assert_ne!(verify(&changed).code, Some(0));
}
