//! Signing a roster: the authority's one act.

use super::{MAX_ROSTER_LEN, RosterError, RosterRecord, VerifiedRoster};
use crate::key::{SignError, Signer};
use crate::page::{self, PageError};
use crate::record::RecordError;
use crate::sshsig::Namespace;

/// Why a roster was not signed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RosterSignError {
    /// The record names another key as its authority's.
    #[error("the authority's key is {expected}, this is {found}")]
    OtherAuthority {
        /// Fingerprint of the key that the record names.
        expected: String,
        /// Fingerprint of the key that was to sign.
        found: String,
    },
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
/// The key is not the authority's, the record breaks a rule, or what was made does not verify.
pub fn sign(record: &RosterRecord, signer: &dyn Signer) -> Result<(Vec<u8>, VerifiedRoster), RosterSignError> {
    if record.authority.key != *signer.public_key() {
        return Err(RosterSignError::OtherAuthority {
            expected: record.authority.key.fingerprint(),
            found: signer.public_key().fingerprint(),
        });
    }
    let bytes = record.to_bytes()?;
    let armour = signer.sign(Namespace::Roster, &bytes)?;
    let page = page::join_up_to(&bytes, &armour, MAX_ROSTER_LEN)?;
    let roster = VerifiedRoster::read(&page).map_err(RosterSignError::Unverifiable)?;
    Ok((page, roster))
}
