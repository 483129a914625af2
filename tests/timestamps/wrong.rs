//! Every way to be wrong, its code, and what `openssl ts -verify` says of the same bytes at the same time.

use sealbag_tests::tsa::der::{self, Statement};
use sealbag_tests::tsa::{Authority, CA, P256, RSA_1024, RSA_2048, SECP256K1, TSA};
use sealbag_timestamp::{Anchors, Expected, Fault, Oid, Request, Token, Weight};

const DATA: &[u8] = b"the bytes of an event\n";
const NOW: &str = "20261126120000";
const AT: i64 = 1_795_694_400;

/// What `openssl ts -verify` says.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Openssl {
    Accepts,
    Refuses,
}
use Openssl::{Accepts, Refuses};

struct Scene {
    authority: Authority,
    anchors: Anchors,
}

impl Scene {
    fn set() -> Self {
        let authority = Authority::open();
        authority.certificate("tsa", P256, TSA, "ca");
        authority.certificate("rsa", RSA_2048, TSA, "ca");
        let anchors = Anchors::parse(&authority.read("ca.pem")).expect("a certificate");
        Self { authority, anchors }
    }

    /// A token whose signer's certificate has these extensions.
    fn by(&self, name: &str, extensions: &str) -> Vec<u8> {
        self.authority.certificate(name, P256, extensions, "ca");
        self.good(name, &[])
    }

    fn good(&self, signer: &str, options: &[&str]) -> Vec<u8> {
        self.authority.cms(&Statement::over(DATA, NOW).to_der(), signer, &[&["-cades"], options].concat())
    }

    fn saying(&self, change: impl FnOnce(&mut Statement)) -> Vec<u8> {
        let mut statement = Statement::over(DATA, NOW);
        change(&mut statement);
        self.authority.cms(&statement.to_der(), "tsa", &["-cades"])
    }

    #[track_caller]
    fn refused(&self, name: &str, token: &[u8], code: &str, openssl: Openssl) {
        let fault = Token::parse(token).and_then(|token| token.verify(&Expected::over(DATA), &self.anchors));
        let fault = fault.expect_err(name);
        assert_eq!(fault.code(), code, "{name}: {fault}");
        let accepts = self.authority.openssl_accepts(token, DATA, "ca.pem", Some(AT));
        assert_eq!(if accepts { Accepts } else { Refuses }, openssl, "{name}: openssl");
    }
}

#[test]
fn the_token_without_a_fault_is_accepted_by_both() {
    let scene = Scene::set();
    let token = scene.good("tsa", &[]);
    Token::parse(&token).and_then(|token| token.verify(&Expected::over(DATA), &scene.anchors)).expect("it holds");
    assert!(scene.authority.openssl_accepts(&token, DATA, "ca.pem", Some(AT)));
}

#[test]
fn wrong_statements() {
    let scene = Scene::set();
    let other = scene.authority.cms(&Statement::over(b"other", NOW).to_der(), "tsa", &["-cades"]);
    scene.refused("over other data", &other, "time.imprint_mismatch", Refuses);
    let weak = scene.saying(|one| {
        one.algorithm = der::SHA1.to_vec();
        one.imprint = vec![7; 20];
    });
    scene.refused("an imprint of SHA-1", &weak, "time.imprint_weak", Refuses);
    let gost = scene.saying(|one| one.algorithm = der::STREEBOG.to_vec());
    scene.refused("an imprint of GOST", &gost, "time.algorithm_unsupported", Refuses);
    let version = scene.saying(|one| one.version = 2);
    scene.refused("a second version", &version, "time.version_unsupported", Refuses);
    let critical = scene.saying(|one| one.rest = vec![der::extension(&[0x01, 0x01, 0xff])]);
    scene.refused("an unknown critical extension", &critical, "time.extension_unsupported", Accepts);
    let name = scene.saying(|one| one.rest = vec![der::tsa_name("Test", "Another TSA")]);
    scene.refused("the name of another authority", &name, "time.tsa_name_mismatch", Refuses);
    for time in
        ["20261126120000", "2026112612Z", "20261126120000+0000Z", "20261126120000.1234567890Z", "20261326120000Z"]
    {
        let token = scene.saying(|one| one.time = time.to_owned());
        let code = Token::parse(&token).expect_err(time).code();
        assert_eq!(code, "time.malformed", "{time}");
    }
    let short = scene.saying(|one| {
        one.imprint.pop();
    });
    scene.refused("a digest of 31 bytes", &short, "time.malformed", Refuses);
    let behind = scene.saying(|one| one.rest = vec![vec![0x05, 0x00]]);
    scene.refused("more behind the statement", &behind, "time.malformed", Refuses);
}

