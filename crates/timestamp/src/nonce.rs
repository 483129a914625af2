//! The number of a request (RFC 3161, 2.4.1).

use std::fmt;

use crate::element::{Element, INTEGER, write};
use crate::fault::Fault;
use crate::imprint::hex;

const MAX_NONCE: usize = 64;

/// The number of a request, which comes back in its answer: the bytes of a positive INTEGER without leading zeros. Shown in
/// lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Nonce(Vec<u8>);

impl Nonce {
    /// The number that these bytes are, most significant first. They should be random.
    pub fn from_bytes(bytes: [u8; 8]) -> Self {
        let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
        Self(bytes[zeros..].to_vec())
    }

    pub(crate) fn parse(element: Element<'_>) -> Result<Self, Fault> {
        let bytes = element.unsigned("its nonce")?;
        if bytes.len() > MAX_NONCE {
            return Err(Fault::TooLarge { limit: MAX_NONCE, what: "bytes of nonce" });
        }
        Ok(Self(bytes.to_vec()))
    }

    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        let mut bytes = self.0.clone();
        if bytes.first().is_none_or(|first| *first >= 0x80) {
            bytes.insert(0, 0);
        }
        write(out, INTEGER, &bytes);
    }
}

impl fmt::Display for Nonce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { f.write_str("00") } else { f.write_str(&hex(&self.0)) }
    }
}
