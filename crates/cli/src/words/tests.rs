use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use sealbag::finding::{Code, Finding};
use sealbag_custody::profile::Profile;
use sealbag_report::faults;
use sealbag_sentences::Pattern;

use super::recogniser::kebab;
use super::*;
use crate::diagnose::CliError;
use crate::prompt::PromptError;
use crate::terminal::harmless;
use crate::text_file::TextFileError;

/// The crates whose errors reach the command line.
const CRATES: [&str; 8] = ["cli", "manifest", "custody", "sealbag", "signers", "timestamp", "image", "report"];

/// Every message of a catalogue with its text.
fn all(source: &'static str) -> BTreeMap<&'static str, &'static str> {
    let mut all = BTreeMap::new();
    for line in source.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (key, text) = line.split_once(" = ").unwrap_or_else(|| panic!("{line}"));
        assert!(!text.trim().is_empty(), "{key} says nothing");
        assert!(all.insert(key, text).is_none(), "{key} stands twice");
    }
    all
}

fn catalogues(language: Language) -> [BTreeMap<&'static str, &'static str>; 6] {
    [hints(language), nouns(language), errors(language), faults(language), sealing(language), custody(language)]
        .map(all)
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split("{ $").skip(1).map(|rest| rest.split(' ').next().unwrap_or_default()).collect()
}

/// The nouns that stand behind a number in Kazakh, in the forms that stand there.
const NOUNS: [&str; 31] = [
    "баған",
    "байт",
    "байтта",
    "байттағы",
    "байттан",
    "байтында",
    "байтқа",
    "блок",
    "бөлігі",
    "бөлік",
    "деңгейдегі",
    "жазба",
    "жазбаның",
    "жазбасына",
    "жазбаға",
    "жапырақ",
    "жапырақтан",
    "жол",
    "компоненті",
    "компонентінде",
    "компонентінің",
    "нұсқа",
    "нұсқада",
    "нұсқалы",
    "нұсқаның",
    "нұсқасы",
    "нұсқаға",
    "сегмент",
    "сегменті",
    "уақыт",
    "әдіс",
];

fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the sources") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => files.extend(sources(&path)),
            false if path.extension().is_some_and(|ending| ending == "rs") => {
                let text = fs::read_to_string(&path).expect("a source");
                files.push((path, text));
            }
            false => {}
        }
    }
    files
}

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn every_message_is_there_in_every_language_with_the_same_values() {
    let english = catalogues(Language::English);
    for language in [Language::Russian, Language::Kazakh] {
        for (english, other) in english.iter().zip(catalogues(language)) {
            assert_eq!(english.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>(), "{language}");
            for (key, text) in english {
                assert_eq!(placeholders(text), placeholders(other[key]), "{language}: {key}");
            }
        }
    }
    let counts = english.map(|catalogue| catalogue.len());
    assert!(counts.iter().zip([200, 70, 250, 500, 100, 200]).all(|(count, least)| *count > least), "{counts:?}");
}

#[test]
fn every_message_is_formatted_without_a_rest() {
    for language in Language::ALL {
        let words = Words::new(language);
        for (key, text) in catalogues(language).into_iter().flatten() {
            let values: Vec<(&str, &dyn std::fmt::Display)> =
                placeholders(text).into_iter().map(|name| (name, &7 as &dyn std::fmt::Display)).collect();
            let shown = words.catalogue.with(key, &values);
            let plain = text.split("{ $").enumerate().map(|(number, part)| match number {
                0 => part.to_owned(),
                _ => format!("7{}", part.split_once(" }").map_or("", |(_, rest)| rest)),
            });
            assert_eq!(shown, plain.collect::<String>(), "{language}: {key}");
        }
    }
}

#[test]
fn russian_and_kazakh_are_not_left_in_english() {
    for language in [Language::Russian, Language::Kazakh] {
        for (key, text) in catalogues(language).into_iter().flatten() {
            // Commands, flags and paths are the same everywhere; so is a message that has nothing else.
            let words = text.split('`').step_by(2).collect::<String>();
            let mut letters = words.split("{ $").map(|part| part.split_once(" }").map_or(part, |(_, rest)| rest));
            let says_something = letters.any(|part| part.contains(char::is_alphabetic));
            let is_cyrillic = text.chars().any(|c| ('\u{400}'..='\u{4FF}').contains(&c));
            assert!(is_cyrillic || !says_something, "{language}: {key}: {text}");
        }
    }
}

