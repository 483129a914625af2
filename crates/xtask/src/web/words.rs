//! The words of the page in three languages: its own, and those of the catalogues and the glossary that it shares with the
//! reports.

use std::collections::BTreeMap;
use std::path::Path;

use super::read_text;
use crate::error::TaskError;

const LANGUAGES: [&str; 3] = ["en", "ru", "kk"];
const CATALOGUES: &str = "crates/report/catalogue";
const GLOSSARY: &str = "crates/report/glossary.tsv";
const OWN: &str = "crates/web/page/words.tsv";

/// What the page takes of the catalogues: messages that begin so.
const OF_CATALOGUES: [&str; 33] = [
    "by-key",
    "by-nobody",
    "check-",
    "checks-check",
    "compromised",
    "content-line",
    "custody-attested",
    "custody-late",
    "custody-more",
    "custody-not-replayed",
    "custody-to",
    "date-pattern",
    "event-",
    "finding-",
    "findings-result",
    "held-",
    "label-",
    "moment-utc",
    "on-hold",
    "payload-",
    "person-",
    "preventing",
    "remarks",
    "severity-",
    "signer-stated",
    "standing-",
    "status-",
    "summary-",
    "time-not-",
    "time-stated",
    "tools-program",
    "violations",
    "why-",
];

/// What it takes of the glossary.
const OF_GLOSSARY: [&str; 7] =
    ["date.months", "event.", "heading.custody", "heading.may_not_claim", "limit.", "role.", "verdict."];

type Words = BTreeMap<String, BTreeMap<String, String>>;

/// All words as JSON: an object a language, key to text. `<` is escaped, for it stands in a page.
///
/// # Errors
/// A file is missing, or a key has not all three languages.
pub(super) fn collect(root: &Path) -> Result<String, TaskError> {
    let mut words = Words::new();
    for language in LANGUAGES {
        let text = read_text(&root.join(CATALOGUES).join(format!("{language}.ftl")))?;
        for (key, text) in messages(&text) {
            if OF_CATALOGUES.iter().any(|start| key.starts_with(start)) {
                words.entry(language.to_owned()).or_default().insert(key.to_owned(), text.to_owned());
            }
        }
    }
    table(&read_text(&root.join(GLOSSARY))?, &OF_GLOSSARY, &mut words)?;
    table(&read_text(&root.join(OWN))?, &[""], &mut words)?;
    require_all(&words)?;
    let json = serde_json::to_string(&words).map_err(|error| TaskError::Page(error.to_string()))?;
    Ok(json.replace('<', "\\u003c"))
}

/// The messages of one line of a Fluent catalogue; the page has no plural forms.
fn messages(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let message = |line: &str| line.starts_with(|letter: char| letter.is_ascii_lowercase());
    text.lines().filter(move |line| message(line)).filter_map(|line| {
        let (key, text) = line.split_once(" = ")?;
        (!text.is_empty()).then_some((key, text))
    })
}

/// The rows of `key en ru kk` with one of these beginnings.
fn table(text: &str, starts: &[&str], words: &mut Words) -> Result<(), TaskError> {
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [key, texts @ ..] = &cells[..] else { continue };
        if !starts.iter().any(|start| key.starts_with(start)) {
            continue;
        }
        if texts.len() < 3 || texts[..3].iter().any(|text| text.is_empty()) {
            return Err(TaskError::Page(format!("`{key}` has not all three languages")));
        }
        for (language, text) in LANGUAGES.iter().zip(texts) {
            words.entry((*language).to_owned()).or_default().insert((*key).to_owned(), (*text).to_owned());
        }
    }
    Ok(())
}

/// Every key stands in every language, with the same placeholders.
fn require_all(words: &Words) -> Result<(), TaskError> {
    let english = words.get("en").cloned().unwrap_or_default();
    for (language, of_language) in words {
        let same = of_language.len() == english.len();
        let wrong = english
            .iter()
            .find(|(key, text)| of_language.get(*key).is_none_or(|other| placeholders(text) != placeholders(other)));
        if let Some((key, _)) = wrong {
            return Err(TaskError::Page(format!("`{key}` is missing in {language}, or has other placeholders there")));
        }
        if !same {
            return Err(TaskError::Page(format!("{language} has words that English has not")));
        }
    }
    Ok(())
}

fn placeholders(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = text
        .split('{')
        .skip(1)
        .filter_map(|part| Some(part.split_once('}')?.0.trim().trim_start_matches('$')))
        .collect();
    found.sort_unstable();
    found
}
