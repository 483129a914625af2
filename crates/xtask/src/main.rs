//! Development tasks of the sealbag workspace: `cargo xtask TASK`.
//!
//! `test` checks everything, `vectors` writes the conformance vectors anew, `faults` lets fail what can, `release` builds what
//! is handed out, `fuzz` and `mutants` take hours. A task says what it needs, installs it where it may, prints each step with
//! its time and stops at the first one that fails.

mod error;
mod fuzz;
mod mutants;
mod release;
mod remap;
mod step;
mod test;
mod tools;
mod verapdf;
mod web;
mod workspace;

use std::process::ExitCode;

use error::TaskError;
use step::Steps;
use workspace::Workspace;

const USAGE: &str = "\
usage: cargo xtask TASK

  fuzz [SECONDS]     every fuzz target for so long (600), one after the other; nightly Rust
  mutants [FILE...]  whether the tests notice each small change of the core, or of some of its files
  test      every check of the project: format, lints, documentation, dependencies, all tests, stock tools included
  faults    every fault of the harness (docs/faults.md), within half an hour; as root
  vectors   writes tests/vectors anew
  web [check]        the browser verifier, crates/web/verifier.html; or whether it is what its sources give
  release   the program as it is handed out, with the list of its parts: built twice and compared byte for byte
";

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            step::say(&format!("xtask: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: impl Iterator<Item = String>) -> Result<(), TaskError> {
    let task = arguments.next().ok_or(TaskError::Usage(USAGE))?;
    let arguments: Vec<String> = arguments.collect();
    let most = match task.as_str() {
        "fuzz" | "web" => 1,
        "mutants" => usize::MAX,
        _ => 0,
    };
    if let Some(surplus) = arguments.get(most) {
        return Err(TaskError::Argument(surplus.clone()));
    }
    let workspace = Workspace::find()?;
    let mut steps = Steps::new();
    match task.as_str() {
        "test" => test::run(&workspace, &mut steps),
        "fuzz" => fuzz::run(&workspace, &mut steps, arguments.first().map(String::as_str)),
        "mutants" => mutants::run(&workspace, &mut steps, &arguments),
        "faults" => test::faults(&workspace, &mut steps),
        "vectors" => {
            steps.run("vectors", workspace.cargo().args(["run", "--package", "sealbag-tests", "--bin", "make-vectors"]))
        }
        "web" => web::run(&workspace, &mut steps, arguments.first().map(String::as_str)),
        "release" => release::run(&workspace, &mut steps),
        _ => Err(TaskError::Usage(USAGE)),
    }
}
