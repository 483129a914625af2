//! The user's terminal: results on standard output, everything else on standard error, nothing obeyed that evidence says.
//!
//! Nothing here panics on a closed pipe or a full disk. A result that cannot be written is an error, because a verdict
//! that nobody received must not end with exit code 0; a message that cannot be written is let go.

mod harmless;

use std::cell::OnceCell;
use std::env;
use std::io::{self, IsTerminal, Write};

use clap::builder::StyledStr;
use sealbag_report::{Catalogue, Language};
use serde::Serialize;

use crate::diagnose::CliError;
use crate::words::{Message, Value, Words};
pub(crate) use harmless::{
    finding_text, harmless, harmless_lines, is_blank, paragraph_text, quoted, record_text, shown,
};

/// A result could not be written to standard output.
#[derive(Debug, thiserror::Error)]
#[error("cannot write to standard output")]
pub(crate) struct OutputError(#[source] io::Error);

/// A colour with a meaning.
#[derive(Clone, Copy)]
pub(crate) enum Tone {
    /// It holds.
    Good,
    /// It holds, but read the remark.
    Caution,
    /// It does not hold.
    Bad,
    /// A heading or the one line to look at.
    Strong,
}

impl Tone {
    fn code(self) -> &'static str {
        match self {
            Self::Good => "\x1b[32m",
            Self::Caution => "\x1b[33m",
            Self::Bad => "\x1b[31m",
            Self::Strong => "\x1b[1m",
        }
    }
}

/// Where a run prints, and how.
pub(crate) struct Terminal {
    quiet: bool,
    colour: bool,
    error_colour: bool,
    language: Language,
    words: OnceCell<Words>,
}

impl Terminal {
    /// Colours only where a terminal shows them and `NO_COLOR` does not forbid it.
    pub(crate) fn new(quiet: bool, language: Language) -> Self {
        let wanted = env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            && env::var_os("TERM").is_none_or(|value| value != "dumb");
        Self {
            quiet,
            colour: wanted && io::stdout().is_terminal(),
            error_colour: wanted && io::stderr().is_terminal(),
            language,
            words: OnceCell::new(),
        }
    }

    /// In which language it speaks.
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// The words for verdicts, findings and reports.
    pub(crate) fn catalogue(&self) -> Catalogue {
        Catalogue::new(self.language)
    }

    /// The words for all else, and those for verdicts, findings and reports among them.
    pub(crate) fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::new(self.language))
    }

    /// True if only results and errors are wanted.
    pub(crate) fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Writes a result, as it is, and flushes it.
    ///
    /// # Errors
    /// A closed pipe, a full disk: the caller's exit code must not be 0.
    pub(crate) fn print(&self, text: &str) -> Result<(), OutputError> {
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(OutputError)
    }

    /// Writes one JSON object as a line.
    ///
    /// # Errors
    /// As [`Terminal::print`].
    pub(crate) fn print_json(&self, value: &impl Serialize) -> Result<(), OutputError> {
        let mut line = json(value)?;
        line.push('\n');
        self.print(&line)
    }

    /// Writes help as the command line parser styled it.
    ///
    /// # Errors
    /// As [`Terminal::print`].
    pub(crate) fn help(&self, text: &StyledStr) -> Result<(), OutputError> {
        if self.colour { self.print(&text.ansi().to_string()) } else { self.print(&text.to_string()) }
    }

    /// `text` in a colour, for [`Terminal::print`].
    pub(crate) fn paint(&self, tone: Tone, text: &str) -> String {
        paint(self.colour, tone, text)
    }

    /// Tells something about the work, unless quiet was asked for.
    pub(crate) fn note(&self, text: &str) {
        if !self.quiet {
            self.say(text);
        }
    }

    /// Writes to standard error in any case.
    pub(crate) fn say(&self, text: &str) {
        say(text);
    }

    /// Says why the run failed: what, where, why, and what to do.
    pub(crate) fn error(&self, error: &CliError) {
        let words = self.words();
        let mut text = format!("{} {}", self.label(Tone::Bad, "label-error"), harmless(&words.value(error.message())));
        for cause in error.causes() {
            text.push_str(&format!(": {}", harmless(&words.sentence(cause))));
        }
        for place in error.places() {
            let place = Value::Text(harmless_lines(&words.value(place)));
            text.push_str(&format!("\n  {}", words.message(&Message::new("label-in").with("place", place))));
        }
        if let Some(hint) = error.hint() {
            text.push_str(&format!("\n{} {}", self.label(Tone::Caution, "label-hint"), words.message(hint)));
        }
        self.say(&text);
    }

    /// Says what is wrong with a command line and what to do, in texts that are safe to show.
    pub(crate) fn refuse(&self, sentence: &str, hint: &str) {
        let (error, what_to_do) = (self.label(Tone::Bad, "label-error"), self.label(Tone::Caution, "label-hint"));
        self.say(&format!("{error} {sentence}\n{what_to_do} {hint}"));
    }

    fn label(&self, tone: Tone, key: &'static str) -> String {
        paint(self.error_colour, tone, &self.words().message(&Message::new(key)))
    }
}

/// Writes to standard error.
pub(crate) fn say(text: &str) {
    // Nobody is left to be told when standard error is closed; the exit code still counts.
    let _ = writeln!(io::stderr().lock(), "{}", text.trim_end_matches('\n'));
}

/// A value as JSON in which nothing is left that a terminal would obey.
///
/// # Errors
/// The value cannot be written as JSON.
pub(crate) fn json(value: &impl Serialize) -> Result<String, OutputError> {
    let text = serde_json::to_string(value).map_err(|error| OutputError(error.into()))?;
    Ok(escape_beyond_ascii_controls(text))
}

fn paint(colour: bool, tone: Tone, text: &str) -> String {
    if colour { format!("{}{text}\x1b[0m", tone.code()) } else { text.to_owned() }
}

/// JSON leaves DEL, C1, bidi and separator characters as they are; written as `\uHHHH` they mean the same and do nothing.
fn escape_beyond_ascii_controls(line: String) -> String {
    if sealbag_manifest::text::is_plain(line.trim_end_matches('\n')) {
        return line;
    }
    line.chars().fold(String::with_capacity(line.len() + 16), |mut out, c| {
        if c == '\n' || sealbag_manifest::text::is_plain(c.encode_utf8(&mut [0; 4])) {
            out.push(c);
        } else {
            out.push_str(&format!("\\u{:04x}", u32::from(c)));
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_escapes_what_json_itself_would_leave() {
        let line = serde_json::to_string("\u{7f}\u{9b}\u{202E}\u{2029}ж\u{1}").expect("a string is JSON");
        let escaped = escape_beyond_ascii_controls(line.clone());
        assert_eq!(escaped, r#""\u007f\u009b\u202e\u2029ж\u0001""#);
        let (before, after): (String, String) =
            (serde_json::from_str(&line).expect("JSON"), serde_json::from_str(&escaped).expect("JSON"));
        assert_eq!(before, after);
    }

    #[test]
    fn paints_only_where_colour_is_on() {
        assert_eq!(paint(false, Tone::Bad, "x"), "x");
        assert_eq!(paint(true, Tone::Bad, "x"), "\x1b[31mx\x1b[0m");
    }
}
