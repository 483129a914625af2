//! A text that a person wrote for the program: read whole, with a bound, and only from a regular file.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// Why such a text cannot be read. `what` names it, as in `form`.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum TextFileError {
    /// It is not there, or the system does not give it.
    #[error("cannot read the {what}")]
    Read {
        /// What was to be read.
        what: &'static str,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// A directory, a pipe, a device.
    #[error("the {what} is not a regular file")]
    NotRegular {
        /// What was to be read.
        what: &'static str,
    },
    /// Longer than it may be.
    #[error("the {what} is longer than {limit} bytes")]
    TooLong {
        /// What was to be read.
        what: &'static str,
        /// The bound.
        limit: u64,
    },
    /// Bytes that are no text.
    #[error("the {what} is not UTF-8")]
    NotUtf8 {
        /// What was to be read.
        what: &'static str,
    },
}

/// Reads a text of at most `limit` bytes.
///
/// # Errors
/// See [`TextFileError`].
pub(crate) fn read(path: &Path, what: &'static str, limit: u64) -> Result<String, TextFileError> {
    String::from_utf8(read_bytes(path, what, limit)?).map_err(|_| TextFileError::NotUtf8 { what })
}

/// The same as bytes, where a signature is verified before anything is read as text.
///
/// # Errors
/// See [`TextFileError`].
pub(crate) fn read_bytes(path: &Path, what: &'static str, limit: u64) -> Result<Vec<u8>, TextFileError> {
    let failed = |source| TextFileError::Read { what, source };
    let regular = |metadata: &fs::Metadata| match metadata.is_file() {
        true => Ok(()),
        false => Err(TextFileError::NotRegular { what }),
    };
    // Asked before it is opened: opening a pipe waits for its other end.
    regular(&fs::metadata(path).map_err(failed)?)?;
    let file = File::open(path).map_err(failed)?;
    regular(&file.metadata().map_err(failed)?)?;
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > limit { Err(TextFileError::TooLong { what, limit }) } else { Ok(bytes) }
}
