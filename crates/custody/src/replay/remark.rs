//! What has to be read of an event that stands (`docs/spec/custody.md`, "Rules of a step").

use super::person::Listed;
use super::{Person, Replay};
use crate::event::{EventRecord, EventType, RecordedOutcome};
use crate::scalar::UtcTime;
use crate::time::Timed;

/// What has to be read of an event that stands.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Remark {
    /// Nobody vouches for the key.
    #[error("{kind} by {key}{}", because(.why))]
    Unattributed {
        /// What the event says.
        kind: EventType,
        /// Fingerprint.
        key: String,
        /// Why a recognition does not cover it, if its key counts by one.
        why: Option<String>,
    },
    /// The key counts because one authority recognises another: through whom, for what, until when.
    #[error("{0}")]
    Recognized(String),
    /// The clock is a little behind.
    #[error("{found} is before {latest}")]
    ClockBackwards {
        /// The claimed time.
        found: UtcTime,
        /// The latest time before it.
        latest: UtcTime,
    },
    /// Entered later than it happened.
    #[error("{0}")]
    Late(String),
    /// The seal was countersigned after the first release.
    #[error("countersigned after the first release")]
    LateCountersignature,
    /// The key's validity had ended when the roster was issued.
    #[error("valid to {0}")]
    KeyExpired(UtcTime),
    /// The key was retired.
    #[error("retired {0}")]
    KeyRetired(UtcTime),
    /// The bag did not match when it was verified.
    #[error("{0}")]
    RecordedViolation(EventType),
    /// There was no answer when it was verified.
    #[error("{0}")]
    RecordedUndetermined(EventType),
    /// Not a working copy.
    #[error("examined itself, not a copy")]
    ExaminedOriginal,
    /// The objection.
    #[error("{0}")]
    Objection(String),
    /// The kind of incident, and its purpose.
    #[error("{0}")]
    Incident(String),
    /// Which fields were corrected.
    #[error("{0}")]
    Corrected(String),
    /// Who refused, and why.
    #[error("{0}")]
    RefusedToSign(String),
}

fn because(why: &Option<String>) -> String {
    why.as_ref().map(|why| format!(": {why}")).unwrap_or_default()
}

impl Replay<'_> {
    pub(super) fn remarks(&self, event: &EventRecord, person: Option<&Person>, timed: &Timed) -> Vec<Remark> {
        use EventType as T;
        let mut remarks = Vec::new();
        let listed = self.people.listed(&event.actor.key);
        let why = listed.and_then(|listed| self.outside(&listed, event));
        let listed = listed.filter(|_| why.is_none());
        if person.is_none() {
            remarks.push(Remark::Unattributed { kind: event.kind, key: event.actor.key.fingerprint(), why });
        }
        if let Some(by) = listed.and_then(|listed| listed.recognition) {
            remarks.push(Remark::Recognized(by.shown()));
        }
        match &event.late_reason {
            Some(reason) => remarks.push(Remark::Late(reason.as_str().to_owned())),
            None if person.is_some() && event.time < self.latest => {
                remarks.push(Remark::ClockBackwards { found: event.time, latest: self.latest });
            }
            None => {}
        }
        let stamps_seal = event.kind == T::Countersign && event.reference == Some(self.seal_hash());
        if stamps_seal && person.is_some() && self.was_released {
            remarks.push(Remark::LateCountersignature);
        }
        if let Some(listed) = listed {
            key_remarks(&listed, timed, &mut remarks);
        }
        match event.verified.as_ref().map(|verified| verified.outcome) {
            Some(RecordedOutcome::Violated) => remarks.push(Remark::RecordedViolation(event.kind)),
            Some(RecordedOutcome::Undetermined) => remarks.push(Remark::RecordedUndetermined(event.kind)),
            _ => {}
        }
        remarks.extend(self.remark_of_kind(event));
        remarks
    }

    fn remark_of_kind(&self, event: &EventRecord) -> Option<Remark> {
        match event.kind {
            EventType::ExamineStart if self.is_original => Some(Remark::ExaminedOriginal),
            EventType::Object => {
                let words: Vec<_> = event.remarks.iter().map(|remark| remark.as_str()).collect();
                Some(Remark::Objection(words.join(" ")))
            }
            EventType::Incident => {
                let kind = event.incident.as_ref().map_or("", |incident| incident.kind.name());
                Some(Remark::Incident(format!("{kind}: {}", event.purpose.as_str())))
            }
            EventType::Correct => {
                let fields: Vec<_> = event.correction.iter().map(|correction| correction.field.as_str()).collect();
                Some(Remark::Corrected(fields.join(", ")))
            }
            EventType::RefuseToSign => event.refusal.as_ref().map(|refusal| {
                let person = refusal.person.as_ref().map_or("", |person| person.as_str());
                Remark::RefusedToSign(format!("{person}: {}", refusal.reason.as_str()))
            }),
            _ => None,
        }
    }
}

/// What has to be read of a key that a roster lists, and that was valid when it signed. A token that counts is of before
/// the end of the key: then its end says nothing of the event.
pub(super) fn key_remarks(listed: &Listed<'_>, timed: &Timed, remarks: &mut Vec<Remark>) {
    if timed.is_trusted() {
        return;
    }
    if let Some(end) = listed.key.valid_to.filter(|end| *end <= listed.roster.record().issued) {
        remarks.push(Remark::KeyExpired(end));
    }
    if let Some(retired) = listed.retired {
        remarks.push(Remark::KeyRetired(retired));
    }
}
