//! The digests that need the bytes of a file in order: SHA-256 in lanes with other files, those on demand by themselves.

#[cfg(feature = "fs")]
use sealbag_lanes::woven::{PART, Woven};
use sealbag_lanes::{Backend, Part, Stream};
use sha2::Digest;

use super::{Algorithms, ExtraAlgorithms};
use crate::digest::{Md5Digest, Sha1Digest, Sha256Digest, Sha512Digest};
use crate::entry::ExtraDigests;

/// The state of one file; nothing for BLAKE3 alone.
#[derive(Default)]
pub(super) struct Ordered {
    sha256: Option<Stream>,
    /// In a box, for they are large and few ask for them.
    extras: Option<Box<Extras>>,
    digest: Option<Sha256Digest>,
}

/// The states of digests on demand.
struct Extras {
    md5: Option<md5::Md5>,
    sha1: Option<sha1::Sha1>,
    sha512: Option<sha2::Sha512>,
}

/// What comes next of one file. Only the last part may end inside a SHA-256 block.
pub(super) struct Next<'a> {
    pub(super) of: &'a mut Ordered,
    pub(super) bytes: &'a [u8],
    pub(super) is_last: bool,
}

impl Ordered {
    pub(super) fn new(algorithms: Algorithms) -> Self {
        match algorithms {
            Algorithms::Full(extra) => Self { sha256: Some(Stream::new()), extras: Extras::new(extra), digest: None },
            Algorithms::Blake3Only => Self::default(),
        }
    }

    /// True if there is anything to compute.
    #[cfg(feature = "fs")]
    pub(super) fn is_wanted(&self) -> bool {
        self.sha256.is_some()
    }

    /// True if the last part was taken, or nothing is computed.
    pub(super) fn is_finished(&self) -> bool {
        self.sha256.is_none() || self.digest.is_some()
    }

    /// The digests of a file whose last part was taken. With BLAKE3 alone, SHA-256 is zeros.
    pub(super) fn finish(self) -> (Sha256Digest, ExtraDigests) {
        let extra = self.extras.map_or_else(ExtraDigests::default, |extras| extras.finish());
        (self.digest.unwrap_or(Sha256Digest([0; 32])), extra)
    }
}

impl Extras {
    fn new(ExtraAlgorithms { md5, sha1, sha512 }: ExtraAlgorithms) -> Option<Box<Self>> {
        (md5 || sha1 || sha512).then(|| {
            Box::new(Self {
                md5: md5.then(md5::Md5::new),
                sha1: sha1.then(sha1::Sha1::new),
                sha512: sha512.then(sha2::Sha512::new),
            })
        })
    }

    fn finish(self) -> ExtraDigests {
        ExtraDigests {
            md5: self.md5.map(|state| Md5Digest(state.finalize().into())),
            sha1: self.sha1.map(|state| Sha1Digest(state.finalize().into())),
            sha512: self.sha512.map(|state| Sha512Digest(state.finalize().into())),
        }
    }

    fn update(&mut self, bytes: &[u8]) {
        if let Some(state) = &mut self.md5 {
            state.update(bytes);
        }
        if let Some(state) = &mut self.sha1 {
            state.update(bytes);
        }
        if let Some(state) = &mut self.sha512 {
            state.update(bytes);
        }
    }
}

/// Takes the next part of each file.
pub(super) fn advance(files: &mut [Next<'_>]) {
    let mut ends = Vec::with_capacity(files.len());
    let mut parts = Vec::with_capacity(files.len());
    for Next { of, bytes, is_last } in files {
        if let Some(extras) = &mut of.extras {
            extras.update(bytes);
        }
        if let Ordered { sha256: Some(stream), digest, .. } = &mut **of {
            parts.push(Part { stream, bytes, is_last: *is_last });
            ends.push(is_last.then_some(digest));
        }
    }
    let digests = sealbag_lanes::advance(Backend::of_this_machine(), &mut parts);
    for (end, digest) in ends.into_iter().zip(digests) {
        if let Some(end) = end {
            *end = Some(Sha256Digest(digest));
        }
    }
}

/// Takes the next part of two files to BLAKE3 too, and returns the values of their subtrees; the first leaves have these numbers.
/// None, and nothing is taken, if only BLAKE3 is wanted of one of them.
#[cfg(feature = "fs")]
pub(super) fn advance_woven(
    woven: Woven,
    files: [&mut Ordered; 2],
    parts: [&[u8; PART]; 2],
    counters: [u64; 2],
) -> Option<[[u8; 32]; 2]> {
    let [first, second] = files;
    let streams = [first.sha256.as_mut()?, second.sha256.as_mut()?];
    for (extras, part) in [&mut first.extras, &mut second.extras].into_iter().zip(parts) {
        if let Some(extras) = extras {
            extras.update(part);
        }
    }
    Some(woven.take(streams, parts, counters))
}
