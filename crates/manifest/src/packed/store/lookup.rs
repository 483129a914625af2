//! Finding an entry by its path: the block of the directory that it must stand in, by bisection; mostly it is one that was
//! used last, since files are asked for nearly in their order.

use std::cmp::Ordering;
use std::sync::{Arc, PoisonError};

use super::super::directory::{Entry, EntryKind, Records};
use super::super::error::PackedError;
use super::super::name;
use super::PackedStore;

/// So many blocks are held: more than there are places at which workers read.
const HELD: usize = 8;

/// A part of the directory.
pub(super) struct Block {
    number: usize,
    entries: Vec<Entry>,
}

impl Block {
    /// Where a path stands: before the block, in it (or nowhere), or behind it.
    fn side(&self, path: &str) -> Ordering {
        let beside = |entry: Option<&Entry>| entry.map_or(Ordering::Equal, |entry| compare(path, entry));
        match (beside(self.entries.first()), beside(self.entries.last())) {
            (Ordering::Less, _) => Ordering::Less,
            (_, Ordering::Greater) => Ordering::Greater,
            _ => Ordering::Equal,
        }
    }

    fn find(&self, path: &str) -> Option<Entry> {
        let at = self.entries.binary_search_by(|entry| compare(path, entry).reverse()).ok()?;
        self.entries.get(at).cloned()
    }
}

/// A file's path beside an entry.
fn compare(path: &str, entry: &Entry) -> Ordering {
    name::order((path, EntryKind::File), (&entry.path, entry.kind))
}

impl PackedStore {
    /// The entry of a path.
    pub(super) fn find(&self, path: &str) -> Result<Option<Entry>, PackedError> {
        let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(held) = recent.iter().position(|block| block.side(path).is_eq()) {
            let block = recent.remove(held);
            recent.insert(0, block.clone());
            return Ok(block.find(path));
        }
        let next = recent.first().filter(|block| block.side(path).is_gt()).map(|block| block.number + 1);
        let block = match next.filter(|&next| next < self.blocks.len()).map(|next| self.block(next)).transpose()? {
            Some(block) if !block.side(path).is_gt() => block,
            _ => match self.bisect(path)? {
                Some(block) => block,
                None => return Ok(None),
            },
        };
        let found = block.find(path);
        recent.insert(0, Arc::new(block));
        recent.truncate(HELD);
        Ok(found)
    }

    /// The last block that does not begin behind the path.
    fn bisect(&self, path: &str) -> Result<Option<Block>, PackedError> {
        let (mut low, mut high) = (0, self.blocks.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let mut records = Records::new(&*self.file, self.blocks[middle], self.directory.end);
            match records.next(Some(&self.root))? {
                Some((_, first)) if compare(path, &first).is_ge() => low = middle + 1,
                _ => high = middle,
            }
        }
        low.checked_sub(1).map(|number| self.block(number)).transpose()
    }

    fn block(&self, number: usize) -> Result<Block, PackedError> {
        let end = self.blocks.get(number + 1).copied().unwrap_or(self.directory.end);
        let mut entries = Vec::new();
        self.each_in(self.blocks[number]..end, &mut |entry| {
            entries.push(entry);
            true
        })?;
        Ok(Block { number, entries })
    }
}
