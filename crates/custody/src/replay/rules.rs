//! The rules of a step, in their order (`docs/spec/custody.md`, "Rules of a step").

use super::person::Listed;
use super::roles::{self, Allowed};
use super::{Breach, Person, Replay, State};
use crate::event::{EventRecord, EventType};
use crate::time::{KeyFault, Timed};

/// So far a clock may be behind without a reason, in seconds.
const CLOCK_TOLERANCE: i64 = 300;

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
