//! What went wrong, for the person before the screen: what, where, why, and what to do.
//!
//! The libraries and the other modules say what happened in typed errors. Here, and only here, each gets its exit code
//! and a hint. An error never holds a secret or the content of a file.

use std::error::Error;
use std::path::Path;

use sealbag_custody::key::KeyError;
use sealbag_custody::key_file::KeyFileError;
use sealbag_custody::public_key::PublicKeyError;

use crate::commands::ManError;
use crate::exit::ExitClass;
use crate::keys::KeysError;
use crate::prompt::PromptError;
use crate::terminal::{OutputError, shown};

/// Why a command did not do its work.
#[derive(Debug)]
pub(crate) struct CliError {
    exit: ExitClass,
    message: String,
    causes: Vec<String>,
    place: Option<String>,
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
        Self { exit, message, causes, place: None, hint: None }
    }

    /// Names the file or directory that it happened in.
    pub(crate) fn at(mut self, path: &Path) -> Self {
        self.place = Some(shown(path));
        self
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
    pub(crate) fn place(&self) -> Option<&str> {
        self.place.as_deref()
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

impl From<KeysError> for CliError {
    fn from(error: KeysError) -> Self {
        match &error {
            KeysError::None { looked_at } => {
                let place = looked_at.as_deref().map(|path| format!(", or put one at {}", shown(path)));
                Self::refused(&error).with_hint(format!(
                    "make one with `sealbag key new NAME --out FILE` and name it with --key FILE{}",
                    place.unwrap_or_default()
                ))
            }
            KeysError::OtherPublic { .. } => {
                Self::refused(&error).with_hint("put the right .pub file beside the key, or none")
            }
            KeysError::Name { .. } => Self::refused(&error).with_hint("correct the text behind the key in that file"),
            KeysError::Folder { .. } => Self::failed(&error),
        }
    }
}

impl From<KeyFileError> for CliError {
    fn from(error: KeyFileError) -> Self {
        match &error {
            KeyFileError::Io { .. } => Self::failed(&error),
            KeyFileError::Exists(_) => {
                Self::refused(&error).with_hint("choose another name; a key is never overwritten")
            }
            KeyFileError::OpenToOthers { path, .. } => Self::refused(&error)
                .with_hint(format!("others may have copied the key; if not, run: chmod 600 {}", shown(path))),
            KeyFileError::Key { source, .. } => match key_hint(source) {
                Some(hint) => Self::refused(&error).with_hint(hint),
                None => Self::refused(&error),
            },
            KeyFileError::PublicKey { source: PublicKeyError::UnsupportedType(_), .. } => {
                Self::refused(&error).with_hint("make an Ed25519 key with `sealbag key new NAME --out FILE`")
            }
            _ => Self::refused(&error),
        }
    }
}

fn key_hint(error: &KeyError) -> Option<&'static str> {
    Some(match error {
        KeyError::NotPkcs8 | KeyError::NotEd25519 | KeyError::OpenSshForm => {
            "make a key with `sealbag key new NAME --out FILE`"
        }
        KeyError::NeedsPassphrase => "give the passphrase with --passphrase-file FILE",
        KeyError::WrongPassphrase => "try again; spaces and case count",
        KeyError::UnsupportedEncryption | KeyError::CostlyEncryption => {
            "write it anew with `openssl pkcs8 -topk8 -scrypt -in FILE -out NEW`"
        }
        _ => return None,
    })
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
        assert_eq!(error.place(), Some("a\\x0Ab"));
        assert_eq!(error.exit(), ExitClass::Undetermined);
    }

    #[test]
    fn refusals_are_64_and_say_what_to_do() {
        let error = CliError::from(PromptError::NoTerminal);
        assert_eq!(error.exit(), ExitClass::Refused);
        assert!(error.hint().is_some_and(|hint| hint.contains("--passphrase-file")));
    }
}
