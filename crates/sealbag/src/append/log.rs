//! The log as it is now: walked, replayed, and refused if an event in it does not hold.

use std::fmt;
use std::path::Path;

use sealbag_custody::event::EventType;
use sealbag_custody::log_page::EventPage;
use sealbag_custody::log_store::LogStore;
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::replay::{Breach, PersonShown, Replay, RosterConflict, State};
use sealbag_custody::roster::RosterInUse;
use sealbag_custody::scalar::UtcTime;
use sealbag_custody::seal_record::{Cosigner, Previous, Relation, RosterReference, SealRecord};
use sealbag_custody::text::Text;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::store::{BagStore, DirectoryStore};

use super::AppendError;
use crate::finding::{Code, Finding, Severity};
use crate::verify::Anchors;
use crate::verify::anchor;
use crate::verify::custody::walk::{self, Step};
use crate::verify::custody::{LOG, findings, survey};
use crate::verify::report::Report;
use crate::verify::rosters;
use crate::verify::seal::{self, VerifiedSeal};
use crate::verify::time::Stamps;

/// An event in a few words, from its verified page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventShown {
    /// Its number.
    pub index: u64,
    /// What it says; none for event 0, the seal.
    pub kind: Option<EventType>,
    /// The name that it states.
    pub name: Text,
    /// The time that it states.
    pub time: UtcTime,
    /// Its hash.
    pub hash: Sha256Digest,
}

impl EventShown {
    fn of(page: &EventPage) -> Self {
        let record = page.record();
        Self {
            index: record.index,
            kind: Some(record.kind),
            name: record.actor.name.clone(),
            time: record.time,
            hash: page.hash(),
        }
    }
}

impl fmt::Display for EventShown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind.map_or("seal", EventType::name);
        write!(f, "event {}, {kind}, by {} at {}", self.index, self.name.as_str(), self.time)
    }
}

/// A log in which every event stands, and the number that is free.
pub(super) struct CurrentLog<'a> {
    pub(super) bag: &'a Path,
    pub(super) seal: VerifiedSeal,
    pub(super) replay: Replay<'a>,
    pub(super) next: u32,
    pub(super) last: EventShown,
    pub(super) hashes: Vec<Sha256Digest>,
    pub(super) roster_conflict: Option<RosterConflict>,
    rosters: &'a [RosterInUse],
}

impl CurrentLog<'_> {
    /// The event of that number, if the log has come so far.
    pub(super) fn event_at(&self, index: u32) -> Result<Option<EventShown>, AppendError> {
        if index >= self.next {
            return Ok(None);
        }
        if u64::from(index) == self.last.index {
            return Ok(Some(self.last.clone()));
        }
        Ok(Some(EventShown::of(&read_event(self.bag, index)?)))
    }

    /// A rule forbids an event behind this log.
    pub(super) fn refusal(&self, kind: EventType, breach: Breach) -> AppendError {
        let holder = self.replay.holder().name;
        AppendError::Refused { kind, breach, holder, last: Box::new(self.last.clone()) }
    }

    /// What has this number instead of the own event, if it belongs to this log.
    pub(super) fn winner(&self, index: u32, bytes: &[u8]) -> AppendError {
        match EventPage::read(bytes) {
            Ok(page) => {
                let record = page.record();
                let belongs = record.bag == self.seal.record().bag
                    && record.seal == self.seal.hash()
                    && record.index == u64::from(index);
                match belongs {
                    true => AppendError::Overtaken { first: Box::new(EventShown::of(&page)), breach: None },
                    false => AppendError::TakenByAnother { index, source: None },
                }
            }
            Err(source) => AppendError::TakenByAnother { index, source: Some(source) },
        }
    }
}

/// Event 0, if it holds.
pub(super) fn read_seal(store: &dyn BagStore) -> Result<VerifiedSeal, AppendError> {
    let mut report = Report::default();
    let verified = seal::read(store, &mut report).and_then(|event| seal::verify(event, &mut report));
    verified.ok_or_else(|| AppendError::Seal { findings: report.faults() })
}

