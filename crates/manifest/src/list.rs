//! Reading the sealed list line by line, with the rules that hold between lines (`docs/spec/entries.md`).

mod lines;
#[cfg(feature = "fs")]
mod on_all;
mod order;
#[cfg(test)]
mod tests;
mod written;

use std::collections::VecDeque;
use std::io::{self, BufRead};

use thiserror::Error;

use self::lines::{Block, Parsed};
use self::order::Order;
use crate::entry::{Entry, EntryError};
use crate::tree::LeafHash;

#[cfg(feature = "fs")]
pub use on_all::read_on_all_processors;
pub use written::WrittenLine;

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

/// Reads a sealed list; memory is that of some lines and one path.
pub struct ListReader<R> {
    reader: R,
    parsed: VecDeque<Parsed>,
    number: u64,
    order: Order,
    is_over: bool,
}

impl<R: BufRead> ListReader<R> {
    /// Reads from the first line on.
    pub fn new(reader: R) -> Self {
        Self { reader, parsed: VecDeque::new(), number: 0, order: Order::default(), is_over: false }
    }

    /// Number of the last line read, from 1.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The next line with its leaf hash; `None` at the end.
    pub fn read(&mut self) -> io::Result<Option<(Line, LeafHash)>> {
        if self.parsed.is_empty() && !self.is_over {
            let block = Block::read(&mut self.reader)?;
            self.is_over = block.is_last();
            self.parsed.extend(block.parse());
        }
        let Some(parsed) = self.parsed.pop_front() else { return Ok(None) };
        self.number += 1;
        Ok(Some(placed(&mut self.order, parsed)))
    }
}

fn placed(order: &mut Order, parsed: Parsed) -> (Line, LeafHash) {
    let line = match parsed.entry.and_then(|entry| order.place(&entry).map(|()| entry)) {
        Ok(entry) => Line::Entry(entry),
        Err(fault) => Line::Fault(fault),
    };
    (line, parsed.leaf)
}
