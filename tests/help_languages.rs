//! The help of every command, and what is wrong with the form of a command line, in English, Russian and Kazakh.

use sealbag_report::Language;
use sealbag_tests::program::Office;

/// What stands before a usage, before an error and before a hint.
const LABELS: [(Language, &str, &str, &str); 2] = [
    (Language::Russian, "Использование: ", "ошибка: ", "\nчто делать: "),
    (Language::Kazakh, "Қолданылуы: ", "қате: ", "\nне істеу керек: "),
];

/// The names of the commands below one, as its English help lists them.
fn below(help: &str) -> Vec<&str> {
    let commands = help.split_once("\nCommands:\n").map_or("", |(_, behind)| behind.split("\n\n").next().unwrap_or(""));
    let lines = commands.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    lines.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help").collect()
}

/// Every command, with those above it.
fn commands(office: &Office) -> Vec<Vec<String>> {
    let mut all = vec![Vec::new()];
    let mut next = 0;
    while let Some(path) = all.get(next).cloned() {
        let help = office.sealbag(path.iter().map(String::as_str).chain(["--help"])).expect_code(0).text();
        let inner = below(&help).into_iter().map(|name| [path.as_slice(), &[name.to_owned()]].concat());
        all.extend(inner.collect::<Vec<_>>());
        next += 1;
    }
    all
}

/// Two words of small Latin letters side by side, neither in quotes nor among values in brackets.
fn english(help: &str, usage: &str) -> Option<String> {
    let lines = help.lines().filter(|line| !line.starts_with(usage) && !line.starts_with("       sealbag "));
    let text = lines.collect::<Vec<_>>().join(" ");
    let text = text.split('`').step_by(2).collect::<Vec<_>>().join(" | ");
    let text: String = text.split('[').map(|part| part.split_once(']').map_or(part, |(_, behind)| behind)).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_word = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let pair = words.windows(2).find(|pair| pair.iter().all(|word| is_word(word)))?;
    Some(pair.join(" "))
}

#[test]
fn every_command_has_its_help_in_every_language() {
    let office = Office::open();
    let commands = commands(&office);
    assert!(commands.len() > 60, "{}", commands.len());
    for path in &commands {
        for (language, usage, ..) in LABELS {
            let arguments = path.iter().map(String::as_str).chain(["--help", "--lang", language.tag()]);
            let help = office.sealbag(arguments).expect_code(0);
            assert!(help.text().contains(usage) && help.stderr.is_empty(), "{path:?}: {}", help.text());
            assert_eq!(english(&help.text(), usage), None, "{path:?}: {}", help.text());
            assert!(
                help.text().lines().all(|line| line.chars().count() <= 110 || line.contains(usage)),
                "{}",
                help.text()
            );
        }
    }
    assert_eq!(english("  a  the bag", "Usage: ").as_deref(), Some("the bag"));
}

#[test]
fn manual_pages_are_written_in_every_language() {
    let office = Office::open();
    for (language, usage, ..) in LABELS {
        office.sealbag(["man", "--out", language.tag(), "--lang", language.tag()]).expect_code(0);
        let pages: Vec<_> = std::fs::read_dir(office.path(language.tag())).expect("the pages").collect();
        assert!(pages.len() > 60, "{}", pages.len());
        for page in pages {
            let path = page.expect("an entry").path();
            let page = std::fs::read_to_string(&path).expect("a page");
            let lines = page.lines().filter(|line| !line.starts_with('.') && !line.starts_with("\\fBsealbag"));
            let text: Vec<&str> = lines.collect();
            assert_eq!(english(&text.join("\n"), usage), None, "{}: {page}", path.display());
            assert!(text.iter().any(|line| !line.is_ascii()), "{page}");
        }
    }
}

/// A script of completions without what it says of commands and flags, and what it says.
fn halves(script: &str) -> (String, Vec<String>) {
    let (mut rest, mut said) = (String::new(), Vec::new());
    for line in script.lines() {
        match line.split_once(" -d '") {
            Some((before, text)) => {
                let (text, behind) = text.rsplit_once('\'').expect("a quote at its end");
                rest.push_str(before);
                rest.push_str(behind);
                said.push(text.to_owned());
            }
            None => rest.push_str(line),
        }
        rest.push('\n');
    }
    (rest, said)
}