#[test]
fn wrong_signatures_and_signed_attributes() {
    let scene = Scene::set();
    let content = Statement::over(DATA, NOW).to_der();
    let cms = |options: &[&str]| scene.authority.cms(&content, "tsa", options);
    scene.refused("no signed attributes", &cms(&["-noattr"]), "time.attributes_missing", Refuses);
    scene.refused("no signing certificate", &cms(&[]), "time.signing_certificate_missing", Refuses);
    scene.refused("signed over SHA-1", &scene.good("tsa", &["-md", "sha1"]), "time.digest_weak", Accepts);
    scene.refused("signed over SHA-224", &scene.good("tsa", &["-md", "sha224"]), "time.algorithm_unsupported", Accepts);
    let data = scene.authority.cms(&content, "tsa", &["-cades", "-econtent_type", "1.2.840.113549.1.7.1"]);
    scene.refused("content of another type", &data, "time.not_a_token", Refuses);

    let token = scene.good("tsa", &[]);
    // The content is exchanged for a later one; the signature is as it was.
    let later = Statement::over(DATA, "20261126130000").to_der();
    let exchanged = der::with_signed_data(&token, |fields| {
        fields[2] = der::with_children(&fields[2], |parts| {
            parts[1] = der::element(0xa0, &der::element(0x04, &later));
        });
    });
    scene.refused("the statement exchanged", &exchanged, "time.message_digest", Refuses);
    let signer = |change: &dyn Fn(&mut Vec<Vec<u8>>)| {
        der::with_signed_data(&token, |fields| {
            let last = fields.len() - 1;
            fields[last] = der::with_children(&fields[last], |signers| {
                signers[0] = der::with_children(&signers[0], change);
            });
        })
    };
    let attribute = |kind: &'static [u8], change: &dyn Fn(&mut Vec<Vec<u8>>, usize)| {
        signer(&|fields| {
            fields[3] = der::with_children(&fields[3], |list| {
                let place = list.iter().position(|one| one.windows(kind.len()).any(|bytes| bytes == kind));
                change(list, place.expect("the attribute"));
            });
        })
    };
    const CONTENT_TYPE: &[u8] = &[0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x03];
    const MESSAGE_DIGEST: &[u8] = &[0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x04];
    const SIGNING_CERTIFICATE: &[u8] = &[0x06, 0x0b, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x02, 0x2f];
    for (name, kind, code) in [
        ("the content type removed", CONTENT_TYPE, "time.content_type"),
        ("the digest removed", MESSAGE_DIGEST, "time.message_digest"),
        ("the certificate's name removed", SIGNING_CERTIFICATE, "time.signing_certificate_missing"),
    ] {
        scene.refused(name, &attribute(kind, &|list, place| drop(list.remove(place))), code, Refuses);
        let twice = attribute(kind, &|list, place| list.push(list[place].clone()));
        scene.refused(&format!("{name}: twice"), &twice, "time.malformed", Refuses);
    }
    let renamed = attribute(SIGNING_CERTIFICATE, &|list, place| {
        let last = list[place].len() - 1;
        list[place][last] ^= 1;
    });
    scene.refused("another serial number in the name", &renamed, "time.signing_certificate_mismatch", Refuses);
    let flipped = signer(&|fields| {
        let last = fields[5].len() - 1;
        fields[5][last] ^= 1;
    });
    scene.refused("a bit of the signature", &flipped, "time.signature_invalid", Refuses);
    // An attribute that says nothing here is changed: only the signature notices.
    const SIGNING_TIME: &[u8] = &[0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x05];
    let time = attribute(SIGNING_TIME, &|list, place| drop(list.remove(place)));
    scene.refused("another attribute removed", &time, "time.signature_invalid", Refuses);

    let with_signers = |change: &dyn Fn(&mut Vec<Vec<u8>>)| {
        der::with_signed_data(&token, |fields| {
            let last = fields.len() - 1;
            fields[last] = der::with_children(&fields[last], change);
        })
    };
    scene.refused("the signer twice", &with_signers(&|list| list.push(list[0].clone())), "time.signer_count", Refuses);
    scene.refused("no signer", &with_signers(&Vec::clear), "time.signer_count", Refuses);
    let mismatch = signer(&|fields| {
        // ecdsa-with-SHA384 over a digest of SHA-256.
        fields[4] = der::sequence(&[&[0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x03]]);
    });
    scene.refused("algorithms that do not go together", &mismatch, "time.algorithm_mismatch", Accepts);
    let gost = signer(&|fields| {
        fields[4] = der::sequence(&[&[0x06, 0x08, 0x2a, 0x85, 0x03, 0x07, 0x01, 0x01, 0x03, 0x02]]);
    });
    let fault = Token::parse(&gost).and_then(|token| token.verify(&Expected::over(DATA), &scene.anchors));
    let fault = fault.expect_err("GOST");
    assert_eq!((fault.code(), fault.weight()), ("time.algorithm_unsupported", Weight::CannotTell), "{fault}");
}

