//! The closed lists of characters that a stored name never holds as they are (`docs/spec/names.md`, "Stored names").
//!
//! They are code points, not properties, so that sealer and verifier agree whatever Unicode version they know.

use crate::text;

/// ASCII characters that some file system, shell, manifest format or stock tool takes as its own.
///
/// `=` begins an escape. `%` is BagIt's escape. `\ : * ? " < > |` are forbidden on Windows. `$` is expanded by
/// bagit.py, which refuses a path that names a variable of its environment.
pub fn is_reserved_ascii(c: char) -> bool {
    matches!(c, '=' | '%' | '$' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
}

/// White space outside ASCII (General_Category Zs without U+0020), which stock tools trim.
pub fn is_wide_space(c: char) -> bool {
    matches!(c, '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
}

/// Characters without a shape (Default_Ignorable_Code_Point, and U+180E), which ext4 casefold and HFS+ leave out of
/// account when they compare names.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFF8}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Characters that move, hide or imitate others on a screen: controls, bidi controls, separators, invisible ones and
/// spaces outside ASCII.
pub fn is_deceptive(c: char) -> bool {
    text::is_control(c)
        || !c.is_ascii() && (text::is_bidi_control(c) || text::is_separator(c) || is_wide_space(c) || is_invisible(c))
}

/// True if `c` never stands as it is in a stored name, wherever it stands in it.
pub fn is_never_literal(c: char) -> bool {
    is_reserved_ascii(c) || is_deceptive(c)
}

/// True if Windows takes `name` as a device, with or without an extension, in any case of letters.
///
/// `CON`, `PRN`, `AUX`, `NUL`, and `COM` or `LPT` with one of `0`-`9`, U+00B9, U+00B2, U+00B3. Spaces before the
/// extension do not count. `CLOCK$`, `CONIN$` and `CONOUT$` need no word here: `$` is escaped in any name.
pub fn is_windows_device(name: &str) -> bool {
    // No device begins with another letter; nearly every name does.
    if !name.starts_with(['a', 'c', 'l', 'n', 'p', 'A', 'C', 'L', 'N', 'P']) {
        return false;
    }
    let stem = name.split('.').next().unwrap_or(name).trim_end_matches(' ');
    if ["con", "prn", "aux", "nul"].iter().any(|word| stem.eq_ignore_ascii_case(word)) {
        return true;
    }
    let Some((port, number)) = stem.split_at_checked(3) else { return false };
    let mut number = number.chars();
    (port.eq_ignore_ascii_case("com") || port.eq_ignore_ascii_case("lpt"))
        && matches!(number.next(), Some('0'..='9' | '\u{B9}' | '\u{B2}' | '\u{B3}'))
        && number.next().is_none()
}
