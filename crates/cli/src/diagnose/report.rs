//! Hints for reports, forms and languages.

use std::error::Error;

use super::CliError;
use crate::commands::ReportUseError;
use crate::language::LanguageError;
use crate::new_file::PlaceError;

impl From<ReportUseError> for CliError {
    fn from(error: ReportUseError) -> Self {
        match &error {
            ReportUseError::Ending { .. } => Self::refused(&error).with_hint("the ending says what is written"),
            ReportUseError::NoSeal => Self::failed(&error).with_hint("`sealbag verify` says why"),
            ReportUseError::Place(place) => of_place(&error, place),
            ReportUseError::Clock => Self::refused(&error).with_hint("give the time with --time"),
            ReportUseError::Gather(_) => {
                Self::failed(&error).with_hint("nobody may write to the bag meanwhile; try again")
            }
        }
    }
}

/// An error that comes of the place where a file was to be written.
pub(super) fn of_place(error: &dyn Error, place: &PlaceError) -> CliError {
    match place {
        PlaceError::InsideBag { .. } => CliError::refused(error)
            .with_hint("write it beside the bag: a file in the bag would be one that nobody sealed"),
        PlaceError::Folder { .. } => CliError::failed(error),
    }
}

impl From<LanguageError> for CliError {
    fn from(error: LanguageError) -> Self {
        match &error {
            LanguageError::File(_) => Self::failed(&error),
            LanguageError::Unknown { .. } => Self::refused(&error).with_hint("write en, ru or kk, or give --lang"),
        }
    }
}
