//! Private keys as PEM: plain, behind a passphrase, as openssl writes them.

use sealbag_custody::key::{KeyError, KeyPair, Signer};

use super::{LINE, pair};

/// The key of seed 01..01 as `openssl pkcs8 -topk8` writes it with passphrase "pass", by PBKDF2 and by scrypt.
const OPENSSL_PBKDF2: &str = include_str!("../data/openssl-pbkdf2.pem");
const OPENSSL_SCRYPT: &str = include_str!("../data/openssl-scrypt.pem");
const OPENSSL_RSA: &str = include_str!("../data/openssl-rsa-encrypted.pem");

#[test]
fn a_plain_private_key_is_pkcs8_version_1_and_is_read_back() {
    let pem = pair().to_pem(None).expect("written");
    // RFC 8410: version 0, the algorithm, the seed, and nothing after it.
    let expected = "MC4CAQAwBQYDK2VwBCIEIAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB";
    assert_eq!(*pem, format!("-----BEGIN PRIVATE KEY-----\n{expected}\n-----END PRIVATE KEY-----\n"));
    assert_eq!(KeyPair::from_pem(&pem, None).expect("read").public_key().to_line(), LINE);
}

#[test]
fn an_encrypted_private_key_opens_with_its_passphrase_only() {
    let pem = pair().to_pem(Some(b"correct horse")).expect("written");
    assert!(pem.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
    assert_eq!(KeyPair::from_pem(&pem, Some(b"correct horse")).expect("read").public_key().to_line(), LINE);
    assert_eq!(KeyPair::from_pem(&pem, None).expect_err("none"), KeyError::NeedsPassphrase);
    for wrong in [&b""[..], b"correct hors", b"correct horse\n", b"\xFF"] {
        assert_eq!(KeyPair::from_pem(&pem, Some(wrong)).expect_err("wrong"), KeyError::WrongPassphrase);
    }
    assert_ne!(*pem, *pair().to_pem(Some(b"correct horse")).expect("written"), "salt and IV are new each time");
    assert_eq!(pair().to_pem(Some(b"")).expect_err("empty"), KeyError::EmptyPassphrase);
}

#[test]
fn no_wrong_passphrase_is_taken_for_another_error() {
    // Padding fits by chance once in 256 tries; cheap key derivation allows many.
    for number in 0..600 {
        let wrong = format!("wrong {number}");
        let error = KeyPair::from_pem(OPENSSL_PBKDF2, Some(wrong.as_bytes())).expect_err("wrong");
        assert_eq!(error, KeyError::WrongPassphrase, "{wrong}");
    }
}

#[test]
fn reads_what_openssl_wrote() {
    for pem in [OPENSSL_PBKDF2, OPENSSL_SCRYPT] {
        assert_eq!(KeyPair::from_pem(pem, Some(b"pass")).expect("read").public_key().to_line(), LINE);
        assert_eq!(KeyPair::from_pem(pem, Some(b"past")).expect_err("wrong"), KeyError::WrongPassphrase);
    }
    assert_eq!(KeyPair::from_pem(OPENSSL_RSA, Some(b"pass")).expect_err("RSA"), KeyError::NotEd25519);
}

#[test]
fn reads_version_2_and_compares_its_public_key() {
    // RFC 5958: version 1, and the public key as [1] BIT STRING.
    let key = pair();
    let v2 = |public: &[u8]| {
        let seed = [&[0x30, 0x51, 2, 1, 1, 0x30, 5, 6, 3, 0x2B, 0x65, 0x70, 4, 0x22, 4, 0x20][..], &[1; 32]].concat();
        pem(&[&seed, &[0x81, 0x21, 0][..], public].concat())
    };
    let read = KeyPair::from_pem(&v2(key.public_key().as_bytes()), None).expect("version 2");
    assert_eq!(read.public_key(), key.public_key());
    assert_eq!(KeyPair::from_pem(&v2(&[9; 32]), None).expect_err("another key"), KeyError::Mismatch);
}

#[test]
fn refuses_what_is_not_a_private_key() {
    let good = pair().to_pem(None).expect("written");
    let cases = [
        (String::new(), KeyError::NotPkcs8),
        (LINE.to_owned(), KeyError::NotPkcs8),
        ("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n".to_owned(), KeyError::OpenSshForm),
        (good.replace("PRIVATE", "PUBLIC"), KeyError::NotPkcs8),
        (good.replace("MC4", "MC5"), KeyError::NotPkcs8),
        (good[..good.len() - 30].to_owned(), KeyError::NotPkcs8),
        ("x".repeat(17 * 1024), KeyError::TooLarge),
    ];
    for (pem, expected) in cases {
        assert_eq!(KeyPair::from_pem(&pem, None).expect_err("not a key"), expected, "{pem}");
    }
}

#[test]
fn every_changed_byte_of_an_encrypted_key_is_refused_without_a_panic_or_a_long_wait() {
    let body: Vec<u8> = openssl_der();
    let started = std::time::Instant::now();
    for at in 0..body.len() {
        for change in [0x01, 0x80, 0xFF] {
            let mut der = body.clone();
            der[at] ^= change;
            if let Ok(key) = KeyPair::from_pem(&encrypted_pem(&der), Some(b"pass")) {
                // CBC does not authenticate: a changed seed is another key, never this one in disguise.
                assert!(at > 70, "byte {at}");
                drop(key);
            }
        }
    }
    assert!(started.elapsed().as_secs() < 120);
}

#[test]
fn refuses_absurd_key_derivation_before_spending_anything_on_it() {
    // SEQUENCE { SEQUENCE { PBES2, SEQUENCE { SEQUENCE { scrypt, SEQUENCE { salt, N, r, p } }, SEQUENCE { AES, IV } } }, data }
    let scrypt = |n: &[u8], r: &[u8], p: &[u8]| {
        let salt = der(4, &[7; 8]);
        let parameters = der(0x30, &[salt, der(2, n), der(2, r), der(2, p)].concat());
        let oid = der(6, &[0x2B, 6, 1, 4, 1, 0xDA, 0x47, 4, 0x0B]);
        pbes2(&der(0x30, &[oid, parameters].concat()))
    };
    let cost = |n: &[u8], r: &[u8], p: &[u8]| KeyPair::from_pem(&scrypt(n, r, p), Some(b"pass")).expect_err("refused");
    for n in [&[0x40, 0][..], &[2]] {
        assert_eq!(cost(n, &[8], &[1]), KeyError::WrongPassphrase, "N = 2^14 is bearable, and N = 2 allowed: {n:?}");
    }
    for (n, r, p) in [
        (&[0x40, 0, 0, 0][..], &[8][..], &[1][..]),
        (&[0x40, 0], &[0x7F, 0xFF], &[1]),
        (&[0x40, 0], &[8], &[0x7F, 0xFF]),
        (&[0x40, 0, 0, 0, 0, 0, 0, 0], &[0x7F, 0xFF], &[0x7F, 0xFF]),
        (&[0x10, 0, 0], &[8], &[1]),
    ] {
        assert_eq!(cost(n, r, p), KeyError::CostlyEncryption, "{n:?} {r:?} {p:?}");
    }
    for (n, r, p) in
        [(&[0][..], &[8][..], &[1][..]), (&[1], &[8], &[1]), (&[3], &[8], &[1]), (&[4], &[0], &[1]), (&[4], &[8], &[0])]
    {
        assert_eq!(cost(n, r, p), KeyError::UnsupportedEncryption, "{n:?} {r:?} {p:?}");
    }
    let pbkdf2 = |rounds: &[u8]| {
        let prf = der(0x30, &[der(6, &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 2, 9]), vec![5, 0]].concat());
        let parameters = der(0x30, &[der(4, &[7; 8]), der(2, rounds), prf].concat());
        let oid = der(6, &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 5, 0x0C]);
        KeyPair::from_pem(&pbes2(&der(0x30, &[oid, parameters].concat())), Some(b"pass")).expect_err("refused")
    };
    assert_eq!(pbkdf2(&[8, 0]), KeyError::WrongPassphrase);
    assert_eq!(pbkdf2(&[0x7F, 0xFF, 0xFF, 0xFF]), KeyError::CostlyEncryption);
    assert_eq!(pbkdf2(&[0]), KeyError::CostlyEncryption);
}

