//! The committed tokens of `fixtures/tokens`: verification without any tool.

use std::fs;
use std::path::PathBuf;

use sealbag_timestamp::{Anchors, Attested, Expected, Fault, Token, Weight};

fn read(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/tokens").join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn authority() -> Anchors {
    Anchors::parse(&read("ca.pem")).expect("a certificate")
}

fn verify(token: &[u8], data: &[u8], anchors: &Anchors) -> Result<Attested, Fault> {
    Token::parse(token)?.verify(&Expected::over(data), anchors)
}

const GOOD: [&str; 4] = ["rsa2048-sha256.tsr", "rsa3072-sha512.tsr", "p256-sha256.tsr", "p384-sha384.tsr"];

#[test]
fn tokens_of_rsa_and_elliptic_curves_verify() {
    for name in GOOD {
        let attested =
            verify(&read(name), &read("event.txt"), &authority()).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        assert_eq!(
            attested.latest().unix_seconds() - attested.earliest().unix_seconds(),
            4,
            "{name}: accuracy 1.5001 s"
        );
        assert_eq!(attested.chain.fingerprints.len(), 2, "{name}");
    }
}

#[test]
fn a_token_over_other_data_or_of_an_unknown_authority_does_not_count() {
    for name in GOOD {
        let fault = verify(&read(name), b"other", &authority()).expect_err("other data");
        assert_eq!((fault.code(), fault.weight()), ("time.imprint_mismatch", Weight::DoesNotHold), "{name}");
        let fault = verify(&read(name), &read("event.txt"), &Anchors::default()).expect_err("no anchor");
        assert_eq!((fault.code(), fault.weight()), ("time.authority_unknown", Weight::CannotTell), "{name}");
    }
}
