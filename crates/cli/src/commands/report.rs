//! `sealbag report`: verifies a bag and writes what was found as a page that a court can read (`docs/spec/report.md`).

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use sealbag::verdict::{Outcome, Verdict};
use sealbag::verify::{self, Anchors, Depth, Options};
use sealbag_custody::scalar::{UtcOffset, UtcTime};
use sealbag_manifest::packed::PackedError;
use sealbag_manifest::source::Source;
use sealbag_manifest::store::{BagStore, DiskBag, MemoryStore, OpenBagError};
use sealbag_report::{Catalogue, Facts, Form, GatherError, Making, Report as Page, UnknownForm};

use crate::act;
use crate::anchors::AnchorArgs;
use crate::diagnose::{CliError, packed};
use crate::exit::ExitClass;
use crate::new_file::{self, PlaceError};
use crate::progress::Progress;
use crate::terminal::{Terminal, Tone, shown};

/// Verify a bag and write the report for a court
#[derive(Args)]
pub(crate) struct Report {
    /// The bag
    bag: PathBuf,

    /// File to write the report to: NAME.html or NAME.pdf
    #[arg(long, value_name = "FILE")]
    out: PathBuf,

    /// Fill in a form instead: act-kz, us-902-14 or in-bsa-63
    #[arg(long, value_name = "FORM", value_parser = form)]
    form: Option<Form>,

    #[command(flatten)]
    anchors: AnchorArgs,

    /// Where the data of a detached bag lie; several if it was sealed from several
    #[arg(long, value_name = "DIR")]
    source: Vec<PathBuf>,

    /// Compare BLAKE3 values only
    #[arg(long)]
    quick: bool,

    /// Number of the report; without it, and without the next three, a line to be filled in by hand
    #[arg(long, value_name = "TEXT")]
    number: Option<String>,

    /// Who asked for it
    #[arg(long, value_name = "TEXT")]
    asked_by: Option<String>,

    /// Who runs the program
    #[arg(long, value_name = "TEXT")]
    run_by: Option<String>,

    /// Where
    #[arg(long, value_name = "TEXT")]
    place: Option<String>,

    /// The time that the report bears, as 2026-11-23T08:00:00Z; without it, that of this machine
    #[arg(long, value_name = "TIME", value_parser = time)]
    time: Option<UtcTime>,

    /// Offset of local time from UTC, as +05:00
    #[arg(long, value_name = "OFFSET", value_parser = offset, allow_hyphen_values = true)]
    utc_offset: Option<UtcOffset>,
}

/// Why no report was written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum ReportUseError {
    /// The name does not say what is to be written.
    #[error("{} does not end in {endings}", shown(path))]
    Ending {
        /// The file.
        path: PathBuf,
        /// Those that there are.
        endings: String,
    },
    /// Signature or record of the seal do not hold.
    #[error("the seal does not hold, so there is nothing to fill in")]
    NoSeal,
    /// It has no place there.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// The clock of the machine shows a year that no record can bear.
    #[error("the clock of this machine shows no time that a report can bear")]
    Clock,
    /// The bag is no longer the one that was verified.
    #[error(transparent)]
    Gather(#[from] GatherError),
}

/// Verifies, writes, and says the verdict; the exit code is that of the verdict.
///
/// # Errors
/// A bag or an anchor that cannot be read, a file that cannot be written or is there already.
pub(crate) fn run(command: &Report, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let words = terminal.catalogue();
    check_place(&command.out, &command.bag, &["html", "pdf"])?;
    let anchors = command.anchors.open()?;
    let (store, refused) = open(&command.bag)?;
    let store = store.as_ref();
    let verdict = match &refused {
        None => command.judge(store, &anchors, terminal)?,
        Some(why) => {
            terminal.note(&format!("{}: {}", shown(&command.bag), terminal.words().message(&packed::hint(why).into())));
            verify::refuse_packed(why, &anchors)
        }
    };
    let gathered = Facts::gather(store, &anchors, &verdict);
    let facts = gathered.map_err(|error| CliError::from(ReportUseError::from(error)).at(&command.bag))?;
    let making = command.making()?;
    let page = match command.form {
        None => Page::compose(&facts, &making, &words),
        Some(form) => Page::form(&facts, &making, &words, form)
            .ok_or_else(|| CliError::from(ReportUseError::NoSeal).at(&command.bag))?,
    };
    new_file::create_filled(&command.out, &mut |out| {
        let written = match ending(&command.out).as_str() {
            "pdf" => page.write_pdf(store, out),
            _ => page.write_html(store, out),
        };
        written.map_err(io::Error::other)
    })?;
    say(command, &verdict, &words, terminal)?;
    Ok(match verdict.outcome() {
        Outcome::Confirmed | Outcome::ConfirmedWithRemarks => ExitClass::Success,
        Outcome::Violated => ExitClass::Violated,
        Outcome::Undetermined => ExitClass::Undetermined,
    })
}

