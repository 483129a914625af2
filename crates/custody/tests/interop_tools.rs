//! Interoperation with ssh-keygen and openssl, which must be installed: they check what we write, we check what they
//! write, and where one input allows one answer, the bytes are the same.

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use base64ct::{Base64, Encoding};
use sealbag_custody::key::{KeyPair, Signer};
use sealbag_custody::key_file;
use sealbag_custody::page;
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::sshsig::{self, Namespace};
use sealbag_custody::text::Text;

const RECORD: &str = include_str!("data/full.txt");

/// Runs a tool and returns its standard output; a tool that is missing or fails ends the test.
fn run(folder: &Path, stdin: &[u8], program: &str, arguments: &[&str]) -> Vec<u8> {
    let (ok, stdout, stderr) = try_run(folder, stdin, program, arguments);
    assert!(ok, "{program} {arguments:?}: {stderr}");
    stdout
}

fn try_run(folder: &Path, stdin: &[u8], program: &str, arguments: &[&str]) -> (bool, Vec<u8>, String) {
    let mut command = Command::new(program);
    command.current_dir(folder).args(arguments);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{program} must be installed: {error}"));
    // A tool that fails early closes its input.
    let _ = child.stdin.take().expect("piped").write_all(stdin);
    let output = child.wait_with_output().expect("waited for");
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
    (output.status.success(), output.stdout, stderr)
}

fn write_private(path: PathBuf, text: &str) {
    fs::write(&path, text).expect("written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("set");
}

/// The key of a seed in OpenSSH's own form (PROTOCOL.key), not encrypted.
fn openssh_private_key(seed: [u8; 32]) -> String {
    let string = |bytes: &[u8]| [&u32::try_from(bytes.len()).expect("short").to_be_bytes()[..], bytes].concat();
    let pair = KeyPair::from_seed(&seed).expect("a good seed");
    let public = pair.public_key();
    let secret = [seed.as_slice(), public.as_bytes()].concat();
    let mut private = [[0, 0, 0, 7, 0, 0, 0, 7].to_vec(), public.to_blob(), string(&secret), string(b"")].concat();
    private.extend((1..).take((8 - private.len() % 8) % 8));
    let none = string(b"none");
    let head = [b"openssh-key-v1\0".to_vec(), none.clone(), none, string(b""), vec![0, 0, 0, 1]].concat();
    let body = [head, string(&public.to_blob()), string(&private)].concat();
    let body = Base64::encode_string(&body);
    let lines: Vec<_> = body.as_bytes().chunks(70).map(|line| std::str::from_utf8(line).expect("ASCII")).collect();
    format!("-----BEGIN OPENSSH PRIVATE KEY-----\n{}\n-----END OPENSSH PRIVATE KEY-----\n", lines.join("\n"))
}

#[test]
fn ssh_keygen_verifies_our_page_split_by_hand() {
    let folder = tempfile::tempdir().expect("a folder");
    let key = KeyPair::generate().expect("random numbers");
    let armour = key.sign(Namespace::Seal, RECORD.as_bytes()).expect("signed");
    let page = page::join(RECORD.as_bytes(), &armour).expect("small");
    fs::write(folder.path().join("E"), page).expect("written");
    fs::write(folder.path().join("signers"), format!("alice {}\n", key.public_key().to_line())).expect("written");
    // The line of docs/spec/signatures.md.
    let by_hand = "sed '/^-----BEGIN/,$d' E > r; sed -n '/^-----BEGIN/,$p' E > r.sig; \
                   ssh-keygen -Y verify -f signers -I alice -n sealbag-seal-v1 -s r.sig < r";
    let answer = run(folder.path(), b"", "sh", &["-c", by_hand]);
    assert!(String::from_utf8_lossy(&answer).contains("Good \"sealbag-seal-v1\" signature for alice"));
    let changed = by_hand.replace("< r", "< E");
    assert!(!try_run(folder.path(), b"", "sh", &["-c", &changed]).0, "other bytes are refused");
    let other = by_hand.replace("sealbag-seal-v1", "sealbag-event-v1");
    assert!(!try_run(folder.path(), b"", "sh", &["-c", &other]).0, "another namespace is refused");
}

#[test]
fn we_verify_what_ssh_keygen_signs_and_the_bytes_are_ours() {
    let folder = tempfile::tempdir().expect("a folder");
    let seed = [0x5A; 32];
    write_private(folder.path().join("id"), &openssh_private_key(seed));
    for namespace in [Namespace::Seal, Namespace::Event, Namespace::Roster] {
        let arguments = ["-Y", "sign", "-f", "id", "-n", namespace.as_str()];
        let theirs = run(folder.path(), RECORD.as_bytes(), "ssh-keygen", &arguments);
        let key = KeyPair::from_seed(&seed).expect("a good seed");
        let signer = sshsig::verify(&theirs, namespace, RECORD.as_bytes()).expect("a good signature");
        assert_eq!(&signer, key.public_key());
        let ours = key.sign(namespace, RECORD.as_bytes()).expect("signed");
        assert_eq!(String::from_utf8_lossy(&theirs), ours);
    }
}

#[test]
fn we_verify_a_key_and_signature_made_by_ssh_keygen_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    run(folder.path(), b"", "ssh-keygen", &["-q", "-t", "ed25519", "-N", "", "-C", "Alice Example", "-f", "id"]);
    let signed = run(folder.path(), b"text\n", "ssh-keygen", &["-Y", "sign", "-f", "id", "-n", "sealbag-event-v1"]);
    let signer = sshsig::verify(&signed, Namespace::Event, b"text\n").expect("a good signature");
    let (public, comment) = key_file::read_public(&folder.path().join("id.pub")).expect("read");
    assert_eq!((&signer, comment.as_str()), (&public, "Alice Example"));
    let listed = run(folder.path(), b"", "ssh-keygen", &["-l", "-f", "id.pub"]);
    assert!(String::from_utf8_lossy(&listed).contains(&format!(" {} ", public.fingerprint())));
}

