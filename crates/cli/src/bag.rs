//! The bag that a command is given: a directory, or one file.

use std::path::Path;

use sealbag_manifest::store::{DiskBag, OpenBagError};

use crate::commands::VerifyError;
use crate::diagnose::CliError;

/// A log is not written into one file.
#[derive(Debug, thiserror::Error)]
#[error("a packed bag is only read")]
pub(crate) struct PackedIsRead;

/// Opens a bag to read it.
///
/// # Errors
/// It is not there, or is no bag of either form.
pub(crate) fn open(path: &Path) -> Result<DiskBag, CliError> {
    DiskBag::open(path).map_err(|error| not_opened(error, path))
}

/// There is nothing to look at.
pub(crate) fn not_opened(error: OpenBagError, path: &Path) -> CliError {
    match error {
        OpenBagError::Io(source) => CliError::failed(&VerifyError::Open(source)).at(path),
        error => CliError::from(error).at(path),
    }
}

/// Refuses to write into a packed bag.
///
/// # Errors
/// The bag is a file.
pub(crate) fn refuse_packed(path: &Path) -> Result<(), CliError> {
    match path.is_file() {
        true => Err(CliError::from(PackedIsRead).at(path)),
        false => Ok(()),
    }
}
