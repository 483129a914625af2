//! The rules that hold between lines.

use super::Fault;
use crate::entry::{Entry, Kind};
use crate::path;

/// Looks at the entries in their order; memory is that of one path.
#[derive(Default)]
pub(super) struct Order {
    /// The last path; empty before the first.
    previous: Vec<u8>,
    /// Path of the innermost listed directory around the last path, and the lengths of those around it.
    directory: Vec<u8>,
    lengths: Vec<usize>,
}

impl Order {
    /// The next entry.
    pub(super) fn place(&mut self, entry: &Entry) -> Result<(), Fault> {
        let path = entry.path.as_bytes();
        if path::compare(&self.previous, path).is_ge() {
            return Err(Fault::Order);
        }
        self.previous.clear();
        self.previous.extend_from_slice(path);
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
