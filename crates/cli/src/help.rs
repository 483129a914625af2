//! `--help`, manual pages and completions in the reader's language.
//!
//! The English texts stand where the command line is defined, in the comments of its types. For another language they are in
//! `catalogue/*/help.ftl`, under the command and the argument, `help-seal-out`, or under the argument alone, `help-any-key`:
//! one text for all commands that share it. The command line in another language is asked for its help only: arguments are
//! always parsed by the one definition.

#[cfg(test)]
mod tests;

use std::ffi::OsString;

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command};
use sealbag_report::{Catalogue, Language};

/// What stands in a usage for options and for a command, of the parser's own, and the key of it.
const MARKS: [(&str, &str); 3] = [
    ("[OPTIONS]", "help-mark-options"),
    ("<COMMAND>", "help-mark-command"),
    ("[COMMAND]", "help-mark-optional-command"),
];

/// What the command line says in a language; none for English, in which it is defined.
pub(crate) fn catalogue(language: Language) -> Option<Catalogue> {
    source(language).map(|source| Catalogue::with_further(language, &[source]))
}

fn source(language: Language) -> Option<&'static str> {
    match language {
        Language::English => None,
        Language::Russian => Some(include_str!("../catalogue/ru/help.ftl")),
        Language::Kazakh => Some(include_str!("../catalogue/kk/help.ftl")),
    }
}

/// The command line in a language, to make pages out of it; `program` is its definition.
pub(crate) fn for_pages(program: Command, language: Language) -> Command {
    match catalogue(language) {
        Some(texts) => translated(program, &texts),
        None => program,
    }
}

/// The command line in a language, to make completions out of it: everything that can be typed is there as in `program`, and
/// described in other words.
pub(crate) fn for_completions(mut program: Command, language: Language) -> Command {
    let Some(texts) = catalogue(language) else { return program };
    program.build();
    described(program, &[], &texts)
}

fn described(command: Command, path: &[&str], texts: &Catalogue) -> Command {
    let text = |key: String| Some(key).filter(|key| texts.has(key)).map(|key| texts.text(&key));
    let command = command
        .mut_args(|argument| {
            let keys = argument_keys(path, argument.get_id().as_str());
            match keys.into_iter().find_map(text) {
                Some(help) => argument.help(help),
                None => argument,
            }
        })
        .mut_subcommands(|inner| {
            let name = inner.get_name().to_owned();
            // Below each command `help` stand copies of the others.
            let path = path.strip_suffix(&["help"]).unwrap_or(path);
            described(inner, &[path, &[&name]].concat(), texts)
        });
    let path = if path.last() == Some(&"help") { &["help"] } else { path };
    match text(command_key(path)) {
        Some(about) => command.about(about),
        None => command,
    }
}

/// What stands in the usage of a page for a further command, in italics.
const FURTHER: &str = "\\fIsubcommands\\fR";

/// What a manual page itself says in a language other than English.
pub(crate) struct PageWords(Catalogue);

impl PageWords {
    /// The headings that the maker of the pages writes, and their keys.
    const HEADINGS: [(&str, &str); 6] = [
        ("NAME", "help-page-name"),
        ("SYNOPSIS", "help-usage"),
        ("DESCRIPTION", "help-page-description"),
        ("OPTIONS", "help-options"),
        ("SUBCOMMANDS", "help-commands"),
        ("VERSION", "help-page-version"),
    ];

    /// Those of a language; none for English.
    pub(crate) fn of(language: Language) -> Option<Self> {
        catalogue(language).map(Self)
    }

    /// The text of a page with its headings in the language, and its word for a further command. A line of a text never begins
    /// with a dot.
    pub(crate) fn put(&self, page: &str) -> String {
        let further = format!("\\fI{}\\fR", self.0.text("help-mark-command").trim_matches(['<', '>']));
        let line = |line: &str| {
            let heading = line.strip_prefix(".SH ").unwrap_or_default();
            match Self::HEADINGS.iter().find(|(english, _)| *english == heading) {
                Some((_, key)) => format!(".SH {}\n", self.0.text(key).to_uppercase()),
                None => format!("{}\n", line.replace(FURTHER, &further)),
            }
        };
        page.lines().map(line).collect()
    }
}

