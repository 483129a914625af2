//! A file that was chosen, read through the browser. Each call into it costs as much as many bytes, so more is read than was
//! asked for; where a reader jumps, as in the directory and the headers of a packed bag, only a little more.

use std::io;
use std::sync::{Mutex, PoisonError};

use sealbag_manifest::store::BagFile;

/// Reads the files that a person has chosen, by their numbers.
pub trait Reader: Clone + Send + Sync + 'static {
    /// Fills the buffer from an offset; fewer bytes only where the file ends.
    ///
    /// # Errors
    /// The browser does not give the bytes: the file was moved or changed since it was chosen, or the medium fails.
    fn read(&self, file: u32, offset: u64, buffer: &mut [u8]) -> io::Result<usize>;
}

/// What is read at a place that was jumped to.
const FIRST: usize = 16 << 10;
/// The most that is read at once, where a reader goes on from where it was.
const MOST: usize = 1 << 20;
/// So many places of a file are read by turns, such as the list, the directory and the headers of a packed bag.
const PLACES: usize = 4;

/// An open file.
pub struct OpenFile<R> {
    reader: R,
    number: u32,
    size: u64,
    /// What is held of the file, the place that was used last first.
    held: Mutex<Vec<Held>>,
}

#[derive(Default)]
struct Held {
    offset: u64,
    bytes: Vec<u8>,
}

impl Held {
    /// What is held from an offset on; empty if it is none of this place.
    fn from(&self, offset: u64) -> &[u8] {
        let start = offset.checked_sub(self.offset).and_then(|start| usize::try_from(start).ok());
        start.and_then(|start| self.bytes.get(start..)).unwrap_or_default()
    }

    fn end(&self) -> u64 {
        self.offset.saturating_add(self.bytes.len() as u64)
    }
}

impl<R: Reader> OpenFile<R> {
    /// The file of this number and size.
    pub fn new(reader: R, number: u32, size: u64) -> Self {
        Self { reader, number, size, held: Mutex::default() }
    }

    /// Reads at a place that is not held; `rest` bytes are left from there.
    fn read_ahead(&self, held: &mut Vec<Held>, offset: u64, length: usize, rest: u64) -> io::Result<Held> {
        let before = held.iter().position(|held| held.end() == offset && !held.bytes.is_empty());
        let mut next = match before {
            Some(at) => held.remove(at),
            None if held.len() >= PLACES => held.pop().unwrap_or_default(),
            None => Held::default(),
        };
        let ahead = if before.is_some() { (2 * next.bytes.len()).clamp(FIRST, MOST) } else { FIRST };
        next.bytes.resize(rest.min(ahead.max(length) as u64) as usize, 0);
        let count = self.reader.read(self.number, offset, &mut next.bytes)?;
        next.bytes.truncate(count);
        next.offset = offset;
        Ok(next)
    }
}

impl<R: Reader> BagFile for OpenFile<R> {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        let rest = self.size.saturating_sub(offset);
        let length = rest.min(buffer.len() as u64) as usize;
        if length == 0 {
            return Ok(0);
        }
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let place = match held.iter().position(|held| !held.from(offset).is_empty()) {
            Some(at) => held.remove(at),
            None => self.read_ahead(&mut held, offset, length, rest)?,
        };
        let found = place.from(offset);
        let count = found.len().min(length);
        buffer[..count].copy_from_slice(&found[..count]);
        held.insert(0, place);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    /// Bytes that can be told by their place; file 13 cannot be read. Notes what was asked for.
    #[derive(Clone, Default)]
    struct Numbers(Arc<Mutex<Vec<(u64, usize)>>>);

    impl Reader for Numbers {
        fn read(&self, file: u32, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
            if file == 13 {
                return Err(io::ErrorKind::PermissionDenied.into());
            }
            self.0.lock().expect("notes").push((offset, buffer.len()));
            buffer.iter_mut().zip(offset..).for_each(|(byte, at)| *byte = (at % 251) as u8);
            Ok(buffer.len())
        }
    }

    #[test]
    fn bytes_are_those_of_the_file_however_they_are_asked_for() {
        let file = OpenFile::new(Numbers::default(), 0, 3_000_000);
        let asked = [(0, 10), (5, 100), (2_999_990, 100), (1_048_570, 20), (16_380, 9), (0, 3_000_001), (3_000_000, 1)];
        for (offset, length) in asked.into_iter().chain((0..200).map(|n| (n * n * 67 % 3_000_000, 40_000))) {
            let mut buffer = vec![0; length];
            let count = file.read_full_at(&mut buffer, offset).expect("read");
            assert_eq!(count as u64, (3_000_000 - offset).min(length as u64));
            assert!(buffer[..count].iter().zip(offset..).all(|(byte, at)| *byte == (at % 251) as u8), "{offset}");
        }
        assert!(OpenFile::new(Numbers::default(), 13, 5).read_at(&mut [0; 5], 0).is_err());
        assert_eq!(file.read_at(&mut [0; 5], u64::MAX).expect("beyond the end"), 0);
    }

    #[test]
    fn reader_that_goes_on_is_served_in_few_calls_and_one_that_jumps_with_few_bytes() {
        let (notes, mut buffer) = (Numbers::default(), [0; 4096]);
        let file = OpenFile::new(notes.clone(), 0, 64 << 20);
        for at in 0..4096 {
            // Two that go on, by turns, and one that jumps.
            for offset in [at * 4096, (32 << 20) + at * 4096, at * 7_000_003 % (64 << 20)] {
                file.read_full_at(&mut buffer, offset).expect("read");
            }
        }
        let asked = notes.0.lock().expect("notes");
        let jumps = asked.iter().filter(|(_, length)| *length <= FIRST).count();
        assert!(asked.len() - jumps < 60 && jumps <= 4100, "{} {jumps}", asked.len());
    }
}
