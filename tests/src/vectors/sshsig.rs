//! SSHSIG written from its description alone (OpenSSH PROTOCOL.sshsig), with every part open to be broken.

use ed25519_dalek::{Signer, SigningKey};
use sha2::{Digest, Sha256, Sha512};

/// The parts of a signature, to be changed before it is made or after.
pub(super) struct Signature {
    /// Version number in the blob.
    pub(super) version: u32,
    /// Key type and key, as in the blob.
    pub(super) key: Vec<u8>,
    /// Namespace in the blob and in what is signed.
    pub(super) namespace: String,
    /// Reserved field.
    pub(super) reserved: Vec<u8>,
    /// Name of the hash.
    pub(super) hash: String,
    /// Algorithm named beside the signature.
    pub(super) algorithm: String,
    /// The 64 bytes R and S.
    pub(super) raw: Vec<u8>,
    /// What follows R and S in the signature field: flags and counter of a hardware key.
    pub(super) suffix: Vec<u8>,
    /// What follows the last field of the blob.
    pub(super) trailing: Vec<u8>,
}

/// The officer's key of all vectors. It is public knowledge and good for nothing else.
pub(super) fn officer() -> SigningKey {
    SigningKey::from_bytes(&Sha256::digest(b"sealbag test vectors: officer").into())
}

/// Another key, which no anchor names.
pub(super) fn stranger() -> SigningKey {
    SigningKey::from_bytes(&Sha256::digest(b"sealbag test vectors: stranger").into())
}

/// The public key line of a key, without a comment.
pub(super) fn public_line(key: &SigningKey) -> String {
    line_of(&key_blob(key.verifying_key().as_bytes()))
}

/// A public key line from a key blob.
pub(super) fn line_of(blob: &[u8]) -> String {
    let length = u32::from_be_bytes([blob[0], blob[1], blob[2], blob[3]]) as usize;
    let kind = std::str::from_utf8(&blob[4..4 + length]).expect("a key type is ASCII");
    format!("{kind} {}", base64(blob))
}

/// The blob of an ssh-ed25519 public key.
pub(super) fn key_blob(public: &[u8; 32]) -> Vec<u8> {
    [string(b"ssh-ed25519"), string(public)].concat()
}

/// The application that hardware keys of the vectors are bound to.
pub(super) const APPLICATION: &[u8] = b"ssh:";

/// The blob of an sk-ssh-ed25519 public key.
pub(super) fn hardware_key_blob(public: &[u8; 32]) -> Vec<u8> {
    [string(b"sk-ssh-ed25519@openssh.com"), string(public), string(APPLICATION)].concat()
}

/// A length and the bytes, as all of SSH writes them.
pub(super) fn string(bytes: &[u8]) -> Vec<u8> {
    [&(bytes.len() as u32).to_be_bytes()[..], bytes].concat()
}

/// The bytes that a key signs for a message in a namespace.
pub(super) fn to_be_signed(namespace: &str, message: &[u8]) -> Vec<u8> {
    [b"SSHSIG".to_vec(), string(namespace.as_bytes()), string(b""), string(b"sha512"), string(&Sha512::digest(message))]
        .concat()
}

/// The namespace of a seal.
pub(super) const SEAL: &str = "sealbag-seal-v1";
/// The namespace of the events after the seal.
pub(super) const EVENT: &str = "sealbag-event-v1";
/// The namespace of a roster.
pub(super) const ROSTER: &str = "sealbag-roster-v1";

impl Signature {
    /// A good signature of a record in a namespace.
    pub(super) fn make(key: &SigningKey, namespace: &str, record: &[u8]) -> Self {
        Self {
            version: 1,
            key: key_blob(key.verifying_key().as_bytes()),
            namespace: namespace.to_owned(),
            reserved: vec![],
            hash: "sha512".to_owned(),
            algorithm: "ssh-ed25519".to_owned(),
            raw: key.sign(&to_be_signed(namespace, record)).to_bytes().to_vec(),
            suffix: vec![],
            trailing: vec![],
        }
    }

    /// Turns it into the signature of a hardware key with these flags over the same record.
    pub(super) fn into_hardware(mut self, key: &SigningKey, record: &[u8], flags: u8) -> Self {
        let counter = 7u32.to_be_bytes();
        let signed = Sha256::digest(to_be_signed(&self.namespace, record));
        let message = [&Sha256::digest(APPLICATION)[..], &[flags], &counter, &signed].concat();
        self.key = hardware_key_blob(key.verifying_key().as_bytes());
        self.algorithm = "sk-ssh-ed25519@openssh.com".to_owned();
        self.raw = key.sign(&message).to_bytes().to_vec();
        self.suffix = [&[flags][..], &counter].concat();
        self
    }

    /// The armoured text.
    pub(super) fn armour(&self) -> String {
        armour(&base64(&self.blob()), 70)
    }

    /// What the armour is of.
    pub(super) fn blob(&self) -> Vec<u8> {
        let field = [string(self.algorithm.as_bytes()), string(&self.raw), self.suffix.clone()].concat();
        [
            b"SSHSIG".to_vec(),
            self.version.to_be_bytes().to_vec(),
            string(&self.key),
            string(self.namespace.as_bytes()),
            string(&self.reserved),
            string(self.hash.as_bytes()),
            string(&field),
            self.trailing.clone(),
        ]
        .concat()
    }
}

/// Base64 text between the two lines, cut into lines of a width.
pub(super) fn armour(base64: &str, width: usize) -> String {
    let lines: Vec<&str> =
        base64.as_bytes().chunks(width).map(|line| std::str::from_utf8(line).expect("ASCII")).collect();
    format!("-----BEGIN SSH SIGNATURE-----\n{}\n-----END SSH SIGNATURE-----\n", lines.join("\n"))
}

/// Base64 with padding (RFC 4648, section 4).
pub(super) fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().fold(0u32, |group, byte| group << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for digit in 0..4 {
            let value = group >> (18 - 6 * digit) & 63;
            text.push(if digit <= chunk.len() { ALPHABET[value as usize] as char } else { '=' });
        }
    }
    text
}

/// Adds the group order L to S: the same signature to whoever does not compare S with L (RFC 8032, section 5.1.7).
pub(super) fn add_group_order(raw: &mut [u8]) {
    const ORDER: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let mut carry = 0;
    for (byte, order) in raw[32..].iter_mut().zip(ORDER) {
        let sum = u16::from(*byte) + u16::from(order) + carry;
        *byte = sum as u8;
        carry = sum >> 8;
    }
}
