use std::collections::{BTreeMap, BTreeSet};

use clap::CommandFactory;

use super::*;
use crate::Cli;

const OTHERS: [Language; 2] = [Language::Russian, Language::Kazakh];

/// A text of the definition, under the keys that it may have in the catalogue.
struct Text {
    keys: Vec<String>,
    english: String,
}

/// Every text of a command and those below it.
fn texts(command: &Command, path: &[&str], all: &mut Vec<Text>) {
    let mut add = |keys: Vec<String>, english: Option<&StyledStr>| {
        let english = english.map(|text| text.to_string()).unwrap_or_default();
        assert!(!english.is_empty(), "{keys:?} says nothing");
        all.push(Text { keys, english });
    };
    let long = |keys: Vec<String>| keys.into_iter().map(|key| format!("{key}-long")).collect();
    add(vec![command_key(path)], command.get_about());
    if command.get_long_about().is_some() {
        add(long(vec![command_key(path)]), command.get_long_about());
    }
    for argument in command.get_arguments() {
        let keys = argument_keys(path, argument.get_id().as_str());
        if argument.get_long_help().is_some() {
            add(long(keys.clone()), argument.get_long_help());
        }
        add(keys, argument.get_help());
    }
    for inner in command.get_subcommands().filter(|inner| inner.get_name() != "help") {
        texts(inner, &[path, &[inner.get_name()]].concat(), all);
    }
}

fn all_texts() -> Vec<Text> {
    let (mut program, mut all) = (Cli::command(), Vec::new());
    program.build();
    texts(&program, &[], &mut all);
    assert!(all.len() > 900, "{}", all.len());
    all
}

fn keys(language: Language) -> BTreeSet<&'static str> {
    let lines = source(language).expect("a catalogue").lines();
    let lines = lines.filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    let keys: Vec<_> = lines.map(|line| line.split_once(" =").unwrap_or_else(|| panic!("{line}")).0).collect();
    let set: BTreeSet<_> = keys.iter().copied().collect();
    assert_eq!(set.len(), keys.len(), "{language}: a key stands twice");
    set
}

