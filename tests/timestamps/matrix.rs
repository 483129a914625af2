//! Right tokens: every key, every digest, now and back-dated; the forms that real authorities use.

use sealbag_tests::tsa::der::{self, Statement};
use sealbag_tests::tsa::{Authority, P256, P384, P521, RSA_2048, RSA_3072, TSA};
use sealbag_timestamp::{Anchors, Attested, Expected, Fault, Token, UtcSecond};

const DATA: &[u8] = b"the bytes of an event\n";

fn anchors(authority: &Authority, file: &str) -> Anchors {
    Anchors::parse(&authority.read(file)).expect("a certificate")
}

fn verify(token: &[u8], anchors: &Anchors) -> Result<Attested, Fault> {
    Token::parse(token)?.verify(&Expected::over(DATA), anchors)
}

#[test]
fn every_key_with_every_digest_now_and_back_dated() {
    let authority = Authority::open();
    authority.root("old", "Old Root", Some("2014-01-01 00:00:00"));
    for (name, kind) in [("rsa2048", RSA_2048), ("rsa3072", RSA_3072), ("p256", P256), ("p384", P384), ("p521", P521)] {
        authority.certificate(name, kind, TSA, "ca");
        let old = format!("old-{name}");
        std::fs::copy(authority.path(&format!("{name}.key")), authority.path(&format!("{old}.key"))).expect("a copy");
        authority.certify(&old, "Old TSA", TSA, "old", &["-days", "900"], Some("2015-01-01 00:00:00"));
        for digest in ["sha256", "sha384", "sha512"] {
            let token = authority.stamp(DATA, name, digest, None);
            verify(&token, &anchors(&authority, "ca.pem")).unwrap_or_else(|fault| panic!("{name} {digest}: {fault}"));
            assert!(authority.openssl_accepts(&token, DATA, "ca.pem", None), "{name} {digest}");

            // The certificate ended in 2017: the token counts for its time. openssl judges it now, unless told when.
            let token = authority.stamp(DATA, &old, digest, Some("2016-02-29 12:00:00"));
            let attested = verify(&token, &anchors(&authority, "old.pem"));
            let attested = attested.unwrap_or_else(|fault| panic!("{old} {digest}: {fault}"));
            let at = attested.statement.gen_time.second();
            assert!(at.to_string().starts_with("2016-02-29T12:00:"), "{at}");
            assert!(attested.expired_by(UtcSecond::from_unix_seconds(1_700_000_000).expect("a time")));
            assert!(!authority.openssl_accepts(&token, DATA, "old.pem", None), "{old} {digest}");
            assert!(authority.openssl_accepts(&token, DATA, "old.pem", Some(at.unix_seconds())), "{old} {digest}");
        }
    }
}

#[test]
fn the_forms_that_authorities_send() {
    let authority = Authority::open();
    authority.certificate("tsa", P256, TSA, "ca");
    authority.certificate("other", P256, TSA, "ca");
    authority.certificate("rsa", RSA_2048, TSA, "ca");
    let ca = anchors(&authority, "ca.pem");
    let statement = |time: &str| Statement::over(DATA, time);
    let now = statement("20261126120000").to_der();
    let cades = |signer, options: &[&str]| authority.cms(&now, signer, &[&["-cades"], options].concat());

    let mut fraction = statement("20261126120000");
    fraction.time = "20261126120000.884Z".to_owned();
    let attested = verify(&authority.cms(&fraction.to_der(), "tsa", &["-cades"]), &ca).expect("a fraction of a second");
    assert_eq!(attested.statement.gen_time.to_string(), "2026-11-26T12:00:00.884Z");
    assert_eq!(attested.latest().to_string(), "2026-11-26T12:00:01Z");

    let pss = |salt| cades("rsa", &["-keyopt", "rsa_padding_mode:pss", "-keyopt", salt]);
    let certificates = |change: &dyn Fn(&mut Vec<Vec<u8>>)| {
        der::with_signed_data(&cades("tsa", &["-certfile", "other.pem"]), |fields| {
            fields[3] = der::with_children(&fields[3], change);
        })
    };
    // A certificate list of revoked ones is what `crls` is for; an OCSP answer stands there as [1].
    let crls = der::with_signed_data(&cades("tsa", &[]), |fields| {
        let ocsp = der::element(0xa1, &der::sequence(&[&[0x06, 0x02, 0x2a, 0x03], &der::sequence(&[])]));
        fields.insert(4, der::element(0xa1, &[der::sequence(&[&[0x05, 0x00]]), ocsp].concat()));
    });
    for (name, token) in [
        ("indefinite lengths and content in pieces", cades("tsa", &["-stream"])),
        ("named by key identifier", cades("tsa", &["-keyid"])),
        ("PSS, salt of the digest's length", pss("rsa_pss_saltlen:32")),
        ("PSS, no salt", pss("rsa_pss_saltlen:0")),
        ("PSS, the longest salt", pss("rsa_pss_saltlen:200")),
        ("a certificate twice", certificates(&|list| list.push(list[0].clone()))),
        ("certificates in another order", certificates(&|list| list.reverse())),
        ("revocation lists and OCSP beside it", crls),
        ("an extension that is not critical", {
            let mut one = statement("20261126120000");
            one.rest = vec![der::extension(&[])];
            authority.cms(&one.to_der(), "tsa", &["-cades"])
        }),
        ("ordering written although it is the default", {
            let mut one = statement("20261126120000");
            one.rest = vec![vec![0x01, 0x01, 0x00]];
            authority.cms(&one.to_der(), "tsa", &["-cades"])
        }),
        ("the authority's name in another case", {
            let mut one = statement("20261126120000");
            one.rest = vec![der::tsa_name("test", "tsa  TSA")];
            authority.cms(&one.to_der(), "tsa", &["-cades"])
        }),
    ] {
        verify(&token, &ca).unwrap_or_else(|fault| panic!("{name}: {fault}"));
    }

    // Without its certificate a token needs one supplied aside; the authority vouches for it then.
    let bare = cades("tsa", &["-nocerts"]);
    assert_eq!(verify(&bare, &ca).expect_err("nobody's").code(), "time.certificate_missing");
    let token = Token::parse(&bare).expect("a token");
    let examined = token.examine(&Expected::over(DATA), &anchors(&authority, "tsa.pem")).expect("supplied aside");
    examined.anchored(&ca).expect("its authority");
}

#[test]
fn an_authority_that_is_pinned_itself_vouches_for_itself_alone() {
    let authority = Authority::open();
    authority.self_signed("self", P256, TSA);
    authority.certificate("tsa", P256, TSA, "ca");
    let own = authority.stamp(DATA, "self", "sha256", None);
    let attested = verify(&own, &anchors(&authority, "self.pem")).expect("self-signed and pinned");
    assert_eq!(attested.chain.fingerprints.len(), 1);
    let leaf = authority.stamp(DATA, "tsa", "sha256", None);
    let attested = verify(&leaf, &anchors(&authority, "tsa.pem")).expect("the signer's own certificate pinned");
    assert_eq!(attested.chain.fingerprints.len(), 1);
    // The key of a pinned authority for time-stamps issues no certificates.
    authority.certificate("below", P256, TSA, "tsa");
    let below = authority.stamp(DATA, "below", "sha256", None);
    let fault = verify(&below, &anchors(&authority, "tsa.pem")).expect_err("issued by a leaf");
    assert_eq!(fault.code(), "time.authority_unknown");
    assert_eq!(
        verify(&own, &anchors(&authority, "ca.pem")).expect_err("another root").code(),
        "time.authority_unknown"
    );
}
