//! Keys: lines, fingerprints, private keys at rest, and the files they lie in.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use sealbag_custody::key::{KeyError, KeyPair, Signer};
use sealbag_custody::key_file::{self, KeyFileError};
use sealbag_custody::public_key::{MAX_LINE_LEN, PublicKey, PublicKeyError};
use sealbag_custody::text::Text;

const LINE: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c";

/// The key of seed 01..01 as `openssl pkcs8 -topk8` writes it with passphrase "pass", by PBKDF2 and by scrypt.
const OPENSSL_PBKDF2: &str = include_str!("data/openssl-pbkdf2.pem");
const OPENSSL_SCRYPT: &str = include_str!("data/openssl-scrypt.pem");
const OPENSSL_RSA: &str = include_str!("data/openssl-rsa-encrypted.pem");

fn pair() -> KeyPair {
    KeyPair::from_seed(&[1; 32]).expect("a good seed")
}

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

#[test]
fn a_new_pair_lies_in_two_files_with_the_right_modes() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("alice");
    let key = KeyPair::generate().expect("random numbers");
    let name = Text::new("Alice of the laboratory").expect("plain");
    key_file::write_pair(&path, &key, &name, Some(b"pass")).expect("written");
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o7777;
    assert_eq!((mode(&path), mode(&key_file::public_path(&path))), (0o600, 0o644));
    let read = key_file::read_private(&path, Some(b"pass")).expect("read");
    let (public, comment) = key_file::read_public(&key_file::public_path(&path)).expect("read");
    assert_eq!((read.public_key(), comment.as_str()), (&public, "Alice of the laboratory"));
    let line = fs::read_to_string(key_file::public_path(&path)).expect("read");
    assert_eq!(line, format!("{} Alice of the laboratory\n", public.to_line()));
}

#[test]
fn never_overwrites_and_leaves_no_half_pair() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("alice");
    let name = Text::new("Alice").expect("plain");
    fs::write(key_file::public_path(&path), "kept").expect("written");
    let error = key_file::write_pair(&path, &pair(), &name, None).expect_err("the public file is there");
    assert!(matches!(error, KeyFileError::Exists(at) if at == key_file::public_path(&path)));
    assert!(!path.exists(), "the private file was taken back");
    assert_eq!(fs::read(key_file::public_path(&path)).expect("read"), b"kept");

    fs::remove_file(key_file::public_path(&path)).expect("removed");
    symlink(folder.path().join("elsewhere"), &path).expect("linked");
    let error = key_file::write_pair(&path, &pair(), &name, None).expect_err("a link is there");
    assert!(matches!(error, KeyFileError::Exists(_)));
    assert!(!folder.path().join("elsewhere").exists() && !key_file::public_path(&path).exists());
    let error = key_file::write_pair(&folder.path().join("no/such"), &pair(), &name, None).expect_err("no folder");
    assert!(matches!(error, KeyFileError::Io { action: "create", .. }));
}

#[test]
fn refuses_a_private_key_that_others_can_read_or_write() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("key");
    fs::write(&path, pair().to_pem(None).expect("written").as_bytes()).expect("written");
    for mode in [0o640, 0o604, 0o620, 0o610, 0o601, 0o644, 0o777] {
        fs::set_permissions(&path, Permissions::from_mode(mode)).expect("set");
        let error = key_file::read_private(&path, None).expect_err("open to others");
        assert!(matches!(&error, KeyFileError::OpenToOthers { mode: found, .. } if *found == mode));
        assert!(error.to_string().contains(&format!("{mode:04o}")), "{error}");
    }
    for mode in [0o600, 0o400] {
        fs::set_permissions(&path, Permissions::from_mode(mode)).expect("set");
        assert!(key_file::read_private(&path, None).is_ok(), "{mode:o}");
    }
}

/// Only root can read such a file at all, and must not sign with it.
#[test]
fn refuses_a_private_key_of_another_user() {
    if !rustix::process::geteuid().is_root() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("key");
    fs::write(&path, pair().to_pem(None).expect("written").as_bytes()).expect("written");
    fs::set_permissions(&path, Permissions::from_mode(0o600)).expect("set");
    std::os::unix::fs::chown(&path, Some(65534), None).expect("given away");
    let error = key_file::read_private(&path, None).expect_err("another's");
    assert!(matches!(error, KeyFileError::ForeignOwner { owner: 65534, .. }), "{error}");
}

#[test]
fn refuses_links_folders_pipes_devices_and_large_files_without_waiting() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    fs::write(at("key"), pair().to_pem(None).expect("written").as_bytes()).expect("written");
    fs::set_permissions(at("key"), Permissions::from_mode(0o600)).expect("set");
    symlink(at("key"), at("link")).expect("linked");
    rustix::fs::mknodat(rustix::fs::CWD, at("pipe"), rustix::fs::FileType::Fifo, 0o600.into(), 0).expect("made");
    for path in [at("link"), folder.path().to_owned(), at("pipe"), "/dev/zero".into()] {
        let error = key_file::read_private(&path, None).expect_err("not a file");
        assert!(matches!(error, KeyFileError::NotRegular(_)), "{error}");
    }
    assert!(matches!(key_file::read_public(&at("pipe")), Err(KeyFileError::NotRegular(_))));
    fs::write(at("large"), vec![b'x'; 17 * 1024]).expect("written");
    fs::set_permissions(at("large"), Permissions::from_mode(0o600)).expect("set");
    assert!(matches!(key_file::read_private(&at("large"), None), Err(KeyFileError::TooLarge(_))));
    assert!(matches!(key_file::read_private(&at("none"), None), Err(KeyFileError::Io { action: "open", .. })));
}

#[test]
fn limits_of_key_files_are_exact() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let limit = 16 * 1024;
    for (length, expected) in [(limit, KeyError::NotPkcs8), (limit + 1, KeyError::TooLarge)] {
        assert_eq!(KeyPair::from_pem(&"x".repeat(length), None).expect_err("no key"), expected, "{length} bytes");
    }
    // A line of exactly 4,096 bytes: key, space, name, line feed.
    let name = |length: usize| Text::new("n".repeat(length - LINE.len() - 2)).expect("plain text");
    key_file::write_pair(&at("longest"), &pair(), &name(MAX_LINE_LEN), None).expect("the longest line");
    let (key, comment) = key_file::read_public(&at("longest.pub")).expect("read back");
    assert_eq!((key, comment.len()), (pair().public_key().clone(), MAX_LINE_LEN - LINE.len() - 2));
    for length in [MAX_LINE_LEN + 1, MAX_LINE_LEN + 2] {
        let refused = key_file::write_pair(&at("longer"), &pair(), &name(length), None);
        assert!(matches!(refused, Err(KeyFileError::PublicKey { source: PublicKeyError::TooLong, .. })), "{refused:?}");
        fs::write(at("line"), vec![b'x'; length]).expect("written");
        assert!(matches!(key_file::read_public(&at("line")), Err(KeyFileError::TooLarge(_))));
    }
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 3, "two of the pair, and the long line");
}

#[test]
fn a_key_in_a_record_has_no_comment_and_no_other_spelling() {
    let key = |line: String| PublicKey::try_from(line);
    assert_eq!(key(LINE.to_owned()).as_ref(), Ok(pair().public_key()));
    for other in [format!("{LINE}\n"), format!("{LINE} "), format!("{LINE} comment")] {
        assert_eq!(key(other.clone()), Err(PublicKeyError::Comment), "{other:?}");
    }
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
