//! Which profile is meant: a built-in one by its name, or a data file by its path.

use std::path::Path;

use sealbag_custody::profile::{LintFinding, MAX_PROFILE_LEN, Profile, ProfileError, Words};
use sealbag_report::Language;

use crate::diagnose::CliError;
use crate::terminal::harmless;
use crate::text_file::{self, TextFileError};

/// Why a profile cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum ProfileFileError {
    /// The file cannot be read as a text.
    #[error(transparent)]
    File(#[from] TextFileError),
    /// No built-in profile has this name.
    #[error("there is no built-in profile {}", harmless(name))]
    Unknown {
        /// The name as given.
        name: String,
    },
    /// The linter finds errors in it.
    #[error("this profile cannot be used")]
    Content {
        /// All that was found.
        findings: Vec<LintFinding>,
    },
}

impl From<ProfileError> for ProfileFileError {
    fn from(error: ProfileError) -> Self {
        Self::Content { findings: error.findings }
    }
}

/// Words of a profile for a reader of one language: in English all that it has; else that language alone if it has it.
pub(crate) fn said(words: &Words, language: Language) -> String {
    let one = match language {
        Language::English => None,
        Language::Russian => words.ru.as_ref(),
        Language::Kazakh => words.kk.as_ref(),
    };
    one.map_or_else(|| words.line(), ToString::to_string)
}

/// The text of a data file.
///
/// # Errors
/// If it cannot be read.
pub(crate) fn read(path: &Path) -> Result<String, CliError> {
    let text = text_file::read(path, "profile", MAX_PROFILE_LEN as u64).map_err(ProfileFileError::File);
    text.map_err(|error| CliError::from(error).at(path))
}

/// The profile and its data file. A name of letters, digits and `-` is a built-in profile, all else a path.
///
/// # Errors
/// There is no such profile, or the linter finds an error in it.
pub(crate) fn load(given: &str) -> Result<(Profile, String), CliError> {
    if given.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        let text = Profile::embedded_text(given).ok_or_else(|| ProfileFileError::Unknown { name: given.to_owned() })?;
        let profile = Profile::parse(text).map_err(ProfileFileError::from)?;
        return Ok((profile, text.to_owned()));
    }
    let path = Path::new(given);
    let text = read(path)?;
    let profile = Profile::parse(&text).map_err(|error| CliError::from(ProfileFileError::from(error)).at(path))?;
    Ok((profile, text))
}
