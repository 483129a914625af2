//! What ties event 0 to somebody outside the bag: rosters, keys, the seal hash, receipts (`docs/spec/verdict.md`, "The check
//! `anchor`"; `docs/spec/roster.md`; `docs/spec/receipts.md`).

use std::borrow::Cow;
use std::collections::BTreeMap;

use sealbag_custody::public_key::PublicKey;
use sealbag_custody::receipt::Receipt;
use sealbag_custody::replay::{EventZero, Vouching};
use sealbag_custody::roster::VerifiedRoster;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::layout::{ROSTER, SEAL};
use sealbag_manifest::path::shown;
use sealbag_manifest::store::{BagStore, OpenError};

use super::custody::{LOG, walk};
use super::previous::{self, Ancestor};
use super::report::Report;
use super::seal::VerifiedSeal;
use crate::finding::{Code, Finding};
use crate::verdict::Check;

/// What the verifier brings along, from outside the bag.
#[derive(Clone, Debug, Default)]
pub struct Anchors {
    /// Keys of authorities that keep rosters.
    pub authorities: Vec<PublicKey>,
    /// Roster files, as they are.
    pub rosters: Vec<Vec<u8>>,
    /// Keys of which one may have signed the seal.
    pub signers: Vec<PublicKey>,
    /// SHA-256 of `custody/000000.txt`, read from the paper act.
    pub seal_hash: Option<Sha256Digest>,
    /// Receipt files, as they are.
    pub receipts: Vec<Vec<u8>>,
}

impl Anchors {
    /// True if nothing was brought. A roster without its authority's key is nothing.
    pub fn is_empty(&self) -> bool {
        self.authorities.is_empty() && self.signers.is_empty() && self.seal_hash.is_none() && self.receipts.is_empty()
    }

    /// Which kinds were brought.
    pub(crate) fn names(&self) -> Vec<&'static str> {
        let kinds = [
            ("authority", !self.authorities.is_empty()),
            ("signer", !self.signers.is_empty()),
            ("seal_hash", self.seal_hash.is_some()),
            ("receipt", !self.receipts.is_empty()),
        ];
        kinds.into_iter().filter(|(_, is_given)| *is_given).map(|(name, _)| name).collect()
    }
}

/// The anchors, looked at beside one bag.
pub(crate) struct Resolved<'a> {
    signers: &'a [PublicKey],
    rosters: Cow<'a, [VerifiedRoster]>,
    event_zero: EventZero,
    /// How far receipts reach, by the place of the log.
    reach: BTreeMap<String, u64>,
}

impl Resolved<'_> {
    /// What vouches for the keys of the log at `prefix`.
    pub(crate) fn vouching(&self, prefix: &str) -> Vouching<'_> {
        Vouching {
            rosters: &self.rosters,
            signers: self.signers,
            receipts_reach: self.reach.get(prefix).copied(),
            event_zero: if prefix == LOG { self.event_zero } else { EventZero::Granted },
        }
    }
}

/// The rosters that were brought, read once for any number of bags.
#[derive(Default)]
pub(crate) struct Brought {
    /// What is wrong with some of them.
    faults: Vec<Finding>,
    /// The newest of each authority, in the order of the authorities.
    in_use: Vec<VerifiedRoster>,
}

impl Brought {
    /// Verifies every roster file.
    pub(crate) fn read(anchors: &Anchors) -> Self {
        let mut brought = Self::default();
        let mut given = Vec::new();
        for bytes in &anchors.rosters {
            match VerifiedRoster::read(bytes) {
                Ok(roster) if anchors.authorities.contains(roster.authority()) => given.push(roster),
                Ok(roster) => {
                    let finding = Finding::new(Code::RosterUnknownAuthority, "");
                    brought.faults.push(finding.found(roster.authority().fingerprint()));
                }
                Err(error) => {
                    let finding = Finding::new(Code::RosterMalformed, "").found(shown(error.to_string().as_bytes()));
                    brought.faults.push(finding);
                }
            }
        }
        for authority in &anchors.authorities {
            if brought.in_use.iter().any(|roster| roster.authority() == authority) {
                continue;
            }
            let of_authority = given.iter().filter(|roster| roster.authority() == authority);
            let version = of_authority.clone().map(|roster| roster.record().version).max();
            let mut newest = of_authority.filter(|roster| Some(roster.record().version) == version);
            let Some(first) = newest.next() else { continue };
            // Two rosters with one number: the authority, or somebody with its key, says two things.
            if newest.any(|roster| first.sha256() != roster.sha256()) {
                let found = format!("version {}", first.record().version);
                brought.faults.push(Finding::new(Code::RosterConflict, "").found(found));
            }
            brought.in_use.push(first.clone());
        }
        brought
    }
}

