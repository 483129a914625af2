//! Public keys at the limits of their form.

use crate::blob::{self, security_key_blob};
use sealbag_custody::public_key::{MAX_LINE_LEN, PublicKey, PublicKeyError};

#[test]
fn a_line_may_be_as_long_as_its_limit_and_no_longer() {
    let line = blob::line() + " ";
    let padded = |length: usize| line.clone() + &"x".repeat(length - line.len());
    let (_, comment) = PublicKey::from_line(&padded(MAX_LINE_LEN)).expect("a long comment");
    assert_eq!(comment.len(), MAX_LINE_LEN - line.len());
    assert_eq!(PublicKey::from_line(&padded(MAX_LINE_LEN + 1)), Err(PublicKeyError::TooLong));
}

#[test]
fn a_key_gives_back_its_point() {
    let point = *blob::key().verifying_key().as_bytes();
    assert_eq!(PublicKey::from_line(&blob::line()).expect("a key").0.as_bytes(), &point);
}

#[test]
fn a_key_is_shown_as_its_line() {
    let key = PublicKey::from_line(&blob::line()).expect("a key").0;
    assert_eq!((key.to_string(), format!("{key:?}")), (blob::line(), format!("PublicKey({})", blob::line())));
}

#[test]
fn an_application_may_have_255_bytes() {
    let point = *blob::key().verifying_key().as_bytes();
    let key = |length: usize| PublicKey::from_blob(&security_key_blob(&point, "x".repeat(length).as_bytes()));
    assert_eq!(key(255).expect("a long application").application().map(str::len), Some(255));
    assert!(matches!(key(256), Err(PublicKeyError::Malformed(_))));
    assert!(matches!(key(300), Err(PublicKeyError::Malformed(_))));
}

#[test]
fn the_name_of_an_unknown_type_is_shown_only_if_it_is_plain_and_short() {
    let said = |name: &[u8]| match PublicKey::from_blob(&blob::string(name)) {
        Err(PublicKeyError::UnsupportedType(said)) => said,
        other => panic!("{other:?}"),
    };
    assert_eq!(said(&[b'x'; 64]), "x".repeat(64));
    assert_eq!(said(&[b'x'; 65]), "(a name of 65 bytes)");
    assert_eq!(said(b"a\x1bb"), "(a name of 3 bytes)");
    assert_eq!(said(b""), "(a name of 0 bytes)");
}
