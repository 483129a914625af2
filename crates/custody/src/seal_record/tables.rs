//! The tables of a seal record, and its values that are words.

use sealbag_manifest::digest::Sha256Digest;
use serde::Deserialize;

use crate::public_key::PublicKey;
use crate::record::{Field, Value, digest_field, table};
use crate::scalar::BagId;
use crate::text::Text;

/// Whether the bag carries the data (`payload`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Payload {
    /// The data lies below `data/`.
    Copy,
    /// The data lies elsewhere; the bag holds the sealed list only.
    Detached,
}

/// Whether the written data was read back before signing (`reread = false`, or absent).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "bool")]
pub enum Reread {
    /// Read back and compared: nothing is written.
    #[default]
    Done,
    /// Left out at the signer's wish: `reread = false`.
    Skipped,
}

impl From<bool> for Reread {
    fn from(done: bool) -> Self {
        if done { Self::Done } else { Self::Skipped }
    }
}

table! {
    /// `[signer]`: the person, and the key that MUST be the key of the signature.
    pub struct SignerIdentity {
        /// Name.
        pub name: Text,
        /// The signing key.
        pub key: PublicKey,
        /// Role in the proceedings.
        pub role: Option<Text>,
        /// Capacity in which the person signs.
        pub capacity: Option<Text>,
    }
}

table! {
    /// `[[cosigner]]`: a person who is to countersign.
    pub struct Cosigner {
        /// Name.
        pub name: Text,
        /// The person's key.
        pub key: PublicKey,
        /// Role in the proceedings.
        pub role: Option<Text>,
    }
}

table! {
    /// `[roster]`: the roster that the signer used.
    pub struct RosterReference {
        /// The key of the authority that signs the roster.
        pub authority: PublicKey,
        /// Its version.
        pub version: u64,
        /// SHA-256 of the roster file.
        #[serde(deserialize_with = "digest_field::one")]
        pub sha256: Sha256Digest,
    }
}

table! {
    /// `[tree]`: the head of the tree over the lines of the sealed list.
    pub struct TreeHead {
        /// Number of lines.
        pub size: u64,
        /// Root of the tree.
        #[serde(deserialize_with = "digest_field::one")]
        pub root: Sha256Digest,
    }
}

table! {
    /// `[digests]`: what binds the tag files to the seal.
    pub struct TagDigests {
        /// SHA-256 of `tagmanifest-sha256.txt`.
        #[serde(deserialize_with = "digest_field::one")]
        pub tagmanifest_sha256: Sha256Digest,
    }
}

table! {
    /// `[totals]`: counts over the sealed list; all five are always written.
    #[derive(Default)]
    pub struct Totals {
        /// Entries of kind file.
        pub files: u64,
        /// Sum of their sizes, in bytes.
        pub bytes: u64,
        /// Entries of kind dir.
        pub directories: u64,
        /// Entries of kind symlink.
        pub symlinks: u64,
        /// Entries of every other kind.
        pub specials: u64,
    }
}

table! {
    /// `[[read_error]]`: what could not be read, counted by category.
    pub struct ReadErrors {
        /// Name of the system's error, such as `EIO`, or `CHANGED`.
        pub category: Text,
        /// Number of entries concerned.
        pub entries: u64,
        /// Bytes that could not be read.
        pub bytes: u64,
    }
}

table! {
    /// `[[excluded]]`: what was left out on purpose, counted by category.
    pub struct Excluded {
        /// What was left out.
        pub category: Text,
        /// Number of entries, where it is known.
        pub entries: Option<u64>,
        /// Why.
        pub why: Option<Text>,
    }
}

table! {
    /// `[previous]`: the bag that this one comes from.
    pub struct Previous {
        /// How this bag follows from it.
        pub relation: Relation,
        /// Its identifier.
        pub bag: BagId,
        /// SHA-256 of its event 0.
        #[serde(deserialize_with = "digest_field::one")]
        pub seal: Sha256Digest,
        /// SHA-256 of the last event of its log at that time.
        #[serde(deserialize_with = "digest_field::one")]
        pub head: Sha256Digest,
        /// Root of its tree.
        #[serde(deserialize_with = "digest_field::one")]
        pub root: Sha256Digest,
    }
}

/// How a bag follows from another (`relation`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// The same data and list.
    Copy,
    /// Some lines replaced.
    Redaction,
    /// Some files with their proofs.
    Disclosure,
    /// The same data, sealed again.
    Reseal,
    /// New data made from it.
    Derived,
}

impl Field for Payload {
    fn value(&self) -> Option<Value<'_>> {
        let name = match self {
            Self::Copy => "copy",
            Self::Detached => "detached",
        };
        Some(Value::Text(name.into()))
    }
}

impl Field for Reread {
    fn value(&self) -> Option<Value<'_>> {
        (*self == Self::Skipped).then_some(Value::Boolean(false))
    }
}

impl Field for Relation {
    fn value(&self) -> Option<Value<'_>> {
        let name = match self {
            Self::Copy => "copy",
            Self::Redaction => "redaction",
            Self::Disclosure => "disclosure",
            Self::Reseal => "reseal",
            Self::Derived => "derived",
        };
        Some(Value::Text(name.into()))
    }
}
