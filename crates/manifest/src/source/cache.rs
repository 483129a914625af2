//! Being a good guest in the system's cache: a disk that is sealed must not push out what others have there.

use std::io::IoSliceMut;
use std::os::fd::BorrowedFd;

use rustix::fs::Advice;
use rustix::io::{Errno, ReadWriteFlags};

/// Smaller files are not worth the system calls.
const WORTH: u64 = 16 << 20;
/// So much is dropped at once.
const STRIDE: u64 = 8 << 20;

/// What of one file's reading is left in the cache.
pub(super) struct Cache<'a> {
    fd: BorrowedFd<'a>,
    /// False if it was there before: then it is somebody's.
    drops: bool,
    dropped: u64,
}

impl<'a> Cache<'a> {
    /// Before a file of this size is read. Of one that an earlier run read in part, no byte more is asked for than is needed,
    /// so it is not known what lay in the cache.
    pub(super) fn of(fd: BorrowedFd<'a>, size: u64, is_begun: bool) -> Self {
        let is_worth_it = size > WORTH;
        if is_worth_it {
            // A wish; where it is not granted, reading is slower.
            let _ = rustix::fs::fadvise(fd, 0, None, Advice::Sequential);
        }
        Self { fd, drops: is_worth_it && !is_begun && !is_cached(fd, size), dropped: 0 }
    }

    /// Everything up to here was read and is not needed again.
    pub(super) fn passed(&mut self, at: u64) {
        let Some(length) = at.checked_sub(self.dropped).filter(|&length| self.drops && length >= STRIDE) else {
            return;
        };
        let _ = rustix::fs::fadvise(self.fd, self.dropped, std::num::NonZeroU64::new(length), Advice::DontNeed);
        self.dropped = at;
    }
}

/// True if the file lies in the cache already, or if the system does not say.
fn is_cached(fd: BorrowedFd<'_>, size: u64) -> bool {
    // Its start may have been looked at to see what it is.
    let mut byte = [0];
    loop {
        match rustix::io::preadv2(fd, &mut [IoSliceMut::new(&mut byte)], size / 2, ReadWriteFlags::NOWAIT) {
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => return false,
            _ => return true,
        }
    }
}
