//! The committed tokens of `fixtures/tokens`: verification without any tool.

use std::fs;
use std::path::PathBuf;

use sealbag_timestamp::{
    Algorithm, AnchorError, Anchors, Attested, Certificates, Expected, Fault, Imprint, Nonce, Oid, Request, Token,
    UtcSecond, Weight,
};

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

const GOOD: [&str; 9] = [
    "rsa2048-sha256.tsr",
    "rsa3072-sha512.tsr",
    "p256-sha256.tsr",
    "p384-sha384.tsr",
    "p521-sha512.tsr",
    "ber-indefinite.tsr",
    "key-id.tsr",
    "pss.tsr",
    "expired.tsr",
];

#[test]
fn tokens_of_every_kind_verify() {
    for name in GOOD {
        let attested = verify(&read(name), &read("event.txt"), &authority());
        let attested = attested.unwrap_or_else(|fault| panic!("{name}: {fault}"));
        // 1.5001 s either way.
        assert_eq!(attested.latest().unix_seconds() - attested.earliest().unix_seconds(), 4, "{name}");
        assert_eq!(attested.chain.fingerprints.len(), 2, "{name}");
        assert_eq!(attested.chain.fingerprints.last(), authority().fingerprints().last(), "{name}");
    }
}

#[test]
fn a_token_counts_for_its_time_after_its_certificate_has_ended() {
    let attested = verify(&read("expired.tsr"), &read("event.txt"), &authority()).expect("it holds");
    assert_eq!(attested.latest().to_string(), "2015-06-01T12:00:02Z");
    let at = |seconds| UtcSecond::from_unix_seconds(seconds).expect("a time");
    assert!(attested.expired_by(at(1_800_000_000)));
    assert!(!attested.expired_by(at(attested.chain.not_after.unix_seconds())));
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

#[test]
fn what_hangs_on_behind_a_token_is_refused() {
    for name in GOOD {
        let long = [read(name), vec![0]].concat();
        assert_eq!(Token::parse(&long).expect_err("a byte more").code(), "time.malformed", "{name}");
        assert_eq!(Token::parse(&long[..long.len() - 2]).expect_err("a byte less").code(), "time.malformed", "{name}");
    }
}

#[test]
fn requests_are_written_as_they_are_read() {
    for (nonce, policy, certificates) in [
        ([0; 8], None, Certificates::Included),
        ([0x80, 0, 0, 0, 0, 0, 0, 1], Oid::new("1.2.3.4.1").ok(), Certificates::LeftOut),
        ([0, 0xff, 1, 2, 3, 4, 5, 6], None, Certificates::LeftOut),
    ] {
        let imprint = Imprint::of(Algorithm::Sha384, b"data");
        let request = Request { imprint, policy, nonce: Some(Nonce::from_bytes(nonce)), certificates };
        let bytes = request.to_der();
        assert_eq!(Request::parse(&bytes).expect("a request"), request);
        for len in 0..bytes.len() {
            assert!(Request::parse(&bytes[..len]).is_err(), "cut at {len}");
        }
    }
}

#[test]
fn anchors_are_read_from_pem_with_text_around_it_and_from_der() {
    let pem = String::from_utf8(read("ca.pem")).expect("text");
    let one = Anchors::parse(pem.as_bytes()).expect("one").fingerprints();
    let twice = format!("subject=Test\r\n{pem}\ntext between\n{pem}");
    assert_eq!(Anchors::parse(twice.as_bytes()).expect("the same twice").fingerprints(), one);
    let key = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
    for (text, number) in [(format!("{pem}{key}"), 2), (key.to_owned(), 1)] {
        let label = "PRIVATE KEY".to_owned();
        assert_eq!(Anchors::parse(text.as_bytes()).expect_err("a key"), AnchorError::Label { number, label });
    }
    let end = pem.find("-----END").expect("an end");
    for (text, error) in [
        ("", AnchorError::None),
        ("text\n", AnchorError::None),
        (&pem[..end], AnchorError::Pem { number: 1 }),
        (&pem[end..], AnchorError::Pem { number: 1 }),
        ("-----BEGIN CERTIFICATE-----\nA*A=\n-----END CERTIFICATE-----", AnchorError::Pem { number: 1 }),
        ("-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----", AnchorError::Certificate { number: 1 }),
        ("0\u{0}", AnchorError::Certificate { number: 1 }),
    ] {
        assert_eq!(Anchors::parse(text.as_bytes()).expect_err(text), error);
    }
}

#[test]
fn the_spec_lists_every_code() {
    let spec = include_str!("../../../docs/spec/timestamps.md");
    let rows = spec.lines().filter_map(|line| line.strip_prefix("| `time."));
    let codes: Vec<String> = rows.filter_map(|row| row.split('`').next()).map(|code| format!("time.{code}")).collect();
    assert_eq!(codes, Fault::CODES);
}
