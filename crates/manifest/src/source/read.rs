//! One pass over the bytes of a file: hashed, and written to the copy if there is one.

use std::fs::File;
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::fs::FileExt;
use std::sync::atomic::{AtomicBool, Ordering};

use rustix::fs::SeekFrom;
use rustix::io::Errno;

use super::CopyError;
use super::salvage::{Places, read_around};
use crate::entry::{MAX_HOLES, Range, Unreadable};
use crate::hash::{Algorithms, FileDigests, FileHasher};
use crate::observer::Observer;

/// Bytes read at once, and the unit of the chunk values.
pub(super) const BLOCK: usize = 1 << 20;

/// What one pass over a file gave.
pub(super) struct Pass {
    /// Digests of the bytes as read, zeros where they could not be.
    pub digests: FileDigests,
    /// Holes of a sparse file; none if there are too many to list.
    pub holes: Vec<Range>,
    /// What could not be read.
    pub unreadable: Vec<Unreadable>,
}

/// How to make the pass.
pub(super) struct Plan<'a> {
    /// Bytes that the file says it has.
    pub size: u64,
    /// True if less is allocated than the size says, so that holes are looked for.
    pub is_sparse: bool,
    /// Which digests to compute.
    pub algorithms: Algorithms,
    /// Where the bytes are written to as well.
    pub copy: Option<&'a File>,
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
}

impl Ended {
    /// As an error about the file at this place below `data/`.
    pub(super) fn at(self, place: &str) -> CopyError {
        match self {
            Self::Stopped => CopyError::Stopped,
            Self::Copy(source) => CopyError::Write { place: place.to_owned(), source },
        }
    }
}

/// Reads the file once. Read errors are part of the result.
pub(super) fn pass(fd: impl AsFd, plan: &Plan<'_>, buffer: &mut [u8]) -> Result<Pass, Ended> {
    let fd = fd.as_fd();
    let mut hasher = FileHasher::with(plan.size, plan.algorithms);
    let mut places = Places::default();
    let mut holes = Vec::new();
    let mut at = 0;
    while at < plan.size {
        let (data, end) = if plan.is_sparse { next_data(fd, at, plan.size) } else { (at, plan.size) };
        if data > at {
            holes.push(Range { offset: at, length: data - at });
            // One too many is kept, to know that there were too many.
            holes.truncate(MAX_HOLES + 1);
            skip(&mut hasher, data - at, plan)?;
        }
        let read = copy_run(fd, data, end, &mut hasher, &mut places, plan, buffer)?;
        at = data + read;
        if at < end {
            // The file ends before the size that it states.
            places.note(Range { offset: at, length: plan.size - at }, Errno::NODATA);
            hasher.update_zeros(plan.size - at);
            break;
        }
    }
    if let Some(copy) = plan.copy {
        copy.set_len(plan.size).map_err(Ended::Copy)?;
    }
    if holes.len() > MAX_HOLES {
        holes.clear();
    }
    Ok(Pass { digests: hasher.finish(), holes, unreadable: places.into_list() })
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

fn skip(hasher: &mut FileHasher, mut length: u64, plan: &Plan<'_>) -> Result<(), Ended> {
    while length > 0 {
        check(plan.stop)?;
        let part = length.min(BLOCK as u64);
        hasher.update_zeros(part);
        plan.observer.bytes(part);
        length -= part;
    }
    Ok(())
}

/// Reads `[from, to)`; returns how many bytes there were before the end of the file.
fn copy_run(
    fd: BorrowedFd<'_>,
    from: u64,
    to: u64,
    hasher: &mut FileHasher,
    places: &mut Places,
    plan: &Plan<'_>,
    buffer: &mut [u8],
) -> Result<u64, Ended> {
    let mut at = from;
    while at < to {
        check(plan.stop)?;
        // Aligned pieces: each is a group of the chunk values.
        let piece = (BLOCK as u64 - at % BLOCK as u64).min(to - at) as usize;
        let count = read_around(fd, at, &mut buffer[..piece], places);
        let bytes = &buffer[..count];
        hasher.update(bytes);
        if let Some(copy) = plan.copy {
            copy.write_all_at(bytes, at).map_err(Ended::Copy)?;
        }
        plan.observer.bytes(count as u64);
        at += count as u64;
        if count < piece {
            break;
        }
    }
    Ok(at - from)
}

fn check(stop: &AtomicBool) -> Result<(), Ended> {
    if stop.load(Ordering::Relaxed) { Err(Ended::Stopped) } else { Ok(()) }
}
