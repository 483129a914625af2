//! Event 0: its signature over the raw bytes, then its record.

use sealbag_custody::log_page::{LogPageError, SealPage};
use sealbag_custody::page::{MAX_PAGE_LEN, PageError};
use sealbag_custody::public_key::{PublicKey, PublicKeyError};
use sealbag_custody::seal_record::{SEAL_FORMAT, SealRecord};
use sealbag_custody::sshsig::SignatureError;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::layout::{BAGIT, ENTRIES, MANIFEST, SEAL, TAG_MANIFEST};
use sealbag_manifest::store::{BagStore, OpenError};

use super::report::Report;
use crate::finding::{Code, Finding};
use crate::verdict::Check;

/// The file of event 0 as it was read; nothing in it is proved.
pub(crate) struct EventFile {
    /// SHA-256 of the whole file.
    pub(crate) hash: Sha256Digest,
    bytes: Vec<u8>,
}

/// Event 0 whose signature holds and whose record is well-formed. Whose key it is, is another question.
#[derive(Clone)]
pub(crate) struct VerifiedSeal {
    record: SealRecord,
    hash: Sha256Digest,
    bytes: Vec<u8>,
}

impl VerifiedSeal {
    /// A record that the sealer has just made and not yet signed: to read back what was written before signing.
    #[cfg(feature = "fs")]
    pub(crate) fn about_to_be_signed(record: SealRecord) -> Self {
        Self { record, hash: Sha256Digest([0; 32]), bytes: Vec::new() }
    }

    /// What was signed.
    pub(crate) fn record(&self) -> &SealRecord {
        &self.record
    }

    /// The key that signed.
    pub(crate) fn signer(&self) -> &PublicKey {
        &self.record.signer.key
    }

    /// SHA-256 of the whole event file.
    pub(crate) fn hash(&self) -> Sha256Digest {
        self.hash
    }

    /// The whole event file.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

impl VerifiedSeal {
    /// Verifies signature and record.
    pub(crate) fn of(event: EventFile) -> Result<Self, LogPageError> {
        let page = SealPage::read(&event.bytes)?;
        Ok(Self { record: page.into_record(), hash: event.hash, bytes: event.bytes })
    }
}

/// Reads an event 0 that may lie elsewhere than at the top of the log. One over the limit is cut, and then does not verify.
pub(crate) fn read_at(store: &dyn BagStore, path: &str) -> Result<EventFile, OpenError> {
    let bytes = store.read_whole(path, MAX_PAGE_LEN as u64)?;
    Ok(EventFile { hash: sha256(&bytes), bytes })
}

/// Reads the file of event 0.
pub(crate) fn read(store: &dyn BagStore, report: &mut Report) -> Option<EventFile> {
    match store.read_whole(SEAL, MAX_PAGE_LEN as u64) {
        Ok(bytes) if bytes.len() <= MAX_PAGE_LEN => return Some(EventFile { hash: sha256(&bytes), bytes }),
        Ok(_) => {
            let limit = format!("at most {MAX_PAGE_LEN} bytes");
            report.add(Check::Signature, Finding::new(Code::SealMalformed, SEAL).expected(limit).found("more"));
        }
        Err(OpenError::Missing) => {
            let is_bag = [BAGIT, ENTRIES, TAG_MANIFEST, MANIFEST]
                .iter()
                .any(|path| !matches!(store.open(path), Err(OpenError::Missing)));
            let code = if is_bag { Code::SignatureMissing } else { Code::NothingToCheck };
            report.add(Check::Signature, Finding::new(code, SEAL));
        }
        Err(OpenError::Unreadable(error)) => {
            report.add(Check::Signature, Finding::new(Code::BagUnreadable, SEAL).found(error.kind().to_string()));
        }
        Err(_) => report.add(Check::Signature, Finding::new(Code::BagNotRegular, SEAL)),
    }
    None
}

/// Checks signature and record.
pub(crate) fn verify(event: EventFile, report: &mut Report) -> Option<VerifiedSeal> {
    match VerifiedSeal::of(event) {
        Ok(seal) => {
            report.ran(Check::Signature);
            report.ran(Check::Record);
            Some(seal)
        }
        Err(error) => {
            let check = match error {
                LogPageError::Record(_) | LogPageError::OtherSigner { .. } => Check::Record,
                _ => Check::Signature,
            };
            if check == Check::Record {
                report.ran(Check::Signature);
            }
            report.add(check, finding(&error, SEAL));
            None
        }
    }
}

/// What is wrong with an event 0, here or in the bag before.
pub(crate) fn finding(error: &LogPageError, place: &str) -> Finding {
    match error {
        LogPageError::UnknownFormat { found } => {
            Finding::new(Code::UnknownFormat, place).expected(SEAL_FORMAT).found(found)
        }
        LogPageError::Page(error) => Finding::new(code_of(error), place).found(error.to_string()),
        LogPageError::Record(error) => {
            let code = if error.is_unknown_format() { Code::UnknownFormat } else { Code::SealMalformed };
            Finding::new(code, place).found(error.to_string())
        }
        LogPageError::OtherSigner { expected, found } => {
            Finding::new(Code::SignerMismatch, place).expected(expected).found(found)
        }
        error => Finding::new(Code::SealMalformed, place).found(error.to_string()),
    }
}

fn code_of(error: &PageError) -> Code {
    match error {
        PageError::NoRecord | PageError::RecordTooLarge { .. } => Code::SealMalformed,
        error => signature_code(error),
    }
}

/// The code of a page without a signature that holds; the same for every event.
pub(crate) fn signature_code(error: &PageError) -> Code {
    match error {
        PageError::NoSignature => Code::SignatureMissing,
        PageError::Signature(error) if error.is_unsupported() => Code::SignatureUnsupported,
        PageError::Signature(SignatureError::Namespace { .. }) => Code::WrongNamespace,
        PageError::Signature(SignatureError::Key(PublicKeyError::Weak)) => Code::WeakKey,
        PageError::Signature(SignatureError::UserNotPresent) => Code::NoUserPresence,
        PageError::Signature(SignatureError::Invalid) => Code::SignatureInvalid,
        _ => Code::SignatureMalformed,
    }
}
