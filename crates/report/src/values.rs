//! What stands beside a finding, in the reader's language.

use std::fmt::Display;

use sealbag::finding::Code;
use sealbag_sentences::Said;

use crate::catalogue::Catalogue;

#[cfg(test)]
mod tests;

impl Catalogue {
    /// What a finding expected or found. Digests, names and what people wrote stay as they are; so does what is not
    /// recognised.
    pub fn value(&self, code: Code, text: &str) -> String {
        let said = self.sentences().and_then(|sentences| sentences.value(code, text));
        said.map_or_else(|| text.to_owned(), |said| self.say(&said))
    }

    /// Where a finding is: a file of the bag, or a line of one that is a list.
    pub fn place(&self, text: &str) -> String {
        let said = self.sentences().and_then(|sentences| sentences.place(text));
        said.map_or_else(|| text.to_owned(), |said| self.say(&said))
    }

    /// What was recognised.
    pub fn say(&self, said: &Said) -> String {
        match said {
            Said::Text(text) => text.clone(),
            Said::Message { key, values } => {
                let values: Vec<_> = values.iter().map(|(hole, said)| (*hole, self.say(said))).collect();
                let values: Vec<_> = values.iter().map(|(hole, text)| (*hole, text as &dyn Display)).collect();
                self.with(key, &values)
            }
            Said::Named { key, .. } if self.has(key) => self.text(key),
            Said::Named { or, .. } => or.clone(),
            Said::Parts(parts) => parts.iter().map(|part| self.say(part)).collect(),
        }
    }
}
