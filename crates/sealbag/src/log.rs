//! The custody log as a reader wants it: event by event, whose it is, and what is to be said of it.
//!
//! The same walk and the same rules as in [`crate::verify`] (`docs/spec/custody.md`), without the contents of the bag. Events
//! are handed over one at a time, so that the longest log needs no more memory than the shortest.

use sealbag_custody::event::EventRecord;
use sealbag_custody::page::MAX_PAGE_LEN;
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::receipt::{Receipt, ReceiptError};
use sealbag_custody::replay::{Person, PersonShown, Replay, Vouching};
use sealbag_custody::roster::{RecognitionRecord, RosterInUse};
use sealbag_custody::scalar::UtcTime;
use sealbag_custody::seal_record::SealRecord;
use sealbag_custody::text::Text;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::layout::SEAL;
use sealbag_manifest::store::{BagStore, OpenError};

use crate::finding::{Code, Finding, Severity};
use crate::verdict::{CustodyShown, EndShown, Outcome, SealShown};
use crate::verify::Anchors;
use crate::verify::anchor;
use crate::verify::custody::walk::{self, Step};
use crate::verify::custody::{self, LOG, findings, survey};
use crate::verify::report::Report;
use crate::verify::rosters::Brought;
use crate::verify::seal::{self, VerifiedSeal};
use crate::verify::time::{self, BoundsShown, Clerk, Stamps};

/// What is known before the first event.
#[derive(Clone, Debug)]
pub struct Opening {
    /// Which kinds of anchor were given.
    pub anchors: Vec<&'static str>,
    /// SHA-256 of event 0, if it can be read.
    pub seal_hash: Option<String>,
    /// What event 0 says of itself, if its signature and record hold.
    pub sealed: Option<SealShown>,
    /// What is to be said of event 0, the anchors, and the files in `custody/`.
    pub findings: Vec<Finding>,
    /// The rosters by which keys are attributed.
    pub rosters: Vec<RosterShown>,
}

/// A roster in use, for a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterShown {
    /// Who keeps it, by its own word.
    pub authority: String,
    /// Fingerprints of the authority's keys.
    pub fingerprints: Vec<String>,
    /// Its number.
    pub version: u64,
    /// When it was signed, as the authority claims.
    pub issued: UtcTime,
    /// What names this version.
    pub sha256: Sha256Digest,
    /// How many of those keys must sign.
    pub threshold: u64,
    /// By what the authority counts, if the verifier did not bring it itself.
    pub recognition: Option<RecognitionShown>,
}

/// What one authority says of another's roster, for a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecognitionShown {
    /// Who recognises, by its own word.
    pub authority: String,
    /// For what.
    pub purpose: String,
    /// Which roles.
    pub roles: Vec<String>,
    /// From when.
    pub valid_from: UtcTime,
    /// Until when: its end, or its withdrawal.
    pub valid_to: UtcTime,
}

impl RecognitionShown {
    fn of(record: &RecognitionRecord) -> Self {
        Self {
            authority: record.authority.name.as_str().to_owned(),
            purpose: record.scope.purpose.as_str().to_owned(),
            roles: record.scope.roles.iter().map(|role| role.as_str().to_owned()).collect(),
            valid_from: record.scope.valid_from,
            valid_to: record.scope.end(),
        }
    }
}

impl RosterShown {
    fn of(roster: &RosterInUse) -> Self {
        let record = roster.record();
        Self {
            authority: record.authority.name.as_str().to_owned(),
            fingerprints: roster.roster().keys().keys().iter().map(PublicKey::fingerprint).collect(),
            version: record.version,
            issued: record.issued,
            sha256: roster.sha256(),
            threshold: roster.roster().keys().threshold(),
            recognition: roster.recognition().map(|by| RecognitionShown::of(by.record())),
        }
    }
}

/// What became of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is in its place and allowed.
    Stands,
    /// It breaks a rule, is in the wrong place, or cannot be read.
    Bad,
    /// Its signature, form and place hold; it lies behind a bad event.
    NotJudged,
}

