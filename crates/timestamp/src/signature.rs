//! Signatures: RSA (PKCS #1 v1.5 and PSS), ECDSA on P-256, P-384 and P-521, Ed25519. Verification only.
//!
//! Everything is computed in Rust, so that the same code runs in a browser. The crate `rsa` has a known weakness of its
//! private operation (RUSTSEC-2023-0071); there is no private key here.

use der::Decode;
use p256::ecdsa::signature::hazmat::PrehashVerifier;
use pkcs1::{RsaPssParamsOwned, RsaPublicKeyRef};
use rsa::{BoxedUint, Pkcs1v15Sign, Pss, PublicKey};
use sha2::{Sha256, Sha384, Sha512};
use x509_cert::spki::SubjectPublicKeyInfoOwned;

use crate::Oid;
use crate::algorithm::AlgorithmId;
use crate::fault::{Fault, strong_digest};
use crate::imprint::Algorithm;
use crate::oid;

/// Shorter moduli can be factored.
pub(crate) const MIN_RSA_BITS: usize = 2048;
/// Longer ones only cost time.
const MAX_RSA_BITS: usize = 8192;

/// How a signature is made from a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    RsaPkcs1,
    RsaPss { salt_len: usize },
    Ecdsa,
    Ed25519,
}

/// A public key.
#[derive(Debug)]
pub(crate) enum Key {
    Rsa(Box<PublicKey>),
    P256(p256::ecdsa::VerifyingKey),
    P384(p384::ecdsa::VerifyingKey),
    P521(p521::ecdsa::VerifyingKey),
    Ed25519(ed25519_dalek::VerifyingKey),
}

/// The signature does not hold.
#[derive(Debug)]
pub(crate) struct Invalid;

impl Key {
    /// # Errors
    /// An algorithm or curve that is not known, a short RSA key, or a key that is none.
    pub(crate) fn of(spki: &SubjectPublicKeyInfoOwned, place: &'static str) -> Result<Self, Fault> {
        let malformed = || Fault::malformed("the public key of its certificate");
        let key = spki.subject_public_key.as_bytes().ok_or_else(malformed)?;
        match spki.algorithm.oid {
            oid::RSA | oid::RSA_PSS => {
                let bits = rsa_bits(key).ok_or_else(malformed)?;
                if bits < MIN_RSA_BITS {
                    return Err(Fault::KeyTooShort { bits, place });
                }
                if bits > MAX_RSA_BITS {
                    return Err(Fault::AlgorithmUnsupported {
                        algorithm: spki.algorithm.oid,
                        place: "key of its certificate",
                    });
                }
                rsa(key).ok_or_else(malformed)
            }
            oid::EC => {
                let curve = spki.algorithm.parameters.as_ref().and_then(|curve| curve.decode_as::<Oid>().ok());
                let curve = curve.ok_or_else(malformed)?;
                match curve {
                    oid::P256 => Self::p256(key),
                    oid::P384 => Self::p384(key),
                    oid::P521 => Self::p521(key),
                    _ => return Err(Fault::AlgorithmUnsupported { algorithm: curve, place: "key of its certificate" }),
                }
                .ok_or_else(malformed)
            }
            oid::ED25519 => Self::ed25519(key).ok_or_else(malformed),
            algorithm => Err(Fault::AlgorithmUnsupported { algorithm, place: "key of its certificate" }),
        }
    }

    pub(crate) fn rsa(key: &[u8]) -> Option<Self> {
        (MIN_RSA_BITS..=MAX_RSA_BITS).contains(&rsa_bits(key)?).then(|| rsa(key)).flatten()
    }

    pub(crate) fn p256(point: &[u8]) -> Option<Self> {
        p256::ecdsa::VerifyingKey::from_sec1_bytes(point).ok().map(Self::P256)
    }

    pub(crate) fn p384(point: &[u8]) -> Option<Self> {
        p384::ecdsa::VerifyingKey::from_sec1_bytes(point).ok().map(Self::P384)
    }

