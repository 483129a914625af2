//! Vectors of `docs/spec/signatures.md`: SSHSIG, among them the forgeries that a stock `ssh-keygen` lets through.

use super::draft::Break::{Armour, Bag, Nothing, Signature, Stranger};
use super::sshsig::{SEAL, add_group_order, armour, key_blob, officer, stranger, string};
use super::{Anchor, SealVector, undetermined, violated};

const MALFORMED: &[&str] = &["signature.malformed"];
const UNSUPPORTED: &[&str] = &["signature.unsupported"];
const INVALID: &[&str] = &["signature.invalid"];
const EVENT: &str = "custody/000000.txt";

fn event_text(bag: &mut super::tree::Tree) -> String {
    String::from_utf8(bag.file(EVENT).clone()).expect("an event is text")
}

/// The key that is the neutral element of the curve: under it, R = neutral and S = 0 sign every message.
fn neutral() -> [u8; 32] {
    let mut point = [0; 32];
    point[0] = 1;
    point
}

pub(super) const VECTORS: &[SealVector] = &[
    violated("signatures-event-missing", "a bag has a seal", Bag(|bag| bag.take(EVENT)), &["signature.missing"]),
    violated(
        "signatures-event-empty",
        "a seal has a signature",
        Bag(|bag| bag.file(EVENT).clear()),
        &["signature.missing"],
    ),
    violated(
        "signatures-signature-missing",
        "a seal has a signature",
        Bag(|bag| {
            let text = event_text(bag);
            let at = text.find("-----BEGIN").expect("armour");
            bag.put(EVENT, &text[..at]);
        }),
        &["signature.missing"],
    ),
    violated(
        "signatures-record-changed",
        "the signature fits the bytes of the record",
        Bag(|bag| {
            let text = event_text(bag);
            bag.put(EVENT, text.replace("2026-17", "2026-18"));
        }),
        INVALID,
    ),
    violated(
        "signatures-bit-flipped",
        "the signature fits the bytes of the record",
        Signature(|signature, _| signature.raw[7] ^= 1),
        INVALID,
    ),
    violated(
        "signatures-made-by-another-key",
        "the key in the signature made it",
        Signature(|signature, record| {
            let key = signature.key.clone();
            *signature = super::sshsig::Signature::make(&stranger(), SEAL, record);
            signature.key = key;
        }),
        INVALID,
    ),
    violated(
        "signatures-s-plus-l",
        "S is below the group order (ssh-keygen 9.2 accepts it)",
        Signature(|signature, _| add_group_order(&mut signature.raw)),
        INVALID,
    ),
    violated(
        "signatures-weak-key",
        "a key of small order signs anything (ssh-keygen 9.2 accepts it)",
        Signature(|signature, _| {
            signature.key = key_blob(&neutral());
            signature.raw = [&neutral()[..], &[0; 32]].concat();
        }),
        &["signature.weak_key"],
    ),
    violated(
        "signatures-weak-nonce",
        "R is no point of small order",
        Signature(|signature, _| {
            signature.raw[..32].copy_from_slice(&neutral());
        }),
        INVALID,
    ),
    violated(
        "signatures-reserved-not-empty",
        "the reserved field is empty (ssh-keygen 9.2 accepts it)",
        Signature(|signature, _| signature.reserved = b"X".to_vec()),
        MALFORMED,
    ),
    undetermined(
        "signatures-version-2",
        "a later version is not judged",
        Signature(|signature, _| signature.version = 2),
        UNSUPPORTED,
    ),
    undetermined(
        "signatures-version-0",
        "version 0 never was (ssh-keygen 9.2 accepts it)",
        Signature(|signature, _| signature.version = 0),
        UNSUPPORTED,
    ),
    undetermined(
        "signatures-hash-sha256",
        "the hash is sha512",
        Signature(|signature, _| signature.hash = "sha256".to_owned()),
        UNSUPPORTED,
    ),
    undetermined(
        "signatures-key-type-rsa",
        "other key types are not judged",
        Signature(|signature, _| {
            signature.key = [string(b"ssh-rsa"), string(&[1, 0, 1]), string(&[7; 32])].concat();
            signature.algorithm = "rsa-sha2-512".to_owned();
        }),
        UNSUPPORTED,
    ),
    violated(
        "signatures-namespace-of-an-event",
        "a seal is signed as a seal",
        Signature(|signature, record| {
            use ed25519_dalek::Signer;
            signature.namespace = "sealbag-event-v1".to_owned();
            signature.raw =
                officer().sign(&super::sshsig::to_be_signed("sealbag-event-v1", record)).to_bytes().to_vec();
        }),
        &["signature.wrong_namespace"],
    ),
    violated(
        "signatures-algorithm-of-another-type",
        "the algorithm is that of the key",
        Signature(|signature, _| signature.algorithm = "sk-ssh-ed25519@openssh.com".to_owned()),
        MALFORMED,
    ),
    violated(
        "signatures-bytes-after-the-blob",
        "nothing follows the last field",
        Signature(|signature, _| signature.trailing = vec![0]),
        MALFORMED,
    ),
    violated(
        "signatures-bytes-after-s",
        "nothing follows R and S",
        Signature(|signature, _| signature.suffix = vec![0]),
        MALFORMED,
    ),
    violated(
        "signatures-too-short",
        "R and S have 64 bytes",
        Signature(|signature, _| {
            signature.raw.pop();
        }),
        MALFORMED,
    ),
    violated(
        "signatures-too-long",
        "R and S have 64 bytes",
        Signature(|signature, _| signature.raw.push(0)),
        MALFORMED,
    ),
    violated(
        "signatures-key-too-short",
        "a key has 32 bytes",
        Signature(|signature, _| signature.key = [string(b"ssh-ed25519"), string(&[7; 31])].concat()),
        MALFORMED,
    ),
    violated(
        "signatures-armour-of-76-columns",
        "the armour has 70 columns",
        Armour(|text| {
            let digits: String = text.lines().filter(|line| !line.starts_with('-')).collect();
            *text = armour(&digits, 76);
        }),
        MALFORMED,
    ),
    violated(
        "signatures-armour-with-crlf",
        "lines end with LF alone",
        Armour(|text| *text = text.replace('\n', "\r\n")),
        MALFORMED,
    ),
    violated("signatures-armour-with-a-space", "base64 has no spaces", Armour(|text| text.insert(40, ' ')), MALFORMED),
    violated(
        "signatures-armour-without-end",
        "the armour has its last line",
        Armour(|text| *text = text.replace("-----END SSH SIGNATURE-----\n", "")),
        MALFORMED,
    ),
    violated(
        "signatures-armour-without-final-lf",
        "the armour ends with LF",
        Armour(|text| {
            text.pop();
        }),
        MALFORMED,
    ),
    violated(
        "signatures-text-after-the-armour",
        "nothing follows the armour (ssh-keygen 9.2 accepts it)",
        Armour(|text| text.push_str("more\n")),
        MALFORMED,
    ),
    violated("signatures-second-signature", "one signature an event", Armour(|text| *text = text.repeat(2)), MALFORMED),
    violated("signatures-blob-empty", "a signature has a blob", Armour(|text| *text = armour("", 70)), MALFORMED),
    violated(
        "signatures-other-magic",
        "a blob begins with SSHSIG",
        Armour(|text| *text = text.replacen("U1NI", "U1NJ", 1)),
        MALFORMED,
    ),
    violated(
        "signatures-hardware-key-without-touch",
        "a hardware key signs on touch (ssh-keygen 9.2 accepts it without)",
        Signature(|signature, record| {
            let made = super::sshsig::Signature::make(&officer(), SEAL, record).into_hardware(&officer(), record, 0);
            *signature = made;
        }),
        &["signature.no_user_presence"],
    ),
    violated(
        "signatures-hardware-counter-changed",
        "the counter is signed",
        Signature(|signature, record| {
            let made = super::sshsig::Signature::make(&officer(), SEAL, record).into_hardware(&officer(), record, 1);
            *signature = made;
            signature.suffix[4] ^= 1;
        }),
        INVALID,
    ),
    undetermined(
        "signatures-by-a-stranger",
        "a signer whom no anchor names is nobody in particular",
        Stranger,
        &["anchor.signer_unknown"],
    ),
    undetermined(
        "signatures-without-anchor",
        "a bag that vouches for itself proves nothing",
        Nothing,
        &["anchor.none"],
    )
    .anchor(Anchor::None),
    violated(
        "signatures-seal-hash-of-another",
        "the seal hash from the paper act is that of event 0",
        Nothing,
        &["anchor.seal_hash_mismatch"],
    )
    .anchor(Anchor::SealHash(ZEROS)),
];

const ZEROS: &str = "0000000000000000000000000000000000000000000000000000000000000000";
