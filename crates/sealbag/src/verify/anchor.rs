//! What ties event 0 to somebody outside the bag: rosters, keys, the seal hash, receipts (`docs/spec/verdict.md`, "The check
//! `anchor`"; `docs/spec/roster.md`; `docs/spec/receipts.md`).

use std::borrow::Cow;
use std::collections::BTreeMap;

use sealbag_custody::keyset::Keyset;
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::receipt::Receipt;
use sealbag_custody::replay::{EventZero, Vouching};
use sealbag_custody::roster::RosterInUse;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::layout::SEAL;
use sealbag_manifest::path::shown;
use sealbag_manifest::store::BagStore;

use super::custody::LOG;
use super::kept;
use super::previous::{self, Ancestor};
use super::report::Report;
use super::rosters::{self, Brought};
use super::seal::VerifiedSeal;
use super::time::Trust;
use super::time::kept::{Kept, locate};
use crate::finding::{Code, Finding};
use crate::verdict::Check;

/// What the verifier brings along, from outside the bag.
#[derive(Clone, Debug, Default)]
pub struct Anchors {
    /// Authorities that keep rosters: of each its keys and how many of them must sign.
    pub authorities: Vec<Keyset>,
    /// Roster files, as they are; each with one or several rosters.
    pub rosters: Vec<Vec<u8>>,
    /// Recognitions, as they are: by which an authority above takes the roster of another for true.
    pub recognitions: Vec<Vec<u8>>,
    /// Keys of which one may have signed the seal.
    pub signers: Vec<PublicKey>,
    /// SHA-256 of `custody/000000.txt`, read from the paper act.
    pub seal_hash: Option<Sha256Digest>,
    /// Receipt files, or single events that somebody kept, as they are.
    pub receipts: Vec<Vec<u8>>,
    /// Certificates that decide whose time-stamp tokens count. They vouch for nobody's key.
    pub tsa: sealbag_timestamp::Anchors,
    /// Time-stamp tokens that somebody kept, as they are. They vouch for nobody's key.
    pub tokens: Vec<Vec<u8>>,
}

impl Anchors {
    /// True if nothing was brought that could vouch for a key. A roster without its authority's key is nothing.
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
            ("recognition", !self.recognitions.is_empty()),
            ("tsa", !self.tsa.is_empty()),
            ("token", !self.tokens.is_empty()),
        ];
        kinds.into_iter().filter(|(_, is_given)| *is_given).map(|(name, _)| name).collect()
    }
}

/// The anchors, looked at beside one bag.
pub(crate) struct Resolved<'a> {
    signers: &'a [PublicKey],
    rosters: Cow<'a, [RosterInUse]>,
    event_zero: EventZero,
    /// How far receipts reach, by the place of the log.
    reach: BTreeMap<String, u64>,
    tsa: &'a sealbag_timestamp::Anchors,
    kept: Vec<Kept<'a>>,
}

impl Resolved<'_> {
    /// What vouches for the keys of the log at `prefix`.
    pub(crate) fn vouching(&self, prefix: &str) -> Vouching<'_> {
        Vouching {
            rosters: &self.rosters,
            signers: self.signers,
            receipts_reach: self.reach.get(prefix).copied(),
            event_zero: if prefix == LOG { self.event_zero } else { EventZero::Granted },
            times: None,
        }
    }

    /// What tokens are judged with.
    pub(crate) fn trust(&self) -> Trust<'_> {
        Trust { anchors: self.tsa, kept: &self.kept }
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
    let rosters = rosters::in_use(store, anchors, brought, report);
    let kept = locate(store, seal, &anchors.tsa, &anchors.tokens, report);
    let mut resolved = Resolved {
        signers: &anchors.signers,
        rosters,
        event_zero: EventZero::Granted,
        reach: BTreeMap::new(),
        tsa: &anchors.tsa,
        kept,
    };
    if anchors.is_empty() {
        report.add(Check::Anchor, Finding::new(Code::NoAnchor, ""));
        report.not_run(Check::Anchor, "nothing from outside the bag was given");
        return resolved;
    }
    let mut is_vouched = check_key(seal, &resolved, report);
    let mut is_by_ancestor = false;
    // Read only if something does not fit the bag itself.
    let mut ancestors: Option<(Vec<Ancestor>, Option<Finding>)> = None;
    let mut lineage = |hash: Sha256Digest| {
        let (known, unreadable) = ancestors.get_or_insert_with(|| previous::ancestors(store, seal));
        match known.iter().find(|ancestor| ancestor.seal.hash() == hash) {
            Some(found) => Ok(Some((found.prefix.clone(), found.is_same_data))),
            // It may be that of the bag that cannot be read.
            None => unreadable.clone().map_or(Ok(None), Err),
        }
    };
    if let Some(given) = anchors.seal_hash {
        if given == seal.hash() {
            is_vouched = true;
            report.add(Check::Anchor, Finding::new(Code::SealHash, ""));
        } else {
            let finding = match lineage(given) {
                Ok(Some((_, is_same_data))) => {
                    is_by_ancestor |= is_same_data;
                    by_ancestor(is_same_data)
                }
                Ok(None) => {
                    let finding = Finding::new(Code::SealHashMismatch, SEAL);
                    finding.expected(given.to_hex()).found(seal.hash().to_hex())
                }
                Err(unreadable) => unreadable,
            };
            report.add(Check::Anchor, finding);
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
        let finding = if receipt.seal_hash() == seal.hash() {
            let misfit = kept::misfit(store, LOG, &receipt);
            if misfit.is_none() {
                is_vouched = true;
                raise(&mut resolved.reach, LOG, receipt.index());
            }
            let fits = || Finding::new(Code::Receipt, "").found(format!("up to event {}", receipt.index()));
            misfit.map_or_else(fits, |misfit| misfit.finding())
        } else {
            match lineage(receipt.seal_hash()) {
                Ok(Some((prefix, is_same_data))) => {
                    match kept::misfit(store, &prefix, &receipt).map(|misfit| misfit.finding()) {
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
                }
                Ok(None) => {
                    let finding = Finding::new(Code::ReceiptMismatch, SEAL).expected(receipt.seal_hash().to_hex());
                    finding.found(seal.hash().to_hex())
                }
                Err(unreadable) => unreadable,
            }
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
    if resolved.vouching(LOG).lists_seal(seal.record()) {
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
