//! The user's terminal: results on standard output, everything else on standard error, nothing obeyed that evidence says.
//!
//! Nothing here panics on a closed pipe or a full disk. A result that cannot be written is an error, because a verdict
//! that nobody received must not end with exit code 0; a message that cannot be written is let go.

use std::cell::OnceCell;
use std::env;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use clap::builder::StyledStr;
use sealbag_manifest::stored::charset;
use sealbag_report::{Catalogue, Language};
use serde::Serialize;

use crate::diagnose::CliError;
use crate::words::{Message, Value, Words};

/// Longer texts out of a record are cut; in characters.
const MAX_RECORD_TEXT: usize = 200;

/// Longer texts of a finding are cut; in characters.
const MAX_FINDING_TEXT: usize = 400;

/// Longer texts of an event are cut; in characters.
const MAX_PARAGRAPH: usize = 2000;

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

/// A path of this machine in a form that is safe to show; different paths are shown differently.
pub(crate) fn shown(path: &Path) -> String {
    sealbag_manifest::path::shown(path.as_os_str().as_encoded_bytes())
}

/// A path as it can be pasted into a shell: one word, the path and no other, and no option.
///
/// Bytes that cannot be shown come as `$'\xHH'`, which bash, zsh and ksh read.
pub(crate) fn quoted(path: &Path) -> String {
    let mut bytes = path.as_os_str().as_encoded_bytes().to_vec();
    if bytes.starts_with(b"-") {
        bytes.splice(..0, *b"./");
    }
    // Some letters have no shape, so a letter is not yet safe.
    let plain = |c: char| is_safe(c) && c.is_alphanumeric() || "/._-+,:@%".contains(c);
    match std::str::from_utf8(&bytes) {
        Ok(text) if !text.is_empty() && text.chars().all(plain) => text.to_owned(),
        Ok(text) if text.chars().all(is_safe) => format!("'{}'", text.replace('\'', "'\\''")),
        _ => {
            let word = bytes.iter().map(|&byte| match char::from(byte) {
                c if c.is_ascii() && (c == ' ' || plain(c)) => c.to_string(),
                _ => format!("\\x{byte:02X}"),
            });
            format!("$'{}'", word.collect::<String>())
        }
    }
}

/// True if `c` can be shown as it is: it does nothing, hides nothing and imitates nothing (`docs/spec/names.md`).
fn is_safe(c: char) -> bool {
    !charset::is_deceptive(c)
}

/// True if a reader would see nothing: only spaces and what looks like them.
pub(crate) fn is_blank(text: &str) -> bool {
    !text.chars().any(|c| is_safe(c) && !c.is_whitespace())
}

/// A text out of a record (an exhibit, a case, a name) as a person may read it: safe, on one line, cut where it is long.
pub(crate) fn record_text(text: &str) -> String {
    cut(sealbag_manifest::path::shown(text.as_bytes()), MAX_RECORD_TEXT)
}

/// What a finding says, where or what, as a person may read it. Names in it were made safe when it was found.
pub(crate) fn finding_text(text: &str) -> String {
    cut(harmless(text), MAX_FINDING_TEXT)
}

/// A long text out of a record: safe, cut where it is very long.
pub(crate) fn paragraph_text(text: &str) -> String {
    cut(sealbag_manifest::path::shown(text.as_bytes()), MAX_PARAGRAPH)
}

fn cut(mut text: String, limit: usize) -> String {
    if let Some((end, _)) = text.char_indices().nth(limit) {
        text.truncate(end);
        text.push('…');
    }
    text
}

/// One line of text in which characters that move, hide or imitate others are shown by number, not obeyed.
///
/// For text that is already composed: a backslash stays, so names in it must have gone through [`shown`] before.
pub(crate) fn harmless(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        if is_safe(c) {
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
        assert_eq!(quoted(Path::new("a;$(b)`c`!&|>~")), "'a;$(b)`c`!&|>~'");
        assert_eq!(quoted(Path::new("a\\b")), "'a\\b'");
        assert_eq!(quoted(Path::new("улика 1")), "'улика 1'");
        assert_eq!(quoted(Path::new("")), "''");
    }

    #[test]
    fn paths_in_hints_that_cannot_be_shown_are_given_by_bytes() {
        assert_eq!(quoted(Path::new("a\nb")), r"$'a\x0Ab'");
        assert_eq!(quoted(Path::new("it's \u{A0}\u{1b}\\!")), r"$'it\x27s \xC2\xA0\x1B\x5C\x21'");
        assert_eq!(quoted(Path::new("a\u{3164}")), r"$'a\xE3\x85\xA4'");
        assert_eq!(quoted(Path::new("й\u{200B}")), r"$'\xD0\xB9\xE2\x80\x8B'");
    }

    #[cfg(unix)]
    #[test]
    fn a_shell_reads_the_path_back_byte_for_byte() {
        use std::os::unix::ffi::OsStrExt;
        for bytes in
            [&b"a b"[..], b"it's", b"-rf", b"a\n-b", b"\xFF\xFE 'x' $(id) \\", b"~", b"*", b"\t\x7F\"!", b"#a", b""]
        {
            let path = Path::new(std::ffi::OsStr::from_bytes(bytes));
            let script = format!("printf %s {}", quoted(path));
            let output = std::process::Command::new("bash").args(["-c", &script]).output().expect("bash");
            let read = output.stdout.strip_prefix(b"./").filter(|_| bytes[0] == b'-').unwrap_or(&output.stdout);
            assert_eq!(read, bytes, "{script}");
        }
    }

    #[test]
    fn a_path_in_a_hint_is_never_an_option() {
        assert_eq!(quoted(Path::new("-rf")), "./-rf");
        assert_eq!(quoted(Path::new("-a b")), "'./-a b'");
        assert_eq!(quoted(Path::new("-\n")), r"$'./-\x0A'");
    }

    #[test]
    fn texts_of_a_record_hide_nothing_and_are_cut() {
        assert_eq!(record_text("A\u{200B}1\u{A0}\\"), "A\\u{200B}1\\u{A0}\\\\");
        assert_eq!(record_text(&"й".repeat(200)), "й".repeat(200));
        assert_eq!(record_text(&"й".repeat(201)), format!("{}…", "й".repeat(200)));
    }

    #[test]
    fn texts_of_a_finding_hide_nothing_and_are_cut() {
        assert_eq!(finding_text("data/a\\x0A\u{200B}\u{3000}"), "data/a\\x0A\\u{200B}\\u{3000}");
        assert_eq!(finding_text(&"x".repeat(401)), format!("{}…", "x".repeat(400)));
    }

    #[test]
    fn what_nobody_sees_is_blank() {
        for text in ["", " ", "\u{A0}\u{3000}", "\u{200B} \u{3164}"] {
            assert!(is_blank(text), "{text:?}");
        }
        assert!(!is_blank(" A1 "));
        assert!(!is_blank("\\"));
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
