//! The roster: which person a key belongs to, in which roles, and for how long.
//!
//! Spec: `docs/spec/roster.md`. A signed page like an event, with its own namespace and a larger limit. The record knows
//! its form; [`VerifiedRoster`] is one whose signature is that of the authority it names.

mod export;
mod verified;

use std::collections::BTreeSet;

use sealbag_manifest::digest::Sha256Digest;
use serde::Deserialize;

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
        record::require_same(bytes, &roster.to_bytes()?)?;
        Ok(roster)
    }

    /// The bytes to be signed.
    pub fn to_bytes(&self) -> Result<Vec<u8>, RecordError> {
        self.check()?;
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

    /// The rules between fields.
    fn check(&self) -> Result<(), RecordError> {
        let broken = |field, reason| Err(RecordError::Contradiction { field, reason });
        match (self.version, self.previous) {
            (0, _) => return broken("version", "versions are numbered from 1"),
            (1, Some(_)) => return broken("previous", "version 1 has no version before it"),
            (2.., None) => return Err(RecordError::Missing { field: "previous" }),
            _ => {}
        }
        let mut ids = BTreeSet::new();
        for person in &self.person {
            let is_id = |b: u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-');
            if person.id.len() > 64 || !person.id.bytes().all(is_id) {
                return broken("person.id", "an id is 1 to 64 of a-z 0-9 . _ -");
            }
            if !ids.insert(person.id.as_str()) {
                return broken("person.id", "an id stands twice");
            }
        }
        let mut keys = BTreeSet::new();
        for key in &self.key {
            if !keys.insert(key.key.to_line()) {
                return broken("key.key", "a key stands twice: one key, one person");
            }
            if !ids.contains(key.person.as_str()) {
                return broken("key.person", "no person has this id");
            }
            let is_role = |role: &Text| role.len() <= 64 && role.bytes().all(|b| matches!(b, b'a'..=b'z' | b'_'));
            if key.roles.is_empty() {
                return Err(RecordError::Missing { field: "key.roles" });
            }
            if !key.roles.iter().all(is_role) {
                return broken("key.roles", "a role is 1 to 64 of a-z _");
            }
            if key.roles.iter().collect::<BTreeSet<_>>().len() != key.roles.len() {
                return broken("key.roles", "a role stands twice");
            }
            if key.valid_to.is_some_and(|end| end <= key.valid_from) {
                return broken("key.valid_to", "is not after valid_from");
            }
        }
        Ok(())
    }
}
