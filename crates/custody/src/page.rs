//! A signed page: a record, and directly below it the armour of the signature over exactly the record's bytes.
//!
//! Spec: `docs/spec/signatures.md`, "Signed page". A page can be split by hand with `sed`, because no line of a record
//! begins with `-----`. The order is fixed: split, verify, and only then parse [`VerifiedPage::record`].

use crate::public_key::PublicKey;
use crate::record::MAX_RECORD_LEN;
use crate::sshsig::{self, BEGIN, MAX_ARMOUR_LEN, Namespace, SignatureError};

/// The largest page, in bytes: a reader need not load more than this to refuse a larger file.
pub const MAX_PAGE_LEN: usize = MAX_RECORD_LEN + MAX_ARMOUR_LEN;

/// Why bytes are not a signed page.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PageError {
    /// The record is over its limit.
    #[error("the record has {size} bytes, at most {limit} are allowed")]
    RecordTooLarge {
        /// Size in bytes.
        size: usize,
        /// The largest size allowed.
        limit: usize,
    },
    /// The signature is over its limit.
    #[error("the signature has {0} bytes, at most {MAX_ARMOUR_LEN} are allowed")]
    ArmourTooLarge(usize),
    /// No line begins a signature: the page is unsigned.
    #[error("there is no signature")]
    NoSignature,
    /// More signatures than any page has.
    #[error("there are more than {} signatures", crate::joint::MAX_SIGNATURES)]
    TooManySignatures,
    /// The signature begins at the first byte.
    #[error("there is no record before the signature")]
    NoRecord,
    /// The signature is not accepted.
    #[error(transparent)]
    Signature(#[from] SignatureError),
}

/// A record whose signature was verified. Only [`verify`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedPage {
    record: Vec<u8>,
    signer: PublicKey,
}

impl VerifiedPage {
    /// The signed bytes: parse these, not the file again.
    pub fn record(&self) -> &[u8] {
        &self.record
    }

    /// The key that signed them. Whose it is, must be known from elsewhere.
    pub fn signer(&self) -> &PublicKey {
        &self.signer
    }
}

/// Splits a page at the first line that begins a signature, into the record and its armour. Nothing is verified yet.
///
/// The armour is the rest of the page, so text or a second signature after it makes the armour invalid.
pub fn split(page: &[u8]) -> Result<(&[u8], &[u8]), PageError> {
    split_up_to(page, MAX_RECORD_LEN)
}

fn split_up_to(page: &[u8], limit: usize) -> Result<(&[u8], &[u8]), PageError> {
    let begin = BEGIN.trim_end().as_bytes();
    let mut start = 0;
    let record_len = loop {
        if page[start..].starts_with(begin) {
            break start;
        }
        // Beyond the limit the page is refused anyway.
        match page[start..].iter().position(|byte| *byte == b'\n') {
            Some(end) if start <= limit => start += end + 1,
            _ if page.len() > limit + MAX_ARMOUR_LEN => {
                return Err(PageError::RecordTooLarge { size: page.len(), limit });
            }
            Some(end) => start += end + 1,
            None => return Err(PageError::NoSignature),
        }
    };
    let (record, armour) = page.split_at(record_len);
    if record.is_empty() {
        return Err(PageError::NoRecord);
    }
    if record.len() > limit {
        return Err(PageError::RecordTooLarge { size: record.len(), limit });
    }
    if armour.len() > MAX_ARMOUR_LEN {
        return Err(PageError::ArmourTooLarge(armour.len()));
    }
    Ok((record, armour))
}

/// Verifies a page and returns its record with the key that signed it.
pub fn verify(page: &[u8], namespace: Namespace) -> Result<VerifiedPage, PageError> {
    verify_up_to(page, namespace, MAX_RECORD_LEN)
}

/// [`verify`] for records with another limit than most.
pub(crate) fn verify_up_to(page: &[u8], namespace: Namespace, limit: usize) -> Result<VerifiedPage, PageError> {
    let (record, armour) = split_up_to(page, limit)?;
    let signer = sshsig::verify(armour, namespace, record)?;
    Ok(VerifiedPage { record: record.to_vec(), signer })
}

/// Puts a record and its armour together, and demands that they split into the same two parts again.
pub fn join(record: &[u8], armour: &str) -> Result<Vec<u8>, PageError> {
    join_up_to(record, armour, MAX_RECORD_LEN)
}

/// [`join`] for records with another limit than most.
pub(crate) fn join_up_to(record: &[u8], armour: &str, limit: usize) -> Result<Vec<u8>, PageError> {
    let page = [record, armour.as_bytes()].concat();
    match split_up_to(&page, limit)? {
        parts if parts == (record, armour.as_bytes()) => Ok(page),
        _ => Err(PageError::NoSignature),
    }
}
