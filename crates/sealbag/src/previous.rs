//! The log of the bag that a new bag follows from: read once, carried along in `seal/previous/` (`docs/spec/bag.md`).
//!
//! Trusts nothing but what it verifies itself: event 0 by its signature, and through event 0 the source's tag manifest, which
//! says what the source carried itself. The events behind event 0 are taken as they are; whether they hold is for
//! [`crate::verify`] to say, of the source before this and of the new bag after it.

use sealbag_custody::page::MAX_PAGE_LEN;
use sealbag_custody::seal_record::{Previous, Relation, SealRecord};
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::layout::{
    MAX_TAG_MANIFEST, MAX_TAG_PATH, PREVIOUS, TAG_MANIFEST, TagFile, TagManifestError, parse_tag_manifest,
};
use sealbag_manifest::store::{BagStore, OpenError};
use thiserror::Error;

use crate::finding::Finding;
use crate::verify::custody::survey::{self, Survey};
use crate::verify::custody::{LOG, walk};
use crate::verify::report::Report;
use crate::verify::seal;

/// The most files that are carried along.
pub const MAX_FILES: usize = 10_000;
/// The most bytes that are carried along, in all.
pub const MAX_BYTES: u64 = 64 << 20;

/// A file that a bag carries beside its data and is sealed with the tag files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedFile {
    /// Path in the new bag.
    pub path: String,
    /// The whole file.
    pub bytes: Vec<u8>,
}

/// The source's log up to its head, ready to be carried along.
#[derive(Clone, Debug)]
pub struct PreviousLog {
    reference: Previous,
    seal: SealRecord,
    tags: Vec<TagFile>,
    files: Vec<CarriedFile>,
}

impl PreviousLog {
    /// What `[previous]` of the new bag says.
    pub fn reference(&self) -> &Previous {
        &self.reference
    }

    /// Event 0 of the source; its signature holds.
    pub fn seal(&self) -> &SealRecord {
        &self.seal
    }

    /// The files for `seal/previous/` of the new bag, by their path.
    pub fn files(&self) -> &[CarriedFile] {
        &self.files
    }

    /// The digest that the source's seal has for one of its tag files.
    pub(crate) fn sealed_tag(&self, path: &str) -> Option<Sha256Digest> {
        self.tags.iter().find(|file| file.path == path).map(|file| file.sha256)
    }
}

/// Why the log of a bag cannot be carried along.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum PreviousError {
    /// Event 0 does not hold.
    #[error("the seal of the source bag does not hold")]
    Seal {
        /// What speaks against it.
        findings: Vec<Finding>,
    },
    /// A file of the source cannot be had.
    #[error("{path}: {source}")]
    Unreadable {
        /// In the source bag.
        path: String,
        /// Why.
        source: OpenError,
    },
    /// The log has a gap.
    #[error("custody/{missing:06}.txt: is not there, but an event after it is")]
    Gap {
        /// Index of the first missing event.
        missing: u32,
    },
    /// Something in `custody/` does not belong to a log.
    #[error("there is more in custody/ of the source bag than its log")]
    Foreign {
        /// What it is.
        findings: Vec<Finding>,
    },
    /// An event is larger than any event may be.
    #[error("{path}: an event has at most {MAX_PAGE_LEN} bytes")]
    EventTooLarge {
        /// In the source bag.
        path: String,
    },
    /// A file is not the one that was sealed, or not the one that was read a moment before.
    #[error("{path}: is not what the source bag has sealed")]
    Changed {
        /// In the source bag.
        path: String,
    },
    /// The tag manifest of the source is what was sealed, and has another form.
    #[error("{TAG_MANIFEST}: {0}")]
    TagManifest(#[from] TagManifestError),
    /// Too many files.
    #[error("the log of the source bag has more than {MAX_FILES} files")]
    TooManyFiles,
    /// Too many bytes.
    #[error("the log of the source bag has more than {MAX_BYTES} bytes")]
    TooLarge,
    /// The source is the last of too long a line of bags.
    #[error("{path}: the path in the new bag would have more than {MAX_TAG_PATH} bytes")]
    TooDeep {
        /// In the source bag.
        path: String,
    },
}

