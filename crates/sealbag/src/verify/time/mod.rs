//! Trusted time (`docs/spec/time.md`): the tokens of a log are verified, what they attest goes into the replay, and what the
//! replay says of times becomes findings.
//!
//! Nothing in a bag or a token vouches for a time-stamp authority: without certificates from outside no token is judged.

mod findings;
pub(crate) mod kept;
mod listed;
mod rows;
mod shown;
mod token;

use sealbag_custody::event::TokenReference;
use sealbag_custody::page::MAX_PAGE_LEN;
use sealbag_custody::replay::Vouching;
use sealbag_custody::scalar::UtcTime;
use sealbag_custody::time::{Attestation, Timeline};
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::store::{BagStore, OpenError};

use super::anchor::Resolved;
use super::custody::walk::{self, Step};
use super::custody::{LOG, survey};
use super::report::Report;
use super::seal::VerifiedSeal;
use crate::finding::{Code, Finding, Findings};
use crate::verdict::Check;
pub(crate) use findings::of_step;
use kept::Kept;
use rows::Rows;
pub use shown::{AttestedShown, BoundsShown, EventsShown, TokenShown};
pub(crate) use token::TokenName;

/// What was brought to judge tokens with, as it concerns one log.
#[derive(Clone, Copy)]
pub(crate) struct Trust<'a> {
    pub(crate) anchors: &'a sealbag_timestamp::Anchors,
    pub(crate) kept: &'a [Kept<'a>],
}

/// A token over a bag that this log leads to: its event 0 names the head of this log.
#[derive(Clone, Copy)]
pub(crate) struct Outer {
    pub(crate) head: Sha256Digest,
    pub(crate) latest: UtcTime,
}

/// The tokens of one log, verified.
pub(crate) struct Stamps {
    /// None where tokens are not judged.
    timeline: Option<Timeline>,
    /// How many token files there are, and tokens that were brought for this log.
    count: usize,
    /// Paths of the token files; only where tokens are not judged.
    unjudged: Vec<String>,
    held: shown::Held,
    findings: Findings,
}

impl Stamps {
    /// Verifies every token of the log at `prefix`.
    pub(crate) fn look(
        store: &dyn BagStore,
        prefix: &str,
        seal: &VerifiedSeal,
        names: Vec<TokenName>,
        trust: Trust<'_>,
        outer: Option<Outer>,
    ) -> Self {
        let kept: Vec<&Kept<'_>> = trust.kept.iter().filter(|kept| kept.prefix == prefix).collect();
        let count = names.len() + kept.len();
        let mut stamps = Self {
            timeline: None,
            count,
            unjudged: Vec::new(),
            held: shown::Held::default(),
            findings: Findings::default(),
        };
        if trust.anchors.is_empty() {
            stamps.unjudged = names.into_iter().map(|name| name.path).collect();
            return stamps;
        }
        let mut attested = Vec::new();
        if count > 0 || outer.is_some() {
            let log = LogAt { store, prefix, seal };
            stamps.verify(&log, names, &kept, trust.anchors, outer, &mut attested);
        }
        stamps.timeline = Some(Timeline::new(attested));
        stamps
    }

