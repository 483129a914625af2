//! Writing and taking apart the bytes of a token, for tests.

use sha2::{Digest, Sha256};

/// The content type of a token.
pub const TST_INFO: &str = "1.2.840.113549.1.9.16.1.4";

/// An element.
pub fn element(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    match content.len() {
        len @ 0..=0x7f => out.push(len as u8),
        len @ 0x80..=0xff => out.extend([0x81, len as u8]),
        len => out.extend([0x82, (len >> 8) as u8, len as u8]),
    }
    out.extend_from_slice(content);
    out
}

/// A SEQUENCE.
pub fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    element(0x30, &parts.concat())
}

/// Tag, header length and length of the first element, which has a definite length.
fn head(bytes: &[u8]) -> (usize, usize) {
    match bytes[1] {
        len @ 0..=0x7f => (2, usize::from(len)),
        0x81 => (3, usize::from(bytes[2])),
        0x82 => (4, usize::from(bytes[2]) << 8 | usize::from(bytes[3])),
        _ => (5, usize::from(bytes[2]) << 16 | usize::from(bytes[3]) << 8 | usize::from(bytes[4])),
    }
}

/// The elements inside an element, each whole.
pub fn children(bytes: &[u8]) -> Vec<Vec<u8>> {
    let (header, len) = head(bytes);
    let (mut rest, mut found) = (&bytes[header..header + len], Vec::new());
    while !rest.is_empty() {
        let (header, len) = head(rest);
        found.push(rest[..header + len].to_vec());
        rest = &rest[header + len..];
    }
    found
}

/// The element with its parts changed.
pub fn with_children(bytes: &[u8], change: impl FnOnce(&mut Vec<Vec<u8>>)) -> Vec<u8> {
    let mut parts = children(bytes);
    change(&mut parts);
    element(bytes[0], &parts.concat())
}

/// The bare token of an answer.
pub fn token_of(answer: &[u8]) -> Vec<u8> {
    children(answer).swap_remove(1)
}

/// A token with the fields of its SignedData changed: version, digests, content, certificates and lists (each may be absent), signers.
pub fn with_signed_data(token: &[u8], change: impl FnOnce(&mut Vec<Vec<u8>>)) -> Vec<u8> {
    with_children(token, |parts| {
        parts[1] = with_children(&parts[1], |inner| inner[0] = with_children(&inner[0], change))
    })
}

/// A statement (TSTInfo) over the SHA-256 of data, as a token holds it. Fields can be changed before it is written.
pub struct Statement {
    /// Version.
    pub version: u8,
    /// Digest algorithm, as the bytes of its identifier.
    pub algorithm: Vec<u8>,
    /// Digest.
    pub imprint: Vec<u8>,
    /// GeneralizedTime.
    pub time: String,
    /// Whole elements behind it: accuracy, ordering, nonce, name, extensions.
    pub rest: Vec<Vec<u8>>,
}

/// id-sha256.
pub const SHA256: [u8; 11] = [0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];
/// id-sha1.
pub const SHA1: [u8; 7] = [0x06, 0x05, 0x2b, 0x0e, 0x03, 0x02, 0x1a];
/// A digest of GOST R 34.11-2012, 256 bits.
pub const STREEBOG: [u8; 10] = [0x06, 0x08, 0x2a, 0x85, 0x03, 0x07, 0x01, 0x01, 0x02, 0x02];

impl Statement {
    /// At a time of the form YYYYMMDDhhmmss.
    pub fn over(data: &[u8], time: &str) -> Self {
        Self {
            version: 1,
            algorithm: SHA256.to_vec(),
            imprint: Sha256::digest(data).to_vec(),
            time: format!("{time}Z"),
            rest: Vec::new(),
        }
    }

    /// Its bytes.
    pub fn to_der(&self) -> Vec<u8> {
        let algorithm = sequence(&[&self.algorithm, &[0x05, 0x00]]);
        let imprint = sequence(&[&algorithm, &element(0x04, &self.imprint)]);
        sequence(&[
            &[0x02, 0x01, self.version],
            // 1.2.3.4.1
            &[0x06, 0x04, 0x2a, 0x03, 0x04, 0x01],
            &imprint,
            &[0x02, 0x02, 0x12, 0x34],
            &element(0x18, self.time.as_bytes()),
            &self.rest.concat(),
        ])
    }
}

/// An extension of a statement, `[1]`, with one entry 1.2.3.
pub fn extension(critical: &[u8]) -> Vec<u8> {
    element(0xa1, &sequence(&[&[0x06, 0x02, 0x2a, 0x03], critical, &[0x04, 0x00]]))
}

/// The name of an authority, `[0]`: CN as UTF8String, as a directory name.
pub fn tsa_name(organisation: &str, common_name: &str) -> Vec<u8> {
    let part = |kind: u8, text: &str| {
        element(0x31, &sequence(&[&[0x06, 0x03, 0x55, 0x04, kind], &element(0x0c, text.as_bytes())]))
    };
    let name = sequence(&[&part(10, organisation), &part(3, common_name)]);
    element(0xa0, &element(0xa4, &name))
}
