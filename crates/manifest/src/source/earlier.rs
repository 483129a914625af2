//! What an interrupted run had copied of one file, and how far this run is.
//!
//! The copy is the witness: each group of 1 MiB is read from it and compared with its value before the source is spared.
//! Only what could not be read is believed, because nothing but the source could tell otherwise.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::time::{Duration, Instant};

use rustix::io::Errno;

use super::hashing::Sink;
use super::medium::OpenMedium;
use super::read::{BLOCK, Ended, Plan};
use super::salvage::{Places, Salvage};
use crate::chunks::{GROUP_LEN, GroupValue, group_value};
use crate::entry::{Range, Unreadable};

/// Bytes between two marks, and the smallest file that has any.
pub(super) const MARK_EVERY: u64 = 64 << 20;
/// A slow medium has its marks by time.
const MARK_AFTER: Duration = Duration::from_secs(10);

/// What the copy of a file has from an earlier run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// Bytes from the start that were done.
    pub complete: u64,
    /// The value of each group in them; `None` if the copy was compared as a whole a moment ago.
    pub groups: Option<Vec<GroupValue>>,
    /// What could not be read in them.
    pub unreadable: Vec<Unreadable>,
    /// True if that is to be tried once more.
    pub tries_again: bool,
}

/// Told how far the copy of one file is. What it is told of is on the medium.
pub trait Marks: Send + Sync {
    /// So many bytes from the start are done: the values of all groups in them, and what could not be read in them.
    ///
    /// # Errors
    /// If it cannot be noted.
    fn reached(&self, complete: u64, groups: &[GroupValue], unreadable: &[Unreadable]) -> io::Result<()>;
}

/// Takes from the copy what an earlier run left there.
pub(super) struct Earlier<'a> {
    before: &'a Before,
    copy: &'a File,
    group: Vec<u8>,
    /// The group that was compared last, and whether it is what it was.
    compared: Option<(u64, bool)>,
    /// The first of the unreadable places that may reach into what comes.
    next: usize,
}

impl<'a> Earlier<'a> {
    pub(super) fn new(before: &'a Before, copy: &'a File) -> Self {
        Self { before, copy, group: Vec::new(), compared: None, next: 0 }
    }

    /// Fills a piece from the copy, if it was done before and is what it was. A piece never reaches over the end of a group.
    pub(super) fn take(
        &mut self,
        at: u64,
        piece: &mut [u8],
        salvage: &mut Salvage<'_, OpenMedium<'_>>,
        places: &mut Places,
    ) -> Result<bool, Ended> {
        let end = at + piece.len() as u64;
        if end > self.before.complete || !self.holds(at / GROUP_LEN) || self.copy.read_exact_at(piece, at).is_err() {
            return Ok(false);
        }
        while self.before.unreadable.get(self.next).is_some_and(|place| place.range.end() <= at) {
            self.next += 1;
        }
        for place in &self.before.unreadable[self.next..] {
            let from = place.range.offset.max(at);
            let to = place.range.end().min(end);
            if from >= to {
                break;
            }
            let bad = &mut piece[(from - at) as usize..(to - at) as usize];
            if self.before.tries_again {
                self.try_again(from, bad, salvage, places)?;
            } else {
                places.note_named(Range { offset: from, length: to - from }, place.errno.clone());
            }
        }
        Ok(true)
    }

    fn try_again(
        &self,
        at: u64,
        bad: &mut [u8],
        salvage: &mut Salvage<'_, OpenMedium<'_>>,
        places: &mut Places,
    ) -> Result<(), Ended> {
        bad.fill(0);
        let count = salvage.read_again(at, bad, places)?;
        if count < bad.len() {
            let errno = salvage.gone().unwrap_or(Errno::NODATA);
            places.note(Range { offset: at + count as u64, length: (bad.len() - count) as u64 }, errno);
        }
        self.copy.write_all_at(bad, at).map_err(Ended::Copy)
    }

    fn holds(&mut self, index: u64) -> bool {
        let Some(values) = &self.before.groups else { return true };
        if let Some((compared, holds)) = self.compared
            && compared == index
        {
            return holds;
        }
        let length = (self.before.complete - index * GROUP_LEN).min(GROUP_LEN) as usize;
        self.group.resize(length.min(BLOCK), 0);
        let holds = self.copy.read_exact_at(&mut self.group, index * GROUP_LEN).is_ok()
            && values.get(index as usize).copied() == group_value(index, &self.group).ok();
        self.compared = Some((index, holds));
        holds
    }
}

/// Says when the next mark is due.
pub(super) struct Pace {
    marked: u64,
    when: Instant,
}

impl Pace {
    pub(super) fn new(plan: &Plan<'_>) -> Self {
        Self { marked: plan.before.map_or(0, |before| before.complete), when: Instant::now() }
    }

    /// Syncs the copy and notes how far it is, if that is due.
    pub(super) async fn mark(
        &mut self,
        plan: &Plan<'_>,
        at: u64,
        sink: &mut Sink<'_>,
        places: &Places,
    ) -> Result<(), Ended> {
        let (Some(marks), Some(copy)) = (plan.marks, plan.copy) else { return Ok(()) };
        let is_due = at >= self.marked + MARK_EVERY || (at > self.marked && self.when.elapsed() >= MARK_AFTER);
        // What is noted of must be there after a power cut; the last piece is noted with the whole file.
        if !is_due || !at.is_multiple_of(GROUP_LEN) || at >= plan.size {
            return Ok(());
        }
        copy.sync_data().map_err(Ended::Copy)?;
        // What is on the medium need not push out what others have in the cache.
        let length = std::num::NonZeroU64::new(at.saturating_sub(self.marked));
        let _ = rustix::fs::fadvise(copy, self.marked, length, rustix::fs::Advice::DontNeed);
        let groups = sink.groups().await;
        marks.reached(at, &groups, places.list()).map_err(Ended::Mark)?;
        *self = Self { marked: at, when: Instant::now() };
        Ok(())
    }
}
