//! The digest that a token is over.

use std::fmt;
use std::io::{self, Read};

use sha2::{Digest, Sha256, Sha384, Sha512};

use crate::Oid;
use crate::oid;

/// Digests that are good enough for an imprint and under a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Algorithm {
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
}

impl Algorithm {
    pub(crate) fn from_oid(oid: Oid) -> Option<Self> {
        [Self::Sha256, Self::Sha384, Self::Sha512].into_iter().find(|algorithm| algorithm.oid() == oid)
    }

    pub(crate) fn oid(self) -> Oid {
        match self {
            Self::Sha256 => oid::SHA256,
            Self::Sha384 => oid::SHA384,
            Self::Sha512 => oid::SHA512,
        }
    }

    /// Number of bytes of a value.
    pub fn value_len(self) -> usize {
        match self {
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }

    /// The digest of `data`.
    pub(crate) fn digest(self, data: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha256 => Sha256::digest(data).to_vec(),
            Self::Sha384 => Sha384::digest(data).to_vec(),
            Self::Sha512 => Sha512::digest(data).to_vec(),
        }
    }
}

impl fmt::Display for Algorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sha256 => "SHA-256",
            Self::Sha384 => "SHA-384",
            Self::Sha512 => "SHA-512",
        })
    }
}

/// The digest of what is stamped. Shown as `sha256:` and lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Imprint {
    algorithm: Algorithm,
    value: Vec<u8>,
}

impl Imprint {
    /// The digest of these bytes.
    pub fn of(algorithm: Algorithm, data: &[u8]) -> Self {
        Self { algorithm, value: algorithm.digest(data) }
    }

    /// The digest of everything that is read, in pieces of 64 KiB.
    ///
    /// # Errors
    /// As the reader.
    pub fn of_reader(algorithm: Algorithm, mut reader: impl Read) -> io::Result<Self> {
        fn run<D: Digest>(reader: &mut dyn Read) -> io::Result<Vec<u8>> {
            let (mut hasher, mut buffer) = (D::new(), vec![0; 1 << 16]);
            loop {
                match reader.read(&mut buffer) {
                    Ok(0) => return Ok(hasher.finalize().to_vec()),
                    Ok(len) => hasher.update(&buffer[..len]),
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    Err(error) => return Err(error),
                }
            }
        }
        let value = match algorithm {
            Algorithm::Sha256 => run::<Sha256>(&mut reader),
            Algorithm::Sha384 => run::<Sha384>(&mut reader),
            Algorithm::Sha512 => run::<Sha512>(&mut reader),
        };
        Ok(Self { algorithm, value: value? })
    }

    /// A digest that was computed elsewhere; `None` if its length is not that of the algorithm.
    pub fn from_value(algorithm: Algorithm, value: &[u8]) -> Option<Self> {
        (value.len() == algorithm.value_len()).then(|| Self { algorithm, value: value.to_vec() })
    }

    /// Which digest.
    pub fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// Its bytes.
    pub fn value(&self) -> &[u8] {
        &self.value
    }
}

impl fmt::Display for Imprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.algorithm {
            Algorithm::Sha256 => "sha256:",
            Algorithm::Sha384 => "sha384:",
            Algorithm::Sha512 => "sha512:",
        })?;
        f.write_str(&hex(&self.value))
    }
}

/// Lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
