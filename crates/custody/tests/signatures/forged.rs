//! What the signature rules refuse, each case breaking one rule of `docs/spec/signatures.md`.

use ed25519_dalek::Signer as _;
use sealbag_custody::key::{KeyPair, Signer};
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::sshsig::{self, Namespace, SignatureError};

use crate::blob::{self, Blob, MESSAGE, armour, key, plain_key_blob, plain_signature, security_key_signature, string};

pub(crate) fn verify(armour: &str) -> Result<PublicKey, SignatureError> {
    sshsig::verify(armour.as_bytes(), Namespace::Seal, MESSAGE)
}

pub(crate) fn error(blob: &Blob) -> SignatureError {
    verify(&blob.armour()).expect_err("a signature that breaks a rule")
}

/// The 64 bytes R and S of a good signature.
pub(crate) fn value() -> [u8; 64] {
    key().sign(&blob::signed_bytes(blob::NAMESPACE, "sha512", MESSAGE)).to_bytes()
}

#[test]
fn accepts_a_good_signature_and_makes_the_same_bytes() {
    let good = Blob::default().armour();
    assert_eq!(verify(&good).expect("a good signature").to_line(), blob::line());
    let pair = KeyPair::from_seed(&[1; 32]).expect("a good seed");
    assert_eq!(pair.sign(Namespace::Seal, MESSAGE).expect("signed"), good);
    assert!(good.lines().all(|line| line.len() <= 70));
}

#[test]
fn refuses_other_bytes_under_the_signature() {
    let good = Blob::default().armour();
    for message in [&b""[..], &MESSAGE[1..], &[MESSAGE, b"\n"].concat()] {
        assert_eq!(sshsig::verify(good.as_bytes(), Namespace::Seal, message), Err(SignatureError::Invalid));
    }
}

#[test]
fn refuses_a_signature_made_for_another_purpose() {
    let all = [Namespace::Seal, Namespace::Event, Namespace::Roster];
    let pair = KeyPair::from_seed(&[1; 32]).expect("a good seed");
    for made_for in all {
        let armour = pair.sign(made_for, MESSAGE).expect("signed");
        for asked in all {
            let result = sshsig::verify(armour.as_bytes(), asked, MESSAGE);
            if made_for == asked {
                assert!(result.is_ok());
            } else {
                let (found, expected) = (made_for.as_str().to_owned(), asked.as_str());
                assert_eq!(result, Err(SignatureError::Namespace { found, expected }));
            }
        }
    }
    // The name exchanged after signing: the name fits, the signature does not.
    let swapped = Blob { namespace: b"sealbag-event-v1".to_vec(), ..Blob::default() };
    let result = sshsig::verify(swapped.armour().as_bytes(), Namespace::Event, MESSAGE);
    assert_eq!(result, Err(SignatureError::Invalid));
}

#[test]
fn refuses_a_filled_reserved_field() {
    let blob = Blob { reserved: b"X".to_vec(), ..Blob::default() };
    assert!(matches!(error(&blob), SignatureError::Blob(reason) if reason.contains("reserved")));
}

#[test]
fn an_unknown_version_hash_or_key_type_is_unsupported_and_never_accepted() {
    for version in [0, 2, u32::MAX] {
        let error = error(&Blob { version, ..Blob::default() });
        assert_eq!((&error, error.is_unsupported()), (&SignatureError::UnsupportedVersion(version), true));
    }
    for hash in ["sha256", "md5", "", "SHA512"] {
        let value = key().sign(&blob::signed_bytes(blob::NAMESPACE, hash, MESSAGE)).to_bytes();
        let blob = Blob { hash: hash.into(), signature: plain_signature(&value), ..Blob::default() };
        assert!(matches!(error(&blob), SignatureError::UnsupportedHash(_)), "{hash}");
    }
    for name in ["ssh-rsa", "ecdsa-sha2-nistp256", "ssh-ed25519-cert-v01@openssh.com", "ssh-mldsa-44", "\u{1b}[2J"] {
        let blob = Blob { key: [string(name.as_bytes()), string(&[7; 32])].concat(), ..Blob::default() };
        let error = error(&blob);
        assert!(matches!(error, SignatureError::UnsupportedKeyType(_)) && error.is_unsupported(), "{name}");
        assert!(!error.to_string().contains('\u{1b}'));
    }
}

#[test]
fn a_wrong_namespace_outranks_what_is_unsupported() {
    let blob = Blob { namespace: b"file".to_vec(), hash: b"sha256".to_vec(), ..Blob::default() };
    assert!(matches!(error(&blob), SignatureError::Namespace { .. }));
}

