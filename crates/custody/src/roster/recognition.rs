//! A recognition: one authority says that it takes the roster of another for true, for a purpose, in some roles, for a time.
//!
//! Spec: `docs/spec/recognition.md`. A joint page like a roster, signed by the authority that recognises. It names the other
//! authority by its keys. Nobody is recognised through somebody who is recognised.

use std::collections::BTreeMap;

use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;
use serde::Deserialize;

use super::sign::{JointRecord, Unfinished};
use super::{Authority, RosterError, RosterKey, RosterSignError, rules};
use crate::joint::{JointPage, Quorum};
use crate::page::PageError;
use crate::record::{self, Field, MAX_RECORD_LEN, RecordError, Section, Sections, Value, digest_field, table};
use crate::scalar::UtcTime;
use crate::sshsig::{Namespace, SignatureError};
use crate::statement::DetailKey;
use crate::text::Text;

/// The value of `format` in a recognition.
pub const RECOGNITION_FORMAT: &str = "sealbag/recognition/v1";

/// What an authority says of another.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecognitionRecord {
    /// Its number, from 1: a later one takes the place of an earlier one between the same two authorities.
    pub version: u64,
    /// When it was signed, as the authority claims.
    pub issued: UtcTime,
    /// SHA-256 of the record of the version before.
    #[serde(default, deserialize_with = "digest_field::optional")]
    pub previous: Option<Sha256Digest>,
    /// Who recognises.
    pub authority: Authority,
    /// Who is recognised.
    pub recognized: Authority,
    /// For what.
    pub scope: Scope,
    /// Free fields, shown as they are and never interpreted.
    #[serde(default)]
    pub details: BTreeMap<DetailKey, Text>,
}

table! {
    /// `[scope]`: for what the other roster counts.
    pub struct Scope {
        /// Purpose, in words.
        pub purpose: Text,
        /// The roles in which its persons count.
        pub roles: Vec<Text>,
        /// The lowest version of the other roster that counts.
        pub minimum_version: Option<u64>,
        /// First moment.
        pub valid_from: UtcTime,
        /// First moment after it.
        pub valid_to: UtcTime,
        /// No longer in force from this moment on.
        pub withdrawn: Option<UtcTime>,
        /// Why it was withdrawn.
        pub reason: Option<Text>,
    }
}

impl Scope {
    /// The first moment at which it is no longer in force.
    pub fn end(&self) -> UtcTime {
        self.withdrawn.map_or(self.valid_to, |withdrawn| withdrawn.min(self.valid_to))
    }

    /// True at a moment from its beginning to before its end.
    pub fn covers(&self, time: UtcTime) -> bool {
        self.valid_from <= time && time < self.end()
    }

    /// The roles of a key that count under it.
    pub fn roles_of<'a>(&'a self, key: &'a RosterKey) -> impl Iterator<Item = &'a Text> {
        key.roles.iter().filter(|role| self.roles.contains(role))
    }
}

impl RecognitionRecord {
    /// Reads a record, and demands that `bytes` are exactly its one encoding.
    pub fn parse(bytes: &[u8]) -> Result<Self, RecordError> {
        record::check_format(bytes, RECOGNITION_FORMAT)?;
        let text = record::checked_text_up_to(bytes, MAX_RECORD_LEN)?;
        let table = record::parse_fields(text)?;
        let recognition: Self = record::deserialize(text, table)?;
        recognition.check().map_err(|broken| broken.into_error(Some(text)))?;
        record::require_same(bytes, &recognition.to_bytes()?)?;
        Ok(recognition)
    }

    /// The bytes to be signed.
    pub fn to_bytes(&self) -> Result<Vec<u8>, RecordError> {
        self.check().map_err(|broken| broken.into_error(None))?;
        record::to_bytes_up_to(&self.sections(), MAX_RECORD_LEN)
    }

    /// All fields that have a value, in the order of the record.
    pub fn sections(&self) -> Vec<Section<'_>> {
        let mut out = Sections::default();
        out.top(vec![
            ("format", Some(Value::Text(RECOGNITION_FORMAT.into()))),
            ("version", self.version.value()),
            ("issued", self.issued.value()),
            ("previous", self.previous.value()),
        ]);
        out.table("authority", &self.authority);
        out.table("recognized", &self.recognized);
        out.table("scope", &self.scope);
        out.table("details", &self.details);
        out.0
    }

    fn check(&self) -> Result<(), rules::Broken> {
        rules::check_recognition(self)
    }
}

impl JointRecord for RecognitionRecord {
    const NAMESPACE: Namespace = Namespace::Recognition;
    const MAX_LEN: usize = MAX_RECORD_LEN;

    fn read(bytes: &[u8]) -> Result<Self, RecordError> {
        Self::parse(bytes)
    }

    fn write(&self) -> Result<Vec<u8>, RecordError> {
        self.to_bytes()
    }

    fn signers(&self) -> Quorum<'_> {
        Quorum::of([&self.authority.keys])
    }
}

/// A recognition that some of those who must sign it have signed.
pub type UnfinishedRecognition = Unfinished<RecognitionRecord>;

impl UnfinishedRecognition {
    /// The file, read back as a verifier would.
    ///
    /// # Errors
    /// Signatures are missing, or it does not verify.
    pub fn finish(&self) -> Result<(Vec<u8>, VerifiedRecognition), RosterSignError> {
        let bytes = self.to_bytes();
        let recognition = VerifiedRecognition::read(&bytes).map_err(RosterSignError::of_read)?;
        Ok((bytes, recognition))
    }
}

/// A recognition that was signed by the authority that it names. Whether that authority is to be trusted, the user says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedRecognition {
    record: RecognitionRecord,
    digest: Sha256Digest,
}

impl VerifiedRecognition {
    /// The largest recognition, in bytes.
    pub const MAX_LEN: usize = MAX_RECORD_LEN + crate::joint::MAX_SIGNATURES * crate::sshsig::MAX_ARMOUR_LEN;

    /// Verifies every signature, then reads the same bytes.
    pub fn read(bytes: &[u8]) -> Result<Self, RosterError> {
        let (page, rest) = JointPage::read_first(bytes, Namespace::Recognition, MAX_RECORD_LEN)?;
        if !rest.is_empty() {
            return Err(PageError::Signature(SignatureError::Armour).into());
        }
        let record = RecognitionRecord::parse(page.record())?;
        record.signers().check(&page)?;
        Ok(Self { record, digest: sha256(page.record()) })
    }

    /// What was signed.
    pub fn record(&self) -> &RecognitionRecord {
        &self.record
    }

    /// What names this version: SHA-256 of its record.
    pub fn sha256(&self) -> Sha256Digest {
        self.digest
    }

    /// Through whom, for what and until when, in a few words.
    pub fn shown(&self) -> String {
        let RecognitionRecord { authority, scope, version, .. } = &self.record;
        let withdrawn = scope.withdrawn.map(|time| format!(", withdrawn {time}")).unwrap_or_default();
        format!(
            "recognised by {}, version {version}, for: {}; from {} to {}{withdrawn}",
            authority.shown(),
            scope.purpose,
            scope.valid_from,
            scope.valid_to
        )
    }
}
