//! Why a signature is not accepted.

use crate::public_key::PublicKeyError;

/// Why a signature is not accepted.
///
/// Most are a violation: somebody signed something else, or the signature was changed. Where
/// [`is_unsupported`](Self::is_unsupported) says so, this version cannot tell.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SignatureError {
    /// Not the one armour of a signature.
    #[error("the signature is not armoured as ssh-keygen writes it")]
    Armour,
    /// The decoded signature does not have the fields of its version.
    #[error("the signature is malformed: {0}")]
    Blob(&'static str),
    /// A version other than 1.
    #[error("the signature has version {0}, only version 1 is supported")]
    UnsupportedVersion(u32),
    /// Made for another purpose.
    #[error("the signature was made for \"{found}\", not for \"{expected}\"")]
    Namespace {
        /// The namespace in the signature.
        found: String,
        /// The namespace asked for.
        expected: &'static str,
    },
    /// A message hash other than sha512.
    #[error("the signature uses the hash {0}, only sha512 is supported")]
    UnsupportedHash(String),
    /// A key type that this version does not know.
    #[error("the signature is by a key of type {0}, which is not supported")]
    UnsupportedKeyType(String),
    /// The key in the signature is malformed or weak.
    #[error("the key in the signature is refused: {0}")]
    Key(#[source] PublicKeyError),
    /// The signature is of another algorithm than its key.
    #[error("the signature is of algorithm {0}, which is not that of its key")]
    AlgorithmMismatch(String),
    /// A security key signed without being touched.
    #[error("the security key signed without anybody touching it")]
    UserNotPresent,
    /// The key did not sign these bytes.
    #[error("the signature does not fit the signed bytes")]
    Invalid,
}

impl SignatureError {
    /// True if the signature is of a version, hash or key type that this version cannot judge.
    pub fn is_unsupported(&self) -> bool {
        matches!(self, Self::UnsupportedVersion(_) | Self::UnsupportedHash(_) | Self::UnsupportedKeyType(_))
    }
}
