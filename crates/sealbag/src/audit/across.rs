//! What is found between bags: copies, splits, sources that disagree, receipts without their bag (`docs/spec/audit.md`,
//! "Between bags").

use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use sealbag_custody::receipt::Receipt;
use sealbag_custody::scalar::BagId;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::layout::SEAL;
use sealbag_manifest::path::shown;
use sealbag_manifest::store::{BagStore, DiskBag};
use serde::Serialize;

use super::compare::{self, LogAt, Relation, Split};
use super::fork::{self, Side};
use super::judge::Judge;
use super::line::{Kept, KeptLog};
use super::receipts::Known;
use super::{AuditError, Link, lineage};
use crate::finding::{Code, Severity};
use crate::verify::custody::LOG;
use crate::verify::kept::{self, FirstDiffering, Misfit};
use crate::verify::seal::{self, VerifiedSeal};

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Two events with one number, both attributed.
    Fork,
    /// The same, but nobody vouches for one of them.
    SideBranch,
    /// A bag lies at two places with the same log.
    SecondCopy,
    /// A bag lies at two places, and one log goes on where the other ends.
    OlderCopy,
    /// The source of a copy does not mention it.
    NotRecorded,
    /// The source of a copy has another log than the copy carries.
    Disagrees,
    /// A receipt of a bag that was not audited.
    ReceiptWithoutBag,
    /// A file that was given as a receipt and is none.
    ReceiptUnfit,
    /// None of the files given as receipts is one.
    NoReceipt,
    /// A bag that was not finished.
    Partial,
    /// A link, which was not followed.
    Link,
}

/// One finding between bags.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Across {
    format: &'static str,
    /// What was found.
    pub kind: Kind,
    /// The finding's code, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<Code>,
    /// How much it weighs; absent if it is no more than a note.
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<Severity>,
    /// The bag's identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bag: Option<String>,
    /// The number of the event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub index: Option<u32>,
    /// The first event that is known to differ; all before it are the same only where `why` does not say otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<u64>,
    /// Bags or receipts, safe to show.
    pub places: Vec<String>,
    /// The head of each log.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub heads: Vec<String>,
    /// The hash of each of the two events.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<String>,
    /// Fingerprints of the keys that signed them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub signers: Vec<String>,
    /// True if one key signed both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub one_key: Option<bool>,
    /// The file with the proof, safe to show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proof: Option<String>,
    /// More words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

impl Across {
    pub(super) fn new(kind: Kind) -> Self {
        let severity = match kind {
            Kind::Fork | Kind::Disagrees => Some(Severity::Violation),
            Kind::ReceiptUnfit | Kind::NoReceipt => Some(Severity::Undetermined),
            Kind::SideBranch | Kind::OlderCopy | Kind::NotRecorded | Kind::ReceiptWithoutBag => Some(Severity::Remark),
            Kind::SecondCopy | Kind::Partial | Kind::Link => None,
        };
        Self {
            format: "sealbag/audit-across/v1",
            kind,
            code: None,
            severity,
            bag: None,
            index: None,
            first: None,
            places: Vec::new(),
            heads: Vec::new(),
            events: Vec::new(),
            signers: Vec::new(),
            one_key: None,
            proof: None,
            why: None,
        }
    }

    pub(super) fn code(mut self, code: Code) -> Self {
        self.code = Some(code);
        self
    }

    pub(super) fn bag(mut self, bag: BagId) -> Self {
        self.bag = Some(bag.to_string());
        self
    }

    pub(super) fn at<'a>(mut self, places: impl IntoIterator<Item = &'a Path>) -> Self {
        self.places = places.into_iter().map(|place| shown(place.as_os_str().as_bytes())).collect();
        self
    }

    fn heads(mut self, logs: [KeptLog; 2]) -> Self {
        self.heads = logs.iter().map(|log| log.head.map(|head| head.to_hex()).unwrap_or_default()).collect();
        self
    }

    pub(super) fn partial(path: &Path) -> Self {
        Self::new(Kind::Partial).at([path])
    }

    pub(super) fn link(link: &Link) -> Self {
        let mut across = Self::new(Kind::Link).at([link.path.as_path()]);
        if link.may_be_bag {
            across.severity = Some(Severity::Undetermined);
            across.why = Some("a bag may lie behind it".to_owned());
        }
        across
    }

    /// How much it weighs; none if it is no more than a note.
    pub fn severity(&self) -> Option<Severity> {
        self.severity
    }

    /// One line of JSON, safe to show.
    pub fn to_json(&self) -> String {
        super::line::to_json(self)
    }
}

/// Who is told.
pub(super) type Tell<'a> = dyn FnMut(&Across) -> Result<(), AuditError> + 'a;

