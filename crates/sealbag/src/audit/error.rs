//! Why an audit could not be done, or not to its end.

use std::io;
use std::path::PathBuf;

/// What kept an audit from its work.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AuditError {
    /// Two of the roots are one place, or one lies in the other: bags would be counted twice.
    #[error("{} lies in {}, which is audited too", .inner.display(), .outer.display())]
    Overlap {
        /// The inner one.
        inner: PathBuf,
        /// The outer one.
        outer: PathBuf,
    },
    /// Something would be written into a bag.
    #[error("{} lies in a bag; an audit writes nothing into a bag", .path.display())]
    InsideBag {
        /// What would be written.
        path: PathBuf,
    },
    /// The results would be written through a link.
    #[error("{} is a link; an audit writes through no link, since it may lead into a bag", .path.display())]
    Link {
        /// The link.
        path: PathBuf,
    },
    /// Where something would be written cannot be told.
    #[error("cannot tell where {} leads", .path.display())]
    Unresolved {
        /// What would be written.
        path: PathBuf,
    },
    /// The results file cannot be read or written.
    #[error("cannot {action} the results")]
    Results {
        /// What was tried.
        action: &'static str,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The file to resume from holds something else.
    #[error("this is no file of results")]
    NotResults,
    /// A line of it is not one of results.
    #[error("line {line} is not a line of results")]
    MalformedLine {
        /// Counted from 1; 0 if it was just written.
        line: u64,
    },
    /// It belongs to an audit with other options.
    #[error("these results were made with other options: {what}")]
    OtherOptions {
        /// Which.
        what: String,
    },
    /// Somebody else writes to it.
    #[error("another audit is writing these results")]
    Busy,
    /// The receipts cannot be listed.
    #[error("cannot read the receipts")]
    Receipts(#[source] io::Error),
    /// Nobody takes the results any more.
    #[error("cannot hand over a result")]
    Output(#[source] io::Error),
}
