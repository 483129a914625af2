//! Points and scalars under which a signature holds that nobody made: small order, second encodings, unreduced values.

use ed25519_dalek::{Signature, Verifier, VerifyingKey};
use sealbag_custody::public_key::{PublicKey, PublicKeyError};
use sealbag_custody::sshsig::SignatureError;
use sha2::{Digest, Sha512};

use crate::blob::{self, Blob, MESSAGE, key, plain_key_blob, plain_signature};
use crate::forged::{error, value};

/// The eight points of small order in their canonical encoding, then all second encodings of them.
const LOW_ORDER: [&str; 14] = [
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
];

/// The order of the group, little-endian.
const L: &str = "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";

fn bytes32(hex: &str) -> [u8; 32] {
    sealbag_manifest::digest::unhex(hex).and_then(|bytes| bytes.try_into().ok()).expect("32 bytes in hex")
}

#[test]
fn refuses_an_unreduced_scalar() {
    let (mut value, mut carry) = (value(), 0);
    for (byte, l) in value[32..].iter_mut().zip(bytes32(L)) {
        let sum = u16::from(*byte) + u16::from(l) + carry;
        (*byte, carry) = (sum.to_le_bytes()[0], sum >> 8);
    }
    assert_eq!(error(&Blob { signature: plain_signature(&value), ..Blob::default() }), SignatureError::Invalid);
}

#[test]
fn refuses_keys_of_small_order_under_which_anything_verifies() {
    // R neutral and S zero: the equation S*B = R + k*A holds for a neutral A and every message.
    let mut forged = [0; 64];
    forged[0] = 1;
    let neutral = VerifyingKey::from_bytes(&bytes32(LOW_ORDER[0])).expect("a point");
    assert!(neutral.verify(b"any message", &Signature::from_bytes(&forged)).is_ok(), "the forgery is real");
    for hex in LOW_ORDER {
        let point = bytes32(hex);
        let error =
            error(&Blob { key: plain_key_blob(&point), signature: plain_signature(&forged), ..Blob::default() });
        assert!(matches!(error, SignatureError::Key(PublicKeyError::Weak | PublicKeyError::Malformed(_))), "{hex}");
        assert!(PublicKey::from_ed25519_bytes(&point).is_err(), "{hex}");
    }
    for hex in &LOW_ORDER[..8] {
        assert_eq!(PublicKey::from_ed25519_bytes(&bytes32(hex)), Err(PublicKeyError::Weak), "{hex}");
    }
}

#[test]
fn refuses_a_second_encoding_of_a_key() {
    // p + 2 to p + 18 are read as y = 2 to 18 by a decoder that reduces.
    let mut points = 0;
    for low in 0xEF..=0xFF {
        for high in [0x7F, 0xFF] {
            let mut bytes = [0xFF; 32];
            (bytes[0], bytes[31]) = (low, high);
            points += usize::from(VerifyingKey::from_bytes(&bytes).is_ok());
            assert!(PublicKey::from_ed25519_bytes(&bytes).is_err(), "{low:x}");
        }
    }
    assert!(points > 0, "some of them are points, and are refused for their encoding");
}

#[test]
fn refuses_a_signature_with_r_of_small_order() {
    fn integer<S: From<u64>>(_like: &S, value: u64) -> S {
        S::from(value)
    }
    let signed = blob::signed_bytes(blob::NAMESPACE, "sha512", MESSAGE);
    let secret = key().to_scalar();
    let r = bytes32(LOW_ORDER[0]);
    let k = Sha512::new().chain_update(r).chain_update(key().verifying_key().as_bytes()).chain_update(&signed);
    let base = integer(&secret, 256);
    let k = k
        .finalize()
        .iter()
        .rev()
        .fold(integer(&secret, 0), |sum, byte| sum * base + integer(&secret, u64::from(*byte)));
    let value: [u8; 64] = [r, (k * secret).to_bytes()].concat().try_into().expect("64 bytes");
    assert!(key().verifying_key().verify(&signed, &Signature::from_bytes(&value)).is_ok(), "only strict rules refuse");
    assert_eq!(error(&Blob { signature: plain_signature(&value), ..Blob::default() }), SignatureError::Invalid);
}
