//! An open file of the source, read through the cache or past it.
//!
//! The cache holds pages, and a page with one bad sector in it cannot be had at all. Read past the cache (`O_DIRECT`), a
//! medium gives each sector by itself. That wants addresses, offsets and lengths in whole sectors.

use std::os::fd::BorrowedFd;

use rustix::fs::OFlags;
use rustix::io::Errno;

use super::salvage::{Medium, WIDEST};

/// Where the medium does not say.
const SECTOR: usize = 512;
/// No medium of today has larger ones.
const LARGEST_SECTOR: usize = WIDEST;
/// Enough for every known driver's demand on addresses.
const ALIGNMENT: usize = 4096;

/// A file or device of the source.
pub(super) struct OpenMedium<'a> {
    fd: BorrowedFd<'a>,
    sector: usize,
    past_cache: PastCache,
    /// Room for the widest piece and the sectors at its ends, wherever the aligned part begins.
    bounce: Vec<u8>,
}

enum PastCache {
    Untried,
    /// The flags to go back to.
    On(OFlags),
    /// This file system or driver cannot.
    Impossible,
}

impl<'a> OpenMedium<'a> {
    /// Nobody else may read by this descriptor meanwhile.
    pub(super) fn new(fd: BorrowedFd<'a>, is_device: bool) -> Self {
        let told = if is_device { rustix::fs::ioctl_blksszget(fd).ok() } else { None };
        let sector = told.and_then(|size| usize::try_from(size).ok()).unwrap_or(SECTOR);
        let sector =
            if sector.is_power_of_two() && (SECTOR..=LARGEST_SECTOR).contains(&sector) { sector } else { SECTOR };
        Self { fd, sector, past_cache: PastCache::Untried, bounce: Vec::new() }
    }

    fn go_past_cache(&mut self) -> bool {
        if matches!(self.past_cache, PastCache::Untried) {
            let turned_on = rustix::fs::fcntl_getfl(self.fd)
                .and_then(|flags| rustix::fs::fcntl_setfl(self.fd, flags | OFlags::DIRECT).map(|()| flags));
            self.past_cache = turned_on.map_or(PastCache::Impossible, PastCache::On);
        }
        matches!(self.past_cache, PastCache::On(_))
    }

    fn read_past_cache(&mut self, buffer: &mut [u8], at: u64) -> Result<usize, Errno> {
        let skipped = at as usize % self.sector;
        let length = (skipped + buffer.len()).next_multiple_of(self.sector);
        self.bounce.resize(length + ALIGNMENT, 0);
        let start = self.bounce.as_ptr().align_offset(ALIGNMENT).min(ALIGNMENT);
        let aligned = &mut self.bounce[start..start + length];
        let count = rustix::io::pread(self.fd, &mut *aligned, at - skipped as u64)?;
        let count = count.saturating_sub(skipped).min(buffer.len());
        buffer[..count].copy_from_slice(&aligned[skipped..skipped + count]);
        Ok(count)
    }
}

impl Medium for OpenMedium<'_> {
    fn sector(&self) -> usize {
        self.sector
    }

    fn quick(&mut self, buffer: &mut [u8], at: u64) -> Result<usize, Errno> {
        rustix::io::pread(self.fd, buffer, at)
    }

    fn careful(&mut self, buffer: &mut [u8], at: u64) -> Result<usize, Errno> {
        debug_assert!(buffer.len() <= WIDEST, "no larger piece is asked for carefully");
        if self.go_past_cache() {
            match self.read_past_cache(buffer, at) {
                // The flag was taken and the reading was not: larger sectors than we know of, or none at all.
                Err(Errno::INVAL | Errno::OPNOTSUPP) => {
                    self.recovered();
                    self.past_cache = PastCache::Impossible;
                }
                read => return read,
            }
        }
        rustix::io::pread(self.fd, buffer, at)
    }

    fn recovered(&mut self) {
        if let PastCache::On(flags) = self.past_cache {
            self.past_cache = match rustix::fs::fcntl_setfl(self.fd, flags) {
                Ok(()) => PastCache::Untried,
                Err(_) => PastCache::On(flags),
            };
        }
    }
}

impl Drop for OpenMedium<'_> {
    fn drop(&mut self) {
        self.recovered();
    }
}
