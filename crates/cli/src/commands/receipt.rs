//! `sealbag receipt`: what the other side keeps of a log, and what it says later (`docs/spec/receipts.md`).

mod compare;

use std::fmt::Display;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use sealbag::log::{self, NoReceipt};
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::receipt::{ForkProof, Receipt as Pages, ReceiptError};
use sealbag_manifest::hash::sha256;

use super::fork;
use crate::act::groups_of_eight;
use crate::columns::Columns;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::new_file::{self, PlaceError};
use crate::terminal::{Terminal, harmless, record_text, shown};
use crate::words::{Sentence, Value, Words};

/// Write the receipt of a bag's log: what the other side keeps
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Receipt {
    /// The bag
    #[arg(required = true)]
    bag: Option<PathBuf>,

    /// File to write it to, `-` for standard output; without it, BAG.receipt-N.txt beside the bag
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,

    #[command(subcommand)]
    command: Option<Action>,
}

/// What else can be done with receipts.
#[derive(Subcommand)]
enum Action {
    /// Say what a receipt holds, and whether it fits another one or a bag
    Check(Check),
}

/// The flags of `sealbag receipt check`.
#[derive(Args)]
struct Check {
    /// The receipt, or a single event that somebody kept
    receipt: PathBuf,

    /// A receipt or event of one's own, to compare it with
    #[arg(long, value_name = "FILE")]
    since: Option<PathBuf>,

    /// The bag, to see whether the receipt fits
    #[arg(long, value_name = "BAG")]
    bag: Option<PathBuf>,
}

