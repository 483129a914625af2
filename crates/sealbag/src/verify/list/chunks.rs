//! Chunk values beside the entries that they belong to.

use std::io;

use sealbag_manifest::chunks::{GroupMerger, GroupValue, VALUE_LEN, value_count};
use sealbag_manifest::entry::{Content, Entry};
use sealbag_manifest::layout::CHUNKS;
use sealbag_manifest::store::{BagFile, BagStore, OpenError};

use super::Report;
use crate::finding::{Code, Finding};
use crate::verdict::Check;
use crate::verify::tags::unreadable;

/// Merges the chunk values of every large file and compares them with its entry.
pub(super) struct Chunks {
    file: Result<Box<dyn BagFile>, OpenError>,
    used: u64,
    mismatches: Vec<Finding>,
    failed: Option<io::Error>,
    is_short: bool,
}

impl Chunks {
    /// Values read at once.
    const BATCH: u64 = 4096;

    pub(super) fn open(store: &dyn BagStore) -> Self {
        Self { file: store.open(CHUNKS), used: 0, mismatches: Vec::new(), failed: None, is_short: false }
    }

    pub(super) fn check(&mut self, entry: &Entry, content: &Content) {
        let count = value_count(content.size);
        let first = self.used;
        self.used += count;
        let Ok(file) = &self.file else { return };
        if count == 0 || self.is_short || self.failed.is_some() {
            return;
        }
        let mut merger = GroupMerger::new();
        let mut buffer = Vec::new();
        for batch in (0..count).step_by(Self::BATCH as usize) {
            let values = (count - batch).min(Self::BATCH) as usize;
            buffer.resize(values * VALUE_LEN, 0);
            match file.read_full_at(&mut buffer, (first + batch) * VALUE_LEN as u64) {
                Ok(length) if length == buffer.len() => {}
                Ok(_) => {
                    self.is_short = true;
                    return;
                }
                Err(error) => {
                    self.failed = Some(error);
                    return;
                }
            }
            for value in buffer.as_chunks::<VALUE_LEN>().0 {
                merger.push(GroupValue(*value));
            }
        }
        if merger.finish(content.size).ok() != Some(content.digests.blake3) {
            self.mismatches.push(Finding::new(Code::ChunksMismatch, entry.path.shown()));
        }
    }

    pub(super) fn finish(self, report: &mut Report) {
        let malformed = |found: String| Finding::new(Code::ChunksMalformed, CHUNKS).found(found);
        let expected = self.used * VALUE_LEN as u64;
        match &self.file {
            Err(OpenError::Missing) if self.used == 0 => return report.not_present(Check::Chunks),
            Err(OpenError::Missing) => report.add(Check::Chunks, malformed("it is missing".to_owned())),
            Err(OpenError::Unreadable(error)) => {
                let finding = Finding::new(Code::BagUnreadable, CHUNKS).found(error.kind().to_string());
                report.add(Check::Chunks, finding);
            }
            Err(_) => report.add(Check::Chunks, Finding::new(Code::BagNotRegular, CHUNKS)),
            Ok(file) if self.used == 0 || file.size() != expected => {
                let finding = malformed(format!("{} bytes", file.size())).expected(format!("{expected} bytes"));
                report.add(Check::Chunks, finding);
            }
            Ok(_) => {}
        }
        if let Some(error) = self.failed {
            report.add(Check::Chunks, unreadable(CHUNKS, error.into()));
        }
        for finding in self.mismatches {
            report.add(Check::Chunks, finding);
        }
        report.ran(Check::Chunks);
    }
}
