//! Which sentence of the catalogue an error's English sentence is.
//!
//! What holds against names that were chosen to mislead: a sentence is looked for only among those that belong to a variant
//! of the error's own ([`super::names`]), so no file name can turn it into what another variant says. A name can at most decide
//! between variants of the same name in different types (`Busy`, `Read`), where the one with the most literal text is taken; and
//! it can move the border between two values of one sentence, which then still stand there in the same order, every character
//! shown. Within values only what an error of its own says is translated, and words of a closed list in the holes that hold
//! no names of users ([`Sentences::in_hole`]).

use sealbag_report::recognise::{Pattern, Sentences, Values, say};
use sealbag_report::{Catalogue, Language, faults};

use super::sentence::Sentence;

/// Errors name their causes in their own sentences so deep at most.
const MAX_DEPTH: usize = 4;
/// Between the things that are missing; each is words and, in brackets, a flag.
const MISSING: (&str, &str) = ("; ", " (");
/// What may stand behind the flag of a key.
const OR_OF_THE_AGENT: &str = ", or one of the ssh-agent, such as --agent ";
/// The family of sentences of the linter, and a key of a table in them.
const LINT: &str = "lint-";
const LINT_KEY: &str = "lint-key-in-table";
/// The errors that the linter quotes.
const WHY_LINTED: [&str; 3] = ["Empty", "Forbidden", "DetailKeyError"];
/// The sentence of an error that quotes the linter.
const UNUSABLE: &str = "error-custody-profile-error-line-profile-error";
/// Families of sentences that results give as the reason why something was not read or made.
const REASONS: [&str; 2] = ["reason-", "error-image-fault-"];

/// The English sentences, ready to be matched.
pub(super) struct Recogniser(Sentences);

impl Recogniser {
    /// Reads the English catalogues.
    pub(super) fn new() -> Self {
        let english = Language::English;
        Self(Sentences::new(&[super::errors(english), faults(english), super::nouns(english)]))
    }

    /// What variants say, in the order of the catalogues.
    #[cfg(test)]
    pub(super) fn errors(&self) -> impl Iterator<Item = &Pattern> {
        self.0.patterns().iter().filter(|pattern| pattern.key.starts_with("error-"))
    }

    /// The sentence in another language, or as it is.
    pub(super) fn translate(&self, sentence: &Sentence, into: &Catalogue) -> String {
        self.text(sentence.english(), sentence.names(), into, 0).unwrap_or_else(|| sentence.english().to_owned())
    }

    /// A reason in another language, or as it is.
    pub(super) fn reason(&self, text: &str, into: &Catalogue) -> String {
        self.known_reason(text, into, 0).unwrap_or_else(|| text.to_owned())
    }

    fn known_reason(&self, text: &str, into: &Catalogue, depth: usize) -> Option<String> {
        if let Some(cause) = self.0.of_the_system(text, into) {
            return Some(cause);
        }
        let is_reason = |pattern: &Pattern| REASONS.iter().any(|family| pattern.key.starts_with(family));
        let (pattern, values) = self.0.best(text, is_reason)?;
        let values: Vec<_> = values
            .into_iter()
            .map(|(name, value)| {
                let inner = || {
                    let is_inner = depth < MAX_DEPTH && value.len() < text.len();
                    is_inner.then(|| self.known_reason(value, into, depth + 1)).flatten()
                };
                (name, self.noun(pattern.key, name, value, into).or_else(inner).unwrap_or_else(|| value.to_owned()))
            })
            .collect();
        Some(say(pattern, &values, into))
    }

    /// The explanation of a question in another language, or as it is.
    pub(super) fn help(&self, text: &str, into: &Catalogue) -> String {
        self.0.word("help-", text).map_or_else(|| text.to_owned(), |key| into.text(key))
    }

    /// What the linter says of a line of a profile, in another language, or as it is.
    pub(super) fn lint(&self, text: &str, into: &Catalogue) -> String {
        let is_meant = |pattern: &Pattern| pattern.key.starts_with(LINT) && pattern.key != LINT_KEY;
        let Some((pattern, values)) = self.0.best(text, is_meant) else { return text.to_owned() };
        let why = |value: &str| self.text(value, &WHY_LINTED.map(str::to_owned), into, 0);
        let said = |(name, value): (&'static str, &str)| {
            let said = match name {
                "key" => value
                    .split_once(" in ")
                    .map(|(key, table)| into.with(LINT_KEY, &[("key", &key), ("table", &table)])),
                "expected" | "found" => self.0.word("lint-type-", value).map(|key| into.text(key)),
                "why" => why(value),
                _ => None,
            };
            (name, said.unwrap_or_else(|| value.to_owned()))
        };
        say(pattern, &values.into_iter().map(said).collect::<Vec<_>>(), into)
    }

    fn text(&self, text: &str, names: &[String], into: &Catalogue, depth: usize) -> Option<String> {
        if let Some(cause) = self.0.of_the_system(text, into) {
            return Some(cause);
        }
        let (pattern, values, from) = self.find(text, names)?;
        let values: Vec<_> = values
            .into_iter()
            .map(|(name, value)| {
                // The rest of the names belong to what this error holds.
                let inner = || {
                    let is_inner = depth < MAX_DEPTH && value.len() < text.len();
                    is_inner.then(|| self.text(value, &names[from + 1..], into, depth + 1)).flatten()
                };
                (name, self.noun(pattern.key, name, value, into).or_else(inner).unwrap_or_else(|| value.to_owned()))
            })
            .collect();
        Some(say(pattern, &values, into))
    }

    /// The sentence with its values, and which of the names said it.
    ///
    /// The outermost variant that can say it does; of several sentences the one with the most literal text, then the first.
    pub(super) fn find<'t>(&self, text: &'t str, names: &[String]) -> Option<(&Pattern, Values<'t>, usize)> {
        names.iter().enumerate().find_map(|(number, name)| {
            let ending = format!("-{}", kebab(name));
            // A sentence without a word of its own says nothing in any language.
            let can_say = |pattern: &Pattern| {
                pattern.literal > 0 && pattern.key.starts_with("error-") && pattern.key.ends_with(&ending)
            };
            self.0.best(text, can_say).map(|(pattern, values)| (pattern, values, number))
        })
    }

    /// Words that the program itself put into a hole of a sentence.
    fn noun(&self, sentence: &str, hole: &str, text: &str, into: &Catalogue) -> Option<String> {
        if sentence.ends_with("-usage-error-missing") {
            let each = text.split(MISSING.0).map(|part| {
                let (words, flag) = part.split_at(part.rfind(MISSING.1).unwrap_or(part.len()));
                let flag = match flag.split_once(OR_OF_THE_AGENT) {
                    Some((flag, key)) => format!("{flag}{}", into.with("missing-or-agent", &[("key", &key)])),
                    None => flag.to_owned(),
                };
                self.0.word("missing-", words).map_or_else(|| words.to_owned(), |key| into.text(key)) + &flag
            });
            return Some(each.collect::<Vec<_>>().join(MISSING.0));
        }
        if sentence == UNUSABLE && hole == "reason" {
            return Some(self.lint(text, into));
        }
        self.0.in_hole(sentence, hole, text, into)
    }
}

/// `NotRegular` as `not-regular`.
pub(super) fn kebab(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut out = String::new();
    for (at, &c) in letters.iter().enumerate() {
        let is_small = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| !c.is_ascii_uppercase());
        if c.is_ascii_uppercase() && at > 0 && (is_small(at.checked_sub(1)) || is_small(Some(at + 1))) {
            out.push('-');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}
