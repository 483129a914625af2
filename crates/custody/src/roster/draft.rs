//! A roster in the making: what a clerk works on until the authority signs it.
//!
//! Spec: `docs/spec/roster.md`, "Draft". A draft is the record of the next version, without the moment of signing, under a
//! format of its own, so that nobody takes it for a roster. Entries are added and closed, never removed.

use std::collections::BTreeMap;

use sealbag_manifest::digest::Sha256Digest;
use serde::Deserialize;

use super::{Authority, MAX_ROSTER_LEN, Person, RosterKey, RosterRecord, RosterSignError, VerifiedRoster, rules};
use crate::key::Signer;
use crate::public_key::PublicKey;
use crate::record::{self, Field, RecordError, Section, Sections, Value, digest_field, table};
use crate::scalar::UtcTime;
use crate::statement::DetailKey;
use crate::text::Text;

/// The value of `format` in a draft.
pub const DRAFT_FORMAT: &str = "sealbag/roster-draft/v1";

/// A version of a roster that nobody has signed yet.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RosterDraft {
    version: u64,
    #[serde(default, deserialize_with = "digest_field::optional")]
    previous: Option<Sha256Digest>,
    authority: DraftAuthority,
    #[serde(default)]
    person: Vec<Person>,
    #[serde(default)]
    key: Vec<RosterKey>,
    #[serde(default)]
    details: BTreeMap<DetailKey, Text>,
}

table! {
    /// `[authority]` of a draft: version 1 has no key before it is signed.
    pub struct DraftAuthority {
        /// Name.
        pub name: Text,
        /// The key of the versions before.
        pub key: Option<PublicKey>,
        /// Country.
        pub country: Option<Text>,
    }
}

impl RosterDraft {
    /// Version 1, with nobody in it.
    pub fn first(name: Text, country: Option<Text>) -> Self {
        Self {
            version: 1,
            previous: None,
            authority: DraftAuthority { name, key: None, country },
            person: Vec::new(),
            key: Vec::new(),
            details: BTreeMap::new(),
        }
    }

    /// The version after a signed one, with all that stands there.
    pub fn following(roster: &VerifiedRoster) -> Self {
        let record = roster.record().clone();
        let authority = DraftAuthority {
            name: record.authority.name,
            key: Some(record.authority.key),
            country: record.authority.country,
        };
        Self {
            version: record.version.saturating_add(1),
            previous: Some(roster.sha256()),
            authority,
            person: record.person,
            key: record.key,
            details: record.details,
        }
    }

    /// Reads a draft; the form is as strict as that of a roster.
    ///
    /// # Errors
    /// With line and field where they are known.
    pub fn parse(bytes: &[u8]) -> Result<Self, RecordError> {
        record::check_format(bytes, DRAFT_FORMAT)?;
        let text = record::checked_text_up_to(bytes, MAX_ROSTER_LEN)?;
        let table = record::parse_fields(text)?;
        let draft: Self = record::deserialize(text, table)?;
        draft.check().map_err(|broken| broken.into_error(Some(text)))?;
        record::require_same(bytes, &draft.to_bytes()?)?;
        Ok(draft)
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// A rule between fields does not hold, or the draft is too large.
    pub fn to_bytes(&self) -> Result<Vec<u8>, RecordError> {
        self.check().map_err(|broken| broken.into_error(None))?;
        record::to_bytes_up_to(&self.sections(), MAX_ROSTER_LEN)
    }

    /// The record that is signed at `issued` with `authority_key`.
    ///
    /// # Errors
    /// The versions before were signed with another key.
    pub fn into_record(self, issued: UtcTime, authority_key: &PublicKey) -> Result<RosterRecord, RosterSignError> {
        if let Some(expected) = self.authority.key.filter(|key| key != authority_key) {
            let (expected, found) = (expected.fingerprint(), authority_key.fingerprint());
            return Err(RosterSignError::OtherAuthority { expected, found });
        }
        let authority =
            Authority { name: self.authority.name, key: authority_key.clone(), country: self.authority.country };
        Ok(RosterRecord {
            version: self.version,
            issued,
            previous: self.previous,
            authority,
            person: self.person,
            key: self.key,
            details: self.details,
        })
    }

    /// Signs the draft; see [`sign`](super::sign).
    ///
    /// # Errors
    /// As [`sign`](super::sign).
    pub fn sign(self, issued: UtcTime, signer: &dyn Signer) -> Result<(Vec<u8>, VerifiedRoster), RosterSignError> {
        super::sign(&self.into_record(issued, signer.public_key())?, signer)
    }

    /// The number that the signed version will have.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// SHA-256 of the version before.
    pub fn previous(&self) -> Option<Sha256Digest> {
        self.previous
    }

    /// Who keeps the roster.
    pub fn authority(&self) -> &DraftAuthority {
        &self.authority
    }

    /// The persons.
    pub fn persons(&self) -> &[Person] {
        &self.person
    }

    /// Their keys.
    pub fn keys(&self) -> &[RosterKey] {
        &self.key
    }

    /// Free fields.
    pub fn details(&self) -> &BTreeMap<DetailKey, Text> {
        &self.details
    }

    pub(super) fn person_mut(&mut self) -> &mut Vec<Person> {
        &mut self.person
    }

    pub(super) fn key_mut(&mut self) -> &mut Vec<RosterKey> {
        &mut self.key
    }

    fn check(&self) -> Result<(), rules::Broken> {
        rules::check(self.version, self.previous.is_some(), &self.person, &self.key)
    }

    fn sections(&self) -> Vec<Section<'_>> {
        let mut out = Sections::default();
        out.top(vec![
            ("format", Some(Value::Text(DRAFT_FORMAT.into()))),
            ("version", self.version.value()),
            ("previous", self.previous.value()),
        ]);
        out.table("authority", &self.authority);
        out.entries("person", &self.person);
        out.entries("key", &self.key);
        out.table("details", &self.details);
        out.0
    }
}
