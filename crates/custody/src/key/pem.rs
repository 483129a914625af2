//! Reading private keys: PKCS#8 PEM (RFC 5208, RFC 5958, RFC 8410), encrypted with PBES2 (RFC 8018, RFC 7914).

use ed25519_dalek::pkcs8::KeypairBytes;
use pkcs8::pkcs5::EncryptionScheme;
use pkcs8::pkcs5::pbes2::Kdf;
use pkcs8::{EncryptedPrivateKeyInfoRef, PrivateKeyInfoRef, SecretDocument};

use super::KeyPair;

/// The largest private key text, in bytes.
pub(crate) const MAX_PEM_LEN: usize = 16 * 1024;

/// The most memory that a key file may ask scrypt to use (`128 * N * r`), in bytes. OpenSSL's own limit is 32 MiB.
const MAX_SCRYPT_MEMORY: u64 = 64 << 20;
/// The most work (`N * r * p`): some 2 seconds.
const MAX_SCRYPT_WORK: u64 = 1 << 21;
/// The most rounds of PBKDF2: some seconds.
const MAX_PBKDF2_ROUNDS: u32 = 10_000_000;

pub(super) const PLAIN_LABEL: &str = "PRIVATE KEY";
pub(super) const ENCRYPTED_LABEL: &str = "ENCRYPTED PRIVATE KEY";

/// Why a private key cannot be read or written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// Not a PKCS#8 key in PEM form.
    #[error("not a PKCS#8 private key in PEM form")]
    NotPkcs8,
    /// A private key in OpenSSH's own form.
    #[error("an OpenSSH private key; sealbag reads PKCS#8 files, and uses OpenSSH keys through ssh-agent")]
    OpenSshForm,
    /// Over 16 KiB.
    #[error("the key text is too large for a private key")]
    TooLarge,
    /// A key of another algorithm than Ed25519.
    #[error("not an Ed25519 key")]
    NotEd25519,
    /// The key is encrypted and no passphrase was given.
    #[error("the key is encrypted: a passphrase is needed")]
    NeedsPassphrase,
    /// The passphrase does not open the key.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// An empty passphrase protects nothing.
    #[error("the passphrase is empty")]
    EmptyPassphrase,
    /// An encryption that this version does not know.
    #[error("the key's encryption is not supported; use PBES2 with PBKDF2 or scrypt and AES")]
    UnsupportedEncryption,
    /// Key derivation parameters that would take too much memory or time.
    #[error("the key asks for too costly a passphrase check")]
    CostlyEncryption,
    /// The public key stored beside the private key is another one.
    #[error("the public key in the file does not belong to the private key")]
    Mismatch,
    /// The key pair cannot be used for signing.
    #[error("the key cannot be used")]
    Unusable,
    /// The system gave no random numbers.
    #[error("the system gave no random numbers")]
    NoRandomNumbers,
}

impl KeyPair {
    /// Reads PKCS#8 PEM, version 1 or 2, plain or encrypted. The passphrase of a key that is not encrypted is ignored.
    pub fn from_pem(pem: &str, passphrase: Option<&[u8]>) -> Result<Self, KeyError> {
        if pem.len() > MAX_PEM_LEN {
            return Err(KeyError::TooLarge);
        }
        if pem.trim_start().starts_with("-----BEGIN OPENSSH PRIVATE KEY-----") {
            return Err(KeyError::OpenSshForm);
        }
        let (label, document) = SecretDocument::from_pem(pem).map_err(|_| KeyError::NotPkcs8)?;
        match label {
            PLAIN_LABEL => Self::from_der(document.as_bytes(), KeyError::NotPkcs8),
            ENCRYPTED_LABEL => {
                let info = EncryptedPrivateKeyInfoRef::try_from(document.as_bytes())
                    .map_err(|_| KeyError::UnsupportedEncryption)?;
                check_cost(&info.encryption_algorithm)?;
                let plain = info.decrypt(passphrase.ok_or(KeyError::NeedsPassphrase)?).map_err(decryption_error)?;
                // With a wrong passphrase the padding fits by chance in one case of 256: then it is not DER.
                Self::from_der(plain.as_bytes(), KeyError::WrongPassphrase)
            }
            _ => Err(KeyError::NotPkcs8),
        }
    }

    fn from_der(der: &[u8], not_a_key: KeyError) -> Result<Self, KeyError> {
        let info = PrivateKeyInfoRef::try_from(der).map_err(|_| not_a_key)?;
        if info.algorithm.oid != ed25519_dalek::pkcs8::ALGORITHM_OID {
            return Err(KeyError::NotEd25519);
        }
        let bytes = KeypairBytes::try_from(info).map_err(|_| KeyError::NotPkcs8)?;
        let pair = Self::from_seed(&bytes.secret_key)?;
        match &bytes.public_key {
            Some(stored) if stored.as_ref() != pair.public.as_bytes() => Err(KeyError::Mismatch),
            _ => Ok(pair),
        }
    }
}

/// The file's author chooses these numbers, so they are bounded before any memory or time is spent on them.
fn check_cost(scheme: &EncryptionScheme) -> Result<(), KeyError> {
    let EncryptionScheme::Pbes2(parameters) = scheme else { return Err(KeyError::UnsupportedEncryption) };
    let bearable = match &parameters.kdf {
        Kdf::Pbkdf2(kdf) => (1..=MAX_PBKDF2_ROUNDS).contains(&kdf.iteration_count),
        Kdf::Scrypt(kdf) => {
            let (n, r, p) = (kdf.cost_parameter, u64::from(kdf.block_size), u64::from(kdf.parallelization));
            if n < 2 || !n.is_power_of_two() || r == 0 || p == 0 {
                return Err(KeyError::UnsupportedEncryption);
            }
            let blocks = n.checked_mul(r);
            blocks.and_then(|blocks| blocks.checked_mul(128)).is_some_and(|bytes| bytes <= MAX_SCRYPT_MEMORY)
                && blocks.and_then(|blocks| blocks.checked_mul(p)).is_some_and(|work| work <= MAX_SCRYPT_WORK)
        }
        _ => return Err(KeyError::UnsupportedEncryption),
    };
    if bearable { Ok(()) } else { Err(KeyError::CostlyEncryption) }
}

fn decryption_error(error: pkcs8::Error) -> KeyError {
    use pkcs8::pkcs5::Error;
    match error {
        pkcs8::Error::EncryptedPrivateKey(
            Error::UnsupportedAlgorithm { .. } | Error::AlgorithmParametersInvalid { .. },
        ) => KeyError::UnsupportedEncryption,
        _ => KeyError::WrongPassphrase,
    }
}