    pub(crate) fn p521(point: &[u8]) -> Option<Self> {
        p521::ecdsa::VerifyingKey::from_sec1_bytes(point).ok().map(Self::P521)
    }

    pub(crate) fn ed25519(point: &[u8]) -> Option<Self> {
        let key = ed25519_dalek::VerifyingKey::from_bytes(point.try_into().ok()?).ok()?;
        (!key.is_weak()).then_some(Self::Ed25519(key))
    }

    /// Whether the key can make such signatures.
    pub(crate) fn fits(&self, scheme: Scheme) -> bool {
        match self {
            Self::Rsa(_) => matches!(scheme, Scheme::RsaPkcs1 | Scheme::RsaPss { .. }),
            Self::P256(_) | Self::P384(_) | Self::P521(_) => scheme == Scheme::Ecdsa,
            Self::Ed25519(_) => scheme == Scheme::Ed25519,
        }
    }

    /// Verifies a signature over `message`, which is hashed with `digest` first; Ed25519 takes the message as it is.
    pub(crate) fn verify(
        &self,
        scheme: Scheme,
        digest: Algorithm,
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), Invalid> {
        let hash = digest.digest(message);
        let holds = match (self, scheme) {
            (Self::Rsa(key), Scheme::RsaPkcs1) => {
                let padding = match digest {
                    Algorithm::Sha256 => Pkcs1v15Sign::new::<Sha256>(),
                    Algorithm::Sha384 => Pkcs1v15Sign::new::<Sha384>(),
                    Algorithm::Sha512 => Pkcs1v15Sign::new::<Sha512>(),
                };
                key.verify(padding, &hash, signature).is_ok()
            }
            (Self::Rsa(key), Scheme::RsaPss { salt_len }) => match digest {
                Algorithm::Sha256 => key.verify(Pss::<Sha256>::new_with_salt(salt_len), &hash, signature),
                Algorithm::Sha384 => key.verify(Pss::<Sha384>::new_with_salt(salt_len), &hash, signature),
                Algorithm::Sha512 => key.verify(Pss::<Sha512>::new_with_salt(salt_len), &hash, signature),
            }
            .is_ok(),
            (Self::P256(key), Scheme::Ecdsa) => p256::ecdsa::Signature::from_der(signature)
                .and_then(|signature| key.verify_prehash(&hash, &signature))
                .is_ok(),
            (Self::P384(key), Scheme::Ecdsa) => p384::ecdsa::Signature::from_der(signature)
                .and_then(|signature| key.verify_prehash(&hash, &signature))
                .is_ok(),
            (Self::P521(key), Scheme::Ecdsa) => {
                // A digest of less than half the length of the curve is refused by the library; a number is meant.
                let mut number = vec![0; 66 - hash.len()];
                number.extend_from_slice(&hash);
                p521::ecdsa::Signature::from_der(signature)
                    .and_then(|signature| key.verify_prehash(&number, &signature))
                    .is_ok()
            }
            (Self::Ed25519(key), Scheme::Ed25519) => ed25519_dalek::Signature::from_slice(signature)
                .and_then(|signature| key.verify_strict(message, &signature))
                .is_ok(),
            _ => false,
        };
        if holds { Ok(()) } else { Err(Invalid) }
    }
}

fn rsa_parts(key: &[u8]) -> Option<RsaPublicKeyRef<'_>> {
    RsaPublicKeyRef::from_der(key).ok()
}

/// Number of bits of the modulus.
pub(crate) fn rsa_bits(key: &[u8]) -> Option<usize> {
    let modulus = rsa_parts(key)?.modulus.as_bytes().to_vec();
    let first = modulus.first()?;
    Some(modulus.len() * 8 - first.leading_zeros() as usize)
}

