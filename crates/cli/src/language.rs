//! In which language the program speaks.

use std::ffi::OsString;
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
        match self.lang {
            Some(language) => Ok(language),
            None => Ok(configured()?.unwrap_or_default()),
        }
    }
}

/// The language that a command line names, which asks for help or is wrong, and so was not read as a whole.
///
/// A language that cannot be had is English.
pub(crate) fn of_arguments(arguments: &[OsString]) -> Language {
    match named(arguments) {
        Some(tag) => tag.parse().unwrap_or_default(),
        None => configured().ok().flatten().unwrap_or_default(),
    }
}

/// What stands behind the flag.
fn named(arguments: &[OsString]) -> Option<&str> {
    let mut arguments =
        arguments.iter().skip(1).take_while(|argument| *argument != "--").map(|argument| argument.to_str());
    while let Some(argument) = arguments.next() {
        match argument.and_then(|argument| argument.strip_prefix("--lang")) {
            Some("") => return arguments.next().flatten(),
            Some(value) if value.starts_with('=') => return Some(&value[1..]),
            _ => {}
        }
    }
    None
}

fn configured() -> Result<Option<Language>, CliError> {
    match std::env::var_os(VARIABLE).filter(|value| !value.is_empty()) {
        Some(value) => parse(&value.to_string_lossy(), VARIABLE).map(Some).map_err(CliError::from),
        None => crate::keys::configured(CONFIGURED).map(read).transpose(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_line_that_is_no_command_names_its_language() {
        let named = |line: &str| {
            let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            super::named(&arguments).map(str::to_owned)
        };
        assert_eq!(named("sealbag --lang ru --help").as_deref(), Some("ru"));
        assert_eq!(named("sealbag seal --lang=kk --no-such-flag").as_deref(), Some("kk"));
        assert_eq!(named("sealbag seal --lang").as_deref(), None);
        assert_eq!(named("sealbag seal --language ru").as_deref(), None);
        assert_eq!(named("sealbag seal -- --lang ru").as_deref(), None);
        assert_eq!(named("--lang ru").as_deref(), None);
    }

    #[test]
    fn a_language_that_cannot_be_had_is_english() {
        let arguments = ["sealbag", "--lang", "de", "--help"].map(OsString::from);
        assert_eq!(of_arguments(&arguments), Language::English);
    }
}
