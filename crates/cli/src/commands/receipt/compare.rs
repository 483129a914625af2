//! A receipt beside another one, or beside a bag.

use std::path::Path;

use sealbag::verify::kept::{self, Misfit};
use sealbag_custody::page::MAX_PAGE_LEN;
use sealbag_custody::receipt::Receipt;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::store::{BagStore, OpenError};

use super::fork::event_path;
use crate::exit::ExitClass;
use crate::terminal::quoted;

/// Whether two receipts can be of one log.
pub(super) fn with_receipt(theirs: &Receipt, mine: &Receipt, their_file: &Path, my_file: &Path) -> (ExitClass, String) {
    let proof =
        format!("`sealbag fork make {} {} --out fork.txt` writes the proof.", quoted(my_file), quoted(their_file));
    if theirs.bag() != mine.bag() {
        return (ExitClass::Violated, "The two receipts are of different bags.".to_owned());
    }
    if theirs.seal_hash() != mine.seal_hash() {
        let shown = theirs.seal().and(mine.seal()).is_some();
        let proof =
            if shown { proof } else { "An event that was kept alone names its seal, and does not show it.".to_owned() };
        return (ExitClass::Violated, format!("FORK: one bag, and two seals. {proof}"));
    }
    if theirs.index() == mine.index() {
        return match theirs.head_bytes() == mine.head_bytes() {
            true => (ExitClass::Success, format!("Both have the same event {}, byte for byte.", mine.index())),
            false => {
                let text = format!("FORK: two events have the number {}. {proof}", mine.index());
                (ExitClass::Violated, text)
            }
        };
    }
    let (earlier, later) = if mine.index() < theirs.index() { (mine, theirs) } else { (theirs, mine) };
    let (from, to) = (earlier.index(), later.index());
    if from.checked_add(1) != Some(to) {
        let text = format!(
            "One bag; between event {from} and event {to} lie others. They cannot be compared without the log between: \
             give --bag, or verify the bag with both receipts."
        );
        return (ExitClass::Undetermined, text);
    }
    let named = later.head().map(|head| head.record().prev);
    match named == Some(sha256(earlier.head_bytes())) {
        true => (ExitClass::Success, format!("Event {to} follows directly from event {from}: one log.")),
        false => {
            let text = format!(
                "FORK: event {to} follows from another event {from} than the receipt has. The log was split or rewritten. \
                 For the proof the other event {from} is needed: `sealbag fork make BAG RECEIPT --out fork.txt`."
            );
            (ExitClass::Violated, text)
        }
    }
}

/// Whether a receipt fits a bag, or which file disagrees.
pub(super) fn with_bag(receipt: &Receipt, store: &dyn BagStore) -> (ExitClass, String) {
    let first = event_path(0);
    match store.read_whole(&first, MAX_PAGE_LEN as u64) {
        Ok(found) if sha256(&found) == receipt.seal_hash() => {}
        Ok(_) => return (ExitClass::Violated, format!("It does not fit the bag: {first} is another seal.")),
        Err(OpenError::Unreadable(error)) => {
            return (ExitClass::Undetermined, format!("{first} cannot be read: {}.", error.kind()));
        }
        Err(error) => return (ExitClass::Violated, format!("It does not fit the bag: {first} {error}.")),
    }
    let index = receipt.index();
    match kept::misfit(store, "custody/", receipt) {
        None if index == 0 => (ExitClass::Success, "It fits the bag: event 0 is the same, byte for byte.".to_owned()),
        None => {
            let text = format!(
                "It fits the bag: events 0 and {index} are the same, byte for byte. `sealbag verify --receipt` checks what lies between."
            );
            (ExitClass::Success, text)
        }
        Some(Misfit::Differs { place, first, .. }) => {
            let text =
                format!("It does not fit the bag: {place} has other bytes. The log was rewritten, or split: {first}.");
            (ExitClass::Violated, text)
        }
        Some(Misfit::Ahead { place, first, .. }) => {
            let besides = first.map(|first| format!(" It was rewritten besides: {first}.")).unwrap_or_default();
            let text =
                format!("It does not fit the bag: {place} is not there. The tail of the log is missing.{besides}");
            (ExitClass::Violated, text)
        }
        Some(Misfit::Unreadable { place, why }) => (ExitClass::Undetermined, format!("{place} cannot be read: {why}.")),
    }
}
