//! A page of the custody log: event 0 or a further event, its signature verified and its record read.
//!
//! Spec: `docs/spec/custody.md`, "Verifier steps", 4. The order is fixed: the format line, the signature over the raw
//! bytes, the record in the same bytes, the key in the record. Whose key it is, and whether the event is allowed where
//! it stands, is not judged here.

use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;

use crate::event::{EVENT_FORMAT, EventError, EventRecord};
use crate::page::{self, MAX_PAGE_LEN, PageError};
use crate::public_key::PublicKey;
use crate::record::{MAX_RECORD_LEN, RecordError, format_of};
use crate::seal_record::{SEAL_FORMAT, SealRecord};
use crate::sshsig::Namespace;
use crate::text::shown;

/// Why bytes are not a page of the log.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LogPageError {
    /// A later version of the format: nothing can be said about the page.
    #[error("format {found} is not supported by this version")]
    UnknownFormat {
        /// The format that the page names, safe to show.
        found: String,
    },
    /// A type that this version does not know.
    #[error("event type \"{0}\" is not supported by this version")]
    UnsupportedType(String),
    /// Not a signed page, or its signature does not hold.
    #[error(transparent)]
    Page(#[from] PageError),
    /// The record breaks a rule of its format.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// The record names another key than the one that signed.
    #[error("signed by {found}, but the record names {expected}")]
    OtherSigner {
        /// Fingerprint of the key in the record.
        expected: String,
        /// Fingerprint of the key that signed.
        found: String,
    },
}

/// Event 0 whose signature and record hold.
#[derive(Clone, Debug)]
pub struct SealPage {
    record: SealRecord,
    hash: Sha256Digest,
}

/// A further event whose signature and record hold.
#[derive(Clone, Debug)]
pub struct EventPage {
    record: EventRecord,
    hash: Sha256Digest,
}

impl SealPage {
    /// Verifies and reads event 0.
    pub fn read(bytes: &[u8]) -> Result<Self, LogPageError> {
        let page = verified(bytes, SEAL_FORMAT, Namespace::Seal)?;
        let record = SealRecord::parse(page.record())?;
        require_signer(&record.signer.key, page.signer())?;
        Ok(Self { record, hash: sha256(bytes) })
    }

    /// What was signed.
    pub fn record(&self) -> &SealRecord {
        &self.record
    }

    /// The record alone.
    pub fn into_record(self) -> SealRecord {
        self.record
    }

    /// SHA-256 of the whole page: the seal hash.
    pub fn hash(&self) -> Sha256Digest {
        self.hash
    }
}

impl EventPage {
    /// Verifies and reads a further event.
    pub fn read(bytes: &[u8]) -> Result<Self, LogPageError> {
        let page = verified(bytes, EVENT_FORMAT, Namespace::Event)?;
        let record = EventRecord::parse(page.record()).map_err(|error| match error {
            EventError::UnsupportedType(name) => LogPageError::UnsupportedType(name),
            EventError::Record(error) => LogPageError::Record(error),
        })?;
        require_signer(&record.actor.key, page.signer())?;
        Ok(Self { record, hash: sha256(bytes) })
    }

    /// What was signed.
    pub fn record(&self) -> &EventRecord {
        &self.record
    }

    /// SHA-256 of the whole page: the event hash.
    pub fn hash(&self) -> Sha256Digest {
        self.hash
    }
}

/// The format line first: a later version may sign otherwise.
fn verified(bytes: &[u8], format: &str, namespace: Namespace) -> Result<page::VerifiedPage, LogPageError> {
    if bytes.len() > MAX_PAGE_LEN {
        return Err(PageError::RecordTooLarge { size: bytes.len(), limit: MAX_RECORD_LEN }.into());
    }
    let family = format.trim_end_matches(|c| c != '/');
    match format_of(bytes) {
        Some(found) if found != format && found.starts_with(family) => {
            Err(LogPageError::UnknownFormat { found: shown(found) })
        }
        _ => Ok(page::verify(bytes, namespace)?),
    }
}

fn require_signer(named: &PublicKey, signed: &PublicKey) -> Result<(), LogPageError> {
    if named == signed {
        return Ok(());
    }
    Err(LogPageError::OtherSigner { expected: named.fingerprint(), found: signed.fingerprint() })
}
