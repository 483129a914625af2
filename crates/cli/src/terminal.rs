//! The user's terminal: results on standard output, everything else on standard error, nothing obeyed that evidence says.
//!
//! Nothing here panics on a closed pipe or a full disk. A result that cannot be written is an error, because a verdict
//! that nobody received must not end with exit code 0; a message that cannot be written is let go.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use clap::builder::StyledStr;
use serde::Serialize;

use crate::diagnose::CliError;

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
}

impl Terminal {
    /// Colours only where a terminal shows them and `NO_COLOR` does not forbid it.
    pub(crate) fn new(quiet: bool) -> Self {
        let wanted = env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            && env::var_os("TERM").is_none_or(|value| value != "dumb");
        Self { quiet, colour: wanted && io::stdout().is_terminal(), error_colour: wanted && io::stderr().is_terminal() }
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
        let mut line = serde_json::to_string(value).map_err(|error| OutputError(error.into()))?;
        line.push('\n');
        self.print(&escape_beyond_ascii_controls(line))
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
        // Nobody is left to be told when standard error is closed; the exit code still counts.
        let _ = writeln!(io::stderr().lock(), "{}", text.trim_end_matches('\n'));
    }

    /// Says why the run failed: what, where, why, and what to do.
    pub(crate) fn error(&self, error: &CliError) {
        let label = |tone, text| paint(self.error_colour, tone, text);
        let mut text = format!("{} {}", label(Tone::Bad, "error:"), harmless(error.message()));
        for cause in error.causes() {
            text.push_str(&format!(": {}", harmless(cause)));
        }
        for place in error.places() {
            text.push_str(&format!("\n  in {}", harmless(place)));
        }
        if let Some(hint) = error.hint() {
            text.push_str(&format!("\n{} {hint}", label(Tone::Caution, "hint:")));
        }
        self.say(&text);
    }
}

fn paint(colour: bool, tone: Tone, text: &str) -> String {
    if colour { format!("{}{text}\x1b[0m", tone.code()) } else { text.to_owned() }
}

/// A path of this machine in a form that is safe to show; different paths are shown differently.
pub(crate) fn shown(path: &Path) -> String {
    sealbag_manifest::path::shown(path.as_os_str().as_encoded_bytes())
}

/// A path as it can be typed into a shell; one that cannot be shown as it is comes as [`shown`] gives it.
pub(crate) fn quoted(path: &Path) -> String {
    let text = shown(path);
    let plain = |c: char| c.is_alphanumeric() || "/._-+,:@%".contains(c);
    if text.as_bytes() != path.as_os_str().as_encoded_bytes() || text.chars().all(plain) {
        return text;
    }
    format!("'{}'", text.replace('\'', "'\\''"))
}

/// One line of text in which control, bidi and separator characters are shown, not obeyed.
///
/// For text that is already composed: a backslash stays, so names in it must have gone through [`shown`] before.
pub(crate) fn harmless(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        if sealbag_manifest::text::is_plain(c.encode_utf8(&mut [0; 4])) {
            out.push(c);
        } else {
            out.push_str(&format!("\\u{{{:X}}}", u32::from(c)));
        }
        out
    })
}

/// [`harmless`] for text of several lines.
pub(crate) fn harmless_lines(text: &str) -> String {
    text.split('\n').map(harmless).collect::<Vec<_>>().join("\n")
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
    fn shows_control_and_bidi_characters_instead_of_obeying_them() {
        assert_eq!(harmless("a\x1b[2Jb\r\u{202E}c\u{2028}"), "a\\u{1B}[2Jb\\u{D}\\u{202E}c\\u{2028}");
        assert_eq!(harmless_lines("a\nb\x07"), "a\nb\\u{7}");
        assert_eq!(shown(Path::new("a\nb\\")), "a\\x0Ab\\\\");
    }

    #[test]
    fn paths_in_hints_can_be_typed_into_a_shell() {
        assert_eq!(quoted(Path::new("/a/b-1.bag")), "/a/b-1.bag");
        assert_eq!(quoted(Path::new("my bag")), "'my bag'");
        assert_eq!(quoted(Path::new("it's")), r"'it'\''s'");
        assert_eq!(quoted(Path::new("a\nb")), "a\\x0Ab");
    }

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