impl Standing {
    /// The word in the JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stands => "stands",
            Self::Bad => "bad",
            Self::NotJudged => "not_judged",
        }
    }
}

/// What an event says, if its signature and form hold.
#[derive(Clone, Copy)]
pub enum Content<'a> {
    /// Event 0.
    Seal(&'a SealRecord),
    /// A later event.
    Event(&'a EventRecord),
    /// Nothing that could be shown.
    None,
}

/// Who signed an event.
#[derive(Clone, Debug)]
pub struct Signatory {
    /// The name as the event states it.
    pub stated: String,
    /// The key.
    pub fingerprint: String,
    /// Whose key it is, if somebody from outside vouches for it.
    pub person: Option<PersonShown>,
    /// The roles of the key by the roster.
    pub roles: Vec<String>,
}

/// One event.
pub struct Event<'a> {
    /// Its number.
    pub index: u32,
    /// Its file in the bag.
    pub place: String,
    /// SHA-256 of the file, if its signature and form hold.
    pub hash: Option<Sha256Digest>,
    /// What became of it.
    pub standing: Standing,
    /// What it says.
    pub content: Content<'a>,
    /// Who signed it; with the content.
    pub by: Option<Signatory>,
    /// Between which moments it was signed, as time-stamps attest.
    pub attested: Option<BoundsShown>,
    /// Where the log had come to before it, event 0 apart; absent behind an event that does not stand.
    pub before: Option<EndShown>,
    /// What is to be said of it.
    pub findings: Vec<Finding>,
}

/// What is known behind the last event.
#[derive(Clone, Debug)]
pub struct Closing {
    /// Length, head, and where the log has come to; absent if event 0 does not hold.
    pub custody: Option<CustodyShown>,
    /// The holder as the roster has it; only if the log was replayed whole.
    pub holder: Option<PersonShown>,
    /// What is to be said of the log as a whole.
    pub findings: Vec<Finding>,
    /// The conclusion of seal, anchor and log alone: the contents of the bag were not looked at.
    pub outcome: Outcome,
}

/// Takes the log, piece by piece.
pub trait Reader {
    /// First.
    fn open(&mut self, opening: &Opening);
    /// Each event in its order.
    fn event(&mut self, event: &Event<'_>);
}

/// Reads and replays the log.
pub fn read(store: &dyn BagStore, anchors: &Anchors, reader: &mut dyn Reader) -> Closing {
    let mut report = Report::default();
    let event = seal::read(store, &mut report);
    let seal_hash = event.as_ref().map(|event| event.hash.to_hex());
    let mut worst = None;
    let opening = |report: Report, sealed, worst: &mut Option<Severity>| {
        let findings = listed(report);
        weigh(worst, &findings);
        Opening { anchors: anchors.names(), seal_hash: seal_hash.clone(), sealed, findings, rosters: Vec::new() }
    };
    let Some(seal) = event.and_then(|event| seal::verify(event, &mut report)) else {
        reader.open(&opening(report, None, &mut worst));
        return Closing { custody: None, holder: None, findings: Vec::new(), outcome: outcome(worst) };
    };
    let brought = Brought::read(anchors);
    let resolved = anchor::check(store, &seal, anchors, &brought, &mut report);
    let survey = survey::look(store, &mut report);
    let stamps = Stamps::look(store, LOG, &seal, survey.tokens, resolved.trust(), None);
    let vouching = stamps.vouching(resolved.vouching(LOG));
    let rosters = vouching.rosters.iter().map(RosterShown::of).collect();
    let opening = Opening { rosters, ..opening(report, Some(SealShown::new(seal.record())), &mut worst) };
    reader.open(&opening);
    let judges_tokens = !anchors.tsa.is_empty();
    let mut clerk = Clerk::new();
    let is_vouched = vouches_for_zero(&opening.findings, &seal, vouching);
    let mut missing = 0;
    let walked = walk::walk(store, LOG, &seal, survey.last, vouching, &mut |index, step, replay| {
        let event = event_of(index, step, replay, &Scene { seal: &seal, vouching, is_vouched });
        weigh(&mut worst, &event.findings);
        clerk.note(index, step);
        missing += u32::from(matches!(step, Step::Missing));
        if !matches!(step, Step::Missing) || missing <= MISSING_SHOWN {
            reader.event(&event);
        }
    });
    let end = walked.is_whole.then(|| custody::end_of(&walked.replay));
    let mut findings: Vec<_> = match walked.is_whole {
        true => walked.replay.end().iter().map(|remark| findings::of_end(remark, LOG)).collect(),
        false if missing > MISSING_SHOWN => {
            vec![Finding::new(Code::EventMissing, LOG).found(format!("{missing} numbers without an event"))]
        }
        false => Vec::new(),
    };
    // Where tokens are not judged, the timeline says nothing of them.
    if judges_tokens {
        let mut tell = |finding| findings.push(finding);
        clerk.of_tokens(store, LOG, &stamps, &mut tell);
        clerk.of_trust(&stamps, &mut tell);
    }
    weigh(&mut worst, &findings);
    Closing {
        holder: walked.is_whole.then(|| walked.replay.holder()),
        custody: Some(CustodyShown {
            events: u64::from(walked.last) + 1,
            head: walked.head.map(|head| head.to_hex()).unwrap_or_default(),
            end,
        }),
        findings,
        outcome: outcome(worst),
    }
}

/// So many missing events are shown one by one: one file with a high number must not make a million blocks.
const MISSING_SHOWN: u32 = 100;

/// What an event is shown against.
struct Scene<'a> {
    seal: &'a VerifiedSeal,
    vouching: Vouching<'a>,
    /// Whether event 0 is attributed, or its key only assumed.
    is_vouched: bool,
}

