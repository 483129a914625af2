//! Which characters may stand as they are in a path string of the sealed list.
//!
//! The sets are closed lists of code points, so that a verifier needs no Unicode tables (`docs/spec/names.md`).

/// C0 controls, DEL and C1 controls: they move the cursor or end the line.
pub fn is_control(c: char) -> bool {
    matches!(c, '\u{00}'..='\u{1F}' | '\u{7F}'..='\u{9F}')
}

/// Characters that reorder the text around them on a screen.
pub fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Characters that some programs take as the end of a line.
pub fn is_separator(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

/// True if every character of `text` can be shown and written on one line as it is.
pub fn is_plain(text: &str) -> bool {
    if text.is_ascii() {
        // What nearly every name is, and much quicker to look at.
        return !text.bytes().any(|byte| byte.is_ascii_control());
    }
    !text.chars().any(|c| is_control(c) || is_bidi_control(c) || is_separator(c))
}
