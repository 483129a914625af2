//! Writes random mutated bags, each as an archive with its anchors beside it, for two verifiers to be compared on.
//!
//! `mutate-bags SEED COUNT DIR` writes `DIR/NAME.tar` and `DIR/NAME.anchor.json`, whose form is that of `anchor` in
//! `tests/vectors/vectors.json`; the files that it names lie in `DIR` too.

use std::path::Path;
use std::process::ExitCode;

use sealbag_tests::vectors::mutants;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let numbers: Vec<u64> = arguments.iter().take(2).filter_map(|text| text.parse().ok()).collect();
    let ([seed, count], [_, _, folder]) = (&numbers[..], &arguments[..]) else {
        return fail("usage: mutate-bags SEED COUNT DIR");
    };
    match mutants::write(*seed, *count, Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&format!("cannot write to {folder}: {error}")),
    }
}

#[expect(clippy::print_stderr, reason = "a program says why it ends")]
fn fail(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::FAILURE
}
