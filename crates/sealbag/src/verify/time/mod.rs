//! Trusted time (`docs/spec/time.md`): the tokens of a log are verified, what they attest goes into the replay, and what the
//! replay says of times becomes findings.
//!
//! Nothing in a bag or a token vouches for a time-stamp authority: without certificates from outside no token is judged.

mod chain;
mod clerk;
mod findings;
pub(crate) mod kept;
mod listed;
mod rows;
mod shown;
mod token;

use sealbag_custody::replay::Vouching;
use sealbag_custody::scalar::UtcTime;
use sealbag_custody::time::{Attestation, Timeline};
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::store::BagStore;

use super::anchor::Resolved;
use super::custody::survey;
#[cfg(feature = "fs")]
use super::custody::{
    LOG,
    walk::{self, Step},
};
use super::seal::VerifiedSeal;
use crate::finding::{Code, Finding, Findings};
use chain::{Chain, LogAt};
pub(crate) use clerk::Clerk;
pub(crate) use findings::of_step;
use kept::Kept;
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
