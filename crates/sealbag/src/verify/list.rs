//! The sealed list: read once, and everything that is a function of it compared with what lies in the bag.

mod chunks;
mod comparison;

use std::io::BufReader;

use sealbag_custody::seal_record::{Payload, SealRecord, Totals};
use sealbag_manifest::chunks::value_count;
use sealbag_manifest::entry::{Entry, EntryError, Kind};
use sealbag_manifest::layout::{BAG_INFO, BagInfo, ENTRIES, MANIFEST, push_manifest_line};
use sealbag_manifest::list::{Fault, Line, ListReader};
use sealbag_manifest::path::shown;
use sealbag_manifest::store::{BagStore, OpenError, Stream};
use sealbag_manifest::tree::{LeafHash, TreeBuilder};

use self::chunks::Chunks;
use self::comparison::Comparison;
use super::Lanes;
use super::report::Report;
use super::seal::VerifiedSeal;
use super::tags::unreadable;
use crate::finding::{Code, Finding};
use crate::progress::{Phase, Progress};
use crate::verdict::Check;

/// A list whose root was sealed. Reading it again must give the same root.
#[derive(Clone)]
pub(crate) struct VerifiedList {
    size: u64,
    root: sealbag_manifest::digest::Sha256Digest,
    chunks_hold: bool,
    /// On how many processors it is read again.
    lanes: Lanes,
}

/// What the chunk values of one file are compared with.
pub(crate) struct ChunkPlace {
    /// Number of values before the file's own.
    pub(crate) first: u64,
    /// Number of the file's values.
    pub(crate) count: u64,
}

impl VerifiedList {
    /// True if the chunk values can be used to say where a file differs.
    pub(crate) fn chunks_hold(&self) -> bool {
        self.chunks_hold
    }

    /// Reads the list again. `Ok(false)` if it is not the same any more.
    pub(crate) fn each(
        &self,
        store: &dyn BagStore,
        visit: &mut dyn FnMut(Box<Entry>, ChunkPlace) -> bool,
    ) -> Result<bool, OpenError> {
        let mut tree = TreeBuilder::new();
        let mut first = 0;
        let (mut is_sound, mut is_enough) = (true, false);
        each_line(store, self.lanes, &mut |_, line, leaf| {
            tree.push(leaf);
            let Line::Entry(entry) = line else {
                is_sound = false;
                return false;
            };
            let count = value_count(entry.content.as_ref().map_or(0, |content| content.size));
            is_enough = !visit(entry, ChunkPlace { first, count });
            first += count;
            !is_enough
        })?;
        Ok(is_enough || (is_sound && tree.size() == self.size && tree.root() == self.root))
    }

    /// Reads the leaf hashes again, in order.
    pub(crate) fn each_leaf(&self, store: &dyn BagStore, visit: &mut dyn FnMut(LeafHash)) -> Result<bool, OpenError> {
        let mut tree = TreeBuilder::new();
        each_line(store, self.lanes, &mut |_, _, leaf| {
            tree.push(leaf);
            visit(leaf);
            true
        })?;
        Ok(tree.size() == self.size && tree.root() == self.root)
    }

    /// Number of lines.
    pub(crate) fn size(&self) -> u64 {
        self.size
    }
}

fn open(store: &dyn BagStore) -> Result<BufReader<Stream>, OpenError> {
    Ok(BufReader::with_capacity(1 << 18, Stream::new(store.open(ENTRIES)?)))
}

/// Visits every line with its number and its leaf hash, until it is enough.
fn each_line(
    store: &dyn BagStore,
    lanes: Lanes,
    visit: &mut dyn FnMut(u64, Line, LeafHash) -> bool,
) -> Result<(), OpenError> {
    let file = open(store)?;
    match lanes {
        #[cfg(feature = "fs")]
        Lanes::Many => _ = sealbag_manifest::list::read_on_all_processors(file, visit)?,
        _ => {
            let mut reader = ListReader::new(file);
            while let Some((line, leaf)) = reader.read()? {
                if !visit(reader.number(), line, leaf) {
                    break;
                }
            }
        }
    }
    Ok(())
}

