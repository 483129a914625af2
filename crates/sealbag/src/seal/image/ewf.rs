//! EWF segment files (`.E01`, `.s01`) by their names and signatures, opened beside the file that the walk found.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};

use sealbag_image::name::{Case, MAX_SEGMENTS, SegmentName};
use sealbag_image::{Examination, Fault, SIGNATURE, SIGNATURE_2, Segment, Segments, Stated};
use sealbag_manifest::digest::hex;
use sealbag_manifest::entry::Declared;
use sealbag_manifest::path::EvidencePath;
use sealbag_manifest::source::{CopyError, Examined, FileId, FileState, Found, Neighbour, Neighbours, Source};
use sealbag_manifest::text::is_plain;
use sha2::{Digest, Sha256};

use super::{DiskImage, ImageState, Outcome};
use crate::seal::Trouble;

/// How often a set that changes while it is decoded is decoded again.
const ATTEMPTS: usize = 3;

/// A file with the name of a segment, and what lies beside it.
pub(in crate::seal) struct Candidate<'a> {
    path: EvidencePath,
    name: SegmentName,
    beside: Neighbours<'a>,
}

/// What the beginning of a file says.
#[derive(PartialEq, Eq)]
enum Beginning {
    /// A segment of a disk image.
    Segment,
    /// Almost one: a few bits of the signature differ.
    Almost,
    Other,
}

impl<'a> Candidate<'a> {
    pub(super) fn of(source: &'a Source, found: &Found) -> Option<Self> {
        let name = SegmentName::parse(found.path.name())?;
        Some(Self { path: found.path.clone(), name, beside: source.beside(found)? })
    }

    pub(super) fn look(
        self,
        examined: &mut Examined,
        known: Option<ImageState>,
        stop: &AtomicBool,
    ) -> Result<Outcome, CopyError> {
        if examined.entry.content.is_none() {
            return Ok(Outcome::default());
        }
        match self.name.number() {
            1 => self.first(examined, known, stop),
            _ => Ok(Outcome { troubles: self.orphan(), ..Outcome::default() }),
        }
    }

    /// A segment whose predecessor is gone: nobody else would miss the set that it belongs to.
    fn orphan(&self) -> Vec<Trouble> {
        let number = self.name.number();
        let has_predecessor = self.state(number - 1).is_some();
        if has_predecessor || self.beginning(number) != Some(Beginning::Segment) {
            return Vec::new();
        }
        vec![self.trouble(number - 1, &Fault::Missing)]
    }

    fn first(
        &self,
        examined: &mut Examined,
        known: Option<ImageState>,
        stop: &AtomicBool,
    ) -> Result<Outcome, CopyError> {
        match self.beginning(1) {
            // What cannot be opened has its trouble already.
            None => return Ok(Outcome::default()),
            Some(Beginning::Segment) => {}
            // The extension of SMART is used for other things too.
            Some(Beginning::Other) if self.name.is_smart() && self.beginning(2) != Some(Beginning::Segment) => {
                return Ok(Outcome::default());
            }
            Some(_) => {}
        }
        let before = self.set_state();
        let is_known = known.is_some_and(|known| before.as_ref().is_some_and(|(state, _)| *state == known));
        if let (true, Some((_, segments))) = (is_known, &before) {
            let declared = examined.entry.declared.clone();
            let image = Some(DiskImage { path: self.path.shown(), segments: *segments, declared, holds: true });
            return Ok(Outcome { image, state: known, troubles: Vec::new() });
        }
        let (examination, state) = self.decode(before, stop)?;
        examined.entry.declared = declared(&examination);
        let mut troubles: Vec<_> = examination.troubles.iter().map(|it| self.trouble(it.segment, &it.fault)).collect();
        if state.is_none() {
            let why = "the disk image that begins here changed while it was decoded, each time".to_owned();
            troubles.push(Trouble { path: self.path.shown(), why, damage: None });
            examined.entry.declared.iter_mut().for_each(|declared| declared.checked = false);
        }
        let holds = troubles.is_empty();
        let is_confirmed = holds && !examined.entry.declared.is_empty();
        let image = DiskImage {
            path: self.path.shown(),
            segments: examination.segments,
            declared: examined.entry.declared.clone(),
            holds,
        };
        Ok(Outcome { image: Some(image), state: state.filter(|_| is_confirmed), troubles })
    }

