//! One pass over the bytes of a file: hashed, and written to the copy if there is one.

use std::fs::File;
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::fs::FileExt;
use std::sync::atomic::{AtomicBool, Ordering};

use rustix::fs::SeekFrom;
use rustix::io::Errno;

use super::CopyError;
use super::cache::Cache;
use super::earlier::{Before, Earlier, Marks, Pace};
use super::hashing::{Hashing, Sink};
use super::medium::OpenMedium;
use super::salvage::{Places, Salvage, Stopped};
use crate::entry::{MAX_HOLES, Range, Unreadable};
use crate::hash::{Algorithms, FileDigests};
use crate::observer::Observer;

/// Bytes read at once, and the unit of the chunk values.
pub(super) const BLOCK: usize = 1 << 20;

/// What one pass over a file gave.
pub(super) struct Pass {
    /// Digests of the bytes as read, zeros where they could not be; none yet if the bytes were kept for later.
    pub digests: Option<FileDigests>,
    /// Holes of a sparse file; none if there are too many to list.
    pub holes: Vec<Range>,
    /// What could not be read.
    pub unreadable: Vec<Unreadable>,
    /// Whether there were bytes behind the size that the file says it has, if that was seen.
    pub is_longer: Option<bool>,
}

/// How to make the pass.
#[derive(Clone, Copy)]
pub(super) struct Plan<'a> {
    /// Bytes that the file says it has.
    pub size: u64,
    /// True for a block device.
    pub is_device: bool,
    /// True if less is allocated than the size says, so that holes are looked for.
    pub is_sparse: bool,
    /// Which digests to compute.
    pub algorithms: Algorithms,
    /// Where the bytes are written to as well.
    pub copy: Option<&'a File>,
    /// What the copy has already.
    pub before: Option<&'a Before>,
    /// Told how far the copy is.
    pub marks: Option<&'a dyn Marks>,
    /// Told of the bytes.
    pub observer: &'a dyn Observer,
    /// Ends the pass early.
    pub stop: &'a AtomicBool,
}

/// Why a pass ended without a result.
pub(super) enum Ended {
    /// Somebody else gave up.
    Stopped,
    /// The copy could not be written.
    Copy(std::io::Error),
    /// How far the copy is could not be noted.
    Mark(std::io::Error),
}

impl Ended {
    /// As an error about the file at this place below `data/`.
    pub(super) fn at(self, place: &str) -> CopyError {
        match self {
            Self::Stopped => CopyError::Stopped,
            Self::Copy(source) => CopyError::Write { place: place.to_owned(), source },
            Self::Mark(source) => CopyError::Mark { place: place.to_owned(), source },
        }
    }
}

impl From<Stopped> for Ended {
    fn from(_: Stopped) -> Self {
        Self::Stopped
    }
}

/// Reads the file once. Read errors are part of the result.
pub(super) async fn pass(fd: BorrowedFd<'_>, plan: &Plan<'_>, hashing: &mut Hashing<'_>) -> Result<Pass, Ended> {
    let medium = OpenMedium::new(fd, plan.is_device);
    let mut work = Work {
        plan,
        salvage: Salvage::new(medium, plan.stop),
        cache: Cache::of(fd, plan.size, plan.before.is_some()),
        sink: hashing.begin(plan.algorithms),
        places: Places::default(),
        earlier: plan.before.zip(plan.copy).map(|(before, copy)| Earlier::new(before, copy)),
        pace: Pace::new(plan),
    };
    let mut holes = Vec::new();
    let mut at = 0;
    let is_longer = work.whole();
    if is_longer.is_some() {
        at = plan.size;
    }

    while at < plan.size {
        let (data, end) = if plan.is_sparse { next_data(fd, at, plan.size) } else { (at, plan.size) };
        if data > at {
            holes.push(Range { offset: at, length: data - at });
            // One too many is kept, to know that there were too many.
            holes.truncate(MAX_HOLES + 1);
            work.skip(data - at).await?;
        }
        let read = work.run(data, end).await?;
        at = data + read;
        if at < end {
            // The file ends before the size that it states, or the medium is gone.
            let errno = work.salvage.gone().unwrap_or(Errno::NODATA);
            work.places.note(Range { offset: at, length: plan.size - at }, errno);
            work.skip(plan.size - at).await?;
            break;
        }
    }
    let Work { sink, places, .. } = work;
    if let Some(copy) = plan.copy {
        if at < plan.size {
            // Whatever an interrupted run had there.
            copy.set_len(at).map_err(Ended::Copy)?;
        }
        copy.set_len(plan.size).map_err(Ended::Copy)?;
    }
    if holes.len() > MAX_HOLES {
        holes.clear();
    }
    Ok(Pass { digests: sink.finish().await, holes, unreadable: places.into_list(), is_longer })
}