#[test]
fn kazakh_hangs_no_suffix_on_a_value() {
    for (key, text) in catalogues(Language::Kazakh).into_iter().flatten() {
        for behind in text.split(" }").skip(1) {
            let next = behind.chars().next().unwrap_or(' ');
            // A number and a noun are one word: the suffix hangs on the noun, which is longer than any suffix alone.
            let noun = behind
                .strip_prefix('-')
                .map_or("", |rest| rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or(""));
            assert!(!next.is_alphabetic() && (next != '-' || NOUNS.contains(&noun)), "{key}: {text}");
        }
    }
}

/// Every text between quotes in the sources of the command line that has the form of a key of the hints.
fn keys_in_the_sources() -> BTreeSet<String> {
    let known = all(hints(Language::English));
    let families: BTreeSet<&str> = known.keys().filter_map(|key| key.split_once('-')).map(|(first, _)| first).collect();
    let is_key = |text: &&str| {
        let form = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        text.chars().all(form)
            && text.split_once('-').is_some_and(|(first, _)| first == "hint" || families.contains(first))
    };
    let files = sources(&crates().join("cli/src"));
    let files = files.iter().filter(|(path, _)| !path.ends_with("words/tests.rs"));
    files.flat_map(|(_, text)| text.split('"').filter(is_key)).map(str::to_owned).collect()
}

#[test]
fn every_hint_that_the_sources_name_is_there_and_every_one_there_is_named() {
    let named = keys_in_the_sources();
    let hints = all(hints(Language::English));
    for key in named.iter().filter(|key| key.starts_with("hint-")) {
        assert!(hints.contains_key(key.as_str()), "no message {key}");
    }
    for key in hints.keys() {
        assert!(named.contains(*key), "{key} is never said");
    }
    assert!(named.len() > 200, "{}", named.len());
}

#[test]
fn every_text_that_the_sources_say_is_there_and_every_one_there_is_said() {
    let texts: BTreeMap<_, _> =
        [sealing, custody].map(|texts| all(texts(Language::English))).into_iter().flatten().collect();
    let count = [sealing, custody].map(|texts| all(texts(Language::English)).len()).iter().sum::<usize>();
    assert_eq!(texts.len(), count, "a key stands in both files");
    let files = sources(&crates().join("cli/src"));
    let said: BTreeSet<&str> = files
        .iter()
        .filter(|(path, _)| !path.ends_with("words/tests.rs"))
        .flat_map(|(_, text)| text.split('"').filter(|text| text.starts_with("say-")))
        .collect();
    assert_eq!(texts.into_keys().collect::<BTreeSet<_>>(), said);
}

/// The sources of a crate without its tests.
fn without_tests(name: &str) -> Vec<(PathBuf, String)> {
    let mut files = sources(&crates().join(name).join("src"));
    files.retain(|(path, _)| !path.ends_with("tests.rs"));
    for (_, text) in &mut files {
        text.truncate(text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len()));
    }
    files
}

/// The literal of each `#[error(...)]`, with the variant or type behind it; those that are transparent are left out.
fn literals(text: &str) -> Vec<(String, String)> {
    let mut literals = Vec::new();
    for behind in text.split("#[error(").skip(1) {
        let behind = behind.trim_start();
        let Some(quoted) = behind.strip_prefix('"') else { continue };
        let mut literal = String::new();
        let mut rest = quoted.char_indices();
        let mut end = 0;
        while let Some((at, c)) = rest.next() {
            match c {
                '"' => {
                    end = at;
                    break;
                }
                '\\' => match rest.next() {
                    // A line that goes on: the blanks before its next word do not count.
                    Some((_, '\n')) => {
                        while rest.as_str().starts_with(' ') {
                            rest.next();
                        }
                    }
                    Some((_, c)) => literal.push(c),
                    None => {}
                },
                c => literal.push(c),
            }
        }
        // The name of what it stands above: behind the attribute, other attributes and comments.
        let mut depth = 1;
        let after = quoted[end + 1..].char_indices().find(|&(_, c)| {
            depth += i32::from(matches!(c, '(' | '[')) - i32::from(matches!(c, ')' | ']'));
            depth < 0
        });
        let name = after.map_or("", |(at, _)| &quoted[end + 1 + at + 1..]);
        let line = name
            .lines()
            .map(str::trim)
            .find(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with("#["));
        let name = line.unwrap_or_default();
        let words = ["pub(crate) ", "pub(super) ", "pub ", "struct ", "enum "];
        let name = words.iter().fold(name, |name, word| name.strip_prefix(word).unwrap_or(name));
        let name: String = name.chars().take_while(|c| c.is_ascii_alphanumeric()).collect();
        literals.push((name, literal));
    }
    literals
}

