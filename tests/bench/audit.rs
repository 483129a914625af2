//! How much faster an audit of many bags is on all processors than one bag at a time.
//!
//! `cargo run --release --package sealbag-tests --bin bench-audit [BAGS]`, after `cargo build --release`. Nothing is
//! asserted: times depend on the machine and on what else it does.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use sealbag_tests::program::{Office, run_within};
use sealbag_tests::vectors::{officer_pub, scenes};

const LIMIT: Duration = Duration::from_secs(3600);
/// Each measurement is the best of so many.
const ROUNDS: usize = 3;

fn main() -> ExitCode {
    let bags = match std::env::args().nth(1).map(|count| count.parse()) {
        None => 3000,
        Some(Ok(count)) => count,
        Some(Err(_)) => return say("usage: bench-audit [BAGS]", ExitCode::FAILURE),
    };
    let memory = std::path::Path::new("/dev/shm");
    let office = Office::open_in(&if memory.is_dir() { memory.to_path_buf() } else { std::env::temp_dir() });
    std::fs::write(office.path("officer.pub"), officer_pub()).expect("write the key");
    for number in 0..bags {
        let place = office.path("store").join(format!("{:03}/{number:06}.bag", number / 100));
        scenes::small(number).write_to(&place).expect("write a bag");
    }
    let measure = |options: &[&str]| {
        let rounds = (0..ROUNDS).map(|_| {
            let arguments = ["audit", "store", "--signer", "officer.pub", "--quiet"].iter().chain(options);
            let mut command = office.command(arguments);
            let started = Instant::now();
            run_within(&mut command, LIMIT).expect_code(0);
            started.elapsed().as_secs_f64()
        });
        rounds.fold(f64::INFINITY, f64::min)
    };
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let mut report = format!("{bags} bags, {processors} processors, best of {ROUNDS}\n");
    for (name, option) in [("logs", None), ("logs and files", Some("--fixity"))] {
        let options = |jobs: &'static str| option.into_iter().chain(["--jobs", jobs]).collect::<Vec<_>>();
        let one = measure(&options("1"));
        let all = measure(&option.into_iter().collect::<Vec<_>>());
        report +=
            &format!("{name}: one at a time {one:.2} s, all processors {all:.2} s, {:.2} times as fast\n", one / all);
    }
    say(report.trim_end(), ExitCode::SUCCESS)
}

fn say(text: &str, code: ExitCode) -> ExitCode {
    use std::io::Write;
    match writeln!(std::io::stdout(), "{text}") {
        Ok(()) => code,
        Err(_) => ExitCode::FAILURE,
    }
}
