//! A roster whose signatures were verified, and the questions that a replay puts to it.

use std::collections::BTreeMap;

use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;

use super::{Authority, MAX_ROSTER_LEN, Person, ROSTER_FORMAT, RosterKey, RosterRecord};
use crate::joint::{JointPage, MAX_SIGNATURES, QuorumError};
use crate::keyset::Keyset;
use crate::page::PageError;
use crate::public_key::PublicKey;
use crate::record::RecordError;
use crate::sshsig::{MAX_ARMOUR_LEN, Namespace, SignatureError};

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
    /// The keys that signed are not those that must.
    #[error(transparent)]
    Quorum(#[from] QuorumError),
    /// Over [`VerifiedRoster::MAX_PAGES`].
    #[error("a file has at most {} rosters", VerifiedRoster::MAX_PAGES)]
    TooManyPages,
    /// Over [`VerifiedRoster::MAX_FILE_LEN`].
    #[error("a file of rosters has at most {} bytes", VerifiedRoster::MAX_FILE_LEN)]
    TooLarge,
}

impl RosterError {
    /// True if nothing is wrong but that too few have signed.
    pub fn is_unfinished(&self) -> bool {
        matches!(self, Self::Quorum(QuorumError::TooFew(_)))
    }
}

/// A roster that was signed by the authority it names. Whether that authority is to be trusted, the user says.
#[derive(Clone, Debug)]
pub struct VerifiedRoster {
    record: RosterRecord,
    digest: Sha256Digest,
    by_key: BTreeMap<String, usize>,
}

impl VerifiedRoster {
    /// The largest roster, in bytes.
    pub const MAX_LEN: usize = MAX_ROSTER_LEN + MAX_SIGNATURES * MAX_ARMOUR_LEN;

    /// The most rosters in one file.
    pub const MAX_PAGES: usize = 64;

    /// The largest file of one or several rosters, in bytes.
    pub const MAX_FILE_LEN: usize = 8 << 20;

    /// Verifies every signature, then reads the same bytes.
    pub fn read(bytes: &[u8]) -> Result<Self, RosterError> {
        let (roster, rest) = Self::read_first(bytes)?;
        // What follows an armour and begins none is no signature, and a file of one roster has nothing else.
        if rest.is_empty() { Ok(roster) } else { Err(PageError::Signature(SignatureError::Armour).into()) }
    }

    /// Reads a file of one or several rosters, one behind the other. All of them hold, or none is given.
    pub fn read_file(bytes: &[u8]) -> Result<Vec<Self>, RosterError> {
        if bytes.len() > Self::MAX_FILE_LEN {
            return Err(RosterError::TooLarge);
        }
        let mut rosters = Vec::new();
        let mut rest = bytes;
        loop {
            let (roster, behind) = Self::read_first(rest)?;
            rosters.push(roster);
            rest = behind;
            if rest.is_empty() {
                return Ok(rosters);
            }
            if rosters.len() == Self::MAX_PAGES {
                return Err(RosterError::TooManyPages);
            }
        }
    }

    fn read_first(bytes: &[u8]) -> Result<(Self, &[u8]), RosterError> {
        let (page, rest) = JointPage::read_first(bytes, Namespace::Roster, MAX_ROSTER_LEN)?;
        let record = RosterRecord::parse(page.record())?;
        let quorum = record.quorum();
        if let (Some(key), [signer]) = (record.authority.keys.single(), page.signers().collect::<Vec<_>>().as_slice())
            && record.outgoing.is_none()
            && key != *signer
        {
            return Err(RosterError::OtherSigner { expected: key.fingerprint(), found: signer.fingerprint() });
        }
        quorum.check(&page)?;
        // Where several may sign, who of them did makes no other version of the roster.
        let digest = match record.format() {
            ROSTER_FORMAT => sha256(&bytes[..bytes.len() - rest.len()]),
            _ => sha256(page.record()),
        };
        let by_key = record.key.iter().enumerate().map(|(index, key)| (key.key.to_line(), index)).collect();
        Ok((Self { record, digest, by_key }, rest))
    }

    /// What was signed.
    pub fn record(&self) -> &RosterRecord {
        &self.record
    }

    /// What names this version: SHA-256 of the file of a roster v1, of the record of a roster v2.
    pub fn sha256(&self) -> Sha256Digest {
        self.digest
    }

    /// Who keeps it.
    pub fn authority(&self) -> &Authority {
        &self.record.authority
    }

    /// The authority's keys.
    pub fn keys(&self) -> &Keyset {
        &self.record.authority.keys
    }

    /// The keys that handed over in this version, if it exchanged them.
    pub fn outgoing(&self) -> Option<&Keyset> {
        self.record.outgoing.as_ref().map(|outgoing| &outgoing.keys)
    }

    /// The key that names the authority in events.
    pub fn origin(&self) -> &PublicKey {
        self.record.authority.origin()
    }

    /// The entry of a key, and the person it belongs to.
    pub fn find(&self, key: &PublicKey) -> Option<(&RosterKey, &Person)> {
        let entry = &self.record.key[*self.by_key.get(&key.to_line())?];
        Some((entry, self.record.person(&entry.person)?))
    }
}
