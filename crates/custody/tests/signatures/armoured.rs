//! An armour has one form.

use sealbag_custody::sshsig::{self, Namespace, SignatureError};

use crate::blob::{Blob, MESSAGE, armour, security_key_signature};
use crate::forged::verify;

#[test]
fn refuses_every_armour_but_the_one() {
    let blob = Blob::default().bytes();
    let good = armour(&blob, 70);
    let base64_line = good.lines().nth(1).expect("a line");
    let cases = [
        String::new(),
        good.replace('\n', "\r\n"),
        armour(&blob, 76),
        armour(&blob, 64),
        armour(&blob, 10_000),
        format!("{good}junk"),
        format!("{good}\n"),
        format!("{good}{good}"),
        format!("junk\n{good}"),
        format!(" {good}"),
        format!("\u{FEFF}{good}"),
        good.trim_end().to_owned(),
        good.replacen('\n', "\n\n", 1),
        good.replacen(base64_line, &format!("{base64_line} "), 1),
        good.replace("SSH SIGNATURE", "PGP SIGNATURE"),
        good.replace("-----END", "-----BEGIN"),
        good.replace("\n-----END", "=\n-----END"),
        "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n".to_owned(),
        format!("-----BEGIN SSH SIGNATURE-----\n{}-----END SSH SIGNATURE-----\n", "A".repeat(9000)),
    ];
    for case in cases {
        assert!(matches!(verify(&case), Err(SignatureError::Armour | SignatureError::Blob(_))), "{case}");
    }
    let empty = armour(b"", 70);
    assert!(verify(&empty).is_err());
}

#[test]
fn refuses_base64_with_bits_that_decode_to_nothing() {
    // A blob whose length leaves unused bits in the last base64 character: another character decodes alike.
    let blob = Blob { trailing: vec![0; 2], ..Blob::default() };
    for extra in 0..3 {
        let blob = Blob { trailing: vec![0; extra], ..blob.clone() };
        let text = blob.armour();
        let Some(at) = text.rfind("A=") else { continue };
        let mut changed = text.clone();
        changed.replace_range(at..=at, "B");
        assert_eq!(verify(&changed), Err(SignatureError::Armour));
    }
    assert!((0..3).any(|extra| Blob { trailing: vec![0; extra], ..blob.clone() }.armour().contains("A=")));
}

#[test]
fn refuses_every_changed_bit_and_every_cut_of_the_armour() {
    for good in [Blob::default().armour(), security_key_signature(b"ssh:", 1, 7).armour()] {
        assert!(verify(&good).is_ok());
        let mut bytes = good.clone().into_bytes();
        for at in 0..bytes.len() {
            for bit in 0..8 {
                bytes[at] ^= 1 << bit;
                assert!(sshsig::verify(&bytes, Namespace::Seal, MESSAGE).is_err(), "byte {at} bit {bit}");
                bytes[at] ^= 1 << bit;
            }
            assert!(sshsig::verify(&bytes[..at], Namespace::Seal, MESSAGE).is_err(), "cut at {at}");
        }
    }
}
