//! `sealbag demo`: the whole story on a bundled exhibit, told by the program itself.
//!
//! Each step runs this very program as a user would and shows the command, what it said and its exit code. A step that ends
//! with another code than the story needs fails the demo.

mod forgery;
mod stage;
mod story;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::terminal::{Terminal, shown};
use stage::Stage;

/// Show the whole story on a bundled exhibit
#[derive(Args)]
pub(crate) struct Demo {
    /// Where to play it; without it a new temporary directory
    #[arg(value_name = "DIR")]
    dir: Option<PathBuf>,
}

/// Why the story could not be told to its end.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum DemoError {
    /// The directory is not empty.
    #[error("{}: exists already", shown(path))]
    Exists {
        /// The directory.
        path: PathBuf,
    },
    /// A file could not be read or written.
    #[error("{}: {source}", shown(path))]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A step ended otherwise than the story needs.
    #[error("the step `{command}` ended with {found}, expected exit code {expected}")]
    Step {
        /// As shown.
        command: String,
        /// What it should have been.
        expected: u8,
        /// What it was.
        found: String,
    },
}

/// Plays the story.
///
/// # Errors
/// A step that ends otherwise than it should, or a directory that cannot be used.
pub(crate) fn run(command: Demo, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let dir = match command.dir {
        Some(dir) => new_directory(dir)?,
        None => temporary_directory()?,
    };
    let stage = Stage { dir: &dir, terminal };
    story::play(&stage)?;
    forgery::play(&stage)?;
    stage.tell_text(&terminal.words().with("say-demo-end", &[("place", &shown(&dir))]))?;
    Ok(ExitClass::Success)
}

fn new_directory(dir: PathBuf) -> Result<PathBuf, DemoError> {
    match fs::create_dir_all(&dir).and_then(|()| fs::read_dir(&dir)).map(|mut names| names.next().is_none()) {
        Ok(true) => std::path::absolute(&dir).map_err(file_error(&dir)),
        Ok(false) => Err(DemoError::Exists { path: dir }),
        Err(source) => Err(DemoError::File { path: dir, source }),
    }
}

fn temporary_directory() -> Result<PathBuf, DemoError> {
    for number in 0.. {
        let dir = std::env::temp_dir().join(format!("sealbag-demo-{}-{number}", std::process::id()));
        match fs::create_dir(&dir) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            created => return created.map(|()| dir.clone()).map_err(file_error(&dir)),
        }
    }
    unreachable!("the loop has no end but its returns")
}

fn file_error(path: &Path) -> impl FnOnce(io::Error) -> DemoError {
    let path = path.to_owned();
    move |source| DemoError::File { path, source }
}
