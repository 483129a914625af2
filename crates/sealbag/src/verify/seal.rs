//! Event 0: its signature over the raw bytes, then its record.

use sealbag_custody::page::{self, MAX_PAGE_LEN, PageError};
use sealbag_custody::public_key::{PublicKey, PublicKeyError};
use sealbag_custody::record::format_of;
use sealbag_custody::seal_record::{SEAL_FORMAT, SealRecord};
use sealbag_custody::sshsig::{Namespace, SignatureError};
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
pub(crate) struct VerifiedSeal {
    record: SealRecord,
    hash: Sha256Digest,
}

impl VerifiedSeal {
    /// A record that the sealer has just made and not yet signed: to read back what was written before signing.
    #[cfg(feature = "fs")]
    pub(crate) fn about_to_be_signed(record: SealRecord) -> Self {
        Self { record, hash: Sha256Digest([0; 32]) }
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
    // A later version may sign otherwise: of such an event nothing can be said.
    if let Some(format) = format_of(&event.bytes).filter(|format| is_other_version(format)) {
        let finding = Finding::new(Code::UnknownFormat, SEAL).expected(SEAL_FORMAT);
        report.add(Check::Signature, finding.found(sealbag_manifest::path::shown(format.as_bytes())));
        return None;
    }
    let page = match page::verify(&event.bytes, Namespace::Seal) {
        Ok(page) => page,
        Err(error) => {
            report.add(Check::Signature, Finding::new(code_of(&error), SEAL).found(error.to_string()));
            return None;
        }
    };
    report.ran(Check::Signature);
    let record = match SealRecord::parse(page.record()) {
        Ok(record) => record,
        Err(error) => {
            let code = if error.is_unknown_format() { Code::UnknownFormat } else { Code::SealMalformed };
            report.add(Check::Record, Finding::new(code, SEAL).found(error.to_string()));
            return None;
        }
    };
    if record.signer.key != *page.signer() {
        let finding = Finding::new(Code::SignerMismatch, SEAL);
        report.add(Check::Record, finding.expected(record.signer.key.fingerprint()).found(page.signer().fingerprint()));
        return None;
    }
    report.ran(Check::Record);
    Some(VerifiedSeal { record, hash: event.hash })
}

fn is_other_version(format: &str) -> bool {
    format != SEAL_FORMAT && format.starts_with("sealbag/seal/")
}

fn code_of(error: &PageError) -> Code {
    match error {
        PageError::NoSignature => Code::SignatureMissing,
        PageError::NoRecord | PageError::RecordTooLarge { .. } => Code::SealMalformed,
        PageError::Signature(error) if error.is_unsupported() => Code::SignatureUnsupported,
        PageError::Signature(SignatureError::Namespace { .. }) => Code::WrongNamespace,
        PageError::Signature(SignatureError::Key(PublicKeyError::Weak)) => Code::WeakKey,
        PageError::Signature(SignatureError::UserNotPresent) => Code::NoUserPresence,
        PageError::Signature(SignatureError::Invalid) => Code::SignatureInvalid,
        _ => Code::SignatureMalformed,
    }
}