/// What stands in a text and is the same in every language: commands, flags, names of files and of the environment, forms.
fn names(text: &str) -> BTreeSet<String> {
    let quoted = text.split('`').skip(1).step_by(2).map(|quoted| format!("`{quoted}`"));
    let words =
        text.split('`').step_by(2).flat_map(|part| part.split(|c: char| c.is_whitespace() || ";,()'".contains(c)));
    let is_name = |word: &&str| {
        let behind_the_first = word.chars().skip(1);
        word.starts_with('-')
            || behind_the_first.clone().any(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
    };
    // A certification authority has a name in every language.
    let words = words.map(|word| word.trim_end_matches(['.', ':', '’'])).filter(is_name).filter(|word| *word != "CA");
    quoted.chain(words.map(str::to_owned)).collect()
}

/// True if two English words stand side by side where no command does.
fn is_english(text: &str) -> bool {
    let words = text.split('`').step_by(2).collect::<Vec<_>>().join(" x_x ");
    let words: Vec<&str> = words.split_whitespace().collect();
    let is_word = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    // A comma stands between values.
    words
        .windows(2)
        .any(|pair| is_word(pair[0].trim_start_matches('(')) && is_word(pair[1].trim_end_matches([',', '.', ')'])))
}

#[test]
fn every_text_is_there_in_every_language_and_none_is_left_over() {
    let all = all_texts();
    for language in OTHERS {
        let texts = catalogue(language).expect("a catalogue");
        let (mut used, mut wrong) = (BTreeMap::new(), Vec::new());
        for text in &all {
            match text.keys.iter().find(|key| texts.has(key)) {
                None => wrong.push(format!("no text for {:?}: {}", text.keys, text.english)),
                Some(key) => {
                    let before = used.insert(key.as_str(), text.english.as_str());
                    let other = before.filter(|before| *before != text.english);
                    wrong.extend(other.map(|other| format!("{key} stands for two texts: {other}; {}", text.english)));
                }
            }
        }
        assert!(wrong.is_empty(), "{language}:\n{}", wrong.join("\n"));
        let own: BTreeSet<&str> = [include_str!("../help.rs"), include_str!("../usage.rs")]
            .into_iter()
            .flat_map(|source| source.split('"'))
            .filter(|text| texts.has(text))
            .collect();
        let said: BTreeSet<_> = used.into_keys().chain(own).collect();
        // Without the feature its flags are not there, and their texts are left over.
        let mut there = keys(language);
        if !cfg!(feature = "pkcs11") {
            there.retain(|key| said.contains(key));
        }
        assert_eq!(there, said, "{language}");
    }
}

#[test]
fn commands_flags_and_names_stand_in_every_language() {
    for language in OTHERS {
        let texts = catalogue(language).expect("a catalogue");
        let mut wrong = Vec::new();
        for text in all_texts() {
            let Some(key) = text.keys.iter().find(|key| texts.has(key)) else { continue };
            let translated = texts.text(key);
            let lost = names(&text.english).into_iter().filter(|name| !translated.contains(name));
            wrong.extend(lost.map(|name| format!("{key}: {name} is not in {translated}")));
            if is_english(&translated) || !translated.chars().any(|c| ('\u{400}'..='\u{4FF}').contains(&c)) {
                wrong.push(format!("{key} is English: {translated}"));
            }
        }
        wrong.dedup();
        assert!(wrong.is_empty(), "{language}:\n{}", wrong.join("\n"));
    }
    assert!(is_english("the bag") && !is_english("en, `ru or kk` и"));
}

#[test]
fn both_languages_have_the_same_keys_and_values() {
    assert_eq!(keys(OTHERS[0]), keys(OTHERS[1]));
    let placeholders = |text: &str| -> BTreeSet<String> {
        text.split("{ $").skip(1).filter_map(|rest| rest.split(' ').next()).map(str::to_owned).collect()
    };
    let lines = |language| {
        let lines = source(language).expect("a catalogue").lines().filter_map(|line| line.split_once(" = "));
        lines.map(|(key, text)| (key, placeholders(text))).collect::<BTreeMap<_, _>>()
    };
    assert_eq!(lines(OTHERS[0]), lines(OTHERS[1]));
}

#[test]
fn kazakh_hangs_no_suffix_on_a_value() {
    let source = source(Language::Kazakh).expect("a catalogue");
    for line in source.lines().filter(|line| line.contains("{ $")) {
        let mut behind = line.split(" }").skip(1).map(|behind| behind.chars().next().unwrap_or(' '));
        assert!(behind.all(|next| !next.is_alphabetic() && next != '-'), "{line}");
    }
}

#[test]
fn the_parser_says_nothing_of_an_argument_that_is_not_translated() {
    fn check(command: &Command) {
        for argument in command.get_arguments() {
            let id = argument.get_id();
            assert!(argument.get_possible_values().iter().all(|value| value.get_help().is_none()), "{id}");
            assert!(argument.get_visible_aliases().is_none_or(|names| names.is_empty()), "{id}");
            assert!(argument.get_visible_short_aliases().is_none_or(|names| names.is_empty()), "{id}");
            assert!(argument.get_env().is_none() && argument.get_help_heading().is_none(), "{id}");
        }
        assert_eq!(command.get_visible_aliases().count(), 0, "{}", command.get_name());
        assert!(command.get_after_help().is_none() && command.get_before_help().is_none(), "{}", command.get_name());
        command.get_subcommands().for_each(check);
    }
    check(&Cli::command());
}

#[test]
fn the_help_has_the_layout_of_the_parser_with_every_argument() {
    let arguments = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
    for line in [
        "sealbag --help",
        "sealbag -h",
        "sealbag seal --help",
        "sealbag help custody copy",
        "sealbag help help",
        "sealbag",
    ] {
        let arguments = arguments(line);
        let english = Cli::command().try_get_matches_from(&arguments).expect_err(line).to_string();
        for language in OTHERS {
            let texts = catalogue(language).expect("a catalogue");
            let help = asked_for(Cli::command(), &arguments, &texts).expect(line).to_string();
            let begins = |help: &str| -> Vec<String> {
                let lines = help.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
                lines.filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect()
            };
            let same = |help: &str| begins(help).into_iter().filter(|word| !word.contains('[')).collect::<Vec<_>>();
            assert_eq!(same(&help), same(&english), "{language}: {line}:\n{help}");
            for heading in ["help-usage", "help-options", "help-arguments", "help-commands"] {
                let english = english.contains(match heading {
                    "help-usage" => "Usage: ",
                    "help-options" => "\nOptions:\n",
                    "help-arguments" => "\nArguments:\n",
                    _ => "\nCommands:\n",
                });
                assert_eq!(
                    help.contains(&format!("{}:", texts.text(heading))),
                    english,
                    "{language}: {heading}:\n{help}"
                );
            }
            assert!(MARKS.iter().all(|(mark, _)| !help.contains(mark)), "{help}");
        }
    }
}
