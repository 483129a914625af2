//! Keys and signatures.

use pkcs8::pkcs5::EncryptionScheme;
use pkcs8::pkcs5::pbes2::Kdf;
use pkcs8::{EncryptedPrivateKeyInfoRef, SecretDocument};
use sealbag_custody::key::{KeyError, KeyPair, Signer};
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::sshsig::{self, Namespace};
use sealbag_manifest::text::is_plain;

use crate::vectors;

/// The passphrase of every encrypted key of the corpus.
pub(super) const PASSPHRASE: &[u8] = b"passphrase";

/// A public key's line, its blob, a private key's file.
pub(super) fn keys(data: &[u8]) {
    if let Ok(key) = PublicKey::from_blob(data) {
        assert_eq!(key.to_blob(), data);
        public(&key);
    }
    let Ok(text) = std::str::from_utf8(data) else { return };
    match PublicKey::from_line(text) {
        Ok((key, comment)) => {
            let line = key.to_line();
            let rest = text.strip_prefix(&line).expect("a key has one spelling");
            let rest = rest.strip_suffix('\n').unwrap_or(rest);
            assert_eq!(rest.strip_prefix(' ').unwrap_or_default(), comment);
            assert!(is_plain(&comment));
            assert_eq!(PublicKey::try_from(text.to_owned()).is_ok(), text == line);
            public(&key);
        }
        Err(error) => assert!(is_plain(&error.to_string()), "{error}"),
    }
    private(text);
}

fn public(key: &PublicKey) {
    assert_eq!(PublicKey::from_blob(&key.to_blob()).as_ref(), Ok(key));
    assert_eq!(PublicKey::from_line(&key.to_line()), Ok((key.clone(), String::new())));
    assert_eq!(key.fingerprint().len(), 50);
}

fn private(text: &str) {
    let read = match KeyPair::from_pem(text, None) {
        // Deriving a key may take seconds, as the file asks for it: the program bounds that, the fuzzer has less time.
        Err(KeyError::NeedsPassphrase) if is_cheap(text) => KeyPair::from_pem(text, Some(PASSPHRASE)),
        read => read,
    };
    match read {
        Ok(pair) => {
            let pem = pair.to_pem(None).expect("a key can be written");
            let again = KeyPair::from_pem(&pem, None).expect("a key that was written");
            assert_eq!(again.public_key(), pair.public_key());
        }
        Err(error) => assert!(is_plain(&error.to_string()), "{error}"),
    }
}

fn is_cheap(text: &str) -> bool {
    let Ok((_, document)) = SecretDocument::from_pem(text) else { return false };
    let Ok(info) = EncryptedPrivateKeyInfoRef::try_from(document.as_bytes()) else { return false };
    let EncryptionScheme::Pbes2(parameters) = &info.encryption_algorithm else { return true };
    match &parameters.kdf {
        Kdf::Pbkdf2(kdf) => kdf.iteration_count <= 1000,
        Kdf::Scrypt(kdf) => {
            let blocks = kdf.cost_parameter.checked_mul(u64::from(kdf.block_size));
            blocks.and_then(|blocks| blocks.checked_mul(u64::from(kdf.parallelization))).is_some_and(|n| n <= 256)
        }
        _ => true,
    }
}

/// What the signatures of the corpus are over.
pub(super) const MESSAGE: &[u8] = b"a record\n";

/// An armour, and a blob in the armour that it has: of a key that nobody has, none verifies but the one that was made.
pub(super) fn signatures(data: &[u8]) {
    armour(data);
    armour(armoured(data).as_bytes());
}

fn armour(armour: &[u8]) {
    for namespace in [Namespace::Seal, Namespace::Event, Namespace::Roster] {
        match sshsig::verify(armour, namespace, MESSAGE) {
            Ok(key) => {
                assert_eq!(namespace, Namespace::Seal);
                let pair = KeyPair::from_seed(&vectors::officer_seed()).expect("a key");
                let good = pair.sign(Namespace::Seal, MESSAGE).expect("a signature");
                let is_hardware = armour == vectors::hardware_signature(MESSAGE).1.as_bytes();
                assert!(
                    armour == good.as_bytes() && key == *pair.public_key() || is_hardware,
                    "a signature was forged"
                );
            }
            Err(error) => assert!(is_plain(&error.to_string()), "{error}"),
        }
    }
}

/// Base64 in lines of 70 between the two marks, as the corpus has it and as a sealer writes it.
fn armoured(blob: &[u8]) -> String {
    vectors::armour_of(blob)
}
