//! Judging one bag of many, and saying it in one line.
mod log_alone;

use std::collections::BTreeSet;
use std::io;
use std::sync::{Mutex, PoisonError};

use sealbag_custody::event::EventType;
use sealbag_custody::log_page::EventPage;
use sealbag_custody::page::MAX_PAGE_LEN;
use sealbag_custody::receipt::Receipt;
use sealbag_custody::seal_record::{Previous, Relation};
use sealbag_manifest::layout::SEAL;
use sealbag_manifest::observer::Observer;
use sealbag_manifest::store::{BagStore, DiskBag, OpenBagError, OpenError};
use serde::Serialize;

use self::log_alone::log_alone;
use super::find::Found;
use super::line::{BAG_FORMAT, BagOutcome, PathMembers, PreviousLine, Transfer, to_json};
use super::unchanged::listing;
use super::vouched::Vouchers;
use super::{Audit, Depth, lanes};
use crate::finding::{Finding, Severity};
use crate::progress::Progress;
use crate::verdict::{Check, CheckResult, CustodyShown, Outcome, SealShown, Status, Verdict};
use crate::verify::anchor;
use crate::verify::custody::{LOG, walk};
use crate::verify::report::Report;
use crate::verify::rosters::Brought;
use crate::verify::seal::{self, VerifiedSeal};
use crate::verify::time;
use crate::verify::{self, Anchors, Lanes, Options};

/// So many findings stand in a line; all are counted.
const LISTED: usize = 200;

/// What every bag is judged with.
pub(super) struct Judge<'a> {
    pub(super) audit: &'a Audit<'a>,
    pub(super) brought: &'a Brought,
    /// Held while a large bag has all workers.
    pub(super) large: Mutex<()>,
}

/// The members of a line, in their order (`docs/spec/audit.md`, "A bag").
#[derive(Serialize)]
struct Line<'a> {
    format: &'static str,
    #[serde(flatten)]
    path: PathMembers,
    outcome: BagOutcome,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    depth: Depth,
    #[serde(skip_serializing_if = "Option::is_none")]
    checked: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    listing: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seal: Option<&'a str>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    shown: Option<&'a SealShown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    custody: Option<&'a CustodyShown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    transfer: Option<Transfer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<PreviousLine>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    answers: Option<Answers<'a>>,
}

#[derive(Serialize)]
struct Answers<'a> {
    checks: &'a [CheckResult],
    findings: &'a [Finding],
    totals: &'a std::collections::BTreeMap<&'static str, u64>,
}

impl Judge<'_> {
    /// Judges what the search found; the line, without its LF.
    pub(super) fn judge(&self, found: &Found) -> String {
        match found {
            Found::Bag(path) => match DiskBag::open(path) {
                Ok(store) => self.bag(found, &store),
                Err(OpenBagError::Io(error)) => self.not_opened(found, error.kind().to_string()),
                Err(error) => self.not_opened(found, why(&error)),
            },
            Found::Closed(_, error) => self.not_opened(found, error.kind().to_string()),
            Found::NoBag(_) | Found::Partial(_) | Found::Link(_) => {
                self.not_opened(found, "there is no bag here".to_owned())
            }
        }
    }

    fn not_opened(&self, found: &Found, why: String) -> String {
        to_json(&Line { why: Some(why), ..self.blank(found, BagOutcome::NotOpened) })
    }

    fn blank(&self, found: &Found, outcome: BagOutcome) -> Line<'_> {
        Line {
            format: BAG_FORMAT,
            path: PathMembers::of(found.path()),
            outcome,
            why: None,
            depth: self.audit.depth,
            checked: (self.audit.clock)().map(|time| time.to_string()),
            listing: None,
            seal: None,
            shown: None,
            custody: None,
            transfer: None,
            previous: None,
            answers: None,
        }
    }

    fn bag(&self, found: &Found, store: &dyn BagStore) -> String {
        let sealed = seal::read_at(store, SEAL).ok().and_then(|event| VerifiedSeal::of(event).ok());
        let anchors = self.anchors_of(store, sealed.as_ref());
        let listing = listing(store).0;
        let (verdict, left_out) = match self.audit.depth {
            Depth::Fixity => (self.whole(store, sealed.as_ref(), &anchors), BTreeSet::new()),
            Depth::Log => log_alone(store, &anchors, self.brought),
        };
        let outcome = outcome(&verdict, &left_out, self.audit.depth);
        let in_transit =
            verdict.custody().and_then(|log| log.end.as_ref()).is_some_and(|end| end.state == "in_transit");
        let transfer = match in_transit.then(|| open_release(store, verdict.custody())).transpose() {
            Ok(transfer) => transfer.flatten(),
            Err(error) => return self.not_opened(found, error.kind().to_string()),
        };
        let previous = sealed.as_ref().and_then(|seal| seal.record().previous.as_ref());
        let all = verdict.findings();
        to_json(&Line {
            listing: Some(listing.to_hex()),
            seal: verdict.seal_hash(),
            shown: verdict.shown(),
            custody: verdict.custody(),
            transfer,
            previous: previous.filter(|_| verdict.shown().is_some()).map(previous_line),
            answers: Some(Answers {
                checks: verdict.checks(),
                findings: &all[..all.len().min(LISTED)],
                totals: verdict.totals(),
            }),
            ..self.blank(found, outcome)
        })
    }

    /// What tells a stranger's receipt of this bag.
    pub(super) fn vouchers<'a>(&'a self, store: &'a dyn BagStore, seal: &'a VerifiedSeal) -> Vouchers<'a> {
        Vouchers { store, seal, given: self.audit.anchors, brought: self.brought }
    }

    /// The anchors of the audit, with the receipts of this bag that are by no stranger.
    fn anchors_of(&self, store: &dyn BagStore, sealed: Option<&VerifiedSeal>) -> Anchors {
        let given = self.audit.anchors;
        let mut anchors = Anchors {
            authorities: given.authorities.clone(),
            // They were read once, and are handed on beside the anchors.
            rosters: Vec::new(),
            recognitions: Vec::new(),
            signers: given.signers.clone(),
            seal_hash: given.seal_hash,
            receipts: given.receipts.clone(),
            tsa: given.tsa.clone(),
            tokens: given.tokens.clone(),
        };
        if let Some(seal) = sealed {
            let known = self.audit.receipts.of_seal(seal.record().bag, seal.hash());
            let vouchers = self.vouchers(store, seal);
            // What is no receipt any more is a finding.
            let counts =
                |bytes: &Vec<u8>| Receipt::read(bytes).map_or(true, |receipt| vouchers.vouch_for_head(&receipt));
            anchors.receipts.extend(known.map(|known| known.bytes()).filter(counts));
        }
        anchors
    }

    fn whole(&self, store: &dyn BagStore, sealed: Option<&VerifiedSeal>, anchors: &Anchors) -> Verdict {
        let progress = BytesOnly(self.audit.progress);
        let options = Options { anchors, depth: verify::Depth::Full, source: None, progress: &progress };
        let lanes = sealed.map_or(Lanes::One, |seal| lanes(seal.record().totals.bytes));
        let _turn = (lanes == Lanes::Many).then(|| self.large.lock().unwrap_or_else(PoisonError::into_inner));
        verify::verify_with(store, &options, self.brought, lanes)
    }

    /// True if somebody from outside, or the log itself, vouches for the key of an event.
    pub(super) fn is_attributed(&self, store: &dyn BagStore, index: u32) -> bool {
        let Some(seal) = seal::read_at(store, SEAL).ok().and_then(|event| VerifiedSeal::of(event).ok()) else {
            return false;
        };
        let anchors = self.anchors_of(store, Some(&seal));
        let mut report = Report::default();
        let resolved = anchor::check(store, &seal, &anchors, self.brought, &mut report);
        if index == 0 {
            // An assumed key vouches for no event 0: anybody can make one.
            return report.holds(Check::Anchor);
        }
        let mut is_attributed = false;
        time::walk_timed(store, &seal, index, &resolved, &mut |at, step, _| {
            if let (true, walk::Step::Judged(_, judgement)) = (at == index, step) {
                is_attributed = judgement.person.is_some();
            }
        });
        is_attributed
    }
}

