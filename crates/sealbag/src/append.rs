//! Appending an event to the custody log of a bag (`docs/spec/custody.md`, "Appending").
//!
//! What a verifier would name is refused before it is signed: the log is walked and replayed by the same code that judges a
//! bag, and the new event is judged as if it stood there. Where the type records a verification, the whole bag is verified
//! first, without the lock; under the lock the log is read again and the event judged again. Nothing outside `custody/` is
//! written.
//!
//! A number is signed once. What was signed is published, or handed back to be published again byte for byte.

mod check;
mod error;
mod log;
mod publish;

use std::path::Path;
use std::time::Duration;

use sealbag_custody::event::{EventRecord, EventType, RecordedDepth, RecordedOutcome, Verified};
use sealbag_custody::log_store::{Durability, LogStore};
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::replay::{Judgement, PersonShown, Remark, State};
use sealbag_custody::time::TimeFinding;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::source::Source;

pub use check::{Checked, check};
pub use error::AppendError;
pub use log::{EventShown, LogView, read_event, view};
pub use publish::{attach, publish_again};

use crate::seal::Surroundings;
use crate::verify::Anchors;
use log::{CurrentLog, with_log};

/// How long another writer is waited for, if nothing else is asked for.
pub const DEFAULT_WAIT: Duration = Duration::from_secs(10);

/// The event to append, and what is brought along.
pub struct Request<'a> {
    /// The bag.
    pub bag: &'a Path,
    /// The event. Number, predecessor, tokens and what was verified are filled in here; `bag` and `seal` say for which bag
    /// it was written.
    pub event: EventRecord,
    /// Which time it states.
    pub moment: Moment,
    /// The writer's own anchors.
    pub anchors: &'a Anchors,
    /// The data of a detached bag.
    pub source: Option<&'a Source>,
    /// What is verified before.
    pub verification: Verification,
    /// What becomes of an event if the bag is not what was sealed.
    pub on_violation: OnViolation,
    /// Time-stamp tokens that go with a `timestamp`.
    pub tokens: Vec<Stamp>,
    /// How long another writer is waited for.
    pub wait: Duration,
}

/// Which time an event states.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Moment {
    /// The clock when it is signed.
    #[default]
    Signing,
    /// The one in the event: it is entered later than it happened.
    Stated,
}

/// What is verified before an event is signed.
#[derive(Default)]
pub enum Verification {
    /// The whole bag, if the type says so.
    #[default]
    IfNeeded,
    /// The whole bag in any case.
    Always,
    /// It was verified just now.
    Done(Box<Checked>),
}

/// What becomes of an event if the bag is not what was sealed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnViolation {
    /// It is refused, unless its type is there to say so: `verify`, `refuse`, `incident`, `object`.
    #[default]
    Refuse,
    /// It is recorded as it is.
    Record,
}

/// A time-stamp token, and the event that it stamps.
pub struct Stamp {
    /// Index of the event.
    pub index: u32,
    /// The token file.
    pub bytes: Vec<u8>,
}

/// An event that is in the log.
#[derive(Debug)]
pub struct Appended {
    /// What was signed.
    pub record: EventRecord,
    /// Hash of the event: the head of the log.
    pub hash: Sha256Digest,
    /// The signed page.
    pub page: Vec<u8>,
    /// The receipt for the log up to this event.
    pub receipt: Vec<u8>,
    /// Whether it is known to survive a power cut.
    pub durability: Durability,
    /// What a verifier will remark of it.
    pub remarks: Vec<Remark>,
    /// The state that it leads to.
    pub state: State,
    /// Who is answerable for the exhibit then.
    pub holder: PersonShown,
}

/// Says whether the event could be appended now, without verifying the bag, signing or writing.
///
/// # Errors
/// As [`append`], for all that can be known without these.
pub fn preflight(request: &Request<'_>, surroundings: &Surroundings<'_>) -> Result<(), AppendError> {
    with_log(request.bag, request.anchors, |log| judge_early(request, surroundings, &log))?.map(|_| ())
}

