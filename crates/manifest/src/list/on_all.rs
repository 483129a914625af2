//! The same with the lines parsed on all processors.

use std::io::{self, BufRead};
use std::sync::atomic::AtomicBool;

use super::lines::{Block, Parsed};
use super::order::Order;
use super::{Line, placed};
use crate::pipeline::{self, Consumer, JobSender, Limits, Plain};
use crate::tree::LeafHash;

/// Ordinary blocks of lines that may be under way.
const WINDOW: usize = 64;

/// Reads a list to its end, or until `visit` says that it is enough: then `false`. Lines come in their order, with their numbers
/// from 1 and their leaf hashes.
///
/// # Errors
/// If the list cannot be read.
pub fn read_on_all_processors<R: BufRead + Send>(
    mut reader: R,
    visit: &mut dyn FnMut(u64, Line, LeafHash) -> bool,
) -> io::Result<bool> {
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let produce = |blocks: &mut JobSender<'_, Block>| {
        loop {
            let block = Block::read(&mut reader)?;
            let (is_last, weight) = (block.is_last(), block.weight());
            if !blocks.send_large(block, weight) || is_last {
                return Ok(());
            }
        }
    };
    let mut visiting = Visiting { order: Order::default(), number: 0, visit };
    let parse = Plain(|block: Block| block.parse());
    match pipeline::run(Limits::plain(workers, WINDOW), &AtomicBool::new(false), produce, &parse, &mut visiting) {
        Ok(read) => read.map(|()| true),
        Err(Enough) => Ok(false),
    }
}

/// The visitor wants no more.
struct Enough;

struct Visiting<'v> {
    order: Order,
    number: u64,
    visit: &'v mut dyn FnMut(u64, Line, LeafHash) -> bool,
}

impl Consumer<Vec<Parsed>> for Visiting<'_> {
    type Error = Enough;

    fn in_order(&mut self, lines: Vec<Parsed>) -> Result<(), Enough> {
        for parsed in lines {
            self.number += 1;
            let (line, leaf) = placed(&mut self.order, parsed);
            if !(self.visit)(self.number, line, leaf) {
                return Err(Enough);
            }
        }
        Ok(())
    }
}
