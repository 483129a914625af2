//! What is wrong with the form of a command line, in a language that is not English: the parser itself says it in English.

use std::error::Error;
use std::ffi::OsString;

use clap::Command;
use clap::error::{ContextKind, ErrorKind};
use sealbag_report::Catalogue;

use crate::terminal::harmless;
use crate::words::{Sentence, Words};

/// Why a value is refused, as the readers of values say it in English: the text before and behind a value in it.
///
/// These sentences are no typed errors, which [`Words`] would recognise.
const REASONS: [(&str, &str, &str); 10] = [
    ("a time is written YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ, in UTC", "", "usage-why-moment"),
    ("a time is written YYYY-MM-DDTHH:MM:SSZ, in UTC, and must exist in the calendar", "", "usage-why-time"),
    ("a time is written as 2026-11-23T08:00:00Z", "", "usage-why-report-time"),
    ("an offset is written as +05:00", "", "usage-why-offset"),
    ("an id is 1 to 64 of a-z 0-9 . _ -", "", "usage-why-id"),
    ("a policy is written as numbers with dots, such as 1.2.3.4", "", "usage-why-policy"),
    ("a seal hash has 64 hexadecimal digits, this has ", " characters", "usage-why-seal-hash"),
    ("invalid digit found in string", "", "usage-why-digits"),
    ("number too large to fit in target type", "", "usage-why-large"),
    ("cannot parse integer from empty string", "", "usage-why-digits"),
];

/// How the parser says which numbers there may be, behind the one that was given.
const RANGE: &str = " is not in ";

/// What is wrong, safe to show.
pub(crate) fn sentence(error: &clap::Error, words: &Words, texts: &Catalogue) -> String {
    let shown = |kind| error.get(kind).map(|value| harmless(&value.to_string())).unwrap_or_default();
    let (argument, value) = (shown(ContextKind::InvalidArg), shown(ContextKind::InvalidValue));
    let (command, others) = (shown(ContextKind::InvalidSubcommand), shown(ContextKind::PriorArg));
    let (found, expected) = (shown(ContextKind::ActualNumValues), shown(ContextKind::ExpectedNumValues));
    let key = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => "usage-value-missing",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-value",
        ErrorKind::UnknownArgument if argument.starts_with('-') => "usage-unknown-option",
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidSubcommand => "usage-unknown-command",
        ErrorKind::NoEquals => "usage-equals",
        ErrorKind::TooManyValues => "usage-too-many-values",
        ErrorKind::TooFewValues => "usage-too-few-values",
        ErrorKind::WrongNumberOfValues => "usage-number-of-values",
        ErrorKind::ArgumentConflict if others == argument => "usage-twice",
        ErrorKind::ArgumentConflict if argument.is_empty() => "usage-conflict-command",
        ErrorKind::ArgumentConflict => "usage-conflict",
        ErrorKind::MissingRequiredArgument => "usage-missing",
        ErrorKind::MissingSubcommand => "usage-command-missing",
        ErrorKind::InvalidUtf8 => "usage-not-utf-8",
        _ => "usage-other",
    };
    let minimum = shown(ContextKind::MinValues);
    let mut sentence = texts.with(
        key,
        &[
            ("argument", &argument),
            ("value", &value),
            ("command", &command),
            ("others", &others),
            ("found", &found),
            ("expected", if minimum.is_empty() { &expected } else { &minimum }),
        ],
    );
    if let Some(reason) = error.source() {
        sentence.push_str(&format!(": {}", self::reason(reason, words, texts)));
    }
    for kind in [ContextKind::ValidValue, ContextKind::ValidSubcommand] {
        let possible = shown(kind);
        if !possible.is_empty() {
            sentence.push_str(&format!(" {}", texts.with("help-possible-values", &[("value", &possible)])));
        }
    }
    sentence
}

