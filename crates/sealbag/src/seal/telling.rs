//! Names of sealed files in the texts of a seal: a later disclosure would tell them.

use sealbag_custody::record::Value;
use sealbag_custody::statement::Statement;
use sealbag_manifest::entry::Entry;
use sealbag_manifest::path::shown;

/// So many names are kept.
const NAMED: usize = 100;
/// Names shorter than this stand in ordinary words too.
const TELLING_NAME: usize = 8;

/// Looks for the names of the list in what people stated.
pub(super) struct TellingNames {
    texts: String,
    found: Vec<String>,
}

impl TellingNames {
    /// Takes every text of a statement.
    pub(super) fn of(statement: &Statement) -> Self {
        let mut texts = String::new();
        for section in statement.sections() {
            for (_, value) in &section.fields {
                match value {
                    Value::Text(text) => texts.push_str(text),
                    Value::Array(parts) => parts.iter().for_each(|part| {
                        texts.push_str(part);
                        texts.push('\n');
                    }),
                    _ => {}
                }
                texts.push('\n');
            }
        }
        Self { texts, found: Vec::new() }
    }

    /// Looks for the name of one file.
    pub(super) fn look_for(&mut self, entry: &Entry) {
        let Ok(name) = std::str::from_utf8(entry.path.name()) else { return };
        let is_telling = entry.content.is_some() && name.chars().nth(TELLING_NAME - 1).is_some();
        if is_telling && self.found.len() < NAMED && self.texts.contains(name) {
            self.found.push(shown(name.as_bytes()));
        }
    }

    /// The names that were found, shown safely.
    pub(super) fn into_found(self) -> Vec<String> {
        self.found
    }
}