/// The literal texts of a format string in order, with an empty one for a hole.
fn skeleton(literal: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = literal.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '{' | '}' if rest.peek() == Some(&c) => text.extend(rest.next()),
            '{' => {
                pieces.extend(Some(std::mem::take(&mut text)).filter(|text| !text.is_empty()));
                pieces.push(String::new());
                rest.by_ref().find(|&c| c == '}');
            }
            c => text.push(c),
        }
    }
    pieces.extend(Some(text).filter(|text| !text.is_empty()));
    pieces
}

#[test]
fn every_sentence_of_an_error_is_in_the_catalogue_under_the_name_of_its_variant() {
    let recogniser = Recogniser::new();
    let mut found = 0;
    for name in CRATES {
        for (path, text) in without_tests(name) {
            for (variant, literal) in literals(&text) {
                let (beginning, ending) = (format!("error-{name}-"), format!("-{}", kebab(&variant)));
                let is_it = |pattern: &&Pattern| {
                    pattern.key.starts_with(&beginning)
                        && pattern.key.ends_with(&ending)
                        && pattern.skeleton() == skeleton(&literal)
                };
                let is_there = recogniser.errors().any(|pattern| is_it(&pattern));
                assert!(is_there, "{}: {variant}: {literal:?} is in no catalogue", path.display());
                found += 1;
            }
        }
    }
    assert!(found > 500, "{found} sentences");
}

#[test]
fn every_line_of_the_english_catalogue_can_be_recognised() {
    let recogniser = Recogniser::new();
    let catalogues = [errors(Language::English), faults(Language::English), nouns(Language::English)];
    let keys = catalogues.into_iter().flat_map(all).map(|(key, _)| key).filter(|key| key.starts_with("error-"));
    assert_eq!(recogniser.errors().map(|pattern| pattern.key).collect::<BTreeSet<_>>(), keys.collect());
}

#[test]
fn a_sentence_is_recognised_with_its_values_whatever_they_are() {
    let recogniser = Recogniser::new();
    let plain = ["x7", "не-тот", "\"a\\"];
    let hostile = ["", "не тот", "a: b", "data/\\x0A ", "{ $v0 }", "it stands twice", ": ", "cannot read the roster"];
    let mut recognised = 0;
    for name in CRATES {
        for (_, text) in without_tests(name) {
            for (variant, literal) in literals(&text) {
                let pieces = skeleton(&literal);
                if pieces.iter().all(String::is_empty) {
                    continue;
                }
                for value in plain.iter().chain(&hostile) {
                    let said: String =
                        pieces.iter().map(|piece| if piece.is_empty() { value } else { piece.as_str() }).collect();
                    let found = recogniser.find(&said, std::slice::from_ref(&variant));
                    let (found, values, _) = found.unwrap_or_else(|| panic!("{variant}: {said:?} is not recognised"));
                    // Nothing is lost: what stands in the sentence is in its text or in its values, in order.
                    assert_eq!(found.with_values(&values), said, "{}", found.key);
                    assert!(found.key.ends_with(&format!("-{}", kebab(&variant))), "{variant}: {}", found.key);
                    if plain.contains(value) {
                        assert_eq!(found.skeleton(), pieces, "{said:?} was taken for {}", found.key);
                        let is_clear = pieces.windows(2).all(|pair| !pair.iter().all(String::is_empty));
                        assert!(!is_clear || values.iter().all(|(_, found)| found == value), "{said:?}: {values:?}");
                    }
                    recognised += 1;
                }
            }
        }
    }
    assert!(recognised > 5000, "{recognised}");
}

/// What a file may be called to make another sentence out of an error.
const HOSTILE: [&str; 6] = [
    "x is damaged: the bytes are not those that were packed (CRC-32)",
    "the roster",
    "x: it stands twice",
    "/p must hold one line of at most 4096 bytes",
    "\": No such file or directory (os error 2)",
    "Busy { path: \"x\" }",
];

