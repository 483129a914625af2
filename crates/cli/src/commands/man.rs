//! `sealbag man --out DIR`: one manual page for the program and one for each command.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, CommandFactory};
use sealbag_report::Language;

use crate::Cli;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::help::{self, PageWords};
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
    let language = terminal.words().catalogue().language();
    let count = write(&command.out, language).map_err(|source| ManError { dir: command.out.clone(), source })?;
    let place = shown(&command.out);
    terminal.note(&terminal.words().with("say-man-pages", &[("count", &count), ("place", &place)]));
    Ok(ExitClass::Success)
}

fn write(dir: &Path, language: Language) -> io::Result<usize> {
    fs::create_dir_all(dir)?;
    // Full names (`sealbag-key-new`) on every level, and the global flags in every page.
    let mut program = help::for_pages(Cli::command().disable_help_subcommand(true), language);
    program.build();
    write_pages(&program, PageWords::of(language).as_ref(), dir)
}

fn write_pages(command: &clap::Command, words: Option<&PageWords>, dir: &Path) -> io::Result<usize> {
    let page = clap_mangen::Man::new(command.clone());
    let mut text = Vec::new();
    page.render(&mut text)?;
    if let Some(words) = words {
        text = words.put(&String::from_utf8_lossy(&text)).into_bytes();
    }
    fs::write(dir.join(page.get_filename()), text)?;
    command.get_subcommands().try_fold(1, |count, command| Ok(count + write_pages(command, words, dir)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_a_page_for_the_program_and_each_command() {
        let dir = tempfile::tempdir().expect("a temporary directory");
        let out = dir.path().join("man/man1");
        let count = write(&out, Language::English).expect("pages");
        assert_eq!(fs::read_dir(&out).expect("the directory").count(), count);
        for page in ["sealbag.1", "sealbag-man.1", "sealbag-completions.1"] {
            let text = fs::read_to_string(out.join(page)).expect(page);
            assert!(text.contains(".SH SYNOPSIS"), "{page}");
        }
    }

    #[test]
    fn every_heading_of_a_page_is_in_the_language() {
        let dir = tempfile::tempdir().expect("a temporary directory");
        for language in [Language::Russian, Language::Kazakh] {
            write(dir.path(), language).expect("pages");
            for page in fs::read_dir(dir.path()).expect("the directory") {
                let text = fs::read_to_string(page.expect("an entry").path()).expect("a page");
                let headings: Vec<_> = text.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
                assert!(headings.len() > 3 && headings.iter().all(|heading| !heading.is_ascii()), "{headings:?}");
            }
        }
    }
}
