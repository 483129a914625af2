//! In which language the program speaks.

use std::path::PathBuf;

use clap::Args;
use sealbag_report::{Language, UnknownLanguage};

use crate::diagnose::CliError;
use crate::text_file::{self, TextFileError};

/// Names the language where no flag does.
const VARIABLE: &str = "SEALBAG_LANG";
/// A file in the configuration folder whose only line is the language.
const CONFIGURED: &str = "language";
/// Longer than the name of any language.
const MAX_FILE: u64 = 64;

/// The flag that every command takes.
#[derive(Args, Clone)]
pub(crate) struct LanguageArgs {
    /// Language of what is printed: en, ru or kk; without it SEALBAG_LANG, then `language` in the configuration folder, then
    /// English. JSON is the same in every language
    #[arg(long, value_name = "LANG", global = true, value_parser = language)]
    lang: Option<Language>,
}

/// Why it is not known in which language to print.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum LanguageError {
    /// The configured file cannot be read as a text.
    #[error(transparent)]
    File(#[from] TextFileError),
    /// What is configured is no language of the program.
    #[error("{place} names no language of this program")]
    Unknown {
        /// The variable or the file.
        place: String,
        /// Which there are.
        #[source]
        source: UnknownLanguage,
    },
}

impl LanguageArgs {
    /// The language that is meant.
    ///
    /// # Errors
    /// What is configured is no language.
    pub(crate) fn chosen(&self) -> Result<Language, CliError> {
        let configured = || match std::env::var_os(VARIABLE).filter(|value| !value.is_empty()) {
            Some(value) => parse(&value.to_string_lossy(), VARIABLE).map(Some).map_err(CliError::from),
            None => crate::keys::configured(CONFIGURED).map(read).transpose(),
        };
        match self.lang {
            Some(language) => Ok(language),
            None => Ok(configured()?.unwrap_or_default()),
        }
    }
}

fn read(path: PathBuf) -> Result<Language, CliError> {
    let text = text_file::read(&path, CONFIGURED, MAX_FILE).map_err(LanguageError::File);
    let language = text.and_then(|text| parse(text.trim(), CONFIGURED));
    language.map_err(|error| CliError::from(error).at(&path))
}

fn parse(tag: &str, place: &str) -> Result<Language, LanguageError> {
    tag.parse().map_err(|source| LanguageError::Unknown { place: place.to_owned(), source })
}

fn language(tag: &str) -> Result<Language, UnknownLanguage> {
    tag.parse()
}
