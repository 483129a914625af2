//! Hints for reports, forms and languages.

use super::CliError;
use crate::commands::ReportUseError;
use crate::language::LanguageError;

impl From<ReportUseError> for CliError {
    fn from(error: ReportUseError) -> Self {
        match &error {
            ReportUseError::Ending { .. } => Self::refused(&error).with_hint("the ending says what is written"),
            ReportUseError::NoSeal => Self::failed(&error).with_hint("`sealbag verify` says why"),
            ReportUseError::InsideBag { .. } => Self::refused(&error)
                .with_hint("write it beside the bag: a file in the bag would be one that nobody sealed"),
            ReportUseError::Clock => Self::refused(&error).with_hint("give the time with --time"),
            ReportUseError::Folder { .. } => Self::failed(&error),
            ReportUseError::Gather(_) => {
                Self::failed(&error).with_hint("nobody may write to the bag meanwhile; try again")
            }
        }
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
