//! Why a token does not count, one variant a fault (spec: `docs/spec/timestamps.md`, "Refusals").

use thiserror::Error;

use crate::Oid;
use crate::imprint::{Algorithm, Imprint};
use crate::nonce::Nonce;
use crate::response::Refusal;
use crate::time::UtcSecond;

/// How much a fault says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// The token is not what it must be: it proves nothing, whoever looks.
    DoesNotHold,
    /// The token can be good; this version, or with what it was given, cannot tell.
    CannotTell,
}

/// What a number or name of the certificate's rules was broken in a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
#[non_exhaustive]
pub enum ChainFault {
    /// A signature on a certificate is not that of its issuer.
    #[error("a certificate in it was not signed by the one above it")]
    Signature,
    /// A certificate that issued another may not.
    #[error("a certificate in it may not issue others")]
    NotAnIssuer,
    /// The chain is longer than one of its certificates allows.
    #[error("it is longer than one of its certificates allows")]
    PathLength,
    /// A name is outside what one of the authorities may certify.
    #[error("a name in it is outside what one of its authorities may certify")]
    Name,
    /// An authority in it is not for time-stamping.
    #[error("an authority in it is not for time-stamping")]
    Purpose,
    /// A certificate ends before it begins.
    #[error("a certificate in it ends before it begins")]
    Validity,
}

