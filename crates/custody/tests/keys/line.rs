//! A public key in a line.

use sealbag_custody::key::Signer;
use sealbag_custody::public_key::{PublicKey, PublicKeyError};

use super::{LINE, pair};

#[test]
fn a_line_has_one_spelling_and_a_free_comment() {
    let (key, comment) = PublicKey::from_line(&format!("{LINE} A. Investigator\n")).expect("a good line");
    assert_eq!((key.to_line().as_str(), comment.as_str()), (LINE, "A. Investigator"));
    assert_eq!(key, *pair().public_key());
    assert_eq!(key.fingerprint(), "SHA256:fe85JkIjo8VPe+XqXJGH5Mau1EMFdK1OdKvJUFicyA8");
    assert_eq!(PublicKey::from_line(LINE).expect("no comment").1, "");
    assert_eq!(PublicKey::from_blob(&key.to_blob()), Ok(key));
}

#[test]
fn refuses_lines_that_are_not_one_key() {
    let cases = [
        (String::new(), PublicKeyError::Line),
        ("ssh-ed25519".to_owned(), PublicKeyError::Line),
        (format!("{LINE}\r\n"), PublicKeyError::Line),
        (format!("{LINE} a\n{LINE} b\n"), PublicKeyError::Line),
        (format!("{LINE} a\u{1b}b"), PublicKeyError::Line),
        (format!("restrict {LINE}"), PublicKeyError::Base64),
        (LINE.replace(' ', "  "), PublicKeyError::Line),
        (format!("{LINE}="), PublicKeyError::Base64),
        (LINE[..LINE.len() - 1].to_owned(), PublicKeyError::Base64),
        (LINE.replace("AAAAC3", "AAAA_3"), PublicKeyError::Base64),
        (LINE.replace("ssh-ed25519 ", "ssh-rsa "), PublicKeyError::TypeMismatch),
        (format!("{LINE} {}", "x".repeat(5000)), PublicKeyError::TooLong),
        ("ssh-rsa AAAAB3NzaC1yc2E=".to_owned(), PublicKeyError::UnsupportedType("ssh-rsa".to_owned())),
    ];
    for (line, expected) in cases {
        assert_eq!(PublicKey::from_line(&line), Err(expected), "{line}");
    }
}

#[test]
fn a_key_in_a_record_has_no_comment_and_no_other_spelling() {
    let key = |line: String| PublicKey::try_from(line);
    assert_eq!(key(LINE.to_owned()).as_ref(), Ok(pair().public_key()));
    for other in [format!("{LINE}\n"), format!("{LINE} "), format!("{LINE} comment")] {
        assert_eq!(key(other.clone()), Err(PublicKeyError::Comment), "{other:?}");
    }
}
