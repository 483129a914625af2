//! Hints for reports, forms and languages.

use std::error::Error;

use super::CliError;
use crate::commands::ReportUseError;
use crate::language::LanguageError;
use crate::new_file::PlaceError;

impl From<ReportUseError> for CliError {
    fn from(error: ReportUseError) -> Self {
        match &error {
            ReportUseError::Ending { .. } => Self::refused(&error).with_hint("hint-report-ending"),
            ReportUseError::NoSeal => Self::failed(&error).with_hint("hint-report-verify"),
            ReportUseError::Place(place) => of_place(&error, place),
            ReportUseError::Clock => Self::refused(&error).with_hint("hint-report-time"),
            ReportUseError::Gather(_) => Self::failed(&error).with_hint("hint-report-again"),
        }
    }
}

/// An error that comes of the place where a file was to be written.
pub(super) fn of_place(error: &dyn Error, place: &PlaceError) -> CliError {
    match place {
        PlaceError::InsideBag { .. } => CliError::refused(error).with_hint("hint-report-outside"),
        PlaceError::Folder { .. } => CliError::failed(error),
    }
}

impl From<LanguageError> for CliError {
    fn from(error: LanguageError) -> Self {
        match &error {
            LanguageError::File(_) => Self::failed(&error),
            LanguageError::Unknown { .. } => Self::refused(&error).with_hint("hint-language"),
        }
    }
}
