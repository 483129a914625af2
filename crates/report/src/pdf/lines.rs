//! A line of pieces, broken into lines that fit a width.

use unicode_linebreak::linebreaks;

use super::fonts::{Face, Fonts};
use crate::document::{Inline, Line};

/// In which faces the pieces of a line are set.
#[derive(Clone, Copy)]
pub(crate) struct Style {
    /// Words.
    pub(crate) face: Face,
    /// Words that stand out.
    pub(crate) strong: Face,
    /// Height of the letters.
    pub(crate) size: f32,
}

/// Running text.
pub(crate) const BODY: Style = Style { face: Face::Serif, strong: Face::SerifBold, size: 9.6 };
/// The cells of a table.
pub(crate) const CELL: Style = Style { face: Face::Serif, strong: Face::SerifBold, size: 8.4 };
/// Labels and captions.
pub(crate) const LABEL: Style = Style { face: Face::Sans, strong: Face::SansBold, size: 8.0 };

/// Letters of equal width are wider; they are set a little smaller.
const MONO: f32 = 0.82;

/// Letters in one face and one language.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Piece {
    pub(crate) face: Face,
    pub(crate) size: f32,
    pub(crate) is_english: bool,
    pub(crate) text: String,
}

/// A line that fits.
pub(crate) type Set = Vec<Piece>;

/// The width of a line without the spaces at its end.
pub(crate) fn width(set: &Set, fonts: &Fonts) -> f32 {
    let all: f32 = set.iter().map(|piece| fonts.width(piece.face, &piece.text) * piece.size).sum();
    let Some(last) = set.last() else { return all };
    let spaces = last.text.len() - last.text.trim_end_matches(' ').len();
    all - fonts.width(last.face, " ") * last.size * spaces as f32
}

/// Breaks a line of pieces into lines of at most `room` points.
pub(crate) fn set(line: &Line, style: Style, room: f32, fonts: &Fonts) -> Vec<Set> {
    let mut sets = Vec::new();
    for part in line.0.split(|piece| *piece == Inline::Break) {
        let pieces: Vec<Piece> = part.iter().flat_map(|inline| pieces(inline, style, room, fonts)).collect();
        sets.extend(broken(&pieces, room, fonts));
    }
    sets
}

/// The same for plain words.
pub(crate) fn set_words(text: &str, style: Style, room: f32, fonts: &Fonts) -> Vec<Set> {
    set(&Line::plain(text), style, room, fonts)
}

fn pieces(inline: &Inline, style: Style, room: f32, fonts: &Fonts) -> Vec<Piece> {
    let of = |face: Face, size: f32, is_english: bool, text: &str| -> Vec<Piece> {
        let pieces = fonts.pieces(face, text).into_iter();
        pieces.map(|(face, text)| Piece { face, size, is_english, text }).collect()
    };
    match inline {
        Inline::Plain(text) | Inline::Quoted(text) | Inline::Value(text) => of(style.face, style.size, false, text),
        Inline::Strong(text) => of(style.strong, style.size, false, text),
        Inline::Mono(text) | Inline::Utc(text) => of(Face::Mono, style.size * MONO, false, text),
        Inline::English(text) => of(style.face, style.size, true, text),
        Inline::Break => Vec::new(),
        Inline::Blank => {
            let count = (room / (fonts.width(style.face, "_") * style.size)).floor().clamp(1.0, 60.0);
            of(style.face, style.size, false, &"_".repeat(count as usize))
        }
    }
}

