//! Whose receipts speak against a bag (`docs/spec/audit.md`, "Receipts of strangers"): anybody can sign an event and compose
//! a receipt with it.

use sealbag_custody::public_key::PublicKey;
use sealbag_custody::receipt::Receipt;
use sealbag_manifest::store::BagStore;

use crate::verify::Anchors;
use crate::verify::anchor;
use crate::verify::custody::{LOG, survey, walk};
use crate::verify::report::Report;
use crate::verify::rosters::Brought;
use crate::verify::seal::VerifiedSeal;
use crate::verify::time;

/// One bag, and the anchors without receipts.
pub(super) struct Vouchers<'a> {
    pub(super) store: &'a dyn BagStore,
    pub(super) seal: &'a VerifiedSeal,
    pub(super) given: &'a Anchors,
    pub(super) brought: &'a Brought,
}

impl Vouchers<'_> {
    /// True if the signer of event 0 in a receipt is listed; of an event that was kept alone, the signer of that.
    pub(super) fn vouch_for_seal(&self, receipt: &Receipt) -> bool {
        let seal = receipt.seal().map(|seal| &seal.record().signer.key);
        let key = seal.or(receipt.head().map(|head| &head.record().actor.key));
        key.is_some_and(|key| self.vouch(key, false))
    }

    /// True if the signer of a receipt's head is listed, or named in the log of the bag. Event 0 of the bag itself says nothing new.
    pub(super) fn vouch_for_head(&self, receipt: &Receipt) -> bool {
        receipt.head().is_none_or(|head| self.vouch(&head.record().actor.key, true))
    }

    fn vouch(&self, key: &PublicKey, by_log: bool) -> bool {
        let alone = Anchors {
            authorities: self.given.authorities.clone(),
            signers: self.given.signers.clone(),
            tsa: self.given.tsa.clone(),
            ..Anchors::default()
        };
        // Without a roster or a key in use nobody is a stranger.
        if alone.is_empty() || alone.signers.contains(key) {
            return true;
        }
        // What it finds is said where the bag is judged.
        let resolved = anchor::check(self.store, self.seal, &alone, self.brought, &mut Report::default());
        let vouching = resolved.vouching(LOG);
        if vouching.rosters.iter().any(|roster| roster.find(key).is_some()) {
            return true;
        }
        if vouching.rosters.is_empty() && vouching.signers.is_empty() {
            return true;
        }
        let mut is_named = false;
        if by_log {
            let last = survey::indexes(self.store, LOG).ok().and_then(|indexes| indexes.last().copied()).unwrap_or(0);
            time::walk_timed(self.store, self.seal, last, &resolved, &mut |_, step, _| {
                if let walk::Step::Judged(page, judgement) = step {
                    let record = page.record();
                    let names = record.to.as_ref().is_some_and(|to| to.key.as_ref() == Some(key));
                    // Whom the log names may sign, if the one who names is known.
                    is_named |= judgement.breach.is_none() && judgement.person.is_some() && names;
                }
            });
        }
        is_named
    }
}