/// Compares everything that was brought with event 0. `brought` has the rosters of `anchors`.
pub(crate) fn check<'a>(
    store: &dyn BagStore,
    seal: &VerifiedSeal,
    anchors: &'a Anchors,
    brought: &'a Brought,
    report: &mut Report,
) -> Resolved<'a> {
    let rosters = rosters_in_use(store, anchors, brought, report);
    let mut resolved =
        Resolved { signers: &anchors.signers, rosters, event_zero: EventZero::Granted, reach: BTreeMap::new() };
    if anchors.is_empty() {
        report.add(Check::Anchor, Finding::new(Code::NoAnchor, ""));
        report.not_run(Check::Anchor, "nothing from outside the bag was given");
        return resolved;
    }
    let mut is_vouched = check_key(seal, &resolved, report);
    let mut is_by_ancestor = false;
    // Read only if something does not fit the bag itself.
    let mut ancestors: Option<Vec<Ancestor>> = None;
    let mut lineage = |hash: Sha256Digest| {
        let known = ancestors.get_or_insert_with(|| previous::ancestors(store, seal));
        known
            .iter()
            .find(|ancestor| ancestor.seal.hash() == hash)
            .map(|found| (found.prefix.clone(), found.is_same_data))
    };
    if let Some(given) = anchors.seal_hash {
        if given == seal.hash() {
            is_vouched = true;
            report.add(Check::Anchor, Finding::new(Code::SealHash, ""));
        } else if let Some((_, is_same_data)) = lineage(given) {
            is_by_ancestor |= is_same_data;
            report.add(Check::Anchor, by_ancestor(is_same_data));
        } else {
            let finding = Finding::new(Code::SealHashMismatch, SEAL);
            report.add(Check::Anchor, finding.expected(given.to_hex()).found(seal.hash().to_hex()));
        }
    }
    for bytes in &anchors.receipts {
        let receipt = match Receipt::read(bytes) {
            Ok(receipt) => receipt,
            Err(error) => {
                let finding = Finding::new(Code::ReceiptMalformed, "").found(shown(error.to_string().as_bytes()));
                report.add(Check::Anchor, finding);
                continue;
            }
        };
        let finding = if receipt.seal_bytes() == seal.bytes() {
            let fit = fit(store, LOG, &receipt);
            if fit.is_none() {
                is_vouched = true;
                raise(&mut resolved.reach, LOG, receipt.index());
            }
            fit.unwrap_or_else(|| Finding::new(Code::Receipt, "").found(format!("up to event {}", receipt.index())))
        } else if let Some((prefix, is_same_data)) = lineage(receipt.seal().hash()) {
            match fit(store, &prefix, &receipt) {
                // The log before may have gone on after this bag was made from it.
                Some(mismatch) if mismatch.code != Code::ReceiptAhead => mismatch,
                ahead => {
                    raise(&mut resolved.reach, &prefix, receipt.index());
                    is_by_ancestor |= is_same_data;
                    let finding = by_ancestor(is_same_data);
                    match ahead {
                        Some(_) => finding.found(format!(
                            "the receipt goes on to event {}, which is not in the log that is carried along",
                            receipt.index()
                        )),
                        None => finding,
                    }
                }
            }
        } else {
            let finding = Finding::new(Code::ReceiptMismatch, SEAL).expected(receipt.seal().hash().to_hex());
            finding.found(seal.hash().to_hex())
        };
        report.add(Check::Anchor, finding);
    }
    if !is_vouched && is_by_ancestor {
        resolved.event_zero = EventZero::AssumedAlone;
    }
    report.ran(Check::Anchor);
    resolved
}

