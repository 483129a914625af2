//! A roster whose signature was verified, and the questions that a replay puts to it.

use std::collections::BTreeMap;

use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;

use super::{MAX_ROSTER_LEN, Person, RosterKey, RosterRecord};
use crate::page::{self, PageError};
use crate::public_key::PublicKey;
use crate::record::RecordError;
use crate::sshsig::Namespace;

/// Why bytes are not a roster that may be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RosterError {
    /// No signed page, or a signature that does not hold.
    #[error(transparent)]
    Page(#[from] PageError),
    /// The record breaks a rule of its format.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// Signed by another key than the one it names as its authority's.
    #[error("signed by {found}, but it names {expected} as its authority")]
    OtherSigner {
        /// Fingerprint of the key in `[authority]`.
        expected: String,
        /// Fingerprint of the key that signed.
        found: String,
    },
}

/// A roster that was signed by the authority it names. Whether that authority is to be trusted, the user says.
#[derive(Clone, Debug)]
pub struct VerifiedRoster {
    record: RosterRecord,
    sha256: Sha256Digest,
    by_key: BTreeMap<String, usize>,
}

impl VerifiedRoster {
    /// The largest roster file, in bytes.
    pub const MAX_LEN: usize = MAX_ROSTER_LEN + crate::sshsig::MAX_ARMOUR_LEN;

    /// Verifies the signature, then reads the same bytes.
    pub fn read(bytes: &[u8]) -> Result<Self, RosterError> {
        let page = page::verify_up_to(bytes, Namespace::Roster, MAX_ROSTER_LEN)?;
        let record = RosterRecord::parse(page.record())?;
        if record.authority.key != *page.signer() {
            return Err(RosterError::OtherSigner {
                expected: record.authority.key.fingerprint(),
                found: page.signer().fingerprint(),
            });
        }
        let by_key = record.key.iter().enumerate().map(|(index, key)| (key.key.to_line(), index)).collect();
        Ok(Self { record, sha256: sha256(bytes), by_key })
    }

    /// What was signed.
    pub fn record(&self) -> &RosterRecord {
        &self.record
    }

    /// SHA-256 of the file.
    pub fn sha256(&self) -> Sha256Digest {
        self.sha256
    }

    /// The authority's key.
    pub fn authority(&self) -> &PublicKey {
        &self.record.authority.key
    }

    /// The entry of a key, and the person it belongs to.
    pub fn find(&self, key: &PublicKey) -> Option<(&RosterKey, &Person)> {
        let entry = &self.record.key[*self.by_key.get(&key.to_line())?];
        Some((entry, self.record.person(&entry.person)?))
    }
}
