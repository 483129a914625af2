//! One event as a reader is shown it: what it says, whose it is, what became of it.

use sealbag_custody::event::EventRecord;
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::replay::{Person, PersonShown, Replay, Vouching};
use sealbag_custody::seal_record::SealRecord;
use sealbag_custody::text::Text;
use sealbag_manifest::digest::Sha256Digest;

use crate::finding::{Code, Finding};
use crate::verdict::EndShown;
use crate::verify::custody::walk::{self, Step};
use crate::verify::custody::{self, LOG, findings};
use crate::verify::seal::VerifiedSeal;
use crate::verify::time::{self, BoundsShown};

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

/// What an event is shown against.
pub(super) struct Scene<'a> {
    pub(super) seal: &'a VerifiedSeal,
    pub(super) vouching: Vouching<'a>,
    /// Whether event 0 is attributed, or its key only assumed.
    pub(super) is_vouched: bool,
}

/// True if something from outside vouches for event 0, so that its key is not only assumed.
pub(super) fn vouches_for_zero(findings: &[Finding], seal: &VerifiedSeal, vouching: Vouching<'_>) -> bool {
    let key = seal.signer();
    let is_listed = vouching.lists_seal(seal.record());
    let by_hash = findings.iter().any(|finding| matches!(finding.code, Code::SealHash | Code::Receipt));
    is_listed || vouching.signers.contains(key) || by_hash
}

pub(super) fn event_of<'a>(index: u32, step: &'a Step, replay: &Replay<'_>, scene: &Scene<'a>) -> Event<'a> {
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
