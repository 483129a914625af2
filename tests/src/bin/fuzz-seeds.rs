//! Writes what the corpora of the fuzz targets begin with: `fuzz-seeds FOLDER` (`docs/fuzzing.md`).

use std::path::Path;
use std::process::ExitCode;

use sealbag_tests::fuzz::seeds;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else { return fail("usage: fuzz-seeds FOLDER") };
    match seeds::write(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&format!("cannot write to {folder}: {error}")),
    }
}

#[expect(clippy::print_stderr, reason = "a program says why it ends")]
fn fail(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::FAILURE
}
