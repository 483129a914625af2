//! `cargo xtask mutants [FILE...]`: each small change of the core that could be a mistake, and whether a test notices
//! (`docs/mutants.md`).

use crate::error::TaskError;
use crate::step::{Steps, say};
use crate::tools;
use crate::workspace::Workspace;

/// The version of cargo-mutants; another one makes other mutants.
const CARGO_MUTANTS: &str = "27.1.0";
/// Each crate, and the packages whose tests are asked.
const CRATES: [(&str, &str); 3] = [
    ("sealbag-manifest", "sealbag-manifest,sealbag-tests"),
    ("sealbag-custody", "sealbag-custody,sealbag-tests"),
    ("sealbag", "sealbag,sealbag-tests"),
];

/// Tries the mutants of the given files, or of the three crates, which takes many hours.
///
/// # Errors
/// cargo-mutants cannot be had, or a mutant survived.
pub(crate) fn run(workspace: &Workspace, steps: &mut Steps, files: &[String]) -> Result<(), TaskError> {
    say(&format!("needs cargo-mutants {CARGO_MUTANTS}"));
    let path = tools::provide_crate(workspace, steps, "cargo-mutants", CARGO_MUTANTS)?;
    for (name, tests) in CRATES {
        let folder = format!("crates/{}/", name.trim_start_matches("sealbag-"));
        let own: Vec<&String> = files.iter().filter(|file| file.starts_with(&folder)).collect();
        if own.is_empty() && !files.is_empty() {
            continue;
        }
        let mut command = workspace.cargo();
        command.env("PATH", &path).args(["mutants", "--package", name, "--test-package", tests]);
        own.iter().for_each(|file| _ = command.args(["--file", file]));
        command.arg("--output").arg(workspace.target().join("mutants").join(name));
        // Of the sessions only those that need no built program: vectors, flipped bits and corpora in memory.
        command.args(["--", "--lib", "--tests", "--", "--skip", "program_", "--skip", "on_disk"]);
        steps.run(name, &mut command)?;
    }
    steps.summary();
    Ok(())
}
