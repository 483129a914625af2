//! `sealbag completions SHELL`: a script that lets the shell complete our commands and flags.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::Cli;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::help;
use crate::terminal::Terminal;

/// The flags of `sealbag completions`.
#[derive(Args)]
pub(crate) struct Completions {
    /// The shell that will read the script
    shell: Shell,
}

/// Prints the script.
///
/// # Errors
/// If standard output cannot be written.
pub(crate) fn run(command: &Completions, terminal: &Terminal) -> Result<ExitClass, CliError> {
    // Into memory first: the generator does not report a failed write.
    let mut script = Vec::new();
    let mut program = help::for_completions(Cli::command(), terminal.words().catalogue().language());
    clap_complete::generate(command.shell, &mut program, "sealbag", &mut script);
    terminal.print(&String::from_utf8_lossy(&script))?;
    Ok(ExitClass::Success)
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::*;

    #[test]
    fn every_shell_gets_a_script_that_knows_our_commands() {
        for shell in Shell::value_variants() {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), "sealbag", &mut script);
            let script = String::from_utf8(script).expect("scripts are text");
            assert!(script.contains("completions") && script.contains("quiet"), "{shell}");
        }
    }
}
