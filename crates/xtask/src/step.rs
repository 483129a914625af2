//! One step after the other, each with its name and time; the first failure ends the task.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::error::TaskError;

/// The steps run so far, with their times.
pub(crate) struct Steps {
    begun: Instant,
    done: Vec<(String, Duration)>,
}

impl Steps {
    /// Begins to count the time.
    pub(crate) fn new() -> Self {
        Self { begun: Instant::now(), done: Vec::new() }
    }

    /// Runs one program with its output passed through.
    ///
    /// # Errors
    /// If it cannot be started or ends with anything but 0.
    pub(crate) fn run(&mut self, name: &str, command: &mut Command) -> Result<(), TaskError> {
        self.output(name, command.stdout(Stdio::inherit())).map(drop)
    }

    /// The same, but what it prints comes back; what it complains of is passed through.
    ///
    /// # Errors
    /// If it cannot be started or ends with anything but 0.
    pub(crate) fn output(&mut self, name: &str, command: &mut Command) -> Result<Vec<u8>, TaskError> {
        self.step(name, || {
            let output = command.stdin(Stdio::inherit()).stderr(Stdio::inherit()).output().map_err(|source| {
                TaskError::Start { step: name.to_owned(), program: command.get_program().display().to_string(), source }
            })?;
            match output.status.success() {
                true => Ok(output.stdout),
                false => Err(TaskError::Failed { step: name.to_owned(), status: output.status }),
            }
        })
    }

    /// Does anything as a step; after a failure, prints the steps so far.
    ///
    /// # Errors
    /// Those of what is done.
    pub(crate) fn step<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T, TaskError>) -> Result<T, TaskError> {
        say(&format!("\n== {name}"));
        let begun = Instant::now();
        let result = work();
        let time = begun.elapsed();
        if result.is_ok() {
            say(&format!("== {name}: ok, {}", seconds(time)));
            self.done.push((name.to_owned(), time));
        } else {
            self.print();
            say(&format!("{:>9}  {name}: FAILED", seconds(time)));
        }
        result
    }

    /// Prints every step with its time, and the sum.
    pub(crate) fn summary(&self) {
        self.print();
        say(&format!("{:>9}  all {} steps passed", seconds(self.begun.elapsed()), self.done.len()));
    }

    fn print(&self) {
        say("");
        for (name, time) in &self.done {
            say(&format!("{:>9}  {name}", seconds(*time)));
        }
    }
}

/// Writes one line for the developer. Standard error, so that it keeps its place among the lines of cargo.
pub(crate) fn say(line: &str) {
    // Nobody is left to be told when standard error is closed; the exit code still counts.
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// A time as it is printed everywhere.
pub(crate) fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