/// True if something from outside vouches for event 0, so that its key is not only assumed.
fn vouches_for_zero(findings: &[Finding], seal: &VerifiedSeal, vouching: Vouching<'_>) -> bool {
    let key = seal.signer();
    let is_listed = vouching.lists_seal(seal.record());
    let by_hash = findings.iter().any(|finding| matches!(finding.code, Code::SealHash | Code::Receipt));
    is_listed || vouching.signers.contains(key) || by_hash
}

fn event_of<'a>(index: u32, step: &'a Step, replay: &Replay<'_>, scene: &Scene<'a>) -> Event<'a> {
    let seal = scene.seal;
    let place = walk::path(LOG, index);
    let mut findings = findings::of_step(step, &place, replay, seal.record().roster.as_ref());
    findings.extend(time::of_step(step, &place));
    let attested = match step {
        Step::Seal(judgement) | Step::Judged(_, judgement) => BoundsShown::of(judgement.timed.attested),
        _ => None,
    };
    let (hash, content, by) = match step {
        Step::Seal(judgement) => {
            let signer = &seal.record().signer;
            let by = {
                // The replay takes event 0 for granted and so says nothing of whose it is without a roster or a key.
                let granted = scene.is_vouched.then(|| Person::of_key(&signer.key));
                let person = judgement.person.clone().or(granted);
                signatory(&signer.name, &signer.key, person, replay, scene)
            };
            (Some(seal.hash()), Content::Seal(seal.record()), Some(by))
        }
        Step::Judged(page, _) | Step::NotJudged(page) | Step::OffChain(page, _) => {
            let person = if let Step::Judged(_, judgement) = step { judgement.person.clone() } else { None };
            let record = page.record();
            let by = signatory(&record.actor.name, &record.actor.key, person, replay, scene);
            (Some(page.hash()), Content::Event(record), Some(by))
        }
        Step::Missing | Step::Unreadable(_) | Step::TooLarge | Step::Bad(_) => (None, Content::None, None),
    };
    let standing = match step {
        Step::Seal(judgement) | Step::Judged(_, judgement) if judgement.breach.is_none() => Standing::Stands,
        Step::NotJudged(_) => Standing::NotJudged,
        _ => Standing::Bad,
    };
    let before = matches!(step, Step::Judged(..)).then(|| custody::end_of(replay));
    Event { index, place, hash, standing, content, by, attested, before, findings }
}

