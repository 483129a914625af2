//! The same signatures before stock ssh-keygen, which must be installed: it agrees on the good ones.

use std::fs;
use std::process::{Command, Stdio};

use crate::blob::{Blob, MESSAGE, key, plain_signature, security_key_blob, security_key_signature};
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::sshsig::{self, Namespace};

/// Whether ssh-keygen takes this signature by this key for one over [`MESSAGE`].
fn ssh_keygen_accepts(public_line: &str, armour: &str) -> bool {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("signers"), format!("alice {public_line}\n")).expect("written");
    fs::write(folder.path().join("sig"), armour).expect("written");
    fs::write(folder.path().join("message"), MESSAGE).expect("written");
    let message = fs::File::open(folder.path().join("message")).expect("opened");
    let arguments = ["-Y", "verify", "-f", "signers", "-I", "alice", "-n", "sealbag-seal-v1", "-s", "sig"];
    let mut command = Command::new("ssh-keygen");
    command.current_dir(folder.path()).args(arguments).stdin(message).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().expect("ssh-keygen must be installed").success()
}

#[test]
fn ssh_keygen_agrees_on_good_and_on_broken_signatures() {
    let plain = PublicKey::from_ed25519_bytes(key().verifying_key().as_bytes()).expect("a good key");
    let blob = security_key_blob(key().verifying_key().as_bytes(), b"ssh:");
    let security_key = PublicKey::from_blob(&blob).expect("a good key");
    let changed = Blob { signature: plain_signature(&[7; 64]), ..Blob::default() };
    let good = Blob::default();
    let cases = [
        (&plain, good.armour(), true),
        (&security_key, security_key_signature(b"ssh:", 1, 42).armour(), true),
        (&security_key, security_key_signature(b"ssh:", 5, u32::MAX).armour(), true),
        (&plain, changed.armour(), false),
        (&plain, Blob { trailing: vec![0], ..good.clone() }.armour(), false),
        (&plain, Blob { version: 2, ..good.clone() }.armour(), false),
        (&plain, Blob { namespace: b"sealbag-event-v1".to_vec(), ..good.clone() }.armour(), false),
        (&plain, good.armour().replace('\n', "\r\n"), false),
    ];
    for (key, armour, good) in cases {
        assert_eq!(sshsig::verify(armour.as_bytes(), Namespace::Seal, MESSAGE).is_ok(), good, "ours: {armour}");
        assert_eq!(ssh_keygen_accepts(&key.to_line(), &armour), good, "ssh-keygen: {armour}");
    }
}