/// Why no receipt was written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum ReceiptUseError {
    /// The log does not hold.
    #[error("there is no receipt of this log")]
    Log(#[from] NoReceipt),
    /// It has no place there.
    #[error(transparent)]
    Place(#[from] PlaceError),
}

/// Runs `sealbag receipt`.
///
/// # Errors
/// A bag or file that cannot be read or written; a log that does not hold.
pub(crate) fn run(command: &Receipt, terminal: &Terminal) -> Result<ExitClass, CliError> {
    match (&command.command, &command.bag) {
        (Some(Action::Check(check)), _) => examine(check, terminal),
        (None, bag) => write(bag.as_deref().unwrap_or(Path::new("")), command.out.as_deref(), terminal),
    }
}

fn write(bag: &Path, out: Option<&Path>, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let store = crate::bag::open(bag)?;
    let (bytes, receipt) = log::receipt(&store).map_err(|error| CliError::from(ReceiptUseError::Log(error)).at(bag))?;
    if out == Some(Path::new("-")) {
        terminal.print(&String::from_utf8_lossy(&bytes))?;
        return Ok(ExitClass::Success);
    }
    let path = match out {
        Some(out) => out.to_owned(),
        None => default_path(bag, receipt.index())?,
    };
    new_file::check_outside(&path, bag).map_err(ReceiptUseError::Place)?;
    match new_file::create(&path, &bytes) {
        // The same receipt, written before.
        Err(new_file::NewFileError::Exists { .. }) if std::fs::read(&path).is_ok_and(|found| found == bytes) => {}
        written => written?,
    }
    terminal.print(&format!("{}\n{}", shown(&path), contents(&receipt, terminal.words())))?;
    terminal.note(&terminal.words().text("say-receipt-give"));
    Ok(ExitClass::Success)
}

/// `A1.receipt-4.txt` beside `A1.bag` or `A1.bag.zip`.
fn default_path(bag: &Path, index: u64) -> Result<PathBuf, ReceiptUseError> {
    let folder = |source| PlaceError::Folder { path: bag.to_owned(), source };
    // `.` and the like have no name.
    let bag = if bag.file_name().is_some() { bag.to_owned() } else { std::fs::canonicalize(bag).map_err(folder)? };
    let mut name = bag.file_name().unwrap_or_default().to_owned();
    let stem = name.to_str().and_then(|name| name.strip_suffix(".zip").unwrap_or(name).strip_suffix(".bag"));
    if let Some(stem) = stem {
        name = stem.into();
    }
    name.push(format!(".receipt-{index}.txt"));
    Ok(bag.with_file_name(name))
}

fn examine(check: &Check, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let words = terminal.words();
    let bytes = fork::read(&check.receipt, "receipt")?;
    let receipt = match Pages::read(&bytes) {
        Ok(receipt) => receipt,
        Err(error) => {
            let kind = match ForkProof::read(&bytes) {
                Ok(_) => words.text("say-receipt-is-fork"),
                Err(_) => words.with("say-receipt-bad", &[("why", &said(&error, words))]),
            };
            terminal.print(&format!("{kind}\n"))?;
            return Ok(fork::class_of(&error));
        }
    };
    let what = if receipt.seal().is_some() { "say-receipt-good" } else { "say-receipt-event-good" };
    terminal.print(&format!("{}\n{}", words.text(what), contents(&receipt, words)))?;
    let mut worst = ExitClass::Success;
    if let Some(since) = &check.since {
        let mine = fork::read(since, "receipt")?;
        let (class, text) = match Pages::read(&mine) {
            Ok(mine) => compare::with_receipt(&receipt, &mine, &check.receipt, since, words),
            Err(error) => {
                let values: [(&str, &dyn Display); 2] = [("path", &shown(since)), ("why", &said(&error, words))];
                (fork::class_of(&error), words.with("say-receipt-other-bad", &values))
            }
        };
        terminal.print(&format!("\n{text}\n"))?;
        worst = super::verify::worse(worst, class);
    }
    if let Some(bag) = &check.bag {
        let (class, text) = compare::with_bag(&receipt, &crate::bag::open(bag)?, words);
        terminal.print(&format!("\n{text}\n"))?;
        worst = super::verify::worse(worst, class);
    }
    Ok(worst)
}

/// Why a receipt does not hold.
fn said(error: &ReceiptError, words: &Words) -> String {
    harmless(&words.sentence(&Sentence::of(error)))
}

/// What a receipt says, in plain words.
fn contents(receipt: &Pages, words: &Words) -> String {
    let mut block = Columns::new(words.catalogue().language());
    let mut line = |label: &'static str, value: &str| block.line(words.text(label), value);
    line("label-bag", &receipt.bag().to_string());
    if let Some(record) = receipt.seal().map(|seal| seal.record()) {
        record.statement.exhibit.number.iter().for_each(|number| line("label-exhibit", &record_text(number)));
        record.statement.case.number.iter().for_each(|number| line("label-case", &record_text(number)));
        line("label-sealed", &words.with("time-stated", &[("time", &record.time)]));
        let signer = words.with("signer-stated", &[("name", &record.signer.name.as_str())]);
        let key = record.signer.key.fingerprint();
        line("label-by", &words.with("say-receipt-with-key", &[("who", &signer), ("key", &key)]));
    }
    line("label-seal-hash", &groups_of_eight(&receipt.seal_hash()).join(" "));
    match receipt.head() {
        None => line("say-receipt-reach", &words.text("say-receipt-reaches-seal")),
        Some(head) => {
            let event = head.record();
            line("say-receipt-reach", &words.with("say-receipt-reaches", &[("n", &event.index)]));
            let kind = words.value(&Value::Event(event.kind.name())).replace('_', " ");
            let time = words.with("time-stated", &[("time", &event.time)]);
            line("field-event", &format!("{kind}, {time}"));
            let actor = &event.actor;
            let values: [(&str, &dyn Display); 2] = [("name", &actor.name.as_str()), ("key", &actor.key.fingerprint())];
            line("label-by", &words.with("by-key", &values));
            if let Some(to) = &event.to {
                let name = to.name.as_str();
                let with_key = |key: &PublicKey| {
                    words.with("say-receipt-with-key", &[("who", &name), ("key", &key.fingerprint())])
                };
                line("say-event-to", &to.key.as_ref().map_or_else(|| name.to_owned(), with_key));
            }
            line("say-receipt-hash", &groups_of_eight(&sha256(receipt.head_bytes())).join(" "));
        }
    }
    block.paragraphs(13)
}
