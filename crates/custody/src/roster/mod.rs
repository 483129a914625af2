//! The roster: which person a key belongs to, in which roles, and for how long.
//!
//! Spec: `docs/spec/roster.md`. A signed page like an event, with its own namespace and a larger limit. The record knows
//! its form; [`VerifiedRoster`] is one whose signature is that of the authority it names; [`RosterDraft`] is one that
//! nobody has signed yet.

mod authority;
mod draft;
mod edit;
mod export;
mod in_use;
mod lineage;
mod recognition;
mod rules;
mod sign;
#[cfg(test)]
mod tests;
mod verified;

use sealbag_manifest::digest::Sha256Digest;
use serde::Deserialize;

pub use authority::{Authority, Outgoing};
pub use draft::{DRAFT_FORMAT, DraftAuthority, RosterDraft};
pub use edit::{About, EditError, Enrolment, is_id};
pub use in_use::RosterInUse;
pub use lineage::{Conflict, Lineage};
pub use recognition::{RECOGNITION_FORMAT, RecognitionRecord, Scope, UnfinishedRecognition, VerifiedRecognition};
pub use sign::{JointRecord, RosterSignError, Unfinished, UnfinishedRoster, sign};
pub use verified::{RosterError, VerifiedRoster};

use crate::joint::Quorum;
use crate::public_key::PublicKey;
use crate::record::{self, Field, RecordError, Section, Sections, Value, digest_field, format_of, table};
use crate::scalar::{Date, UtcTime};
use crate::statement::DetailKey;
use crate::text::Text;

/// The value of `format` in a roster of an authority that has, and ever had, one key.
pub const ROSTER_FORMAT: &str = "sealbag/roster/v1";
/// The value of `format` in every other roster: several keys, or keys that were exchanged.
pub const ROSTER_FORMAT_V2: &str = "sealbag/roster/v2";
/// The largest roster record in bytes: some thousands of keys.
pub const MAX_ROSTER_LEN: usize = 1 << 20;

/// The roles that `docs/spec/custody.md`, "Roles", knows. Another role may do what everybody may.
pub const ROLES: &[&str] = &[
    "investigator",
    "inquirer",
    "specialist",
    "expert",
    "custodian",
    "courier",
    "prosecutor",
    "judge",
    "court",
    "submitter",
    "foreign_authority",
    "central_authority",
];

/// One version of an authority's roster.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RosterRecord {
    /// Its number, from 1.
    pub version: u64,
    /// When it was signed, as the authority claims.
    pub issued: UtcTime,
    /// SHA-256 of the version before.
    #[serde(default, deserialize_with = "digest_field::optional")]
    pub previous: Option<Sha256Digest>,
    /// Who keeps it.
    pub authority: Authority,
    /// The keys of the version before, if this one exchanges them.
    #[serde(default)]
    pub outgoing: Option<Outgoing>,
    /// The persons.
    #[serde(default)]
    pub person: Vec<Person>,
    /// Their keys.
    #[serde(default)]
    pub key: Vec<RosterKey>,
    /// The recognitions that were in force when it was signed.
    #[serde(default)]
    pub recognition: Vec<RecognitionEntry>,
    /// Free fields, shown as they are and never interpreted.
    #[serde(default)]
    pub details: std::collections::BTreeMap<DetailKey, Text>,
}

table! {
    /// `[[recognition]]`: which version of a recognition is in force, so that an older one is known to be old.
    pub struct RecognitionEntry {
        /// The origin of the authority that is recognised.
        pub authority: PublicKey,
        /// The version of the recognition.
        pub version: u64,
    }
}

table! {
    /// `[[person]]`: somebody who signs.
    pub struct Person {
        /// What tells this person from another of the same name.
        pub id: Text,
        /// Name.
        pub name: Text,
        /// Body.
        pub organisation: Option<Text>,
        /// Unit of that body.
        pub unit: Option<Text>,
        /// Country.
        pub country: Option<Text>,
        /// What qualifies the person.
        pub qualification: Option<Text>,
        /// Until when.
        pub qualification_until: Option<Date>,
    }
}

table! {
    /// `[[key]]`: a key of a person.
    pub struct RosterKey {
        /// The person's id.
        pub person: Text,
        /// The key.
        pub key: PublicKey,
        /// What it may sign as.
        pub roles: Vec<Text>,
        /// First moment of validity.
        pub valid_from: UtcTime,
        /// First moment after it.
        pub valid_to: Option<UtcTime>,
        /// No longer used from this moment on.
        pub retired: Option<UtcTime>,
        /// Somebody else may have it from this moment on.
        pub compromised_since: Option<UtcTime>,
        /// Why it was retired or revoked.
        pub reason: Option<Text>,
    }
}

impl RosterRecord {
    /// Reads a record, and demands that `bytes` are exactly its one encoding.
    pub fn parse(bytes: &[u8]) -> Result<Self, RecordError> {
        // Which of the two it must be, the comparison with the one encoding says.
        let expected = if format_of(bytes) == Some(ROSTER_FORMAT_V2) { ROSTER_FORMAT_V2 } else { ROSTER_FORMAT };
        record::check_format(bytes, expected)?;
        let text = record::checked_text_up_to(bytes, MAX_ROSTER_LEN)?;
        let table = record::parse_fields(text)?;
        let roster: Self = record::deserialize(text, table)?;
        roster.check().map_err(|broken| broken.into_error(Some(text)))?;
        record::require_same(bytes, &roster.to_bytes()?)?;
        Ok(roster)
    }

    /// The bytes to be signed.
    pub fn to_bytes(&self) -> Result<Vec<u8>, RecordError> {
        self.check().map_err(|broken| broken.into_error(None))?;
        record::to_bytes_up_to(&self.sections(), MAX_ROSTER_LEN)
    }

    /// All fields that have a value, in the order of the record.
    pub fn sections(&self) -> Vec<Section<'_>> {
        let mut out = Sections::default();
        out.top(vec![
            ("format", Some(Value::Text(self.format().into()))),
            ("version", self.version.value()),
            ("issued", self.issued.value()),
            ("previous", self.previous.value()),
        ]);
        out.table("authority", &self.authority);
        out.optional("outgoing", self.outgoing.as_ref());
        out.entries("person", &self.person);
        out.entries("key", &self.key);
        out.entries("recognition", &self.recognition);
        out.table("details", &self.details);
        out.0
    }

    /// The first version of the format that can say it.
    pub fn format(&self) -> &'static str {
        let authority = &self.authority;
        let has_one_key = authority.keys.single().is_some() && authority.origin.is_none() && self.outgoing.is_none();
        if has_one_key && self.recognition.is_empty() { ROSTER_FORMAT } else { ROSTER_FORMAT_V2 }
    }

    /// Who must sign it: the authority, and those who hand over to it.
    pub fn quorum(&self) -> Quorum<'_> {
        let outgoing = self.outgoing.as_ref().map(|outgoing| &outgoing.keys);
        Quorum::of(outgoing.into_iter().chain([&self.authority.keys]))
    }

    /// The person of an id.
    pub fn person(&self, id: &str) -> Option<&Person> {
        self.person.iter().find(|person| person.id.as_str() == id)
    }

    fn check(&self) -> Result<(), rules::Broken> {
        rules::check_keys(
            self.version,
            Some(&self.authority.keys),
            self.authority.origin.as_ref(),
            self.outgoing.as_ref(),
        )?;
        rules::check_register(&self.recognition)?;
        rules::check(self.version, self.previous.is_some(), &self.person, &self.key)
    }
}