struct Work<'a> {
    plan: &'a Plan<'a>,
    salvage: Salvage<'a, OpenMedium<'a>>,
    cache: Cache<'a>,
    sink: Sink<'a>,
    places: Places,
    earlier: Option<Earlier<'a>>,
    pace: Pace,
}

impl Work<'_> {
    /// Reads a small file at once if nothing stands in the way: the same call shows whether it ends there. `None` if it does
    /// not come whole; then it is read with care.
    fn whole(&mut self) -> Option<bool> {
        let Self { plan, sink, salvage, .. } = self;
        if plan.is_sparse || plan.is_device || plan.copy.is_some() {
            return None;
        }
        let found = sink.fill_whole(plan.size as usize, |room| salvage.try_whole(room))?;
        plan.observer.bytes(plan.size);
        Some(found)
    }

    async fn skip(&mut self, mut length: u64) -> Result<(), Ended> {
        while length > 0 {
            self.check()?;
            let part = length.min(BLOCK as u64);
            self.sink.take_zeros(part).await;
            self.plan.observer.bytes(part);
            length -= part;
        }
        Ok(())
    }

    /// Reads `[from, to)`; returns how many bytes there were before the end of the file.
    async fn run(&mut self, from: u64, to: u64) -> Result<u64, Ended> {
        let mut at = from;
        while at < to {
            self.check()?;
            // Aligned pieces: each is a group of the chunk values.
            let length = (BLOCK as u64 - at % BLOCK as u64).min(to - at) as usize;
            let Self { plan, salvage, sink, places, earlier, .. } = self;
            let read = |piece: &mut [u8]| {
                let is_there = match earlier {
                    Some(earlier) => earlier.take(at, piece, salvage, places)?,
                    None => false,
                };
                if is_there { Ok(piece.len()) } else { read_source(plan, salvage, places, at, piece) }
            };
            let (count, is_full) = sink.fill(length, read).await?;
            plan.observer.bytes(count as u64);
            at += count as u64;
            self.cache.passed(at);
            if !is_full {
                break;
            }
            self.pace.mark(self.plan, at, &mut self.sink, &self.places).await?;
        }
        Ok(at - from)
    }

    fn check(&self) -> Result<(), Ended> {
        if self.plan.stop.load(Ordering::Relaxed) { Err(Ended::Stopped) } else { Ok(()) }
    }
}

fn read_source(
    plan: &Plan<'_>,
    salvage: &mut Salvage<'_, OpenMedium<'_>>,
    places: &mut Places,
    at: u64,
    piece: &mut [u8],
) -> Result<usize, Ended> {
    let count = salvage.read(at, piece, places)?;
    if let Some(copy) = plan.copy {
        copy.write_all_at(&piece[..count], at).map_err(Ended::Copy)?;
    }
    Ok(count)
}

/// True if the file has a byte there.
pub(super) fn has_byte_at(fd: impl AsFd, at: u64) -> bool {
    let mut byte = [0];
    rustix::io::retry_on_intr(|| rustix::io::pread(&fd, &mut byte[..], at)).is_ok_and(|count| count > 0)
}

/// The next run of data at or behind `at`: its first byte and the byte behind it. Equal to `size` where only a hole is left.
fn next_data(fd: BorrowedFd<'_>, at: u64, size: u64) -> (u64, u64) {
    let data = match rustix::fs::seek(fd, SeekFrom::Data(at)) {
        Ok(data) => data.clamp(at, size),
        Err(Errno::NXIO) => return (size, size),
        // A file system that cannot tell: everything is data.
        Err(_) => return (at, size),
    };
    let end = rustix::fs::seek(fd, SeekFrom::Hole(data)).unwrap_or(size).clamp(data, size);
    // Without progress the walk over the holes would not end.
    if end == data && data < size { (data, size) } else { (data, end) }
}
