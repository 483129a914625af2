//! What a reader of another language is told: no English among it.

use sealbag_report::Language;

use crate::program::Run;

/// Words that are the same in every language.
const NAMES: [&str; 5] = ["sealbag", "ssh", "agent", "sha", "BagIt"];

/// Holds that nothing but names, commands, flags, paths, codes and what the reader gave stands in Latin letters.
///
/// `given` is what may stand there as it was given: names of people and files, purposes, labels.
#[track_caller]
pub fn holds_no_english(language: Language, run: &Run, given: &[&str]) {
    if language == Language::English {
        return;
    }
    let (sentences, words): (Vec<&str>, Vec<&str>) = given.iter().partition(|given| given.contains(' '));
    for line in run.text().lines().chain(run.stderr.lines()) {
        // Commands stand in backticks.
        let plain: String = line.split('`').step_by(2).collect::<Vec<_>>().join(" ");
        let plain = sentences.iter().fold(plain, |plain, given| plain.replace(given, " "));
        for word in plain.split_whitespace() {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric() && !"-/.".contains(c));
            let is_latin = word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic() || c == '.');
            let word = word.trim_end_matches('.');
            // `UTC`, `FILE`; `custody.fork`.
            let is_code = word.contains('.') || !word.chars().any(|c| c.is_ascii_lowercase());
            // A group of a hash can be all letters; no English word of this length has only these.
            let is_of_a_hash = word.len() == 8 && word.bytes().all(|byte| matches!(byte, b'a'..=b'f'));
            let is_name = is_code || is_of_a_hash || NAMES.contains(&word) || words.contains(&word);
            assert!(!is_latin || is_name, "{language}: {word:?} is English in: {line}");
        }
    }
}