    fn verify(
        &mut self,
        log: &LogAt<'_>,
        mut names: Vec<TokenName>,
        kept: &[&Kept<'_>],
        anchors: &sealbag_timestamp::Anchors,
        outer: Option<Outer>,
        attested: &mut Vec<Attestation>,
    ) {
        names.sort_unstable_by(|a, b| (a.index, a.number, &a.path).cmp(&(b.index, b.number, &b.path)));
        let present = match survey::indexes(log.store, log.prefix) {
            Ok(present) => present,
            Err(unreadable) => return self.findings.add(unreadable),
        };
        let stamped = names.last().map(|name| name.index).max(kept.iter().map(|kept| kept.index).max());
        let end = if outer.is_some() { present.last().copied() } else { stamped };
        let mut names = names.into_iter().peekable();
        let mut chain = Chain::begin(log.seal.hash());
        for index in present.range(..=end.unwrap_or(0)).copied() {
            while let Some(name) = names.next_if(|name| name.index < index) {
                self.findings.add(Finding::new(Code::TokenWithoutEvent, name.path));
            }
            let from = match chain.step(log, index) {
                Ok(from) => from,
                Err(unreadable) => {
                    // Its tokens say nothing now, and might contradict what it claims.
                    self.findings.add(unreadable);
                    while names.next_if(|name| name.index == index).is_some() {}
                    continue;
                }
            };
            let has_kept = kept.iter().any(|kept| kept.index == index);
            let is_stamped = names.peek().is_some_and(|name| name.index == index) || has_kept;
            if !is_stamped {
                continue;
            }
            let event = match from.zip(chain.prev).map(|(from, hash)| (from, log.event(index, hash))) {
                None => None,
                Some((from, Ok(event))) => Some((from, event)),
                Some((_, Err(unreadable))) => {
                    self.findings.add(unreadable);
                    while names.next_if(|name| name.index == index).is_some() {}
                    continue;
                }
            };
            while let Some(name) = names.next_if(|name| name.index == index) {
                let Some((from, event)) = &event else {
                    self.findings.add(Finding::new(Code::TokenWithoutEvent, name.path));
                    continue;
                };
                match token::at(log.store, &name.path, event, anchors) {
                    Ok(held) => {
                        attested.push(attestation(*from, index, name.number, &held));
                        self.held.add(*from, index, Some((name.path, name.number)), held);
                    }
                    Err(finding) => self.findings.add(finding),
                }
            }
            let Some((from, event)) = &event else { continue };
            for kept in kept.iter().filter(|kept| kept.index == index) {
                if let Ok(held) = token::over(kept.bytes, event, anchors) {
                    attested.push(attestation(*from, index, None, &held));
                    self.held.add(*from, index, None, held);
                }
            }
        }
        names.for_each(|name| self.findings.add(Finding::new(Code::TokenWithoutEvent, name.path)));
        if let (Some(outer), Some(last), Some(from)) = (outer, present.last(), chain.from)
            && chain.prev == Some(outer.head)
        {
            let sha256 = Sha256Digest([0; 32]);
            let (to, earliest, latest) = (u64::from(*last), outer.latest, outer.latest);
            attested.push(Attestation { from: u64::from(from), to, number: None, sha256, earliest, latest });
        }
    }

    /// What vouches for the keys of the log, with what its tokens attest.
    pub(crate) fn vouching<'a>(&'a self, vouching: Vouching<'a>) -> Vouching<'a> {
        Vouching { times: self.timeline.as_ref(), ..vouching }
    }

    /// T_hi of event 0.
    pub(crate) fn latest_of_seal(&self) -> Option<UtcTime> {
        self.timeline.as_ref()?.latest(0)
    }
}

fn attestation(from: u32, to: u32, number: Option<u64>, held: &token::Held) -> Attestation {
    let (from, to) = (u64::from(from), u64::from(to));
    Attestation { from, to, number, sha256: held.sha256, earliest: held.earliest, latest: held.latest }
}

/// A log by its place.
struct LogAt<'a> {
    store: &'a dyn BagStore,
    prefix: &'a str,
    seal: &'a VerifiedSeal,
}

impl LogAt<'_> {
    /// The bytes of an event file that was just read; or that it cannot be read any more, or has changed.
    fn event(&self, index: u32, hash: Sha256Digest) -> Result<Vec<u8>, Finding> {
        let place = walk::path(self.prefix, index);
        match self.store.read_whole(&place, MAX_PAGE_LEN as u64) {
            Ok(bytes) if sha256(&bytes) == hash => Ok(bytes),
            Err(OpenError::Unreadable(error)) => Err(unreadable(&place, &error)),
            _ => Err(Finding::new(Code::ChangedWhileRead, place)),
        }
    }
}

fn unreadable(place: &str, error: &std::io::Error) -> Finding {
    Finding::new(Code::BagUnreadable, place).found(error.kind().to_string())
}

/// From which event on the chain is whole.
struct Chain {
    /// The first event of the unbroken part, if the last event that was met is in it.
    from: Option<u32>,
    /// Hash of the last event that was met.
    prev: Option<Sha256Digest>,
    next: u32,
}

impl Chain {
    fn begin(seal: Sha256Digest) -> Self {
        Self { from: Some(0), prev: Some(seal), next: 1 }
    }

