//! `sealbag fork`: the proof that a log was split or rewritten (`docs/spec/receipts.md`, "Fork").

use std::fmt::Display;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use sealbag_custody::log_page::LogPageError;
use sealbag_custody::page::{MAX_PAGE_LEN, PageError};
use sealbag_custody::receipt::{ForkProof, MAX_RECEIPT_LEN, Receipt, ReceiptError};
use sealbag_manifest::store::{Area, BagStore, DiskBag, ObjectKind, OpenError};

use crate::columns::Columns;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::new_file;
use crate::terminal::{Terminal, Tone, harmless, record_text, shown};
use crate::text_file::{self, TextFileError};
use crate::words::Sentence;

/// What can be done about a split log.
#[derive(Subcommand)]
pub(crate) enum Fork {
    /// Say what a fork proof proves
    Check(Check),
    /// Make the proof out of two bags or receipts
    Make(Make),
}

/// The flags of `sealbag fork check`.
#[derive(Args)]
pub(crate) struct Check {
    /// The proof
    proof: PathBuf,
}

/// The flags of `sealbag fork make`.
#[derive(Args)]
pub(crate) struct Make {
    /// A bag or a receipt
    a: PathBuf,

    /// Another copy of the bag, or another receipt
    b: PathBuf,

    /// File to write the proof to; it must not exist
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Why there is no proof.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum ForkError {
    /// A receipt or proof cannot be read.
    #[error(transparent)]
    File(#[from] TextFileError),
    /// What was given as a receipt is none.
    #[error("this is neither a bag nor a receipt")]
    Receipt(#[source] ReceiptError),
    /// A page of a bag cannot be read.
    #[error("{place} {source}")]
    Page {
        /// The file.
        place: String,
        /// Why.
        source: OpenError,
    },
    /// All events that both have are the same.
    #[error("nothing to prove: every event that both have is the same")]
    Same,
    /// They differ, but that proves nothing.
    #[error("event {index} differs, but the two do not prove a fork")]
    NoProof {
        /// The number.
        index: u32,
        /// Why.
        #[source]
        source: ReceiptError,
    },
}

/// Runs `sealbag fork`.
///
/// # Errors
/// A file that cannot be read or written; nothing that could be proved.
pub(crate) fn run(command: &Fork, terminal: &Terminal) -> Result<ExitClass, CliError> {
    match command {
        Fork::Check(check) => examine(check, terminal),
        Fork::Make(make) => compose(make, terminal),
    }
}

fn examine(check: &Check, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let bytes = read(&check.proof, "fork proof")?;
    match ForkProof::read(&bytes) {
        Ok(proof) => {
            terminal.print(&proof_text(&proof, terminal))?;
            Ok(ExitClass::Success)
        }
        Err(error) => {
            let words = terminal.words();
            let why = harmless(&words.sentence(&Sentence::of(&error)));
            terminal.print(&format!("{}\n", words.with("say-fork-proves-nothing", &[("why", &why)])))?;
            Ok(class_of(&error))
        }
    }
}

/// What a proof says, and what it does not.
pub(super) fn proof_text(proof: &ForkProof, terminal: &Terminal) -> String {
    let words = terminal.words();
    let heading = words.with("say-fork-heading", &[("n", &proof.index())]);
    let mut block = Columns::new(terminal.language());
    block.line(words.text("label-bag"), proof.bag().to_string());
    for side in 0..2 {
        let name = record_text(&proof.names()[side]);
        let values: [(&str, &dyn Display); 2] = [("time", &proof.times()[side]), ("name", &name)];
        block.line(words.text("field-event"), proof.hashes()[side].to_string());
        block.line("", words.with("say-fork-side", &values));
        block.line("", words.with("say-fork-key", &[("key", &proof.signers()[side].fingerprint())]));
    }
    let by = if proof.is_by_one_key() { "say-fork-one-key" } else { "say-fork-two-keys" };
    format!(
        "{}\n{}{}\n{}\n",
        terminal.paint(Tone::Bad, &heading),
        block.lines("", 9),
        words.text(by),
        words.text("say-fork-limits")
    )
}

/// 2 where a later version may know more, else 1.
pub(super) fn class_of(error: &ReceiptError) -> ExitClass {
    let page = match error {
        ReceiptError::First(page) | ReceiptError::Second(page) => page,
        _ => return ExitClass::Violated,
    };
    match page {
        LogPageError::UnknownFormat { .. } | LogPageError::UnsupportedType(_) => ExitClass::Undetermined,
        LogPageError::Page(PageError::Signature(error)) if error.is_unsupported() => ExitClass::Undetermined,
        _ => ExitClass::Violated,
    }
}

fn compose(make: &Make, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let (a, b) = (Side::open(&make.a)?, Side::open(&make.b)?);
    for index in 0..=a.last.min(b.last) {
        let (Some(one), Some(other)) = (a.page(index)?, b.page(index)?) else { continue };
        if one == other {
            continue;
        }
        let bytes = ForkProof::compose(&one, &other).map_err(|source| ForkError::NoProof { index, source })?;
        let proof = ForkProof::read(&bytes).map_err(|source| ForkError::NoProof { index, source })?;
        new_file::create(&make.out, &bytes)?;
        terminal.print(&format!("{}{}\n", proof_text(&proof, terminal), shown(&make.out)))?;
        return Ok(ExitClass::Success);
    }
    Err(ForkError::Same.into())
}

/// A bag, or a receipt of one: some pages of a log.
struct Side {
    pages: Pages,
    last: u32,
}

enum Pages {
    Bag(DiskBag),
    Receipt(Box<Receipt>),
}

impl Side {
    fn open(path: &Path) -> Result<Self, CliError> {
        if path.is_dir() || is_archive(path) {
            let store = crate::bag::open(path)?;
            let last = last_event(&store);
            return Ok(Self { pages: Pages::Bag(store), last });
        }
        let bytes = read(path, "receipt")?;
        let receipt = Receipt::read(&bytes).map_err(|error| CliError::from(ForkError::Receipt(error)).at(path))?;
        let last = u32::try_from(receipt.index()).unwrap_or(u32::MAX);
        Ok(Self { pages: Pages::Receipt(Box::new(receipt)), last })
    }

    fn page(&self, index: u32) -> Result<Option<Vec<u8>>, ForkError> {
        match &self.pages {
            Pages::Bag(store) => {
                let place = event_path(index);
                match store.read_whole(&place, MAX_PAGE_LEN as u64) {
                    Ok(bytes) => Ok(Some(bytes)),
                    Err(OpenError::Missing) => Ok(None),
                    Err(source) => Err(ForkError::Page { place, source }),
                }
            }
            Pages::Receipt(receipt) if index == 0 => Ok(receipt.seal_bytes().map(<[u8]>::to_vec)),
            Pages::Receipt(receipt) => Ok((index == self.last).then(|| receipt.head_bytes().to_vec())),
        }
    }
}

/// True for a file that begins as a packed bag does.
fn is_archive(path: &Path) -> bool {
    let mut beginning = [0; 4];
    path.is_file()
        && std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut beginning)).is_ok()
        && sealbag_manifest::packed::is_archive(&beginning)
}

/// The file of an event in a bag.
pub(super) fn event_path(index: u32) -> String {
    format!("custody/{index:06}.txt")
}

/// Highest number of an event file.
fn last_event(store: &dyn BagStore) -> u32 {
    let mut last = 0;
    store.list(Area::Custody, &mut |object| {
        let number = || {
            let name = std::str::from_utf8(object.path).ok()?.strip_prefix("custody/")?.strip_suffix(".txt")?;
            let is_number = name.len() == 6 && name.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| name.parse().ok()).flatten()
        };
        if matches!(object.kind, ObjectKind::File) {
            last = last.max(number().unwrap_or(0));
        }
    });
    last
}

/// A receipt or a proof, as it is.
pub(super) fn read(path: &Path, what: &'static str) -> Result<Vec<u8>, CliError> {
    let read = text_file::read_bytes(path, what, MAX_RECEIPT_LEN as u64);
    read.map_err(|error| CliError::from(ForkError::File(error)).at(path))
}
