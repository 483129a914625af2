//! The names of the variants that an error is made of, read off its derived `Debug` form.
//!
//! They say which sentences an error can say. No text in the error can add one: the derived form puts texts into quotes and
//! escapes the quotes in them. Of what stands in quotes nothing is kept.

use std::fmt::{self, Debug, Write};

/// So many names are kept; an error is a few variants deep.
const MAX_NAMES: usize = 16;
/// So much of the form is read, in characters.
const MAX_READ: usize = 16 * 1024;

/// The names of variants and structs in the order in which they stand in the form.
pub(super) fn names_in(error: &(impl Debug + ?Sized)) -> Vec<String> {
    let mut reader = Reader { names: Vec::new(), word: String::new(), place: Place::Outside, read: 0 };
    // The reader ends the writing where it has enough.
    let _ = write!(reader, "{error:?}");
    reader.end_word();
    reader.names
}

enum Place {
    Outside,
    /// Between quotes, which end with the same character.
    Quoted(char),
    /// Behind a backslash between quotes.
    Escaped(char),
}

struct Reader {
    names: Vec<String>,
    word: String,
    place: Place,
    read: usize,
}

impl Reader {
    fn end_word(&mut self) {
        let word = std::mem::take(&mut self.word);
        // Fields begin with a small letter.
        if word.starts_with(|c: char| c.is_ascii_uppercase()) && self.names.len() < MAX_NAMES {
            self.names.push(word);
        }
    }
}

impl Write for Reader {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for c in text.chars() {
            self.place = match self.place {
                Place::Escaped(quote) => Place::Quoted(quote),
                Place::Quoted(quote) if c == '\\' => Place::Escaped(quote),
                Place::Quoted(quote) if c == quote => Place::Outside,
                Place::Quoted(quote) => Place::Quoted(quote),
                Place::Outside => {
                    match c {
                        c if c.is_ascii_alphanumeric() || c == '_' => self.word.push(c),
                        _ => self.end_word(),
                    }
                    if matches!(c, '"' | '\'') { Place::Quoted(c) } else { Place::Outside }
                }
            };
            self.read += 1;
        }
        if self.read > MAX_READ || self.names.len() >= MAX_NAMES { Err(fmt::Error) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    #[expect(dead_code, reason = "read by the derived form alone")]
    enum Outer {
        Inner(Inner),
        Named { path: String, sign: char, source: Inner },
    }

    #[derive(Debug)]
    #[expect(dead_code, reason = "read by the derived form alone")]
    enum Inner {
        Plain,
        Text(&'static str),
    }

    #[test]
    fn names_are_read_in_order_and_fields_are_none() {
        assert_eq!(names_in(&Outer::Inner(Inner::Plain)), ["Inner", "Plain"]);
        let named = Outer::Named { path: "Hostile".to_owned(), sign: '"', source: Inner::Text("x") };
        assert_eq!(names_in(&named), ["Named", "Text"]);
    }

    #[test]
    fn no_text_adds_a_name() {
        for text in ["Plain", "\"Plain", "\\\"Plain(", "'Plain'", "\\", "\u{202E}\"Plain\""] {
            let named = Outer::Named { path: text.to_owned(), sign: '\'', source: Inner::Plain };
            assert_eq!(names_in(&named), ["Named", "Plain"], "{text}");
        }
    }

    #[test]
    fn a_large_error_is_read_in_part() {
        let many: Vec<_> = (0..1000).map(|_| Inner::Plain).collect();
        assert_eq!(names_in(&many).len(), MAX_NAMES);
    }
}
