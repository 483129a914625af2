//! Files that are read side by side: their SHA-256 shares a processor in lanes.

use sealbag_lanes::BLOCK;

use super::group::Groups;
use super::ordered::{self, Next, Ordered};
use super::{Algorithms, FileDigests};
use crate::entry::ContentDigests;

/// Takes the bytes of several files as they come, and hashes them together.
///
/// Each file is [begun](Self::begin), its pieces are [put](Self::put), it is [ended](Self::end), and gives its digests. What
/// was put is taken at the next [`advance`](Self::advance): best when each file that is open has a piece of one length.
#[derive(Default)]
pub struct Abreast {
    files: Vec<Option<File>>,
}

struct File {
    ordered: Ordered,
    groups: Groups,
    /// What SHA-256 has still to take.
    pending: Vec<u8>,
    is_ended: bool,
}

impl File {
    fn is_finished(&self) -> bool {
        self.is_ended && self.pending.is_empty() && self.ordered.is_finished()
    }
}

impl Abreast {
    /// Without files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins a file; returns its place.
    pub fn begin(&mut self, algorithms: Algorithms) -> usize {
        let ordered = Ordered::new(algorithms);
        let file = File { ordered, groups: Groups::from(0), pending: Vec::new(), is_ended: false };
        let place = self.files.iter().position(Option::is_none).unwrap_or(self.files.len());
        match self.files.get_mut(place) {
            Some(free) => *free = Some(file),
            None => self.files.push(Some(file)),
        }
        place
    }

    /// Takes the next bytes of the file at this place. Where none is open, nothing happens.
    pub fn put(&mut self, place: usize, bytes: Vec<u8>) {
        let Some(file) = self.files.get_mut(place).and_then(Option::as_mut).filter(|file| !file.is_ended) else {
            return;
        };
        file.groups.update(&bytes);
        match file.pending.is_empty() {
            true => file.pending = bytes,
            false => file.pending.extend(bytes),
        }
    }

    /// The file at this place has no more bytes.
    pub fn end(&mut self, place: usize) {
        if let Some(file) = self.files.get_mut(place).and_then(Option::as_mut) {
            file.is_ended = true;
        }
    }

    /// Hashes what was put.
    pub fn advance(&mut self) {
        let mut lengths = Vec::with_capacity(self.files.len());
        let mut parts = Vec::with_capacity(self.files.len());
        for File { ordered, pending, is_ended, .. } in self.files.iter_mut().flatten() {
            // A part that is not the last is whole blocks.
            let length = if *is_ended { pending.len() } else { pending.len() / BLOCK * BLOCK };
            lengths.push(length);
            parts.push(Next { of: ordered, bytes: &pending[..length], is_last: *is_ended });
        }
        ordered::advance(&mut parts);
        for (file, length) in self.files.iter_mut().flatten().zip(lengths) {
            file.pending.drain(..length);
        }
    }

    /// The digests of the file at this place, once it was ended and all were advanced; its place is free then. None of a file
    /// that has not come so far: it is forgotten.
    pub fn finish(&mut self, place: usize) -> Option<FileDigests> {
        let file = self.files.get_mut(place)?.take().filter(File::is_finished)?;
        let size = file.groups.length();
        let (sha256, extra) = file.ordered.finish();
        let (blake3, groups) = file.groups.finish();
        Some(FileDigests { size, content: ContentDigests { sha256, blake3 }, extra, groups })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::hash::{ExtraAlgorithms, FileHasher};

    const ALL: ExtraAlgorithms = ExtraAlgorithms { md5: true, sha1: true, sha512: true };

    fn bytes(length: usize, seed: usize) -> Vec<u8> {
        (0..length).map(|at| (at * 31 + seed * 7 + at / 253) as u8).collect()
    }

    fn alone(bytes: &[u8], algorithms: Algorithms) -> FileDigests {
        let mut hasher = FileHasher::with(algorithms);
        hasher.update(bytes);
        hasher.finish()
    }

    fn algorithms(file: usize) -> Algorithms {
        match file % 3 {
            0 => Algorithms::Blake3Only,
            1 => Algorithms::Full(ALL),
            _ => Algorithms::Full(ExtraAlgorithms::default()),
        }
    }

    proptest! {
        #[test]
        fn abreast_is_as_one_by_one(lengths in prop::collection::vec(0..9000_usize, 1..12), piece in 1..3000_usize, most in 1..6_usize) {
            let files: Vec<Vec<u8>> = lengths.iter().enumerate().map(|(seed, length)| bytes(*length, seed)).collect();
            let mut abreast = Abreast::new();
            let (mut next, mut found, mut open) = (0, vec![None; files.len()], Vec::new());
            while next < files.len() || !open.is_empty() {
                while open.len() < most && next < files.len() {
                    open.push((next, abreast.begin(algorithms(next)), files[next].as_slice()));
                    next += 1;
                }
                for (_, place, rest) in &mut open {
                    let (now, behind) = rest.split_at(rest.len().min(piece));
                    abreast.put(*place, now.to_vec());
                    *rest = behind;
                    if rest.is_empty() {
                        abreast.end(*place);
                    }
                }
                abreast.advance();
                open.retain(|(file, place, rest)| {
                    if rest.is_empty() {
                        found[*file] = abreast.finish(*place);
                    }
                    !rest.is_empty()
                });
            }
            for (file, (bytes, found)) in files.iter().zip(found).enumerate() {
                prop_assert_eq!(found, Some(alone(bytes, algorithms(file))), "file {}", file);
            }
        }
    }

    #[test]
    fn a_large_file_has_the_values_of_its_groups() {
        let content = bytes((17 << 20) + 5, 3);
        let mut abreast = Abreast::new();
        let place = abreast.begin(Algorithms::Full(ALL));
        for part in content.chunks(3 << 20) {
            abreast.put(place, part.to_vec());
            abreast.advance();
        }
        abreast.end(place);
        abreast.advance();
        assert_eq!(abreast.finish(place), Some(alone(&content, Algorithms::Full(ALL))));
    }

    #[test]
    fn a_file_that_has_not_come_to_its_end_has_no_digests() {
        let mut abreast = Abreast::new();
        let place = abreast.begin(Algorithms::Full(ALL));
        abreast.put(place, bytes(100, 1));
        abreast.advance();
        assert_eq!(abreast.finish(place), None);
        assert_eq!(abreast.finish(place), None, "it is forgotten");
        assert_eq!(abreast.finish(7), None, "nothing was begun there");
        let place = abreast.begin(Algorithms::Full(ALL));
        abreast.put(place, bytes(100, 1));
        abreast.end(place);
        assert_eq!(abreast.finish(place), None, "what was put was not hashed");
        let place = abreast.begin(Algorithms::Full(ALL));
        abreast.end(place);
        assert_eq!(abreast.finish(place), None, "its end was not hashed");
    }
}
