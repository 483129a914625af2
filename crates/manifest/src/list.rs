//! Reading the sealed list line by line, with the rules that hold between lines (`docs/spec/entries.md`).

use std::io::{self, BufRead};

use thiserror::Error;

use crate::entry::{Entry, EntryError, Kind, MAX_LINE};
use crate::path::EvidencePath;

/// What is wrong with a line of the list.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum Fault {
    /// The line by itself.
    #[error(transparent)]
    Malformed(#[from] EntryError),
    /// The last line has no LF.
    #[error("the last line does not end with LF")]
    NoLineFeed,
    /// The path does not come after the one before it.
    #[error("the path does not come after the path of the line before")]
    Order,
    /// The directory that the path lies in is not listed.
    #[error("the directory that the path lies in is not listed")]
    ParentMissing,
}

/// One line of the list as it was read.
pub enum Line {
    /// An entry in its place.
    Entry(Box<Entry>),
    /// A line that breaks a rule; reading goes on behind it.
    Fault(Fault),
}

/// Reads a sealed list; memory is that of one line and one path.
pub struct ListReader<R> {
    reader: R,
    line: Vec<u8>,
    number: u64,
    previous: Option<EvidencePath>,
    /// Path of the innermost listed directory around the last path, and the lengths of those around it.
    directory: Vec<u8>,
    lengths: Vec<usize>,
    is_over: bool,
}

impl<R: BufRead> ListReader<R> {
    /// Reads from the first line on.
    pub fn new(reader: R) -> Self {
        Self {
            reader,
            line: Vec::new(),
            number: 0,
            previous: None,
            directory: Vec::new(),
            lengths: Vec::new(),
            is_over: false,
        }
    }

    /// Number of the last line read, from 1.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The last line read, without its LF: a leaf of the tree.
    pub fn bytes(&self) -> &[u8] {
        &self.line
    }

    /// The next line; `None` at the end.
    pub fn read(&mut self) -> io::Result<Option<Line>> {
        if self.is_over {
            return Ok(None);
        }
        let ending = read_line(&mut self.reader, &mut self.line, MAX_LINE)?;
        self.is_over = matches!(ending, Ending::Nothing | Ending::Endless);
        if matches!(ending, Ending::Nothing) {
            return Ok(None);
        }
        self.number += 1;
        Ok(Some(match ending {
            Ending::TooLong | Ending::Endless => Line::Fault(EntryError::TooLong.into()),
            Ending::EndOfFile => Line::Fault(Fault::NoLineFeed),
            Ending::LineFeed | Ending::Nothing => match Entry::parse_line(&self.line) {
                Err(error) => Line::Fault(error.into()),
                Ok(entry) => match self.place(&entry) {
                    Ok(()) => Line::Entry(Box::new(entry)),
                    Err(fault) => Line::Fault(fault),
                },
            },
        }))
    }

    fn place(&mut self, entry: &Entry) -> Result<(), Fault> {
        if self.previous.as_ref().is_some_and(|previous| *previous >= entry.path) {
            return Err(Fault::Order);
        }
        self.previous = Some(entry.path.clone());
        if let Some(parent) = entry.path.parent() {
            while self.directory != parent {
                // The directory stays open for the next line if this one lies somewhere below it.
                if self.directory.is_empty() || is_below(parent, &self.directory) {
                    return Err(Fault::ParentMissing);
                }
                let Some(length) = self.lengths.pop() else { return Err(Fault::ParentMissing) };
                self.directory.truncate(length);
            }
        } else {
            self.lengths.clear();
            self.directory.clear();
        }
        if entry.kind == Kind::Dir {
            self.lengths.push(self.directory.len());
            self.directory.clear();
            self.directory.extend_from_slice(entry.path.as_bytes());
        }
        Ok(())
    }
}

fn is_below(path: &[u8], directory: &[u8]) -> bool {
    path.strip_prefix(directory).is_some_and(|rest| rest.starts_with(b"/"))
}

enum Ending {
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
fn read_line(reader: &mut impl BufRead, line: &mut Vec<u8>, limit: usize) -> io::Result<Ending> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn dir(path: &str) -> String {
        format!(r#"{{"path":"{path}","kind":"dir","salt":"{}"}}"#, "00".repeat(16))
    }

    fn outcomes(text: &str) -> Vec<String> {
        let mut reader = ListReader::new(text.as_bytes());
        let mut outcomes = Vec::new();
        while let Some(line) = reader.read().expect("memory") {
            outcomes.push(match line {
                Line::Entry(entry) => entry.path.shown(),
                Line::Fault(fault) => format!("{fault:?}").split(['(', ' ']).next().unwrap_or_default().to_owned(),
            });
        }
        outcomes
    }

    fn list(paths: &[&str]) -> String {
        paths.iter().map(|path| dir(path) + "\n").collect()
    }

    #[test]
    fn takes_a_tree_in_walk_order() {
        let paths = ["a", "a/b", "a/b/c", "a/d", "a-b", "a.b", "b"];
        assert_eq!(outcomes(&list(&paths)), paths);
    }

    #[test]
    fn refuses_disorder_and_duplicates_and_goes_on() {
        assert_eq!(outcomes(&list(&["b", "a", "b", "c"])), ["b", "Order", "Order", "c"]);
        assert_eq!(outcomes(&list(&["a", "a-b", "a/b"])), ["a", "a-b", "Order"]);
    }

    #[test]
    fn refuses_a_path_whose_directory_is_not_listed() {
        assert_eq!(outcomes(&list(&["a/b"])), ["ParentMissing"]);
        assert_eq!(outcomes(&list(&["a", "a/b/c", "a/d"])), ["a", "ParentMissing", "a/d"]);
        assert_eq!(
            outcomes(&list(&["a", "a/b", "a/c/d/e", "a/d", "b/c", "c"])),
            ["a", "a/b", "ParentMissing", "a/d", "ParentMissing", "c"]
        );
        assert_eq!(outcomes(&list(&["a", "b/c"])), ["a", "ParentMissing"]);
    }

    #[test]
    fn refuses_a_last_line_without_line_feed_and_an_empty_line() {
        assert_eq!(outcomes(&dir("a")), ["NoLineFeed"]);
        assert_eq!(outcomes(&format!("{}\n\n", dir("a"))), ["a", "Malformed"]);
        assert_eq!(outcomes(""), Vec::<String>::new());
    }

    #[test]
    fn a_line_that_is_too_long_is_skipped_without_being_kept() {
        let mut reader = io::BufReader::with_capacity(7, &b"0123456789\nabc\n"[..]);
        let mut line = Vec::new();
        assert!(matches!(read_line(&mut reader, &mut line, 9).expect("memory"), Ending::TooLong));
        assert!(matches!(read_line(&mut reader, &mut line, 9).expect("memory"), Ending::LineFeed));
        assert_eq!(line, b"abc");
    }

    #[test]
    fn a_line_without_end_is_not_read_to_its_end() {
        let mut line = Vec::new();
        let mut reader = io::BufReader::with_capacity(7, io::repeat(0));
        assert!(matches!(read_line(&mut reader, &mut line, 9).expect("memory"), Ending::Endless));
        let mut list = ListReader::new(io::BufReader::with_capacity(1 << 16, io::repeat(0)));
        assert!(matches!(list.read().expect("memory"), Some(Line::Fault(Fault::Malformed(EntryError::TooLong)))));
        assert!(list.read().expect("memory").is_none());
    }
}
