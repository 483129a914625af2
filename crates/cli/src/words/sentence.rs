//! What an error says in English, with what is needed to know which sentence it is.

use std::error::Error;

use super::names::names_in;

/// A sentence of a typed error.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    english: String,
    names: Vec<String>,
}

impl Sentence {
    /// What `error` says, without its causes.
    pub(crate) fn of(error: &dyn Error) -> Self {
        Self { english: error.to_string(), names: names_in(error) }
    }

    /// A sentence that a library wrote down, which errors of these variants alone can have said.
    pub(crate) fn written(english: &str, names: &[&str]) -> Self {
        Self { english: english.to_owned(), names: names.iter().map(|&name| name.to_owned()).collect() }
    }

    /// The same sentence with its text made safe to show.
    pub(crate) fn made_safe(&self, safe: impl Fn(&str) -> String) -> Self {
        Self { english: safe(&self.english), names: self.names.clone() }
    }

    /// In English.
    pub(crate) fn english(&self) -> &str {
        &self.english
    }

    /// The names of the variants that the error is made of, the outermost first.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }
}
