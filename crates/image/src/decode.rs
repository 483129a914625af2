//! The second pass: every chunk decoded, in order, and the digests of the media computed.

use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256};

use crate::section::{self, Kind};
use crate::stated::Algorithm;
use crate::table::{Place, Table};
use crate::volume::Geometry;
use crate::{Fault, MAX_TROUBLES, Segment, Segments, Stopped, Trouble, chunk};

/// What the media came to.
pub(crate) struct Decoded {
    /// In the order of the algorithms that were asked for.
    pub(crate) digests: Vec<Vec<u8>>,
    /// Bytes that were decoded and hashed.
    pub(crate) hashed: u64,
    pub(crate) troubles: Vec<Trouble>,
}

enum Hasher {
    Md5(Box<Md5>),
    Sha1(Box<Sha1>),
    Sha256(Box<Sha256>),
}

impl Hasher {
    fn new(algorithm: Algorithm) -> Self {
        match algorithm {
            Algorithm::Md5 => Self::Md5(Box::default()),
            Algorithm::Sha1 => Self::Sha1(Box::default()),
            Algorithm::Sha256 => Self::Sha256(Box::default()),
        }
    }

    fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::Md5(hasher) => hasher.update(bytes),
            Self::Sha1(hasher) => hasher.update(bytes),
            Self::Sha256(hasher) => hasher.update(bytes),
        }
    }

    fn finish(self) -> Vec<u8> {
        match self {
            Self::Md5(hasher) => hasher.finalize().to_vec(),
            Self::Sha1(hasher) => hasher.finalize().to_vec(),
            Self::Sha256(hasher) => hasher.finalize().to_vec(),
        }
    }
}

/// Why a segment was not read to its end.
enum Ended {
    Fault(Fault),
    Stopped,
}

impl From<Fault> for Ended {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

struct Decoder<'a> {
    geometry: Geometry,
    go_on: &'a dyn Fn() -> bool,
    hashers: Vec<Hasher>,
    /// One chunk as it lies in the file, and decoded.
    stored: Vec<u8>,
    chunk: Vec<u8>,
    /// Bytes of the media that were passed, decoded or not.
    passed: u64,
    hashed: u64,
    /// Chunks of this segment that do not hold, and where the first of them stands.
    bad: Option<(u64, u64)>,
}

/// Decodes a set whose structure holds.
pub(crate) fn decode<S: Segments>(
    set: &S,
    geometry: Geometry,
    segments: u32,
    algorithms: &[Algorithm],
    go_on: &dyn Fn() -> bool,
) -> Result<Decoded, Stopped> {
    let chunk_size = usize::try_from(geometry.chunk_size).unwrap_or(0);
    let mut decoder = Decoder {
        geometry,
        go_on,
        hashers: algorithms.iter().copied().map(Hasher::new).collect(),
        stored: vec![0; chunk::longest(chunk_size)],
        chunk: vec![0; chunk_size],
        passed: 0,
        hashed: 0,
        bad: None,
    };
    let mut troubles = Vec::new();
    for number in 1..=segments {
        let fault = match set.open(number) {
            Ok(Some(segment)) => match decoder.segment(&segment) {
                Err(Ended::Stopped) => return Err(Stopped),
                Err(Ended::Fault(fault)) => Some(fault),
                Ok(()) => None,
            },
            Ok(None) => Some(Fault::Missing),
            Err(error) => Some(error.into()),
        };
        let bad = decoder.bad.take().map(|(count, first)| Fault::Chunks { count, first });
        troubles.extend([bad, fault].into_iter().flatten().map(|fault| Trouble { segment: number, fault }));
        if troubles.len() >= MAX_TROUBLES {
            troubles.truncate(MAX_TROUBLES);
            break;
        }
    }
    let digests = decoder.hashers.into_iter().map(Hasher::finish).collect();
    Ok(Decoded { digests, hashed: decoder.hashed, troubles })
}

impl Decoder<'_> {
    fn segment(&mut self, segment: &impl Segment) -> Result<(), Ended> {
        let mut sectors = None;
        let mut stopped = false;
        section::walk(segment, &mut |section| {
            match section.kind {
                Kind::Sectors => sectors = Some(*section),
                Kind::Table if !stopped => {
                    let table = Table::read(*section, sectors.as_ref(), segment)?;
                    match table.places(segment, &mut |place| self.place(place, segment)) {
                        Err(Ended::Fault(fault)) => return Err(fault),
                        Err(Ended::Stopped) => stopped = true,
                        Ok(()) => {}
                    }
                }
                _ => {}
            }
            Ok(())
        })?;
        if stopped { Err(Ended::Stopped) } else { Ok(()) }
    }

    fn place(&mut self, place: Place, segment: &impl Segment) -> Result<(), Ended> {
        if !(self.go_on)() {
            return Err(Ended::Stopped);
        }
        let left = self.geometry.media_size.saturating_sub(self.passed);
        let expected = usize::try_from(left).unwrap_or(usize::MAX).min(self.chunk.len());
        if expected == 0 {
            return Err(Fault::Surplus { media_size: self.geometry.media_size }.into());
        }
        let length = usize::try_from(place.end.saturating_sub(place.at)).unwrap_or(usize::MAX).min(self.stored.len());
        let stored = &mut self.stored[..length];
        section::read_exact(segment, stored, place.at)?;
        match chunk::decode(stored, place.is_deflated, expected, &mut self.chunk) {
            Some(bytes) => {
                self.hashers.iter_mut().for_each(|hasher| hasher.update(bytes));
                self.hashed += expected as u64;
            }
            None => {
                let (count, first) = self.bad.unwrap_or((0, self.passed));
                self.bad = Some((count + 1, first));
            }
        }
        self.passed += expected as u64;
        Ok(())
    }
}
