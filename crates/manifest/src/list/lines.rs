//! Lines as they lie in the file, and each by itself.

use std::io::{self, BufRead, Read};

use super::Fault;
use crate::entry::{Entry, EntryError, MAX_LINE};
use crate::tree::{LeafHash, leaf_hashes};

/// Bytes of lines that are parsed together; a longer line is alone.
const BLOCK: usize = 64 << 10;
/// Lines that are parsed together at most: each takes memory, however short it is. A block of entries has about 200.
const LINES: usize = 512;

/// Some lines, as they lie there.
pub(super) struct Block {
    /// Each line as its leaf is hashed: 00 ‖ line.
    bytes: Vec<u8>,
    lines: Vec<(usize, Ending)>,
}

/// A line by itself.
pub(super) struct Parsed {
    pub(super) entry: Result<Box<Entry>, Fault>,
    pub(super) leaf: LeafHash,
}

impl Block {
    /// The next lines; none at the end.
    pub(super) fn read(reader: &mut impl BufRead) -> io::Result<Self> {
        let mut block = Self { bytes: Vec::with_capacity(BLOCK + (BLOCK >> 3)), lines: Vec::with_capacity(BLOCK >> 8) };
        while block.bytes.len() < BLOCK && block.lines.len() < LINES {
            block.bytes.push(0);
            let ending = read_line(reader, &mut block.bytes, MAX_LINE)?;
            if matches!(ending, Ending::Nothing) {
                break;
            }
            let is_last = matches!(ending, Ending::Endless);
            block.lines.push((block.bytes.len(), ending));
            if is_last {
                break;
            }
        }
        Ok(block)
    }

    /// How many ordinary blocks it takes the memory of: a long line has many bytes, and short ones are many entries.
    #[cfg(feature = "fs")]
    pub(super) fn weight(&self) -> usize {
        1 + self.bytes.len() / (2 * BLOCK) + self.lines.len() / 256
    }

    /// True if nothing comes behind it.
    pub(super) fn is_last(&self) -> bool {
        self.lines.last().is_none_or(|(_, ending)| matches!(ending, Ending::Endless))
    }

    /// Looks at each line by itself.
    pub(super) fn parse(&self) -> Vec<Parsed> {
        let mut start = 0;
        let leaves: Vec<&[u8]> = self
            .lines
            .iter()
            .map(|&(end, _)| {
                let leaf = &self.bytes[start..end];
                start = end;
                leaf
            })
            .collect();
        let parsed = leaves.iter().zip(&self.lines).map(|(leaf, (_, ending))| parse(&leaf[1..], ending));
        parsed.zip(leaf_hashes(&leaves)).map(|(entry, leaf)| Parsed { entry, leaf }).collect()
    }
}

fn parse(line: &[u8], ending: &Ending) -> Result<Box<Entry>, Fault> {
    match ending {
        Ending::TooLong | Ending::Endless => Err(EntryError::TooLong.into()),
        Ending::EndOfFile => Err(Fault::NoLineFeed),
        Ending::LineFeed | Ending::Nothing => Ok(Box::new(Entry::parse_line(line)?)),
    }
}

pub(super) enum Ending {
    Nothing,
    LineFeed,
    EndOfFile,
    TooLong,
    /// So much too long that what follows is not looked for.
    Endless,
}

/// A line of so many times the limit is the last that is read: a file of holes has no end worth waiting for.
const ENDLESS: usize = 4;

/// Appends what comes before the next LF. Of a line that is too long nothing is kept, so that memory stays bounded.
pub(super) fn read_line(reader: &mut impl BufRead, line: &mut Vec<u8>, limit: usize) -> io::Result<Ending> {
    let start = line.len();
    let most = limit as u64 + 1;
    let count = reader.by_ref().take(most).read_until(b'\n', line)?;
    if line.len() > start && line.last() == Some(&b'\n') {
        line.pop();
        return Ok(Ending::LineFeed);
    }
    match count {
        0 => return Ok(Ending::Nothing),
        count if count <= limit => return Ok(Ending::EndOfFile),
        _ => line.truncate(start),
    }
    let mut skipped = count;
    loop {
        let available = match reader.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            available => available?,
        };
        let end = available.iter().position(|&byte| byte == b'\n');
        let used = end.map_or(available.len(), |end| end + 1);
        let is_over = end.is_some() || used == 0;
        reader.consume(used);
        skipped += used;
        if is_over {
            return Ok(Ending::TooLong);
        }
        if skipped > limit * ENDLESS {
            return Ok(Ending::Endless);
        }
    }
}
