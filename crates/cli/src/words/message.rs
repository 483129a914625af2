//! A message of the catalogue, not yet in any language.

use sealbag::finding::Code;
use sealbag::seal::Trouble;
use sealbag_custody::profile::LintFinding;

use super::Sentence;

/// A key of the catalogue with its values, and what stands on lines of its own below.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub(super) key: &'static str,
    pub(super) values: Vec<(&'static str, Value)>,
    pub(super) lines: Vec<Value>,
}

/// What stands in a message.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// Text that is safe to show, and the same in every language.
    Text(String),
    /// Another message.
    Message(Message),
    /// What an error says.
    Sentence(Sentence),
    /// The type of an event, as the record names it.
    Event(&'static str),
    /// The state of an exhibit, as the replay names it.
    State(&'static str),
    /// A role, as the roster names it; safe to show.
    Role(String),
    /// A finding: where, and its code.
    Finding {
        /// Of which kind it is.
        code: Code,
        /// In English, as it stands in the verdict.
        place: String,
    },
    /// What a finding expected or found.
    OfFinding {
        /// Of which kind it is.
        code: Code,
        /// In English, as it stands in the verdict.
        text: String,
    },
    /// What the linter says of a line of a profile.
    Linted(LintFinding),
    /// What could not be read, and where.
    Trouble(Trouble),
}

impl Message {
    /// The message of a key, without values.
    pub(crate) fn new(key: &'static str) -> Self {
        Self { key, values: Vec::new(), lines: Vec::new() }
    }

    /// Gives a value.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// Adds a line below.
    pub(crate) fn line(mut self, line: impl Into<Value>) -> Self {
        self.lines.push(line.into());
        self
    }
}

impl From<&'static str> for Message {
    fn from(key: &'static str) -> Self {
        Self::new(key)
    }
}

impl From<Message> for Value {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

impl From<Sentence> for Value {
    fn from(sentence: Sentence) -> Self {
        Self::Sentence(sentence)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Text(number.to_string())
    }
}
