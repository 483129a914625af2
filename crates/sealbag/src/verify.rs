//! Verifying a bag (`docs/spec/verdict.md`): every check in its order, every finding, one verdict.
//!
//! Trusts nothing in the bag. Each step takes what the step before it has proved, as a type that only that step makes: a
//! `VerifiedSeal` before anything is compared with the record, a `VerifiedList` before any file is.

pub(crate) mod anchor;
pub(crate) mod custody;
mod differing;
pub(crate) mod file_set;
pub(crate) mod files;
pub mod kept;
pub(crate) mod list;
pub mod measured;
pub(crate) mod previous;
mod proofs;
mod recognitions;
pub(crate) mod report;
pub(crate) mod rosters;
pub(crate) mod seal;
#[cfg(feature = "fs")]
mod source;
pub(crate) mod tags;
pub(crate) mod time;

use sealbag_custody::seal_record::{Payload, Reread};
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::packed::PackedError;
use sealbag_manifest::store::BagStore;

use crate::finding::{Code, Finding};
use crate::progress::Progress;
use crate::verdict::{Check, SealShown, Verdict};
pub use anchor::Anchors;
use report::Report;
use rosters::Brought;
use seal::VerifiedSeal;

/// How much of each file is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// SHA-256, BLAKE3 and what else the list has.
    #[default]
    Full,
    /// BLAKE3 alone.
    Quick,
}

/// How to verify.
pub struct Options<'a> {
    /// From outside the bag.
    pub anchors: &'a Anchors,
    /// How much of each file is compared.
    pub depth: Depth,
    /// The data of a detached bag.
    #[cfg(feature = "fs")]
    pub source: Option<&'a sealbag_manifest::source::Source>,
    /// Told of progress.
    pub progress: &'a dyn Progress,
}

impl<'a> Options<'a> {
    /// Without a source for detached data.
    pub fn new(anchors: &'a Anchors, depth: Depth, progress: &'a dyn Progress) -> Self {
        Self {
            anchors,
            depth,
            #[cfg(feature = "fs")]
            source: None,
            progress,
        }
    }
}

/// Verifies a whole bag.
pub fn verify(store: &dyn BagStore, options: &Options<'_>) -> Verdict {
    verify_with(store, options, &Brought::read(options.anchors), Lanes::Many)
}

/// The verdict on a file that cannot be read as a packed bag: nothing in it was judged.
pub fn refuse_packed(error: &PackedError, anchors: &Anchors) -> Verdict {
    let code = if error.is_ordinary_archive() { Code::OrdinaryArchive } else { Code::PackedMalformed };
    let mut report = Report::default();
    report.add(Check::Signature, Finding::new(code, "").found(error.to_string()));
    report.into_verdict(None, None, None, anchors.names())
}

/// Verifies one of many bags; `brought` has the rosters of the anchors.
pub(crate) fn verify_with(store: &dyn BagStore, options: &Options<'_>, brought: &Brought, lanes: Lanes) -> Verdict {
    let opened = open(store, lanes, options.progress);
    conclude(opened, store, options, brought, &|list, report| {
        let Options { depth, progress, .. } = *options;
        let freshness = Freshness::AsCached;
        files::check(&files::Run { store, list, depth, freshness, lanes, progress, measured: None }, report);
    })
}

/// A bag of which everything but its anchors, its data and its log was looked at.
#[derive(Clone)]
struct Opened {
    report: Report,
    seal_hash: Option<Sha256Digest>,
    seal: Option<VerifiedSeal>,
    list: Option<list::VerifiedList>,
}

/// Checks the seal, the tag files and the sealed list.
fn open(store: &dyn BagStore, lanes: Lanes, progress: &dyn Progress) -> Opened {
    let mut report = Report::default();
    let event = seal::read(store, &mut report);
    let seal_hash = event.as_ref().map(|event| event.hash);
    let seal = event.and_then(|event| seal::verify(event, &mut report));
    let list = seal.as_ref().and_then(|seal| check_list(store, seal, lanes, progress, &mut report));
    Opened { report, seal_hash, seal, list }
}

