//! Changes good time-stamp tokens and judges them: `mutate-tokens COUNT [SEED]`, on all processors.

use std::process::ExitCode;
use std::time::Instant;

use sealbag_tests::token_mutants::{Originals, Tally};

#[expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that tells what it did")]
fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse::<u64>());
    let (Some(Ok(count)), seed) = (arguments.next(), arguments.next().unwrap_or(Ok(1))) else {
        eprintln!("usage: mutate-tokens COUNT [SEED]");
        return ExitCode::FAILURE;
    };
    let Ok(seed) = seed else {
        eprintln!("usage: mutate-tokens COUNT [SEED]");
        return ExitCode::FAILURE;
    };
    let (begun, originals) = (Instant::now(), Originals::read());
    let workers = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    let mut tally = Tally::default();
    std::thread::scope(|scope| {
        let share = |worker| count / workers + u64::from(worker < count % workers);
        let originals = &originals;
        let running: Vec<_> =
            (0..workers).map(|worker| scope.spawn(move || originals.run(seed + 2 * worker, share(worker)))).collect();
        for worker in running {
            let part = worker.join().expect("no mutant is accepted with another statement");
            tally.refused += part.refused;
            tally.same += part.same;
        }
    });
    println!(
        "{count} mutants: {} refused, {} accepted with the same statement, none with another; no panic; {:.0} s",
        tally.refused,
        tally.same,
        begun.elapsed().as_secs_f64()
    );
    ExitCode::SUCCESS
}
