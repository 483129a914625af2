//! Digests as they stand in a record: 64 lower-case hexadecimal digits.

use sealbag_manifest::digest::Sha256Digest;
use serde::de::{Deserialize, Deserializer, Error};

struct Hex(Sha256Digest);

impl<'de> Deserialize<'de> for Hex {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let digest = Sha256Digest::from_hex(&text);
        digest.map(Self).ok_or_else(|| D::Error::custom("a SHA-256 digest is 64 lower-case hexadecimal digits"))
    }
}

/// One digest that must be there.
pub(crate) fn one<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Sha256Digest, D::Error> {
    Hex::deserialize(deserializer).map(|hex| hex.0)
}

/// A digest that may be absent (together with `#[serde(default)]`).
pub(crate) fn optional<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Sha256Digest>, D::Error> {
    Hex::deserialize(deserializer).map(|hex| Some(hex.0))
}

/// An array of digests.
pub(crate) fn many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Sha256Digest>, D::Error> {
    Ok(Vec::<Hex>::deserialize(deserializer)?.into_iter().map(|hex| hex.0).collect())
}
