//! Replaying a custody log: who holds the exhibit, and whether every step was allowed.
//!
//! Spec: `docs/spec/custody.md`, "Who a key is" to "Remarks at the end". Takes events whose signature, form and chain
//! were checked; knows no files. The same rules refuse an event before it is signed and name it when it was forged
//! into a log: [`Replay::judge`] looks, [`Replay::stand`] takes the event over.

mod breach;
mod conflict;
mod person;
mod recognized;
mod remark;
mod roles;
mod rules;
mod stand;
mod state;

use std::collections::{BTreeSet, HashMap};

use sealbag_manifest::digest::Sha256Digest;

pub use breach::Breach;
pub use conflict::RosterConflict;
pub use person::{EventZero, ListedShown, Person, PersonShown, Vouching};
use person::{Listed, People};
pub use remark::Remark;
pub use state::{EndRemark, State};

use crate::event::EventRecord;
use crate::public_key::PublicKey;
use crate::roster::{RosterInUse, VerifiedRoster};
use crate::scalar::UtcTime;
use crate::seal_record::{Cosigner, SealRecord};
use crate::text::Text;
use crate::time::{self, Attribution, Bounds, Claim, Entry, Timed};

/// What the rules say of one event.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// The first rule that it breaks; if there is none, the event stands.
    pub breach: Option<Breach>,
    /// What has to be read nevertheless; only if it stands.
    pub remarks: Vec<Remark>,
    /// Whose event it is, if somebody vouches for its key.
    pub person: Option<Person>,
    /// What tokens attest of its time, and what follows; empty where tokens are not judged.
    pub timed: Timed,
}

/// An event that stands.
struct Past {
    hash: Sha256Digest,
    person: Person,
    time: UtcTime,
}

/// A log up to some event, replayed.
pub struct Replay<'a> {
    people: People<'a>,
    root: Sha256Digest,
    is_original: bool,
    past: Vec<Past>,
    by_hash: HashMap<[u8; 32], usize>,
    state: State,
    holder: Person,
    holder_name: Text,
    cosigners: Vec<Cosigner>,
    answered: BTreeSet<String>,
    named: BTreeSet<String>,
    known: BTreeSet<String>,
    holds: Vec<Sha256Digest>,
    latest: UtcTime,
    /// T_lo of the next event.
    attested: Option<UtcTime>,
    was_released: bool,
    is_compromised: bool,
}

/// What the rules will say of the first seal of an exhibit, signed at `time` by a key that this roster lists: whether its
/// role may seal (rule 12), and whether the key signs for its owner then (rules 13 and 14). Nothing of a key that it does not
/// list.
pub fn seal_breach(roster: &VerifiedRoster, key: &PublicKey, time: UtcTime) -> Option<Breach> {
    let rosters = [RosterInUse::own(roster.clone())];
    let people = People::new(Vouching { rosters: &rosters, ..Vouching::default() });
    let listed = people.listed(key)?;
    let claim = Claim { time, entry: Entry::Prompt, attribution: Attribution::Attributed };
    let timed = time::judge(claim, Bounds::default(), Some(&listed.life()));
    rules::key_breach(&listed, roles::for_seal(false), "seal", &timed)
}

impl<'a> Replay<'a> {
    /// Begins with event 0; says what the rules say of it.
    pub fn begin(seal: &SealRecord, hash: Sha256Digest, vouching: Vouching<'a>) -> (Self, Judgement) {
        let key = &seal.signer.key;
        let people = People::new(vouching);
        let allowed = roles::for_seal(seal.previous.is_some());
        let listed = people.listed(key);
        let why = listed.and_then(|listed| recognized::outside(&listed, allowed, seal.time));
        let by_roster = listed.filter(|_| why.is_none());
        let person = by_roster.map(|listed| people.person_of_entry(&listed)).or_else(|| people.given(key));
        let holder = person.clone().unwrap_or_else(|| Person::of_key(key));
        let mut replay = Self {
            root: seal.tree.root,
            is_original: seal.previous.is_none(),
            past: vec![Past { hash, person: holder.clone(), time: seal.time }],
            by_hash: HashMap::from([(hash.0, 0)]),
            state: State::Held,
            holder,
            holder_name: seal.signer.name.clone(),
            cosigners: seal.cosigner.clone(),
            answered: BTreeSet::new(),
            named: BTreeSet::new(),
            known: BTreeSet::new(),
            holds: Vec::new(),
            latest: seal.time,
            attested: None,
            was_released: false,
            is_compromised: false,
            people,
        };
        let recognition = by_roster.and_then(|listed| listed.recognition);
        if vouching.event_zero != EventZero::AssumedAlone {
            // A recognition covers each event by itself.
            if recognition.is_none() {
                replay.known.insert(key.to_line());
            }
            replay.named.extend(seal.cosigner.iter().map(|cosigner| cosigner.key.to_line()));
        }
        let unrecognized = why.filter(|_| person.is_none()).map(Breach::NotRecognized);
        let claim = Claim { time: seal.time, entry: Entry::Prompt, attribution: Attribution::Attributed };
        let timed = replay.timed(0, claim, None, by_roster.as_ref());
        let breach =
            unrecognized.or_else(|| by_roster.and_then(|listed| rules::key_breach(&listed, allowed, "seal", &timed)));
        let mut remarks = Vec::new();
        if breach.is_none() {
            remarks.extend(recognition.map(|by| Remark::Recognized(by.shown())));
            by_roster.iter().for_each(|listed| remark::key_remarks(listed, &timed, &mut remarks));
        }
        (replay, Judgement { breach, remarks, person, timed })
    }

