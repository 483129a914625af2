//! A receipt beside another one, or beside a bag.

use std::fmt::Display;
use std::io::{self, ErrorKind};
use std::path::Path;

use sealbag::verify::kept::{self, FirstDiffering, Misfit};
use sealbag_custody::page::MAX_PAGE_LEN;
use sealbag_custody::receipt::Receipt;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::store::{BagStore, OpenError};

use super::fork::event_path;
use crate::exit::ExitClass;
use crate::terminal::quoted;
use crate::words::{Sentence, Words};

/// Whether two receipts can be of one log.
pub(super) fn with_receipt(
    theirs: &Receipt,
    mine: &Receipt,
    their_file: &Path,
    my_file: &Path,
    words: &Words,
) -> (ExitClass, String) {
    let proof = || {
        let values: [(&str, &dyn Display); 2] = [("mine", &quoted(my_file)), ("theirs", &quoted(their_file))];
        words.with("say-compare-proof", &values)
    };
    if theirs.bag() != mine.bag() {
        return (ExitClass::Violated, words.text("say-compare-other-bags"));
    }
    if theirs.seal_hash() != mine.seal_hash() {
        let shown = theirs.seal().and(mine.seal()).is_some();
        let proof = if shown { proof() } else { words.text("say-compare-seal-not-shown") };
        return (ExitClass::Violated, words.with("say-compare-two-seals", &[("proof", &proof)]));
    }
    if theirs.index() == mine.index() {
        let n = mine.index();
        return match theirs.head_bytes() == mine.head_bytes() {
            true => (ExitClass::Success, words.with("say-compare-same-event", &[("n", &n)])),
            false => (ExitClass::Violated, words.with("say-compare-two-events", &[("n", &n), ("proof", &proof())])),
        };
    }
    let (earlier, later) = if mine.index() < theirs.index() { (mine, theirs) } else { (theirs, mine) };
    let (from, to) = (earlier.index(), later.index());
    let both: [(&str, &dyn Display); 2] = [("from", &from), ("to", &to)];
    if from.checked_add(1) != Some(to) {
        return (ExitClass::Undetermined, words.with("say-compare-others-between", &both));
    }
    let named = later.head().map(|head| head.record().prev);
    match named == Some(sha256(earlier.head_bytes())) {
        true => (ExitClass::Success, words.with("say-compare-follows", &both)),
        false => (ExitClass::Violated, words.with("say-compare-follows-from-other", &both)),
    }
}

/// Whether a receipt fits a bag, or which file disagrees.
pub(super) fn with_bag(receipt: &Receipt, store: &dyn BagStore, words: &Words) -> (ExitClass, String) {
    let seal = event_path(0);
    let place: (&str, &dyn Display) = ("place", &seal);
    match store.read_whole(&seal, MAX_PAGE_LEN as u64) {
        Ok(found) if sha256(&found) == receipt.seal_hash() => {}
        Ok(_) => return (ExitClass::Violated, words.with("say-bag-other-seal", &[place])),
        Err(OpenError::Unreadable(error)) => return unreadable(&seal, error.kind(), words),
        Err(error) => {
            let why = words.sentence(&Sentence::of(&error));
            return (ExitClass::Violated, words.with("say-bag-no-seal", &[place, ("why", &why)]));
        }
    }
    let index = receipt.index();
    match kept::misfit(store, "custody/", receipt) {
        None if index == 0 => (ExitClass::Success, words.text("say-bag-fits-seal")),
        None => (ExitClass::Success, words.with("say-bag-fits", &[("n", &index)])),
        Some(Misfit::Differs { place, first, .. }) => {
            let values: [(&str, &dyn Display); 2] = [("place", &place), ("first", &first_words(first, words))];
            (ExitClass::Violated, words.with("say-bag-differs", &values))
        }
        Some(Misfit::Ahead { place, first, .. }) => {
            let ahead = words.with("say-bag-tail-missing", &[("place", &place)]);
            let besides = first.map(|first| {
                let first = first_words(first, words);
                format!(" {}", words.with("say-bag-rewritten-besides", &[("first", &first)]))
            });
            (ExitClass::Violated, format!("{ahead}{}", besides.unwrap_or_default()))
        }
        Some(Misfit::Unreadable { place, why }) => unreadable(&place, why, words),
    }
}

fn first_words(first: FirstDiffering, words: &Words) -> String {
    let key = match first {
        FirstDiffering::Exactly(_) => "say-first-differing",
        FirstDiffering::AtMost(_) => "say-first-differing-at-most",
    };
    words.with(key, &[("n", &first.index())])
}

fn unreadable(place: &str, kind: ErrorKind, words: &Words) -> (ExitClass, String) {
    let why = words.sentence(&Sentence::of(&io::Error::from(kind)));
    (ExitClass::Undetermined, words.with("say-bag-unreadable", &[("place", &place), ("why", &why)]))
}