/// Appends an event.
///
/// # Errors
/// [`AppendError`] says whether anything can be in the log: only after [`AppendError::Unknown`].
pub fn append(request: &Request<'_>, surroundings: &Surroundings<'_>) -> Result<Appended, AppendError> {
    let planned = with_log(request.bag, request.anchors, |log| judge_early(request, surroundings, &log))??;
    let verified = verify_if_needed(request, surroundings)?;
    let store = LogStore::open(request.bag)?;
    let writer = store.lock(request.wait)?;
    // What killed writers left is no event; if it cannot be removed, it stays.
    let _ = writer.clear_litter();
    with_log(request.bag, request.anchors, |mut log| {
        let tokens = publish::tokens(&writer, &request.tokens, &log)?;
        let mut event = place(request, surroundings, &log);
        event.verified = verified;
        event.token = tokens;
        let judgement = log.replay.judge(&event);
        refuse_back_dated(&judgement)?;
        if let Some(breach) = judgement.breach {
            return Err(match log.event_at(planned)? {
                Some(first) => AppendError::Overtaken { first: Box::new(first), breach: Some(Box::new(breach)) },
                None => log.refusal(event.kind, breach),
            });
        }
        let page = publish::sign(&event, surroundings.signer)?;
        let index = log.next;
        let published = publish::publish(&writer, index, &page, &log)?;
        let hash = sealbag_manifest::hash::sha256(&page);
        log.replay.stand(&event, hash, &judgement);
        Ok(Appended {
            receipt: sealbag_custody::receipt::Receipt::compose(log.seal.bytes(), Some(&page)),
            hash,
            durability: published.durability,
            remarks: judgement.remarks,
            state: log.replay.state().clone(),
            holder: log.replay.holder(),
            record: event,
            page,
        })
    })?
}

/// Everything that can be refused before the long verification. Returns the number that the event would get.
fn judge_early(
    request: &Request<'_>,
    surroundings: &Surroundings<'_>,
    log: &CurrentLog<'_>,
) -> Result<u32, AppendError> {
    let signer = surroundings.signer.public_key();
    require_signer(&request.event.actor.key, signer)?;
    let seal = &log.seal;
    if request.event.bag != seal.record().bag || request.event.seal != seal.hash() {
        return Err(AppendError::OtherBag);
    }
    let mut event = place(request, surroundings, log);
    let kind = event.kind;
    if let (Some(conflict), false) = (log.roster_conflict, kind.is_open_to_all()) {
        return Err(AppendError::Roster { conflict });
    }
    let judgement = log.replay.judge(&event);
    refuse_back_dated(&judgement)?;
    if let Some(breach) = judgement.breach {
        return Err(log.refusal(kind, breach));
    }
    // The form is judged with something in the fields that are filled in later.
    if records_verification(request) {
        let root = seal.record().tree.root;
        event.verified = Some(Verified {
            outcome: RecordedOutcome::Undetermined,
            depth: RecordedDepth::Full,
            root,
            verdict_sha256: None,
            codes: Vec::new(),
            program: None,
        });
    }
    event.token = publish::expected_tokens(request, log)?;
    event.to_bytes()?;
    Ok(log.next)
}

/// A clock behind the tokens that the log lists would make the bag violated for good.
fn refuse_back_dated(judgement: &Judgement) -> Result<(), AppendError> {
    let back_dated = judgement.timed.findings.iter().find_map(|finding| match finding {
        TimeFinding::BackDated { claimed, earliest } => Some((*claimed, *earliest)),
        _ => None,
    });
    back_dated.map_or(Ok(()), |(claimed, earliest)| Err(AppendError::BackDated { claimed, earliest }))
}

/// The event in its place in the log as it is now.
fn place(request: &Request<'_>, surroundings: &Surroundings<'_>, log: &CurrentLog<'_>) -> EventRecord {
    let mut event = request.event.clone();
    event.index = u64::from(log.next);
    event.prev = log.last.hash;
    if request.moment == Moment::Signing {
        event.time = (surroundings.now)();
    }
    event.verified = None;
    event.token = Vec::new();
    event
}

fn records_verification(request: &Request<'_>) -> bool {
    request.event.kind.needs_verification() || !matches!(request.verification, Verification::IfNeeded)
}

/// True if an event of this type may say that the bag is not what was sealed.
fn reports_violations(kind: EventType) -> bool {
    matches!(kind, EventType::Verify | EventType::Refuse | EventType::Incident | EventType::Object)
}

fn verify_if_needed(request: &Request<'_>, surroundings: &Surroundings<'_>) -> Result<Option<Verified>, AppendError> {
    if !records_verification(request) {
        return Ok(None);
    }
    let fresh;
    let checked = match &request.verification {
        Verification::Done(checked) => checked.as_ref(),
        _ => {
            fresh = check(request.bag, request.anchors, request.source, surroundings.progress)?;
            &fresh
        }
    };
    if checked.seal() != request.event.seal {
        return Err(AppendError::OtherBag);
    }
    let verified = checked.verified();
    let kind = request.event.kind;
    let is_refused = request.on_violation == OnViolation::Refuse && !reports_violations(kind);
    if verified.outcome == RecordedOutcome::Violated && is_refused {
        return Err(AppendError::Violated { kind, findings: checked.violations() });
    }
    Ok(Some(verified.clone()))
}

fn require_signer(named: &PublicKey, signer: &PublicKey) -> Result<(), AppendError> {
    if named == signer {
        return Ok(());
    }
    Err(AppendError::OtherSigner { named: named.fingerprint(), signer: signer.fingerprint() })
}
