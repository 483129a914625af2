//! Keys that count only because one authority recognises another: for what, in which roles, how long.
//!
//! Spec: `docs/spec/recognition.md`, "What it covers".

use super::Replay;
use super::person::{Listed, People, Vouching};
use super::roles::{self, Allowed};
use crate::event::EventRecord;
use crate::scalar::UtcTime;
use crate::seal_record::SealRecord;

/// Why a recognition does not let a key count for this; nothing where it does, or where none is needed.
pub(super) fn outside(listed: &Listed<'_>, allowed: Allowed, time: UtcTime) -> Option<String> {
    let record = listed.recognition?.record();
    let (scope, by) = (&record.scope, &record.authority.name);
    if let Some(withdrawn) = scope.withdrawn.filter(|withdrawn| time >= *withdrawn) {
        return Some(format!("{by} withdrew the recognition of {}: {withdrawn}", record.recognized.name));
    }
    if !scope.covers(time) {
        let (from, to) = (scope.valid_from, scope.valid_to);
        return Some(format!("{time} is outside {from} to {to}, for which {by} recognises {}", record.recognized.name));
    }
    // What the own roster does not allow is a rule of its own.
    let counts: Vec<_> = scope.roles_of(listed.key).map(|role| role.as_str()).collect();
    if allowed.admits(listed.key) && !allowed.admits_one_of(&counts) {
        let roles: Vec<_> = scope.roles.iter().map(|role| role.as_str()).collect();
        return Some(format!("{by} recognises {} as {} only", record.recognized.name, roles.join(", ")));
    }
    None
}

impl Replay<'_> {
    /// Why a recognition does not let the key of the next event count for it. An event is judged at its claim, or where it
    /// follows from a token of a later time, at that time: a claim alone brings nobody back into a period that has ended.
    pub(super) fn outside(&self, listed: &Listed<'_>, event: &EventRecord) -> Option<String> {
        let time = self.attested.map_or(event.time, |attested| attested.max(event.time));
        outside(listed, roles::for_event(event.kind), time)
    }
}

impl Vouching<'_> {
    /// True if a roster in use lists the key of event 0, and counts for it.
    pub fn lists_seal(&self, seal: &SealRecord) -> bool {
        let allowed = roles::for_seal(seal.previous.is_some());
        let listed = People::new(*self).listed(&seal.signer.key);
        listed.is_some_and(|listed| outside(&listed, allowed, seal.time).is_none())
    }
}