#[test]
fn completions_are_described_in_every_language_and_complete_the_same() {
    let office = Office::open();
    let script =
        |language: Language| office.sealbag(["completions", "fish", "--lang", language.tag()]).expect_code(0).text();
    let (english, said) = halves(&script(Language::English));
    assert!(said.len() > 500 && said.iter().all(|text| text.is_ascii()), "{}", said.len());
    for (language, ..) in LABELS {
        let (rest, described) = halves(&script(language));
        assert_eq!(rest, english, "{language}");
        assert_eq!(described.len(), said.len());
        assert!(described.iter().all(|text| !text.is_ascii()), "{described:?}");
        for shell in ["bash", "zsh", "elvish", "powershell"] {
            let flags = |language: Language| {
                let script = office.sealbag(["completions", shell, "--lang", language.tag()]).expect_code(0).text();
                let words = script.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').map(str::to_owned);
                words.filter(|word| word.starts_with("--")).collect::<std::collections::BTreeSet<_>>()
            };
            let (english, flags) = (flags(Language::English), flags(language));
            assert!(flags.is_superset(&english) && flags.contains("--passphrase-file"), "{shell}: {language}");
        }
    }
}

#[test]
fn short_help_and_the_help_command_speak_the_language_of_the_variable_too() {
    let office = Office::open();
    for (language, _, error, _) in LABELS {
        let long = office.sealbag(["custody", "copy", "--help", "--lang", language.tag()]).expect_code(0);
        for arguments in [&["custody", "copy", "-h"][..], &["help", "custody", "copy"], &["custody", "help", "copy"]] {
            let mut command = office.command(arguments);
            command.env("SEALBAG_LANG", language.tag());
            let run =
                sealbag_tests::program::run_within(&mut command, std::time::Duration::from_secs(60)).expect_code(0);
            assert_eq!(run.text(), long.text(), "{arguments:?}");
        }
        // A command line without a command is wrong.
        let none = office.sealbag(["--lang", language.tag()]);
        assert!(none.code == Some(64) && none.stdout.is_empty(), "{none:?}");
        assert!(none.stderr.starts_with(error), "{}", none.stderr);
    }
}

#[test]
fn what_is_wrong_with_a_command_line_is_said_in_the_readers_language() {
    let office = Office::open();
    for (arguments, russian, kazakh, hint) in [
        (&["seal", "--ou", "x"][..], "такого параметра нет: --ou", "мұндай параметр жоқ: --ou", "--out"),
        (&["timestamp", "A1.bag"], "не указано: ", "көрсетілмеген: ", "`sealbag timestamp --help`"),
        (&["audit", "x", "--now", "today"], "значение today не подходит", "today мәні --now", "`sealbag audit --help`"),
        (&["no-such-command"], "такой команды нет: ", "мұндай команда жоқ: ", "`sealbag --help`"),
    ] {
        for ((language, _, error, what_to_do), sentence) in LABELS.into_iter().zip([russian, kazakh]) {
            let run = office.sealbag(arguments.iter().chain(&["--lang", language.tag()])).expect_code(64);
            assert!(run.stdout.is_empty() && run.stderr.starts_with(error), "{}", run.stderr);
            assert!(run.stderr.contains(sentence), "{}", run.stderr);
            let (said, hinted) = run.stderr.split_once(what_to_do).unwrap_or_else(|| panic!("{}", run.stderr));
            assert!(hinted.contains(hint) && !said.contains("error"), "{}", run.stderr);
        }
        let english = office.sealbag(arguments).expect_code(64).stderr;
        assert!(english.starts_with("error: ") && english.contains("For more information, try '--help'."), "{english}");
    }
}

#[test]
fn a_language_that_cannot_be_had_is_complained_of_in_english() {
    let office = Office::open();
    let run = office.sealbag(["seal", "--lang", "de"]).expect_code(64);
    assert!(run.stderr.contains("invalid value 'de' for '--lang <LANG>'"), "{}", run.stderr);
}
