//! Taking over an event that stands: what the log has come to by it.

use sealbag_manifest::digest::Sha256Digest;

use super::{Judgement, Past, Person, Replay, State};
use crate::event::{EventRecord, EventType, IncidentKind, RecordedOutcome};
use crate::public_key::PublicKey;

impl Replay<'_> {
    /// Takes over an event that stands; `judgement` is what [`judge`](Self::judge) said of it.
    pub fn stand(&mut self, event: &EventRecord, hash: Sha256Digest, judgement: &Judgement) {
        debug_assert!(judgement.breach.is_none(), "only an event that stands is taken over");
        let person = judgement.person.clone();
        let acting = person.clone().unwrap_or_else(|| Person::of_key(&event.actor.key));
        self.by_hash.insert(hash.0, self.past.len());
        self.past.push(Past { hash, person: acting.clone(), time: event.time });
        if person.is_none() {
            return;
        }
        let listed = self.people.listed(&event.actor.key).filter(|_| matches!(person, Some(Person::Listed { .. })));
        if listed.is_none_or(|listed| listed.recognition.is_none()) {
            self.known.insert(event.actor.key.to_line());
        }
        self.latest = self.latest.max(event.time);
        self.attested = self.attested.max(judgement.timed.attested.earliest);
        if event.verified.as_ref().is_some_and(|verified| verified.outcome == RecordedOutcome::Violated) {
            self.is_compromised = true;
        }
        self.apply(event, hash, acting);
    }

    fn apply(&mut self, event: &EventRecord, hash: Sha256Digest, actor: Person) {
        use EventType as T;
        match event.kind {
            T::Release | T::Export => {
                let Some(to) = event.to.clone() else { return };
                let Some(key) = to.key else { return };
                self.was_released = true;
                self.named.insert(key.to_line());
                self.state = State::InTransit { release: hash, to: Box::new(key), to_name: to.name };
            }
            T::Accept => {
                self.holder = actor;
                self.holder_name = event.actor.name.clone();
                self.state = State::Held;
            }
            T::Refuse | T::Cancel | T::ExamineEnd => self.state = State::Held,
            T::Open => self.state = State::Opened { since: hash },
            T::ExamineStart => self.state = State::UnderExamination { since: hash },
            T::Reseal => self.state = State::Resealed,
            T::Return => self.state = State::Returned,
            T::Dispose => self.state = State::Disposed,
            T::Hold => self.holds.push(hash),
            T::Unhold => self.holds.retain(|hold| Some(*hold) != event.reference),
            T::Countersign if event.reference == Some(self.seal_hash()) => {
                self.answered.insert(event.actor.key.to_line());
            }
            T::RefuseToSign if event.reference == Some(self.seal_hash()) => {
                let key = event.refusal.as_ref().and_then(|refusal| refusal.key.as_ref());
                self.answered.extend(key.map(PublicKey::to_line));
            }
            T::Incident => {
                let kind = event.incident.as_ref().map(|incident| incident.kind);
                let harms = |kind| {
                    matches!(kind, IncidentKind::Loss | IncidentKind::Mismatch | IncidentKind::PhysicalSealBroken)
                };
                self.is_compromised |= kind.is_some_and(harms);
            }
            _ => {}
        }
    }
}