/// Checks the rest, the data in `data/` with `check_files`, and draws the conclusion.
fn conclude(
    opened: Opened,
    store: &dyn BagStore,
    options: &Options<'_>,
    brought: &Brought,
    check_files: &dyn Fn(&list::VerifiedList, &mut Report),
) -> Verdict {
    let Opened { mut report, seal_hash, seal, list } = opened;
    let Some(seal) = seal else {
        return report.into_verdict(seal_hash, None, None, options.anchors.names());
    };
    let anchors = anchor::check(store, &seal, options.anchors, brought, &mut report);
    if seal.record().reread == Reread::Skipped {
        report.add(Check::Record, Finding::new(Code::UnreadCopy, sealbag_manifest::layout::SEAL));
    }
    report.not_seen(store.unseen());
    if let Some(list) = &list {
        check_data(store, &seal, list, options, check_files, &mut report);
    }
    let log = custody::check(store, &seal, &anchors, &mut report);
    previous::check(store, &seal, list.as_ref(), &anchors, log.latest_of_seal, &mut report);
    let shown = SealShown::new(seal.record());
    report.into_verdict(seal_hash, Some(shown), Some(log.shown), options.anchors.names())
}

/// Whether files are read from the medium or from the system's memory of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Freshness {
    /// Whatever the system gives.
    AsCached,
    /// The system is asked to forget first.
    #[cfg(feature = "fs")]
    FromMedium,
}

/// How many files of the bag are read at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lanes {
    /// As many as the machine has processors.
    Many,
    /// One: the other processors have bags of their own.
    #[cfg(feature = "fs")]
    One,
}

/// Everything that the record binds: tag files, list, data.
#[cfg(feature = "fs")]
pub(crate) fn check_contents(
    store: &dyn BagStore,
    seal: &VerifiedSeal,
    options: &Options<'_>,
    freshness: Freshness,
    lanes: Lanes,
    report: &mut Report,
) -> Option<list::VerifiedList> {
    let list = check_list(store, seal, lanes, options.progress, report)?;
    let Options { depth, progress, .. } = *options;
    let check_files = |list: &list::VerifiedList, report: &mut Report| {
        files::check(&files::Run { store, list, depth, freshness, lanes, progress, measured: None }, report);
    };
    check_data(store, seal, &list, options, &check_files, report);
    Some(list)
}

fn check_list(
    store: &dyn BagStore,
    seal: &VerifiedSeal,
    lanes: Lanes,
    progress: &dyn Progress,
    report: &mut Report,
) -> Option<list::VerifiedList> {
    tags::check(store, seal, report);
    list::verify(store, seal, lanes, progress, report)
}

fn check_data(
    store: &dyn BagStore,
    seal: &VerifiedSeal,
    list: &list::VerifiedList,
    options: &Options<'_>,
    check_files: &dyn Fn(&list::VerifiedList, &mut Report),
    report: &mut Report,
) {
    match seal.record().payload {
        Payload::Copy => check_files(list, report),
        Payload::Detached => {
            file_set::check_empty(store, report);
            check_source(store, list, options, report);
        }
    }
}

#[cfg(feature = "fs")]
fn check_source(store: &dyn BagStore, list: &list::VerifiedList, options: &Options<'_>, report: &mut Report) {
    match options.source {
        Some(source) => source::check(store, list, source, options.depth, options.progress, report),
        None => source_not_given(store, list, report),
    }
}

#[cfg(not(feature = "fs"))]
fn check_source(store: &dyn BagStore, list: &list::VerifiedList, _: &Options<'_>, report: &mut Report) {
    source_not_given(store, list, report);
}

fn source_not_given(store: &dyn BagStore, list: &list::VerifiedList, report: &mut Report) {
    // What could not be read when it was sealed is known without the data.
    let read = list.each(store, &mut |entry, _| {
        files::sealed_unreadable(&entry).into_iter().for_each(|remark| report.add(Check::Files, remark));
        true
    });
    if !matches!(read, Ok(true)) {
        report.add(Check::Files, Finding::new(Code::ChangedWhileRead, sealbag_manifest::layout::ENTRIES));
    }
    report.add(Check::Files, Finding::new(Code::SourceNotGiven, ""));
    report.not_run(Check::FileSet, "the data lie outside the bag");
    report.not_run(Check::Files, "the data lie outside the bag");
}
