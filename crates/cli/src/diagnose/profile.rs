//! Exit code and hint of every error about profiles.

use sealbag_custody::profile::Severity;

use super::CliError;
use crate::profiles::ProfileFileError;
use crate::text_file::TextFileError;
use crate::words::Value;

/// How many findings are listed below an error.
const SHOWN_FINDINGS: usize = 20;

impl From<ProfileFileError> for CliError {
    fn from(error: ProfileFileError) -> Self {
        match &error {
            ProfileFileError::File(TextFileError::Read { .. }) => Self::failed(&error),
            ProfileFileError::File(_) => Self::refused(&error),
            ProfileFileError::Unknown { .. } => Self::refused(&error).with_hint("hint-profile-list"),
            ProfileFileError::Content { findings } => {
                let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
                Self::refused(&error)
                    .at_places(errors.take(SHOWN_FINDINGS).cloned().map(Value::Linted))
                    .with_hint("hint-profile-lint")
            }
        }
    }
}
