//! Copies and their sources, where both were audited: the source mentions the copy, and has the log that the copy carries.

use std::collections::HashSet;

use sealbag_custody::log_page::EventPage;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::layout::PREVIOUS;
use sealbag_manifest::store::DiskBag;

use super::across::Tell;
use super::compare::{self, LogAt, Split};
use super::fork::{self, Side};
use super::judge::Judge;
use super::line::{Kept, KeptPrevious};
use super::{Across, AuditError, Kind};
use crate::finding::Code;
use crate::verify::custody::LOG;

/// What the log of a source says of its copies.
struct Source<'a> {
    kept: &'a Kept,
    /// The hash of every event.
    events: HashSet<Sha256Digest>,
    /// The seals that its events name as made from it.
    outputs: HashSet<Sha256Digest>,
}

/// Compares every copy with its source. Copies of one source are looked at together, so that each source is read once.
pub(super) fn check(judge: &Judge<'_>, kept: &[Kept], tell: &mut Tell<'_>) -> Result<(), AuditError> {
    let mut sources: Vec<_> =
        kept.iter().enumerate().filter_map(|(at, kept)| kept.log.map(|log| ((log.bag, log.seal), at))).collect();
    sources.sort_unstable();
    let mut copies: Vec<_> = kept
        .iter()
        .enumerate()
        .filter_map(|(at, kept)| kept.previous.as_ref().map(|previous| ((previous.bag, previous.seal), at)))
        .collect();
    copies.sort_unstable();
    let mut groups: Vec<_> = copies.chunk_by(|a, b| a.0 == b.0).collect();
    groups.sort_unstable_by_key(|group| group[0].1);
    for group in groups {
        let wanted = group[0].0;
        let start = sources.partition_point(|(known, _)| *known < wanted);
        let places = sources[start..].iter().take_while(|(known, _)| *known == wanted);
        let read: Vec<Source<'_>> = places.filter_map(|(_, at)| Source::read(&kept[*at])).collect();
        if read.is_empty() {
            continue;
        }
        for (_, at) in group {
            if let Some(previous) = &kept[*at].previous {
                one(judge, &kept[*at], previous, &read, tell)?;
            }
        }
    }
    Ok(())
}

fn one(
    judge: &Judge<'_>,
    copy: &Kept,
    previous: &KeptPrevious,
    sources: &[Source<'_>],
    tell: &mut Tell<'_>,
) -> Result<(), AuditError> {
    let Some(log) = copy.log else { return Ok(()) };
    let about = |kind, code| Across::new(kind).code(code).bag(log.bag).at([copy.path(), sources[0].kept.path()]);
    if !sources.iter().any(|source| source.events.contains(&previous.head)) {
        let mut across = about(Kind::Disagrees, Code::PreviousDisagrees);
        explain(judge, copy, previous, sources[0].kept, &mut across);
        tell(&across)?;
    }
    if !sources.iter().any(|source| source.outputs.contains(&log.seal)) {
        tell(&about(Kind::NotRecorded, Code::PreviousNotRecorded))?;
    }
    Ok(())
}

/// Where the log that a copy carries parts from that of its source.
fn explain(judge: &Judge<'_>, copy: &Kept, previous: &KeptPrevious, source: &Kept, across: &mut Across) {
    let (Ok(copy_store), Ok(source_store)) = (DiskBag::open(copy.path()), DiskBag::open(source.path())) else {
        return;
    };
    let prefix = format!("{PREVIOUS}/");
    let carried = LogAt { store: &copy_store, prefix: &prefix };
    let own = LogAt { store: &source_store, prefix: LOG };
    let events = source.log.map_or(0, |log| log.events);
    match compare::split(&carried, &own, events) {
        Some(Split { index, pages }) => {
            across.index = Some(index);
            across.events = pages.iter().map(|page| sha256(page).to_hex()).collect();
            let sides = [(copy, &pages[0]), (source, &pages[1])].map(|(kept, page)| Side {
                place: kept.path(),
                page,
                is_attributed: false,
            });
            fork::prove(judge.audit.forks, previous.bag, index, &sides, across);
        }
        None if carried.event(events).is_some() => {
            across.index = Some(events);
            across.why = Some("the log of the source ends before the one that the copy carries".to_owned());
        }
        None => across.why = Some("the event that the copy names is not in the log of the source".to_owned()),
    }
}

impl<'a> Source<'a> {
    fn read(kept: &'a Kept) -> Option<Self> {
        let store = DiskBag::open(kept.path()).ok()?;
        let log = LogAt { store: &store, prefix: LOG };
        let mut source = Self { kept, events: HashSet::new(), outputs: HashSet::new() };
        for index in 0..kept.log?.events {
            let Some(bytes) = log.event(index) else { continue };
            source.events.insert(sha256(&bytes));
            if index > 0
                && let Ok(page) = EventPage::read(&bytes)
            {
                source.outputs.extend(page.record().output.iter().filter_map(|output| output.seal));
            }
        }
        Some(source)
    }
}
