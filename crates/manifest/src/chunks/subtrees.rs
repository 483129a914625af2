//! The tree over values that come in order (BLAKE3 paper, 2.1): left of every node lie as many as a power of two.

use blake3::hazmat::{Mode, merge_subtrees_non_root, merge_subtrees_root};

use super::VALUE_LEN;
use crate::digest::Blake3Digest;

type Value = [u8; VALUE_LEN];

/// The subtrees over the values so far, with memory for one a level.
#[derive(Debug, Clone, Default)]
pub(crate) struct Subtrees {
    count: u64,
    /// Complete subtrees, largest first. The newest value stays unmerged, for it may turn out to be the last, and then
    /// the topmost merge above it is the root's.
    complete: Vec<Value>,
}

/// What lies over all values: the only one, or a node over two.
pub(crate) struct Top {
    left: Option<Value>,
    right: Value,
}

impl Subtrees {
    /// Values so far.
    pub(crate) fn count(&self) -> u64 {
        self.count
    }

    /// Takes the next value.
    pub(crate) fn push(&mut self, value: Value) {
        for _ in 0..self.count.trailing_zeros().min(63) {
            let (Some(right), Some(left)) = (self.complete.pop(), self.complete.pop()) else { break };
            self.complete.push(merge_subtrees_non_root(&left, &right, Mode::Hash));
        }
        self.complete.push(value);
        self.count = self.count.saturating_add(1);
    }

    /// What lies over all of them, if there are any.
    pub(crate) fn top(mut self) -> Option<Top> {
        let mut right = self.complete.pop()?;
        while let Some(left) = self.complete.pop() {
            if self.complete.is_empty() {
                return Some(Top { left: Some(left), right });
            }
            right = merge_subtrees_non_root(&left, &right, Mode::Hash);
        }
        Some(Top { left: None, right })
    }
}

impl Top {
    /// The digest of a message of which it is the root, if it is a node.
    pub(crate) fn root(&self) -> Option<Blake3Digest> {
        let root = |left| Blake3Digest(*merge_subtrees_root(left, &self.right, Mode::Hash).as_bytes());
        self.left.as_ref().map(root)
    }

    /// The value of a part of a message.
    #[cfg(feature = "fs")]
    pub(crate) fn value(&self) -> Value {
        match &self.left {
            Some(left) => merge_subtrees_non_root(left, &self.right, Mode::Hash),
            None => self.right,
        }
    }
}
