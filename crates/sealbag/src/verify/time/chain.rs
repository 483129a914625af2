//! From which event on each one names the one before it.

use sealbag_custody::page::MAX_PAGE_LEN;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::store::{BagStore, OpenError};

use crate::finding::{Code, Finding};
use crate::verify::custody::walk::{self, Step};
use crate::verify::seal::VerifiedSeal;

/// A log by its place.
pub(super) struct LogAt<'a> {
    pub(super) store: &'a dyn BagStore,
    pub(super) prefix: &'a str,
    pub(super) seal: &'a VerifiedSeal,
}

impl LogAt<'_> {
    /// The bytes of an event file that was just read; or that it cannot be read any more, or has changed.
    pub(super) fn event(&self, index: u32, hash: Sha256Digest) -> Result<Vec<u8>, Finding> {
        let place = walk::path(self.prefix, index);
        match self.store.read_whole(&place, MAX_PAGE_LEN as u64) {
            Ok(bytes) if sha256(&bytes) == hash => Ok(bytes),
            Err(OpenError::Unreadable(error)) => Err(unreadable(&place, &error)),
            _ => Err(Finding::new(Code::ChangedWhileRead, place)),
        }
    }
}

pub(super) fn unreadable(place: &str, error: &std::io::Error) -> Finding {
    Finding::new(Code::BagUnreadable, place).found(error.kind().to_string())
}

/// From which event on the chain is whole.
pub(super) struct Chain {
    /// The first event of the unbroken part, if the last event that was met is in it.
    pub(super) from: Option<u32>,
    /// Hash of the last event that was met.
    pub(super) prev: Option<Sha256Digest>,
    next: u32,
}

impl Chain {
    pub(super) fn begin(seal: Sha256Digest) -> Self {
        Self { from: Some(0), prev: Some(seal), next: 1 }
    }

    /// Goes on to an event file that is there; from where the chain leads to it, if it is in its place; or that it cannot be
    /// read now.
    pub(super) fn step(&mut self, log: &LogAt<'_>, index: u32) -> Result<Option<u32>, Finding> {
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