#[test]
fn no_name_of_a_file_makes_another_sentence_out_of_an_error() {
    let words = Words::new(Language::Russian);
    for name in HOSTILE {
        let error = PromptError::File { path: name.into(), source: std::io::Error::other("x") };
        let said = words.sentence(&Sentence::of(&error));
        let plain = PromptError::File { path: "NAME".into(), source: std::io::Error::other("x") };
        let expected = words.sentence(&Sentence::of(&plain)).replace("NAME", &crate::terminal::shown(Path::new(name)));
        assert_eq!(said, expected, "{name}");
    }
}

#[test]
fn what_the_system_says_is_said_in_the_language_of_the_reader() {
    for (language, gone, no_words) in [
        (Language::English, "No such file or directory (os error 2)", "no words for this"),
        (Language::Russian, "нет такого файла или каталога (ошибка системы 2)", "no words for this"),
        (Language::Kazakh, "мұндай файл немесе каталог жоқ (жүйе қатесі 2)", "no words for this"),
    ] {
        let words = Words::new(language);
        let said = |error: std::io::Error| words.sentence(&Sentence::of(&error));
        assert_eq!(said(std::io::Error::from_raw_os_error(2)), gone);
        assert_eq!(said(std::io::Error::other("no words for this")), no_words);
        // Only the whole text counts.
        assert_eq!(
            said(std::io::Error::other("x: Permission denied (os error 13)")),
            "x: Permission denied (os error 13)"
        );
    }
}

#[test]
fn the_words_for_common_faults_are_those_of_this_system() {
    let causes: BTreeSet<&str> = all(faults(Language::English)).into_values().collect();
    for code in [1, 2, 5, 6, 9, 11, 12, 13, 16, 17, 18, 20, 21, 22, 24, 27, 28, 30, 36, 39, 40, 98, 104, 110, 111, 122]
    {
        let said = std::io::Error::from_raw_os_error(code).to_string();
        let words = said.split(" (os error ").next().unwrap_or_default();
        assert!(causes.contains(words), "{code}: {words}");
    }
}

