//! Certificates that the verifier brings: of authorities, or of a time-stamp authority itself.

use base64ct::{Base64, Encoding};
use thiserror::Error;

use crate::certificate::{Certificate, Fingerprint};

/// Bytes of a file of certificates that are read.
pub const MAX_ANCHORS_LEN: usize = 1 << 20;
const MAX_ANCHORS: usize = 1000;

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";
const DASHES: &str = "-----";

/// Why a file gives no certificates.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum AnchorError {
    /// No certificate in it.
    #[error("there is no certificate in it: PEM begins with -----BEGIN CERTIFICATE-----")]
    None,
    /// More than is read.
    #[error("it has more than {limit} {what}")]
    TooLarge {
        /// The most that is read.
        limit: usize,
        /// Of what.
        what: &'static str,
    },
    /// Something else than a certificate.
    #[error("block {number} is a {label}, not a CERTIFICATE")]
    Label {
        /// Which block, from 1.
        number: usize,
        /// What it says that it is, shortened.
        label: String,
    },
    /// A block that does not end, or is no base64.
    #[error("block {number} is not in PEM form")]
    Pem {
        /// Which block, from 1.
        number: usize,
    },
    /// A block that holds no certificate.
    #[error("block {number} is no X.509 certificate")]
    Certificate {
        /// Which block, from 1.
        number: usize,
    },
}

/// The certificates from outside that decide whose tokens count. A certificate authority vouches for what it issued; the
/// certificate of a time-stamp authority vouches for itself alone.
#[derive(Clone, Debug, Default)]
pub struct Anchors {
    certificates: Vec<Certificate>,
}

impl Anchors {
    /// Reads PEM with one certificate or several, and text between them, or one certificate in DER.
    ///
    /// # Errors
    /// [`AnchorError`]. All must be readable: an anchor that is passed over would be missed.
    pub fn parse(bytes: &[u8]) -> Result<Self, AnchorError> {
        if bytes.len() > MAX_ANCHORS_LEN {
            return Err(AnchorError::TooLarge { limit: MAX_ANCHORS_LEN, what: "bytes" });
        }
        let ders = match bytes {
            [0x30, ..] => vec![bytes.to_vec()],
            _ => pem(bytes)?,
        };
        if ders.len() > MAX_ANCHORS {
            return Err(AnchorError::TooLarge { limit: MAX_ANCHORS, what: "certificates" });
        }
        let mut anchors = Self::default();
        for (position, der) in ders.iter().enumerate() {
            let certificate = Certificate::parse(der).ok_or(AnchorError::Certificate { number: position + 1 })?;
            anchors.add(certificate);
        }
        if anchors.is_empty() { Err(AnchorError::None) } else { Ok(anchors) }
    }

    /// Both together.
    #[must_use]
    pub fn with(mut self, other: Self) -> Self {
        other.certificates.into_iter().for_each(|certificate| self.add(certificate));
        self
    }

    fn add(&mut self, certificate: Certificate) {
        if !self.certificates.contains(&certificate) {
            self.certificates.push(certificate);
        }
    }

    /// Whether there is none: then no token counts.
    pub fn is_empty(&self) -> bool {
        self.certificates.is_empty()
    }

    /// SHA-256 of each, in the order given.
    pub fn fingerprints(&self) -> Vec<Fingerprint> {
        self.certificates.iter().map(Certificate::fingerprint).collect()
    }

    pub(crate) fn certificates(&self) -> &[Certificate] {
        &self.certificates
    }
}

fn pem(bytes: &[u8]) -> Result<Vec<Vec<u8>>, AnchorError> {
    let text = std::str::from_utf8(bytes).map_err(|_| AnchorError::None)?;
    let (mut ders, mut open): (Vec<Vec<u8>>, Option<String>) = (Vec::new(), None);
    for line in text.lines().map(str::trim_end) {
        let number = ders.len() + 1;
        let label = |prefix: &str| line.strip_prefix(prefix)?.strip_suffix(DASHES);
        match (&mut open, label(BEGIN), label(END)) {
            (None, Some("CERTIFICATE"), _) => open = Some(String::new()),
            (None, Some(label), _) => {
                let label = label.chars().take(40).collect::<String>().escape_debug().to_string();
                return Err(AnchorError::Label { number, label });
            }
            (Some(base64), _, Some("CERTIFICATE")) => {
                ders.push(Base64::decode_vec(base64).map_err(|_| AnchorError::Pem { number })?);
                open = None;
            }
            (Some(base64), None, None) => base64.push_str(line.trim()),
            (Some(_), ..) | (None, None, Some(_)) => return Err(AnchorError::Pem { number }),
            (None, None, None) => {}
        }
    }
    match open {
        Some(_) => Err(AnchorError::Pem { number: ders.len() + 1 }),
        None => Ok(ders),
    }
}