fn signatory(
    name: &Text,
    key: &PublicKey,
    person: Option<Person>,
    replay: &Replay<'_>,
    scene: &Scene<'_>,
) -> Signatory {
    let vouching = scene.vouching;
    // What follows from an assumed key is assumed, too.
    let is_assumed = matches!(person, Some(Person::Key(_))) && !scene.is_vouched && !vouching.signers.contains(key);
    let person = person.filter(|_| !is_assumed);
    let roles = match &person {
        Some(Person::Listed { roster, .. }) => {
            let entry = vouching.rosters.get(*roster).and_then(|roster| roster.find(key));
            entry.map(|(key, _)| key.roles.iter().map(ToString::to_string).collect()).unwrap_or_default()
        }
        _ => Vec::new(),
    };
    Signatory {
        stated: name.as_str().to_owned(),
        fingerprint: key.fingerprint(),
        person: person.map(|person| replay.shown(&person, name)),
        roles,
    }
}

fn listed(report: Report) -> Vec<Finding> {
    report.into_verdict(None, None, None, Vec::new()).findings().to_vec()
}

fn weigh(worst: &mut Option<Severity>, findings: &[Finding]) {
    *worst = findings.iter().map(|finding| finding.severity).chain(*worst).max();
}

fn outcome(worst: Option<Severity>) -> Outcome {
    match worst {
        Some(Severity::Violation) => Outcome::Violated,
        Some(Severity::Undetermined) => Outcome::Undetermined,
        Some(Severity::Remark) => Outcome::ConfirmedWithRemarks,
        None => Outcome::Confirmed,
    }
}

/// Why there is no receipt of a log.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NoReceipt {
    /// An event is missing, does not hold, or does not follow from the one before it.
    #[error("the log does not hold at {}: {}", .0.place, .0.code.sentence())]
    Log(Box<Finding>),
    /// A page cannot be read now.
    #[error("{place} {source}")]
    Unreadable {
        /// The file.
        place: String,
        /// Why.
        source: OpenError,
    },
    /// The log was changed while it was read.
    #[error("the log changed while it was read: {0}")]
    Changed(#[from] ReceiptError),
}

/// Makes the receipt of a log up to its head. Signatures, form and chain of all events are checked; whose they are is not.
///
/// # Errors
/// See [`NoReceipt`].
pub fn receipt(store: &dyn BagStore) -> Result<(Vec<u8>, Receipt), NoReceipt> {
    let mut report = Report::default();
    let event = seal::read(store, &mut report);
    let Some(seal) = event.and_then(|event| seal::verify(event, &mut report)) else {
        let first = listed(report).into_iter().next();
        let missing = || Finding::new(Code::SignatureMissing, SEAL);
        return Err(NoReceipt::Log(Box::new(first.unwrap_or_else(missing))));
    };
    let survey = survey::look(store, &mut report);
    let mut fault = None;
    walk::walk(store, LOG, &seal, survey.last, Vouching::default(), &mut |index, step, replay| {
        // What the rules of a step say depends on whose keys they are, which nobody says here.
        if fault.is_none() && !matches!(step, Step::Seal(_) | Step::Judged(..) | Step::NotJudged(_)) {
            fault = findings::of_step(step, &walk::path(LOG, index), replay, None).into_iter().next();
        }
    });
    if let Some(fault) = fault {
        return Err(NoReceipt::Log(Box::new(fault)));
    }
    let head = match survey.last {
        0 => None,
        last => {
            let place = walk::path(LOG, last);
            let read = store.read_whole(&place, MAX_PAGE_LEN as u64);
            Some(read.map_err(|source| NoReceipt::Unreadable { place, source })?)
        }
    };
    let bytes = Receipt::compose(seal.bytes(), head.as_deref());
    let receipt = Receipt::read(&bytes)?;
    Ok((bytes, receipt))
}
