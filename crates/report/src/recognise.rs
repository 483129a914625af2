//! Which sentence of the English catalogue a text is, so that it can be said in another language.
//!
//! The libraries say what went wrong, and what the verifier expected and found, in English; the verdict's JSON holds these
//! texts in every language. A text is recognised as a whole, as one sentence of the catalogue with values in its holes, and
//! only among the sentences that can be meant: no name of a file can turn it into what another thing would say.

mod pattern;
#[cfg(test)]
mod tests;
mod values;

use std::fmt::Display;

use sealbag::finding::Code;
use sealbag_custody::event::EventType;

use crate::catalogue::Catalogue;

pub use pattern::{Pattern, Values};

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
/// The sentences that quote a parser.
const PARSED: [&str; 3] = [
    "error-custody-record-error-line-malformed",
    "error-custody-record-error-contradiction",
    "error-manifest-entry-error-shape",
];
/// The sentence that quotes what was found in a log.
const OF_A_LOG: &str = "error-sealbag-no-receipt-log";
/// The sentences that are nothing but such a word.
const ALONE: [&str; 2] = ["value-event-type", "value-state"];

/// The English sentences of some catalogues, ready to be matched.
pub struct Sentences {
    patterns: Vec<Pattern>,
    /// Key and English text of those without a hole: what the system says, and words.
    words: Vec<(&'static str, &'static str)>,
}

impl Sentences {
    /// Reads English catalogues, in their order.
    pub fn new(sources: &[&'static str]) -> Self {
        let lines = || {
            let lines = sources.iter().flat_map(|source| source.lines());
            lines.filter(|line| line.contains(" = ") && !line.starts_with('#'))
        };
        Self {
            patterns: lines().filter_map(Pattern::from_line).collect(),
            words: lines()
                .filter_map(|line| line.split_once(" = "))
                .filter(|(_, text)| !text.contains("{ $"))
                .collect(),
        }
    }

    /// All of them, in the order of the catalogues.
    pub fn patterns(&self) -> &[Pattern] {
        &self.patterns
    }

    /// The sentence that the text is, with its values: of those that may be meant the one with the most literal text, then the
    /// first.
    pub fn best<'t>(&self, text: &'t str, may_be_meant: impl Fn(&Pattern) -> bool) -> Option<(&Pattern, Values<'t>)> {
        let mut best: Option<(&Pattern, Values<'t>)> = None;
        for pattern in self.patterns.iter().filter(|pattern| may_be_meant(pattern)) {
            if best.as_ref().is_none_or(|(best, _)| pattern.literal > best.literal)
                && let Some(values) = pattern.values(text)
            {
                best = Some((pattern, values));
            }
        }
        best
    }

    /// The key of an English word whose keys begin with `family`.
    pub fn word(&self, family: &str, english: &str) -> Option<&'static str> {
        self.words.iter().find(|(key, known)| *known == english && key.starts_with(family)).map(|(key, _)| *key)
    }

    /// What the system says of a failed call; only the whole text counts.
    pub fn of_the_system(&self, text: &str, into: &Catalogue) -> Option<String> {
        let number = text.strip_suffix(NUMBER.1).and_then(|rest| rest.rsplit_once(NUMBER.0));
        let number =
            number.filter(|(_, digits)| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()));
        let words = number.map_or(text, |(words, _)| words);
        let said = into.text(self.word("os-", words)?);
        Some(match number {
            Some((_, digits)) => into.with("label-os-error", &[("cause", &said), ("number", &digits)]),
            None => said,
        })
    }

    /// What a parser says of a record or of a line of the list. Of what it says otherwise nothing is known.
    pub fn of_the_parser(&self, text: &str, into: &Catalogue) -> Option<String> {
        let Some((pattern, values)) = self.best(text, |pattern| pattern.key.starts_with("parser-")) else {
            // A field of the record may stand before it.
            let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_.".contains(c);
            let (field, said) = text.split_once(": ").filter(|(field, _)| field.chars().all(is_part))?;
            let is_known = self.best(said, |pattern| pattern.key.starts_with("parser-")).is_some();
            return Some(format!("{field}: {}", is_known.then(|| self.of_the_parser(said, into)).flatten()?));
        };
        let said = |(hole, value): (&'static str, &str)| match hole {
            "why" => Some((hole, self.of_the_parser(value, into)?)),
            _ => Some((hole, self.in_hole(pattern.key, hole, value, into).unwrap_or_else(|| value.to_owned()))),
        };
        Some(say(pattern, &values.into_iter().map(said).collect::<Option<Vec<_>>>()?, into))
    }

    /// Words that the program itself put into a hole of a sentence: nouns, and what a record names.
    pub fn in_hole(&self, sentence: &str, hole: &str, text: &str, into: &Catalogue) -> Option<String> {
        let quoted = |text: String| if ALONE.contains(&sentence) { text } else { format!("«{text}»") };
        match hole {
            "kind" | "act" if EventType::from_name(text).is_some() => return Some(quoted(into.event(text))),
            "state" if into.state(text) != text => return Some(quoted(into.state(text))),
            "roles" => return Some(into.roles(text)),
            "fields" => {
                let fields = text.split(", ").map(|field| into.field_path(field));
                return Some(fields.collect::<Vec<_>>().join("; "));
            }
            "v1" if sentence == OF_A_LOG => {
                return Code::ALL.iter().find(|code| code.sentence() == text).map(|code| into.finding(*code));
            }
            "reason" | "v0" if PARSED.contains(&sentence) => {
                if let Some(said) = self.of_the_parser(text, into) {
                    return Some(said);
                }
            }
            // Of two a parser says `a` or `b`.
            "known" => return Some(text.replace("` or `", "`, `")),
            // The name of a field of a record, which is that in every language.
            "field" if sentence.starts_with("error-custody-record-error-") => return None,
            "incident" => return self.word("noun-incident-", text).map(|key| into.text(key)),
            _ => {}
        }
        // A place can be that of a file; in a time-stamp it is a part of it.
        let is_word = NOUNS.contains(&hole)
            || hole == "place" && sentence.starts_with("error-timestamp-")
            || hole == "v0" && NAMELESS.contains(&sentence);
        if is_word { self.word("noun-", text).map(|key| into.text(key)) } else { None }
    }
}

/// A sentence with its values in another language.
pub fn say(pattern: &Pattern, values: &[(&'static str, String)], into: &Catalogue) -> String {
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value as &dyn Display)).collect();
    into.with(pattern.key, &values)
}
