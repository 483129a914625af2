//! Signatures in OpenSSH's SSHSIG format, so that stock `ssh-keygen -Y verify` checks a bag.
//!
//! Spec: `docs/spec/signatures.md`, after OpenSSH PROTOCOL.sshsig and PROTOCOL.u2f. Stock ssh-keygen accepts some
//! things that this module refuses: an unreduced scalar, a filled reserved field, version 0, text after the armour, a
//! key of small order, a security key that nobody touched. One signature has one encoding here.

mod armour;
mod error;
pub mod wire;

use sha2::{Digest, Sha256, Sha512};

pub use armour::{BEGIN, END, MAX_ARMOUR_LEN};
pub use error::SignatureError;

use crate::public_key::{PublicKey, PublicKeyError, shown_name};
use wire::{Reader, push_string};

const MAGIC: &[u8; 6] = b"SSHSIG";
const VERSION: u32 = 1;
const HASH: &[u8] = b"sha512";

/// Bit 0 of a security key's flags: somebody touched it (WebAuthn, "user present").
const USER_PRESENT: u8 = 1;

/// What a signature is for. A signature made for one purpose is refused for every other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Namespace {
    /// Event 0 of a bag, the seal.
    Seal,
    /// A later event of the custody log.
    Event,
    /// A roster of keys.
    Roster,
    /// That one authority takes the roster of another for true.
    Recognition,
}

impl Namespace {
    /// The name as signed, and as `ssh-keygen -n` takes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Seal => "sealbag-seal-v1",
            Self::Event => "sealbag-event-v1",
            Self::Roster => "sealbag-roster-v1",
            Self::Recognition => "sealbag-recognition-v1",
        }
    }
}

/// Verifies an armoured signature over `message` and returns the key that made it.
///
/// A valid signature says that the holder of this key signed these bytes for this purpose. Whose key it is, is not
/// known here: the caller compares it with the signer named in the record and with its own anchor.
pub fn verify(armour: &[u8], namespace: Namespace, message: &[u8]) -> Result<PublicKey, SignatureError> {
    let blob = armour::decode(armour).ok_or(SignatureError::Armour)?;
    let fields = Fields::read(&blob)?;
    if fields.namespace != namespace.as_str().as_bytes() {
        let found = shown_name(fields.namespace);
        return Err(SignatureError::Namespace { found, expected: namespace.as_str() });
    }
    if fields.hash != HASH {
        return Err(SignatureError::UnsupportedHash(shown_name(fields.hash)));
    }
    let key = PublicKey::from_blob(fields.public_key).map_err(|error| match error {
        PublicKeyError::UnsupportedType(name) => SignatureError::UnsupportedKeyType(name),
        error => SignatureError::Key(error),
    })?;
    let signed = signed_bytes(namespace, message);
    verify_with_key(&key, &signed, fields.signature)?;
    Ok(key)
}

/// The bytes that a key signs for `message`: what ssh-agent is given to sign.
pub fn signed_bytes(namespace: Namespace, message: &[u8]) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    push_string(&mut out, namespace.as_str().as_bytes());
    push_string(&mut out, b"");
    push_string(&mut out, HASH);
    push_string(&mut out, &Sha512::digest(message));
    out
}

/// The armour around a signature that a key made over [`signed_bytes`].
///
/// `signature` is the SSH signature blob (`str(type) || str(R || S)`, with flags and counter for a security key), as
/// ssh-agent answers it. It is verified before it is wrapped.
pub fn wrap(key: &PublicKey, namespace: Namespace, message: &[u8], signature: &[u8]) -> Result<String, SignatureError> {
    verify_with_key(key, &signed_bytes(namespace, message), signature)?;
    let mut blob = MAGIC.to_vec();
    blob.extend_from_slice(&VERSION.to_be_bytes());
    push_string(&mut blob, &key.to_blob());
    push_string(&mut blob, namespace.as_str().as_bytes());
    push_string(&mut blob, b"");
    push_string(&mut blob, HASH);
    push_string(&mut blob, signature);
    Ok(armour::encode(&blob))
}

/// The fields of a version 1 blob whose meaning is not yet judged.
struct Fields<'a> {
    public_key: &'a [u8],
    namespace: &'a [u8],
    hash: &'a [u8],
    signature: &'a [u8],
}

impl<'a> Fields<'a> {
    fn read(blob: &'a [u8]) -> Result<Self, SignatureError> {
        let malformed = SignatureError::Blob;
        let mut reader = Reader::new(blob);
        if reader.bytes(MAGIC.len()) != Some(MAGIC) {
            return Err(malformed("it does not begin with SSHSIG"));
        }
        // Another version may have other fields: it is told apart before any of them is read.
        match reader.u32() {
            Some(VERSION) => {}
            Some(version) => return Err(SignatureError::UnsupportedVersion(version)),
            None => return Err(malformed("it is cut short")),
        }
        let mut string = || reader.string().ok_or(malformed("it is cut short"));
        let (public_key, namespace, reserved, hash, signature) =
            (string()?, string()?, string()?, string()?, string()?);
        if !reader.is_empty() {
            return Err(malformed("bytes follow its last field"));
        }
        // The reserved field is not covered by the signature when a verifier ignores it, so it must be empty.
        if !reserved.is_empty() {
            return Err(malformed("its reserved field is not empty"));
        }
        Ok(Self { public_key, namespace, hash, signature })
    }
}

/// Checks a signature blob by a known key over the bytes that [`signed_bytes`] gives.
fn verify_with_key(key: &PublicKey, signed: &[u8], signature: &[u8]) -> Result<(), SignatureError> {
    let malformed = SignatureError::Blob;
    let mut reader = Reader::new(signature);
    let algorithm = reader.string().ok_or(malformed("its signature is cut short"))?;
    if algorithm != key.key_type().as_bytes() {
        return Err(SignatureError::AlgorithmMismatch(shown_name(algorithm)));
    }
    let value = reader.string().and_then(|value| value.try_into().ok());
    let value = value.ok_or(malformed("its signature value does not have 64 bytes"))?;
    let message = match key.application() {
        None => signed.to_vec(),
        Some(application) => {
            let cut = malformed("its security key fields are cut short");
            let (flags, counter) = (reader.byte().ok_or(cut.clone())?, reader.u32().ok_or(cut)?);
            if flags & USER_PRESENT == 0 {
                return Err(SignatureError::UserNotPresent);
            }
            let mut message = Sha256::digest(application.as_bytes()).to_vec();
            message.push(flags);
            message.extend_from_slice(&counter.to_be_bytes());
            message.extend_from_slice(&Sha256::digest(signed));
            message
        }
    };
    if !reader.is_empty() {
        return Err(malformed("bytes follow its signature"));
    }
    if key.verify_ed25519(&message, value) { Ok(()) } else { Err(SignatureError::Invalid) }
}
