//! One bag on its way to its verdict: what was chosen, what is to be hashed, what was hashed, what follows.

use std::collections::HashMap;
use std::io;

use sealbag::verdict::Verdict;
use sealbag::verify::measured::{Measured, Prepared, Wanted, prepare};
use sealbag::verify::{Anchors, Depth, Options, refuse_packed};
use sealbag_custody::keyset::Keyset;
use sealbag_custody::log_page::{EventPage, SealPage};
use sealbag_custody::receipt::Receipt;
use sealbag_custody::roster::{VerifiedRecognition, VerifiedRoster};
use sealbag_manifest::chunks::LARGE_FILE;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::{Algorithms, FileDigests};
use sealbag_manifest::observer::Silent;
use sealbag_manifest::store::BagStore;

use crate::bag::ChosenBag;
use crate::digests::{self, number_of};
use crate::file::Reader;
use crate::timeline::{self, Timeline};

/// A file that a worker is to read and hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Number of the file among those that were chosen.
    pub file: u32,
    /// Where its bytes begin.
    pub offset: u64,
    /// How many they are.
    pub size: u64,
    /// [`number_of`] the algorithms that the list asks for.
    pub algorithms: u8,
}

impl Job {
    /// True if the file is hashed twice: first its groups by all workers, then as a whole by one.
    pub fn is_large(&self) -> bool {
        self.size > LARGE_FILE
    }
}

/// What somebody brought along in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnchorKind {
    /// The public keys of an authority that keeps a roster.
    Authority,
    /// Rosters.
    Roster,
    /// A recognition of one authority by another.
    Recognition,
    /// The public key of the signer.
    Signer,
    /// A receipt, or an event that somebody kept.
    Receipt,
    /// Certificates of time-stamp authorities.
    Tsa,
    /// A time-stamp token that somebody kept.
    Token,
}

impl AnchorKind {
    const ALL: [(&'static str, Self); 7] = [
        ("authority", Self::Authority),
        ("roster", Self::Roster),
        ("recognition", Self::Recognition),
        ("signer", Self::Signer),
        ("receipt", Self::Receipt),
        ("tsa", Self::Tsa),
        ("token", Self::Token),
    ];

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(one, _)| *one == name).map(|(_, kind)| kind)
    }

    /// The name of what a file is, by its content; `key` for one public key, which may be an authority's or a signer's.
    pub fn guess(bytes: &[u8]) -> Option<&'static str> {
        let is_page =
            || Receipt::read(bytes).is_ok() || EventPage::read(bytes).is_ok() || SealPage::read(bytes).is_ok();
        match keys(bytes) {
            Some(keys) if keys.keys().len() == 1 => Some("key"),
            Some(_) => Some("authority"),
            None if VerifiedRoster::read_file(bytes).is_ok() => Some("roster"),
            None if VerifiedRecognition::read(bytes).is_ok() => Some("recognition"),
            None if is_page() => Some("receipt"),
            None if sealbag_timestamp::Anchors::parse(bytes).is_ok() => Some("tsa"),
            None if sealbag_timestamp::Token::parse(bytes).is_ok() => Some("token"),
            None => None,
        }
    }
}

fn keys(bytes: &[u8]) -> Option<Keyset> {
    Keyset::parse(bytes).ok()
}

/// What is known of a file's content.
#[derive(Default)]
struct Known {
    /// From its groups: BLAKE3 alone.
    quick: Option<Box<FileDigests>>,
    /// From one reading of the whole, as a worker sent it: there may be very many, and few bytes of each.
    full: Option<Box<[u8]>>,
    is_unreadable: bool,
}

impl Known {
    fn full(&self) -> Option<FileDigests> {
        self.full.as_deref().and_then(digests::read)
    }
}

/// A bag that was chosen, with its anchors.
pub struct Session<R: Reader> {
    bag: ChosenBag<R>,
    anchors: Anchors,
    prepared: Option<Prepared>,
    jobs: Vec<Job>,
    by_place: HashMap<String, usize>,
    known: Vec<Known>,
}

impl<R: Reader> Session<R> {
    /// For a bag.
    pub fn new(bag: ChosenBag<R>) -> Self {
        Self {
            bag,
            anchors: Anchors::default(),
            prepared: None,
            jobs: Vec::new(),
            by_place: HashMap::new(),
            known: Vec::new(),
        }
    }

    /// The bag.
    pub fn bag(&mut self) -> &mut ChosenBag<R> {
        &mut self.bag
    }

