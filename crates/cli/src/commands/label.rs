//! `sealbag label`: the label of an evidence bag, as PDF or SVG.

use std::path::PathBuf;

use clap::Args;
use sealbag_report::Label as Drawn;

use super::report::{ReportUseError, check_place, ending};
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::new_file;
use crate::terminal::{Terminal, shown};

/// Make the label for the package: exhibit, case, seal hash, square code
#[derive(Args)]
pub(crate) struct Label {
    /// The bag
    bag: PathBuf,

    /// File to write the label to: NAME.pdf or NAME.svg
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Checks the signature of the seal and writes the label; the contents of the bag are not looked at.
///
/// # Errors
/// A seal whose signature or record does not hold, a file that cannot be written or is there already.
pub(crate) fn run(command: &Label, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let words = terminal.catalogue();
    check_place(&command.out, &command.bag, &["pdf", "svg"])?;
    let store = crate::bag::open(&command.bag)?;
    let label = Drawn::read(&store, &words);
    let label = label.ok_or_else(|| CliError::from(ReportUseError::NoSeal).at(&command.bag))?;
    let bytes = match ending(&command.out).as_str() {
        "svg" => label.to_svg().into_bytes(),
        _ => label.to_pdf().map_err(|error| CliError::failed(&error))?,
    };
    new_file::create(&command.out, &bytes)?;
    terminal.print(&format!("{}\n", words.with("report-written", &[("file", &shown(&command.out))])))?;
    Ok(ExitClass::Success)
}
