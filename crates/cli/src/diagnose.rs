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
use crate::words::{Message, Sentence, Value};

/// Why a command did not do its work.
#[derive(Debug)]
pub(crate) struct CliError {
    exit: ExitClass,
    message: Box<Value>,
    causes: Vec<Sentence>,
    places: Vec<Value>,
    hint: Option<Box<Message>>,
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
        let message = Sentence::of(error);
        let mut causes: Vec<Sentence> = Vec::new();
        let mut next = error.source();
        while let Some(cause) = next {
            let sentence = Sentence::of(cause);
            // Some errors name their cause in their own sentence.
            if !causes.last().unwrap_or(&message).english().ends_with(sentence.english()) {
                causes.push(sentence);
            }
            next = cause.source();
        }
        Self { exit, message: Box::new(message.into()), causes, places: Vec::new(), hint: None }
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
    fn at_places(mut self, places: impl IntoIterator<Item = impl Into<Value>>) -> Self {
        self.places.extend(places.into_iter().map(Into::into));
        self
    }

    /// The work was done, and what was to be told of it could not be delivered: it must not be done again.
    pub(crate) fn untold(error: &OutputError, hint: impl Into<Message>) -> Self {
        Self::failed(error).with_hint(hint)
    }

    fn with_hint(mut self, hint: impl Into<Message>) -> Self {
        self.hint = Some(Box::new(hint.into()));
        self
    }

    /// The exit code that this error asks for.
    pub(crate) fn exit(&self) -> ExitClass {
        self.exit
    }

    /// What happened.
    pub(crate) fn message(&self) -> &Value {
        &self.message
    }

    /// Why, the nearest cause first.
    pub(crate) fn causes(&self) -> &[Sentence] {
        &self.causes
    }

    /// Where, safe to show.
    pub(crate) fn places(&self) -> &[Value] {
        &self.places
    }

    /// What to do about it.
    pub(crate) fn hint(&self) -> Option<&Message> {
        self.hint.as_deref()
    }
}

impl From<OutputError> for CliError {
    fn from(error: OutputError) -> Self {
        Self::failed(&error).with_hint("hint-output-lost")
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
            PromptError::NoTerminal => Self::refused(&error).with_hint("hint-passphrase-file"),
            PromptError::Empty => Self::refused(&error).with_hint("hint-passphrase-choose"),
            _ => Self::refused(&error),
        }
    }
}

impl From<DemoError> for CliError {
    fn from(error: DemoError) -> Self {
        match &error {
            DemoError::Exists { .. } => Self::refused(&error).with_hint("hint-demo-directory"),
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
            FormError::File(TextFileError::NotRegular { .. }) => Self::refused(&error).with_hint("hint-form-file"),
            _ => Self::refused(&error),
        }
    }
}

impl From<SealUsageError> for CliError {
    fn from(error: SealUsageError) -> Self {
        match &error {
            SealUsageError::Missing { form_of: Some(profile), .. } => {
                let profile = quoted(Path::new(profile));
                Self::refused(&error).with_hint(Message::new("hint-seal-form").with("profile", profile))
            }
            SealUsageError::Missing { .. } => Self::refused(&error).with_hint("hint-seal-usage"),
            SealUsageError::MayNotSeal { .. } => Self::refused(&error).with_hint("hint-seal-may-not"),
            SealUsageError::OtherSources { .. } => Self::refused(&error).with_hint("hint-seal-source"),
            _ => Self::refused(&error),
        }
    }
}

#[cfg(test)]
impl CliError {
    /// What it says in English: the message, its causes, its places, the hint.
    pub(crate) fn said(&self) -> (String, Vec<String>, Vec<String>, String) {
        let words = crate::words::Words::new(sealbag_report::Language::English);
        let all = |values: &[Value]| values.iter().map(|value| words.value(value)).collect();
        let causes = self.causes.iter().map(|cause| cause.english().to_owned()).collect();
        let hint = self.hint.as_ref().map(|hint| words.message(hint)).unwrap_or_default();
        (words.value(&self.message), causes, all(&self.places), hint)
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
        let (message, causes, places, _) = error.said();
        assert_eq!(message, "cannot read the passphrase file /p");
        assert_eq!(causes, ["disk gone"]);
        assert_eq!(places, ["a\\x0Ab"]);
        assert_eq!(error.exit(), ExitClass::Undetermined);
    }

    #[test]
    fn refusals_are_64_and_say_what_to_do() {
        let error = CliError::from(PromptError::NoTerminal);
        assert_eq!(error.exit(), ExitClass::Refused);
        assert!(error.said().3.contains("--passphrase-file"));
    }
}