#[test]
fn a_sha256_or_rsa_or_ecdsa_signature_of_ssh_keygen_is_unsupported() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, kind) in [("rsa", "rsa"), ("ecdsa", "ecdsa"), ("ed", "ed25519")] {
        run(folder.path(), b"", "ssh-keygen", &["-q", "-t", kind, "-N", "", "-f", name]);
        let mut arguments = vec!["-Y", "sign", "-f", name, "-n", "sealbag-seal-v1"];
        if kind == "ed25519" {
            arguments.extend(["-O", "hashalg=sha256"]);
        }
        let signed = run(folder.path(), b"text\n", "ssh-keygen", &arguments);
        let error = sshsig::verify(&signed, Namespace::Seal, b"text\n").expect_err(kind);
        assert!(error.is_unsupported(), "{kind}: {error}");
    }
}

#[test]
fn openssl_reads_our_private_keys_and_we_read_its() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let key = KeyPair::generate().expect("random numbers");
    let name = Text::new("Alice").expect("plain");
    key_file::write_pair(&at("plain"), &key, &name, None).expect("written");
    key_file::write_pair(&at("locked"), &key, &name, Some(b"pass word")).expect("written");
    let public = |file: &str| {
        run(
            folder.path(),
            b"",
            "openssl",
            &["pkey", "-in", file, "-passin", "pass:pass word", "-pubout", "-outform", "DER"],
        )
    };
    for file in ["plain", "locked"] {
        assert!(public(file).ends_with(key.public_key().as_bytes()), "{file}");
    }
    let wrong = ["pkey", "-in", "locked", "-passin", "pass:other", "-noout"];
    assert!(!try_run(folder.path(), b"", "openssl", &wrong).0);

    run(folder.path(), b"", "openssl", &["genpkey", "-algorithm", "ed25519", "-out", "theirs"]);
    let topk8 = ["pkcs8", "-topk8", "-in", "theirs", "-passout", "pass:x y"];
    run(folder.path(), b"", "openssl", &[&topk8[..], &["-out", "pbkdf2", "-v2", "aes-256-cbc"]].concat());
    run(
        folder.path(),
        b"",
        "openssl",
        &[&topk8[..], &["-out", "aes128", "-v2", "aes-128-cbc", "-v2prf", "hmacWithSHA512"]].concat(),
    );
    run(folder.path(), b"", "openssl", &[&topk8[..], &["-out", "scrypt", "-scrypt"]].concat());
    let expected = public("theirs");
    for file in ["theirs", "pbkdf2", "aes128", "scrypt"] {
        fs::set_permissions(at(file), fs::Permissions::from_mode(0o600)).expect("set");
        let read = key_file::read_private(&at(file), Some(b"x y")).expect(file);
        assert!(expected.ends_with(read.public_key().as_bytes()), "{file}");
    }
}

