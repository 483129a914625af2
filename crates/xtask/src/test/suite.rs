//! The order of the tests. `cargo test` runs one binary after the other, and most of them leave a processor idle. Here as many
//! binaries run as there are processors, one test of each at a time, so that no more tests run at once than in a single one.

use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::binaries::{self, Binary, Ended, Surroundings, Tally};
use crate::error::TaskError;
use crate::step::{Steps, say, seconds};
use crate::workspace::Workspace;

/// What has the machine for itself: the faults use all processors; a seal of a million files holds a copy of all mounts for so long
/// that disks which are cut off meanwhile would not be free again; a loop device that was given back must not go to another test.
const ALONE: [&str; 3] = ["tests/fault_table.rs", "tests/memory.rs", "tests/devices/main.rs"];

/// What takes long, the longest first: the last one to begin must not be a long one. Only the time depends on it.
const LONGEST: [&str; 14] = [
    "tests/browser/main.rs",
    "tests/second_verifier.rs",
    "crates/manifest/src/lib.rs",
    "tests/append_faults/main.rs",
    "tests/extract_resume/main.rs",
    "tests/agents.rs",
    "crates/sealbag/tests/copy.rs",
    "crates/sealbag/tests/golden.rs",
    "tests/bit_flips.rs",
    "tests/vectors.rs",
    "tests/packed/main.rs",
    "tests/packed_tools.rs",
    "tests/report_pdf.rs",
    "tests/token_mutants.rs",
];

/// Builds and runs every test binary, also after one failed.
///
/// # Errors
/// The names of those that failed.
pub(super) fn run(workspace: &Workspace, steps: &mut Steps, surroundings: &Surroundings) -> Result<(), TaskError> {
    let binaries = binaries::build(workspace, steps)?;
    let outputs = workspace.target().join("test-output");
    fs::create_dir_all(&outputs)
        .map_err(|source| TaskError::Folder { folder: outputs.display().to_string(), source })?;
    steps.step("tests", || {
        let processors = thread::available_parallelism().map_or(1, usize::from);
        let (alone, mut together): (Vec<_>, Vec<_>) =
            binaries.into_iter().partition(|binary| ALONE.contains(&binary.source.as_str()));
        together.sort_by_key(|binary| rank(&binary.source));
        let run = |binaries: &[Binary], at_once, threads| {
            run_all(binaries, at_once, |binary| binary.run(threads, surroundings, &outputs))
        };
        let mut ended = run(&together, processors, Some(1))?;
        ended.extend(run(&alone, 1, None)?);
        conclude(&ended)
    })
}

/// The place in the list of the longest; behind it, if it is not in there.
fn rank(source: &str) -> usize {
    LONGEST.iter().position(|long| *long == source).unwrap_or(LONGEST.len())
}

/// Runs so many at once, in their order, and tells of each when it ends.
fn run_all(
    binaries: &[Binary],
    at_once: usize,
    run: impl Fn(&Binary) -> Result<Ended, TaskError> + Sync,
) -> Result<Vec<Ended>, TaskError> {
    let next = AtomicUsize::new(0);
    let one_after_the_other = || {
        let mut ended = vec![];
        while let Some(binary) = binaries.get(next.fetch_add(1, Ordering::Relaxed)) {
            let came = run(binary)?;
            tell(&came);
            ended.push(came);
        }
        Ok(ended)
    };
    let lanes: Result<Vec<Vec<Ended>>, TaskError> = thread::scope(|scope| {
        let lanes: Vec<_> = (0..at_once).map(|_| scope.spawn(one_after_the_other)).collect();
        lanes.into_iter().map(|lane| lane.join().expect("a lane does not panic")).collect()
    });
    Ok(lanes?.into_iter().flatten().collect())
}

/// A line for a binary that passed; everything that it printed, if it failed.
fn tell(ended: &Ended) {
    let Tally { passed, failed, ignored } = ended.tally.unwrap_or_default();
    let mut line = format!("{:>9}  {}: {passed} passed", seconds(ended.time), ended.source);
    if ignored > 0 {
        line += &format!(", {ignored} ignored");
    }
    if !ended.passed {
        let output = fs::read(&ended.output).unwrap_or_default();
        line += &format!(", {failed} failed, FAILED\n{}", String::from_utf8_lossy(&output));
        line += match ended.tally {
            Some(_) => "",
            None => "it ended before all of its tests had\n",
        };
        line += &format!("== end of {}, FAILED", ended.source);
    }
    say(&line);
}

/// The sum, and which failed.
fn conclude(ended: &[Ended]) -> Result<(), TaskError> {
    let sum =
        |number: fn(&Tally) -> usize| ended.iter().filter_map(|one| one.tally.as_ref().map(number)).sum::<usize>();
    let failed: Vec<&str> = ended.iter().filter(|one| !one.passed).map(|one| one.source.as_str()).collect();
    // A binary that broke off counts as one test that failed.
    let broke = ended.iter().filter(|one| one.tally.is_none()).count();
    let (passed, ignored) = (sum(|tally| tally.passed), sum(|tally| tally.ignored));
    let broken = sum(|tally| tally.failed) + broke;
    // In the words of a single binary, for whoever reads logs of tests.
    let word = if failed.is_empty() { "ok" } else { "FAILED" };
    say(&format!("test result: {word}. {passed} passed; {broken} failed; {ignored} ignored"));
    if failed.is_empty() { Ok(()) } else { Err(TaskError::Tests(failed.join(", "))) }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn every_name_in_the_lists_is_a_test() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        for source in ALONE.iter().chain(&LONGEST) {
            assert!(root.join(source).is_file(), "{source}");
        }
        assert!(!LONGEST.iter().any(|long| ALONE.contains(long)), "what runs alone has no place in the order");
    }
}
