//! What time-stamps attest, for a reader: the member `attested` of the verdict (`docs/spec/verdict.md`).

use std::collections::BTreeSet;

use sealbag_custody::event::TokenReference;
use sealbag_custody::time::Bounds;
use sealbag_manifest::digest::Sha256Digest;
use serde::Serialize;

use super::token;
use crate::finding::LISTED_PER_CODE;

/// So many rows and tokens are listed; all are counted.
const LISTED: usize = LISTED_PER_CODE as usize;

/// What tokens attest of the bag's own log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AttestedShown {
    /// Rows of events of which the same is attested, in their order; those of which nothing is are left out.
    pub events: Vec<EventsShown>,
    /// The tokens that hold, by event and number.
    pub tokens: Vec<TokenShown>,
    /// How many tokens hold.
    pub holding: u64,
}

/// Consecutive events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EventsShown {
    /// The first.
    pub from: u32,
    /// The last.
    pub to: u32,
    /// Between which moments each of them was signed.
    #[serde(flatten)]
    pub bounds: BoundsShown,
}

/// Between which moments an event was signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BoundsShown {
    /// T_lo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest: Option<String>,
    /// T_hi.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest: Option<String>,
}

impl BoundsShown {
    /// None if nothing is attested.
    pub fn of(bounds: Bounds) -> Option<Self> {
        let Bounds { earliest, latest } = bounds;
        let is_some = earliest.is_some() || latest.is_some();
        is_some.then(|| Self {
            earliest: earliest.map(|time| time.to_string()),
            latest: latest.map(|time| time.to_string()),
        })
    }
}

/// A token that holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TokenShown {
    /// The file in the bag; absent if it was brought from outside.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The first event that it covers.
    pub from: u32,
    /// The event that is stamped, and the last that it covers.
    pub to: u32,
    /// The time that it states.
    pub time: String,
    /// The authority, as its certificate names it; safe to show.
    pub authority: String,
    /// True if a `timestamp` event lists it.
    pub listed: bool,
}

/// Tokens that hold, as they are found.
#[derive(Default)]
pub(super) struct Held {
    tokens: Vec<(TokenShown, Option<u64>, Sha256Digest)>,
    count: u64,
}

impl Held {
    pub(super) fn add(&mut self, from: u32, to: u32, file: Option<(String, Option<u64>)>, held: token::Held) {
        self.count += 1;
        if self.tokens.len() < LISTED {
            let (file, number) = file.map_or((None, None), |(path, number)| (Some(path), number));
            let token::Held { sha256, time, authority, .. } = held;
            self.tokens.push((TokenShown { file, from, to, time, authority, listed: false }, number, sha256));
        }
    }
}

/// Rows of events, as the log is walked.
#[derive(Default)]
pub(super) struct Runs {
    runs: Vec<(u32, u32, Bounds)>,
}

impl Runs {
    pub(super) fn add(&mut self, index: u32, bounds: Bounds) {
        if bounds == Bounds::default() {
            return;
        }
        let last = self.runs.last_mut();
        if let Some((_, to, _)) = last.filter(|(_, to, known)| *to + 1 == index && *known == bounds) {
            *to = index;
        } else if self.runs.len() < LISTED {
            self.runs.push((index, index, bounds));
        }
    }
}

impl AttestedShown {
    pub(super) fn new(runs: Runs, held: &Held, listed: &[TokenReference]) -> Self {
        let listed: BTreeSet<_> =
            listed.iter().map(|token| (token.index, Some(token.number), token.sha256.0)).collect();
        let events = runs
            .runs
            .into_iter()
            .filter_map(|(from, to, bounds)| Some(EventsShown { from, to, bounds: BoundsShown::of(bounds)? }))
            .collect();
        let tokens = held.tokens.iter().map(|(token, number, sha256)| {
            let listed = token.file.is_some() && listed.contains(&(u64::from(token.to), *number, sha256.0));
            TokenShown { listed, ..token.clone() }
        });
        Self { events, tokens: tokens.collect(), holding: held.count }
    }
}