    /// Decodes the set; its state is `None` if it changed each time.
    fn decode(
        &self,
        mut before: Option<(ImageState, u32)>,
        stop: &AtomicBool,
    ) -> Result<(Examination, Option<ImageState>), CopyError> {
        let mut attempt = 0;
        loop {
            attempt += 1;
            let go_on = || !stop.load(Ordering::Relaxed);
            let examination = sealbag_image::examine(self, &go_on).map_err(|_| CopyError::Stopped)?;
            let after = self.set_state();
            if after == before {
                return Ok((examination, after.map(|(state, _)| state)));
            }
            if attempt == ATTEMPTS {
                return Ok((examination, None));
            }
            before = after;
        }
    }

    /// The state of all segments from the first to the first that is missing, and their number.
    fn set_state(&self) -> Option<(ImageState, u32)> {
        let mut hasher = Sha256::new();
        let mut segments = 0;
        while let Some(state) = (segments < MAX_SEGMENTS).then(|| self.state(segments + 1)).flatten() {
            let FileState { id: FileId { dev, ino }, size, times } = state;
            [dev, ino, size].iter().for_each(|value| hasher.update(value.to_le_bytes()));
            for (seconds, nanoseconds) in times {
                hasher.update(seconds.to_le_bytes());
                hasher.update(nanoseconds.to_le_bytes());
            }
            segments += 1;
        }
        (segments > 0).then(|| (ImageState(hasher.finalize().into()), segments))
    }

    fn state(&self, number: u32) -> Option<FileState> {
        self.names(number).find_map(|name| self.beside.state(&name))
    }

    /// Its name as the others are written, then in the other case.
    fn names(&self, number: u32) -> impl Iterator<Item = Vec<u8>> {
        [Case::AsFound, Case::Other].into_iter().filter_map(move |case| self.name.with_number(number, case))
    }

    fn beginning(&self, number: u32) -> Option<Beginning> {
        let mut bytes = [0; SIGNATURE.len()];
        let segment = Segments::open(self, number).ok()??;
        let count = segment.read_at(&mut bytes, 0).ok()?;
        let differing = bytes.iter().zip(SIGNATURE).filter(|(found, expected)| **found != *expected).count();
        Some(match differing {
            _ if bytes == SIGNATURE || bytes == SIGNATURE_2 => Beginning::Segment,
            1..=2 if count == bytes.len() => Beginning::Almost,
            _ => Beginning::Other,
        })
    }

    fn trouble(&self, number: u32, fault: &Fault) -> Trouble {
        let found = self.names(number).find(|name| self.beside.state(name).is_some());
        let name = found.or_else(|| self.names(number).next());
        let mut path = self.path.as_bytes().to_vec();
        if let Some(name) = name {
            path.truncate(path.len() - self.path.name().len());
            path.extend(name);
        }
        Trouble { path: sealbag_manifest::path::shown(&path), why: fault.to_string(), damage: None }
    }
}

impl Segments for Candidate<'_> {
    type Segment = Open;

    fn open(&self, number: u32) -> io::Result<Option<Open>> {
        for name in self.names(number) {
            if let Some(file) = self.beside.open(&name)? {
                return Ok(Some(Open(file)));
            }
        }
        Ok(None)
    }
}

/// An open segment file.
pub(in crate::seal) struct Open(Neighbour);

impl Segment for Open {
    fn size(&self) -> u64 {
        self.0.size()
    }

    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        self.0.read_at(buffer, offset)
    }
}

/// What the image states, for the entry of its first segment.
fn declared(examination: &Examination) -> Vec<Declared> {
    let by = match examination.software.as_deref().filter(|version| is_plain(version)) {
        Some(version) => format!("EWF image, acquisition software version {version}"),
        None => "EWF image".to_owned(),
    };
    let one = |stated: &Stated| Declared {
        alg: stated.algorithm.word().to_owned(),
        value: hex(&stated.value),
        by: by.clone(),
        checked: stated.confirmed,
    };
    examination.stated.iter().map(one).collect()
}
