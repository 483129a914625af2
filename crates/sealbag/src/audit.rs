//! Auditing many bags: each judged by its log, with or without its files, then all of them against each other
//! (`docs/spec/audit.md`).
//!
//! Finds the bags below directories in the order of their paths, judges them with several workers, and writes one line a
//! bag into a [`Results`] file as it is judged; so an audit that was killed goes on where it stopped. Of each bag only a few
//! hundred bytes are kept in memory: what the checks across bags need. The clock comes in as an argument.

mod across;
mod compare;
mod error;
mod find;
mod fork;
mod judge;
mod line;
mod lineage;
mod receipts;
mod results;
mod totals;
mod unchanged;
mod vouched;

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use sealbag_custody::scalar::UtcTime;
use sealbag_manifest::pipeline::{self, Consumer, Limits, Plain};

use crate::progress::{Phase, Progress};
use crate::verify::rosters::Brought;
use crate::verify::{Anchors, Lanes};
pub use across::{Across, Kind};
pub use error::AuditError;
use find::Found;
pub use find::{Link, check_folder, is_bag, is_packed_name};
use judge::Judge;
use line::Kept;
pub use line::{BagLine, BagOutcome, FindingLine, Transfer};
pub use receipts::{Receipts, UnfitReceipt};
pub use results::{Place, Results};
pub use totals::{Conclusion, Totals};

/// Jobs under way for each worker: enough that nobody waits, few enough that little is held.
const WINDOW: usize = 16;

/// What is looked at in each bag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Depth {
    /// Event 0, the log, and the tag files where they are small; no file of the payload is read.
    #[default]
    Log,
    /// A whole verification.
    Fixity,
}

/// What to audit, and with what.
pub struct Audit<'a> {
    /// Bags, and directories that are searched for bags.
    pub roots: &'a [PathBuf],
    /// From outside the bags.
    pub anchors: &'a Anchors,
    /// Receipts that others kept; each is an anchor of its own bag.
    pub receipts: &'a Receipts,
    /// What is looked at.
    pub depth: Depth,
    /// Number of workers.
    pub jobs: usize,
    /// Where proofs of forks are written.
    pub forks: &'a Path,
    /// The time, for the lines of the results.
    pub clock: &'a (dyn Fn() -> Option<UtcTime> + Sync),
    /// Told of every bag and of bytes.
    pub progress: &'a dyn Progress,
}

/// Told of results as they come.
pub trait Listener {
    /// A bag was judged, now or in the run before; its line, without the LF, in the order of the bags.
    fn bag(&mut self, line: &str) -> std::io::Result<()>;

    /// Something was found between bags.
    fn across(&mut self, found: &Across) -> std::io::Result<()>;
}

/// An audit that came to its end.
pub struct Audited {
    kept: Vec<Kept>,
    /// The sums.
    pub totals: Totals,
}

impl Audited {
    /// The lines of the bags that have something to read, in the order of the bags.
    pub fn notable<'a>(&'a self, results: &'a Results) -> impl Iterator<Item = Result<BagLine, AuditError>> + 'a {
        self.kept.iter().filter(|kept| kept.is_notable).map(|kept| BagLine::parse(&results.line(kept.place)?))
    }
}

/// Audits all bags below the roots.
pub fn run(audit: &Audit<'_>, results: &Results, listener: &mut dyn Listener) -> Result<Audited, AuditError> {
    let brought = Brought::read(audit.anchors);
    let judge = Judge { audit, brought: &brought, large: Mutex::new(()) };
    audit.progress.phase(Phase::Verifying, None, None);
    let stop = AtomicBool::new(false);
    let workers = audit.jobs.max(1);
    let mut gather = Gather {
        results,
        listener,
        kept: Vec::new(),
        totals: Totals::default(),
        partial: Vec::new(),
        links: Vec::new(),
    };
    pipeline::run(
        Limits::plain(workers, workers * WINDOW),
        &stop,
        |jobs| find::each(audit.roots, &mut |found| !stop.load(Ordering::Relaxed) && jobs.send(found)),
        &Plain(|found| look(&judge, results, found, &stop)),
        &mut gather,
    )?;
    let Gather { listener, kept, mut totals, partial, links, .. } = gather;
    results.sync()?;
    let mut tell = |found: &Across| {
        totals.across(found);
        listener.across(found).map_err(AuditError::Output)
    };
    partial.iter().try_for_each(|path| tell(&Across::partial(path)))?;
    links.iter().try_for_each(|link| tell(&Across::link(link)))?;
    across::check(&judge, &kept, &mut tell)?;
    totals.receipts(audit.receipts, &kept);
    Ok(Audited { kept, totals })
}

/// One directory that the search found, looked at.
enum Looked {
    Bag { line: Box<BagLine>, place: Place, is_resumed: bool },
    Partial(PathBuf),
    Link(Link),
    Stopped,
}

fn look(judge: &Judge<'_>, results: &Results, found: Found, stop: &AtomicBool) -> Result<Looked, AuditError> {
    if stop.load(Ordering::Relaxed) {
        return Ok(Looked::Stopped);
    }
    let found = match found {
        Found::Partial(path) => return Ok(Looked::Partial(path)),
        Found::Link(link) => return Ok(Looked::Link(link)),
        bag => bag,
    };
    let looked = match results.known(found.path()).filter(|known| unchanged::is_unchanged(&found, known)) {
        Some(known) => {
            let line = Box::new(BagLine::parse(&results.line(known.place)?)?);
            Looked::Bag { line, place: known.place, is_resumed: true }
        }
        None => {
            let text = judge.judge(&found);
            let place = results.append(&text)?;
            Looked::Bag { line: Box::new(BagLine::parse(&text)?), place, is_resumed: false }
        }
    };
    judge.audit.progress.entry();
    Ok(looked)
}

/// Takes the results in the order of the bags.
struct Gather<'a> {
    results: &'a Results,
    listener: &'a mut dyn Listener,
    kept: Vec<Kept>,
    totals: Totals,
    partial: Vec<PathBuf>,
    links: Vec<Link>,
}

impl Consumer<Result<Looked, AuditError>> for Gather<'_> {
    type Error = AuditError;

    fn in_order(&mut self, looked: Result<Looked, AuditError>) -> Result<(), AuditError> {
        match looked? {
            Looked::Bag { line, place, is_resumed } => {
                self.listener.bag(&self.results.line(place)?).map_err(AuditError::Output)?;
                self.totals.bag(&line);
                if is_resumed {
                    self.totals.judged_before(&line);
                }
                self.kept.push(Kept::of(&line, place)?);
            }
            Looked::Partial(path) => self.partial.push(path),
            Looked::Link(link) => self.links.push(link),
            Looked::Stopped => {}
        }
        Ok(())
    }
}

/// How many files of a bag are read at once.
fn lanes(bytes: u64) -> Lanes {
    /// A bag over this is worth all workers; one such bag at a time.
    const LARGE: u64 = 256 << 20;
    if bytes > LARGE { Lanes::Many } else { Lanes::One }
}