/// A file that breaks a rule of the packed form has a verdict, and so a report: of a bag in which nothing could be seen.
fn open(bag: &Path) -> Result<(Box<dyn BagStore>, Option<PackedError>), CliError> {
    match DiskBag::open(bag) {
        Ok(store) => Ok((Box::new(store), None)),
        Err(OpenBagError::Packed(why)) if !matches!(why, PackedError::Beginning) => {
            Ok((Box::new(MemoryStore::default()), Some(why)))
        }
        Err(error) => Err(crate::bag::not_opened(error, bag)),
    }
}

fn say(command: &Report, verdict: &Verdict, words: &Catalogue, terminal: &Terminal) -> Result<(), CliError> {
    let tone = match verdict.outcome() {
        Outcome::Confirmed => Tone::Good,
        Outcome::ConfirmedWithRemarks | Outcome::Undetermined => Tone::Caution,
        Outcome::Violated => Tone::Bad,
    };
    let conclusion = terminal.paint(tone, &words.outcome(verdict.outcome()));
    let written = words.with("report-written", &[("file", &shown(&command.out))]);
    terminal.print(&format!("{conclusion}\n{written}\n"))?;
    Ok(())
}

/// Before the bag is read: the file is of a kind that can be written, and does not lie in the bag.
///
/// # Errors
/// It has none of the endings, or lies in the bag.
pub(super) fn check_place(out: &Path, bag: &Path, endings: &[&str]) -> Result<(), ReportUseError> {
    if !endings.contains(&ending(out).as_str()) {
        return Err(ReportUseError::Ending { path: out.to_owned(), endings: endings.join(" or ") });
    }
    Ok(new_file::check_outside(out, bag)?)
}

/// What stands behind the last point of a name, in small letters.
pub(super) fn ending(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

impl Report {
    fn judge(&self, store: &dyn BagStore, anchors: &Anchors, terminal: &Terminal) -> Result<Verdict, CliError> {
        let source = match self.source.as_slice() {
            [] => None,
            paths => Some(Source::open(paths).map_err(|error| CliError::failed(&error))?),
        };
        let progress = Progress::new(terminal);
        let depth = if self.quick { Depth::Quick } else { Depth::Full };
        let options = Options { anchors, depth, source: source.as_ref(), progress: &progress };
        let verdict = verify::verify(store, &options);
        progress.finish();
        Ok(verdict)
    }

    /// # Errors
    /// The clock of the machine shows a year that no record can bear.
    fn making(&self) -> Result<Making, ReportUseError> {
        let now = || UtcTime::from_unix_seconds(chrono::Utc::now().timestamp());
        let name = self.bag.file_name().map_or(self.bag.as_path(), Path::new);
        Ok(Making {
            time: self.time.or_else(now).ok_or(ReportUseError::Clock)?,
            offset: self.utc_offset,
            number: self.number.clone(),
            asked_by: self.asked_by.clone(),
            run_by: self.run_by.clone(),
            place: self.place.clone(),
            package: name.to_string_lossy().into_owned(),
            program: concat!("sealbag ", env!("CARGO_PKG_VERSION")).to_owned(),
            program_sha256: act::digest_of_this_program().map(|digest| digest.to_hex()),
        })
    }
}

fn time(text: &str) -> Result<UtcTime, String> {
    text.parse().map_err(|_| "a time is written as 2026-11-23T08:00:00Z".to_owned())
}

fn form(name: &str) -> Result<Form, UnknownForm> {
    name.parse()
}

fn offset(text: &str) -> Result<UtcOffset, String> {
    text.parse().map_err(|_| "an offset is written as +05:00".to_owned())
}