fn reason(reason: &(dyn Error + 'static), words: &Words, texts: &Catalogue) -> String {
    let said = reason.to_string();
    if let Some((_, range)) = said.split_once(RANGE) {
        return texts.with("usage-why-range", &[("value", &harmless(&range.replace("..=", "–")))]);
    }
    let known = REASONS.iter().find_map(|(before, behind, key)| {
        let value = said.strip_prefix(before)?.strip_suffix(behind)?;
        (!behind.is_empty() || value.is_empty()).then(|| texts.with(key, &[("value", &harmless(value))]))
    });
    known.unwrap_or_else(|| harmless(&words.sentence(&Sentence::of(reason))))
}

/// What to do about it, safe to show.
pub(crate) fn hint(error: &clap::Error, program: &Command, arguments: &[OsString], texts: &Catalogue) -> String {
    let command = command_of(program, arguments);
    let similar = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let similar = similar.into_iter().filter_map(|kind| error.get(kind)).map(|value| harmless(&value.to_string()));
    let similar = similar.filter(|names| !names.is_empty()).collect::<Vec<_>>().join(", ");
    match similar.is_empty() {
        true => texts.with("usage-hint", &[("command", &command)]),
        false => texts.with("usage-hint-similar", &[("command", &command), ("similar", &similar)]),
    }
}

/// The command that is meant, with those above it.
fn command_of(program: &Command, arguments: &[OsString]) -> String {
    let mut names = vec![program.get_name()];
    let mut command = program;
    for argument in arguments.iter().skip(1).take_while(|argument| *argument != "--") {
        if let Some(inner) = command.find_subcommand(argument) {
            names.push(inner.get_name());
            command = inner;
        }
    }
    names.join(" ")
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;
    use sealbag_report::Language;

    use super::*;
    use crate::{Cli, help};

    /// A wrong command line, the key of what is wrong with it, and of the reason.
    const WRONG: [(&str, &str, &str); 22] = [
        ("seal --no-such-flag", "usage-unknown-option", ""),
        ("seal --ou x", "usage-unknown-option", ""),
        ("log a b", "usage-unknown-argument", ""),
        ("sea", "usage-unknown-command", ""),
        ("-q", "usage-command-missing", ""),
        ("help no-such-command", "usage-unknown-command", ""),
        ("seal --case", "usage-value-missing", ""),
        ("seal --payload x", "usage-value", ""),
        ("seal --json --json", "usage-twice", ""),
        ("seal --key a --agent b", "usage-conflict", ""),
        ("timestamp a", "usage-missing", ""),
        ("seal --json=x", "usage-too-many-values", ""),
        ("audit a --jobs 0", "usage-value", "usage-why-range"),
        ("audit a --now 5", "usage-value", "usage-why-time"),
        ("report a --time 5", "usage-value", "usage-why-report-time"),
        ("report a --utc-offset 5", "usage-value", "usage-why-offset"),
        ("roster retire a --at 5", "usage-value", "usage-why-moment"),
        ("roster add a --id A", "usage-value", "usage-why-id"),
        ("timestamp a --tsa-policy x", "usage-value", "usage-why-policy"),
        ("verify a --seal-hash 12", "usage-value", "usage-why-seal-hash"),
        ("custody unhold a --event x", "usage-value", "usage-why-digits"),
        ("custody unhold a --event 99999999999999999999999", "usage-value", "usage-why-large"),
    ];

    fn arguments(line: &str) -> Vec<OsString> {
        std::iter::once("sealbag").chain(line.split(' ')).map(OsString::from).collect()
    }

    fn wrong(line: &str) -> clap::Error {
        Cli::command().try_get_matches_from(arguments(line)).expect_err(line)
    }

    #[test]
    fn what_is_wrong_is_said_out_of_the_catalogue_with_its_reason() {
        for language in [Language::Russian, Language::Kazakh] {
            let (words, texts) = (Words::new(language), help::catalogue(language).expect("a catalogue"));
            // What stands before the first value, or between the first two.
            let beginning = |key: &str| {
                let text = texts.with(key, &[("argument", &"|"), ("value", &"|"), ("command", &"|"), ("others", &"|")]);
                text.split('|').max_by_key(|part| part.len()).unwrap_or_default().to_owned()
            };
            for (line, key, why) in WRONG {
                let said = sentence(&wrong(line), &words, &texts);
                assert!(said.contains(beginning(key).trim()), "{language}: {line}: {said}");
                assert!(why.is_empty() || said.contains(beginning(why).trim()), "{language}: {line}: {said}");
                let latin = |word: &str| word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase());
                let words: Vec<&str> = said.split(' ').collect();
                assert!(!words.windows(2).any(|pair| latin(pair[0]) && latin(pair[1])), "{language}: {line}: {said}");
            }
            for (line, why) in [("seal --lang x", "en, ru"), ("report a --form x", "act-kz")] {
                let said = sentence(&wrong(line), &words, &texts);
                assert!(said.contains(why) && !said.contains("the "), "{language}: {line}: {said}");
            }
        }
        assert!(REASONS.iter().all(|(.., key)| WRONG.iter().any(|(.., why)| why == key)));
    }

    #[test]
    fn the_values_are_named_that_there_may_be() {
        let (words, texts) = (Words::new(Language::Russian), help::catalogue(Language::Russian).expect("a catalogue"));
        let said = |line| sentence(&wrong(line), &words, &texts);
        assert_eq!(
            said("seal --payload x"),
            "значение x не подходит для --payload <PAYLOAD> [возможные значения: copy, detached]"
        );
        assert_eq!(
            said("audit a --jobs 5000"),
            "значение 5000 не подходит для --jobs <N>: нужно число в пределах 1–1024"
        );
        assert_eq!(said("timestamp a"), "не указано: <--tsa <URL>|--request <OUT>|--attach <FILE>>");
    }

    #[test]
    fn the_hint_names_the_command_and_what_is_similar() {
        let texts = help::catalogue(Language::Russian).expect("a catalogue");
        let said = |line| hint(&wrong(line), &Cli::command(), &arguments(line), &texts);
        assert_eq!(said("--lang ru custody copy a --no"), "все параметры показывает `sealbag custody copy --help`");
        assert_eq!(said("--no-such-flag"), "все параметры показывает `sealbag --help`");
        assert_eq!(
            said("seal --ou x"),
            "возможно, имеется в виду --out; все параметры показывает `sealbag seal --help`"
        );
        assert!(said("sea").contains(" seal"), "{}", said("sea"));
    }

    #[test]
    fn nothing_that_was_typed_is_obeyed() {
        let texts = help::catalogue(Language::Russian).expect("a catalogue");
        let words = Words::new(Language::Russian);
        for line in ["seal --\u{1b}[2J", "\u{1b}[2J\n", "seal --payload \u{202E}x\n", "audit a --now \u{7}"] {
            let (error, arguments) = (wrong(line), arguments(line));
            let said = sentence(&error, &words, &texts) + &hint(&error, &Cli::command(), &arguments, &texts);
            assert!(!said.contains(['\u{1b}', '\n', '\u{202E}', '\u{7}']), "{said:?}");
        }
    }
}
