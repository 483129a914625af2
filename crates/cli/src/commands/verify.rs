//! `sealbag verify`: checks bags and says what holds.

use std::path::PathBuf;

use clap::Args;
use sealbag::verdict::{Outcome, Verdict};
use sealbag::verify::{self, Anchors, Depth, Options};
use sealbag_custody::scalar::UtcTime;
use sealbag_manifest::source::Source;
use sealbag_manifest::store::DirectoryStore;
use serde::Serialize;

use crate::anchors::AnchorArgs;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::progress::Progress;
use crate::terminal::{Terminal, shown};
use crate::verdict_text;

/// Check bags against what was sealed
#[derive(Args)]
pub(crate) struct Verify {
    /// The bags
    #[arg(value_name = "BAG", required = true)]
    bags: Vec<PathBuf>,

    #[command(flatten)]
    anchors: AnchorArgs,

    /// Where the data of a detached bag lie; several if it was sealed from several
    #[arg(long, value_name = "DIR")]
    source: Vec<PathBuf>,

    /// Compare BLAKE3 values only
    #[arg(long)]
    quick: bool,

    /// End with code 2 if there are remarks
    #[arg(long)]
    strict: bool,

    /// Print one JSON object a bag
    #[arg(long)]
    json: bool,
}

/// One line of `--json`: the verdict, and around it what depends on this machine and this moment.
#[derive(Serialize)]
struct Envelope<'a> {
    format: &'static str,
    location: String,
    program: &'static str,
    checked: String,
    verdict: &'a Verdict,
}

/// Verifies every bag; the worst result is the exit code.
///
/// # Errors
/// A bag that cannot be opened, an anchor that cannot be read, a result that cannot be written.
pub(crate) fn run(command: &Verify, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let anchors = command.anchors.open()?;
    let source = match command.source.as_slice() {
        [] => None,
        paths => Some(Source::open(paths).map_err(|error| CliError::failed(&error))?),
    };
    let mut worst = ExitClass::Success;
    for (index, bag) in command.bags.iter().enumerate() {
        let one = match DirectoryStore::open(bag) {
            Ok(store) => {
                let verdict = judge(&store, &anchors, source.as_ref(), command, terminal);
                command.print(bag, &verdict, index > 0, terminal)?;
                command.class(verdict.outcome())
            }
            Err(source) => {
                let error = CliError::failed(&VerifyError::Open(source)).at(bag);
                if command.bags.len() == 1 {
                    return Err(error);
                }
                // The others are still judged.
                terminal.error(&error);
                ExitClass::Undetermined
            }
        };
        worst = worse(worst, one);
    }
    Ok(worst)
}

/// Why a bag was not looked at.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum VerifyError {
    /// It is not there, or no directory.
    #[error("cannot open the bag")]
    Open(#[source] std::io::Error),
}

fn judge(
    store: &DirectoryStore,
    anchors: &Anchors,
    source: Option<&Source>,
    command: &Verify,
    terminal: &Terminal,
) -> Verdict {
    let progress = Progress::new(terminal);
    let depth = if command.quick { Depth::Quick } else { Depth::Full };
    let verdict = verify::verify(store, &Options { anchors, depth, source, progress: &progress });
    progress.finish();
    verdict
}

impl Verify {
    fn print(
        &self,
        bag: &std::path::Path,
        verdict: &Verdict,
        is_later: bool,
        terminal: &Terminal,
    ) -> Result<(), CliError> {
        if self.json {
            let checked = UtcTime::from_unix_seconds(chrono::Utc::now().timestamp());
            terminal.print_json(&Envelope {
                format: "sealbag/verification/v1",
                location: shown(bag),
                program: concat!("sealbag ", env!("CARGO_PKG_VERSION")),
                checked: checked.map(|time| time.to_string()).unwrap_or_default(),
                verdict,
            })?;
        } else {
            let gap = if is_later { "\n" } else { "" };
            terminal.print(&format!("{gap}{}", verdict_text::render(&shown(bag), verdict, terminal)))?;
        }
        Ok(())
    }

    fn class(&self, outcome: Outcome) -> ExitClass {
        match outcome {
            Outcome::Confirmed => ExitClass::Success,
            Outcome::ConfirmedWithRemarks if self.strict => ExitClass::Undetermined,
            Outcome::ConfirmedWithRemarks => ExitClass::Success,
            Outcome::Violated => ExitClass::Violated,
            Outcome::Undetermined => ExitClass::Undetermined,
        }
    }
}

/// A violation outranks everything, what could not be determined outranks a success.
fn worse(a: ExitClass, b: ExitClass) -> ExitClass {
    let rank = |class| match class {
        ExitClass::Success => 0,
        ExitClass::Undetermined | ExitClass::Refused => 1,
        ExitClass::Violated => 2,
    };
    if rank(b) > rank(a) { b } else { a }
}