/// Why a token does not count.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Fault {
    /// It breaks a rule of its encoding.
    #[error("the time-stamp is malformed: {what}")]
    Malformed {
        /// Which rule.
        what: &'static str,
    },
    /// More bytes, more levels or more parts than are read.
    #[error("the time-stamp has more than {limit} {what}")]
    TooLarge {
        /// The most that is read.
        limit: usize,
        /// Of what.
        what: &'static str,
    },
    /// Signed data of another kind, or no signed data.
    #[error("this is no time-stamp: it holds {found}")]
    NotAToken {
        /// What it is instead.
        found: Oid,
    },
    /// The authority answered, and gave no token.
    #[error("the time-stamp authority refused: {refusal}")]
    NotGranted {
        /// What it said.
        refusal: Refusal,
    },
    /// A token over other data.
    #[error("the time-stamp is over other data: its imprint is {found}, that of the data is {expected}")]
    ImprintMismatch {
        /// Of the data.
        expected: Imprint,
        /// In the token.
        found: Imprint,
    },
    /// The imprint is made with a digest for which two files with one value can be made.
    #[error("the time-stamp is over a {algorithm} value, for which other data can be made")]
    ImprintWeak {
        /// Which digest.
        algorithm: &'static str,
    },
    /// An answer to another request.
    #[error("the time-stamp answers another request: its nonce is {}, not {expected}", found.as_ref().map_or_else(|| "missing".to_owned(), ToString::to_string))]
    NonceMismatch {
        /// Of the request.
        expected: Nonce,
        /// In the token.
        found: Option<Nonce>,
    },
    /// Made under another policy than was asked for.
    #[error("the time-stamp was made under the policy {found}, not {expected}")]
    PolicyMismatch {
        /// As asked for.
        expected: Oid,
        /// In the token.
        found: Oid,
    },
    /// A token has one signer.
    #[error("the time-stamp has {count} signers, not one")]
    SignerCount {
        /// How many it has.
        count: usize,
    },
    /// Nothing says what was signed.
    #[error("the time-stamp has no signed attributes")]
    AttributesMissing,
    /// The signature is over content of another type.
    #[error("the signed content type of the time-stamp is missing or is another")]
    ContentType,
    /// The signature is over other content.
    #[error("the signed digest of the time-stamp's content is missing or is another")]
    MessageDigest,
    /// The signature does not say whose certificate made it.
    #[error("the time-stamp does not sign the name of its certificate (signingCertificate)")]
    SigningCertificateMissing,
    /// The signature names another certificate than the one that comes with it.
    #[error("the time-stamp signs the name of another certificate than the one that it comes with")]
    SigningCertificateMismatch,
    /// The signature is over a digest that can be forged.
    #[error("the {place} is signed over a {algorithm} value, which can be forged")]
    DigestWeak {
        /// Which digest.
        algorithm: &'static str,
        /// What is signed so.
        place: &'static str,
    },
    /// A key that can be broken.
    #[error("the RSA key of the {place} has {bits} bits, fewer than 2048")]
    KeyTooShort {
        /// Its length.
        bits: usize,
        /// Whose key.
        place: &'static str,
    },
    /// Signature, digest and key do not belong together.
    #[error("the time-stamp's signature algorithm does not fit its digest or its key")]
    AlgorithmMismatch,
    /// The signature is not that of the key.
    #[error("the signature of the time-stamp is not valid")]
    SignatureInvalid,
    /// The certificate is not one for time-stamping alone (RFC 3161, 2.3).
    #[error("the signer's certificate is not for time-stamping alone: {what}")]
    ExtendedKeyUsage {
        /// What is wrong with the extension.
        what: &'static str,
    },
    /// The certificate's key usage does not allow it to sign, or allows other things.
    #[error("the key usage of the signer's certificate does not fit a time-stamp authority")]
    KeyUsage,
    /// An authority over certificates signed the token itself.
    #[error("the signer's certificate is that of a certificate authority")]
    CaAsSigner,
    /// The token names another authority than its certificate.
    #[error("the time-stamp names another authority than its certificate")]
    TsaNameMismatch,
    /// The certificate was not valid when the token was made.
    #[error(
        "the certificate {subject} was valid from {not_before} to {not_after}, and the time-stamp is of {gen_time}"
    )]
    CertificateNotValidThen {
        /// Whose certificate.
        subject: String,
        /// When the token was made.
        gen_time: UtcSecond,
        /// Where validity begins.
        not_before: UtcSecond,
        /// Where it ends.
        not_after: UtcSecond,
    },
    /// The chain breaks a rule.
    #[error("the chain of certificates does not hold: {why}")]
    ChainInvalid {
        /// Which rule.
        why: ChainFault,
    },
    /// No chain leads to a certificate that was given.
    #[error("no chain leads from the certificate {subject} to a certificate that was given")]
    AuthorityUnknown {
        /// Whose certificate.
        subject: String,
    },
    /// The token came without its certificate, and it was not supplied.
    #[error("the time-stamp comes without its signer's certificate")]
    CertificateMissing,
    /// An algorithm that is not read.
    #[error("the algorithm {algorithm} of the {place} is not supported")]
    AlgorithmUnsupported {
        /// Which one.
        algorithm: Oid,
        /// Of what.
        place: &'static str,
    },
    /// A critical extension that is not read.
    #[error("the time-stamp has the critical extension {extension}, which is not supported")]
    ExtensionUnsupported {
        /// Which one.
        extension: Oid,
    },
    /// Another version of the format.
    #[error("the {what} of the time-stamp has a version that is not supported")]
    VersionUnsupported {
        /// Of which part.
        what: &'static str,
    },
    /// A certificate that is not read.
    #[error("the {place} has a form or an extension that is not supported")]
    CertificateUnsupported {
        /// Which certificate.
        place: &'static str,
    },
    /// The search for a chain was given up.
    #[error("the chain of certificates is longer or has more branches than are searched")]
    ChainTooComplex,
}

impl Fault {
    /// Every name that [`Self::code`] gives, in the order of the spec's table.
    pub const CODES: [&'static str; 31] = [
        "time.malformed",
        "time.too_large",
        "time.not_a_token",
        "time.not_granted",
        "time.imprint_mismatch",
        "time.imprint_weak",
        "time.nonce_mismatch",
        "time.policy_mismatch",
        "time.signer_count",
        "time.attributes_missing",
        "time.content_type",
        "time.message_digest",
        "time.signing_certificate_missing",
        "time.signing_certificate_mismatch",
        "time.digest_weak",
        "time.key_too_short",
        "time.algorithm_mismatch",
        "time.signature_invalid",
        "time.extended_key_usage",
        "time.key_usage",
        "time.ca_as_signer",
        "time.tsa_name_mismatch",
        "time.certificate_not_valid_then",
        "time.chain_invalid",
        "time.authority_unknown",
        "time.certificate_missing",
        "time.algorithm_unsupported",
        "time.extension_unsupported",
        "time.version_unsupported",
        "time.certificate_unsupported",
        "time.chain_too_complex",
    ];