fn raise(reach: &mut BTreeMap<String, u64>, prefix: &str, index: u64) {
    let known = reach.entry(prefix.to_owned()).or_default();
    *known = index.max(*known);
}

fn by_ancestor(is_same_data: bool) -> Finding {
    Finding::new(if is_same_data { Code::PreviousAnchor } else { Code::PreviousOnly }, SEAL)
}

/// Whether a roster or a key given vouches for event 0.
fn check_key(seal: &VerifiedSeal, resolved: &Resolved<'_>, report: &mut Report) -> bool {
    let key = seal.signer();
    if resolved.rosters.iter().any(|roster| roster.find(key).is_some()) {
        return true;
    }
    if resolved.signers.contains(key) {
        report.add(Check::Anchor, Finding::new(Code::SignerKey, ""));
        return true;
    }
    if !resolved.rosters.is_empty() || !resolved.signers.is_empty() {
        let keys = resolved.signers.iter().map(PublicKey::fingerprint);
        let rosters = resolved.rosters.iter().map(|roster| {
            let record = roster.record();
            format!("roster {} of {}", record.version, shown(record.authority.name.as_bytes()))
        });
        let given: Vec<_> = rosters.chain(keys).collect();
        let finding = Finding::new(Code::SignerUnknown, SEAL).expected(given.join(", "));
        report.add(Check::Anchor, finding.found(key.fingerprint()));
    }
    false
}

/// What does not fit between a receipt and the log at `prefix`, whose event 0 is the receipt's.
fn fit(store: &dyn BagStore, prefix: &str, receipt: &Receipt) -> Option<Finding> {
    let Ok(index) = u32::try_from(receipt.index()) else { return None };
    if index == 0 {
        return None;
    }
    let path = walk::path(prefix, index);
    match store.read_whole(&path, receipt.head_bytes().len() as u64) {
        Ok(bytes) if bytes == receipt.head_bytes() => None,
        Ok(_) => Some(Finding::new(Code::ReceiptMismatch, path)),
        Err(OpenError::Missing) => Some(Finding::new(Code::ReceiptAhead, path)),
        Err(OpenError::Unreadable(error)) => {
            Some(Finding::new(Code::BagUnreadable, path).found(error.kind().to_string()))
        }
        Err(_) => Some(Finding::new(Code::ReceiptMismatch, path)),
    }
}

/// One roster for each authority that was named: the one that was brought, else the bag's own.
fn rosters_in_use<'a>(
    store: &dyn BagStore,
    anchors: &Anchors,
    brought: &'a Brought,
    report: &mut Report,
) -> Cow<'a, [VerifiedRoster]> {
    brought.faults.iter().for_each(|fault| report.add(Check::Anchor, fault.clone()));
    let is_brought = |authority: &PublicKey| brought.in_use.iter().any(|roster| roster.authority() == authority);
    if anchors.authorities.iter().all(is_brought) {
        return Cow::Borrowed(&brought.in_use);
    }
    let mut in_use: Vec<VerifiedRoster> = Vec::new();
    for authority in &anchors.authorities {
        if in_use.iter().any(|roster| roster.authority() == authority) {
            continue;
        }
        let given = brought.in_use.iter().find(|roster| roster.authority() == authority).cloned();
        let roster = given.or_else(|| {
            let bytes = store.read_whole(ROSTER, VerifiedRoster::MAX_LEN as u64).ok()?;
            let roster = VerifiedRoster::read(&bytes).ok().filter(|roster| roster.authority() == authority)?;
            let record = roster.record();
            let finding = Finding::new(Code::RosterFromBag, ROSTER);
            report.add(Check::Anchor, finding.found(format!("version {}, issued {}", record.version, record.issued)));
            Some(roster)
        });
        match roster {
            Some(roster) => in_use.push(roster),
            None => report.add(Check::Anchor, Finding::new(Code::RosterMissing, "").expected(authority.fingerprint())),
        }
    }
    Cow::Owned(in_use)
}