fn rsa(key: &[u8]) -> Option<Key> {
    let parts = rsa_parts(key)?;
    let number = |bytes: &[u8]| BoxedUint::from_be_slice_vartime(bytes);
    let (modulus, exponent) = (number(parts.modulus.as_bytes()), number(parts.public_exponent.as_bytes()));
    let key = PublicKey::new_with_size_limits(modulus, exponent, MIN_RSA_BITS..=MAX_RSA_BITS).ok()?;
    Some(Key::Rsa(Box::new(key)))
}

/// The scheme that a signer's signature algorithm names, which must go with `digest`.
///
/// # Errors
/// [`Fault::AlgorithmUnsupported`], [`Fault::AlgorithmMismatch`], [`Fault::DigestWeak`], [`Fault::Malformed`].
pub(crate) fn scheme(id: &AlgorithmId, digest: Algorithm) -> Result<Scheme, Fault> {
    let expected = match id.oid {
        // The digest stands in the signer's own field (RFC 3370, 3.2).
        oid::RSA => digest,
        oid::RSA_SHA256 | oid::ECDSA_SHA256 => Algorithm::Sha256,
        oid::RSA_SHA384 | oid::ECDSA_SHA384 => Algorithm::Sha384,
        oid::RSA_SHA512 | oid::ECDSA_SHA512 => Algorithm::Sha512,
        oid::RSA_PSS => return pss(&id.parameters, digest),
        // RFC 8419, 3.1: with signed attributes the digest is SHA-512.
        oid::ED25519 => Algorithm::Sha512,
        oid => match weak_signature(oid) {
            Some(algorithm) => return Err(Fault::DigestWeak { algorithm, place: "time-stamp" }),
            None => return Err(Fault::AlgorithmUnsupported { algorithm: oid, place: "signature" }),
        },
    };
    if !id.is_plain() {
        return Err(Fault::malformed("the parameters of its signature"));
    }
    if expected != digest {
        return Err(Fault::AlgorithmMismatch);
    }
    Ok(match id.oid {
        oid::RSA | oid::RSA_SHA256 | oid::RSA_SHA384 | oid::RSA_SHA512 => Scheme::RsaPkcs1,
        oid::ED25519 => Scheme::Ed25519,
        _ => Scheme::Ecdsa,
    })
}

/// The digest in the name of a signature algorithm, if it is a weak one.
pub(crate) fn weak_signature(oid: Oid) -> Option<&'static str> {
    match oid {
        oid::RSA_SHA1 | oid::ECDSA_SHA1 => Some("SHA-1"),
        oid::RSA_MD5 => Some("MD5"),
        _ => None,
    }
}

/// RSASSA-PSS-params (RFC 4055, 3.1): one digest for message and mask, which is the signer's, and any length of salt.
fn pss(parameters: &[u8], digest: Algorithm) -> Result<Scheme, Fault> {
    // Absent parameters mean SHA-1.
    if parameters.is_empty() {
        return Err(Fault::DigestWeak { algorithm: "SHA-1", place: "time-stamp" });
    }
    let parameters =
        RsaPssParamsOwned::from_der(parameters).map_err(|_| Fault::malformed("the parameters of its signature"))?;
    let hash = strong_digest(parameters.hash.oid, "time-stamp")?;
    if parameters.mask_gen.oid != oid::MGF1 {
        return Err(Fault::AlgorithmUnsupported { algorithm: parameters.mask_gen.oid, place: "signature" });
    }
    let mask = parameters.mask_gen.parameters.ok_or(Fault::malformed("the parameters of its signature"))?.oid;
    if hash != digest {
        return Err(Fault::AlgorithmMismatch);
    }
    // Another digest for the mask is legal and rare; it is not computed here.
    if mask != hash.oid() {
        return Err(Fault::AlgorithmUnsupported { algorithm: mask, place: "mask of the signature" });
    }
    Ok(Scheme::RsaPss { salt_len: usize::from(parameters.salt_len) })
}
