//! Which sentence of the catalogue an error's English sentence is.
//!
//! What holds against names that were chosen to mislead: a sentence is looked for only among those that belong to a variant
//! of the error's own ([`super::names`]), so no file name can turn it into what another variant says. A name can at most decide
//! between variants of the same name in different types (`Busy`, `Read`), where the one with the most literal text is taken; and
//! it can move the border between two values of one sentence, which then still stand there in the same order, every character
//! shown. Within values only what an error of its own says is translated, and words of a closed list in the holes that hold
//! no names of users ([`Sentences::in_hole`]).

use sealbag::finding::Code;
use sealbag_report::Language;
use sealbag_sentences::{ENGLISH, Pattern, Said, Sentences, Values};

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
/// The sentence of an error that quotes what was found in a log.
const OF_A_LOG: &str = "error-sealbag-no-receipt-log";
/// Families of sentences that results give as the reason why something was not read or made.
const REASONS: [&str; 2] = ["reason-", "error-image-fault-"];

/// The English sentences, ready to be matched.
pub(super) struct Recogniser(Sentences);

impl Recogniser {
    /// Reads the English catalogues.
    pub(super) fn new() -> Self {
        let english = Language::English;
        Self(Sentences::new(&[super::errors(english), ENGLISH, super::nouns(english)]))
    }

    /// What variants say, in the order of the catalogues.
    #[cfg(test)]
    pub(super) fn errors(&self) -> impl Iterator<Item = &Pattern> {
        self.0.patterns().iter().filter(|pattern| pattern.key.starts_with("error-"))
    }

    /// What an error says.
    pub(super) fn error(&self, sentence: &Sentence) -> Said {
        self.text(sentence.english(), sentence.names(), 0).unwrap_or_else(|| as_it_is(sentence.english()))
    }

    /// A reason that results give.
    pub(super) fn reason(&self, text: &str) -> Said {
        self.known_reason(text, 0).unwrap_or_else(|| as_it_is(text))
    }

    fn known_reason(&self, text: &str, depth: usize) -> Option<Said> {
        if let Some(cause) = self.0.of_the_system(text) {
            return Some(cause);
        }
        let is_reason = |pattern: &Pattern| REASONS.iter().any(|family| pattern.key.starts_with(family));
        let (pattern, values) = self.0.best(text, is_reason)?;
        let values: Vec<_> = values
            .into_iter()
            .map(|(name, value)| {
                let inner = || {
                    let is_inner = depth < MAX_DEPTH && value.len() < text.len();
                    is_inner.then(|| self.known_reason(value, depth + 1)).flatten()
                };
                (name, self.noun(pattern.key, name, value).or_else(inner).unwrap_or_else(|| as_it_is(value)))
            })
            .collect();
        Some(Said::Message { key: pattern.key, values })
    }

    /// The explanation of a question.
    pub(super) fn help(&self, text: &str) -> Said {
        self.0.word("help-", text).unwrap_or_else(|| as_it_is(text))
    }

    /// What the linter says of a line of a profile.
    pub(super) fn lint(&self, text: &str) -> Said {
        let is_meant = |pattern: &Pattern| pattern.key.starts_with(LINT) && pattern.key != LINT_KEY;
        let Some((pattern, values)) = self.0.best(text, is_meant) else { return as_it_is(text) };
        let key_in_table = |(key, table): (&str, &str)| {
            let values = vec![("key", as_it_is(key)), ("table", as_it_is(table))];
            Said::Message { key: LINT_KEY, values }
        };
        let said = |(name, value): (&'static str, &str)| {
            let said = match name {
                "key" => value.split_once(" in ").map(key_in_table),
                "expected" | "found" => self.0.word("lint-type-", value),
                "why" => self.text(value, &WHY_LINTED.map(str::to_owned), 0),
                _ => None,
            };
            (name, said.unwrap_or_else(|| as_it_is(value)))
        };
        Said::Message { key: pattern.key, values: values.into_iter().map(said).collect() }
    }

    fn text(&self, text: &str, names: &[String], depth: usize) -> Option<Said> {
        if let Some(cause) = self.0.of_the_system(text) {
            return Some(cause);
        }
        let (pattern, values, from) = self.find(text, names)?;
        let values: Vec<_> = values
            .into_iter()
            .map(|(name, value)| {
                // The rest of the names belong to what this error holds.
                let inner = || {
                    let is_inner = depth < MAX_DEPTH && value.len() < text.len();
                    is_inner.then(|| self.text(value, &names[from + 1..], depth + 1)).flatten()
                };
                (name, self.noun(pattern.key, name, value).or_else(inner).unwrap_or_else(|| as_it_is(value)))
            })
            .collect();
        Some(Said::Message { key: pattern.key, values })
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
    fn noun(&self, sentence: &str, hole: &str, text: &str) -> Option<Said> {
        if sentence.ends_with("-usage-error-missing") {
            return Some(Said::joined(text.split(MISSING.0).map(|part| self.missing(part)), MISSING.0));
        }
        match hole {
            "reason" if sentence == UNUSABLE => Some(self.lint(text)),
            "v1" if sentence == OF_A_LOG => {
                let code = Code::ALL.iter().find(|code| code.sentence() == text)?;
                Some(Said::named("finding", &code.name().replace('.', "-"), text))
            }
            _ => self.0.in_hole(sentence, hole, text),
        }
    }

    /// One of the things that are missing, with its flag.
    fn missing(&self, part: &str) -> Said {
        let (words, flag) = part.split_at(part.rfind(MISSING.1).unwrap_or(part.len()));
        let (flag, agent) = flag.split_once(OR_OF_THE_AGENT).map_or((flag, None), |(flag, key)| (flag, Some(key)));
        let agent = agent.map(|key| Said::Message { key: "missing-or-agent", values: vec![("key", as_it_is(key))] });
        let words = self.0.word("missing-", words).unwrap_or_else(|| as_it_is(words));
        Said::Parts([words, as_it_is(flag)].into_iter().chain(agent).collect())
    }
}

/// What is not recognised is shown as it is.
fn as_it_is(text: &str) -> Said {
    Said::Text(text.to_owned())
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
