//! A receipt of the log up to its head.

use sealbag_custody::page::MAX_PAGE_LEN;
use sealbag_custody::receipt::{Receipt, ReceiptError};
use sealbag_custody::replay::Vouching;
use sealbag_manifest::layout::SEAL;
use sealbag_manifest::store::{BagStore, OpenError};

use super::listed;
use crate::finding::{Code, Finding};
use crate::verify::custody::walk::{self, Step};
use crate::verify::custody::{LOG, findings, survey};
use crate::verify::report::Report;
use crate::verify::seal;

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
