//! Lines on their way into the list.

use std::ops::Range;
use std::sync::Arc;

use crate::entry::Entry;
use crate::tree::{LeafHash, leaf_hashes};

/// Room for a line of a file whose name is not long.
const USUAL: usize = 512;

/// The line of an entry, as it is written, with its leaf hash.
#[derive(Clone, Debug)]
pub struct WrittenLine {
    /// Lines that were written together, each as its leaf is hashed: 00 ‖ line; and its LF.
    together: Arc<Vec<u8>>,
    /// Where this one is, without the 00.
    place: Range<usize>,
    leaf: LeafHash,
}

impl WrittenLine {
    /// The lines of some entries.
    pub fn of<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Vec<Self> {
        let entries = entries.into_iter();
        let (least, most) = entries.size_hint();
        let count = most.unwrap_or(least);
        let mut bytes = Vec::with_capacity(USUAL * count);
        let mut places = Vec::with_capacity(count);
        for entry in entries {
            bytes.push(0);
            let start = bytes.len();
            entry.write_line(&mut bytes);
            bytes.push(b'\n');
            places.push(start..bytes.len());
        }
        let leaves: Vec<&[u8]> = places.iter().map(|place| &bytes[place.start - 1..place.end - 1]).collect();
        let leaves = leaf_hashes(&leaves);
        let together = Arc::new(bytes);
        places.into_iter().zip(leaves).map(|(place, leaf)| Self { together: together.clone(), place, leaf }).collect()
    }

    /// The line with its LF.
    pub fn bytes(&self) -> &[u8] {
        &self.together[self.place.clone()]
    }

    /// Its leaf hash.
    pub fn leaf(&self) -> LeafHash {
        self.leaf
    }
}