/// Checks grammar, order and root of the list, chunk values, manifest and `bag-info.txt`.
pub(crate) fn verify(
    store: &dyn BagStore,
    seal: &VerifiedSeal,
    lanes: Lanes,
    progress: &dyn Progress,
    report: &mut Report,
) -> Option<VerifiedList> {
    let record = seal.record();
    progress.phase(Phase::Verifying, Some(record.tree.size), Some(record.totals.bytes));
    let mut tree = TreeBuilder::new();
    let mut totals = Totals::default();
    let mut manifest = Comparison::open(store, MANIFEST);
    let mut chunks = Chunks::open(store);
    let read = each_line(store, lanes, &mut |number, line, leaf| {
        tree.push(leaf);
        match line {
            Line::Fault(fault) => {
                let finding = Finding::new(code_of(&fault), format!("{ENTRIES} line {number}"));
                report.add(Check::Entries, finding.found(shown(fault.to_string().as_bytes())));
            }
            Line::Entry(entry) => {
                count(&entry, &mut totals);
                if let (Some(content), Some(stored)) = (&entry.content, entry.stored_path()) {
                    if record.payload == Payload::Copy {
                        manifest.expect(&|out| push_manifest_line(&content.digests.sha256, stored, out));
                    }
                    chunks.check(&entry, content);
                }
            }
        }
        true
    });
    if let Err(error) = read {
        let finding = match error {
            OpenError::Missing => Finding::new(Code::EntriesMissing, ENTRIES),
            error => unreadable(ENTRIES, error),
        };
        report.add(Check::Entries, finding);
        return None;
    }
    report.ran(Check::Entries);
    if !report.holds(Check::Entries) {
        return None;
    }
    check_root(record, &tree, &totals, report);
    if !report.holds(Check::Tree) {
        return None;
    }
    chunks.finish(report);
    check_bagit(store, record, &totals, manifest, report);
    let chunks_hold = report.holds(Check::Chunks);
    Some(VerifiedList { size: tree.size(), root: tree.root(), chunks_hold, lanes })
}

fn code_of(fault: &Fault) -> Code {
    match fault {
        Fault::Order => Code::EntryOrder,
        Fault::ParentMissing => Code::EntryParentMissing,
        Fault::Malformed(EntryError::Path(_) | EntryError::Stored(_)) => Code::EntryName,
        _ => Code::EntryMalformed,
    }
}

/// Adds one entry to the totals.
pub(crate) fn count(entry: &Entry, totals: &mut Totals) {
    match entry.kind {
        Kind::File => {
            totals.files += 1;
            totals.bytes = totals.bytes.saturating_add(entry.content.as_ref().map_or(0, |content| content.size));
        }
        Kind::Dir => totals.directories += 1,
        Kind::Symlink => totals.symlinks += 1,
        _ => totals.specials += 1,
    }
}

fn check_root(record: &SealRecord, tree: &TreeBuilder, totals: &Totals, report: &mut Report) {
    if tree.size() != record.tree.size {
        let finding = Finding::new(Code::TreeSize, ENTRIES);
        let (sealed, found) = (format!("{} lines", record.tree.size), format!("{} lines", tree.size()));
        report.add(Check::Tree, finding.expected(sealed).found(found));
    } else if tree.root() != record.tree.root {
        let finding = Finding::new(Code::TreeRoot, ENTRIES);
        report.add(Check::Tree, finding.expected(record.tree.root.to_hex()).found(tree.root().to_hex()));
    } else if *totals != record.totals {
        report.add(Check::Tree, Finding::new(Code::Totals, ENTRIES));
    }
    report.ran(Check::Tree);
}

/// What `bag-info.txt` must be for a record.
pub(crate) fn bag_info(record: &SealRecord, totals: &Totals) -> String {
    let statement = &record.statement;
    let time = record.time.to_string();
    let is_copy = record.payload == Payload::Copy;
    BagInfo {
        case: statement.case.number.as_deref(),
        exhibit: statement.exhibit.number.as_deref().unwrap_or_default(),
        description: statement.exhibit.description.as_deref(),
        date: time.split('T').next().unwrap_or_default(),
        bytes: if is_copy { totals.bytes } else { 0 },
        files: if is_copy { totals.files } else { 0 },
    }
    .to_text()
}

fn check_bagit(store: &dyn BagStore, record: &SealRecord, totals: &Totals, manifest: Comparison, report: &mut Report) {
    manifest.finish(Code::Manifest, report);
    let mut info = Comparison::open(store, BAG_INFO);
    for line in bag_info(record, totals).split_inclusive('\n') {
        info.expect(&|out| out.extend_from_slice(line.as_bytes()));
    }
    info.finish(Code::BagInfo, report);
    report.ran(Check::Manifest);
}
