//! The program `sealbag`: seals data into a digital evidence bag and verifies it.
//!
//! [`run`] reads the command line, one module of [`commands`] does the work, [`diagnose`] says what went wrong. The
//! libraries never print or exit; all that a user reads leaves through [`terminal::Terminal`].

mod act;
mod anchors;
mod audit_text;
mod bag;
mod columns;
mod commands;
mod damage_text;
mod diagnose;
mod exit;
mod form;
mod help;
mod keys;
mod language;
mod new_file;
mod profiles;
mod progress;
mod prompt;
mod terminal;
mod text_file;
mod usage;
mod verdict_text;
mod words;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::builder::StyledStr;
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use sealbag_report::Language;

use commands::Command;
use exit::ExitClass;
use language::LanguageArgs;
use terminal::Terminal;

/// Digital evidence bags that a court can check.
///
/// Exit codes: 0 confirmed or done, 1 violated, 2 cannot be determined or could not read or write, 64 wrong usage or
/// refused.
#[derive(Parser)]
#[command(name = "sealbag", version, max_term_width = 110)]
struct Cli {
    #[command(subcommand)]
    command: Command,

    /// Print nothing but results and errors
    #[arg(long, short, global = true)]
    quiet: bool,

    #[command(flatten)]
    language: LanguageArgs,
}

fn main() -> ExitCode {
    run(std::env::args_os()).into()
}

/// Runs one command line and says how it ended.
fn run(arguments: impl Iterator<Item = OsString>) -> ExitClass {
    let arguments: Vec<OsString> = arguments.collect();
    let cli = match Cli::try_parse_from(&arguments) {
        Ok(cli) => cli,
        Err(error) => return explain(&error, &arguments),
    };
    let chosen = cli.language.chosen();
    // A language that cannot be had is complained of in English.
    let terminal = Terminal::new(cli.quiet, *chosen.as_ref().unwrap_or(&Language::English));
    chosen.and_then(|_| commands::run(cli.command, &terminal)).unwrap_or_else(|error| {
        terminal.error(&error);
        error.exit()
    })
}

/// Prints help or the version, which is a result, or what is wrong with the command line.
fn explain(error: &clap::Error, arguments: &[OsString]) -> ExitClass {
    let language = language::of_arguments(arguments);
    let terminal = Terminal::new(false, language);
    let texts = help::catalogue(language);
    let help = || -> StyledStr {
        let translated = texts.as_ref().and_then(|texts| help::asked_for(Cli::command(), arguments, texts));
        translated.unwrap_or_else(|| error.render())
    };
    match (error.kind(), &texts) {
        (ErrorKind::DisplayHelp, _) => printed(&terminal, &help()),
        (ErrorKind::DisplayVersion, _) => printed(&terminal, &error.render()),
        (ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand, _) => {
            terminal.say(&help().to_string());
            ExitClass::Refused
        }
        (_, Some(texts)) => {
            let sentence = usage::sentence(error, terminal.words(), texts);
            terminal.refuse(&sentence, &usage::hint(error, &Cli::command(), arguments, texts));
            ExitClass::Refused
        }
        (_, None) => {
            terminal.say(&terminal::harmless_lines(&error.render().to_string()));
            ExitClass::Refused
        }
    }
}

fn printed(terminal: &Terminal, text: &StyledStr) -> ExitClass {
    terminal.help(text).map_or_else(|error| ExitClass::from(&error), |()| ExitClass::Success)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn command_line_definition_has_no_contradiction() {
        Cli::command().debug_assert();
    }

    #[test]
    fn wrong_usage_is_64_and_never_the_code_of_a_verdict() {
        for arguments in [&["sealbag"][..], &["sealbag", "no-such-command"], &["sealbag", "--no-such-flag"]] {
            assert_eq!(run(arguments.iter().map(OsString::from)), ExitClass::Refused, "{arguments:?}");
        }
    }
}
