//! The seal record, event 0 of a bag: `format = "sealbag/seal/v1"`.
//!
//! It binds the sealed list (tree size and root), the tag files and the statement to a signer, a bag identifier and a
//! claimed time. Spec: `docs/spec/records.md`, "Seal record". This module checks the record alone: that the signer is
//! the key of the signature, and that the digests are those of the bag, is for the verifier.
mod tables;

use std::collections::BTreeSet;

use sealbag_manifest::digest::Sha256Digest;
use serde::Deserialize;

pub use self::tables::{
    Cosigner, Excluded, Payload, Previous, ReadErrors, Relation, Reread, RosterReference, SignerIdentity, TagDigests,
    Totals, TreeHead,
};
use crate::record::{self, Field, RecordError, Section, Sections, Value, digest_field};
use crate::scalar::{BagId, UtcOffset, UtcTime};
use crate::statement::Statement;
use crate::text::Text;

/// The value of `format` in a seal record.
pub const SEAL_FORMAT: &str = "sealbag/seal/v1";

/// Event 0 of a bag.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealRecord {
    /// The bag's random identifier.
    pub bag: BagId,
    /// When it was sealed, as the signer claims.
    pub time: UtcTime,
    /// The local clock's offset, where it matters.
    pub utc_offset: Option<UtcOffset>,
    /// Whether the bag carries the data.
    pub payload: Payload,
    /// Sealing was interrupted and resumed.
    #[serde(default)]
    pub resumed: bool,
    /// Whether the written data was read back before signing.
    #[serde(default)]
    pub reread: Reread,
    /// Ranges that could not be read were accepted; the sealed list names them.
    #[serde(default)]
    pub unreadable_accepted: bool,
    /// The profile whose required fields were asked for.
    pub profile: Text,
    /// SHA-256 of the profile's data file.
    #[serde(default, deserialize_with = "digest_field::optional")]
    pub profile_sha256: Option<Sha256Digest>,
    /// Who signs.
    pub signer: SignerIdentity,
    /// Who is to countersign.
    #[serde(default)]
    pub cosigner: Vec<Cosigner>,
    /// The roster that the signer used.
    pub roster: Option<RosterReference>,
    /// The tree over the sealed list.
    pub tree: TreeHead,
    /// Digests of the tag files.
    pub digests: TagDigests,
    /// Totals of the sealed list.
    pub totals: Totals,
    /// Read errors by category, in strictly increasing order of the category.
    #[serde(default)]
    pub read_error: Vec<ReadErrors>,
    /// What was left out, by category.
    #[serde(default)]
    pub excluded: Vec<Excluded>,
    /// The descriptive part: `case` to `refusal`, and `details`.
    #[serde(skip)]
    pub statement: Statement,
    /// The bag that this one comes from.
    pub previous: Option<Previous>,
}

impl SealRecord {
    /// Reads a record, and demands that `bytes` are exactly its one encoding.
    pub fn parse(bytes: &[u8]) -> Result<Self, RecordError> {
        record::check_format(bytes, SEAL_FORMAT)?;
        let text = record::checked_text(bytes)?;
        let (mut frame, mut statement) = (toml::de::DeTable::new(), toml::de::DeTable::new());
        for (key, value) in record::parse_toml(text)? {
            match key.get_ref().as_ref() {
                // Constants of this format: the comparison with the one encoding checks them.
                "format" | "index" => {}
                name if Statement::TABLES.contains(&name) => _ = statement.insert(key, value),
                _ => _ = frame.insert(key, value),
            }
        }
        let mut seal: Self = record::deserialize(text, frame)?;
        seal.statement = record::deserialize(text, statement)?;
        record::require_same(bytes, &seal.to_bytes()?)?;
        Ok(seal)
    }

    /// The bytes to be signed.
    pub fn to_bytes(&self) -> Result<Vec<u8>, RecordError> {
        self.check()?;
        record::to_bytes(&self.sections())
    }

    /// All fields that have a value, in the order of the record.
    pub fn sections(&self) -> Vec<Section<'_>> {
        let mut out = Sections::default();
        out.top(vec![
            ("format", Some(Value::Text(SEAL_FORMAT.into()))),
            ("bag", self.bag.value()),
            ("index", Some(Value::Integer(0))),
            ("time", self.time.value()),
            ("utc_offset", self.utc_offset.value()),
            ("payload", self.payload.value()),
            ("resumed", self.resumed.value()),
            ("reread", self.reread.value()),
            ("unreadable_accepted", self.unreadable_accepted.value()),
            ("profile", self.profile.value()),
            ("profile_sha256", self.profile_sha256.value()),
        ]);
        out.table("signer", &self.signer);
        out.entries("cosigner", &self.cosigner);
        self.roster.iter().for_each(|roster| out.table("roster", roster));
        out.table("tree", &self.tree);
        out.table("digests", &self.digests);
        out.table("totals", &self.totals);
        out.entries("read_error", &self.read_error);
        out.entries("excluded", &self.excluded);
        self.statement.write_tables(&mut out);
        self.previous.iter().for_each(|previous| out.table("previous", previous));
        self.statement.write_details(&mut out);
        out.0
    }

    /// The rules between fields.
    fn check(&self) -> Result<(), RecordError> {
        if self.statement.exhibit.number.is_none() {
            return Err(RecordError::Missing { field: "exhibit.number" });
        }
        let mut keys = BTreeSet::from([self.signer.key.to_line()]);
        if !self.cosigner.iter().all(|cosigner| keys.insert(cosigner.key.to_line())) {
            let reason = "each cosigner needs a key of their own";
            return Err(RecordError::Contradiction { field: "cosigner.key", reason });
        }
        if !self.read_error.is_sorted_by(|a, b| a.category < b.category) {
            let reason = "categories stand once each, in increasing order";
            return Err(RecordError::Contradiction { field: "read_error.category", reason });
        }
        Ok(())
    }
}