/// Reads the log and hands it over, if nothing speaks against appending to it.
pub(super) fn with_log<T>(
    bag: &Path,
    anchors: &Anchors,
    work: impl FnOnce(CurrentLog<'_>) -> T,
) -> Result<T, AppendError> {
    let store = DirectoryStore::open(bag).map_err(|source| AppendError::Bag { path: bag.to_owned(), source })?;
    let seal = read_seal(&store)?;
    let mut report = Report::default();
    let brought = rosters::Brought::read(anchors);
    let resolved = anchor::check(&store, &seal, anchors, &brought, &mut report);
    let unfit: Vec<Finding> = report.faults().into_iter().filter(forbids_writing).collect();
    if !unfit.is_empty() {
        return Err(AppendError::Anchors { findings: unfit });
    }
    let survey = survey::look(&store, &mut Report::default());
    let stamps = Stamps::look(&store, LOG, &seal, survey.tokens, resolved.trust(), None);
    let vouching = stamps.vouching(resolved.vouching(LOG));
    let last_file = survey.last;
    let record = seal.record();
    let mut last =
        EventShown { index: 0, kind: None, name: record.signer.name.clone(), time: record.time, hash: seal.hash() };
    let (mut bad, mut hashes, mut roster_conflict) = (Vec::new(), vec![seal.hash()], None);
    let walked = walk::walk(&store, LOG, &seal, last_file, vouching, &mut |index, step, replay| {
        let place = walk::path(LOG, index);
        let (reference, person) = match step {
            Step::Seal(judgement) => (seal.record().roster.as_ref(), judgement.person.as_ref()),
            Step::Judged(page, judgement) => {
                last = EventShown::of(page);
                hashes.push(page.hash());
                (page.record().roster.as_ref(), judgement.person.as_ref())
            }
            _ => (None, None),
        };
        let conflict = reference.filter(|_| person.is_some()).and_then(|reference| replay.roster_conflict(reference));
        roster_conflict = conflict.or(roster_conflict);
        let of_step = findings::of_step(step, &place, replay, seal.record().roster.as_ref());
        let is_bad = |finding: &Finding| {
            finding.severity > Severity::Remark
                && !matches!(finding.code, Code::RosterRolledBack | Code::RosterConflict)
        };
        bad.extend(of_step.into_iter().filter(is_bad));
    });
    if !walked.is_whole || !bad.is_empty() {
        return Err(AppendError::BadLog { findings: bad });
    }
    let log = CurrentLog {
        bag,
        replay: walked.replay,
        next: walked.last + 1,
        last,
        hashes,
        roster_conflict,
        rosters: vouching.rosters,
        seal,
    };
    Ok(work(log))
}

/// What a writer must not overlook: the log is not the one that somebody else has seen, or a file was given in vain.
/// Where only nobody vouches for the seal, the rules are applied as far as they can be.
fn forbids_writing(finding: &Finding) -> bool {
    let is_unusable = matches!(
        finding.code,
        Code::RosterMalformed
            | Code::RosterUnfinished
            | Code::RosterUnknownAuthority
            | Code::RosterPartialAnchor
            | Code::RosterConflict
            | Code::RecognitionMalformed
            | Code::RecognitionUnknownAuthority
            | Code::RecognitionConflict
            | Code::RecognitionRolledBack
            | Code::ReceiptMalformed
    );
    finding.severity == Severity::Violation || is_unusable
}

/// Reads one further event and verifies its signature and form.
///
/// # Errors
/// If it is not there, or does not hold.
pub fn read_event(bag: &Path, index: u32) -> Result<EventPage, AppendError> {
    let bytes = LogStore::open(bag)?.read(index)?;
    let page = EventPage::read(&bytes.unwrap_or_default());
    page.map_err(|source| AppendError::TakenByAnother { index, source: Some(source) })
}

/// A log in which every event stands, for one who wants to write the next.
pub struct LogView {
    /// Event 0.
    pub seal: SealRecord,
    /// SHA-256 of event 0.
    pub seal_hash: Sha256Digest,
    /// The hashes of all events, by their numbers.
    pub hashes: Vec<Sha256Digest>,
    /// The last event.
    pub last: EventShown,
    /// The state of the exhibit.
    pub state: State,
    /// Who is answerable for it.
    pub holder: PersonShown,
    /// The holds that are in force.
    pub holds: Vec<Sha256Digest>,
    /// Who was to countersign and has not answered.
    pub pending_cosigners: Vec<Cosigner>,
    /// The rosters in use, in the order of the authorities given.
    pub rosters: Vec<RosterInUse>,
}

impl LogView {
    /// The roster by which a key is judged: the first that lists it, else the first in use.
    pub fn roster_of(&self, key: &PublicKey) -> Option<&RosterInUse> {
        self.rosters.iter().find(|roster| roster.find(key).is_some()).or_else(|| self.rosters.first())
    }

    /// What an event says of the roster that its actor uses.
    pub fn roster_reference(&self, key: &PublicKey) -> Option<RosterReference> {
        self.roster_of(key).map(|roster| RosterReference {
            authority: roster.origin().clone(),
            version: roster.record().version,
            sha256: roster.sha256(),
        })
    }

    /// The number of the event with this hash.
    pub fn index_of(&self, hash: Sha256Digest) -> Option<u32> {
        self.hashes.iter().position(|known| *known == hash).and_then(|index| u32::try_from(index).ok())
    }

    /// What the rules say of a further bag that this key seals now, following from this one.
    pub fn breach_of_further_seal(&self, key: &PublicKey, relation: Relation, now: UtcTime) -> Option<Breach> {
        let mut seal = self.seal.clone();
        seal.signer.key = key.clone();
        seal.time = now;
        seal.roster = self.roster_reference(key);
        seal.previous = Some(Previous {
            relation,
            bag: seal.bag,
            seal: self.seal_hash,
            head: self.last.hash,
            root: seal.tree.root,
        });
        let vouching = sealbag_custody::replay::Vouching { rosters: &self.rosters, ..Default::default() };
        Replay::begin(&seal, self.seal_hash, vouching).1.breach
    }
}

/// Reads the log of a bag.
///
/// # Errors
/// If the bag cannot be read, its log does not hold, or what was brought from outside speaks against it.
pub fn view(bag: &Path, anchors: &Anchors) -> Result<LogView, AppendError> {
    with_log(bag, anchors, |log| LogView {
        seal: log.seal.record().clone(),
        seal_hash: log.seal.hash(),
        last: log.last,
        state: log.replay.state().clone(),
        holder: log.replay.holder(),
        holds: log.replay.holds().to_vec(),
        pending_cosigners: log.replay.pending_cosigners().cloned().collect(),
        rosters: log.rosters.to_vec(),
        hashes: log.hashes,
    })
}