/// Reads the log of a source bag. Whether the source verifies is the caller's business, before this.
pub fn gather(store: &dyn BagStore, relation: Relation) -> Result<PreviousLog, PreviousError> {
    let mut report = Report::default();
    let event = seal::read(store, &mut report);
    let Some(seal) = event.and_then(|event| seal::verify(event, &mut report)) else {
        return Err(PreviousError::Seal { findings: report.faults() });
    };
    let mut carry = Carry { store, files: Vec::new(), room: MAX_BYTES };
    let head = carry_log(&mut carry, seal.hash())?;
    let tags = sealed_tags(store, seal.record())?;
    for tag in tags.iter().filter(|tag| is_carried(&tag.path)) {
        let found = carry.take(&tag.path, MAX_BYTES)?;
        if found != tag.sha256 {
            return Err(PreviousError::Changed { path: tag.path.clone() });
        }
    }
    let mut files = carry.files;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let record = seal.record();
    Ok(PreviousLog {
        reference: Previous { relation, bag: record.bag, seal: seal.hash(), head, root: record.tree.root },
        seal: record.clone(),
        tags,
        files,
    })
}

/// True for what the source carried along itself.
fn is_carried(path: &str) -> bool {
    path.strip_prefix(PREVIOUS).is_some_and(|rest| rest.starts_with('/'))
}

/// Takes the events, and the tokens over them; returns the digest of the last event.
fn carry_log(carry: &mut Carry<'_>, seal: Sha256Digest) -> Result<Sha256Digest, PreviousError> {
    let mut report = Report::default();
    let Survey { last, tokens } = survey::look(carry.store, &mut report);
    let findings = report.faults();
    if !findings.is_empty() {
        return Err(PreviousError::Foreign { findings });
    }
    let mut head = seal;
    for index in 0..=last {
        let path = walk::path(LOG, index);
        head = match carry.take(&path, MAX_PAGE_LEN as u64) {
            Err(PreviousError::Unreadable { source: OpenError::Missing, .. }) => {
                return Err(PreviousError::Gap { missing: index });
            }
            taken => taken?,
        };
        if index == 0 && head != seal {
            return Err(PreviousError::Changed { path });
        }
    }
    // A token over an event behind the head belongs to a log that has grown meanwhile.
    for token in tokens.iter().filter(|token| token.index <= last) {
        carry.take(&token.path, MAX_BYTES)?;
    }
    Ok(head)
}

/// The tag files of the source as its seal binds them.
fn sealed_tags(store: &dyn BagStore, record: &SealRecord) -> Result<Vec<TagFile>, PreviousError> {
    let unreadable = |source| PreviousError::Unreadable { path: TAG_MANIFEST.to_owned(), source };
    let text = store.read_whole(TAG_MANIFEST, MAX_TAG_MANIFEST).map_err(unreadable)?;
    if sha256(&text) != record.digests.tagmanifest_sha256 {
        return Err(PreviousError::Changed { path: TAG_MANIFEST.to_owned() });
    }
    Ok(parse_tag_manifest(&text)?)
}

/// Takes files within the limits.
struct Carry<'a> {
    store: &'a dyn BagStore,
    files: Vec<CarriedFile>,
    /// Bytes that may still be taken.
    room: u64,
}

impl Carry<'_> {
    /// Takes one file of the source, under its name below `seal/previous/`; returns its digest.
    fn take(&mut self, path: &str, limit: u64) -> Result<Sha256Digest, PreviousError> {
        let unreadable = |source| PreviousError::Unreadable { path: path.to_owned(), source };
        if self.files.len() == MAX_FILES {
            return Err(PreviousError::TooManyFiles);
        }
        let base = path.strip_prefix(LOG).or_else(|| path.strip_prefix("seal/")).unwrap_or(path);
        let target = format!("{PREVIOUS}/{base}");
        if target.len() > MAX_TAG_PATH {
            return Err(PreviousError::TooDeep { path: path.to_owned() });
        }
        let bytes = self.store.read_whole(path, limit.min(self.room)).map_err(unreadable)?;
        let size = bytes.len() as u64;
        if size > self.room {
            return Err(PreviousError::TooLarge);
        }
        if size > limit {
            return Err(PreviousError::EventTooLarge { path: path.to_owned() });
        }
        self.room -= size;
        let digest = sha256(&bytes);
        self.files.push(CarriedFile { path: target, bytes });
        Ok(digest)
    }
}
