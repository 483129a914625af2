//! Why nothing, or not all, was taken out.

use std::io;
use std::path::PathBuf;

use sealbag_manifest::store::OpenError;
use thiserror::Error;

use crate::finding::{Finding, Severity};

/// Why nothing was taken out.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ExtractError {
    /// Seal or list do not hold, or the anchor is another's.
    #[error("the bag does not hold ({} findings); nothing was written", findings.len())]
    NotSound {
        /// What was found.
        findings: Vec<Finding>,
    },
    /// Nothing from outside the bag was given.
    #[error("nothing from outside the bag was given; nothing was written")]
    NoAnchor,
    /// The data lie outside the bag.
    #[error("the data lie outside this bag; there is nothing to take out")]
    Detached,
    /// The target is there and not empty.
    #[error("{}: exists already and is not empty", path.display())]
    TargetExists {
        /// The target.
        path: PathBuf,
    },
    /// What lies in the target was begun by another request.
    #[error("{}: holds an unfinished extraction of another bag, or of other paths or options", path.display())]
    OtherExtraction {
        /// The target.
        path: PathBuf,
    },
    /// Another run writes there.
    #[error("{}: another run of sealbag is writing there", path.display())]
    Busy {
        /// The target.
        path: PathBuf,
    },
    /// The target cannot be made.
    #[error("{}: {source}", path.display())]
    Target {
        /// Where.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Paths that the bag does not have.
    #[error("the bag does not have: {}; nothing was written", paths.join(", "))]
    UnknownPaths {
        /// Safe to show.
        paths: Vec<String>,
    },
    /// The sealed list cannot be read again.
    #[error("the sealed list cannot be read again: {0}")]
    List(#[source] OpenError),
    /// The list changed while it was used.
    #[error("the bag changed while it was read")]
    ChangedWhileRead,
}

impl ExtractError {
    /// How much the findings weigh, where there are any.
    pub fn severity(&self) -> Option<Severity> {
        match self {
            Self::NotSound { findings } => findings.iter().map(|finding| finding.severity).max(),
            Self::NoAnchor | Self::ChangedWhileRead => Some(Severity::Undetermined),
            _ => None,
        }
    }
}
