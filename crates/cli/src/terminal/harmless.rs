//! Paths and texts as a person may read them: nothing in them moves, hides or imitates anything.

use std::path::Path;

use sealbag_manifest::stored::charset;

/// Longer texts out of a record are cut; in characters.
const MAX_RECORD_TEXT: usize = 200;

/// Longer texts of a finding are cut; in characters.
const MAX_FINDING_TEXT: usize = 400;

/// Longer texts of an event are cut; in characters.
const MAX_PARAGRAPH: usize = 2000;

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
}
