//! The words of the page in three languages: its own, and those of the catalogues and the glossary that it shares with the
//! reports. The keys are those of the messages of the reports.

use std::collections::{BTreeMap, BTreeSet};
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

/// The sentences that are recognised, and which of them stand beside a finding, by its code. The page has these, and the words
/// that stand in them; not in English, for so they stand in the verdict.
const SENTENCES: &str = "crates/sentences/catalogue";
const IN_SENTENCES: [&str; 5] = ["label-os-error", "noun-", "parser-", "value-line-of", "value-roster-of"];

/// Key to text, by language.
type Words = BTreeMap<String, BTreeMap<String, String>>;

/// All words as JSON: an object a language, key to text. `<` is escaped, for it stands in a page.
///
/// # Errors
/// A file is missing, or a key has not all three languages.
pub(super) fn collect(root: &Path) -> Result<String, TaskError> {
    let mut words = Words::new();
    for language in LANGUAGES {
        let text = read_text(&root.join(CATALOGUES).join(format!("{language}.ftl")))?;
        let of_language = words.entry(language.to_owned()).or_default();
        of_language.extend(messages(&text, |key| OF_CATALOGUES.iter().any(|start| key.starts_with(start))));
    }
    table(&read_text(&root.join(GLOSSARY))?, &OF_GLOSSARY, &mut words)?;
    table(&read_text(&root.join(OWN))?, &[""], &mut words)?;
    let mut sentences = sentences(root)?;
    require_all(&words)?;
    require_all(&sentences)?;
    sentences.remove("en");
    for (language, sentences) in sentences {
        words.entry(language).or_default().extend(sentences);
    }
    let json = serde_json::to_string(&words).map_err(|error| TaskError::Page(error.to_string()))?;
    Ok(json.replace('<', "\\u003c"))
}

/// What can stand beside a finding.
fn sentences(root: &Path) -> Result<Words, TaskError> {
    let families = read_text(&root.join(SENTENCES).join("values.txt"))?;
    let families = families.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' '));
    let families: BTreeSet<&str> = families.flat_map(|(_, families)| families.split(' ')).chain(IN_SENTENCES).collect();
    let is_one = |key: &str| {
        families.iter().any(|family| if family.ends_with('-') { key.starts_with(family) } else { key == *family })
    };
    let of_language = |language: &str| {
        let text = read_text(&root.join(SENTENCES).join(format!("{language}.ftl")))?;
        Ok((language.to_owned(), messages(&text, is_one).collect()))
    };
    LANGUAGES.into_iter().map(of_language).collect()
}

/// The messages of one line of a Fluent catalogue; the page has no plural forms.
fn messages(text: &str, is_wanted: impl Fn(&str) -> bool) -> impl Iterator<Item = (String, String)> {
    let message = |line: &str| line.starts_with(|letter: char| letter.is_ascii_lowercase());
    text.lines().filter(move |line| message(line)).filter_map(move |line| {
        let (key, text) = line.split_once(" = ")?;
        (!text.is_empty() && is_wanted(key)).then(|| (key.to_owned(), text.to_owned()))
    })
}

/// The rows of `key en ru kk` with one of these beginnings; a key `event.seal` is the message `event-seal`.
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
            words.entry((*language).to_owned()).or_default().insert(key.replace('.', "-"), (*text).to_owned());
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
    fn the_page_has_the_sentences_that_stand_beside_findings_in_the_languages_in_which_it_says_them() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let words: Words = serde_json::from_str(&collect(&root).expect("the words")).expect("JSON");
        assert_eq!(words.keys().collect::<Vec<_>>(), ["en", "kk", "ru"]);
        let families = read_text(&root.join(SENTENCES).join("values.txt")).expect("the families");
        let rows = families.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' '));
        let families = rows.flat_map(|(_, families)| families.split(' ')).chain(IN_SENTENCES);
        for family in families.filter(|family| *family != "|") {
            let is_one = |key: &&String| if family.ends_with('-') { key.starts_with(family) } else { *key == family };
            let has = |language: &str| words[language].keys().any(|key| is_one(&key));
            assert_eq!(LANGUAGES.map(has), [false, true, true], "{family}");
        }
    }
}