#[test]
fn wrong_certificates() {
    let scene = Scene::set();
    let authority = &scene.authority;
    let without = |line: &str| TSA.lines().filter(|one| !one.starts_with(line)).map(|one| format!("{one}\n")).collect();
    let with = |line: &str, other: &str| -> String { without(line) + other + "\n" };
    let eku = |value: &str| with("extendedKeyUsage", &format!("extendedKeyUsage={value}"));
    for (name, extensions, code, openssl) in [
        ("no-eku", without("extendedKeyUsage"), "time.extended_key_usage", Refuses),
        ("eku-not-critical", eku("timeStamping"), "time.extended_key_usage", Refuses),
        ("eku-of-a-server", eku("critical,serverAuth"), "time.extended_key_usage", Refuses),
        ("eku-of-both", eku("critical,timeStamping,serverAuth"), "time.extended_key_usage", Refuses),
        ("key-usage", with("keyUsage", "keyUsage=critical,keyEncipherment"), "time.key_usage", Refuses),
        (
            "key-usage-and-more",
            with("keyUsage", "keyUsage=digitalSignature,keyEncipherment"),
            "time.key_usage",
            Refuses,
        ),
        ("an-authority", with("basicConstraints", "basicConstraints=critical,CA:TRUE"), "time.ca_as_signer", Accepts),
        ("critical-unknown", format!("{TSA}1.2.3.4=critical,ASN1:NULL\n"), "time.certificate_unsupported", Refuses),
    ] {
        let token = scene.by(name, &extensions);
        scene.refused(name, &token, code, openssl);
    }
    authority.certificate("short", RSA_1024, TSA, "ca");
    scene.refused("RSA of 1024 bits", &scene.good("short", &[]), "time.key_too_short", Accepts);
    authority.certificate("curve", SECP256K1, TSA, "ca");
    scene.refused("another curve", &scene.good("curve", &[]), "time.algorithm_unsupported", Accepts);

    authority.certificate("early", P256, TSA, "ca");
    authority.certify("early", "TSA early", TSA, "ca", &["-days", "30"], Some("2026-01-01 00:00:00"));
    scene.refused(
        "a certificate that ended before",
        &scene.good("early", &[]),
        "time.certificate_not_valid_then",
        Refuses,
    );

    authority.root("strange", "Strange Root", None);
    authority.certificate("stranger", P256, TSA, "strange");
    scene.refused("an unknown authority", &scene.good("stranger", &[]), "time.authority_unknown", Refuses);
    authority.root("twin", "Test Root", None);
    authority.certificate("twin-tsa", P256, TSA, "twin");
    scene.refused("a root of the same name", &scene.good("twin-tsa", &[]), "time.chain_invalid", Refuses);
}

