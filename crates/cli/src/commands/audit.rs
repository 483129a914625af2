//! `sealbag audit`: judges many bags, by their logs or with their files, and compares them with each other.

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use sealbag::audit::{self, Across, Audit as Job, AuditError, Audited, Conclusion, Depth, Listener, Receipts, Results};
use sealbag::verify::Anchors;
use sealbag_custody::scalar::UtcTime;
use serde::Serialize;

use crate::anchors::AnchorArgs;
use crate::audit_text::{self, Found};
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::progress::Progress;
use crate::terminal::Terminal;

/// Name and version of who judges.
const PROGRAM: &str = concat!("sealbag ", env!("CARGO_PKG_VERSION"));

/// Check many bags at once: their logs, and with --fixity their files
#[derive(Args)]
pub(crate) struct Audit {
    /// Bags, and directories that are searched for bags
    #[arg(value_name = "BAG|DIR", required = true)]
    roots: Vec<PathBuf>,

    #[command(flatten)]
    anchors: AnchorArgs,

    /// Read and compare every file of every bag
    #[arg(long)]
    fixity: bool,

    /// What others kept of the logs: a receipt, a single event, a copy of a bag, or a directory of them
    #[arg(long, value_name = "FILE|DIR")]
    since: Option<PathBuf>,

    /// File of results: made, or gone on with after an interruption
    #[arg(long, value_name = "RESULTS")]
    resume: Option<PathBuf>,

    /// Where proofs of forks are written; without it, beside the results or here
    #[arg(long, value_name = "DIR")]
    forks: Option<PathBuf>,

    /// Bags judged at the same time; without it, one a processor
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,

    /// The time to count the age of open transfers from, as 2026-11-23T08:00:00Z
    #[arg(long, value_name = "TIME", value_parser = time)]
    now: Option<UtcTime>,

    /// Print one JSON object a bag, then one a finding between bags, then the totals
    #[arg(long)]
    json: bool,
}

/// Why an audit was refused before it began.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum AuditUsageError {
    /// These fit one bag only.
    #[error("{option} is of one bag; an audit of many cannot use it")]
    OfOneBag {
        /// The option.
        option: &'static str,
    },
}

/// The last line of `--json`.
#[derive(Serialize)]
struct TotalsLine<'a> {
    format: &'static str,
    #[serde(flatten)]
    totals: &'a audit::Totals,
}

/// Audits all bags; the worst result is the exit code.
///
/// # Errors
/// An anchor or a receipt that cannot be read, results that belong to another audit, a result that cannot be written.
pub(crate) fn run(command: &Audit, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let anchors = command.anchors.open()?;
    command.refuse_anchors_of_one_bag(&anchors)?;
    let receipts = match &command.since {
        Some(place) => Receipts::read(place).map_err(|error| CliError::from(error).at(place))?,
        None => Receipts::default(),
    };
    let forks = command.forks();
    if let Some(named) = &command.forks {
        audit::check_folder(named)?;
        std::fs::create_dir_all(named).map_err(|error| CliError::failed(&error).at(named))?;
    }
    let progress = Progress::new(terminal);
    let job = Job {
        roots: &command.roots,
        anchors: &anchors,
        receipts: &receipts,
        depth: if command.fixity { Depth::Fixity } else { Depth::Log },
        jobs: command.jobs.map_or_else(processors, usize::from),
        forks: &forks,
        clock: &|| UtcTime::from_unix_seconds(chrono::Utc::now().timestamp()),
        progress: &progress,
    };
    let results = match &command.resume {
        Some(path) => Results::resume(path, &job, PROGRAM).map_err(|error| CliError::from(error).at(path))?,
        None => Results::temporary(&std::env::temp_dir(), &job, PROGRAM)?,
    };
    let mut teller = Teller { terminal, json: command.json, found: Found::new(terminal.words()) };
    let audited = audit::run(&job, &results, &mut teller);
    progress.finish();
    let audited = audited.map_err(|error| match &command.resume {
        Some(path) if !matches!(error, AuditError::Output(_)) => CliError::from(error).at(path),
        _ => CliError::from(error),
    })?;
    if audited.totals.judged_before > 0 {
        let values: [(&str, &dyn std::fmt::Display); 2] =
            [("n", &audited.totals.judged_before), ("all", &audited.totals.bags)];
        terminal.note(&terminal.words().with("say-audit-some-judged-before", &values));
    }
    if command.json {
        terminal.print_json(&TotalsLine { format: "sealbag/audit-totals/v1", totals: &audited.totals })?;
    } else {
        command.print(&audited, &results, &teller.found, terminal)?;
    }
    Ok(match audited.totals.conclusion() {
        Conclusion::Sound => ExitClass::Success,
        Conclusion::Violated => ExitClass::Violated,
        Conclusion::Undetermined => ExitClass::Undetermined,
    })
}

impl Audit {
    /// A seal hash, a receipt or a kept token given by itself would be compared with every bag, and fit at most one.
    fn refuse_anchors_of_one_bag(&self, anchors: &Anchors) -> Result<(), CliError> {
        let is_one_bag = matches!(self.roots.as_slice(), [only] if audit::is_bag(only));
        let given = [
            ("--seal-hash", anchors.seal_hash.is_some()),
            ("--receipt", !anchors.receipts.is_empty()),
            ("--kept-token", !anchors.tokens.is_empty()),
        ];
        match given.into_iter().find(|(_, is_given)| *is_given && !is_one_bag) {
            Some((option, _)) => Err(AuditUsageError::OfOneBag { option }.into()),
            None => Ok(()),
        }
    }

    fn forks(&self) -> PathBuf {
        let beside = || match self.resume.as_deref().and_then(Path::parent) {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
            _ => PathBuf::from("."),
        };
        self.forks.clone().unwrap_or_else(beside)
    }

    fn print(
        &self,
        audited: &Audited,
        results: &Results,
        found: &Found<'_>,
        terminal: &Terminal,
    ) -> Result<(), CliError> {
        terminal.print(&audit_text::totals(&audited.totals, self.fixity, terminal))?;
        terminal.print(&audit_text::across(found, terminal))?;
        for line in audited.notable(results) {
            terminal.print(&audit_text::bag(&line?, self.now, terminal))?;
        }
        Ok(terminal.print(&audit_text::limits(self.fixity, terminal.words()))?)
    }
}

/// Streams JSON; keeps what is printed as text after the totals.
struct Teller<'a> {
    terminal: &'a Terminal,
    json: bool,
    found: Found<'a>,
}

impl Listener for Teller<'_> {
    fn bag(&mut self, line: &str) -> io::Result<()> {
        if self.json { self.print(line) } else { Ok(()) }
    }

    fn across(&mut self, across: &Across) -> io::Result<()> {
        if self.json {
            return self.print(&across.to_json());
        }
        self.found.add(across);
        Ok(())
    }
}

impl Teller<'_> {
    fn print(&self, line: &str) -> io::Result<()> {
        self.terminal.print(&format!("{line}\n")).map_err(io::Error::other)
    }
}

fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn time(text: &str) -> Result<UtcTime, String> {
    text.parse().map_err(|error: sealbag_custody::scalar::ScalarError| error.to_string())
}