/// First fit: as many words as there is room for. A word that is wider than the room is broken where it must be.
fn broken(pieces: &[Piece], room: f32, fonts: &Fonts) -> Vec<Set> {
    let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    if text.is_empty() {
        return Vec::new();
    }
    let mut letters = Vec::with_capacity(text.len());
    for (index, piece) in pieces.iter().enumerate() {
        letters.extend(piece.text.chars().map(|letter| (letter, index)));
    }
    let breaks: Vec<usize> = linebreaks(&text).map(|(at, _)| at).collect();
    let mut breaks = breaks.into_iter().peekable();
    let (mut lines, mut line, mut word) = (Vec::new(), Run::default(), Run::default());
    let mut at = 0;
    for (letter, index) in letters {
        let piece = &pieces[index];
        let advance = fonts.glyph(piece.face, letter).map_or(0.0, |(_, width)| width * piece.size);
        // A word that is wider than a whole line is broken here.
        if letter != ' ' && !word.letters.is_empty() && word.width + advance > room {
            if !line.letters.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            lines.push(std::mem::take(&mut word));
        }
        word.push(letter, index, advance);
        at += letter.len_utf8();
        if breaks.next_if_eq(&at).is_some() {
            if !line.letters.is_empty() && line.width + word.visible > room {
                lines.push(std::mem::take(&mut line));
            }
            line.append(std::mem::take(&mut word));
        }
    }
    if !line.letters.is_empty() && line.width + word.visible > room {
        lines.push(std::mem::take(&mut line));
    }
    line.append(word);
    if !line.letters.is_empty() {
        lines.push(line);
    }
    lines.into_iter().map(|run| run.into_set(pieces)).collect()
}

/// Letters of a line, each with the piece that it is of.
#[derive(Default)]
struct Run {
    letters: Vec<(char, usize)>,
    width: f32,
    /// The width without the spaces at the end.
    visible: f32,
}

impl Run {
    fn push(&mut self, letter: char, index: usize, advance: f32) {
        self.letters.push((letter, index));
        self.width += advance;
        if letter != ' ' {
            self.visible = self.width;
        }
    }

    fn append(&mut self, other: Run) {
        if !other.letters.is_empty() {
            self.visible = self.width + other.visible;
            self.width += other.width;
            self.letters.extend(other.letters);
        }
    }

    fn into_set(self, pieces: &[Piece]) -> Set {
        let mut set: Set = Vec::new();
        let mut last = None;
        for (letter, index) in self.letters {
            match (last == Some(index), set.last_mut()) {
                (true, Some(piece)) => piece.text.push(letter),
                _ => set.push(Piece { text: letter.to_string(), ..pieces[index].clone() }),
            }
            last = Some(index);
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(line: &Line, room: f32) -> Vec<String> {
        let fonts = Fonts::load().expect("the fonts");
        let sets = set(line, BODY, room, &fonts);
        for set in &sets {
            assert!(width(set, &fonts) <= room + 0.01, "{set:?}");
        }
        sets.iter().map(|set| set.iter().map(|piece| piece.text.as_str()).collect()).collect()
    }

    #[test]
    fn lines_are_broken_at_words_and_nothing_is_lost() {
        let said = "Запись об опечатывании подписана ключом, который по реестру закреплён за лицом";
        let lines = texts(&Line::plain(said), 150.0);
        assert!(lines.len() > 2, "{lines:?}");
        assert_eq!(lines.concat(), said);
        assert!(lines.iter().all(|line| !line.starts_with(' ')), "{lines:?}");
    }

    #[test]
    fn a_hash_that_is_wider_than_the_room_is_broken_within() {
        let hash = "ab".repeat(64);
        let lines = texts(&Line::mono(hash.clone()), 100.0);
        assert!(lines.len() > 3);
        assert_eq!(lines.concat(), hash);
        let lines = texts(&Line::plain("SHA-256 ").and(Inline::Mono(hash.clone())), 100.0);
        assert_eq!(lines.concat(), format!("SHA-256 {hash}"));
    }

    #[test]
    fn a_break_begins_a_line_and_a_blank_fills_it() {
        assert_eq!(texts(&Line::plain("a").below(Line::plain("b")), 100.0), ["a", "b"]);
        let blank = texts(&Line::blank(), 100.0);
        assert!(blank.len() == 1 && blank[0].chars().all(|c| c == '_'), "{blank:?}");
    }
}
