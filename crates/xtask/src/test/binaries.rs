//! The test binaries of the workspace: built once by cargo, each run as cargo would, its output kept in a file.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::error::TaskError;
use crate::step::Steps;
use crate::workspace::Workspace;

/// What a test finds in its environment beside what is there anyway.
pub(super) type Surroundings = BTreeMap<&'static str, OsString>;

/// A built test binary.
#[derive(Debug)]
pub(super) struct Binary {
    /// The file where its source begins, from the root of the checkout; it goes by this name.
    pub(super) source: String,
    program: PathBuf,
    /// The folder of its package, where it runs.
    folder: PathBuf,
}

/// What came of a binary.
#[derive(Debug)]
pub(super) struct Ended {
    pub(super) source: String,
    pub(super) time: Duration,
    /// What it counted; none if it ended without a word about that.
    pub(super) tally: Option<Tally>,
    pub(super) passed: bool,
    /// Everything that it printed, and where that is kept.
    pub(super) output: PathBuf,
}

/// The numbers in the last line of a test binary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) passed: usize,
    pub(super) failed: usize,
    pub(super) ignored: usize,
}

/// Builds them all.
pub(super) fn build(workspace: &Workspace, steps: &mut Steps) -> Result<Vec<Binary>, TaskError> {
    let mut cargo = workspace.cargo();
    cargo.args(["test", "--no-run", "--locked", "--workspace", "--all-features"]);
    cargo.arg("--message-format=json-render-diagnostics");
    let messages = steps.output("tests, build", &mut cargo)?;
    Ok(String::from_utf8_lossy(&messages).lines().filter_map(|line| binary(line, workspace.root())).collect())
}

/// A line of cargo about something that was built, if that is a test.
fn binary(line: &str, root: &Path) -> Option<Binary> {
    let message: Value = serde_json::from_str(line).ok()?;
    let path = |value: &Value| value.as_str().map(PathBuf::from);
    let is_test = message["profile"]["test"].as_bool()?;
    let source = path(&message["target"]["src_path"])?;
    Some(Binary {
        source: source.strip_prefix(root).unwrap_or(&source).display().to_string(),
        program: path(&message["executable"]).filter(|_| is_test)?,
        folder: path(&message["manifest_path"])?.parent()?.to_owned(),
    })
}

impl Binary {
    /// Runs it, with so many of its tests at a time; with as many as there are processors if none is given.
    pub(super) fn run(
        &self,
        threads: Option<usize>,
        surroundings: &Surroundings,
        outputs: &Path,
    ) -> Result<Ended, TaskError> {
        let output = outputs.join(self.source.replace('/', "-")).with_extension("txt");
        let cannot = |source| TaskError::File { path: output.display().to_string(), action: "write", source };
        let file = fs::File::create(&output).map_err(cannot)?;
        let mut command = Command::new(&self.program);
        command.current_dir(&self.folder).envs(surroundings).stdin(Stdio::null());
        command.args(threads.map(|threads| format!("--test-threads={threads}")));
        // One file for both, so that each line stands where it was said.
        command.stdout(file.try_clone().map_err(cannot)?).stderr(file);
        let begun = Instant::now();
        let status = command.status().map_err(|source| TaskError::Start {
            step: self.source.clone(),
            program: self.program.display().to_string(),
            source,
        })?;
        let time = begun.elapsed();
        let tally = Tally::of(&String::from_utf8_lossy(&fs::read(&output).map_err(cannot)?));
        // A test can end the whole process with 0; then the others were not run.
        let passed = status.success() && tally.is_some_and(|tally| tally.failed == 0);
        Ok(Ended { source: self.source.clone(), time, tally, passed, output })
    }
}

impl Tally {
    /// From `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s`.
    fn of(output: &str) -> Option<Self> {
        let line = output.lines().rev().find_map(|line| line.strip_prefix("test result: "))?;
        let number = |name: &str| {
            let part = line.split(['.', ';']).find_map(|part| part.trim().strip_suffix(name))?;
            part.trim().parse().ok()
        };
        Some(Self { passed: number("passed")?, failed: number("failed")?, ignored: number("ignored")? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_of_a_test_binary_is_read() {
        let output = "test a ... ok\n\ntest result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\n";
        assert_eq!(Tally::of(output), Some(Tally { passed: 3, failed: 0, ignored: 1 }));
        let output = output.replace("ok. 3 passed; 0", "FAILED. 1 passed; 2");
        assert_eq!(Tally::of(&output), Some(Tally { passed: 1, failed: 2, ignored: 1 }));
    }

    #[test]
    fn a_binary_that_ended_before_its_last_line_has_no_tally() {
        assert_eq!(Tally::of("running 3 tests\ntest a ... ok\n"), None);
    }

    #[test]
    fn of_what_cargo_built_the_tests_are_found() {
        let line = r#"{"reason":"compiler-artifact","manifest_path":"/w/crates/cli/Cargo.toml","target":{"src_path":"/w/crates/cli/src/main.rs"},"profile":{"test":true},"executable":"/w/target/debug/deps/sealbag-1"}"#;
        let found = binary(line, Path::new("/w")).expect("a test");
        assert_eq!(found.source, "crates/cli/src/main.rs");
        assert_eq!(found.folder, Path::new("/w/crates/cli"));
        for other in [line.replace("true", "false"), line.replace(r#""/w/target/debug/deps/sealbag-1""#, "null")] {
            assert!(binary(&other, Path::new("/w")).is_none(), "{other}");
        }
    }
}
