//! Taking files out of a bag: only bytes that were verified a moment ago, under their original names.
//!
//! Everything is made by handles below the target directory, never through a link. A file is written under a temporary
//! name and gets its own when its digests hold. A mark lies in the target until all is made; while it does, the same
//! request goes on.

mod error;
mod existing;
mod hard_links;
mod leftovers;
mod marker;
mod refused;
mod target;
mod work;
mod write;

pub use error::ExtractError;
pub use refused::Refused;

use std::path::Path;

use sealbag_custody::seal_record::Payload;
use sealbag_manifest::entry::Entry;
use sealbag_manifest::path::EvidencePath;
use sealbag_manifest::store::{BagStore, OpenError};

use crate::finding::{Code, Finding, Findings, Severity};
use crate::progress::{Phase, Progress};
use crate::verdict::Check;
use crate::verify::list::VerifiedList;
use crate::verify::report::Report;
use crate::verify::{self, Anchors};
use hard_links::HardLinks;
use target::Target;
use work::Work;

/// Whether a bag that nothing from outside ties to anybody may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unanchored {
    /// No.
    Refuse,
    /// The user knows.
    Accept,
}

/// What may be made besides files, directories, links, pipes and sockets.
#[derive(Clone, Copy, Debug, Default)]
pub struct Allowed {
    /// Device nodes.
    pub devices: bool,
    /// Set-user-ID and set-group-ID bits.
    pub setuid: bool,
}

/// What to take out, and where to.
pub struct Request<'a> {
    /// The bag.
    pub store: &'a dyn BagStore,
    /// From outside the bag.
    pub anchors: &'a Anchors,
    /// What to do without any.
    pub unanchored: Unanchored,
    /// These paths and what is below them; empty for all.
    pub paths: &'a [EvidencePath],
    /// A directory that is empty, does not exist, or holds what the same request made before it was interrupted.
    pub to: &'a Path,
    /// What else may be made.
    pub allowed: Allowed,
    /// Told of progress.
    pub progress: &'a dyn Progress,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Extracted {
    /// Files written, or kept because their bytes hold.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Directories, links and other things made.
    pub others: u64,
    /// What was not written, and why; what was unreadable when it was sealed; what else in the bag does not match.
    pub findings: Findings,
    /// What the target could not take.
    pub refused: Refused,
    /// Device nodes that were left out because nobody asked for them.
    pub devices_left_out: u64,
    /// Files that an interrupted extraction had written; they were read and hashed anew.
    pub kept_files: u64,
    /// The mark in the target, which stays if something could not be made or read: the same request goes on.
    pub unfinished: Option<String>,
}

/// Takes files out.
pub fn extract(request: &Request<'_>) -> Result<Extracted, ExtractError> {
    let mut report = Report::default();
    let not_sound = |report: &Report| ExtractError::NotSound { findings: report.faults() };
    let event = verify::seal::read(request.store, &mut report);
    let Some(seal) = event.and_then(|event| verify::seal::verify(event, &mut report)) else {
        return Err(not_sound(&report));
    };
    if request.anchors.is_empty() && request.unanchored == Unanchored::Refuse {
        return Err(ExtractError::NoAnchor);
    }
    let brought = verify::rosters::Brought::read(request.anchors);
    let mut outside = Report::default();
    let anchored = verify::anchor::check(request.store, &seal, request.anchors, &brought, &mut outside);
    let is_refuted = outside.faults().iter().any(|fault| fault.severity == Severity::Violation);
    if !request.anchors.is_empty() && !outside.holds(Check::Anchor) || is_refuted {
        return Err(not_sound(&outside));
    }
    let mut log = Report::default();
    let replayed = verify::custody::check(request.store, &seal, &anchored, &mut log);
    if seal.record().payload == Payload::Detached {
        return Err(ExtractError::Detached);
    }
    let Some(list) = verify::list::verify(request.store, &seal, verify::Lanes::Many, request.progress, &mut report)
    else {
        return Err(not_sound(&report));
    };
    let mut before = Report::default();
    verify::previous::check(request.store, &seal, Some(&list), &anchored, replayed.latest_of_seal, &mut before);
    // An anchor of the bag before vouches for these data only if they are the same.
    if before.faults().iter().any(|fault| fault.severity == Severity::Violation) {
        return Err(not_sound(&before));
    }
    refuse_unknown_paths(request, &list)?;
    verify::tags::check(request.store, &seal, &mut report);
    let lying_there = verify::file_set::survey(request.store, &mut report);
    verify::file_set::name_added(request.store, &list, lying_there, &mut report);
    request.progress.phase(Phase::Extracting, Some(seal.record().tree.size), Some(seal.record().totals.bytes));
    let (root, marker) = marker::open(request, seal.hash())?;
    let left_by = marker.resumed.then_some(marker.owner);
    if let Some(owner) = left_by {
        let removed = leftovers::remove_from_root(&root, owner);
        removed.map_err(|errno| ExtractError::Target { path: request.to.to_owned(), source: errno.into() })?;
    }
    let mut work = Work {
        request,
        target: Target::below(root, left_by),
        result: Extracted::default(),
        hard_links: HardLinks::default(),
        is_bag_unreadable: false,
    };
    let mut read = list.each(request.store, &mut |entry, _| {
        work.take(&entry);
        request.progress.entry();
        true
    });
    work.target.climb_out();
    if matches!(read, Ok(true)) {
        read = list.each(request.store, &mut |entry, _| {
            work.complete(&entry);
            true
        });
    }
    let is_read = matches!(read, Ok(true));
    let mut result = work.finish(is_read.then_some(marker));
    report.faults().into_iter().for_each(|fault| result.findings.add(fault));
    // Who took it over is no question of the bytes; a log that was tampered with is said all the same.
    let broken = log.faults().into_iter().filter(|fault| fault.severity == Severity::Violation);
    broken.for_each(|fault| result.findings.add(fault));
    match read {
        Ok(true) => Ok(result),
        Ok(false) => Err(ExtractError::ChangedWhileRead),
        Err(error) => Err(ExtractError::List(error)),
    }
}

fn refuse_unknown_paths(request: &Request<'_>, list: &VerifiedList) -> Result<(), ExtractError> {
    let mut unknown: Vec<&EvidencePath> = request.paths.iter().collect();
    if unknown.is_empty() {
        return Ok(());
    }
    let read = list.each(request.store, &mut |entry, _| {
        unknown.retain(|wanted| **wanted != entry.path);
        true
    });
    match read {
        Err(error) => Err(ExtractError::List(error)),
        Ok(false) => Err(ExtractError::ChangedWhileRead),
        Ok(true) if unknown.is_empty() => Ok(()),
        Ok(true) => Err(ExtractError::UnknownPaths { paths: unknown.into_iter().map(EvidencePath::shown).collect() }),
    }
}

/// A file of the bag that cannot be had.
fn absent(entry: &Entry, error: &OpenError) -> Finding {
    let code = match error {
        OpenError::Missing => Code::FileMissing,
        OpenError::Unreadable(_) => Code::FileUnreadable,
        _ => Code::FileNotRegular,
    };
    Finding::new(code, entry.path.shown())
}
