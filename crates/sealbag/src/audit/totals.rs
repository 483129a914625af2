//! The sums of an audit, and how it ends.

use std::collections::{BTreeMap, BTreeSet};

use sealbag_custody::scalar::BagId;
use sealbag_manifest::digest::Sha256Digest;
use serde::Serialize;

use super::line::Kept;
use super::{Across, BagLine, BagOutcome, Kind, Receipts};
use crate::finding::Severity;

/// The last line of an audit (`docs/spec/audit.md`, "Totals").
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Everything that was looked at as a bag.
    pub bags: u64,
    /// Seal and log hold; the files were not read.
    pub log_sound: u64,
    /// Whole verifications without a finding.
    pub confirmed: u64,
    /// Whole verifications with remarks.
    pub confirmed_with_remarks: u64,
    /// Of the bags above, those with a remark of their own.
    pub with_remarks: u64,
    /// Something does not match.
    pub violated: u64,
    /// Something prevents an answer.
    pub undetermined: u64,
    /// Could not be looked at.
    pub not_opened: u64,
    /// Bags that were not finished.
    pub partial: u64,
    /// Released, and neither accepted nor refused.
    pub open_transfers: u64,
    /// Split logs, both sides attributed.
    pub forks: u64,
    /// Split logs, one side by a key that nobody vouches for.
    pub side_branches: u64,
    /// Further places with the same log.
    pub second_copies: u64,
    /// Places with a shorter log than another.
    pub older_copies: u64,
    /// Bags made from another.
    pub copies: u64,
    /// Of these, bags whose source was audited too and does not mention them.
    pub copies_not_recorded: u64,
    /// Of these, bags whose source has another log than they carry.
    pub copies_disagreeing: u64,
    /// Receipts given.
    pub receipts: u64,
    /// Receipts whose bag was audited.
    pub receipts_matched: u64,
    /// Receipts whose bag was not.
    pub receipts_without_bag: u64,
    /// Files given as receipts that are none.
    pub receipts_unfit: u64,
    /// 1 if a place with receipts was named and there is none in it.
    pub without_receipt: u64,
    /// Links that were met and not followed.
    pub links: u64,
    /// Bags whose line was taken from a run before; they were not looked at now.
    pub judged_before: u64,
    /// When the oldest of these lines was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judged_before_oldest: Option<String>,
    /// How many findings there are of each code, bags and findings between bags together.
    pub findings: BTreeMap<String, u64>,
    #[serde(skip)]
    worst: Option<Severity>,
    /// True if a place with receipts was named.
    #[serde(skip)]
    pub with_receipts: bool,
}

/// How an audit ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conclusion {
    /// Nothing speaks against any bag, as far as was looked.
    Sound,
    /// Something does not match.
    Violated,
    /// Something prevents an answer, or there was no bag.
    Undetermined,
}

impl Totals {
    /// Violated if anything is; else undetermined if anything is.
    pub fn conclusion(&self) -> Conclusion {
        if self.violated > 0 || self.worst == Some(Severity::Violation) {
            Conclusion::Violated
        } else if self.undetermined + self.not_opened > 0
            || self.bags == 0
            || self.worst == Some(Severity::Undetermined)
        {
            Conclusion::Undetermined
        } else {
            Conclusion::Sound
        }
    }

    pub(super) fn bag(&mut self, line: &BagLine) {
        self.bags += 1;
        let is_sound = match line.outcome {
            BagOutcome::LogSound => Some(&mut self.log_sound),
            BagOutcome::Confirmed => Some(&mut self.confirmed),
            BagOutcome::ConfirmedWithRemarks => Some(&mut self.confirmed_with_remarks),
            BagOutcome::Violated | BagOutcome::Undetermined | BagOutcome::NotOpened => None,
        };
        match (is_sound, line.outcome) {
            (Some(count), _) => {
                *count += 1;
                self.with_remarks += u64::from(line.own_codes().next().is_some());
            }
            (None, BagOutcome::Violated) => self.violated += 1,
            (None, BagOutcome::NotOpened) => self.not_opened += 1,
            (None, _) => self.undetermined += 1,
        }
        self.open_transfers += u64::from(line.is_in_transit());
        self.copies += u64::from(line.is_copy());
        for (code, count) in &line.totals {
            *self.findings.entry(code.clone()).or_default() += count;
        }
    }

    pub(super) fn judged_before(&mut self, line: &BagLine) {
        self.judged_before += 1;
        // In this form the order of times is that of their bytes.
        let oldest = line.checked().map(|time| time.to_string()).into_iter().chain(self.judged_before_oldest.take());
        self.judged_before_oldest = oldest.min();
    }

    pub(super) fn across(&mut self, found: &Across) {
        *match found.kind {
            Kind::Fork => &mut self.forks,
            Kind::SideBranch => &mut self.side_branches,
            Kind::SecondCopy => &mut self.second_copies,
            Kind::OlderCopy => &mut self.older_copies,
            Kind::NotRecorded => &mut self.copies_not_recorded,
            Kind::Disagrees => &mut self.copies_disagreeing,
            Kind::ReceiptWithoutBag => &mut self.receipts_without_bag,
            Kind::ReceiptUnfit => &mut self.receipts_unfit,
            Kind::NoReceipt => &mut self.without_receipt,
            Kind::Partial => &mut self.partial,
            Kind::Link => &mut self.links,
        } += 1;
        self.worst = self.worst.max(found.severity());
        if let Some(code) = found.code {
            *self.findings.entry(code.name().to_owned()).or_default() += 1;
        }
    }

    pub(super) fn receipts(&mut self, receipts: &Receipts, kept: &[Kept]) {
        let seals: BTreeSet<(BagId, Sha256Digest)> =
            kept.iter().filter_map(|kept| kept.log).map(|log| (log.bag, log.seal)).collect();
        self.with_receipts = receipts.place().is_some();
        self.receipts = receipts.count();
        self.receipts_matched =
            receipts.all().filter(|(bag, known)| seals.contains(&(*bag, known.seal))).count() as u64;
    }
}
