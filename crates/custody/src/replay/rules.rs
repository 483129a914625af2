//! The rules of a step, in their order, and the remarks (`docs/spec/custody.md`, "Rules of a step").

use super::person::Listed;
use super::roles::{self, Allowed};
use super::{Person, Replay, State};
use crate::event::{EventRecord, EventType, RecordedOutcome};
use crate::scalar::UtcTime;
use crate::time::{KeyFault, Timed};

/// So far a clock may be behind without a reason, in seconds.
const CLOCK_TOLERANCE: i64 = 300;

/// The first rule that an event breaks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Breach {
    /// Rule 1.
    #[error("no release is open")]
    NoRelease,
    /// Rule 1.
    #[error("{kind} is not allowed while the exhibit is {state}")]
    NotAllowed {
        /// What the event says.
        kind: EventType,
        /// The state that does not allow it.
        state: &'static str,
    },
    /// Rule 2.
    #[error("{0}")]
    WrongReference(&'static str),
    /// Rule 3.
    #[error("released to {expected}, signed by {found}")]
    WrongAcceptor {
        /// Fingerprint of the key that the release names.
        expected: String,
        /// Fingerprint of the key that signed.
        found: String,
    },
    /// Rule 4.
    #[error("held by {holder}, signed by {actor}")]
    NotHolder {
        /// Who holds it.
        holder: String,
        /// Fingerprint of the key that signed.
        actor: String,
    },
    /// Rule 5.
    #[error("released to the releaser")]
    SelfTransfer,
    /// Rule 6.
    #[error("{} has not countersigned", .0)]
    CosignerSkipped(String),
    /// Rule 7.
    #[error("the event that is countersigned is the actor's own")]
    OwnCountersignature,
    /// Rule 8.
    #[error("the event that is corrected is another's")]
    NotAuthor,
    /// Rule 9.
    #[error("a hold is in force")]
    OnHold,
    /// Rule 10.
    #[error("the data that were verified have the root {found}")]
    OtherRoot {
        /// The root that the event records.
        found: String,
    },
    /// Rule 11.
    #[error("{found} is before {latest}")]
    TimeOrder {
        /// The claimed time.
        found: UtcTime,
        /// The latest time before it.
        latest: UtcTime,
    },
    /// Rule 12.
    #[error("{act} by {name} as {roles}")]
    WrongRole {
        /// The type of the event.
        act: &'static str,
        /// The person by the roster.
        name: String,
        /// The roles of the key.
        roles: String,
    },
    /// Rule 13.
    #[error("{found} is outside {from} to {to}")]
    KeyInvalid {
        /// The later of the claimed time and T_lo.
        found: UtcTime,
        /// Begin of validity.
        from: UtcTime,
        /// End of validity: a time, or `...`.
        to: String,
    },
    /// Rule 14.
    #[error("compromised since {since}{}", attested_text(.attested))]
    KeyCompromised {
        /// The moment that the roster names.
        since: UtcTime,
        /// T_hi, if it counts: it is not before that moment.
        attested: Option<UtcTime>,
    },
    /// Rule 15: a roster lists the key, and the recognition by which it counts does not cover the event.
    #[error("{0}")]
    NotRecognized(String),
    /// Rule 15.
    #[error("{key}")]
    SignerUnknown {
        /// Fingerprint.
        key: String,
    },
}