    /// Goes on to an event file that is there; from where the chain leads to it, if it is in its place; or that it cannot be
    /// read now.
    fn step(&mut self, log: &LogAt<'_>, index: u32) -> Result<Option<u32>, Finding> {
        if index == 0 {
            return Ok(Some(0));
        }
        let is_behind_a_gap = index != self.next;
        if is_behind_a_gap {
            self.prev = None;
        }
        let place = walk::path(log.prefix, index);
        let (step, hash) = walk::look(log.store, &place, index, log.seal, self.prev);
        let is_linked = self.prev.is_some();
        self.from = match step {
            Step::NotJudged(_) if is_linked => self.from.or(Some(index)),
            Step::NotJudged(_) => Some(index),
            _ => None,
        };
        self.prev = hash;
        self.next = index + 1;
        match step {
            Step::Unreadable(error) => Err(unreadable(&place, &error)),
            _ => Ok(self.from),
        }
    }
}

/// The tokens of the log at `prefix`.
pub(crate) fn stamps(
    store: &dyn BagStore,
    prefix: &str,
    seal: &VerifiedSeal,
    resolved: &Resolved<'_>,
    outer: Option<Outer>,
) -> Stamps {
    let (names, unreadable) = match survey::tokens(store, prefix) {
        Ok(names) => (names, None),
        Err(unreadable) => (Vec::new(), Some(unreadable)),
    };
    let mut stamps = Stamps::look(store, prefix, seal, names, resolved.trust(), outer);
    unreadable.into_iter().for_each(|finding| stamps.findings.add(finding));
    stamps
}

/// Collects what the replay says of times.
pub(crate) struct Clerk {
    listed: Vec<TokenReference>,
    rows: Rows,
    runs: shown::Runs,
}

impl Clerk {
    pub(crate) fn new() -> Self {
        Self { listed: Vec::new(), rows: Rows::default(), runs: shown::Runs::default() }
    }

    /// Notes one step of the walk.
    pub(crate) fn note(&mut self, index: u32, step: &Step) {
        listed::note(step, &mut self.listed);
        if let Step::Seal(judgement) | Step::Judged(_, judgement) = step {
            self.runs.add(index, judgement.timed.attested);
            if judgement.breach.is_none() {
                let kind = if let Step::Judged(page, _) = step { Some(page.record().kind) } else { None };
                self.rows.add(index, kind, &judgement.timed);
            }
        }
    }

    /// What is to be said of the tokens of a log as a whole, in the order of the spec.
    pub(crate) fn of_tokens(&self, store: &dyn BagStore, prefix: &str, stamps: &Stamps, tell: &mut dyn FnMut(Finding)) {
        listed::missing_or_changed(store, prefix, &self.listed).into_iter().for_each(&mut *tell);
        stamps.findings.list().iter().cloned().for_each(tell);
    }

    /// Whether the bag's own log has trusted time.
    pub(crate) fn of_trust(&self, stamps: &Stamps, tell: &mut dyn FnMut(Finding)) {
        for path in &stamps.unjudged {
            tell(Finding::new(Code::TokenNotChecked, path.as_str()));
        }
        match &stamps.timeline {
            Some(timeline) if !timeline.is_empty() => self.rows.findings(LOG).into_iter().for_each(tell),
            _ => tell(Finding::new(Code::NoTime, "")),
        }
    }

    /// Ends the check `time` of the bag's own log.
    pub(crate) fn close(self, store: &dyn BagStore, stamps: &Stamps, report: &mut Report) {
        let mut tell = |finding| report.add(Check::Time, finding);
        self.of_tokens(store, LOG, stamps, &mut tell);
        self.of_trust(stamps, &mut tell);
        let Self { listed, runs, .. } = self;
        match &stamps.timeline {
            _ if stamps.count == 0 => report.not_present(Check::Time),
            None => report.not_run(Check::Time, "no certificate of a time-stamp authority was given"),
            Some(timeline) if timeline.is_empty() => {
                report.not_run(Check::Time, "no time-stamp counts; see the findings")
            }
            Some(_) => report.ran(Check::Time),
        }
        if stamps.timeline.is_some() && stamps.count > 0 {
            report.attest(AttestedShown::new(runs, &stamps.held, &listed));
        }
    }
}

/// Walks a log with what its tokens attest, for one who asks only whose the events are.
#[cfg(feature = "fs")]
pub(crate) fn walk_timed(
    store: &dyn BagStore,
    seal: &VerifiedSeal,
    last: u32,
    resolved: &Resolved<'_>,
    visit: &mut dyn FnMut(u32, &Step, &sealbag_custody::replay::Replay<'_>),
) {
    let stamps = stamps(store, LOG, seal, resolved, None);
    walk::walk(store, LOG, seal, last, stamps.vouching(resolved.vouching(LOG)), visit);
}
