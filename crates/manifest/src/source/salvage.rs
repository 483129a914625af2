//! Reading around places that cannot be read.
//!
//! The quick way goes through the system's cache in large pieces. Where it fails, the careful way asks the medium itself, a
//! sector at a time, and widens again behind the bad place. So nothing is given up but the bad sectors, each is asked for
//! once in this way, and a dead zone costs one short request a sector.

use std::sync::atomic::{AtomicBool, Ordering};

use rustix::io::Errno;

use super::sys::errno_name;
use crate::entry::{Range, Unreadable};

/// The largest piece of the careful way: when it was read, the quick way is taken again.
pub(super) const WIDEST: usize = 32 << 10;
/// After so many places the last one is widened instead: a line of the list is bounded.
const MAX_PLACES: usize = 65_536;

/// The places of one file that could not be read, in order.
#[derive(Default)]
pub(super) struct Places(Vec<Unreadable>);

impl Places {
    /// Notes a place behind the last one; neighbours with the same error become one.
    pub(super) fn note(&mut self, range: Range, errno: Errno) {
        self.note_named(range, errno_name(errno));
    }

    /// The same with the error's name.
    pub(super) fn note_named(&mut self, range: Range, errno: String) {
        let full = self.0.len() >= MAX_PLACES;
        match self.0.last_mut() {
            Some(last) if full || (last.range.end() == range.offset && last.errno == errno) => {
                last.range.length = range.end() - last.range.offset;
            }
            _ => self.0.push(Unreadable { range, errno }),
        }
    }

    /// The places so far.
    pub(super) fn list(&self) -> &[Unreadable] {
        &self.0
    }

    /// The places.
    pub(super) fn into_list(self) -> Vec<Unreadable> {
        self.0
    }
}

/// Two ways to read the same bytes.
pub(super) trait Medium {
    /// The smallest piece that is given up.
    fn sector(&self) -> usize;
    /// The quick way.
    fn quick(&mut self, buffer: &mut [u8], at: u64) -> Result<usize, Errno>;
    /// The careful way: asks for the sectors that hold these bytes and for no other; at most [`WIDEST`].
    fn careful(&mut self, buffer: &mut [u8], at: u64) -> Result<usize, Errno>;
    /// The careful way is left.
    fn recovered(&mut self);
}

/// Somebody else gave up.
pub(super) struct Stopped;

/// Reads one file from its start to its end, and remembers between two pieces whether it is in trouble.
pub(super) struct Salvage<'a, M> {
    medium: M,
    stop: &'a AtomicBool,
    /// `None` on the quick way.
    care: Option<Care>,
    /// Why there is no medium any more.
    gone: Option<Errno>,
}

struct Care {
    /// Bytes to ask for next.
    step: usize,
    /// A larger piece failed; up to here sectors are asked for one by one.
    singly_to: u64,
}

impl<'a, M: Medium> Salvage<'a, M> {
    /// Begins on the quick way.
    pub(super) fn new(medium: M, stop: &'a AtomicBool) -> Self {
        Self { medium, stop, care: None, gone: None }
    }

    /// Why the medium does not answer at all any more, if it does not.
    pub(super) fn gone(&self) -> Option<Errno> {
        self.gone
    }

    /// Asks once for what lies at the start, in the quick way.
    pub(super) fn try_whole(&mut self, buffer: &mut [u8]) -> Result<usize, Errno> {
        self.medium.quick(buffer, 0)
    }

    /// Fills the buffer from `offset`; returns how many bytes there were before the end of the file.
    ///
    /// What cannot be read is noted and zero in the buffer.
    pub(super) fn read(&mut self, offset: u64, buffer: &mut [u8], places: &mut Places) -> Result<usize, Stopped> {
        let mut done = 0;
        while done < buffer.len() && self.gone.is_none() {
            let (at, rest) = (offset + done as u64, &mut buffer[done..]);
            let Some(care) = &mut self.care else {
                match self.medium.quick(rest, at) {
                    Ok(0) => break,
                    Ok(count) => done += count,
                    Err(Errno::INTR) => {}
                    Err(errno) if is_gone(errno) => self.gone = Some(errno),
                    Err(_) => self.care = Some(Care { step: self.medium.sector(), singly_to: at }),
                }
                continue;
            };
            // A sector can take a drive seconds.
            if self.stop.load(Ordering::Relaxed) {
                return Err(Stopped);
            }
            let sector = self.medium.sector();
            let step = if at < care.singly_to { sector } else { care.step };
            let length = (step - at as usize % sector).min(rest.len());
            match self.medium.careful(&mut rest[..length], at) {
                Ok(0) => break,
                Ok(count) => {
                    done += count;
                    if at + count as u64 >= care.singly_to {
                        care.step = (step * 2).min(WIDEST);
                        if step >= WIDEST {
                            self.care = None;
                            self.medium.recovered();
                        }
                    }
                }
                Err(Errno::INTR) => {}
                Err(errno) if is_gone(errno) => self.gone = Some(errno),
                Err(_) if step > sector => care.singly_to = at + length as u64,
                Err(errno) => {
                    rest[..length].fill(0);
                    places.note(Range { offset: at, length: length as u64 }, errno);
                    done += length;
                    care.step = sector;
                }
            }
        }
        Ok(done)
    }

    /// The same for places that failed before: nothing beside them is asked for.
    pub(super) fn read_again(&mut self, offset: u64, buffer: &mut [u8], places: &mut Places) -> Result<usize, Stopped> {
        self.care = Some(Care { step: self.medium.sector(), singly_to: offset + buffer.len() as u64 });
        let read = self.read(offset, buffer, places);
        self.care = None;
        self.medium.recovered();
        read
    }
}