/// An error with its cause.
fn why(error: &OpenBagError) -> String {
    match error {
        OpenBagError::Packed(cause) => format!("{error}: {cause}"),
        error => error.to_string(),
    }
}

/// A check that did not run is never a pass; one that was not asked for is no obstacle.
fn outcome(verdict: &Verdict, left_out: &BTreeSet<Check>, depth: Depth) -> BagOutcome {
    if depth == Depth::Fixity {
        return match verdict.outcome() {
            Outcome::Confirmed => BagOutcome::Confirmed,
            Outcome::ConfirmedWithRemarks => BagOutcome::ConfirmedWithRemarks,
            Outcome::Violated => BagOutcome::Violated,
            Outcome::Undetermined => BagOutcome::Undetermined,
        };
    }
    let is_asked = |check: Check| check != Check::Time && !left_out.contains(&check);
    let unanswered = verdict.checks().iter().any(|result| result.status == Status::NotRun && is_asked(result.check));
    match verdict.findings().iter().map(|finding| finding.severity).max() {
        Some(Severity::Violation) => BagOutcome::Violated,
        Some(Severity::Undetermined) => BagOutcome::Undetermined,
        _ if unanswered => BagOutcome::Undetermined,
        _ => BagOutcome::LogSound,
    }
}

fn previous_line(previous: &Previous) -> PreviousLine {
    let relation = match previous.relation {
        Relation::Copy => "copy",
        Relation::Redaction => "redaction",
        Relation::Disclosure => "disclosure",
        Relation::Reseal => "reseal",
        Relation::Derived => "derived",
    };
    PreviousLine {
        relation: relation.to_owned(),
        bag: previous.bag.to_string(),
        seal: previous.seal.to_hex(),
        head: previous.head.to_hex(),
    }
}

/// The last release of a log that ends in transit. An event that was read a moment ago and cannot be read now is an error:
/// without it nobody would learn how long the transfer has been open.
fn open_release(store: &dyn BagStore, log: Option<&CustodyShown>) -> io::Result<Option<Transfer>> {
    let events = log.and_then(|log| u32::try_from(log.events).ok()).unwrap_or(0);
    for index in (1..events).rev() {
        let bytes = match store.read_whole(&walk::path(LOG, index), MAX_PAGE_LEN as u64) {
            Ok(bytes) => bytes,
            Err(OpenError::Unreadable(error)) => return Err(error),
            Err(_) => continue,
        };
        let Ok(page) = EventPage::read(&bytes) else { continue };
        let record = page.record();
        let release = record.to.as_ref().filter(|_| matches!(record.kind, EventType::Release | EventType::Export));
        if let Some(to) = release {
            return Ok(Some(Transfer { to: to.name.as_str().to_owned(), since: record.time.to_string() }));
        }
    }
    Ok(None)
}

/// Bags are counted by the audit; only bytes come from inside one.
struct BytesOnly<'a>(&'a dyn Progress);

impl Observer for BytesOnly<'_> {
    fn bytes(&self, count: u64) {
        self.0.bytes(count);
    }

    fn entry(&self) {}
}

impl Progress for BytesOnly<'_> {}
