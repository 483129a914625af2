//! Faults at system calls, by strace.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use sealbag_tests::program::run_within;

use super::scene::{PUBLISHED, Scene};

/// One fault, as strace spells it.
pub(crate) struct Fault(String);

impl Fault {
    /// SIGKILL at the `number`-th call of this name.
    pub(crate) fn kill(call: &str, number: usize) -> Self {
        Self(format!("{call}:signal=SIGKILL:when={number}"))
    }

    /// The `number`-th call of this name fails and does nothing; 0: each of them.
    pub(crate) fn error(call: &str, errno: &str, number: usize) -> Self {
        let when = if number == 0 { "1+".to_owned() } else { number.to_string() };
        Self(format!("{call}:error={errno}:when={when}"))
    }

    /// The first write does nothing and claims to have written `len` bytes.
    pub(crate) fn pretended_write(len: usize) -> Self {
        Self(format!("write:retval={len}:when=1"))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The command under strace, which writes what it sees to `log`.
pub(crate) fn traced(command: &Command, log: &Path, expressions: &[String]) -> Command {
    let mut traced = Command::new("strace");
    traced.args(["-f", "-qq", "-o"]).arg(log);
    for expression in expressions {
        traced.args(["-e", expression]);
    }
    traced.arg(command.get_program()).args(command.get_args());
    traced
}

/// Each call that appending makes when nothing fails, and how often.
pub(crate) fn calls(scene: &Scene) -> BTreeMap<String, usize> {
    let folder = tempfile::tempdir().expect("a folder");
    let log = folder.path().join("log");
    let run = run_within(&mut traced(&scene.command(), &log, &[]), Duration::from_secs(60));
    assert_eq!(run.code, Some(PUBLISHED), "{}", run.stderr);
    scene.recover("nothing failed");
    let mut calls = BTreeMap::new();
    for line in std::fs::read_to_string(&log).expect("strace wrote its log").lines() {
        // `1234  openat(AT_FDCWD, ...) = 3`
        let Some((name, _)) = line.split_once('(') else { continue };
        if let Some(name) = name.split_whitespace().nth(1) {
            *calls.entry(name.to_owned()).or_default() += 1;
        }
    }
    assert!(calls.contains_key("linkat"), "{calls:?}");
    calls
}