fn attested_text(attested: &Option<UtcTime>) -> String {
    attested.map_or_else(String::new, |time| format!("; attested {time}"))
}

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
    pub(super) fn first_breach(&self, event: &EventRecord, person: Option<&Person>, timed: &Timed) -> Option<Breach> {
        self.state_breach(event)
            .or_else(|| self.reference_breach(event))
            .or_else(|| self.actor_breach(event))
            .or_else(|| self.content_breach(event, person))
            .or_else(|| {
                let listed = self.people.listed(&event.actor.key)?;
                let allowed = roles::for_event(event.kind);
                if let Some(why) = self.outside(&listed, event) {
                    let is_unknown = person.is_none() && !event.kind.is_open_to_all();
                    return is_unknown.then_some(Breach::NotRecognized(why));
                }
                key_breach(&listed, allowed, event.kind.name(), timed)
            })
            .or_else(|| {
                let is_unknown = person.is_none() && !event.kind.is_open_to_all();
                is_unknown.then(|| Breach::SignerUnknown { key: event.actor.key.fingerprint() })
            })
    }

    /// Rule 1.
    fn state_breach(&self, event: &EventRecord) -> Option<Breach> {
        if self.state.allows(event.kind) {
            return None;
        }
        Some(match event.kind {
            EventType::Accept | EventType::Refuse | EventType::Cancel => Breach::NoRelease,
            kind => Breach::NotAllowed { kind, state: self.state.name() },
        })
    }

    /// Rule 2.
    fn reference_breach(&self, event: &EventRecord) -> Option<Breach> {
        use EventType as T;
        let wrong = |why| Some(Breach::WrongReference(why));
        let fits = match (&self.state, event.kind) {
            (State::InTransit { release, .. }, T::Accept | T::Refuse | T::Cancel) => event.reference == Some(*release),
            (State::UnderExamination { since }, T::ExamineEnd) | (State::Opened { since }, T::Reseal) => {
                event.reference == Some(*since)
            }
            (_, T::Unhold) => event.reference.is_some_and(|hold| self.holds.contains(&hold)),
            _ => event.reference.is_none_or(|hash| self.by_hash.contains_key(&hash.0)),
        };
        if !fits {
            return wrong("the event that it refers to is not in the log, or is not the one that it must be");
        }
        if !event.correction.iter().all(|correction| self.by_hash.contains_key(&correction.event.0)) {
            return wrong("the event that it corrects is not in the log");
        }
        let stamped = |index: u64| usize::try_from(index).ok().and_then(|index| self.past.get(index));
        if !event.token.iter().all(|token| stamped(token.index).is_some_and(|past| past.hash == token.event)) {
            return wrong("the event that a token stamps is not in the log");
        }
        None
    }

    /// Rules 3 to 8.
    fn actor_breach(&self, event: &EventRecord) -> Option<Breach> {
        use EventType as T;
        let key = &event.actor.key;
        let person = self.person_of(key);
        match (&self.state, event.kind) {
            (State::InTransit { to, .. }, T::Accept | T::Refuse) if **to != *key => {
                return Some(Breach::WrongAcceptor { expected: to.fingerprint(), found: key.fingerprint() });
            }
            _ => {}
        }
        let is_holders = matches!(
            event.kind,
            T::Release
                | T::Export
                | T::Cancel
                | T::Open
                | T::Reseal
                | T::ExamineStart
                | T::ExamineEnd
                | T::Return
                | T::Dispose
                | T::Store
                | T::Access
                | T::Copy
        );
        if is_holders && person != self.holder {
            let listed = self.people.listed(key);
            let beside = roles::beside_holder(event.kind);
            let may = |listed: super::person::Listed<'_>| match listed.recognition {
                None => roles::has_one_of(listed.key, beside),
                Some(by) => by.record().scope.roles_of(listed.key).any(|role| beside.contains(&role.as_str())),
            };
            if !listed.is_some_and(may) {
                let holder = self.people.shown(&self.holder, &self.holder_name);
                let holder = holder.fingerprint.unwrap_or(holder.name);
                return Some(Breach::NotHolder { holder, actor: key.fingerprint() });
            }
        }
        if event.kind.is_release() {
            let to = event.to.as_ref().and_then(|to| to.key.as_ref());
            if to.is_some_and(|to| to == key || self.person_of(to) == person) {
                return Some(Breach::SelfTransfer);
            }
            if let Some(cosigner) = self.pending_cosigners().next() {
                return Some(Breach::CosignerSkipped(cosigner.name.as_str().to_owned()));
            }
        }
        let author = |hash: &[u8; 32]| self.by_hash.get(hash).map(|index| &self.past[*index].person);
        if event.kind == T::Countersign && event.reference.is_some_and(|hash| author(&hash.0) == Some(&person)) {
            return Some(Breach::OwnCountersignature);
        }
        let is_own = event.correction.iter().all(|correction| author(&correction.event.0) == Some(&person));
        (!is_own).then_some(Breach::NotAuthor)
    }

    /// Rules 9 to 11.
    fn content_breach(&self, event: &EventRecord, person: Option<&Person>) -> Option<Breach> {
        use EventType as T;
        if matches!(event.kind, T::Open | T::Reseal | T::Return | T::Dispose) && self.is_on_hold() {
            return Some(Breach::OnHold);
        }
        match &event.verified {
            Some(verified) if verified.root != self.root => {
                return Some(Breach::OtherRoot { found: verified.root.to_hex() });
            }
            _ => {}
        }
        person?;
        // A reason explains a late entry, but nothing happens before what it follows from.
        let answered = event.reference.and_then(|hash| self.by_hash.get(&hash.0)).map(|index| self.past[*index].time);
        let first = self.past[0].time;
        let floor = answered.map_or(first, |time| time.max(first));
        let floor = if event.late_reason.is_some() { floor } else { self.latest.max(floor) };
        let behind = floor.unix_seconds() - event.time.unix_seconds();
        (behind > CLOCK_TOLERANCE).then_some(Breach::TimeOrder { found: event.time, latest: floor })
    }

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

/// Rules 12 to 14, for a key that a roster lists; the last two as `timed` answers them.
pub(super) fn key_breach(listed: &Listed<'_>, allowed: Allowed, act: &'static str, timed: &Timed) -> Option<Breach> {
    let key = listed.key;
    if !allowed.admits(key) {
        let roles: Vec<_> = key.roles.iter().map(|role| role.as_str()).collect();
        let name = listed.person.name.as_str().to_owned();
        return Some(Breach::WrongRole { act, name, roles: roles.join(", ") });
    }
    Some(match timed.key_fault? {
        KeyFault::Outside { at } => {
            let to = listed.life().end().map_or_else(|| "...".to_owned(), |end| end.to_string());
            Breach::KeyInvalid { found: at, from: key.valid_from, to }
        }
        KeyFault::Compromised { since } => Breach::KeyCompromised { since, attested: timed.counted.latest },
    })
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