/// Every check between bags.
pub(super) fn check(judge: &Judge<'_>, kept: &[Kept], tell: &mut Tell<'_>) -> Result<(), AuditError> {
    let mut by_bag: Vec<(BagId, usize)> =
        kept.iter().enumerate().filter_map(|(at, kept)| Some((kept.log?.bag, at))).collect();
    by_bag.sort_unstable();
    let mut groups: Vec<&[(BagId, usize)]> =
        by_bag.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1).collect();
    groups.sort_unstable_by_key(|group| group[0].1);
    for group in groups {
        let members: Vec<(&Kept, KeptLog)> =
            group.iter().filter_map(|(_, at)| Some((&kept[*at], kept[*at].log?))).collect();
        places_of_one_bag(judge, &members, tell)?;
    }
    for (kept, log) in kept.iter().filter_map(|kept| Some((kept, kept.log?))) {
        against_receipts(judge, kept, log, tell)?;
    }
    lineage::check(judge, kept, tell)?;
    let is_audited = |bag: BagId, seal| {
        let start = by_bag.partition_point(|(other, _)| *other < bag);
        let places = by_bag[start..].iter().take_while(|(other, _)| *other == bag);
        places.filter_map(|(_, at)| kept[*at].log).any(|log| log.seal == seal)
    };
    let receipts = judge.audit.receipts;
    for (bag, known) in receipts.all().filter(|(bag, known)| !is_audited(*bag, known.seal)) {
        let mut across = Across::new(Kind::ReceiptWithoutBag).bag(bag).at([known.path.as_path()]);
        across.index = u32::try_from(known.index).ok();
        tell(&across)?;
    }
    if let (Some(place), 0) = (receipts.place(), receipts.count()) {
        tell(&Across::new(Kind::NoReceipt).at([place]))?;
    }
    for unfit in receipts.unfit() {
        let mut across = Across::new(Kind::ReceiptUnfit).code(Code::ReceiptMalformed).at([unfit.path.as_path()]);
        across.why = Some(unfit.why.clone());
        tell(&across)?;
    }
    Ok(())
}

/// One bag at several places: each place goes with a branch of its log, or begins a new one.
fn places_of_one_bag(judge: &Judge<'_>, members: &[(&Kept, KeptLog)], tell: &mut Tell<'_>) -> Result<(), AuditError> {
    // Of each branch the longest log that was met.
    let mut branches: Vec<(&Kept, KeptLog)> = Vec::new();
    'places: for place in members {
        let mut split = None;
        for branch in &mut branches {
            let pair = [*branch, *place];
            let [first, second] = pair.map(|(kept, _)| kept.path());
            match compare::logs(pair[0], pair[1]) {
                Some(Relation::Same) => {
                    tell(&Across::new(Kind::SecondCopy).bag(place.1.bag).at([first, second]))?;
                    continue 'places;
                }
                Some(Relation::FirstGoesOn) => {
                    tell(&older(pair))?;
                    continue 'places;
                }
                Some(Relation::SecondGoesOn) => {
                    tell(&older([pair[1], pair[0]]))?;
                    *branch = *place;
                    continue 'places;
                }
                Some(Relation::Split(found)) => _ = split.get_or_insert((pair, found)),
                None => {}
            }
        }
        if let Some((pair, Split { index, pages })) = split {
            let [first, second] = pair.map(|(kept, _)| kept.path());
            let sides = [
                Side { place: first, page: &pages[0], is_attributed: is_attributed(judge, first, index) },
                Side { place: second, page: &pages[1], is_attributed: is_attributed(judge, second, index) },
            ];
            let mut found = fork::found(judge.audit.forks, place.1.bag, index, sides);
            found.first = Some(u64::from(index));
            tell(&found.heads(pair.map(|(_, log)| log)))?;
        }
        branches.push(*place);
    }
    Ok(())
}

/// The first goes on where the second ends.
fn older(pair: [(&Kept, KeptLog); 2]) -> Across {
    let [longer, shorter] = pair.map(|(kept, _)| kept.path());
    Across::new(Kind::OlderCopy).bag(pair[0].1.bag).at([longer, shorter]).heads(pair.map(|(_, log)| log))
}

fn is_attributed(judge: &Judge<'_>, bag: &Path, index: u32) -> bool {
    DiskBag::open(bag).is_ok_and(|store| judge.is_attributed(&store, index))
}

