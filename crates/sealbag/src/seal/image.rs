//! Disk images among the files that are sealed: what they state of their media, and whether it holds.
//!
//! Segment files are sealed as any other file. Beside that, the worker that has the first segment decodes the whole set, so
//! that the entry of that segment can carry the image's own digests as `declared` (`docs/spec/entries.md`). What does not
//! hold is a trouble of the run, as a place that cannot be read.

#[cfg(feature = "e01")]
mod ewf;

use std::sync::atomic::AtomicBool;

use sealbag_manifest::entry::Declared;
use sealbag_manifest::source::{CopyError, Examined, Found, Source};

use super::Trouble;

/// A disk image that was sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiskImage {
    /// The path of its first segment, safe to show.
    pub path: String,
    /// Segment files that were found.
    pub segments: u32,
    /// Digests that it states, each confirmed or not; they stand in the entry of the first segment.
    pub declared: Vec<Declared>,
    /// True if the set is whole and everything in it was decoded and holds. An image that states no digest can hold too.
    pub holds: bool,
}

/// Digest of which files a set is made of, and of their state: unchanged, it need not be decoded again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ImageState(pub(super) [u8; 32]);

/// What looking for an image at one file came to.
#[derive(Default)]
pub(super) struct Outcome {
    /// The image that begins here.
    pub(super) image: Option<DiskImage>,
    /// Its state, if all its digests were confirmed.
    pub(super) state: Option<ImageState>,
    /// What does not hold.
    pub(super) troubles: Vec<Trouble>,
}

/// Looks for disk images; shared by all workers.
#[cfg_attr(not(feature = "e01"), expect(dead_code, reason = "nothing is decoded without the feature"))]
pub(super) struct Images<'a> {
    pub(super) source: &'a Source,
    /// Ends long work early.
    pub(super) stop: &'a AtomicBool,
}

#[cfg(feature = "e01")]
pub(super) use ewf::Candidate;

/// A file that may be a segment; none without the feature `e01`.
#[cfg(not(feature = "e01"))]
pub(super) enum Candidate {}

#[cfg(not(feature = "e01"))]
impl Images<'_> {
    /// Takes what is needed of a found file before it is examined.
    pub(super) fn candidate(&self, _: &Found) -> Option<Candidate> {
        None
    }

    /// Decodes the set that begins with a file.
    pub(super) fn look(&self, of: Candidate, _: &mut Examined, _: Option<ImageState>) -> Result<Outcome, CopyError> {
        match of {}
    }
}

#[cfg(feature = "e01")]
impl<'a> Images<'a> {
    /// Takes what is needed of a found file before it is examined; `None` unless it has the name of a segment.
    pub(super) fn candidate(&self, found: &Found) -> Option<Candidate<'a>> {
        Candidate::of(self.source, found)
    }

    /// Decodes the set that begins with a file and writes what it states into the entry. `known` is the state that an
    /// earlier run decoded it in.
    pub(super) fn look(
        &self,
        candidate: Candidate<'a>,
        examined: &mut Examined,
        known: Option<ImageState>,
    ) -> Result<Outcome, CopyError> {
        candidate.look(examined, known, self.stop)
    }
}
