//! Signing a roster: by the one key of its authority, or by several of its keys one after the other.

use super::verified::RosterError;
use super::{EditError, MAX_ROSTER_LEN, RosterDraft, RosterRecord, VerifiedRoster};
use crate::joint::{JointPage, Missing, Quorum, QuorumError};
use crate::key::{SignError, Signer};
use crate::page::PageError;
use crate::public_key::PublicKey;
use crate::record::RecordError;
use crate::sshsig::{Namespace, SignatureError};

/// Why a roster was not signed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RosterSignError {
    /// The record names other keys as its authority's.
    #[error("the authority's key is {expected}, this is {found}")]
    OtherAuthority {
        /// Fingerprints of the keys that may sign.
        expected: String,
        /// Fingerprint of the key that was to sign.
        found: String,
    },
    /// The key has signed, or may not.
    #[error(transparent)]
    Quorum(#[from] QuorumError),
    /// The record breaks a rule of its format.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// The key did not sign.
    #[error(transparent)]
    Sign(#[from] SignError),
    /// Record and signature do not make a page.
    #[error(transparent)]
    Page(#[from] PageError),
    /// What was signed does not read back.
    #[error("the roster that was signed does not hold: {0}")]
    Unverifiable(#[source] RosterError),
}

/// Signs a roster and reads it back as a verifier would. Returns the bytes of the file with it.
///
/// # Errors
/// The key is not the authority's, one signature is not enough, the record breaks a rule, or what was made does not verify.
pub fn sign(record: &RosterRecord, signer: &dyn Signer) -> Result<(Vec<u8>, VerifiedRoster), RosterSignError> {
    UnfinishedRoster::begin(record.clone(), signer)?.finish()
}

/// A record that the keys of authorities sign together.
pub trait JointRecord: Sized {
    /// What its signatures are for.
    const NAMESPACE: Namespace;
    /// The largest record, in bytes.
    const MAX_LEN: usize;

    /// Reads a record, in its one encoding.
    ///
    /// # Errors
    /// It breaks a rule of its format.
    fn read(bytes: &[u8]) -> Result<Self, RecordError>;

    /// The bytes to be signed.
    ///
    /// # Errors
    /// It breaks a rule of its format.
    fn write(&self) -> Result<Vec<u8>, RecordError>;

    /// Who must sign it.
    fn signers(&self) -> Quorum<'_>;
}

impl JointRecord for RosterRecord {
    const NAMESPACE: Namespace = Namespace::Roster;
    const MAX_LEN: usize = MAX_ROSTER_LEN;

    fn read(bytes: &[u8]) -> Result<Self, RecordError> {
        Self::parse(bytes)
    }

    fn write(&self) -> Result<Vec<u8>, RecordError> {
        self.to_bytes()
    }

    fn signers(&self) -> Quorum<'_> {
        self.quorum()
    }
}

/// A record that some of those who must sign it have signed. It counts for nothing yet.
#[derive(Clone, Debug)]
pub struct Unfinished<R> {
    record: R,
    page: JointPage,
}

/// A roster that some of those who must sign it have signed.
pub type UnfinishedRoster = Unfinished<RosterRecord>;

impl<R: JointRecord> Unfinished<R> {
    /// A record that nobody has signed yet.
    ///
    /// # Errors
    /// It breaks a rule of its format.
    pub fn unsigned(record: R) -> Result<Self, RecordError> {
        Ok(Self { page: JointPage::unsigned(record.write()?), record })
    }

    /// A record with its first signature.
    ///
    /// # Errors
    /// The key is none that may sign it, or did not.
    pub fn begin(record: R, signer: &dyn Signer) -> Result<Self, RosterSignError> {
        let mut unfinished = Self::unsigned(record)?;
        unfinished.add(signer)?;
        Ok(unfinished)
    }

    /// Reads what others have signed: every signature holds, and is by a key that may sign. It may be whole.
    ///
    /// # Errors
    /// What prevents that it is read as a whole one, but for too few signatures.
    pub fn read(bytes: &[u8]) -> Result<Self, RosterError> {
        let (page, rest) = JointPage::read_first(bytes, R::NAMESPACE, R::MAX_LEN)?;
        if !rest.is_empty() {
            return Err(PageError::Signature(SignatureError::Armour).into());
        }
        let record = R::read(page.record())?;
        record.signers().check_order(page.signers())?;
        Ok(Self { record, page })
    }

    /// Signs it with a further key.
    ///
    /// # Errors
    /// The key is none that may sign it, has signed, or did not sign.
    pub fn add(&mut self, signer: &dyn Signer) -> Result<(), RosterSignError> {
        let key = signer.public_key();
        let quorum = self.record.signers();
        let order = quorum.order();
        if !order.contains(&key) {
            let expected = order.iter().map(|key| key.fingerprint()).collect::<Vec<_>>().join(", ");
            return Err(RosterSignError::OtherAuthority { expected, found: key.fingerprint() });
        }
        if self.page.signers().any(|known| known == key) {
            return Err(QuorumError::Twice(key.fingerprint()).into());
        }
        let armour = signer.sign(R::NAMESPACE, self.page.record())?;
        Ok(self.page.add(key.clone(), armour, &quorum)?)
    }

    /// What was signed.
    pub fn record(&self) -> &R {
        &self.record
    }

    /// The keys that have signed, in the order of the page.
    pub fn signers(&self) -> impl Iterator<Item = &PublicKey> {
        self.page.signers()
    }

    /// What is still needed; nothing if it is whole.
    pub fn missing(&self) -> Vec<Missing> {
        self.record.signers().missing(&self.page.signers().collect::<Vec<_>>())
    }

    /// The file so far.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.page.to_bytes()
    }
}

impl UnfinishedRoster {
    /// That nothing of the version before was removed or taken back: whoever signs next sees to it again.
    ///
    /// # Errors
    /// [`EditError::NoSuccessor`] says what was.
    pub fn require_successor_of(&self, before: &VerifiedRoster) -> Result<(), EditError> {
        RosterDraft::of_record(self.record.clone()).require_successor_of(before)
    }

    /// The file, read back as a verifier would.
    ///
    /// # Errors
    /// Signatures are missing, or it does not verify.
    pub fn finish(&self) -> Result<(Vec<u8>, VerifiedRoster), RosterSignError> {
        let bytes = self.to_bytes();
        let roster = VerifiedRoster::read(&bytes).map_err(RosterSignError::of_read)?;
        Ok((bytes, roster))
    }
}

impl RosterSignError {
    /// Why what was signed is not whole.
    pub(super) fn of_read(error: RosterError) -> Self {
        match error {
            RosterError::Quorum(error) => Self::Quorum(error),
            error => Self::Unverifiable(error),
        }
    }
}
