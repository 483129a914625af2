//! Why an event was not appended.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::io::Errno;

/// Why nothing was appended, or, for [`AppendError::Undetermined`] alone, why that is not known.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AppendError {
    /// The system refused. Nothing was published.
    #[error("{}: cannot {action}", path.display())]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// What was tried.
        action: &'static str,
        /// Why it failed.
        #[source]
        source: io::Error,
    },
    /// `custody/` is a link or a file.
    #[error("{}: not a directory; a link is not followed", path.display())]
    NotADirectory {
        /// The place of the log.
        path: PathBuf,
    },
    /// Another writer holds the lock.
    #[error("{}: another program has been writing this log for {waited:?}", path.display())]
    Busy {
        /// The place of the log.
        path: PathBuf,
        /// How long was waited.
        waited: Duration,
    },
    /// No event can be appended under this number: 0 is the seal, and names have six digits.
    #[error("there is no event of number {index} to append")]
    Index {
        /// The number asked for.
        index: u32,
    },
    /// Tokens are numbered from 1.
    #[error("there is no time-stamp token of number 0")]
    TokenNumber,
    /// An empty file is no event.
    #[error("{}: there is nothing to write", path.display())]
    Empty {
        /// The file that was to be written.
        path: PathBuf,
    },
    /// More bytes than such a file can have.
    #[error("{}: more than {limit} bytes", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The most that is allowed, in bytes.
        limit: usize,
    },
    /// An earlier event is missing: a log has no gaps.
    #[error("{}: event {missing} is missing before event {before}", path.display())]
    Gap {
        /// The place of the log.
        path: PathBuf,
        /// The first event that is not there.
        missing: u32,
        /// The number that was to be written, or that follows the last event.
        before: u32,
    },
    /// A later event is there, but not this one: its file was taken away.
    #[error("{}: event {index} is missing, but event {last} is there", path.display())]
    Behind {
        /// The place of the log.
        path: PathBuf,
        /// The number that was to be written.
        index: u32,
        /// The highest number that is there.
        last: u32,
    },
    /// A link, directory, pipe or device where a file belongs.
    #[error("{}: not a regular file", path.display())]
    NotRegular {
        /// The name.
        path: PathBuf,
    },
    /// Another event has this number: somebody else was first. The log is as they left it.
    #[error("another event {index} is in the log already")]
    Taken {
        /// The number.
        index: u32,
        /// The event that is there, as it is. It is not verified.
        winner: Vec<u8>,
    },
    /// Another time-stamp token has this number.
    #[error("another time-stamp token {number} over event {index} is there already")]
    TokenTaken {
        /// The number of the event.
        index: u32,
        /// The number of the token.
        number: u32,
        /// The token that is there, as it is. It is not verified.
        winner: Vec<u8>,
    },
    /// The file system has neither hard links nor a rename that replaces nothing, so two writers could both succeed.
    #[error("{}: this file system cannot give a file a name without perhaps replacing another", path.display())]
    NotExclusive {
        /// The file that was to be published.
        path: PathBuf,
        /// What the rename answered.
        #[source]
        source: io::Error,
    },
    /// What was read back is not what was written. Nothing was published.
    #[error("{}: what was read back differs from what was written", path.display())]
    ReadBack {
        /// The file written aside.
        path: PathBuf,
    },
    /// After the attempt to publish, what has the name cannot be read: the file may be in the log or not.
    #[error("{}: it is not known whether this was published; cannot {action}", path.display())]
    Undetermined {
        /// The file that was to be published.
        path: PathBuf,
        /// What was tried when looking.
        action: &'static str,
        /// Why it failed.
        #[source]
        source: io::Error,
    },
}

impl AppendError {
    /// Makes an error of what the system answered.
    pub(super) fn io(action: &'static str, path: &Path) -> impl Fn(Errno) -> Self + use<> {
        let path = path.to_owned();
        move |errno| Self::Io { path: path.clone(), action, source: errno.into() }
    }
}
