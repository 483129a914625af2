//! Writing private keys: PKCS#8 version 1 in PEM, as OpenSSL 3 reads it.

use ed25519_dalek::pkcs8::{EncodePrivateKey, KeypairBytes};
use pkcs8::pkcs5::pbes2;
use pkcs8::{LineEnding, PrivateKeyInfoRef};
use zeroize::Zeroizing;

use super::pem::{ENCRYPTED_LABEL, PLAIN_LABEL};
use super::{KeyError, KeyPair};

impl KeyPair {
    /// Writes the key as PKCS#8 version 1 PEM; with a passphrase encrypted by scrypt (N = 2^14, r = 8, p = 1) and
    /// AES-256-CBC. OpenSSL 3 reads both.
    pub fn to_pem(&self, passphrase: Option<&[u8]>) -> Result<Zeroizing<String>, KeyError> {
        // OpenSSL 3.0 refuses version 2, which is written as soon as the public key stands beside the private one.
        let bytes = KeypairBytes { secret_key: self.secret.to_bytes(), public_key: None };
        let document = bytes.to_pkcs8_der().map_err(|_| KeyError::Unusable)?;
        let pem = match passphrase {
            None => document.to_pem(PLAIN_LABEL, LineEnding::LF),
            Some([]) => return Err(KeyError::EmptyPassphrase),
            Some(passphrase) => {
                let info = PrivateKeyInfoRef::try_from(document.as_bytes()).map_err(|_| KeyError::Unusable)?;
                let encrypted = info.encrypt_with_params(encryption()?, passphrase).map_err(|_| KeyError::Unusable)?;
                encrypted.to_pem(ENCRYPTED_LABEL, LineEnding::LF)
            }
        };
        pem.map_err(|_| KeyError::Unusable)
    }
}

fn encryption() -> Result<pbes2::Parameters, KeyError> {
    let (mut salt, mut iv) = ([0; 16], [0; 16]);
    getrandom::fill(&mut salt).map_err(|_| KeyError::NoRandomNumbers)?;
    getrandom::fill(&mut iv).map_err(|_| KeyError::NoRandomNumbers)?;
    let kdf = pbes2::ScryptParams {
        salt: pbes2::Salt::new(salt).map_err(|_| KeyError::Unusable)?,
        cost_parameter: 1 << 14,
        block_size: 8,
        parallelization: 1,
        key_length: None,
    };
    Ok(pbes2::Parameters { kdf: kdf.into(), encryption: pbes2::EncryptionScheme::Aes256Cbc { iv } })
}
