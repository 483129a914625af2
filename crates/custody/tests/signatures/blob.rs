//! Signatures built by hand, independent of the code under test, so that each can break exactly one rule.

use base64ct::{Base64, Encoding};
use ed25519_dalek::{Signer, SigningKey};
use sha2::{Digest, Sha256, Sha512};

pub(crate) const NAMESPACE: &str = "sealbag-seal-v1";
pub(crate) const MESSAGE: &[u8] = b"format = \"sealbag/seal/v1\"\nindex = 0\n";

pub(crate) fn string(bytes: &[u8]) -> Vec<u8> {
    [&u32::try_from(bytes.len()).expect("short").to_be_bytes()[..], bytes].concat()
}

pub(crate) fn key() -> SigningKey {
    SigningKey::from_bytes(&[1; 32])
}

/// The public key line of [`key`].
pub(crate) fn line() -> String {
    format!("ssh-ed25519 {}", Base64::encode_string(&plain_key_blob(key().verifying_key().as_bytes())))
}

pub(crate) fn plain_key_blob(point: &[u8; 32]) -> Vec<u8> {
    [string(b"ssh-ed25519"), string(point)].concat()
}

pub(crate) fn security_key_blob(point: &[u8; 32], application: &[u8]) -> Vec<u8> {
    [string(b"sk-ssh-ed25519@openssh.com"), string(point), string(application)].concat()
}

pub(crate) fn plain_signature(value: &[u8]) -> Vec<u8> {
    [string(b"ssh-ed25519"), string(value)].concat()
}

pub(crate) fn signed_bytes(namespace: &str, hash: &str, message: &[u8]) -> Vec<u8> {
    let digest = if hash == "sha256" { Sha256::digest(message).to_vec() } else { Sha512::digest(message).to_vec() };
    [b"SSHSIG".to_vec(), string(namespace.as_bytes()), string(b""), string(hash.as_bytes()), string(&digest)].concat()
}

/// The fields of a signature blob. The default is a good signature over [`MESSAGE`].
#[derive(Clone)]
pub(crate) struct Blob {
    pub(crate) magic: Vec<u8>,
    pub(crate) version: u32,
    pub(crate) key: Vec<u8>,
    pub(crate) namespace: Vec<u8>,
    pub(crate) reserved: Vec<u8>,
    pub(crate) hash: Vec<u8>,
    pub(crate) signature: Vec<u8>,
    pub(crate) trailing: Vec<u8>,
}

impl Default for Blob {
    fn default() -> Self {
        let value = key().sign(&signed_bytes(NAMESPACE, "sha512", MESSAGE)).to_bytes();
        Self {
            magic: b"SSHSIG".to_vec(),
            version: 1,
            key: plain_key_blob(key().verifying_key().as_bytes()),
            namespace: NAMESPACE.into(),
            reserved: Vec::new(),
            hash: b"sha512".to_vec(),
            signature: plain_signature(&value),
            trailing: Vec::new(),
        }
    }
}

impl Blob {
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let fields = [&self.key, &self.namespace, &self.reserved, &self.hash, &self.signature];
        let mut bytes = [&self.magic[..], &self.version.to_be_bytes()].concat();
        bytes.extend(fields.into_iter().flat_map(|field| string(field)));
        bytes.extend(&self.trailing);
        bytes
    }

    pub(crate) fn armour(&self) -> String {
        armour(&self.bytes(), 70)
    }
}

pub(crate) fn armour(blob: &[u8], columns: usize) -> String {
    let base64 = Base64::encode_string(blob);
    let lines: Vec<_> =
        base64.as_bytes().chunks(columns).map(|line| std::str::from_utf8(line).expect("ASCII")).collect();
    format!("-----BEGIN SSH SIGNATURE-----\n{}\n-----END SSH SIGNATURE-----\n", lines.join("\n"))
}

/// A good signature by a security key, with these flags and this counter.
pub(crate) fn security_key_signature(application: &[u8], flags: u8, counter: u32) -> Blob {
    let mut signed = Sha256::digest(application).to_vec();
    signed.push(flags);
    signed.extend(counter.to_be_bytes());
    signed.extend(Sha256::digest(signed_bytes(NAMESPACE, "sha512", MESSAGE)));
    let value = key().sign(&signed).to_bytes();
    let name = string(b"sk-ssh-ed25519@openssh.com");
    Blob {
        key: security_key_blob(key().verifying_key().as_bytes(), application),
        signature: [name, string(&value), vec![flags], counter.to_be_bytes().to_vec()].concat(),
        ..Blob::default()
    }
}
