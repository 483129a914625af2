//! The signature algorithms of certificates, as `rustls-webpki` asks for them.

use rustls_pki_types::{AlgorithmIdentifier, InvalidSignature, SignatureVerificationAlgorithm, alg_id};

use crate::imprint::Algorithm;
use crate::signature::{Key, Scheme};

/// One pair of key and signature algorithm.
#[derive(Debug)]
struct Verifier {
    key: AlgorithmIdentifier,
    signature: AlgorithmIdentifier,
    read: fn(&[u8]) -> Option<Key>,
    scheme: Scheme,
    digest: Algorithm,
}

impl SignatureVerificationAlgorithm for Verifier {
    fn verify_signature(&self, public_key: &[u8], message: &[u8], signature: &[u8]) -> Result<(), InvalidSignature> {
        let key = (self.read)(public_key).ok_or(InvalidSignature)?;
        key.verify(self.scheme, self.digest, message, signature).map_err(|_| InvalidSignature)
    }

    fn public_key_alg_id(&self) -> AlgorithmIdentifier {
        self.key
    }

    fn signature_alg_id(&self) -> AlgorithmIdentifier {
        self.signature
    }
}

const fn rsa(signature: AlgorithmIdentifier, digest: Algorithm) -> Verifier {
    Verifier { key: alg_id::RSA_ENCRYPTION, signature, read: Key::rsa, scheme: Scheme::RsaPkcs1, digest }
}

const fn pss(signature: AlgorithmIdentifier, digest: Algorithm, salt_len: usize) -> Verifier {
    let scheme = Scheme::RsaPss { salt_len };
    Verifier { key: alg_id::RSA_ENCRYPTION, signature, read: Key::rsa, scheme, digest }
}

const fn ecdsa(
    key: AlgorithmIdentifier,
    read: fn(&[u8]) -> Option<Key>,
    signature: AlgorithmIdentifier,
    digest: Algorithm,
) -> Verifier {
    Verifier { key, signature, read, scheme: Scheme::Ecdsa, digest }
}

/// id-RSASSA-PSS without parameters, the key of an authority that signs with PSS only (RFC 4055, 3.1).
const PSS_KEY: AlgorithmIdentifier =
    AlgorithmIdentifier::from_slice(&[0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0a]);

const fn pss_key(verifier: Verifier, key: AlgorithmIdentifier) -> Verifier {
    Verifier { key, ..verifier }
}

const PSS_256: Verifier = pss(alg_id::RSA_PSS_SHA256, Algorithm::Sha256, 32);
const PSS_384: Verifier = pss(alg_id::RSA_PSS_SHA384, Algorithm::Sha384, 48);
const PSS_512: Verifier = pss(alg_id::RSA_PSS_SHA512, Algorithm::Sha512, 64);

/// Every one that is known. No SHA-1, no MD5.
pub(super) static ALL: &[&dyn SignatureVerificationAlgorithm] = &[
    &rsa(alg_id::RSA_PKCS1_SHA256, Algorithm::Sha256),
    &rsa(alg_id::RSA_PKCS1_SHA384, Algorithm::Sha384),
    &rsa(alg_id::RSA_PKCS1_SHA512, Algorithm::Sha512),
    &PSS_256,
    &PSS_384,
    &PSS_512,
    // The key may be restricted to the very parameters of the signature.
    &pss_key(PSS_256, PSS_KEY),
    &pss_key(PSS_384, PSS_KEY),
    &pss_key(PSS_512, PSS_KEY),
    &pss_key(PSS_256, alg_id::RSA_PSS_SHA256),
    &pss_key(PSS_384, alg_id::RSA_PSS_SHA384),
    &pss_key(PSS_512, alg_id::RSA_PSS_SHA512),
    &ecdsa(alg_id::ECDSA_P256, Key::p256, alg_id::ECDSA_SHA256, Algorithm::Sha256),
    &ecdsa(alg_id::ECDSA_P256, Key::p256, alg_id::ECDSA_SHA384, Algorithm::Sha384),
    &ecdsa(alg_id::ECDSA_P256, Key::p256, alg_id::ECDSA_SHA512, Algorithm::Sha512),
    &ecdsa(alg_id::ECDSA_P384, Key::p384, alg_id::ECDSA_SHA256, Algorithm::Sha256),
    &ecdsa(alg_id::ECDSA_P384, Key::p384, alg_id::ECDSA_SHA384, Algorithm::Sha384),
    &ecdsa(alg_id::ECDSA_P384, Key::p384, alg_id::ECDSA_SHA512, Algorithm::Sha512),
    &ecdsa(alg_id::ECDSA_P521, Key::p521, alg_id::ECDSA_SHA256, Algorithm::Sha256),
    &ecdsa(alg_id::ECDSA_P521, Key::p521, alg_id::ECDSA_SHA384, Algorithm::Sha384),
    &ecdsa(alg_id::ECDSA_P521, Key::p521, alg_id::ECDSA_SHA512, Algorithm::Sha512),
    &Verifier {
        key: alg_id::ED25519,
        signature: alg_id::ED25519,
        read: Key::ed25519,
        scheme: Scheme::Ed25519,
        digest: Algorithm::Sha512,
    },
];
