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
const OF_CATALOGUES: [&str; 35] = [
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
    "field-",
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
    "state-resealed",
    "status-",
    "summary-",
    "time-not-",
    "time-stated",
    "tools-program",
    "violations",
    "why-",
];

/// What it takes of the glossary.
const OF_GLOSSARY: [&str; 8] =
    ["date.months", "event.", "heading.custody", "heading.may_not_claim", "limit.", "role.", "state.", "verdict."];

/// Which sentences stand beside a finding, by its code; the page has these sentences, and the words that stand in them.
const VALUES: &str = "crates/report/catalogue/values.txt";
const IN_VALUES: [&str; 4] = ["noun-", "parser-", "value-line-of", "value-roster-of"];

type Words = BTreeMap<String, BTreeMap<String, String>>;

/// All words as JSON: an object a language, key to text, and `values`, code to sentences. `<` is escaped, for it stands in a page.
///
/// # Errors
/// A file is missing, or a key has not all three languages.
pub(super) fn collect(root: &Path) -> Result<String, TaskError> {
    let mut words = Words::new();
    let values = read_text(&root.join(VALUES))?;
    let values: BTreeMap<_, _> =
        values.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' ')).collect();
    let is_value = |key: &str| {
        let mut families = values.values().flat_map(|families| families.split(' ')).chain(IN_VALUES);
        families.any(|family| if family.ends_with('-') { key.starts_with(family) } else { key == family })
    };
    for language in LANGUAGES {
        let faults = read_text(&root.join(CATALOGUES).join(format!("faults/{language}.ftl")))?;
        let faults = messages(&faults).filter(|(key, _)| is_value(key));
        let faults = faults.map(|(key, text)| (key.to_owned(), text.to_owned()));
        words.entry(language.to_owned()).or_default().extend(faults);
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
    let values = values.into_iter().map(|(code, families)| (code.to_owned(), families.to_owned()));
    words.insert("values".to_owned(), values.collect());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_every_sentence_that_stands_beside_a_finding_in_three_languages() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let words: Words = serde_json::from_str(&collect(&root).expect("the words")).expect("JSON");
        assert_eq!(words.keys().collect::<Vec<_>>(), ["en", "kk", "ru", "values"]);
        for families in words["values"].values() {
            for family in families.split(' ').filter(|family| *family != "|") {
                let is_one =
                    |key: &&String| if family.ends_with('-') { key.starts_with(family) } else { *key == family };
                assert!(LANGUAGES.iter().all(|language| words[*language].keys().any(|key| is_one(&key))), "{family}");
            }
        }
    }
}
