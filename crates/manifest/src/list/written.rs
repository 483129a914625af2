//! Lines on their way into the list.

use crate::entry::Entry;
use crate::tree::{LeafHash, leaf_hashes};

/// The line of an entry, as it is written, with its leaf hash.
#[derive(Clone, Debug)]
pub struct WrittenLine {
    /// 00 ‖ line, as the leaf is hashed, and the LF.
    bytes: Vec<u8>,
    leaf: LeafHash,
}

impl WrittenLine {
    /// The lines of some entries.
    pub fn of<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Vec<Self> {
        let written = |entry: &Entry| {
            let mut bytes = Vec::with_capacity(512);
            bytes.push(0);
            entry.write_line(&mut bytes);
            bytes
        };
        let lines: Vec<Vec<u8>> = entries.into_iter().map(written).collect();
        let leaves = leaf_hashes(&lines.iter().map(Vec::as_slice).collect::<Vec<_>>());
        let with_end = |mut bytes: Vec<u8>| {
            bytes.push(b'\n');
            bytes
        };
        lines.into_iter().zip(leaves).map(|(bytes, leaf)| Self { bytes: with_end(bytes), leaf }).collect()
    }

    /// The line with its LF.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes[1..]
    }

    /// Its leaf hash.
    pub fn leaf(&self) -> LeafHash {
        self.leaf
    }
}
