//! The faults harness: `faults [--quick] [--seed N] [--list] [CASE...]`. `docs/faults.md` says what it does.

fn main() -> std::process::ExitCode {
    sealbag_tests::faults::main(std::env::args().skip(1))
}
