//! Which sentence of the English catalogue a text is, so that it can be said in another language.
//!
//! The libraries say what went wrong, and what the verifier expected and found, in English; the verdict's JSON holds these
//! texts in every language. A text is recognised as a whole, as one sentence of the catalogue with values in its holes, and
//! only among the sentences that can be meant: no name of a file can turn it into what another thing would say.
//!
//! Here is no word of another language. What a text was recognised as is a [`Said`], which whoever has the messages of a
//! language puts into words: the report out of its catalogue, the verifier's page out of the words that stand in it.
//!
//! ```
//! use sealbag::finding::Code;
//! use sealbag_sentences::{ENGLISH, Said, Sentences};
//!
//! let sentences = Sentences::new(&[ENGLISH]);
//! let said = sentences.value(Code::FileChanged, "12 bytes");
//! let twelve = vec![("n", Said::Text("12".to_owned()))];
//! assert_eq!(said, Some(Said::Message { key: "value-bytes", values: twelve }));
//! ```

mod holes;
pub mod names;
mod pattern;
mod said;
mod values;

pub use pattern::{Pattern, Values};
pub use said::Said;

/// What the libraries say in typed errors, and what the verifier puts beside a finding: the sentences that are recognised.
pub const ENGLISH: &str = include_str!("../catalogue/en.ftl");
/// The same messages in Russian.
pub const RUSSIAN: &str = include_str!("../catalogue/ru.ftl");
/// The same messages in Kazakh.
pub const KAZAKH: &str = include_str!("../catalogue/kk.ftl");

/// What the system adds to the words of a failed call: ` (os error 2)`.
const NUMBER: (&str, &str) = (" (os error ", ")");

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

    /// An English word whose keys begin with `family`.
    pub fn word(&self, family: &str, english: &str) -> Option<Said> {
        let known = self.words.iter().find(|(key, known)| *known == english && key.starts_with(family));
        known.map(|(key, _)| Said::word(key))
    }

    /// What the system says of a failed call; only the whole text counts.
    pub fn of_the_system(&self, text: &str) -> Option<Said> {
        let number = text.strip_suffix(NUMBER.1).and_then(|rest| rest.rsplit_once(NUMBER.0));
        let number =
            number.filter(|(_, digits)| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()));
        let said = self.word("os-", number.map_or(text, |(words, _)| words))?;
        Some(match number {
            Some((_, digits)) => {
                let values = vec![("cause", said), ("number", Said::Text(digits.to_owned()))];
                Said::Message { key: "label-os-error", values }
            }
            None => said,
        })
    }

    /// What a parser says of a record or of a line of the list. Of what it says otherwise nothing is known.
    pub fn of_the_parser(&self, text: &str) -> Option<Said> {
        let is_of_a_parser = |pattern: &Pattern| pattern.key.starts_with("parser-");
        let Some((pattern, values)) = self.best(text, is_of_a_parser) else {
            // A field of the record may stand before it.
            let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_.".contains(c);
            let (field, said) = text.split_once(": ").filter(|(field, _)| field.chars().all(is_part))?;
            self.best(said, is_of_a_parser)?;
            return Some(Said::Parts(vec![Said::Text(format!("{field}: ")), self.of_the_parser(said)?]));
        };
        let said = |(hole, value): (&'static str, &str)| match hole {
            "why" => Some((hole, self.of_the_parser(value)?)),
            _ => Some((hole, self.in_hole(pattern.key, hole, value).unwrap_or_else(|| Said::Text(value.to_owned())))),
        };
        let values = values.into_iter().map(said).collect::<Option<Vec<_>>>()?;
        Some(Said::Message { key: pattern.key, values })
    }
}
