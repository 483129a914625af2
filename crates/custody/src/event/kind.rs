//! The types of event, and what each needs (`docs/spec/custody.md`, "Types").

use std::fmt;

use serde::Deserialize;

use super::{EventRecord, Order, Storage};
use crate::record::{Field, RecordError, Value};
use crate::seal_record::Relation;

macro_rules! event_types {
    ($($variant:ident = $name:literal, $doc:literal;)*) => {
        /// What an event says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum EventType {
            $(#[doc = $doc] $variant,)*
        }

        impl EventType {
            /// Every type that this version reads.
            pub const ALL: &'static [EventType] = &[$(EventType::$variant),*];

            /// The name in the record, such as `examine_start`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

event_types! {
    Countersign = "countersign", "A second person confirms an event.";
    RefuseToSign = "refuse_to_sign", "A person who was to sign refused.";
    Timestamp = "timestamp", "Tokens of a time-stamp authority were obtained.";
    Verify = "verify", "The bag was verified, and this was entered.";
    Store = "store", "Where it lies.";
    Access = "access", "Somebody had access without taking it over.";
    Release = "release", "The holder gives it to a named person.";
    Export = "export", "As `release`, to another State.";
    Accept = "accept", "The recipient takes it.";
    Refuse = "refuse", "The recipient does not take it.";
    Cancel = "cancel", "The releaser takes the release back.";
    Copy = "copy", "A copy was made, with a log of its own.";
    Redact = "redact", "A copy with parts left out was made.";
    ExamineStart = "examine_start", "An examination begins.";
    ExamineEnd = "examine_end", "It ends.";
    Open = "open", "The seal is opened: the contents will change.";
    Reseal = "reseal", "It was sealed again as a new bag; this log ends.";
    Disclose = "disclose", "Parts were shown or given to a party.";
    Object = "object", "Somebody objects or remarks.";
    Correct = "correct", "The author corrects an earlier event.";
    Hold = "hold", "It must be kept as it is: not opened, returned or disposed of.";
    Unhold = "unhold", "This no longer holds.";
    Return = "return", "It goes back to its owner.";
    Dispose = "dispose", "It is destroyed or otherwise disposed of.";
    Incident = "incident", "A loss, a mismatch, a broken seal, a stolen key.";
}

/// Reserved for later versions: known not to be readable in this one.
const RESERVED: &str = "renew";

impl fmt::Display for EventType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Field for EventType {
    fn value(&self) -> Option<Value<'_>> {
        Some(Value::Text(self.name().into()))
    }
}

impl EventType {
    /// The type of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// A release in the wider sense: it opens a hand-over.
    pub fn is_release(self) -> bool {
        matches!(self, Self::Release | Self::Export)
    }

    /// True if anybody may sign it; by a key that nobody vouches for it changes nothing.
    pub fn is_open_to_all(self) -> bool {
        matches!(self, Self::Object | Self::Countersign | Self::Incident | Self::Timestamp | Self::Verify)
    }

    /// True if an event of this type must say what was verified just before.
    pub fn needs_verification(self) -> bool {
        matches!(
            self,
            Self::Verify
                | Self::Accept
                | Self::Refuse
                | Self::Copy
                | Self::Redact
                | Self::ExamineStart
                | Self::ExamineEnd
                | Self::Open
                | Self::Reseal
                | Self::Return
        )
    }

    /// True if `ref` names an earlier event.
    pub fn needs_reference(self) -> bool {
        matches!(
            self,
            Self::Countersign
                | Self::RefuseToSign
                | Self::Accept
                | Self::Refuse
                | Self::Cancel
                | Self::ExamineEnd
                | Self::Reseal
                | Self::Unhold
        )
    }

    /// The relation of the bag that it brings forth.
    pub fn brings_forth(self) -> Option<Relation> {
        match self {
            Self::Copy => Some(Relation::Copy),
            Self::Redact => Some(Relation::Redaction),
            Self::Reseal => Some(Relation::Reseal),
            _ => None,
        }
    }
}

/// The name in a line `type = "NAME"` before the first table, if it is one that this version does not read.
pub(super) fn unsupported_type(record: &[u8]) -> Option<String> {
    let top = record.split(|byte| *byte == b'\n').take_while(|line| !line.starts_with(b"["));
    let name = top.filter_map(|line| line.strip_prefix(b"type = \"")?.strip_suffix(b"\"")).next()?;
    let is_key = !name.is_empty()
        && name.len() <= 64
        && name[0].is_ascii_lowercase()
        && name.iter().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'));
    let name = std::str::from_utf8(name).ok().filter(|_| is_key)?;
    (name == RESERVED || EventType::from_name(name).is_none()).then(|| name.to_owned())
}

/// What a type needs, and what it must not have.
pub(super) fn check_needs(event: &EventRecord) -> Result<(), RecordError> {
    use EventType as T;
    let kind = event.kind;
    let need = |field: &'static str, is_there: bool, is_needed: bool| match (is_there, is_needed) {
        (false, true) => Err(RecordError::Missing { field }),
        _ => Ok(()),
    };
    let only = |field: &'static str, is_there: bool, is_allowed: bool| {
        if is_there && !is_allowed {
            let reason = "does not belong in an event of this type";
            return Err(RecordError::Contradiction { field, reason });
        }
        Ok(())
    };
    let exactly = |field, is_there, belongs| need(field, is_there, belongs).and(only(field, is_there, belongs));

    need("ref", event.reference.is_some(), kind.needs_reference())?;
    only("ref", event.reference.is_some(), kind.needs_reference() || kind == T::Object)?;
    exactly("to", event.to.is_some(), kind.is_release() || matches!(kind, T::Disclose | T::Return))?;
    need("to.key", event.to.as_ref().is_some_and(|to| to.key.is_some()), kind.is_release())?;
    only("on_behalf_of", event.on_behalf_of.is_some(), kind == T::Object)?;
    need("remarks", !event.remarks.is_empty(), kind == T::Object)?;
    exactly("refusal", event.refusal.is_some(), matches!(kind, T::Refuse | T::RefuseToSign))?;
    let person = event.refusal.as_ref().is_some_and(|refusal| refusal.person.is_some());
    need("refusal.person", person, kind == T::RefuseToSign)?;
    exactly("correction", !event.correction.is_empty(), kind == T::Correct)?;
    exactly("incident", event.incident.is_some(), kind == T::Incident)?;
    exactly("token", !event.token.is_empty(), kind == T::Timestamp)?;
    need("verified", event.verified.is_some(), kind.needs_verification())?;
    let is_stored = event.storage.as_ref().is_some_and(|storage| *storage != Storage::default());
    need("storage", is_stored, kind == T::Store)?;
    need("legal_basis", !event.legal_basis.is_empty(), kind == T::Export)?;
    need("change", !event.change.is_empty(), kind == T::Open)?;
    need("present", !event.present.is_empty(), kind == T::Dispose)?;
    let has_number = event.order.as_ref().is_some_and(|order| order.number.is_some());
    let is_ordered = event.order.as_ref().is_some_and(|order| *order != Order::default());
    need("order", is_ordered, matches!(kind, T::Redact | T::Return))?;
    need("order.number", has_number, matches!(kind, T::Hold | T::Unhold | T::Dispose))?;
    let Some(relation) = kind.brings_forth() else { return Ok(()) };
    need("output", !event.output.is_empty(), true)?;
    if kind == T::Reseal && event.output.len() > 1 {
        let reason = "a reseal brings forth exactly one bag";
        return Err(RecordError::Contradiction { field: "output", reason });
    }
    if event.output.iter().any(|output| output.relation != Some(relation)) {
        let reason = "is not the one that belongs to this type";
        return Err(RecordError::Contradiction { field: "output.relation", reason });
    }
    need("output.bag", event.output.iter().all(|output| output.bag.is_some()), true)?;
    need("output.seal", event.output.iter().all(|output| output.seal.is_some()), true)
}
