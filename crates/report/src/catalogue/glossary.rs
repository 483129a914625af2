//! The glossary: terms, verdicts, claims and limits in three languages, with the note that a jurist reads.
//!
//! It is a table of five columns, so that it can be read, corrected and signed off without knowing anything of programs. A key
//! `claim.files` is the message `claim-files`; `{n}` in a sentence stands for a value.

use crate::language::Language;

/// The table.
pub(super) const TABLE: &str = include_str!("../../glossary.tsv");

/// One row: key, English, Russian, Kazakh, note.
pub(super) struct Row<'t> {
    /// Such as `claim.files`.
    pub(super) key: &'t str,
    texts: [&'t str; 3],
    /// What a jurist is to know; `(?)` marks what is to be asked.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test that keeps the list for a jurist"))]
    pub(super) note: &'t str,
}

impl<'t> Row<'t> {
    /// The text in a language.
    pub(super) fn text(&self, language: Language) -> &'t str {
        match language {
            Language::English => self.texts[0],
            Language::Russian => self.texts[1],
            Language::Kazakh => self.texts[2],
        }
    }
}

/// Every row behind the heading. A row that has not five columns is none; a test holds the table to that.
pub(super) fn rows() -> impl Iterator<Item = Row<'static>> {
    TABLE.lines().skip(1).filter_map(|line| {
        let [key, en, ru, kk, note] = line.split('\t').collect::<Vec<_>>().try_into().ok()?;
        Some(Row { key, texts: [en, ru, kk], note })
    })
}

/// The table as Fluent messages in one language.
pub(super) fn to_fluent(language: Language) -> String {
    rows().map(|row| format!("{} = {}\n", row.key.replace('.', "-"), placeables(row.text(language)))).collect()
}

/// `{n}` as Fluent writes it.
fn placeables(text: &str) -> String {
    text.replace('{', "{ $").replace('}', " }")
}
