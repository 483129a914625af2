//! A roster in the making: what a clerk works on until the authority signs it.
//!
//! Spec: `docs/spec/roster.md`, "Draft". A draft is the record of the next version, without the moment of signing, under a
//! format of its own, so that nobody takes it for a roster. Entries are added and closed, never removed.

use std::borrow::Cow;
use std::collections::BTreeMap;

use sealbag_manifest::digest::Sha256Digest;
use serde::Deserialize;

use super::authority::{AuthorityFields, authority_fields};
use super::{
    Authority, EditError, MAX_ROSTER_LEN, Outgoing, Person, RecognitionEntry, RosterKey, RosterRecord, RosterSignError,
    VerifiedRecognition, VerifiedRoster, rules,
};
use crate::key::Signer;
use crate::keyset::Keyset;
use crate::public_key::PublicKey;
use crate::record::{self, Field, RecordError, Section, Sections, TableFields, Value, digest_field};
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
    outgoing: Option<Outgoing>,
    #[serde(default)]
    person: Vec<Person>,
    #[serde(default)]
    key: Vec<RosterKey>,
    #[serde(default)]
    recognition: Vec<RecognitionEntry>,
    #[serde(default)]
    details: BTreeMap<DetailKey, Text>,
}

/// `[authority]` of a draft: version 1 may have no key before it is signed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "AuthorityFields")]
pub struct DraftAuthority {
    /// Name.
    pub name: Text,
    /// The keys that are to sign; none in a version 1 of which the first key to sign becomes the authority's.
    pub keys: Option<Keyset>,
    /// As in a roster.
    pub origin: Option<PublicKey>,
    /// Country.
    pub country: Option<Text>,
}

impl TryFrom<AuthorityFields> for DraftAuthority {
    type Error = String;

    fn try_from(mut fields: AuthorityFields) -> Result<Self, String> {
        let keys = fields.take_keys()?;
        Ok(Self { name: fields.name, keys, origin: fields.origin, country: fields.country })
    }
}

impl TableFields for DraftAuthority {
    fn fields(&self) -> Vec<(Cow<'_, str>, Value<'_>)> {
        authority_fields(&self.name, self.keys.as_ref(), self.origin.as_ref(), self.country.as_ref())
    }
}

impl RosterDraft {
    /// Version 1, with nobody in it. Without `keys`, the key that signs it becomes the authority's only one.
    pub fn first(name: Text, country: Option<Text>, keys: Option<Keyset>) -> Self {
        Self {
            version: 1,
            previous: None,
            authority: DraftAuthority { name, keys, origin: None, country },
            outgoing: None,
            person: Vec::new(),
            key: Vec::new(),
            recognition: Vec::new(),
            details: BTreeMap::new(),
        }
    }

    /// The version after a signed one, with all that stands there.
    pub fn following(roster: &VerifiedRoster) -> Self {
        let record = roster.record().clone();
        let authority = DraftAuthority {
            name: record.authority.name,
            keys: Some(record.authority.keys),
            origin: record.authority.origin,
            country: record.authority.country,
        };
        Self {
            version: record.version.saturating_add(1),
            previous: Some(roster.sha256()),
            authority,
            outgoing: None,
            person: record.person,
            key: record.key,
            recognition: record.recognition,
            details: record.details,
        }
    }

    /// What a record says, without the moment of signing.
    pub(super) fn of_record(record: RosterRecord) -> Self {
        let RosterRecord { version, issued: _, previous, authority, outgoing, person, key, recognition, details } =
            record;
        let Authority { name, keys, origin, country } = authority;
        let authority = DraftAuthority { name, keys: Some(keys), origin, country };
        Self { version, previous, authority, outgoing, person, key, recognition, details }
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

    /// The authority has other keys from this version on; those before hand over. `keys` replace what an earlier call named.
    ///
    /// # Errors
    /// Version 1 has no keys before it; or the keys are those of the version before. Then nothing changes.
    pub fn rekey(&mut self, keys: Keyset) -> Result<(), RecordError> {
        let mut next = self.clone();
        let before = next.outgoing.take().map(|outgoing| outgoing.keys).or_else(|| next.authority.keys.take());
        let first = before.as_ref().map(|before| before.first().clone());
        let origin = next.authority.origin.take().or(first);
        next.authority.origin = origin.filter(|origin| origin != keys.first());
        next.authority.keys = Some(keys);
        next.outgoing = before.map(|keys| Outgoing { keys });
        if next.version < 2 {
            next.outgoing = None;
            next.authority.origin = None;
        }
        next.to_bytes()?;
        *self = next;
        Ok(())
    }

    /// The record that is signed at `issued`, `signer` being the first to sign.
    ///
    /// # Errors
    /// The key is none of those that may sign.
    pub fn into_record(self, issued: UtcTime, signer: &PublicKey) -> Result<RosterRecord, RosterSignError> {
        let keys = self.authority.keys.unwrap_or_else(|| Keyset::from(signer.clone()));
        let authority = Authority {
            name: self.authority.name,
            keys,
            origin: self.authority.origin,
            country: self.authority.country,
        };
        let record = RosterRecord {
            version: self.version,
            issued,
            previous: self.previous,
            authority,
            outgoing: self.outgoing,
            person: self.person,
            key: self.key,
            recognition: self.recognition,
            details: self.details,
        };
        let order = record.quorum().order();
        if !order.contains(&signer) {
            let expected = order.iter().map(|key| key.fingerprint()).collect::<Vec<_>>().join(", ");
            return Err(RosterSignError::OtherAuthority { expected, found: signer.fingerprint() });
        }
        Ok(record)
    }

    /// Signs the draft of an authority with one key; see [`sign`](super::sign).
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

    /// The keys that hand over, if this version exchanges them.
    pub fn outgoing(&self) -> Option<&Keyset> {
        self.outgoing.as_ref().map(|outgoing| &outgoing.keys)
    }

    /// The persons.
    pub fn persons(&self) -> &[Person] {
        &self.person
    }

    /// Their keys.
    pub fn keys(&self) -> &[RosterKey] {
        &self.key
    }

    /// The recognitions that are in force.
    pub fn recognitions(&self) -> &[RecognitionEntry] {
        &self.recognition
    }

    /// Enters a recognition, in place of an older version of it.
    ///
    /// # Errors
    /// A version that is not later than the one that stands there. Then nothing changes.
    pub fn enter(&mut self, recognition: &VerifiedRecognition) -> Result<(), EditError> {
        let record = recognition.record();
        let (authority, version) = (record.recognized.origin().clone(), record.version);
        let mut next = self.clone();
        match next.recognition.iter_mut().find(|entry| entry.authority == authority) {
            Some(known) if known.version >= version => return Err(EditError::LaterRecognition(known.version)),
            Some(known) => known.version = version,
            None => next.recognition.push(RecognitionEntry { authority, version }),
        }
        next.to_bytes()?;
        *self = next;
        Ok(())
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
        let DraftAuthority { keys, origin, .. } = &self.authority;
        rules::check_keys(self.version, keys.as_ref(), origin.as_ref(), self.outgoing.as_ref())?;
        rules::check_register(&self.recognition)?;
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
        out.optional("outgoing", self.outgoing.as_ref());
        out.entries("person", &self.person);
        out.entries("key", &self.key);
        out.entries("recognition", &self.recognition);
        out.table("details", &self.details);
        out.0
    }
}
