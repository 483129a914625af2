//! A report as a tree of sections and blocks, before anybody has decided how it looks.
//!
//! HTML and PDF draw the same tree, so that they cannot say different things.

use std::fmt::Display;

use crate::catalogue::Catalogue;
use crate::picture::Picture;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Inline {
    /// Words of the program.
    Plain(String),
    /// Words of the program that stand out.
    Strong(String),
    /// Digits and names of files, in letters of equal width.
    Mono(String),
    /// A moment in UTC as records write it, on one line.
    Utc(String),
    /// A text that somebody else wrote, made harmless: it is set apart from the words around it.
    Quoted(String),
    /// Words of the program that exist in English only.
    English(String),
    /// What a finding expected or found, in the reader's language, made harmless: set apart, from left to right.
    Value(String),
    /// The next piece begins a line.
    Break,
    /// A line to be filled in by hand.
    Blank,
}

/// A line of pieces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line(pub(crate) Vec<Inline>);

impl Line {
    /// Words of the program.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self(vec![Inline::Plain(text.into())])
    }

    /// Words of the program that stand out.
    pub(crate) fn strong(text: impl Into<String>) -> Self {
        Self(vec![Inline::Strong(text.into())])
    }

    /// Digits.
    pub(crate) fn mono(text: impl Into<String>) -> Self {
        Self(vec![Inline::Mono(text.into())])
    }

    /// A text out of a record; it is made harmless here.
    pub(crate) fn quoted(text: &str) -> Self {
        Self(vec![Inline::Quoted(harmless(text))])
    }

    /// A line to be filled in by hand.
    pub(crate) fn blank() -> Self {
        Self(vec![Inline::Blank])
    }

    /// Adds a piece.
    #[must_use]
    pub(crate) fn and(mut self, piece: Inline) -> Self {
        self.0.push(piece);
        self
    }

    /// Begins a new line within this one and adds another.
    #[must_use]
    pub(crate) fn below(mut self, other: Line) -> Self {
        if !self.0.is_empty() && !other.0.is_empty() {
            self.0.push(Inline::Break);
        }
        self.0.extend(other.0);
        self
    }

    /// True if there is nothing in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A value of a message.