    /// What the rules say of the next event.
    pub fn judge(&self, event: &EventRecord) -> Judgement {
        let person = self.attributed(event);
        let claim = Claim {
            time: event.time,
            entry: if event.late_reason.is_some() { Entry::Late } else { Entry::Prompt },
            attribution: if person.is_some() { Attribution::Attributed } else { Attribution::Unattributed },
        };
        let earliest = self.attested.max(self.listed_by(event, person.as_ref()));
        let listed = self.people.listed(&event.actor.key);
        let counts = listed.filter(|listed| self.outside(listed, event).is_none());
        let timed = self.timed(event.index, claim, earliest, counts.as_ref());
        let breach = self.first_breach(event, person.as_ref(), &timed);
        let remarks = if breach.is_none() { self.remarks(event, person.as_ref(), &timed) } else { Vec::new() };
        Judgement { breach, remarks, person, timed }
    }

    /// The latest moment that the tokens attest which an event lists. What nobody vouches for lists nothing.
    fn listed_by(&self, event: &EventRecord, person: Option<&Person>) -> Option<UtcTime> {
        let timeline = self.people.vouching.times.filter(|_| person.is_some())?;
        event.token.iter().filter_map(|token| timeline.earliest(token)).max()
    }

    /// What tokens attest of an event that follows from one of `earliest`, against its claim and its key.
    fn timed(&self, index: u64, claim: Claim, earliest: Option<UtcTime>, listed: Option<&Listed<'_>>) -> Timed {
        let latest = self.people.vouching.times.and_then(|timeline| timeline.latest(index));
        time::judge(claim, Bounds { earliest, latest }, listed.map(Listed::life).as_ref())
    }

    /// What has to be read when the whole log was replayed.
    pub fn end(&self) -> Vec<EndRemark> {
        let pending = self.pending_cosigners().map(|cosigner| EndRemark::CosignerPending(cosigner.name.clone()));
        pending.chain(self.state.remark()).collect()
    }

    /// Who was to countersign event 0 and has neither done so nor refused.
    pub fn pending_cosigners(&self) -> impl Iterator<Item = &Cosigner> {
        self.cosigners.iter().filter(|cosigner| !self.answered.contains(&cosigner.key.to_line()))
    }

    /// The state after the last event that stands.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Who is answerable for the exhibit now.
    pub fn holder(&self) -> PersonShown {
        self.people.shown(&self.holder, &self.holder_name)
    }

    /// True if `key` is the holder's.
    pub fn is_held_by(&self, key: &PublicKey) -> bool {
        self.person_of(key) == self.holder
    }

    /// The person as a reader is shown it; `name` is what the event states.
    pub fn shown(&self, person: &Person, name: &Text) -> PersonShown {
        self.people.shown(person, name)
    }

    /// True while a hold is in force.
    pub fn is_on_hold(&self) -> bool {
        !self.holds.is_empty()
    }

    /// The holds that are in force.
    pub fn holds(&self) -> &[Sha256Digest] {
        &self.holds
    }

    /// True if an event says that the exhibit did not match, was lost, or its package was broken.
    pub fn is_compromised(&self) -> bool {
        self.is_compromised
    }

    /// The latest claimed time of the events that count for the order of time.
    pub fn latest(&self) -> UtcTime {
        self.latest
    }

    /// Hash of the last event that stands.
    pub fn head(&self) -> Sha256Digest {
        self.past.last().map_or(Sha256Digest([0; 32]), |past| past.hash)
    }

    /// How many events stand, event 0 included.
    pub fn len(&self) -> u64 {
        self.past.len() as u64
    }

    /// Never true: event 0 always stands.
    pub fn is_empty(&self) -> bool {
        self.past.is_empty()
    }

    fn seal_hash(&self) -> Sha256Digest {
        self.past[0].hash
    }

    /// Whose key it is, if somebody vouches for it.
    fn attributed(&self, event: &EventRecord) -> Option<Person> {
        let (key, index) = (&event.actor.key, event.index);
        let line = key.to_line();
        let listed = self.people.listed(key);
        let counts = listed.filter(|listed| self.outside(listed, event).is_none());
        let listed = counts.map(|listed| self.people.person_of_entry(&listed));
        listed.or_else(|| self.people.given(key)).or_else(|| {
            // Where rosters say who is who, a receipt only fixes the log: anybody can make one.
            let has_roster = !self.people.vouching.rosters.is_empty();
            let by_receipt = !has_roster && self.people.vouching.receipts_reach.is_some_and(|reach| index <= reach);
            let by_release = !has_roster && self.named.contains(&line);
            let by_seal = self.cosigners.iter().any(|cosigner| cosigner.key == *key) && self.named.contains(&line);
            (by_receipt || by_release || by_seal || self.known.contains(&line)).then(|| Person::of_key(key))
        })
    }

    /// The person that a key stands for, whether or not anybody vouches for it.
    fn person_of(&self, key: &PublicKey) -> Person {
        self.people.person_of(key).unwrap_or_else(|| Person::of_key(key))
    }
}