#[test]
fn openssl_alone_verifies_the_signature_inside_the_armour() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let key = KeyPair::generate().expect("random numbers");
    write_private(at("key"), &key.to_pem(None).expect("written"));
    run(folder.path(), b"", "openssl", &["pkey", "-in", "key", "-pubout", "-out", "key.pem"]);
    let armour = key.sign(Namespace::Seal, RECORD.as_bytes()).expect("signed");
    let base64: String = armour.lines().filter(|line| !line.starts_with('-')).collect();
    let blob = Base64::decode_vec(&base64).expect("base64");
    fs::write(at("sig"), &blob[blob.len() - 64..]).expect("written");
    // The signed bytes, put together by the shell from their definition: SSHSIG, namespace, reserved, hash, digest.
    fs::write(at("record"), RECORD).expect("written");
    let script = r"{ printf 'SSHSIG\000\000\000\017sealbag-seal-v1\000\000\000\000\000\000\000\006sha512\000\000\000\100'; openssl dgst -sha512 -binary record; } > tbs";
    run(folder.path(), b"", "sh", &["-c", script]);
    assert_eq!(fs::read(at("tbs")).expect("read"), sshsig::signed_bytes(Namespace::Seal, RECORD.as_bytes()));
    let verify = ["pkeyutl", "-verify", "-pubin", "-inkey", "key.pem", "-rawin", "-in", "tbs", "-sigfile", "sig"];
    run(folder.path(), b"", "openssl", &verify);
    run(
        folder.path(),
        b"",
        "openssl",
        &["pkeyutl", "-sign", "-inkey", "key", "-rawin", "-in", "tbs", "-out", "theirs"],
    );
    assert_eq!(fs::read(at("theirs")).expect("read"), fs::read(at("sig")).expect("read"), "Ed25519 has one answer");
    let mut wrong = fs::read(at("sig")).expect("read");
    wrong[0] ^= 1;
    fs::write(at("sig"), wrong).expect("written");
    assert!(!try_run(folder.path(), b"", "openssl", &verify).0);
}

#[test]
fn our_public_key_line_is_read_by_ssh_keygen() {
    let folder = tempfile::tempdir().expect("a folder");
    let key = KeyPair::generate().expect("random numbers");
    let name = Text::new("Айгерім, lab 3").expect("plain");
    key_file::write_pair(&folder.path().join("id"), &key, &name, None).expect("written");
    let listed = run(folder.path(), b"", "ssh-keygen", &["-l", "-f", "id.pub"]);
    let listed = String::from_utf8_lossy(&listed).into_owned();
    assert!(listed.starts_with(&format!("256 {} ", key.public_key().fingerprint())), "{listed}");
    let (read, comment) = key_file::read_public(&folder.path().join("id.pub")).expect("read");
    assert_eq!((read, comment.as_str()), (PublicKey::from_blob(&key.public_key().to_blob()).expect("good"), &*name));
}
