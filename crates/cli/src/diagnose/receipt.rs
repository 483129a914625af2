//! Exit code and hint of every error about receipts and forks.

use sealbag::finding::Severity;
use sealbag::log::NoReceipt;

use super::CliError;
use super::report::of_place;
use crate::commands::{ForkError, ReceiptUseError};
use crate::exit::ExitClass;
use crate::text_file::TextFileError;

impl From<ReceiptUseError> for CliError {
    fn from(error: ReceiptUseError) -> Self {
        match &error {
            ReceiptUseError::Log(NoReceipt::Log(finding)) if finding.severity == Severity::Violation => {
                Self::new(ExitClass::Violated, &error).with_hint("hint-receipt-log")
            }
            ReceiptUseError::Log(_) => Self::failed(&error),
            ReceiptUseError::Place(place) => of_place(&error, place),
        }
    }
}

impl From<ForkError> for CliError {
    fn from(error: ForkError) -> Self {
        match &error {
            ForkError::File(TextFileError::Read { .. }) | ForkError::Page { .. } => Self::failed(&error),
            _ => Self::refused(&error),
        }
    }
}
