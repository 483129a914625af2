//! Which sentence of the catalogue an error's English sentence is.
//!
//! What holds against names that were chosen to mislead: a sentence is looked for only among those that belong to a variant
//! of the error's own ([`super::names`]), so no file name can turn it into what another variant says. A name can at most decide
//! between variants of the same name in different types (`Busy`, `Read`), where the one with the most literal text is taken; and
//! it can move the border between two values of one sentence, which then still stand there in the same order, every character
//! shown. Within values only what an error of its own says is translated, and words of a closed list in the holes that hold
//! no names of users ([`NOUNS`]).

use sealbag_report::{Catalogue, Language};

use super::pattern::{Pattern, Values};
use super::sentence::Sentence;

/// Errors name their causes in their own sentences so deep at most.
const MAX_DEPTH: usize = 4;
/// What the system adds to the words of a failed call: ` (os error 2)`.
const NUMBER: (&str, &str) = (" (os error ", ")");
/// The holes that hold words out of the program, and never a name of a user's.
const NOUNS: [&str; 9] = ["what", "kind", "action", "section", "field", "must", "why", "reason", "refusal"];
/// The sentences whose hole without a name holds such words.
const NAMELESS: [&str; 4] = [
    "error-signers-agent-error-malformed",
    "error-custody-signature-error-blob",
    "error-custody-receipt-error-unrelated",
    "error-manifest-entry-error-shape",
];
/// Between the things that are missing; each is words and, in brackets, a flag.
const MISSING: (&str, &str) = ("; ", " (");
/// What may stand behind the flag of a key.
const OR_OF_THE_AGENT: &str = ", or one of the ssh-agent, such as --agent ";
/// Families of sentences that results give as the reason why something was not read or made.
const REASONS: [&str; 2] = ["reason-", "error-image-fault-"];

/// The English sentences, ready to be matched.
pub(super) struct Recogniser {
    /// What variants say, in the order of the catalogue.
    pub(super) errors: Vec<Pattern>,
    /// What results give as reasons.
    reasons: Vec<Pattern>,
    /// What the system says, and words: key and English text.
    words: Vec<(&'static str, &'static str)>,
}

impl Recogniser {
    /// Reads the English catalogues.
    pub(super) fn new() -> Self {
        let lines = |source: &'static str| source.lines().filter(|line| line.contains(" = ") && !line.starts_with('#'));
        let both = || lines(super::errors(Language::English)).chain(lines(super::nouns(Language::English)));
        let is_reason = |line: &&str| REASONS.iter().any(|family| line.starts_with(family));
        Self {
            reasons: both().filter(is_reason).filter_map(Pattern::from_line).collect(),
            errors: lines(super::errors(Language::English))
                .chain(lines(super::nouns(Language::English)).filter(|line| line.starts_with("error-")))
                .filter_map(Pattern::from_line)
                .collect(),
            words: lines(super::causes(Language::English))
                .chain(lines(super::nouns(Language::English)))
                .filter_map(|line| line.split_once(" = "))
                .collect(),
        }
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
        if let Some(cause) = self.of_the_system(text, into) {
            return Some(cause);
        }
        let known = self.reasons.iter().filter_map(|pattern| Some((pattern, pattern.values(text)?)));
        let (pattern, values) = known.max_by_key(|(pattern, _)| pattern.literal)?;
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
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, value as &dyn std::fmt::Display)).collect();
        Some(into.with(pattern.key, &values))
    }

    /// The explanation of a question in another language, or as it is.
    pub(super) fn help(&self, text: &str, into: &Catalogue) -> String {
        let key = self.words.iter().find(|(key, known)| *known == text && key.starts_with("help-"));
        key.map_or_else(|| text.to_owned(), |(key, _)| into.text(key))
    }

    fn text(&self, text: &str, names: &[String], into: &Catalogue, depth: usize) -> Option<String> {
        if let Some(cause) = self.of_the_system(text, into) {
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
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, value as &dyn std::fmt::Display)).collect();
        Some(into.with(pattern.key, &values))
    }

    /// The sentence with its values, and which of the names said it.
    ///
    /// The outermost variant that can say it does; of several sentences the one with the most literal text, then the first.
    pub(super) fn find<'t>(&self, text: &'t str, names: &[String]) -> Option<(&Pattern, Values<'t>, usize)> {
        names.iter().enumerate().find_map(|(number, name)| {
            let ending = format!("-{}", kebab(name));
            let mut best: Option<(&Pattern, Vec<_>)> = None;
            for pattern in self.errors.iter().filter(|pattern| pattern.key.ends_with(&ending)) {
                // A sentence without a word of its own says nothing in any language.
                if pattern.literal > best.as_ref().map_or(0, |(best, _)| best.literal)
                    && let Some(values) = pattern.values(text)
                {
                    best = Some((pattern, values));
                }
            }
            best.map(|(pattern, values)| (pattern, values, number))
        })
    }

    /// What the system says of a failed call; only the whole text counts.
    fn of_the_system(&self, text: &str, into: &Catalogue) -> Option<String> {
        let number = text.strip_suffix(NUMBER.1).and_then(|rest| rest.rsplit_once(NUMBER.0));
        let number =
            number.filter(|(_, digits)| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()));
        let words = number.map_or(text, |(words, _)| words);
        let (key, _) = self.words.iter().find(|(key, english)| key.starts_with("os-") && *english == words)?;
        let said = into.text(key);
        Some(match number {
            Some((_, digits)) => into.with("label-os-error", &[("cause", &said), ("number", &digits)]),
            None => said,
        })
    }

    /// Words that the program itself put into a hole of a sentence.
    fn noun(&self, sentence: &str, hole: &str, text: &str, into: &Catalogue) -> Option<String> {
        let word = |family: &str, english: &str| {
            let key = self.words.iter().find(|(key, known)| *known == english && key.starts_with(family));
            key.map(|(key, _)| into.text(key))
        };
        if sentence.ends_with("-usage-error-missing") {
            let each = text.split(MISSING.0).map(|part| {
                let (words, flag) = part.split_at(part.rfind(MISSING.1).unwrap_or(part.len()));
                let flag = match flag.split_once(OR_OF_THE_AGENT) {
                    Some((flag, key)) => format!("{flag}{}", into.with("missing-or-agent", &[("key", &key)])),
                    None => flag.to_owned(),
                };
                word("missing-", words).unwrap_or_else(|| words.to_owned()) + &flag
            });
            return Some(each.collect::<Vec<_>>().join(MISSING.0));
        }
        // A place can be that of a file; in a time-stamp it is a part of it.
        let is_word = NOUNS.contains(&hole)
            || hole == "place" && sentence.starts_with("error-timestamp-")
            || hole == "v0" && NAMELESS.contains(&sentence);
        if is_word { word("noun-", text) } else { None }
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
