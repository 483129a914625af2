//! The form of a seal: the fields that a person fills in, as a file.

use std::path::Path;

use sealbag_custody::record::RecordError;
use sealbag_custody::statement::Statement;

use crate::text_file::{self, TextFileError};

/// A longer form is none: a person fills it in. In bytes.
const MAX_FORM: u64 = 64 * 1024;

/// Why a form cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum FormError {
    /// The file cannot be read as a text.
    #[error(transparent)]
    File(#[from] TextFileError),
    /// Not the fields of a form.
    #[error(transparent)]
    Content(RecordError),
}

/// Reads a form.
///
/// # Errors
/// See [`FormError`].
pub(crate) fn read(path: &Path) -> Result<Statement, FormError> {
    Statement::from_form(&text_file::read(path, "form", MAX_FORM)?).map_err(FormError::Content)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::diagnose::CliError;
    use crate::exit::ExitClass;

    fn from_file(content: &[u8]) -> Result<Statement, FormError> {
        let dir = tempfile::tempdir().expect("a temporary directory");
        let path = dir.path().join("form.toml");
        fs::write(&path, content).expect("a form");
        read(&path)
    }

    #[test]
    fn a_form_is_read_up_to_its_bound_and_refused_beyond() {
        let mut form = b"[exhibit]\nnumber = \"A1\"\n".to_vec();
        form.resize(64 * 1024, b'\n');
        let statement = from_file(&form).expect("a form");
        assert_eq!(statement.exhibit.number.as_deref(), Some("A1"));
        form.push(b'\n');
        assert!(matches!(from_file(&form), Err(FormError::File(TextFileError::TooLong { .. }))));
    }

    #[test]
    fn refuses_forms_that_are_no_text_or_no_regular_file() {
        assert!(matches!(from_file(b"\xFF"), Err(FormError::File(TextFileError::NotUtf8 { .. }))));
        let dir = tempfile::tempdir().expect("a temporary directory");
        let error = read(dir.path()).expect_err("a refusal");
        assert!(matches!(error, FormError::File(TextFileError::NotRegular { .. })));
        assert_eq!(CliError::from(error).exit(), ExitClass::Refused);
        let absent = read(&dir.path().join("none")).expect_err("a failure");
        assert_eq!(CliError::from(absent).exit(), ExitClass::Undetermined);
    }

    #[cfg(unix)]
    #[test]
    fn refuses_a_pipe_without_waiting_for_its_other_end() {
        let dir = tempfile::tempdir().expect("a temporary directory");
        let pipe = dir.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo");
        assert!(made.success());
        assert!(matches!(read(&pipe), Err(FormError::File(TextFileError::NotRegular { .. }))));
    }
}
