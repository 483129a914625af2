//! What is known of a bag when a report is written: the verdict, and the log as it was read beside it.

use sealbag::finding::Finding;
use sealbag::log::{self, Closing, Content, Event, Opening, Reader, Signatory, Standing};
use sealbag::verdict::{BoundsShown, Check, EndShown, Status, TokenShown, Verdict};
use sealbag::verify::Anchors;
use sealbag_custody::event::EventRecord;
use sealbag_custody::scalar::{UtcOffset, UtcTime};
use sealbag_custody::seal_record::SealRecord;
use sealbag_manifest::store::BagStore;

/// So many entries of the log are shown; the rest is counted.
const EVENTS_SHOWN: usize = 2000;

/// Why no report can be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum GatherError {
    /// The log is not the one that was verified.
    #[error("the bag changed between its verification and the report")]
    Changed,
}

/// What an entry says.
#[derive(Clone, Debug)]
pub(crate) enum Recorded {
    /// Event 0.
    Seal(Box<SealRecord>),
    /// A later event.
    Event(Box<EventRecord>),
    /// Nothing that could be shown.
    None,
}

/// One entry of the log.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) index: u32,
    pub(crate) place: String,
    pub(crate) hash: Option<String>,
    pub(crate) standing: Standing,
    pub(crate) recorded: Recorded,
    pub(crate) by: Option<Signatory>,
    pub(crate) before: Option<EndShown>,
    pub(crate) attested: Option<BoundsShown>,
    pub(crate) findings: Vec<Finding>,
}

impl Entry {
    /// The type as the record names it; `unknown` where there is none.
    pub(crate) fn name(&self) -> &'static str {
        match &self.recorded {
            Recorded::Seal(_) => "seal",
            Recorded::Event(record) => record.kind.name(),
            Recorded::None => "unknown",
        }
    }

    /// The claimed time.
    pub(crate) fn time(&self) -> Option<(UtcTime, Option<UtcOffset>)> {
        match &self.recorded {
            Recorded::Seal(record) => Some((record.time, record.utc_offset)),
            Recorded::Event(record) => Some((record.time, record.utc_offset)),
            Recorded::None => None,
        }
    }

    /// The later event.
    pub(crate) fn event(&self) -> Option<&EventRecord> {
        match &self.recorded {
            Recorded::Event(record) => Some(record),
            _ => None,
        }
    }
}

/// All that a report is made of.
pub struct Facts<'v> {
    pub(crate) verdict: &'v Verdict,
    pub(crate) opening: Opening,
    pub(crate) entries: Vec<Entry>,
    /// Entries that are not shown.
    pub(crate) more: u64,
    pub(crate) closing: Closing,
}

impl<'v> Facts<'v> {
    /// Reads the log of the bag that the verdict is about.
    ///
    /// # Errors
    /// The log is another one than the verdict saw.
    pub fn gather(store: &dyn BagStore, anchors: &Anchors, verdict: &'v Verdict) -> Result<Self, GatherError> {
        let mut collector = Collector::default();
        let closing = log::read(store, anchors, &mut collector);
        let opening = collector.opening.ok_or(GatherError::Changed)?;
        let is_same_seal = opening.seal_hash.as_deref() == verdict.seal_hash();
        let is_same_log = closing.custody.as_ref() == verdict.custody();
        if !is_same_seal || !is_same_log {
            return Err(GatherError::Changed);
        }
        Ok(Self { verdict, opening, entries: collector.entries, more: collector.more, closing })
    }

    /// The seal record, if its signature and form hold.
    pub(crate) fn seal(&self) -> Option<&SealRecord> {
        match &self.entries.first()?.recorded {
            Recorded::Seal(record) => Some(record),
            _ => None,
        }
    }

    /// True if a check passed.
    pub(crate) fn passed(&self, check: Check) -> bool {
        self.verdict.status(check) == Some(Status::Passed)
    }

    /// True if a check passed, or the bag holds nothing of its kind.
    pub(crate) fn holds(&self, check: Check) -> bool {
        matches!(self.verdict.status(check), Some(Status::Passed | Status::NotPresent))
    }

    /// The earliest token that covers event 0, if tokens were judged and hold.
    pub(crate) fn stamp_of_seal(&self) -> Option<&TokenShown> {
        let tokens = self.verdict.attested().filter(|_| self.passed(Check::Time))?.tokens.iter();
        tokens.filter(|token| token.from == 0).min_by(|a, b| a.time.cmp(&b.time))
    }

    /// No later than this the seal existed: what the tokens say, with their accuracy.
    pub(crate) fn latest_of_seal(&self) -> Option<&str> {
        let token = self.stamp_of_seal()?;
        let bounds = self.entries.first().and_then(|entry| entry.attested.as_ref());
        Some(bounds.and_then(|bounds| bounds.latest.as_ref()).unwrap_or(&token.time))
    }

    /// How many findings there are of a code.
    pub(crate) fn count(&self, code: &str) -> u64 {
        self.verdict.totals().get(code).copied().unwrap_or(0)
    }
}

#[derive(Default)]
struct Collector {
    opening: Option<Opening>,
    entries: Vec<Entry>,
    more: u64,
}

impl Reader for Collector {
    fn open(&mut self, opening: &Opening) {
        self.opening = Some(opening.clone());
    }

    fn event(&mut self, event: &Event<'_>) {
        if self.entries.len() >= EVENTS_SHOWN {
            self.more += 1;
            return;
        }
        self.entries.push(Entry {
            index: event.index,
            place: event.place.clone(),
            hash: event.hash.map(|hash| hash.to_hex()),
            standing: event.standing,
            recorded: match event.content {
                Content::Seal(record) => Recorded::Seal(Box::new(record.clone())),
                Content::Event(record) => Recorded::Event(Box::new(record.clone())),
                Content::None => Recorded::None,
            },
            by: event.by.clone(),
            before: event.before.clone(),
            attested: event.attested.clone(),
            findings: event.findings.clone(),
        });
    }
}
