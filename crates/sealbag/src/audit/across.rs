//! What is found between bags: copies, splits, sources that disagree, receipts without their bag (`docs/spec/audit.md`,
//! "Between bags").
mod places;
mod receipts;

use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use sealbag_custody::scalar::BagId;
use sealbag_manifest::path::shown;
use serde::Serialize;

use self::places::places_of_one_bag;
use self::receipts::against_receipts;
use super::judge::Judge;
use super::line::{Kept, KeptLog};
use super::{AuditError, Link, lineage};
use crate::finding::{Code, Severity};

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
