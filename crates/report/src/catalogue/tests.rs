use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use sealbag::finding::Code;
use sealbag::verdict::{Check, Outcome, Status};
use sealbag_custody::event::EventType;
use sealbag_custody::roster::ROLES;

use super::*;

/// Every message of a language with its text, as it stands in the sources.
fn all(language: Language) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for source in [glossary::to_fluent(language), messages(language).to_owned()] {
        let resource = FluentResource::try_new(source.clone());
        assert!(resource.is_ok(), "{language}: {:?}", resource.err().map(|(_, errors)| errors));
        for line in source.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (key, text) = line.split_once(" = ").unwrap_or_else(|| panic!("{language}: {line}"));
            assert!(!text.trim().is_empty(), "{language}: {key} says nothing");
            assert!(all.insert(key.to_owned(), text.to_owned()).is_none(), "{language}: {key} stands twice");
        }
    }
    all
}

fn placeholders(text: &str) -> BTreeSet<String> {
    text.split("{ $").skip(1).map(|rest| rest.split(' ').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn every_message_is_there_in_every_language_with_the_same_values() {
    let english = all(Language::English);
    for language in [Language::Russian, Language::Kazakh] {
        let other = all(language);
        assert_eq!(english.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>(), "{language}");
        for (key, text) in &english {
            assert_eq!(placeholders(text), placeholders(&other[key]), "{language}: {key}");
        }
    }
    assert!(english.len() > 700, "{}", english.len());
}

#[test]
fn every_message_is_formatted_without_an_error() {
    for language in Language::ALL {
        let catalogue = Catalogue::new(language);
        for (key, text) in all(language) {
            let mut arguments = FluentArgs::new();
            placeholders(&text).into_iter().for_each(|name| arguments.set(name, FluentValue::from("7")));
            let pattern = catalogue.bundle.get_message(&key).and_then(|message| message.value()).expect("a message");
            let mut errors = Vec::new();
            let shown = catalogue.bundle.format_pattern(pattern, Some(&arguments), &mut errors);
            assert!(errors.is_empty(), "{language}: {key}: {errors:?}");
            assert!(!shown.contains(['{', '}', '\u{2068}', '\u{2069}']), "{language}: {key}: {shown}");
        }
    }
}

#[test]
fn kazakh_hangs_no_suffix_on_a_value() {
    for (key, text) in all(Language::Kazakh) {
        for behind in text.split(" }").skip(1) {
            let next = behind.chars().next().unwrap_or(' ');
            let is_annex =
                behind.starts_with("-қосымша") || behind.starts_with("-беті") || behind.starts_with("-жазба");
            let is_version = behind.starts_with("-нұсқа");
            assert!(!next.is_alphabetic() && (next != '-' || is_annex || is_version), "{key}: {text}");
        }
    }
}

#[test]
fn every_finding_check_event_state_and_role_has_words() {
    for language in Language::ALL {
        let catalogue = Catalogue::new(language);
        let need = |key: String| assert!(catalogue.has(&key), "{language}: no message {key}");
        Code::ALL.iter().for_each(|code| need(format!("finding-{}", code.name().replace('.', "-"))));
        EventType::ALL.iter().for_each(|kind| need(format!("event-{kind}")));
        EventType::ALL.iter().for_each(|kind| need(format!("says-{kind}")));
        ROLES.iter().for_each(|role| need(format!("role-{role}")));
        for state in ["held", "in_transit", "opened", "under_examination", "returned", "disposed", "resealed"] {
            need(format!("held-{state}"));
            need(format!("state-{}", if state == "held" { "in_custody" } else { state }));
        }
        for check in Check::ALL {
            assert!(!catalogue.check(check).starts_with("check-"), "{language}: {check:?}");
        }
        for outcome in [Outcome::Confirmed, Outcome::ConfirmedWithRemarks, Outcome::Violated, Outcome::Undetermined] {
            assert!(!catalogue.outcome(outcome).starts_with("verdict-"), "{language}: {outcome:?}");
            assert!(!catalogue.summary(outcome).starts_with("summary-"), "{language}: {outcome:?}");
            assert!(!catalogue.log_outcome(outcome).starts_with("log-"), "{language}: {outcome:?}");
        }
        for status in [Status::Passed, Status::Failed, Status::NotRun, Status::NotPresent] {
            assert!(!catalogue.result(status).contains('-') && !catalogue.status(status).contains('-'), "{status:?}");
        }
    }
}

#[test]
fn the_english_of_the_catalogue_is_that_of_the_verifier() {
    let catalogue = Catalogue::new(Language::English);
    for code in Code::ALL {
        assert_eq!(catalogue.finding(*code), code.sentence());
    }
    for check in Check::ALL {
        assert_eq!(catalogue.check(check), check.title());
    }
    for outcome in [Outcome::Confirmed, Outcome::ConfirmedWithRemarks, Outcome::Violated, Outcome::Undetermined] {
        assert_eq!(catalogue.outcome(outcome), outcome.words());
    }
}

#[test]
fn the_glossary_has_five_columns_in_every_row() {
    assert_eq!(glossary::TABLE.lines().next(), Some("key\ten\tru\tkk\tnote"));
    assert_eq!(glossary::rows().count() + 1, glossary::TABLE.lines().count());
}

/// The list for a jurist has each term in doubt, as it stands in the glossary.
#[test]
fn every_term_in_doubt_stands_in_the_list_for_a_jurist() {
    let page = include_str!("../../../../docs/jurist.md");
    let mut count = 0;
    for row in glossary::rows().filter(|row| row.note.contains("(?)")) {
        let line = format!(
            "| `{}` | {} | {} | {} |",
            row.key,
            row.text(Language::English),
            row.text(Language::Russian),
            row.text(Language::Kazakh)
        );
        assert!(page.contains(&line), "docs/jurist.md lacks {line}");
        count += 1;
    }
    assert!(count > 25, "{count} terms in doubt");
}

/// A key that the program asks for and the catalogue lacks would be shown to a judge.
#[test]
fn every_message_that_the_sources_name_is_there() {
    let catalogue = Catalogue::new(Language::English);
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![here.join("src"), here.join("../cli/src")];
    let mut named = 0;
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry").path()));
            continue;
        }
        let text = fs::read_to_string(&path).expect("a source");
        for call in ["words.text(\"", "words.with(\"", "words.with(\n", "self.text(\""] {
            for behind in text.split(call).skip(1) {
                let key = behind.trim_start().trim_start_matches('"').split('"').next().unwrap_or_default();
                // The command line has texts of its own, and a test for them.
                if !key.starts_with("say-") {
                    assert!(catalogue.has(key), "{}: no message {key}", path.display());
                    named += 1;
                }
            }
        }
    }
    assert!(named > 50, "{named} messages");
}
