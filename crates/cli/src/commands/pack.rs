//! `sealbag pack`: one file to hand over.

use std::fmt::Display;
use std::path::PathBuf;

use clap::Args;
use sealbag::pack::{self, PackRequest};
use serde::Serialize;

use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::progress::Progress;
use crate::terminal::{Terminal, quoted, shown};
use crate::words::Message;

/// Put a bag into one file, which is verified as it is
#[derive(Args)]
pub(crate) struct Pack {
    /// The bag
    bag: PathBuf,

    /// File to write; without it, BAG.zip beside the bag
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,

    /// Print the result as one JSON object
    #[arg(long)]
    json: bool,
}

/// What `--json` prints (`docs/spec/packed.schema.json`).
#[derive(Serialize)]
struct Report {
    format: &'static str,
    packed: String,
    files: u64,
    bytes: u64,
    size: u64,
}

/// Packs.
///
/// # Errors
/// Nothing was packed; or the result could not be printed.
pub(crate) fn run(command: &Pack, terminal: &Terminal) -> Result<ExitClass, CliError> {
    crate::bag::refuse_packed(&command.bag)?;
    let out = match &command.out {
        Some(out) => out.clone(),
        None => pack::default_out(&command.bag).map_err(|error| CliError::failed(&error).at(&command.bag))?,
    };
    let progress = Progress::new(terminal);
    let packed = pack::pack(&PackRequest { bag: &command.bag, out: &out, progress: &progress });
    progress.finish();
    let packed = packed.map_err(|error| CliError::from(error).at(&command.bag))?;
    let told = if command.json {
        terminal.print_json(&Report {
            format: "sealbag/packed/v1",
            packed: shown(&out),
            files: packed.files,
            bytes: packed.bytes,
            size: packed.size,
        })
    } else {
        let file = shown(&out);
        let values: [(&str, &dyn Display); 4] =
            [("file", &file), ("files", &packed.files), ("bytes", &packed.bytes), ("size", &packed.size)];
        terminal.print(&format!("{}\n", terminal.words().with("say-packed", &values)))
    };
    told.map_err(|error| CliError::untold(&error, Message::new("hint-packed").with("path", quoted(&out))))?;
    terminal.note(&terminal.words().text("say-packed-not-judged"));
    Ok(ExitClass::Success)
}