pub(crate) enum Value<'v> {
    /// Shown as it is, in the words around it.
    Plain(&'v dyn Display),
    /// Digits.
    Mono(&'v str),
    /// Out of a record.
    Quoted(&'v str),
}

/// A message whose values are not lost among its words.
pub(crate) fn message(words: &Catalogue, key: &str, values: &[(&str, Value<'_>)]) -> Line {
    // Marks that no message and no harmless text holds.
    let marks: Vec<String> = (0..values.len()).map(|index| format!("\u{1}{index}\u{2}")).collect();
    let placed: Vec<(&str, &dyn Display)> =
        values.iter().zip(&marks).map(|((name, _), mark)| (*name, mark as &dyn Display)).collect();
    let text = words.with(key, &placed);
    let mut line = Line::default();
    let mut push = |piece: Inline| match (line.0.last_mut(), piece) {
        (_, Inline::Plain(text)) if text.is_empty() => {}
        (Some(Inline::Plain(before)), Inline::Plain(text)) => before.push_str(&text),
        (_, piece) => line.0.push(piece),
    };
    for (place, part) in text.split('\u{1}').enumerate() {
        let (mark, behind) = if place == 0 { ("", part) } else { part.split_once('\u{2}').unwrap_or(("", part)) };
        if let Some((_, value)) = mark.parse::<usize>().ok().and_then(|index| values.get(index)) {
            push(match value {
                Value::Plain(value) => Inline::Plain(value.to_string()),
                Value::Mono(value) => Inline::Mono((*value).to_owned()),
                Value::Quoted(value) => Inline::Quoted(harmless(value)),
            });
        }
        push(Inline::Plain(behind.to_owned()));
    }
    line
}

/// A table with a heading row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    /// What it shows.
    pub(crate) caption: String,
    /// One heading a column.
    pub(crate) head: Vec<String>,
    /// How wide the columns are, as parts of the whole.
    pub(crate) widths: Vec<u16>,
    /// As many cells as headings.
    pub(crate) rows: Vec<Vec<Line>>,
}

/// A drawing.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    /// What stands below it.
    pub(crate) caption: String,
    /// What it shows, for somebody who does not see it.
    pub(crate) alternative: String,
    /// The drawing.
    pub(crate) picture: Picture,
    /// Points of its width on paper.
    pub(crate) width: f32,
}

/// A piece of a section.
#[derive(Clone, Debug)]
pub(crate) enum Block {
    /// A paragraph.
    Paragraph(Line),
    /// A heading within a section.
    Heading(String),
    /// The verdict in words, its weight as a tone, and one sentence.
    Verdict {
        /// The words.
        words: String,
        /// One sentence.
        sentence: Line,
        /// How it is to look.
        tone: Tone,
    },
    /// Sentences, one a point.
    List(Vec<Line>),
    /// Labels and what stands beside them.
    Facts(Vec<(String, Line)>),
    /// Labels and what stands beside them, with a drawing at their right.
    Beside(Vec<(String, Line)>, Figure),
    /// A table.
    Table(Table),
    /// A drawing.
    Figure(Figure),
    /// Commands, one a line.
    Commands(Vec<String>),
    /// The place where the rows of the sealed list stand; they are not held in memory.
    Files,
}

/// How a verdict is to look; never by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// It holds.
    Good,
    /// It holds with remarks, or there is no answer.
    Caution,
    /// It does not hold.
    Bad,
}

/// A section.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    /// A name for links.
    pub(crate) id: &'static str,
    /// The heading, with its number.
    pub(crate) heading: String,
    /// True if it begins a page.
    pub(crate) is_annex: bool,
    /// What is in it.
    pub(crate) blocks: Vec<Block>,
}

/// A whole document.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    /// The title.
    pub(crate) title: String,
    /// Below the title.
    pub(crate) front: Vec<Block>,
    /// The sections in their order.
    pub(crate) sections: Vec<Section>,
    /// At the foot of every page.
    pub(crate) foot: String,
    /// So many sections are the core. Behind it stands the table of contents, and what follows begins a page; 0: neither.
    pub(crate) core: usize,
}

/// A label with its first letter large: the glossary has its terms as they stand within a sentence.
pub(crate) fn capital(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A text out of a record or a bag in which nothing moves, hides or imitates: such characters are shown by number.
pub(crate) fn harmless(text: &str) -> String {
    sealbag_manifest::path::shown(text.as_bytes())
}

/// The same for a text that was made harmless already: a backslash stays.
pub(crate) fn shown_already(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        if sealbag_manifest::stored::charset::is_deceptive(c) {
            out.push_str(&format!("\\u{{{:X}}}", u32::from(c)));
        } else {
            out.push(c);
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn values_keep_their_kind_among_the_words() {
        let words = Catalogue::new(Language::Kazakh);
        let line = message(
            &words,
            "claim-signature",
            &[("key", Value::Mono("SHA256:x")), ("alg", Value::Quoted("a\u{202E}\\{0}"))],
        );
        assert_eq!(line.0[0], Inline::Plain("Мөрлеу жазбасына ".into()));
        assert_eq!(line.0[1], Inline::Mono("SHA256:x".into()));
        assert_eq!(line.0[3], Inline::Quoted("a\\u{202E}\\\\{0}".into()));
    }

    #[test]
    fn nothing_that_deceives_is_left() {
        assert_eq!(harmless("a\u{202E}<b>\n\\"), "a\\u{202E}<b>\\x0A\\\\");
        assert_eq!(shown_already("a\\x0A\u{200B}"), "a\\x0A\\u{200B}");
    }
}
