//! The events of a log, one after the other: read, verified, chained, replayed (`docs/spec/custody.md`, "Verifier steps").

use std::collections::BTreeSet;
use std::io;

use sealbag_custody::event::MAX_INDEX;
use sealbag_custody::log_page::{EventPage, LogPageError};
use sealbag_custody::page::MAX_PAGE_LEN;
use sealbag_custody::replay::{Judgement, Replay, Vouching};
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::store::{BagStore, OpenError};

use super::survey;
use crate::verify::seal::VerifiedSeal;

/// What was found at one index.
pub(crate) enum Step {
    /// Event 0 itself.
    Seal(Judgement),
    /// No file has this number, and a later one is there.
    Missing,
    /// The file cannot be had now.
    Unreadable(io::Error),
    /// Larger than a page may be.
    TooLarge,
    /// No page of a log.
    Bad(LogPageError),
    /// A page that does not belong here.
    OffChain(Box<EventPage>, ChainBreak),
    /// In its place, and judged.
    Judged(Box<EventPage>, Judgement),
    /// In its place behind a bad event, and so not judged.
    NotJudged(Box<EventPage>),
}

/// Why a page does not belong where it stands.
pub(crate) enum ChainBreak {
    /// Of another bag or seal.
    OtherBag,
    /// It says another number.
    WrongIndex,
    /// It follows from something else.
    Prev {
        /// What it should follow from.
        expected: Sha256Digest,
    },
}

/// A log that was walked to its end.
pub(crate) struct Walked<'a> {
    /// As far as it could be replayed.
    pub(crate) replay: Replay<'a>,
    /// Number of the last event file.
    pub(crate) last: u32,
    /// Hash of the last event file, if it could be read.
    pub(crate) head: Option<Sha256Digest>,
    /// True if no event was bad.
    pub(crate) is_whole: bool,
}

/// Walks the events 0 to `last` that lie at `prefix`.
pub(crate) fn walk<'a>(
    store: &dyn BagStore,
    prefix: &str,
    seal: &VerifiedSeal,
    last: u32,
    vouching: Vouching<'a>,
    visit: &mut dyn FnMut(u32, &Step, &Replay<'_>),
) -> Walked<'a> {
    let (mut replay, judgement) = Replay::begin(seal.record(), seal.hash(), vouching);
    let mut is_whole = judgement.breach.is_none();
    visit(0, &Step::Seal(judgement), &replay);
    let mut prev = Some(seal.hash());
    // Asked for at the first gap: one file with a high number must not cost a look for each number before it.
    let mut present: Option<BTreeSet<u32>> = None;
    for index in 1..=last.min(MAX_INDEX) {
        let (step, hash) = match &present {
            Some(present) if !present.contains(&index) => (Step::Missing, None),
            _ => look(store, &path(prefix, index), index, seal, prev),
        };
        if matches!(step, Step::Missing) && present.is_none() {
            present = Some(survey::indexes(store, prefix).unwrap_or_default());
        }
        let step = match step {
            Step::NotJudged(page) if is_whole => {
                let judgement = replay.judge(page.record());
                Step::Judged(page, judgement)
            }
            step => step,
        };
        visit(index, &step, &replay);
        match &step {
            Step::Judged(page, judgement) if judgement.breach.is_none() => {
                replay.stand(page.record(), page.hash(), judgement);
            }
            _ => is_whole = false,
        }
        prev = hash;
    }
    Walked { replay, last, head: prev, is_whole }
}

/// The file of an event.
pub(crate) fn path(prefix: &str, index: u32) -> String {
    format!("{prefix}{index:06}.txt")
}

/// Everything about one event that needs no replay; where it holds, it is not judged yet.
pub(crate) fn look(
    store: &dyn BagStore,
    path: &str,
    index: u32,
    seal: &VerifiedSeal,
    prev: Option<Sha256Digest>,
) -> (Step, Option<Sha256Digest>) {
    let bytes = match store.read_whole(path, MAX_PAGE_LEN as u64) {
        Ok(bytes) if bytes.len() <= MAX_PAGE_LEN => bytes,
        Ok(_) => return (Step::TooLarge, None),
        Err(OpenError::Unreadable(error)) => return (Step::Unreadable(error), None),
        // What is there and no regular file is named where the files are listed.
        Err(_) => return (Step::Missing, None),
    };
    let hash = Some(sha256(&bytes));
    let page = match EventPage::read(&bytes) {
        Ok(page) => Box::new(page),
        Err(error) => return (Step::Bad(error), hash),
    };
    let record = page.record();
    let breach = if record.bag != seal.record().bag || record.seal != seal.hash() {
        Some(ChainBreak::OtherBag)
    } else if record.index != u64::from(index) {
        Some(ChainBreak::WrongIndex)
    } else {
        prev.filter(|prev| *prev != record.prev).map(|expected| ChainBreak::Prev { expected })
    };
    match breach {
        Some(breach) => (Step::OffChain(page, breach), hash),
        None => (Step::NotJudged(page), hash),
    }
}
