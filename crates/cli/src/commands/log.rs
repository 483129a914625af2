//! `sealbag log`: the custody log as a readable timeline. The contents of the bag are not looked at.

mod fields;
mod json;
mod text;

use std::path::PathBuf;

use clap::Args;
use sealbag::log;
use sealbag::verdict::Outcome;

use crate::anchors::AnchorArgs;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::terminal::{Terminal, shown};

/// Show who had the evidence, when and why
#[derive(Args)]
pub(crate) struct Log {
    /// The bag
    bag: PathBuf,

    #[command(flatten)]
    anchors: AnchorArgs,

    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

/// Replays the log and prints it.
///
/// # Errors
/// A bag that cannot be opened, an anchor that cannot be read, a result that cannot be written.
pub(crate) fn run(command: &Log, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let words = terminal.catalogue();
    let anchors = command.anchors.open()?;
    let store = crate::bag::open(&command.bag)?;
    let location = shown(&command.bag);
    let outcome = if command.json {
        let mut printer = json::Printer::new(&location, terminal);
        let closing = log::read(&store, &anchors, &mut printer);
        printer.close(&closing)?;
        closing.outcome
    } else {
        let mut printer = text::Printer::new(&location, &words, terminal);
        let closing = log::read(&store, &anchors, &mut printer);
        printer.close(&closing)?;
        closing.outcome
    };
    Ok(match outcome {
        Outcome::Confirmed | Outcome::ConfirmedWithRemarks => ExitClass::Success,
        Outcome::Violated => ExitClass::Violated,
        Outcome::Undetermined => ExitClass::Undetermined,
    })
}
