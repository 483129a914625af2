//! `sealbag extract`: takes files out of a bag, verified byte for byte.

use std::fmt::Display;
use std::path::PathBuf;

use clap::Args;
use sealbag::extract::{self, Allowed, Extracted, Request, Unanchored};
use sealbag::finding::Severity;
use sealbag_manifest::path::{EvidencePath, PathError};
use serde::Serialize;

use crate::anchors::AnchorArgs;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::progress::Progress;
use crate::terminal::{Terminal, finding_text, shown};

/// Take files out of a bag, each verified while it is written
#[derive(Args)]
pub(crate) struct Extract {
    /// The bag
    #[arg(value_name = "BAG")]
    bag: PathBuf,

    /// Original paths to take out, with all that is below them; all if none is named
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Directory to write to; must be empty, not exist, or hold what the same command made before it was interrupted
    #[arg(long, value_name = "DIR")]
    to: PathBuf,

    #[command(flatten)]
    anchors: AnchorArgs,

    /// Take files out although nothing from outside ties the bag to anybody
    #[arg(long)]
    unanchored: bool,

    /// Make device nodes too
    #[arg(long)]
    devices: bool,

    /// Keep set-user-ID and set-group-ID bits
    #[arg(long)]
    setuid: bool,

    /// Print the result as one JSON object
    #[arg(long)]
    json: bool,
}

/// A path that cannot stand in a bag.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {source}")]
pub(crate) struct BagPathError {
    path: String,
    #[source]
    source: PathError,
}

/// A bag is never written to.
#[derive(Debug, thiserror::Error)]
#[error("the target lies inside the bag")]
pub(crate) struct TargetInsideBag;

/// What `--json` prints.
#[derive(Serialize)]
struct Report<'a> {
    format: &'static str,
    files: u64,
    bytes: u64,
    others: u64,
    findings: &'a [sealbag::finding::Finding],
    refused: &'a [(String, String)],
    refused_total: u64,
    devices_left_out: u64,
    kept_files: u64,
    unfinished: Option<&'a str>,
}

/// Extracts.
///
/// # Errors
/// Nothing was written; or the result could not be printed.
pub(crate) fn run(command: &Extract, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let anchors = command.anchors.open()?;
    let store = crate::bag::open(&command.bag)?;
    if sealbag::place::is_inside(&command.to, &command.bag).map_err(|error| CliError::failed(&error).at(&command.to))? {
        return Err(CliError::refused(&TargetInsideBag).at(&command.to));
    }
    let mut paths = Vec::new();
    for path in &command.paths {
        let bytes = path.as_os_str().as_encoded_bytes();
        let bytes = bytes.strip_suffix(b"/").unwrap_or(bytes).to_vec();
        let path = EvidencePath::new(bytes).map_err(|source| BagPathError { path: shown(path), source });
        paths.push(path.map_err(|error| CliError::refused(&error))?);
    }
    let progress = Progress::new(terminal);
    let extracted = extract::extract(&Request {
        store: &store,
        anchors: &anchors,
        unanchored: if command.unanchored { Unanchored::Accept } else { Unanchored::Refuse },
        paths: &paths,
        to: &command.to,
        allowed: Allowed { devices: command.devices, setuid: command.setuid },
        progress: &progress,
    });
    progress.finish();
    let extracted = extracted.map_err(|error| CliError::from(error).at(&command.bag))?;
    print(&extracted, command, terminal)?;
    Ok(class(&extracted))
}

fn print(extracted: &Extracted, command: &Extract, terminal: &Terminal) -> Result<(), CliError> {
    if command.json {
        return Ok(terminal.print_json(&Report {
            format: "sealbag/extracted/v1",
            files: extracted.files,
            bytes: extracted.bytes,
            others: extracted.others,
            findings: extracted.findings.list(),
            refused: extracted.refused.named(),
            refused_total: extracted.refused.total(),
            devices_left_out: extracted.devices_left_out,
            kept_files: extracted.kept_files,
            unfinished: extracted.unfinished.as_deref(),
        })?);
    }
    let words = terminal.words();
    let mut text = String::new();
    let mut line = |key, values: &[(&str, &dyn Display)]| {
        text.push_str(&words.with(key, values));
        text.push('\n');
    };
    let place = shown(&command.to);
    line(
        "say-extracted",
        &[("place", &place), ("files", &extracted.files), ("bytes", &extracted.bytes), ("others", &extracted.others)],
    );
    if extracted.kept_files > 0 {
        line("say-extracted-kept", &[("count", &extracted.kept_files)]);
    }
    if extracted.devices_left_out > 0 {
        line("say-devices-left-out", &[("count", &extracted.devices_left_out)]);
    }
    for finding in extracted.findings.list() {
        let what = finding.found.as_deref().map(|found| words.catalogue().value(finding.code, found));
        let what = what.map(|found| format!(" ({})", finding_text(&found))).unwrap_or_default();
        let key = if finding.severity == Severity::Remark { "say-finding-remark" } else { "say-finding-differs" };
        let what = format!("{}  {}{what}", finding.code.name(), finding_text(&words.catalogue().place(&finding.place)));
        line(key, &[("what", &what)]);
    }
    let refused = &extracted.refused;
    for (path, why) in refused.named() {
        line("say-not-made", &[("path", &finding_text(path)), ("why", &finding_text(&words.reason(why)))]);
    }
    if refused.total() > refused.named().len() as u64 {
        line("say-not-made-in-all", &[("count", &refused.total())]);
    }
    if let Some(mark) = &extracted.unfinished {
        line("say-not-complete", &[("mark", mark)]);
    }
    Ok(terminal.print(&text)?)
}

fn class(extracted: &Extracted) -> ExitClass {
    match extracted.findings.worst() {
        Some(Severity::Violation) => ExitClass::Violated,
        Some(Severity::Undetermined) => ExitClass::Undetermined,
        _ if extracted.refused.total() > 0 => ExitClass::Undetermined,
        _ => ExitClass::Success,
    }
}
