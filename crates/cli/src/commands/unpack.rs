//! `sealbag unpack`: a bag out of one file.

use std::fmt::Display;
use std::path::{Path, PathBuf};

use clap::Args;
use sealbag::pack::{self, UnpackRequest};
use serde::Serialize;

use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::progress::Progress;
use crate::terminal::{Terminal, quoted, shown};
use crate::words::Message;

/// Take a bag out of the file that it was packed into
#[derive(Args)]
pub(crate) struct Unpack {
    /// The packed bag
    file: PathBuf,

    /// Directory in which the bag is to lie; without it, that of the file
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,

    /// Print the result as one JSON object
    #[arg(long)]
    json: bool,
}

/// What `--json` prints (`docs/spec/unpacked.schema.json`).
#[derive(Serialize)]
struct Report {
    format: &'static str,
    bag: String,
    files: u64,
    bytes: u64,
}

/// Unpacks.
///
/// # Errors
/// Nothing was unpacked; or the result could not be printed.
pub(crate) fn run(command: &Unpack, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let beside = command.file.parent().unwrap_or(Path::new(""));
    let to = command.to.as_deref().unwrap_or(beside);
    let progress = Progress::new(terminal);
    let unpacked = pack::unpack(&UnpackRequest { file: &command.file, to, progress: &progress });
    progress.finish();
    let unpacked = unpacked.map_err(|error| CliError::from(error).at(&command.file))?;
    let bag = &unpacked.bag;
    let told = if command.json {
        terminal.print_json(&Report {
            format: "sealbag/unpacked/v1",
            bag: shown(bag),
            files: unpacked.files,
            bytes: unpacked.bytes,
        })
    } else {
        let place = shown(bag);
        let values: [(&str, &dyn Display); 3] =
            [("bag", &place), ("files", &unpacked.files), ("bytes", &unpacked.bytes)];
        terminal.print(&format!("{}\n", terminal.words().with("say-unpacked", &values)))
    };
    told.map_err(|error| CliError::untold(&error, Message::new("hint-unpacked").with("path", quoted(bag))))?;
    terminal.note(&terminal.words().text("say-unpacked-not-judged"));
    Ok(ExitClass::Success)
}