#[test]
fn wrong_chains() {
    let scene = Scene::set();
    let authority = &scene.authority;
    // Everything was valid when the token was made, unless it says otherwise.
    let middle = |name: &str, extensions: &str, options: &[&str], clock: Option<&str>| {
        authority.certificate(name, P256, extensions, "ca");
        authority.certify(name, name, extensions, "ca", options, clock);
        let leaf = format!("{name}-tsa");
        authority.certificate(&leaf, P256, TSA, name);
        scene.good(&leaf, &["-certfile", &format!("{name}.pem")])
    };
    let good = middle("middle", CA, &[], None);
    Token::parse(&good)
        .and_then(|token| token.verify(&Expected::over(DATA), &scene.anchors))
        .expect("a chain of three");
    let leaf = CA.replace("CA:TRUE", "CA:FALSE").replace("keyCertSign,cRLSign", "digitalSignature");
    for (name, extensions, options, clock, code) in [
        ("not-an-authority", leaf.as_str(), &[][..], None, "time.chain_invalid"),
        ("for-servers", &format!("{CA}extendedKeyUsage=serverAuth\n"), &[], None, "time.chain_invalid"),
        ("sha1-signed", CA, &["-sha1"], None, "time.digest_weak"),
        ("ended", CA, &["-days", "30"], Some("2026-01-01 00:00:00"), "time.certificate_not_valid_then"),
    ] {
        let token = middle(name, extensions, options, clock);
        // openssl looks at the purpose of the last certificate only, and takes SHA-1.
        let openssl = if ["sha1-signed", "for-servers"].contains(&name) { Accepts } else { Refuses };
        scene.refused(name, &token, code, openssl);
    }
    let left_out = scene.good("middle-tsa", &[]);
    scene.refused("the certificate between is not there", &left_out, "time.authority_unknown", Refuses);
    authority.certificate("short-ca", RSA_1024, CA, "ca");
    authority.certificate("below-short", P256, TSA, "short-ca");
    let token = scene.good("below-short", &["-certfile", "short-ca.pem"]);
    scene.refused("an authority with RSA of 1024 bits", &token, "time.key_too_short", Accepts);

    // An anchor has a time too.
    let before = Statement::over(DATA, "20120601120000").to_der();
    authority.certify("tsa", "TSA tsa", TSA, "ca", &["-days", "9000"], Some("2010-01-01 00:00:00"));
    let token = authority.cms(&before, "tsa", &["-cades"]);
    let fault = Token::parse(&token).and_then(|token| token.verify(&Expected::over(DATA), &scene.anchors));
    assert_eq!(fault.expect_err("a root of 2014").code(), "time.certificate_not_valid_then");
}

#[test]
fn injected_certificates_change_nothing() {
    let scene = Scene::set();
    let authority = &scene.authority;
    // An injected certificate with the signer's issuer and number, another key, and a better purpose.
    authority.certificate("bad", P256, &TSA.replace("timeStamping", "serverAuth"), "ca");
    let bad = scene.good("bad", &["-certfile", "tsa.pem"]);
    scene.refused("the signer's own certificate decides", &bad, "time.extended_key_usage", Refuses);
    let reversed =
        der::with_signed_data(&bad, |fields| fields[3] = der::with_children(&fields[3], |list| list.reverse()));
    scene.refused("in whatever order", &reversed, "time.extended_key_usage", Refuses);
    let only_injected = der::with_signed_data(&bad, |fields| {
        let injected = der::children(&scene.good("tsa", &[]))[1].clone();
        let certificates = der::children(&der::children(&injected)[0])[3].clone();
        fields[3] = certificates;
    });
    scene.refused("the own one replaced", &only_injected, "time.signing_certificate_mismatch", Refuses);
    let good = scene.good("tsa", &["-certfile", "bad.pem"]);
    Token::parse(&good).and_then(|token| token.verify(&Expected::over(DATA), &scene.anchors)).expect("it holds");
}

