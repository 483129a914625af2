//! Runs a program and says how much memory it took: `peak-memory OUT PROGRAM [ARG ...]` writes the peak resident memory in bytes
//! to OUT and ends with the program's code, or 125 if a signal ended it. One program a process: the kernel keeps one high-water
//! mark for all ended children, and keeps it exactly, however short their lives.

use std::process::{Command, ExitCode};

use nix::sys::resource::{UsageWho, getrusage};

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let (out, program) = arguments.next().zip(arguments.next()).expect("usage: peak-memory OUT PROGRAM [ARG ...]");
    let status = Command::new(program).args(arguments).status().expect("run the program");
    let kilobytes = getrusage(UsageWho::RUSAGE_CHILDREN).expect("ask for the usage").max_rss();
    std::fs::write(out, (kilobytes << 10).to_string()).expect("write the peak");
    ExitCode::from(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(125))
}
