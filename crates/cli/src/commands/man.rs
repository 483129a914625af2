//! `sealbag man --out DIR`: one manual page for the program and one for each command.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, CommandFactory};

use crate::Cli;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::terminal::{Terminal, shown};

/// The flags of `sealbag man`.
#[derive(Args)]
pub(crate) struct Man {
    /// Directory to write the pages to; it is made if need be, pages in it are replaced
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// A manual page could not be written.
#[derive(Debug, thiserror::Error)]
#[error("cannot write the manual pages to {}", shown(dir))]
pub(crate) struct ManError {
    dir: PathBuf,
    #[source]
    source: io::Error,
}

/// Writes the pages.
///
/// # Errors
/// If the directory cannot be made or written.
pub(crate) fn run(command: &Man, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let count = write(&command.out).map_err(|source| ManError { dir: command.out.clone(), source })?;
    let place = shown(&command.out);
    terminal.note(&terminal.words().with("say-man-pages", &[("count", &count), ("place", &place)]));
    Ok(ExitClass::Success)
}

fn write(dir: &Path) -> io::Result<usize> {
    fs::create_dir_all(dir)?;
    // Full names (`sealbag-key-new`) on every level, and the global flags in every page.
    let mut program = Cli::command().disable_help_subcommand(true);
    program.build();
    write_pages(&program, dir)
}

fn write_pages(command: &clap::Command, dir: &Path) -> io::Result<usize> {
    let page = clap_mangen::Man::new(command.clone());
    let mut text = Vec::new();
    page.render(&mut text)?;
    fs::write(dir.join(page.get_filename()), text)?;
    command.get_subcommands().try_fold(1, |count, command| Ok(count + write_pages(command, dir)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_a_page_for_the_program_and_each_command() {
        let dir = tempfile::tempdir().expect("a temporary directory");
        let out = dir.path().join("man/man1");
        let count = write(&out).expect("pages");
        assert_eq!(fs::read_dir(&out).expect("the directory").count(), count);
        for page in ["sealbag.1", "sealbag-man.1", "sealbag-completions.1"] {
            let text = fs::read_to_string(out.join(page)).expect(page);
            assert!(text.contains(".SH SYNOPSIS"), "{page}");
        }
    }
}