    pub(crate) fn malformed(what: &'static str) -> Self {
        Self::Malformed { what }
    }

    /// The stable name, such as `time.imprint_mismatch`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Malformed { .. } => "time.malformed",
            Self::TooLarge { .. } => "time.too_large",
            Self::NotAToken { .. } => "time.not_a_token",
            Self::NotGranted { .. } => "time.not_granted",
            Self::ImprintMismatch { .. } => "time.imprint_mismatch",
            Self::ImprintWeak { .. } => "time.imprint_weak",
            Self::NonceMismatch { .. } => "time.nonce_mismatch",
            Self::PolicyMismatch { .. } => "time.policy_mismatch",
            Self::SignerCount { .. } => "time.signer_count",
            Self::AttributesMissing => "time.attributes_missing",
            Self::ContentType => "time.content_type",
            Self::MessageDigest => "time.message_digest",
            Self::SigningCertificateMissing => "time.signing_certificate_missing",
            Self::SigningCertificateMismatch => "time.signing_certificate_mismatch",
            Self::DigestWeak { .. } => "time.digest_weak",
            Self::KeyTooShort { .. } => "time.key_too_short",
            Self::AlgorithmMismatch => "time.algorithm_mismatch",
            Self::SignatureInvalid => "time.signature_invalid",
            Self::ExtendedKeyUsage { .. } => "time.extended_key_usage",
            Self::KeyUsage => "time.key_usage",
            Self::CaAsSigner => "time.ca_as_signer",
            Self::TsaNameMismatch => "time.tsa_name_mismatch",
            Self::CertificateNotValidThen { .. } => "time.certificate_not_valid_then",
            Self::ChainInvalid { .. } => "time.chain_invalid",
            Self::AuthorityUnknown { .. } => "time.authority_unknown",
            Self::CertificateMissing => "time.certificate_missing",
            Self::AlgorithmUnsupported { .. } => "time.algorithm_unsupported",
            Self::ExtensionUnsupported { .. } => "time.extension_unsupported",
            Self::VersionUnsupported { .. } => "time.version_unsupported",
            Self::CertificateUnsupported { .. } => "time.certificate_unsupported",
            Self::ChainTooComplex => "time.chain_too_complex",
        }
    }

    /// Whether the token is refuted, or only not judged.
    pub fn weight(&self) -> Weight {
        match self {
            Self::AuthorityUnknown { .. }
            | Self::CertificateMissing
            | Self::AlgorithmUnsupported { .. }
            | Self::ExtensionUnsupported { .. }
            | Self::VersionUnsupported { .. }
            | Self::CertificateUnsupported { .. }
            | Self::ChainTooComplex => Weight::CannotTell,
            _ => Weight::DoesNotHold,
        }
    }
}

/// The name of a digest that is not good enough, for [`Fault::ImprintWeak`] and [`Fault::DigestWeak`].
pub(crate) fn weak_digest(oid: Oid) -> Option<&'static str> {
    use crate::oid::{MD5, RIPEMD160, SHA1};
    [(SHA1, "SHA-1"), (MD5, "MD5"), (RIPEMD160, "RIPEMD-160")]
        .into_iter()
        .find(|(weak, _)| *weak == oid)
        .map(|(_, n)| n)
}

/// The digest that an algorithm identifier names, or the fault that it is weak or unknown.
pub(crate) fn strong_digest(oid: Oid, place: &'static str) -> Result<Algorithm, Fault> {
    match (Algorithm::from_oid(oid), weak_digest(oid)) {
        (Some(algorithm), _) => Ok(algorithm),
        (None, Some(algorithm)) => Err(Fault::DigestWeak { algorithm, place }),
        (None, None) => Err(Fault::AlgorithmUnsupported { algorithm: oid, place }),
    }
}