#[test]
fn a_known_key_type_with_a_malformed_blob_is_a_violation() {
    let point = key().verifying_key().to_bytes();
    let keys = [
        [string(b"ssh-ed25519"), string(&point[..31])].concat(),
        [string(b"ssh-ed25519"), string(&[point.as_slice(), &[0]].concat())].concat(),
        [plain_key_blob(&point), vec![0]].concat(),
        string(b"ssh-ed25519"),
        [string(b"sk-ssh-ed25519@openssh.com"), string(&point)].concat(),
        [blob::security_key_blob(&point, b"ssh:"), vec![0]].concat(),
        blob::security_key_blob(&point, b""),
        blob::security_key_blob(&point, b"\xFF"),
        plain_key_blob(&[0xFF; 32]),
        Vec::new(),
        vec![0, 0, 0, 200],
    ];
    for key in keys {
        let error = error(&Blob { key: key.clone(), ..Blob::default() });
        assert!(matches!(error, SignatureError::Key(_)) && !error.is_unsupported(), "{key:x?}: {error}");
    }
}

#[test]
fn refuses_a_signature_of_another_algorithm_than_its_key() {
    for name in ["sk-ssh-ed25519@openssh.com", "rsa-sha2-512", ""] {
        let blob = Blob { signature: [string(name.as_bytes()), string(&value())].concat(), ..Blob::default() };
        assert!(matches!(error(&blob), SignatureError::AlgorithmMismatch(_)), "{name}");
    }
    let mut blob = security_key_signature(b"ssh:", 1, 5);
    blob.signature = plain_signature(&value());
    assert!(matches!(error(&blob), SignatureError::AlgorithmMismatch(_)));
}

#[test]
fn refuses_bytes_too_many_or_too_few_in_the_blob_and_in_the_signature() {
    let good = Blob::default();
    let trailing = Blob { trailing: vec![0], ..good.clone() };
    assert!(matches!(error(&trailing), SignatureError::Blob(_)));
    let in_signature = Blob { signature: [good.signature.clone(), vec![0]].concat(), ..good.clone() };
    assert!(matches!(error(&in_signature), SignatureError::Blob(_)));
    for len in [0, 63, 65, 128] {
        let blob = Blob { signature: plain_signature(&vec![1; len]), ..good.clone() };
        assert!(matches!(error(&blob), SignatureError::Blob(_)), "{len}");
    }
    let bytes = good.bytes();
    for len in 0..bytes.len() {
        assert!(
            matches!(
                verify(&armour(&bytes[..len], 70)),
                Err(SignatureError::Blob(_) | SignatureError::Key(_) | SignatureError::Armour)
            ),
            "{len}"
        );
    }
    assert!(matches!(error(&Blob { magic: b"SSHSIX".to_vec(), ..good }), SignatureError::Blob(_)));
}

#[test]
fn a_security_key_must_have_been_touched() {
    for flags in [1, 5, 0x81] {
        let key = verify(&security_key_signature(b"ssh:", flags, 42).armour()).expect("touched");
        assert_eq!((key.application(), key.key_type()), (Some("ssh:"), "sk-ssh-ed25519@openssh.com"));
    }
    for flags in [0, 4, 0xFE] {
        assert_eq!(error(&security_key_signature(b"ssh:", flags, 42)), SignatureError::UserNotPresent);
    }
}

#[test]
fn application_flags_and_counter_of_a_security_key_are_bound() {
    let good = security_key_signature(b"ssh:", 1, 42);
    let tail = good.signature.len() - 5;
    for (at, bit) in [(tail, 2), (tail + 1, 1), (tail + 4, 1)] {
        let mut changed = good.clone();
        changed.signature[at] ^= 1 << bit;
        assert_eq!(error(&changed), SignatureError::Invalid);
    }
    let point = key().verifying_key().to_bytes();
    let other = Blob { key: blob::security_key_blob(&point, b"ssh:x"), ..good.clone() };
    assert_eq!(error(&other), SignatureError::Invalid);
    // The same point as a plain key is another key.
    let plain = Blob { key: plain_key_blob(&point), ..good.clone() };
    assert!(matches!(error(&plain), SignatureError::AlgorithmMismatch(_)));
    for cut in 1..=5 {
        let cut = Blob { signature: good.signature[..good.signature.len() - cut].to_vec(), ..good.clone() };
        assert!(matches!(error(&cut), SignatureError::Blob(_)));
    }
}

#[test]
fn wraps_only_what_verifies() {
    let public = PublicKey::from_line(&blob::line()).expect("a good line").0;
    let good = sshsig::wrap(&public, Namespace::Seal, MESSAGE, &plain_signature(&value()));
    assert_eq!(good.expect("verifies"), Blob::default().armour());
    let other = sshsig::wrap(&public, Namespace::Event, MESSAGE, &plain_signature(&value()));
    assert_eq!(other, Err(SignatureError::Invalid));
    let by_sk = security_key_signature(b"ssh:", 1, 3);
    let sk = PublicKey::from_blob(&by_sk.key).expect("a good key");
    let armour = sshsig::wrap(&sk, Namespace::Seal, MESSAGE, &by_sk.signature).expect("verifies");
    assert_eq!(armour, by_sk.armour());
}