#[test]
fn debug_output_shows_no_secret() {
    let key = KeyPair::from_seed(&[0xAB; 32]).expect("a good seed");
    let shown = format!("{key:?}").to_lowercase();
    assert!(shown.contains("ssh-ed25519"));
    assert!(!shown.contains("abab") && !shown.contains("171") && !shown.contains("secret"), "{shown}");
}

fn der(tag: u8, content: &[u8]) -> Vec<u8> {
    let len = u8::try_from(content.len()).expect("short");
    if len < 128 { [&[tag, len], content].concat() } else { [&[tag, 0x81, len], content].concat() }
}

/// An encrypted key with this key derivation, AES-256-CBC and arbitrary data.
fn pbes2(kdf: &[u8]) -> String {
    let aes = der(0x30, &[der(6, &[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 1, 0x2A]), der(4, &[9; 16])].concat());
    let oid = der(6, &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 5, 0x0D]);
    let algorithm = der(0x30, &[oid, der(0x30, &[kdf, &aes].concat())].concat());
    encrypted_pem(&der(0x30, &[algorithm, der(4, &[5; 64])].concat()))
}

fn openssl_der() -> Vec<u8> {
    use base64ct::{Base64, Encoding};
    let body: String = OPENSSL_PBKDF2.lines().filter(|line| !line.starts_with('-')).collect();
    Base64::decode_vec(&body).expect("base64")
}

fn pem(der: &[u8]) -> String {
    use base64ct::{Base64, Encoding};
    let body = Base64::encode_string(der);
    let lines: Vec<_> = body.as_bytes().chunks(64).map(|line| std::str::from_utf8(line).expect("ASCII")).collect();
    format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", lines.join("\n"))
}

fn encrypted_pem(der: &[u8]) -> String {
    pem(der).replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY")
}
