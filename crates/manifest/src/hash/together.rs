//! Small files, read whole and hashed together: SHA-256 and BLAKE3 of all of them go side by side.

use sealbag_lanes::Blake3;

use super::ordered::{self, Next, Ordered};
use super::{Algorithms, FileDigests};
use crate::digest::Blake3Digest;
use crate::entry::ContentDigests;

/// Bytes of a line of the processor's cache.
const LINE: usize = 64;

/// The bytes of several small files, one behind the other.
#[derive(Default)]
pub struct Together {
    /// Only grows: what is not filled is what an earlier file left.
    bytes: Vec<u8>,
    filled: usize,
    files: Vec<Kept>,
}

struct Kept {
    start: usize,
    end: usize,
    algorithms: Algorithms,
}

impl Together {
    /// Files up to this size are worth keeping.
    pub const SMALL: u64 = 128 << 10;
    /// So many bytes fill the lanes evenly, whatever the files among them that are longer than others.
    const ENOUGH: usize = 4 << 20;

    /// Without files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins a file; what follows is appended to it. It begins where a line of the processor's cache does, so that none of its
    /// blocks lies in two.
    pub fn begin(&mut self, algorithms: Algorithms) {
        let unused = self.bytes.get(self.filled..).unwrap_or_default();
        self.filled += unused.as_ptr().align_offset(LINE).min(unused.len());
        self.files.push(Kept { start: self.filled, end: self.filled, algorithms });
    }

    /// Appends `length` bytes to the last file and returns them. Their content is arbitrary: they must be written over or
    /// taken back.
    pub fn append(&mut self, length: usize) -> &mut [u8] {
        let from = self.filled;
        self.filled += length;
        if self.bytes.len() < self.filled {
            self.bytes.resize(self.filled, 0);
        }
        self.note_end();
        &mut self.bytes[from..self.filled]
    }

    /// Takes bytes back from the end of the last file.
    pub fn take_back(&mut self, length: usize) {
        self.filled = self.filled.saturating_sub(length).max(self.start_of_last());
        self.note_end();
    }

    /// Takes the last file back.
    pub fn forget_last(&mut self) {
        self.filled = self.start_of_last();
        self.files.pop();
    }

    /// Number of files.
    pub fn count(&self) -> usize {
        self.files.len()
    }

    /// True if they should be hashed before more is read.
    pub fn is_enough(&self) -> bool {
        self.filled >= Self::ENOUGH
    }

    /// Takes back all files but the first `count`.
    pub fn keep_first(&mut self, count: usize) {
        while self.files.len() > count {
            self.forget_last();
        }
    }

    fn start_of_last(&self) -> usize {
        self.files.last().map_or(0, |last| last.start)
    }

    fn note_end(&mut self) {
        if let Some(last) = self.files.last_mut() {
            last.end = self.filled;
        }
    }

    /// The digests of the files, in their order; then there are none.
    pub fn digests(&mut self) -> Vec<FileDigests> {
        let contents: Vec<&[u8]> = self.files.iter().map(|file| &self.bytes[file.start..file.end]).collect();
        let mut ordered: Vec<Ordered> = self.files.iter().map(|file| Ordered::new(file.algorithms)).collect();
        let parts = ordered.iter_mut().zip(&contents).map(|(of, bytes)| Next { of, bytes, is_last: true });
        ordered::advance(&mut parts.collect::<Vec<_>>());
        let blake3 = Blake3::of_this_machine().digests(&contents);
        let digests = contents
            .iter()
            .zip(ordered.into_iter().zip(blake3))
            .map(|(bytes, (ordered, blake3))| {
                let (sha256, extra) = ordered.finish();
                let content = ContentDigests { sha256, blake3: Blake3Digest(blake3) };
                FileDigests { size: bytes.len() as u64, content, extra, groups: Vec::new() }
            })
            .collect();
        self.filled = 0;
        self.files.clear();
        digests
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::{ExtraAlgorithms, FileHasher};

    #[test]
    fn together_is_as_one_by_one() {
        let all = Algorithms::Full(ExtraAlgorithms { md5: true, sha1: true, sha512: true });
        let mut together = Together::new();
        for round in 0..2 {
            let files: Vec<Vec<u8>> = (0..20).map(|file| vec![file as u8 + round; file * file * 100]).collect();
            for (at, bytes) in files.iter().enumerate() {
                together.begin(if at % 3 == 0 { Algorithms::Blake3Only } else { all });
                for part in bytes.chunks(1000) {
                    together.append(1200)[..part.len()].copy_from_slice(part);
                    together.take_back(1200 - part.len());
                }
                together.begin(all);
                together.append(7);
                together.begin(all);
                together.keep_first(at + 1);
                assert_eq!(together.count(), at + 1);
            }
            let found = together.digests();
            assert_eq!(found.len(), files.len());
            for (at, (bytes, found)) in files.iter().zip(found).enumerate() {
                let algorithms = if at % 3 == 0 { Algorithms::Blake3Only } else { all };
                let mut alone = FileHasher::with(algorithms);
                alone.update(bytes);
                assert_eq!(found, alone.finish(), "file {at}");
            }
        }
    }
}