/// True for errors that say that there is no medium, rather than a bad place on it.
fn is_gone(errno: Errno) -> bool {
    matches!(
        errno,
        Errno::NODEV | Errno::NXIO | Errno::NOMEDIUM | Errno::NOTCONN | Errno::STALE | Errno::SHUTDOWN | Errno::BADF
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: u64 = 1 << 20;

    /// A medium whose bytes are their offset modulo 251, with bad sectors; the cache fails in pages.
    struct Bad<'a> {
        sectors: &'a [u64],
        /// Requests for each sector that failed on the careful way.
        failed: usize,
        requests: usize,
    }

    impl Bad<'_> {
        fn give(&self, buffer: &mut [u8], at: u64, unit: u64) -> Result<usize, Errno> {
            let end = (at + buffer.len() as u64).min(SIZE);
            let is_bad = |piece: u64| self.sectors.iter().any(|sector| sector * 512 / unit == piece);
            let readable = match (at / unit..end.div_ceil(unit)).find(|piece| is_bad(*piece)) {
                Some(piece) if piece * unit <= at => return Err(Errno::IO),
                Some(piece) => piece * unit,
                None => end,
            };
            let count = readable.saturating_sub(at) as usize;
            buffer[..count].iter_mut().zip(at..).for_each(|(byte, at)| *byte = (at % 251) as u8);
            Ok(count)
        }
    }

    impl Medium for Bad<'_> {
        fn sector(&self) -> usize {
            512
        }

        fn quick(&mut self, buffer: &mut [u8], at: u64) -> Result<usize, Errno> {
            self.give(buffer, at, 4096)
        }

        fn careful(&mut self, buffer: &mut [u8], at: u64) -> Result<usize, Errno> {
            assert!(buffer.len() <= WIDEST);
            self.requests += 1;
            let whole = self.give(buffer, at, 512).and_then(|count| match count == buffer.len() {
                true => Ok(count),
                false if at + count as u64 == SIZE => Ok(count),
                false => Err(Errno::IO),
            });
            self.failed += usize::from(whole.is_err());
            whole
        }

        fn recovered(&mut self) {}
    }

    struct Outcome {
        bytes: Vec<u8>,
        places: Vec<(u64, u64)>,
        failed: usize,
        requests: usize,
    }

    fn read(bad: &[u64], length: usize) -> Outcome {
        let stop = AtomicBool::new(false);
        let mut salvage = Salvage::new(Bad { sectors: bad, failed: 0, requests: 0 }, &stop);
        let (mut bytes, mut places) = (vec![0xEE; length], Places::default());
        let mut done = 0;
        for piece in bytes.chunks_mut(100_000) {
            done += salvage.read(done as u64, piece, &mut places).unwrap_or_default();
        }
        bytes.truncate(done);
        let places = places.into_list().iter().map(|place| (place.range.offset, place.range.length)).collect();
        Outcome { bytes, places, failed: salvage.medium.failed, requests: salvage.medium.requests }
    }

    #[test]
    fn exactly_the_bad_sectors_are_given_up() {
        let bad = [3, 4, 100, 195, 2047];
        let outcome = read(&bad, SIZE as usize);
        assert_eq!(outcome.bytes.len() as u64, SIZE);
        // Pieces of 100,000 bytes split sector 195.
        assert_eq!(outcome.places, [(3 * 512, 1024), (100 * 512, 512), (195 * 512, 512), (2047 * 512, 512)]);
        for (at, byte) in outcome.bytes.iter().enumerate() {
            let expected = if bad.contains(&(at as u64 / 512)) { 0 } else { (at % 251) as u8 };
            assert_eq!(*byte, expected, "byte {at}");
        }
    }

    #[test]
    fn a_dead_zone_costs_one_short_request_a_sector() {
        let bad: Vec<u64> = (100..1500).collect();
        let outcome = read(&bad, SIZE as usize);
        assert_eq!(outcome.places, [(100 * 512, 1400 * 512)]);
        // Each end of a piece of the caller may split a sector.
        assert!(outcome.failed <= 1400 + 20, "{} failed requests", outcome.failed);
        assert!(outcome.requests <= 1400 + 100, "{} requests", outcome.requests);
    }

    #[test]
    fn an_end_before_the_buffer_is_full_is_no_error() {
        let outcome = read(&[2047], SIZE as usize + 5000);
        assert_eq!((outcome.bytes.len() as u64, outcome.places.len()), (SIZE, 1));
    }

    #[test]
    fn a_medium_that_is_gone_is_not_asked_sector_by_sector() {
        struct Gone(usize);
        impl Medium for Gone {
            fn sector(&self) -> usize {
                512
            }
            fn quick(&mut self, _: &mut [u8], _: u64) -> Result<usize, Errno> {
                self.0 += 1;
                Err(Errno::NODEV)
            }
            fn careful(&mut self, _: &mut [u8], _: u64) -> Result<usize, Errno> {
                self.0 += 1;
                Err(Errno::NODEV)
            }
            fn recovered(&mut self) {}
        }
        let stop = AtomicBool::new(false);
        let (mut salvage, mut places) = (Salvage::new(Gone(0), &stop), Places::default());
        let count = salvage.read(0, &mut [0; 100_000], &mut places);
        assert!(matches!(count, Ok(0)) && salvage.gone() == Some(Errno::NODEV) && salvage.medium.0 == 1);
    }

    #[test]
    fn the_list_of_places_is_bounded() {
        let mut places = Places::default();
        for sector in 0..100_000 {
            places.note(Range { offset: sector * 1024, length: 512 }, Errno::IO);
        }
        let list = places.into_list();
        assert_eq!(list.len(), MAX_PLACES);
        assert_eq!(list.last().map(|last| last.range.end()), Some(99_999 * 1024 + 512));
    }
}