/// A receipt that has another event than the log, or another seal for the bag, is half of a proof; a bag that was kept is all
/// of it.
fn against_receipts(judge: &Judge<'_>, kept: &Kept, log: KeptLog, tell: &mut Tell<'_>) -> Result<(), AuditError> {
    let receipts = judge.audit.receipts.of_bag(log.bag);
    if receipts.is_empty() {
        return Ok(());
    }
    let Ok(store) = DiskBag::open(kept.path()) else { return Ok(()) };
    let Some(seal) = seal::read_at(&store, SEAL).ok().and_then(|event| VerifiedSeal::of(event).ok()) else {
        return Ok(());
    };
    let vouchers = judge.vouchers(&store, &seal);
    for known in receipts {
        let Ok(receipt) = Receipt::read(&known.bytes()) else { continue };
        let has_other_seal = known.seal != log.seal;
        let is_vouched =
            if has_other_seal { vouchers.vouch_for_seal(&receipt) } else { vouchers.vouch_for_head(&receipt) };
        if has_other_seal {
            let page = receipt.seal_bytes();
            tell(&other_seal(judge, Sided { bag: kept.path(), log, store: &store }, known, page, is_vouched))?;
            continue;
        }
        if !log.has_mismatch && is_vouched && !known.is_bag {
            continue;
        }
        let Ok(index) = u32::try_from(receipt.index()) else {
            if !is_vouched {
                tell(&ahead(kept, log, known, &receipt))?;
            }
            continue;
        };
        let misfit = kept::misfit(&store, LOG, &receipt);
        // Of a bag that was kept every event is at hand: the first that differs is looked for.
        let whole = known.is_bag.then(|| DiskBag::open(&known.path).ok()).flatten();
        let split = whole.as_ref().and_then(|theirs| {
            let [ours, theirs] = [&store, theirs].map(|store| LogAt { store, prefix: LOG });
            compare::split(&ours, &theirs, index.saturating_add(1))
        });
        let sided = match (split, &misfit) {
            (Some(Split { index, pages: [here, there] }), _) => {
                Some((index, here, there, FirstDiffering::Exactly(u64::from(index))))
            }
            (None, Some(Misfit::Differs { first, .. })) => {
                let here = LogAt { store: &store, prefix: LOG }.event(index);
                here.map(|here| (index, here, receipt.head_bytes().to_vec(), *first))
            }
            _ => None,
        };
        match sided {
            Some((index, here, there, first)) => {
                let sides = [
                    Side { place: kept.path(), page: &here, is_attributed: judge.is_attributed(&store, index) },
                    Side { place: &known.path, page: &there, is_attributed: is_vouched },
                ];
                let mut found = fork::found(judge.audit.forks, log.bag, index, sides);
                found.first = Some(first.index());
                if let FirstDiffering::AtMost(_) = first {
                    found.why = Some(found.why.map_or_else(|| first.to_string(), |why| format!("{first}; {why}")));
                }
                tell(&found)?;
            }
            None if matches!(misfit, Some(Misfit::Ahead { .. })) && !is_vouched => {
                tell(&ahead(kept, log, known, &receipt))?;
            }
            None => {}
        }
    }
    Ok(())
}

/// A bag, opened.
struct Sided<'a> {
    bag: &'a Path,
    log: KeptLog,
    store: &'a dyn BagStore,
}

/// The same bag under another seal. An event that was kept alone names that seal, and does not show it.
fn other_seal(judge: &Judge<'_>, ours: Sided<'_>, known: &Known, page: Option<&[u8]>, is_vouched: bool) -> Across {
    let is_attributed = judge.is_attributed(ours.store, 0);
    let here = LogAt { store: ours.store, prefix: LOG }.event(0).unwrap_or_default();
    let mut found = match page {
        Some(page) => {
            let sides = [
                Side { place: ours.bag, page: &here, is_attributed },
                Side { place: &known.path, page, is_attributed: is_vouched },
            ];
            fork::found(judge.audit.forks, ours.log.bag, 0, sides)
        }
        None => {
            let (kind, code) = match is_attributed && is_vouched {
                true => (Kind::Fork, Code::Fork),
                false => (Kind::SideBranch, Code::SideBranch),
            };
            let mut found = Across::new(kind).code(code).bag(ours.log.bag).at([ours.bag, known.path.as_path()]);
            found.index = Some(0);
            found.events = vec![sha256(&here).to_hex(), known.seal.to_hex()];
            found.why = Some("no proof: the event that was kept names another seal, and does not show it".to_owned());
            found
        }
    };
    found.first = Some(0);
    found
}

/// A receipt by a stranger of an event that the log does not have.
fn ahead(kept: &Kept, log: KeptLog, known: &Known, receipt: &Receipt) -> Across {
    let places = [kept.path(), known.path.as_path()];
    let mut across = Across::new(Kind::SideBranch).code(Code::SideBranch).bag(log.bag).at(places);
    across.index = u32::try_from(receipt.index()).ok();
    across.events = vec![sha256(receipt.head_bytes()).to_hex()];
    across.why = Some("the log has no such event, and nobody vouches for the key of the receipt".to_owned());
    across
}
