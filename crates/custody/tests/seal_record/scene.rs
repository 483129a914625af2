//! The samples, and what becomes of a changed one.

use sealbag_custody::record::RecordError;
use sealbag_custody::seal_record::SealRecord;

pub(crate) const MINIMAL: &str = include_str!("../data/minimal.txt");
pub(crate) const FULL: &str = include_str!("../data/full.txt");

pub(crate) fn parse(text: &str) -> Result<SealRecord, RecordError> {
    SealRecord::parse(text.as_bytes())
}

/// The sample with one piece of text replaced; the piece must be there.
pub(crate) fn with(sample: &str, from: &str, to: &str) -> String {
    assert!(sample.contains(from), "the sample has no {from:?}");
    sample.replacen(from, to, 1)
}

pub(crate) fn error_after(from: &str, to: &str) -> RecordError {
    parse(&with(FULL, from, to)).expect_err(to)
}