/// The help that these arguments ask for; none if they ask for none.
pub(crate) fn asked_for(program: Command, arguments: &[OsString], texts: &Catalogue) -> Option<StyledStr> {
    let error = translated(program, texts).try_get_matches_from(arguments).err()?;
    let help = error.render().ansi().to_string();
    Some(MARKS.iter().fold(help, |help, (mark, key)| help.replace(mark, &texts.text(key))).into())
}

/// The command line with its texts in another language.
fn translated(mut program: Command, texts: &Catalogue) -> Command {
    // So that the flags of the parser itself and those that every command takes stand in each command.
    program.build();
    command(program, &[], texts)
}

fn command(command: Command, path: &[&str], texts: &Catalogue) -> Command {
    let key = command_key(path);
    let about = |long: &str| Some(format!("{key}{long}")).filter(|key| texts.has(key)).map(|key| texts.text(&key));
    let command = command.mut_args(|argument| self::argument(argument, path, texts)).mut_subcommands(|inner| {
        let name = inner.get_name().to_owned();
        if name == "help" { help_command(texts) } else { self::command(inner, &[path, &[&name]].concat(), texts) }
    });
    let command = match (about(""), about("-long")) {
        (Some(short), Some(long)) => command.about(short).long_about(long),
        (Some(short), None) => command.about(short),
        (None, _) => command,
    };
    let template = template(&command, texts);
    command.help_template(template)
}

/// The command `help`, which the parser makes itself and, where it is built, gives a copy of every other.
fn help_command(texts: &Catalogue) -> Command {
    let argument = Arg::new("subcommand").action(ArgAction::Append).num_args(..).value_name("COMMAND");
    let command = Command::new("help")
        .disable_help_flag(true)
        .disable_version_flag(true)
        .about(texts.text("help-help"))
        .arg(argument.help(texts.text("help-help-subcommand")));
    let template = template(&command, texts);
    command.help_template(template)
}

fn argument(argument: Arg, path: &[&str], texts: &Catalogue) -> Arg {
    let Some(key) = argument_keys(path, argument.get_id().as_str()).into_iter().find(|key| texts.has(key)) else {
        return argument;
    };
    let values = values(&argument, texts);
    let long = format!("{key}-long");
    let text = |key: &str| std::iter::once(texts.text(key)).chain(values.clone()).collect::<Vec<_>>().join(" ");
    let argument = match texts.has(&long) {
        true => argument.long_help(text(&long)),
        false => argument,
    };
    argument.help(text(&key)).hide_default_value(true).hide_possible_values(true)
}

/// What the parser would add in English: which value is taken without the argument, and which there are.
fn values(argument: &Arg, texts: &Catalogue) -> Vec<String> {
    if !argument.get_action().takes_values() {
        return Vec::new();
    }
    let default =
        argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect::<Vec<_>>().join(" ");
    let possible = argument.get_possible_values();
    let possible: Vec<&str> =
        possible.iter().filter(|value| !value.is_hide_set()).map(|value| value.get_name()).collect();
    [("help-default", default), ("help-possible-values", possible.join(", "))]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| texts.with(key, &[("value", &value)]))
        .collect()
}

/// The parser's own layout with headings in the language.
fn template(command: &Command, texts: &Catalogue) -> String {
    let styles = command.get_styles();
    let heading = |style: &clap::builder::styling::Style, key: &str| format!("{style}{}:{style:#}", texts.text(key));
    let usage = heading(styles.get_usage(), "help-usage");
    let mut template = format!("{{about-with-newline}}\n{usage} {{usage}}");
    for (is_there, key, tag) in [
        (command.has_subcommands(), "help-commands", "subcommands"),
        (command.get_positionals().next().is_some(), "help-arguments", "positionals"),
        (command.get_arguments().any(|argument| !argument.is_positional()), "help-options", "options"),
    ] {
        if is_there {
            template.push_str(&format!("\n\n{}\n{{{tag}}}", heading(styles.get_header(), key)));
        }
    }
    template
}

/// The key of what a command is.
fn command_key(path: &[&str]) -> String {
    if path.is_empty() { "help-sealbag".to_owned() } else { format!("help-{}", path.join("-")) }
}

/// The keys of what an argument is: its own, then those of the commands that share it, the nearest first.
fn argument_keys(path: &[&str], id: &str) -> Vec<String> {
    let id = id.replace('_', "-");
    let shared =
        (0..path.len().max(1)).rev().map(|depth| [&["help"], &path[..depth], &["any", &id]].concat().join("-"));
    std::iter::once(format!("{}-{id}", command_key(path))).chain(shared).collect()
}
