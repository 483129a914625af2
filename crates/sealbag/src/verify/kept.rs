//! A receipt, or an event that somebody kept alone, beside a log: whether the log is still the one of which it is a part,
//! and which event is the first that differs (`docs/spec/receipts.md`).

use std::fmt;

use sealbag_custody::page::MAX_PAGE_LEN;
use sealbag_custody::receipt::Receipt;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::store::{BagStore, OpenError};

use super::custody::walk;
use crate::finding::{Code, Finding};

/// What does not fit between a log and what was kept of it.
#[derive(Debug)]
pub enum Misfit {
    /// The event has other bytes: the log was rewritten, or split.
    Differs {
        /// The file of the event that was kept.
        place: String,
        /// The hash of the event that was kept.
        expected: Sha256Digest,
        /// The hash of the one in the log, if it has the size of an event.
        found: Option<Sha256Digest>,
        /// The first event that is known to differ.
        first: FirstDiffering,
    },
    /// The log ends before it: its tail is missing.
    Ahead {
        /// The file of the event that was kept.
        place: String,
        /// The hash of the event that was kept.
        expected: Sha256Digest,
        /// If the log was rewritten besides.
        first: Option<FirstDiffering>,
    },
    /// The event cannot be read now.
    Unreadable {
        /// The file of the event that was kept.
        place: String,
        /// Why.
        why: std::io::ErrorKind,
    },
}

/// The first event that differs, as far as an event with the hash of the one before it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstDiffering {
    /// This one: the event before it is the same, and so are all before that.
    Exactly(u64),
    /// This one differs, and what lies before it is not known.
    AtMost(u64),
}

impl FirstDiffering {
    /// The number.
    pub fn index(self) -> u64 {
        match self {
            Self::Exactly(index) | Self::AtMost(index) => index,
        }
    }
}

impl fmt::Display for FirstDiffering {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(index) => write!(f, "the first event that differs is {index}"),
            Self::AtMost(index) => write!(f, "the first event that differs is {index} or an earlier one"),
        }
    }
}

impl Misfit {
    /// As a finding of the check `anchor`.
    pub(crate) fn finding(&self) -> Finding {
        match self {
            Self::Differs { place, expected, found, first } => {
                let hash = found.map(|hash| format!("{hash}; ")).unwrap_or_default();
                let finding = Finding::new(Code::ReceiptMismatch, place.as_str()).expected(expected.to_hex());
                finding.found(format!("{hash}{first}"))
            }
            Self::Ahead { place, expected, first } => {
                let finding = Finding::new(Code::ReceiptAhead, place.as_str()).expected(expected.to_hex());
                match first {
                    Some(first) => finding.found(format!("the log was rewritten besides: {first}")),
                    None => finding,
                }
            }
            Self::Unreadable { place, why } => Finding::new(Code::BagUnreadable, place.as_str()).found(why.to_string()),
        }
    }
}

/// Compares what was kept with the log at `prefix`, whose event 0 is the one that it names; nothing if it fits.
pub fn misfit(store: &dyn BagStore, prefix: &str, receipt: &Receipt) -> Option<Misfit> {
    // No log has so many events; a receipt with such a number was never made from one.
    let index = u32::try_from(receipt.index()).ok()?;
    if index == 0 {
        return None;
    }
    let place = walk::path(prefix, index);
    let expected = sha256(receipt.head_bytes());
    let differs = |found| {
        let first = before(store, prefix, receipt).unwrap_or(FirstDiffering::Exactly(u64::from(index)));
        Some(Misfit::Differs { place: place.clone(), expected, found, first })
    };
    match store.read_whole(&place, MAX_PAGE_LEN as u64) {
        Ok(bytes) if bytes == receipt.head_bytes() => None,
        // One over the limit is cut behind it, and has no hash of its own here.
        Ok(bytes) => differs((bytes.len() <= MAX_PAGE_LEN).then(|| sha256(&bytes))),
        Err(OpenError::Missing) => Some(Misfit::Ahead { first: before(store, prefix, receipt), place, expected }),
        Err(OpenError::Unreadable(error)) => Some(Misfit::Unreadable { place, why: error.kind() }),
        Err(_) => differs(None),
    }
}

/// The event before the one that was kept, if it is there and another than that names.
fn before(store: &dyn BagStore, prefix: &str, receipt: &Receipt) -> Option<FirstDiffering> {
    let (number, named) = receipt.before_head()?;
    let index = u32::try_from(number).ok()?;
    let bytes = store.read_whole(&walk::path(prefix, index), MAX_PAGE_LEN as u64).ok()?;
    // Event 0 is the one that was named, or nothing would be compared: whatever differs comes later.
    (index > 0 && sha256(&bytes) != named).then_some(match index {
        1 => FirstDiffering::Exactly(1),
        _ => FirstDiffering::AtMost(number),
    })
}
