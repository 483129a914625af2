//! Why a bag was not sealed.

use std::io;
use std::path::{Path, PathBuf};

use sealbag_custody::key::SignError;
use sealbag_custody::page::PageError;
use sealbag_custody::record::RecordError;
use sealbag_manifest::source::{CopyError, SourceError};
use thiserror::Error;

use crate::damage::Damage;
use crate::finding::Finding;

/// A file that could not be read, and why; both safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Where in the evidence.
    pub path: String,
    /// What happened.
    pub why: String,
    /// Which bytes are meant, if only some are.
    pub damage: Option<Box<Damage>>,
}

/// Why a bag was not sealed.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SealError {
    /// The source cannot be used.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// The source itself cannot be listed.
    #[error("the source cannot be listed: {0}")]
    List(#[source] io::Error),
    /// A bag of that name is there.
    #[error("{}: exists already", path.display())]
    OutputExists {
        /// The bag.
        path: PathBuf,
    },
    /// An interrupted seal of that name is there.
    #[error("{}: an interrupted seal lies here", path.display())]
    Interrupted {
        /// The partial bag.
        path: PathBuf,
    },
    /// An interrupted copy of a bag is there, which only a copy of the same bag goes on with.
    #[error("{}: an interrupted copy of a bag lies here", path.display())]
    InterruptedCopy {
        /// The partial bag.
        path: PathBuf,
    },
    /// There is no interrupted seal.
    #[error("{}: there is no interrupted seal to go on with", path.display())]
    NothingToResume {
        /// Where the partial bag would be.
        path: PathBuf,
    },
    /// The interrupted seal was stopped before it had read anything.
    #[error("{}: the interrupted seal had not begun to read yet", path.display())]
    NothingBegun {
        /// The partial bag.
        path: PathBuf,
    },
    /// What an interrupted seal left cannot be used.
    #[error("{}: what the interrupted seal left is damaged", path.display())]
    DamagedPartial {
        /// The file.
        path: PathBuf,
    },
    /// Somebody else's partial bag.
    #[error("{}: the interrupted seal belongs to another user", path.display())]
    ForeignPartial {
        /// The partial bag.
        path: PathBuf,
    },
    /// Another program is at work on the same partial bag.
    #[error("{}: another program is sealing here", path.display())]
    Busy {
        /// The partial bag.
        path: PathBuf,
    },
    /// The seal was begun with another key.
    #[error("the seal was begun with key {begun_with}, not with {given}")]
    OtherSigner {
        /// Fingerprint in the draft.
        begun_with: String,
        /// Fingerprint of the key given.
        given: String,
    },
    /// The bag would lie in what it seals.
    #[error("{}: the bag would lie inside the source {}", bag.display(), source_path.display())]
    OutputInsideSource {
        /// The bag.
        bag: PathBuf,
        /// The source.
        source_path: PathBuf,
    },
    /// The bag would lie on the medium that is sealed.
    #[error("{}: the bag would lie on the same device as the source {}", bag.display(), source_path.display())]
    SameDevice {
        /// The bag.
        bag: PathBuf,
        /// The source.
        source_path: PathBuf,
    },
    /// A file or directory of the bag cannot be written or read.
    #[error("{}: {what}: {source}", path.display())]
    Bag {
        /// What was tried.
        what: &'static str,
        /// On what.
        path: PathBuf,
        /// Why it failed.
        source: io::Error,
    },
    /// Copying cannot go on.
    #[error(transparent)]
    Copy(#[from] CopyError),
    /// Parts of the evidence could not be read, or disk images in it do not hold; the partial bag is kept.
    #[error("{}", in_doubt(*entries, *images))]
    Unreadable {
        /// How many could not be read whole.
        entries: u64,
        /// How many files stand for a disk image that does not hold.
        images: u64,
        /// The first of both.
        first: Vec<Trouble>,
        /// The partial bag.
        partial: PathBuf,
    },
    /// What was read back is not what was written; nothing was signed.
    #[error("what was written differs from what was read ({} findings); nothing was signed", findings.len())]
    ReadBack {
        /// What differs.
        findings: Vec<Finding>,
        /// The partial bag.
        partial: PathBuf,
    },
    /// A value cannot stand in a seal.
    #[error("the seal cannot be written: {0}")]
    Record(#[from] RecordError),
    /// The roster is not the one that the seal would name.
    #[error("the roster's bytes do not have the digest that the seal would give")]
    OtherRoster,
    /// The system gives no random numbers.
    #[error("the system gives no random numbers")]
    NoRandomNumbers,
    /// The key did not sign; all that was to be signed is kept.
    #[error("the bag is not signed")]
    Sign {
        /// Where the bag in the making lies.
        partial: PathBuf,
        /// What it was to become.
        work: Work,
        /// Why the key did not sign.
        #[source]
        source: SignError,
    },
    /// The signature just made does not hold; it was not published.
    #[error("the signature just made does not hold: {0}")]
    OwnSignature(#[source] PageError),
    /// The record does not come back from its own bytes; nothing was published.
    #[error("the seal just made does not come back from its own bytes")]
    OwnRecord,
}

fn in_doubt(entries: u64, images: u64) -> String {
    let unread = || format!("{entries} of the things to be sealed could not be read whole");
    let broken = || match images {
        1 => "a disk image among the files could not be confirmed".to_owned(),
        _ => format!("{images} disk images among the files could not be confirmed"),
    };
    match (entries, images) {
        (_, 0) => unread(),
        (0, _) => broken(),
        _ => format!("{}, and {}", unread(), broken()),
    }
}

impl SealError {
    /// For `map_err` on work with files of the bag.
    pub(crate) fn bag(what: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Bag { what, path: path.to_owned(), source }
    }
}

/// What an interrupted run was at, which decides how it is gone on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// A seal: `seal::resume` goes on.
    Sealing,
    /// A copy of a bag: the same request goes on.
    Copying,
}
