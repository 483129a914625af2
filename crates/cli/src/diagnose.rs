//! What went wrong, for the person before the screen: what, where, why, and what to do.
//!
//! The libraries and the other modules say what happened in typed errors. Here, and only here, each gets its exit code
//! and a hint. An error never holds a secret or the content of a file.

mod audit;
mod bag;
mod custody;
mod keys;
pub(crate) mod packed;
mod profile;
mod receipt;
mod report;
mod roster;
mod signing;
mod timestamp;

use std::error::Error;
use std::path::Path;

use crate::commands::{DemoError, ManError, SealUsageError};
use crate::exit::ExitClass;
use crate::form::FormError;
use crate::prompt::PromptError;
use crate::terminal::{OutputError, quoted, shown};
use crate::text_file::TextFileError;

/// Why a command did not do its work.
#[derive(Debug)]
pub(crate) struct CliError {
    exit: ExitClass,
    message: String,
    causes: Vec<String>,
    places: Vec<String>,
    hint: Option<String>,
}

impl CliError {
    /// Something could not be read or written: exit code 2.
    pub(crate) fn failed(error: &dyn Error) -> Self {
        Self::new(ExitClass::Undetermined, error)
    }

    /// Wrong usage, or an operation that is refused; nothing was changed: exit code 64.
    pub(crate) fn refused(error: &dyn Error) -> Self {
        Self::new(ExitClass::Refused, error)
    }

    fn new(exit: ExitClass, error: &dyn Error) -> Self {
        let message = error.to_string();
        let mut causes: Vec<String> = Vec::new();
        let mut next = error.source();
        while let Some(cause) = next {
            let text = cause.to_string();
            // Some errors name their cause in their own sentence.
            if !causes.last().unwrap_or(&message).ends_with(&text) {
                causes.push(text);
            }
            next = cause.source();
        }
        Self { exit, message, causes, places: Vec::new(), hint: None }
    }

    /// Adds the file or directory that it happened in.
    pub(crate) fn at(self, path: &Path) -> Self {
        self.at_places([shown(path)])
    }

    /// Adds a place that is safe to show.
    pub(crate) fn at_shown(self, place: String) -> Self {
        self.at_places([place])
    }

    /// Adds places that are safe to show.
    fn at_places(mut self, places: impl IntoIterator<Item = String>) -> Self {
        self.places.extend(places);
        self
    }

    /// The work was done, and what was to be told of it could not be delivered: it must not be done again.
    pub(crate) fn untold(error: &OutputError, hint: String) -> Self {
        Self::failed(error).with_hint(hint)
    }

    fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The exit code that this error asks for.
    pub(crate) fn exit(&self) -> ExitClass {
        self.exit
    }

    /// What happened.
    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    /// Why, the nearest cause first.
    pub(crate) fn causes(&self) -> &[String] {
        &self.causes
    }

    /// Where, safe to show.
    pub(crate) fn places(&self) -> &[String] {
        &self.places
    }

    /// What to do about it.
    pub(crate) fn hint(&self) -> Option<&str> {
        self.hint.as_deref()
    }
}

impl From<OutputError> for CliError {
    fn from(error: OutputError) -> Self {
        Self::failed(&error).with_hint("the result was not delivered; run the command again with its output kept")
    }
}

impl From<ManError> for CliError {
    fn from(error: ManError) -> Self {
        Self::failed(&error)
    }
}

impl From<PromptError> for CliError {
    fn from(error: PromptError) -> Self {
        match &error {
            PromptError::File { .. } | PromptError::Terminal(_) => Self::failed(&error),
            PromptError::NoTerminal => {
                Self::refused(&error).with_hint("give the passphrase with --passphrase-file FILE")
            }
            PromptError::Empty => Self::refused(&error).with_hint("choose a passphrase; nothing was written"),
            _ => Self::refused(&error),
        }
    }
}

impl From<DemoError> for CliError {
    fn from(error: DemoError) -> Self {
        match &error {
            DemoError::Exists { .. } => Self::refused(&error).with_hint("name a directory that does not exist"),
            _ => Self::failed(&error),
        }
    }
}

impl From<TextFileError> for CliError {
    fn from(error: TextFileError) -> Self {
        match &error {
            TextFileError::Read { .. } => Self::failed(&error),
            _ => Self::refused(&error),
        }
    }
}

impl From<FormError> for CliError {
    fn from(error: FormError) -> Self {
        match &error {
            FormError::File(TextFileError::Read { .. }) => Self::failed(&error),
            FormError::File(TextFileError::NotRegular { .. }) => {
                Self::refused(&error).with_hint("write the form to a file first")
            }
            _ => Self::refused(&error),
        }
    }
}

impl From<SealUsageError> for CliError {
    fn from(error: SealUsageError) -> Self {
        match &error {
            SealUsageError::Missing { form_of: Some(profile), .. } => {
                let profile = quoted(Path::new(profile));
                Self::refused(&error).with_hint(format!(
                    "`sealbag profile show {profile} --form > form.toml` writes a form to fill in; give it with --form form.toml"
                ))
            }
            SealUsageError::Missing { .. } => Self::refused(&error).with_hint(
                "sealbag seal DIR --exhibit NUMBER --case NUMBER --key FILE; `sealbag seal --help` shows everything",
            ),
            SealUsageError::MayNotSeal { .. } => Self::refused(&error)
                .with_hint("seal with a key that may, give the authority's newest roster, or leave --roster out; and see that the clock is right"),
            SealUsageError::OtherSources { .. } => {
                Self::refused(&error).with_hint("leave SOURCE out, or name the same one")
            }
            _ => Self::refused(&error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_carries_its_whole_chain_of_causes() {
        let inner = std::io::Error::other("disk gone");
        let error = PromptError::File { path: "/p".into(), source: inner };
        let error = CliError::from(error).at(Path::new("a\nb"));
        assert_eq!(error.message(), "cannot read the passphrase file /p");
        assert_eq!(error.causes(), ["disk gone"]);
        assert_eq!(error.places(), ["a\\x0Ab"]);
        assert_eq!(error.exit(), ExitClass::Undetermined);
    }

    #[test]
    fn refusals_are_64_and_say_what_to_do() {
        let error = CliError::from(PromptError::NoTerminal);
        assert_eq!(error.exit(), ExitClass::Refused);
        assert!(error.hint().is_some_and(|hint| hint.contains("--passphrase-file")));
    }
}
