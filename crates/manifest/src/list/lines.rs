//! Lines as they lie in the file, and each by itself.

use std::io::{self, BufRead};

use super::Fault;
use crate::entry::{Entry, EntryError, MAX_LINE};
use crate::tree::{LeafHash, leaf_hashes};

/// Bytes of lines that are parsed together; a longer line is alone.
const BLOCK: usize = 64 << 10;

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
    pub(super) fn read(reader: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Self> {
        let mut block = Self { bytes: Vec::with_capacity(BLOCK + (BLOCK >> 3)), lines: Vec::new() };
        while block.bytes.len() < BLOCK {
            let ending = read_line(reader, line, MAX_LINE)?;
            if matches!(ending, Ending::Nothing) {
                break;
            }
            block.bytes.push(0);
            block.bytes.extend_from_slice(line);
            let is_last = matches!(ending, Ending::Endless);
            block.lines.push((block.bytes.len(), ending));
            if is_last {
                break;
            }
        }
        Ok(block)
    }

    /// Number of bytes.
    #[cfg(feature = "fs")]
    pub(super) fn length(&self) -> usize {
        self.bytes.len()
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

/// Reads up to the next LF. Of a line that is too long the rest is skipped, so that memory stays bounded.
pub(super) fn read_line(reader: &mut impl BufRead, line: &mut Vec<u8>, limit: usize) -> io::Result<Ending> {
    line.clear();
    let (mut is_too_long, mut skipped) = (false, 0);
    loop {
        let available = match reader.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            available => available?,
        };
        if available.is_empty() {
            return Ok(match (is_too_long, line.is_empty()) {
                (true, _) => Ending::TooLong,
                (false, true) => Ending::Nothing,
                (false, false) => Ending::EndOfFile,
            });
        }
        let end = available.iter().position(|&byte| byte == b'\n');
        let part = &available[..end.unwrap_or(available.len())];
        is_too_long |= line.len() + part.len() > limit;
        if is_too_long {
            line.clear();
            skipped += part.len();
            if end.is_none() && skipped > limit * ENDLESS {
                return Ok(Ending::Endless);
            }
        } else {
            line.extend_from_slice(part);
        }
        let used = part.len() + usize::from(end.is_some());
        reader.consume(used);
        if end.is_some() {
            return Ok(if is_too_long { Ending::TooLong } else { Ending::LineFeed });
        }
    }
}
