//! `cargo xtask mutants [FILE...]`: each small change of the core that could be a mistake, and whether a test notices
//! (`docs/mutants.md`).

use std::fs;
use std::path::Path;

use crate::error::TaskError;
use crate::step::{Steps, say};
use crate::tools;
use crate::workspace::Workspace;

/// The version of cargo-mutants; another one makes other mutants.
const CARGO_MUTANTS: &str = "27.1.0";
/// The crates whose mutants are tried.
const CRATES: [&str; 3] = ["manifest", "custody", "sealbag"];
/// The tests of whole bags that need no built program, and what they have that does.
const VECTORS: [&str; 8] = [
    "--test",
    "vectors",
    "--",
    "--skip",
    "program_gives_every_vector_its_verdict",
    "--skip",
    "vectors_on_disk_are_those_of_the_sources",
    "--quiet",
];
/// Tests that need a feature, and with it other tools.
const OTHER: &str = "interop_tools";

/// Tries the mutants of the given files, or of the three crates, which takes many hours.
///
/// # Errors
/// cargo-mutants cannot be had, or a mutant survived.
pub(crate) fn run(workspace: &Workspace, steps: &mut Steps, files: &[String]) -> Result<(), TaskError> {
    say(&format!("needs cargo-mutants {CARGO_MUTANTS}"));
    let path = tools::provide_crate(workspace, steps, "cargo-mutants", CARGO_MUTANTS)?;
    for folder in CRATES {
        let own: Vec<&String> = files.iter().filter(|file| file.starts_with(&format!("crates/{folder}/"))).collect();
        if own.is_empty() && !files.is_empty() {
            continue;
        }
        let name = if folder == "sealbag" { folder.to_owned() } else { format!("sealbag-{folder}") };
        let mut command = workspace.cargo();
        command.env("PATH", &path).args(["mutants", "--package", &name, "--test-package"]);
        command.arg(format!("{name},sealbag-tests"));
        own.iter().for_each(|file| _ = command.args(["--file", file]));
        command.arg("--output").arg(workspace.target().join("mutants").join(folder));
        command.args(["--", "--lib"]);
        for test in tests(workspace, folder)? {
            command.args(["--test", &test]);
        }
        steps.run(&name, command.args(VECTORS))?;
    }
    steps.summary();
    Ok(())
}

/// The names of a crate's own tests.
fn tests(workspace: &Workspace, folder: &str) -> Result<Vec<String>, TaskError> {
    let folder = workspace.root().join("crates").join(folder).join("tests");
    let failed = |source| TaskError::Folder { folder: folder.display().to_string(), source };
    let files = fs::read_dir(&folder).map_err(failed)?.collect::<Result<Vec<_>, _>>().map_err(failed)?;
    let is_test = |path: &Path| path.extension().is_some_and(|end| end == "rs") || path.join("main.rs").is_file();
    let paths = files.iter().map(std::fs::DirEntry::path).filter(|path| is_test(path));
    let mut names: Vec<String> = paths.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect();
    names.retain(|name| name != OTHER);
    names.sort();
    Ok(names)
}
