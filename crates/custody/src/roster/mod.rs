//! The roster: which person a key belongs to, in which roles, and for how long.
//!
//! Spec: `docs/spec/roster.md`. A signed page like an event, with its own namespace and a larger limit. The record knows
//! its form; [`VerifiedRoster`] is one whose signature is that of the authority it names; [`RosterDraft`] is one that
//! nobody has signed yet.

mod draft;
mod edit;
mod export;
mod rules;
mod sign;
#[cfg(test)]
mod tests;
mod verified;

use sealbag_manifest::digest::Sha256Digest;
use serde::Deserialize;

pub use draft::{DRAFT_FORMAT, DraftAuthority, RosterDraft};
pub use edit::{About, EditError, Enrolment, is_id};
pub use sign::{RosterSignError, sign};
pub use verified::{RosterError, VerifiedRoster};

use crate::public_key::PublicKey;
use crate::record::{self, Field, RecordError, Section, Sections, Value, digest_field, table};
use crate::scalar::{Date, UtcTime};
use crate::statement::DetailKey;
use crate::text::Text;

/// The value of `format` in a roster.
pub const ROSTER_FORMAT: &str = "sealbag/roster/v1";
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
    /// The persons.
    #[serde(default)]
    pub person: Vec<Person>,
    /// Their keys.
    #[serde(default)]
    pub key: Vec<RosterKey>,
    /// Free fields, shown as they are and never interpreted.
    #[serde(default)]
    pub details: std::collections::BTreeMap<DetailKey, Text>,
}

table! {
    /// `[authority]`: who keeps the roster.
    pub struct Authority {
        /// Name.
        pub name: Text,
        /// The key that MUST be the key of the signature.
        pub key: PublicKey,
        /// Country.
        pub country: Option<Text>,
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
        record::check_format(bytes, ROSTER_FORMAT)?;
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
            ("format", Some(Value::Text(ROSTER_FORMAT.into()))),
            ("version", self.version.value()),
            ("issued", self.issued.value()),
            ("previous", self.previous.value()),
        ]);
        out.table("authority", &self.authority);
        out.entries("person", &self.person);
        out.entries("key", &self.key);
        out.table("details", &self.details);
        out.0
    }

    /// The person of an id.
    pub fn person(&self, id: &str) -> Option<&Person> {
        self.person.iter().find(|person| person.id.as_str() == id)
    }

    fn check(&self) -> Result<(), rules::Broken> {
        rules::check(self.version, self.previous.is_some(), &self.person, &self.key)
    }
}