#[test]
fn wrong_answers() {
    let scene = Scene::set();
    let authority = &scene.authority;
    authority.write("data", DATA);
    let request = authority.query("data", &["-sha256", "-cert", "-tspolicy", "1.2.3.4.5"]);
    let answer = authority.reply(&request, "tsa", "", None);
    let asked = Request::parse(&request).expect("a request");
    let judge = |answer: &[u8], request: &Request| {
        Token::parse(answer).and_then(|token| token.verify(&Expected::answer_to(request), &scene.anchors))
    };
    judge(&answer, &asked).expect("the answer to the request");
    let code = |result: Result<_, Fault>| result.err().map(|fault| fault.code());
    let again = Request::parse(&authority.query("data", &["-sha256", "-cert", "-tspolicy", "1.2.3.4.5"]));
    let again = again.expect("a request");
    assert_eq!(code(judge(&answer, &again)), Some("time.nonce_mismatch"), "the answer to an earlier request");
    let query = authority.query("data", &["-sha256", "-cert", "-no_nonce", "-tspolicy", "1.2.3.4.5"]);
    let without = authority.reply(&query, "tsa", "", None);
    assert_eq!(code(judge(&without, &asked)), Some("time.nonce_mismatch"), "no nonce");
    let other = Request { policy: Oid::new("1.2.3.4.1").ok(), ..asked.clone() };
    assert_eq!(code(judge(&answer, &other)), Some("time.policy_mismatch"));
    let unknown = authority.query("data", &["-sha256", "-tspolicy", "1.9.9.9"]);
    let refused = authority.reply(&unknown, "tsa", "", None);
    let fault = judge(&refused, &asked).expect_err("a refusal");
    assert_eq!(fault.code(), "time.not_granted");
    assert!(fault.to_string().contains("it does not have the policy"), "{fault}");
    scene.refused("an answer that grants nothing", &refused, "time.not_granted", Refuses);
    // A refusal does not become a grant by a token behind it, nor a grant without one a token.
    let status = |status: u8| der::sequence(&[&der::sequence(&[&[0x02, 0x01, status]]), &der::token_of(&answer)]);
    scene.refused("rejected, with a token", &status(2), "time.not_granted", Refuses);
    scene.refused("a status without meaning", &status(9), "time.not_granted", Refuses);
    judge(&status(1), &asked).expect("granted with modifications");
    let empty = der::sequence(&[&der::sequence(&[&[0x02, 0x01, 0x00]])]);
    scene.refused("granted, without a token", &empty, "time.malformed", Refuses);
}

#[test]
fn hostile_bytes() {
    let scene = Scene::set();
    let code = |bytes: &[u8]| Token::parse(bytes).expect_err("hostile").code();
    assert_eq!(code(&[0x30, 0x80].repeat(100_000)), "time.too_large");
    assert_eq!(code(&vec![0x30; 2 << 20]), "time.too_large");
    for bytes in [
        &b""[..],
        b"\x30",
        b"\x30\x84\xff\xff\xff\xff",
        b"\x30\x85\x01\x00\x00\x00\x00",
        b"<html></html>",
        b"\x3f\x81\x01\x00",
    ] {
        assert_eq!(code(bytes), "time.malformed", "{bytes:02x?}");
    }
    let token = scene.good("tsa", &[]);
    for len in 0..token.len() {
        assert!(Token::parse(&token[..len]).is_err(), "cut at {len}");
    }
    let many = der::with_signed_data(&token, |fields| {
        let certificates = (0..100_u8).flat_map(|number| der::sequence(&[&[0x02, 0x01, number]])).collect::<Vec<u8>>();
        fields[3] = der::element(0xa0, &certificates);
    });
    assert_eq!(code(&many), "time.too_large");
}
