//! `cargo xtask fuzz [SECONDS]`: every fuzz target for so long, one after the other (`docs/fuzzing.md`).

use std::fs;
use std::path::PathBuf;

use crate::error::TaskError;
use crate::step::{Steps, say};
use crate::tools::{self, succeeds};
use crate::workspace::Workspace;

/// The version of cargo-fuzz that builds and runs the targets.
const CARGO_FUZZ: &str = "0.13.2";
/// How long a target runs if nothing else is asked for.
const SECONDS: &str = "600";

/// Runs every target; stops at the first that finds something.
///
/// # Errors
/// Nightly Rust or cargo-fuzz cannot be had, or a target found something: then the input lies in `fuzz/artifacts`.
pub(crate) fn run(workspace: &Workspace, steps: &mut Steps, seconds: Option<&str>) -> Result<(), TaskError> {
    let seconds = seconds.unwrap_or(SECONDS);
    if seconds.parse::<u32>().is_err() {
        return Err(TaskError::Argument(seconds.to_owned()));
    }
    say(&format!("needs nightly Rust, a C++ compiler, cargo-fuzz {CARGO_FUZZ}"));
    if !succeeds(workspace.command("rustup").args(["run", "nightly", "rustc", "--version"])) {
        return Err(TaskError::NoNightly);
    }
    let path = tools::provide_crate(workspace, steps, "cargo-fuzz", CARGO_FUZZ)?;
    for target in targets(workspace)? {
        // What is new in it is kept beside the committed corpus, not in it: the owner of the change decides.
        let found = workspace.target().join("fuzz-corpus").join(&target);
        let folder = |source| TaskError::Folder { folder: found.display().to_string(), source };
        fs::create_dir_all(&found).map_err(folder)?;
        let mut command = workspace.command("rustup");
        command.env("PATH", &path).args(["run", "nightly", "cargo", "fuzz", "run", "--target-dir"]);
        command.arg(workspace.target().join("fuzz")).arg(&target).arg(&found);
        command.arg(format!("fuzz/corpus/{target}")).arg("--").args(["-timeout=5", "-rss_limit_mb=2048"]);
        command.args([format!("-max_total_time={seconds}"), "-print_final_stats=1".to_owned()]);
        let words = workspace.root().join(format!("fuzz/dict/{target}.dict"));
        if words.is_file() {
            command.arg(format!("-dict={}", words.display()));
        }
        steps.run(&target, &mut command)?;
    }
    steps.summary();
    Ok(())
}

/// The names of the targets, in order.
fn targets(workspace: &Workspace) -> Result<Vec<String>, TaskError> {
    let folder = workspace.root().join("fuzz/fuzz_targets");
    let failed = |source| TaskError::Folder { folder: folder.display().to_string(), source };
    let files = fs::read_dir(&folder).map_err(failed)?.collect::<Result<Vec<_>, _>>().map_err(failed)?;
    let mut names: Vec<String> = files
        .iter()
        .filter_map(|file| Some(PathBuf::from(file.file_name()).file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    Ok(names)
}
