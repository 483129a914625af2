//! The form of a seal, as a file: read whole, with a bound, and only from a regular file.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use sealbag_custody::record::RecordError;
use sealbag_custody::statement::Statement;

/// A longer form is none: a person fills it in. In bytes.
const MAX_FORM: u64 = 64 * 1024;

/// Why a form cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum FormError {
    /// It is not there, or the system does not give it.
    #[error("cannot read the form")]
    Read(#[source] io::Error),
    /// A directory, a pipe, a device.
    #[error("the form is not a regular file")]
    NotRegular,
    /// Longer than a form may be.
    #[error("the form is longer than {MAX_FORM} bytes")]
    TooLong,
    /// Bytes that are no text.
    #[error("the form is not UTF-8")]
    NotUtf8,
    /// Not the fields of a form.
    #[error(transparent)]
    Content(RecordError),
}

/// Reads a form.
///
/// # Errors
/// See [`FormError`].
pub(crate) fn read(path: &Path) -> Result<Statement, FormError> {
    // Asked before it is opened: opening a pipe waits for its other end.
    refuse_irregular(&fs::metadata(path).map_err(FormError::Read)?)?;
    let file = File::open(path).map_err(FormError::Read)?;
    refuse_irregular(&file.metadata().map_err(FormError::Read)?)?;
    let mut bytes = Vec::new();
    file.take(MAX_FORM + 1).read_to_end(&mut bytes).map_err(FormError::Read)?;
    if bytes.len() as u64 > MAX_FORM {
        return Err(FormError::TooLong);
    }
    let form = String::from_utf8(bytes).map_err(|_| FormError::NotUtf8)?;
    Statement::from_form(&form).map_err(FormError::Content)
}

fn refuse_irregular(metadata: &fs::Metadata) -> Result<(), FormError> {
    if metadata.is_file() { Ok(()) } else { Err(FormError::NotRegular) }
}

#[cfg(test)]
mod tests {
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
        assert!(matches!(from_file(&form), Err(FormError::TooLong)));
    }

    #[test]
    fn refuses_forms_that_are_no_text_or_no_regular_file() {
        assert!(matches!(from_file(b"\xFF"), Err(FormError::NotUtf8)));
        let dir = tempfile::tempdir().expect("a temporary directory");
        let error = read(dir.path()).expect_err("a refusal");
        assert!(matches!(error, FormError::NotRegular));
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
        assert!(matches!(read(&pipe), Err(FormError::NotRegular)));
    }
}
