//! Reading around places that cannot be read.

use std::os::fd::AsFd;

use rustix::io::Errno;

use super::sys::errno_name;
use crate::entry::{Range, Unreadable};

/// The smallest piece that is given up: a sector.
const SECTOR: usize = 512;
/// After so many places the last one is widened instead: a line of the list is bounded.
const MAX_PLACES: usize = 65_536;

/// The places of one file that could not be read, in order.
#[derive(Default)]
pub(super) struct Places(Vec<Unreadable>);

impl Places {
    /// Notes a place behind the last one; neighbours with the same error become one.
    pub(super) fn note(&mut self, range: Range, errno: Errno) {
        let errno = errno_name(errno);
        let full = self.0.len() >= MAX_PLACES;
        match self.0.last_mut() {
            Some(last) if full || (last.range.end() == range.offset && last.errno == errno) => {
                last.range.length = range.end() - last.range.offset;
            }
            _ => self.0.push(Unreadable { range, errno }),
        }
    }

    /// The places.
    pub(super) fn into_list(self) -> Vec<Unreadable> {
        self.0
    }
}

/// Fills the buffer from `offset`; returns how many bytes there were before the end of the file.
///
/// A part that cannot be read is halved down to a sector; what remains unreadable is noted and left zero.
pub(super) fn read_around(fd: impl AsFd, offset: u64, buffer: &mut [u8], places: &mut Places) -> usize {
    let fd = fd.as_fd();
    let mut done = 0;
    while done < buffer.len() {
        let at = offset + done as u64;
        match rustix::io::retry_on_intr(|| rustix::io::pread(fd, &mut buffer[done..], at)) {
            Ok(0) => break,
            Ok(count) => done += count,
            Err(errno) => {
                let rest = &mut buffer[done..];
                done += halve(&mut |part, at| rustix::io::pread(fd, part, at), at, rest, errno, places);
                break;
            }
        }
    }
    done
}

type ReadAt<'a> = dyn FnMut(&mut [u8], u64) -> Result<usize, Errno> + 'a;

fn halve(read: &mut ReadAt<'_>, offset: u64, buffer: &mut [u8], errno: Errno, places: &mut Places) -> usize {
    if buffer.len() <= SECTOR {
        buffer.fill(0);
        places.note(Range { offset, length: buffer.len() as u64 }, errno);
        return buffer.len();
    }
    let middle = (buffer.len() / 2).next_multiple_of(SECTOR).min(buffer.len() - 1);
    let (left, right) = buffer.split_at_mut(middle);
    let left_length = left.len();
    let done = part(read, offset, left, places);
    if done < left_length {
        return done;
    }
    done + part(read, offset + left_length as u64, right, places)
}

fn part(read: &mut ReadAt<'_>, offset: u64, buffer: &mut [u8], places: &mut Places) -> usize {
    let mut done = 0;
    while done < buffer.len() {
        let at = offset + done as u64;
        match read(&mut buffer[done..], at) {
            Ok(0) => break,
            Ok(count) => done += count,
            Err(Errno::INTR) => {}
            Err(errno) => return done + halve(read, at, &mut buffer[done..], errno, places),
        }
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A medium of 64 KiB whose bytes are their offset modulo 251, with bad sectors.
    fn read_with_bad_sectors(bad: &[u64], length: usize) -> (Vec<u8>, Vec<Unreadable>) {
        let mut read = |buffer: &mut [u8], at: u64| {
            let end = (at + buffer.len() as u64).min(65_536);
            let first_bad = (at / 512..end.div_ceil(512)).find(|sector| bad.contains(sector));
            let readable = match first_bad {
                Some(sector) if sector * 512 <= at => return Err(Errno::IO),
                Some(sector) => sector * 512,
                None => end,
            };
            let count = (readable - at) as usize;
            buffer[..count].iter_mut().zip(at..).for_each(|(byte, at)| *byte = (at % 251) as u8);
            Ok(count)
        };
        let (mut buffer, mut places) = (vec![0xEE; length], Places::default());
        let done = part(&mut read, 0, &mut buffer, &mut places);
        buffer.truncate(done);
        (buffer, places.into_list())
    }

    #[test]
    fn exactly_the_bad_sectors_are_given_up() {
        let (bytes, places) = read_with_bad_sectors(&[3, 4, 100], 65_536);
        assert_eq!(bytes.len(), 65_536);
        let ranges: Vec<_> = places.iter().map(|place| (place.range.offset, place.range.length)).collect();
        assert_eq!(ranges, [(3 * 512, 1024), (100 * 512, 512)]);
        for (at, byte) in bytes.iter().enumerate() {
            let expected = if [3, 4, 100].contains(&(at / 512)) { 0 } else { (at % 251) as u8 };
            assert_eq!(*byte, expected, "byte {at}");
        }
    }

    #[test]
    fn an_end_before_the_buffer_is_full_is_no_error() {
        let (bytes, places) = read_with_bad_sectors(&[127], 70_000);
        assert_eq!((bytes.len(), places.len()), (65_536, 1));
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