#[test]
fn an_error_that_is_not_known_is_shown_in_english() {
    #[derive(Debug, thiserror::Error)]
    #[error("nobody has words for {0}")]
    struct Stranger(&'static str);
    let words = Words::new(Language::Kazakh);
    assert_eq!(words.sentence(&Sentence::of(&Stranger("this"))), "nobody has words for this");
}

#[test]
fn a_long_hostile_name_takes_no_long_time() {
    let words = Words::new(Language::Russian);
    let name = "x: cannot read the ".repeat(20_000);
    let begun = std::time::Instant::now();
    let error = TextFileError::Read { what: "roster", source: std::io::Error::other(harmless(&name)) };
    assert!(!words.sentence(&Sentence::of(&error)).is_empty());
    let error = PromptError::FileForm { path: name.into() };
    assert!(!words.sentence(&Sentence::of(&error)).is_empty());
    assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
}

#[test]
fn an_error_is_whole_in_each_language() {
    let error =
        || CliError::from(PromptError::File { path: "/p".into(), source: std::io::Error::from_raw_os_error(13) });
    let said = |language| {
        let (words, error) = (Words::new(language), error());
        format!("{}: {}", words.value(error.message()), words.sentence(&error.causes()[0]))
    };
    assert_eq!(said(Language::English), "cannot read the passphrase file /p: Permission denied (os error 13)");
    for language in [Language::Russian, Language::Kazakh] {
        let text = said(language);
        assert!(text.contains("/p") && !text.contains("cannot") && !text.contains("denied"), "{text}");
    }
}

#[test]
fn every_help_of_a_built_in_profile_has_words_in_every_language() {
    let profiles = Profile::embedded_names().filter_map(Profile::embedded).collect::<Vec<_>>();
    let labels = profiles
        .iter()
        .flat_map(|profile| profile.seal.labels.iter().chain(profile.events.iter().flat_map(|rules| &rules.labels)));
    let helps: BTreeSet<&str> = labels.filter_map(|label| label.help.as_deref()).collect();
    assert!(helps.len() > 5, "{helps:?}");
    for help in helps {
        assert_eq!(Words::new(Language::English).help(help), help);
        for language in [Language::Russian, Language::Kazakh] {
            assert_ne!(Words::new(language).help(help), help, "{language}");
        }
    }
}

#[test]
fn reasons_in_results_are_said_in_the_language_of_the_reader() {
    for (english, russian) in [
        ("EIO", "EIO"),
        ("EIO, 512 bytes, the first at 4096", "EIO, байт: 512, начиная с байта 4096"),
        ("No space left on device (os error 28)", "на устройстве не осталось места (ошибка системы 28)"),
        ("as a link: Permission denied (os error 13)", "как ссылка: нет прав доступа (ошибка системы 13)"),
        ("this segment of the disk image is missing", "этот сегмент образа диска отсутствует"),
        ("nobody has words for this", "nobody has words for this"),
    ] {
        assert_eq!(Words::new(Language::English).reason(english), english);
        assert_eq!(Words::new(Language::Russian).reason(english), russian);
    }
}

#[test]
fn a_key_of_the_agent_is_named_as_missing_in_the_language_of_the_reader() {
    let missing = vec![
        "what to seal (SOURCE)".to_owned(),
        "a key to sign with (--key FILE), or one of the ssh-agent, such as --agent SHA256:x".to_owned(),
    ];
    let error = crate::commands::SealUsageError::Missing { missing, form_of: None };
    let said = Words::new(Language::Russian).sentence(&Sentence::of(&error));
    assert_eq!(
        said,
        "не указано: что опечатать (SOURCE); ключ для подписания (--key FILE), или ключ из ssh-agent, например \
         --agent SHA256:x"
    );
}

/// A sentence of the linter as its source has it, with something in its holes.
fn linted(literal: &str) -> String {
    let parts = literal.split('{').enumerate().map(|(number, part)| match (number, part.split_once('}')) {
        (1.., Some(("" | "place", behind))) => format!(" in x7{behind}"),
        (1.., Some((_, behind))) => format!("x7{behind}"),
        _ => part.to_owned(),
    });
    parts.collect::<String>().replace("\\\"", "\"")
}

#[test]
fn what_the_linter_says_is_said_in_the_language_of_the_reader() {
    let words = [Language::Russian, Language::Kazakh].map(Words::new);
    let mut found = 0;
    let own = ["/lint.rs", "/read.rs", "/lint/"];
    let files = sources(&crates().join("custody/src/profile")).into_iter();
    for (path, source) in files.filter(|(path, _)| own.iter().any(|own| path.to_string_lossy().contains(own))) {
        let name = path.display();
        let code: Vec<&str> = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let code = code.join("\n").replace("\\\"", "\u{1}");
        for literal in code.split('"').skip(1).step_by(2) {
            let says_something = literal.contains(' ') && literal.contains(|c: char| c.is_ascii_lowercase());
            // The mark of a source; what is put behind a key; what is said of a text by its own error.
            if !says_something
                || ["not checked", " in {name}", "{name}: {error}", "{key}{}: {error}"].contains(&literal)
            {
                continue;
            }
            let message = linted(&literal.replace('\u{1}', "\""));
            for words in &words {
                let said = words.lint(&message);
                let has_words =
                    said.split("x7").any(|part| part.contains(|c: char| ('\u{400}'..='\u{4FF}').contains(&c)));
                assert!(has_words, "{name}: {message}: {said}");
            }
            found += 1;
        }
    }
    assert!(found > 40, "{found} messages");
    for (english, russian) in [
        (
            "en in title: an empty string: leave the line out instead",
            "en в title: пустое значение: вместо него пропустите строку целиком",
        ),
        (
            "version in seal: expected a whole number, found string",
            "version в seal: ожидалось: целое число; найдено: строка",
        ),
        (
            "details.Upper: the key of a free field is a letter a-z, then a-z, 0-9 and _, at most 64 characters",
            "details.Upper: имя свободного поля: буква a-z, затем a-z, 0-9 и _, не более 64 символов",
        ),
        ("duplicate key", "duplicate key"),
    ] {
        assert_eq!(words[0].lint(english), russian);
    }
    let findings = vec![LintFinding { line: 3, severity: Severity::Error, message: "version is missing".to_owned() }];
    let error = sealbag_custody::profile::ProfileError { findings };
    let said = words[0].sentence(&Sentence::of(&error));
    assert_eq!(said, "этот профиль требований использовать нельзя: строка 3: нет поля version");
}

#[test]
fn a_finding_that_a_refusal_quotes_is_said_in_the_language_of_the_reader() {
    let finding = Finding::new(Code::ChainBroken, "custody/000002.txt");
    let error = sealbag::log::NoReceipt::Log(Box::new(finding));
    let said = Words::new(Language::Russian).sentence(&Sentence::of(&error));
    assert_eq!(said, "журнал не подтверждён, место custody/000002.txt: Запись не продолжает предыдущую.");
}
