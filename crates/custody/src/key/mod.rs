//! Signing keys.
//!
//! Spec: `docs/spec/keys.md`. A [`Signer`] is whatever holds a private key: a [`KeyPair`] in memory here, an agent
//! elsewhere. Secrets are wiped when they are dropped, and no error or debug output contains one.

mod pem;
#[cfg(feature = "fs")]
mod pem_write;

use std::fmt;

use ed25519_dalek::{Signer as _, SigningKey};

pub use pem::KeyError;
#[cfg(feature = "fs")]
pub(crate) use pem::MAX_PEM_LEN;

use crate::public_key::{ED25519, PublicKey};
use crate::sshsig::{self, Namespace, SignatureError, wire::push_string};

/// Holds a private key and signs with it.
pub trait Signer {
    /// The public half of the key.
    fn public_key(&self) -> &PublicKey;

    /// Signs `message` for one purpose and returns the SSHSIG armour.
    fn sign(&self, namespace: Namespace, message: &[u8]) -> Result<String, SignError>;
}

/// Why a key did not sign.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SignError {
    /// The key's holder gave a signature that does not verify.
    #[error("the signature that was made does not verify: {0}")]
    Unverifiable(#[from] SignatureError),
    /// The key's holder could not be reached, or refused.
    #[error("the key could not be used")]
    Unavailable {
        /// What happened, without secrets.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// An Ed25519 key pair in memory.
pub struct KeyPair {
    secret: SigningKey,
    public: PublicKey,
}

impl KeyPair {
    /// Makes a new key from the system's random numbers.
    #[cfg(feature = "fs")]
    pub fn generate() -> Result<Self, KeyError> {
        let mut seed = zeroize::Zeroizing::new([0; 32]);
        getrandom::fill(seed.as_mut()).map_err(|_| KeyError::NoRandomNumbers)?;
        Self::from_seed(&seed)
    }

    /// The key pair of a 32-byte seed (RFC 8032, 5.1.5).
    pub fn from_seed(seed: &[u8; 32]) -> Result<Self, KeyError> {
        let secret = SigningKey::from_bytes(seed);
        let public =
            PublicKey::from_ed25519_bytes(secret.verifying_key().as_bytes()).map_err(|_| KeyError::Unusable)?;
        Ok(Self { secret, public })
    }
}

impl Signer for KeyPair {
    fn public_key(&self) -> &PublicKey {
        &self.public
    }

    fn sign(&self, namespace: Namespace, message: &[u8]) -> Result<String, SignError> {
        let value = self.secret.sign(&sshsig::signed_bytes(namespace, message));
        let mut signature = Vec::with_capacity(128);
        push_string(&mut signature, ED25519.as_bytes());
        push_string(&mut signature, &value.to_bytes());
        Ok(sshsig::wrap(&self.public, namespace, message, &signature)?)
    }
}

impl fmt::Debug for KeyPair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyPair").field("public", &self.public).finish_non_exhaustive()
    }
}
