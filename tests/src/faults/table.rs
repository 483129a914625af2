//! What the harness prints.

use std::io::Write;
use std::process::ExitCode;

use super::{Case, Plan, Row};

/// So many breakages of a row are shown.
const SHOWN: usize = 12;

fn say(line: &str) {
    // Whoever closed the pipe has the exit code.
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Prints the table: a line a case, below it what broke, at the end the sums.
pub fn print(plan: &Plan, rows: &[Row]) {
    let width = rows.iter().map(|row| row.name.len()).max().unwrap_or(4).max(4);
    say(&format!("{:width$}  {:>6}  {:>6}  {:>7}  outcome", "case", "runs", "struck", "s"));
    for row in rows {
        let outcome = &row.outcome;
        let told = match (outcome.broken.len(), outcome.peak) {
            (0, 0) => "ok".to_owned(),
            (0, peak) => format!("ok, at most {} MiB", peak.div_ceil(1 << 20)),
            (count, _) => format!("{count} BROKEN"),
        };
        let seconds = row.took.as_secs_f64();
        say(&format!("{:width$}  {:>6}  {:>6}  {seconds:>7.1}  {told}", row.name, outcome.runs, outcome.struck));
        for what in outcome.broken.iter().take(SHOWN) {
            say(&format!("    {what}"));
        }
        if outcome.broken.len() > SHOWN {
            say(&format!("    and {} more", outcome.broken.len() - SHOWN));
        }
    }
    let sum = |of: fn(&Row) -> usize| rows.iter().map(of).sum::<usize>();
    say(&format!(
        "{} cases, {} runs, {} struck, {} broken; {:?}, seed {}",
        rows.len(),
        sum(|row| row.outcome.runs),
        sum(|row| row.outcome.struck),
        sum(|row| row.outcome.broken.len()),
        plan.extent,
        plan.seed
    ));
}

/// Says that a case is done, to whoever waits.
pub(super) fn done(row: &Row) {
    let broken = row.outcome.broken.len();
    let _ = writeln!(
        std::io::stderr(),
        "{}: {} runs, {broken} broken, {:.1} s",
        row.name,
        row.outcome.runs,
        row.took.as_secs_f64()
    );
}

pub(super) fn list(cases: &[Case]) -> ExitCode {
    cases.iter().for_each(|case| say(&case.name));
    ExitCode::SUCCESS
}

pub(super) fn usage() -> ExitCode {
    say("usage: faults [--quick] [--seed N] [--list] [CASE...]");
    ExitCode::FAILURE
}
