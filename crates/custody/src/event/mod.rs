//! A further event of the custody log: `format = "sealbag/event/v1"`.
//!
//! Spec: `docs/spec/custody.md`. This module knows the form of one event; whether it is allowed where it stands is
//! for [`replay`](crate::replay).

mod form;
mod kind;
mod tables;

use std::collections::BTreeMap;

use sealbag_manifest::digest::Sha256Digest;
use serde::Deserialize;

pub use form::{EventForm, Heading};
pub use kind::EventType;
pub use tables::*;

use crate::record::{self, Field, RecordError, Section, Sections, Value, digest_field};
use crate::scalar::{BagId, UtcOffset, UtcTime};
use crate::seal_record::RosterReference;
use crate::statement::{Change, DetailKey, LegalBasis, Package, Present, Tool};
use crate::text::Text;

/// The value of `format` in an event.
pub const EVENT_FORMAT: &str = "sealbag/event/v1";
/// The highest index that six digits can name.
pub const MAX_INDEX: u32 = 999_999;

/// One event after the seal.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventRecord {
    /// The bag's identifier.
    pub bag: BagId,
    /// SHA-256 of event 0.
    #[serde(deserialize_with = "digest_field::one")]
    pub seal: Sha256Digest,
    /// Its number, from 1.
    pub index: u64,
    /// SHA-256 of the event before.
    #[serde(deserialize_with = "digest_field::one")]
    pub prev: Sha256Digest,
    /// What it says.
    #[serde(rename = "type")]
    pub kind: EventType,
    /// When it happened, as the actor claims.
    pub time: UtcTime,
    /// The local clock's offset, where it matters.
    pub utc_offset: Option<UtcOffset>,
    /// Why it was entered later than it happened.
    pub late_reason: Option<Text>,
    /// Why it was done.
    pub purpose: Text,
    /// Hash of the earlier event that it answers.
    #[serde(default, rename = "ref", deserialize_with = "digest_field::optional")]
    pub reference: Option<Sha256Digest>,
    /// Condition of exhibit and package.
    pub condition: Option<Text>,
    /// Remarks or objections, a paragraph each.
    #[serde(default)]
    pub remarks: Vec<Text>,
    /// Conditions of use, one each.
    #[serde(default)]
    pub conditions: Vec<Text>,
    /// Who did it.
    pub actor: Actor,
    /// The roster that the actor used.
    pub roster: Option<RosterReference>,
    /// The other side.
    pub to: Option<Recipient>,
    /// For whom it is noted.
    pub on_behalf_of: Option<OnBehalfOf>,
    /// What was verified just before.
    pub verified: Option<Verified>,
    /// The document under which it was done.
    pub order: Option<Order>,
    /// Laws and treaties.
    #[serde(default)]
    pub legal_basis: Vec<LegalBasis>,
    /// The request that it answers.
    pub request: Option<Request>,
    /// Where it happened.
    pub place: Option<Place>,
    /// Where it lies.
    pub storage: Option<Storage>,
    /// How it is carried.
    pub transport: Option<Transport>,
    /// The physical package.
    pub package: Option<Package>,
    /// Who was present.
    #[serde(default)]
    pub present: Vec<Present>,
    /// The tools used.
    #[serde(default)]
    pub tool: Vec<Tool>,
    /// How it was examined.
    pub examination: Option<Examination>,
    /// Which files were used.
    pub inputs: Option<Inputs>,
    /// What came of it.
    #[serde(default)]
    pub output: Vec<Output>,
    /// What was or will be changed.
    #[serde(default)]
    pub change: Vec<Change>,
    /// Who refused.
    pub refusal: Option<HandOverRefusal>,
    /// What earlier events should have said.
    #[serde(default)]
    pub correction: Vec<Correction>,
    /// What happened.
    pub incident: Option<Incident>,
    /// Time-stamp tokens.
    #[serde(default)]
    pub token: Vec<TokenReference>,
    /// Documents outside the bag.
    #[serde(default)]
    pub attachment: Vec<Attachment>,
    /// Free fields, shown as they are and never interpreted.
    #[serde(default)]
    pub details: BTreeMap<DetailKey, Text>,
}

/// Why bytes are not an event that this version reads.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EventError {
    /// A type that this version does not know: nothing can be said about the event.
    #[error("event type \"{0}\" is not supported by this version")]
    UnsupportedType(String),
    /// The record breaks a rule of its format.
    #[error(transparent)]
    Record(#[from] RecordError),
}