    /// Adds an anchor. False if a key or a certificate is none; what is wrong with the others, the verdict says.
    #[must_use]
    pub fn add_anchor(&mut self, kind: AnchorKind, bytes: &[u8]) -> bool {
        let anchors = &mut self.anchors;
        match kind {
            AnchorKind::Roster => anchors.rosters.push(bytes.to_vec()),
            AnchorKind::Recognition => anchors.recognitions.push(bytes.to_vec()),
            AnchorKind::Receipt => anchors.receipts.push(bytes.to_vec()),
            AnchorKind::Token => anchors.tokens.push(bytes.to_vec()),
            AnchorKind::Authority => match keys(bytes) {
                Some(keys) => anchors.authorities.push(keys),
                None => return false,
            },
            AnchorKind::Signer => match keys(bytes).as_ref().map(Keyset::keys) {
                Some([key]) => anchors.signers.push(key.clone()),
                _ => return false,
            },
            AnchorKind::Tsa => match sealbag_timestamp::Anchors::parse(bytes) {
                Ok(more) => anchors.tsa = std::mem::take(&mut anchors.tsa).with(more),
                Err(_) => return false,
            },
        }
        true
    }

    /// Sets the seal hash as it stands on paper: spaces and case do not matter. False if it is none.
    #[must_use]
    pub fn set_seal_hash(&mut self, text: &str) -> bool {
        let digits: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
        self.anchors.seal_hash = Sha256Digest::from_hex(&digits);
        self.anchors.seal_hash.is_some()
    }

    /// Checks what can be checked without the files in `data/`, and plans their reading.
    pub fn prepare(&mut self) -> &[Job] {
        let prepared = prepare(&self.bag, &Silent);
        let (jobs, by_place, bag) = (&mut self.jobs, &mut self.by_place, &self.bag);
        // A list that is not the same any more is a finding of the verdict.
        let _ = prepared.wanted(bag, Depth::Full, &mut |Wanted { place, size, algorithms }| {
            if let Some((file, offset)) = bag.place(place) {
                by_place.insert(place.to_owned(), jobs.len());
                jobs.push(Job { file, offset, size, algorithms: number_of(algorithms) });
            }
        });
        self.known.resize_with(self.jobs.len(), Known::default);
        self.prepared = Some(prepared);
        &self.jobs
    }

    /// Takes what a worker found of the whole file; none if it could not be read.
    pub fn put(&mut self, job: usize, found: Option<&[u8]>) {
        let Some(known) = self.known.get_mut(job) else { return };
        match found.filter(|bytes| digests::read(bytes).is_some()) {
            Some(digests) => known.full = Some(digests.into()),
            None => known.is_unreadable = true,
        }
    }

    /// Takes the values of all groups of a large file; none if some could not be read.
    pub fn put_groups(&mut self, job: usize, values: Option<&[u8]>) {
        let (Some(known), Some(size)) = (self.known.get_mut(job), self.jobs.get(job).map(|job| job.size)) else {
            return;
        };
        match values.and_then(digests::values).and_then(|values| FileDigests::of_groups(size, values).ok()) {
            Some(digests) => known.quick = Some(Box::new(digests)),
            None => known.is_unreadable = true,
        }
    }

    /// The verdict from what is known by now. With [`Depth::Quick`] the groups of large files are enough.
    pub fn conclude(&self, depth: Depth) -> Option<Verdict> {
        if let ChosenBag::Refused(error) = &self.bag {
            return Some(refuse_packed(error, &self.anchors));
        }
        let prepared = self.prepared.as_ref()?;
        let options = Options::new(&self.anchors, depth, &Silent);
        Some(prepared.conclude(&self.bag, &options, &Table { by_place: &self.by_place, known: &self.known }))
    }

    /// The custody log, event by event.
    pub fn timeline(&self) -> Timeline {
        timeline::read(&self.bag as &dyn BagStore, &self.anchors)
    }
}

struct Table<'a> {
    by_place: &'a HashMap<String, usize>,
    known: &'a [Known],
}

impl Measured for Table<'_> {
    fn digests(&self, wanted: &Wanted<'_>) -> io::Result<FileDigests> {
        let known = self.by_place.get(wanted.place).and_then(|&job| self.known.get(job));
        let Some(known) = known.filter(|known| !known.is_unreadable) else {
            return Err(io::ErrorKind::Other.into());
        };
        let found = match wanted.algorithms {
            Algorithms::Full(_) => known.full(),
            Algorithms::Blake3Only => known.quick.as_deref().cloned().or_else(|| known.full()),
        };
        found.ok_or_else(|| io::ErrorKind::Other.into())
    }
}
