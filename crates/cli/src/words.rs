//! What the program says, in the reader's language.
//!
//! Results, questions and warnings are said at once, out of `catalogue/*/sealing.ftl` and `custody.ftl` ([`Words::text`],
//! [`Words::with`]). What goes with an error is a [`Message`]: a key of `catalogue/*/hints.ftl` with its values. What the
//! libraries say in typed errors is an English [`Sentence`]; it is recognised among the sentences that the error can say
//! ([`Recogniser`]) and said again out of `catalogue/*/errors.ftl`, or out of the catalogue of the report, whose findings quote
//! errors too. What is not recognised is shown in English.

mod message;
mod names;
mod recogniser;
mod sentence;
#[cfg(test)]
mod tests;

pub(crate) use message::{Message, Value};
pub(crate) use sentence::Sentence;

use std::cell::OnceCell;
use std::fmt::Display;

use sealbag_custody::profile::{LintFinding, Severity};
use sealbag_report::{Catalogue, Language};

use crate::damage_text;
use crate::terminal::{finding_text, harmless};
use recogniser::Recogniser;

/// The words of one language.
pub(crate) struct Words {
    catalogue: Catalogue,
    /// Read when an error is to be recognised.
    recogniser: OnceCell<Recogniser>,
}

impl Words {
    /// Reads the catalogues of a language.
    pub(crate) fn new(language: Language) -> Self {
        let sources = [hints(language), nouns(language), errors(language), sealing(language), custody(language)];
        Self { catalogue: Catalogue::with_further(language, &sources), recogniser: OnceCell::new() }
    }

    /// The catalogue, with the words for verdicts, findings and reports.
    pub(crate) fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    fn recogniser(&self) -> &Recogniser {
        self.recogniser.get_or_init(Recogniser::new)
    }

    /// A text without values.
    pub(crate) fn text(&self, key: &'static str) -> String {
        self.catalogue.text(key)
    }

    /// A text with values. They are shown as they are: they have to be safe to show.
    pub(crate) fn with(&self, key: &'static str, values: &[(&str, &dyn Display)]) -> String {
        self.catalogue.with(key, values)
    }

    /// So wide is a column that holds these texts, in characters, with `gap` spaces behind the longest.
    pub(crate) fn width(&self, keys: &[&'static str], gap: usize) -> usize {
        keys.iter().map(|key| self.text(key).chars().count()).max().unwrap_or_default() + gap
    }

    /// Why something was not read or made, as the libraries put it into their results; without names of files.
    pub(crate) fn reason(&self, english: &str) -> String {
        match self.catalogue.language() {
            Language::English => english.to_owned(),
            _ => self.catalogue.say(&self.recogniser().reason(english)),
        }
    }

    /// What the linter says of a line of a profile.
    pub(crate) fn lint(&self, english: &str) -> String {
        match self.catalogue.language() {
            Language::English => english.to_owned(),
            _ => self.catalogue.say(&self.recogniser().lint(english)),
        }
    }

    /// A line of a profile, and what the linter says of it.
    pub(crate) fn linted(&self, finding: &LintFinding) -> String {
        let severity = self.text(match finding.severity {
            Severity::Note => "say-lint-note",
            Severity::Warning => "say-lint-warning",
            Severity::Error => "say-lint-error",
        });
        let what = self.lint(&finding.message);
        self.with("say-lint-finding", &[("line", &finding.line), ("severity", &severity), ("what", &what)])
    }

    /// The explanation that a built-in profile gives to a question.
    pub(crate) fn help(&self, english: &str) -> String {
        match self.catalogue.language() {
            Language::English => english.to_owned(),
            _ => self.catalogue.say(&self.recogniser().help(english)),
        }
    }

    /// What a field `table.key` of a record is called; in English as it stands in the record.
    pub(crate) fn of_field(&self, field: &str) -> String {
        match self.catalogue.language() {
            Language::English => field.to_owned(),
            _ => self.catalogue.field_path(field),
        }
    }

    /// A message of the program. Its values are shown as they are: they have to be safe to show.
    pub(crate) fn message(&self, message: &Message) -> String {
        let values: Vec<_> = message.values.iter().map(|(name, value)| (*name, self.value(value))).collect();
        let values: Vec<_> = values.iter().map(|(name, text)| (*name, text as &dyn std::fmt::Display)).collect();
        let mut text = self.catalogue.with(message.key, &values);
        for line in &message.lines {
            text.push_str(&format!("\n      {}", self.value(line)));
        }
        text
    }

    /// What an error says.
    pub(crate) fn sentence(&self, sentence: &Sentence) -> String {
        match self.catalogue.language() {
            Language::English => sentence.english().to_owned(),
            _ => self.catalogue.say(&self.recogniser().error(sentence)),
        }
    }

    /// A value, or a line, in words.
    pub(crate) fn value(&self, value: &Value) -> String {
        match value {
            Value::Text(text) => text.clone(),
            Value::Message(message) => self.message(message),
            Value::Sentence(sentence) => self.sentence(sentence),
            Value::Event(name) => self.named(name, Catalogue::event),
            Value::State(name) => self.named(name, Catalogue::state),
            Value::Role(name) => self.named(name, Catalogue::role),
            Value::Finding { code, place } => match finding_text(&self.catalogue.place(place)).as_str() {
                "" => code.name().to_owned(),
                place => format!("{place}: {}", code.name()),
            },
            Value::OfFinding { code, text } => finding_text(&self.catalogue.value(*code, text)),
            Value::Linted(finding) => harmless(&self.linted(finding)),
            Value::Trouble(trouble) => {
                let mut text = format!("{}: {}", trouble.path, self.reason(&trouble.why));
                let map = trouble.damage.iter().flat_map(|damage| damage_text::lines_in(damage, &self.catalogue));
                map.for_each(|line| text.push_str(&format!("\n     {line}")));
                text
            }
        }
    }

    /// The name of a record in words; in English the record's own name, which is a word.
    fn named(&self, name: &str, words: fn(&Catalogue, &str) -> String) -> String {
        match self.catalogue.language() {
            Language::English => name.to_owned(),
            _ => format!("«{}»", words(&self.catalogue, name)),
        }
    }
}

/// Labels and hints.
fn hints(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../catalogue/en/hints.ftl"),
        Language::Russian => include_str!("../catalogue/ru/hints.ftl"),
        Language::Kazakh => include_str!("../catalogue/kk/hints.ftl"),
    }
}

/// Sentences that functions of errors put together, and words that the command line puts into errors.
fn nouns(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../catalogue/en/nouns.ftl"),
        Language::Russian => include_str!("../catalogue/ru/nouns.ftl"),
        Language::Kazakh => include_str!("../catalogue/kk/nouns.ftl"),
    }
}

/// Sealing, extracting, packing, keys, and what every command asks and tells.
fn sealing(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../catalogue/en/sealing.ftl"),
        Language::Russian => include_str!("../catalogue/ru/sealing.ftl"),
        Language::Kazakh => include_str!("../catalogue/kk/sealing.ftl"),
    }
}

/// Events, receipts, rosters, tokens, audits and logs.
fn custody(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../catalogue/en/custody.ftl"),
        Language::Russian => include_str!("../catalogue/ru/custody.ftl"),
        Language::Kazakh => include_str!("../catalogue/kk/custody.ftl"),
    }
}

/// What typed errors say that no finding quotes.
fn errors(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../catalogue/en/errors.ftl"),
        Language::Russian => include_str!("../catalogue/ru/errors.ftl"),
        Language::Kazakh => include_str!("../catalogue/kk/errors.ftl"),
    }
}