impl EventError {
    /// True if the event is of a format or type that this version does not know.
    pub fn is_unsupported(&self) -> bool {
        match self {
            Self::UnsupportedType(_) => true,
            Self::Record(error) => error.is_unknown_format(),
        }
    }
}

impl EventRecord {
    /// An event with nothing but what every event has.
    pub fn new(bag: BagId, seal: Sha256Digest, kind: EventType, time: UtcTime, purpose: Text, actor: Actor) -> Self {
        Self {
            bag,
            seal,
            index: 1,
            prev: seal,
            kind,
            time,
            utc_offset: None,
            late_reason: None,
            purpose,
            reference: None,
            condition: None,
            remarks: Vec::new(),
            conditions: Vec::new(),
            actor,
            roster: None,
            to: None,
            on_behalf_of: None,
            verified: None,
            order: None,
            legal_basis: Vec::new(),
            request: None,
            place: None,
            storage: None,
            transport: None,
            package: None,
            present: Vec::new(),
            tool: Vec::new(),
            examination: None,
            inputs: None,
            output: Vec::new(),
            change: Vec::new(),
            refusal: None,
            correction: Vec::new(),
            incident: None,
            token: Vec::new(),
            attachment: Vec::new(),
            details: BTreeMap::new(),
        }
    }

    /// Reads a record, and demands that `bytes` are exactly its one encoding.
    pub fn parse(bytes: &[u8]) -> Result<Self, EventError> {
        record::check_format(bytes, EVENT_FORMAT)?;
        if let Some(name) = kind::unsupported_type(bytes) {
            return Err(EventError::UnsupportedType(name));
        }
        let text = record::checked_text(bytes)?;
        let table = record::parse_fields(text)?;
        let event: Self = record::deserialize(text, table)?;
        record::require_same(bytes, &event.to_bytes()?)?;
        Ok(event)
    }

    /// The bytes to be signed.
    pub fn to_bytes(&self) -> Result<Vec<u8>, RecordError> {
        if self.index == 0 || self.index > u64::from(MAX_INDEX) {
            let reason = "events after the seal have the numbers 1 to 999999";
            return Err(RecordError::Contradiction { field: "index", reason });
        }
        if self.token.iter().any(|token| token.number == 0) {
            let reason = "tokens are numbered from 1";
            return Err(RecordError::Contradiction { field: "token.number", reason });
        }
        kind::check_needs(self)?;
        record::to_bytes(&self.sections())
    }

    /// All fields that have a value, in the order of the record.
    pub fn sections(&self) -> Vec<Section<'_>> {
        let mut out = Sections::default();
        out.top(vec![
            ("format", Some(Value::Text(EVENT_FORMAT.into()))),
            ("bag", self.bag.value()),
            ("seal", self.seal.value()),
            ("index", self.index.value()),
            ("prev", self.prev.value()),
            ("type", self.kind.value()),
            ("time", self.time.value()),
            ("utc_offset", self.utc_offset.value()),
            ("late_reason", self.late_reason.value()),
            ("purpose", self.purpose.value()),
            ("ref", self.reference.value()),
            ("condition", self.condition.value()),
            ("remarks", self.remarks.value()),
            ("conditions", self.conditions.value()),
        ]);
        out.table("actor", &self.actor);
        out.optional("roster", self.roster.as_ref());
        out.optional("to", self.to.as_ref());
        out.optional("on_behalf_of", self.on_behalf_of.as_ref());
        out.optional("verified", self.verified.as_ref());
        out.optional("order", self.order.as_ref());
        out.entries("legal_basis", &self.legal_basis);
        out.optional("request", self.request.as_ref());
        out.optional("place", self.place.as_ref());
        out.optional("storage", self.storage.as_ref());
        out.optional("transport", self.transport.as_ref());
        out.optional("package", self.package.as_ref());
        out.entries("present", &self.present);
        out.entries("tool", &self.tool);
        out.optional("examination", self.examination.as_ref());
        out.optional("inputs", self.inputs.as_ref());
        out.entries("output", &self.output);
        out.entries("change", &self.change);
        out.optional("refusal", self.refusal.as_ref());
        out.entries("correction", &self.correction);
        out.optional("incident", self.incident.as_ref());
        out.entries("token", &self.token);
        out.entries("attachment", &self.attachment);
        out.table("details", &self.details);
        out.0
    }
}
