//! An English sentence of the catalogue as literal text and holes, and whether a text is that sentence.

/// What stands in each hole, by its name, in order.
pub type Values<'t> = Vec<(&'static str, &'t str)>;

/// A sentence with holes.
#[derive(Debug)]
pub struct Pattern {
    /// Its key in the catalogue.
    pub key: &'static str,
    pieces: Vec<Piece>,
    /// So many bytes of it are literal.
    pub literal: usize,
}

#[derive(Debug, PartialEq, Eq)]
enum Piece {
    Literal(&'static str),
    Hole(&'static str),
}

impl Pattern {
    /// Reads one line of a catalogue: `key = text with { $holes }`.
    pub fn from_line(line: &'static str) -> Option<Self> {
        let (key, text) = line.split_once(" = ")?;
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once("{ ") {
            let (inside, after) = behind.split_once(" }")?;
            push_literal(&mut pieces, before);
            pieces.push(Piece::Hole(inside.strip_prefix('$')?));
            rest = after;
        }
        push_literal(&mut pieces, rest);
        let literal = pieces.iter().map(|piece| if let Piece::Literal(text) = piece { text.len() } else { 0 }).sum();
        Some(Self { key, pieces, literal })
    }

    /// What stands in the holes if `text` is this sentence. Each hole but the last takes as little as it can; of holes side by
    /// side, between which nothing tells where one ends, the first takes all.
    ///
    /// Every piece is looked for once, so the time grows with the text and never with the number of ways to divide it.
    pub fn values<'t>(&self, text: &'t str) -> Option<Values<'t>> {
        let mut values: Values<'t> = Vec::new();
        let mut hole = None;
        let mut rest = text;
        for (number, piece) in self.pieces.iter().enumerate() {
            match (piece, hole) {
                (Piece::Hole(name), None) => hole = Some(*name),
                (Piece::Hole(name), Some(_)) => values.push((name, "")),
                (Piece::Literal(literal), None) => rest = rest.strip_prefix(literal)?,
                (Piece::Literal(literal), Some(name)) => {
                    let is_last = number + 1 == self.pieces.len();
                    let at = if is_last { rest.strip_suffix(literal)?.len() } else { rest.find(literal)? };
                    values.push((name, &rest[..at]));
                    rest = &rest[at + literal.len()..];
                    hole = None;
                }
            }
        }
        match hole {
            Some(name) => values.push((name, rest)),
            None if rest.is_empty() => {}
            None => return None,
        }
        // A value that stands twice is one value.
        let is_one = |(name, value): &(&str, &str)| values.iter().all(|(other, found)| other != name || found == value);
        values.iter().all(is_one).then_some(values)
    }

    /// The literal text right before a hole.
    pub fn before(&self, hole: &str) -> &'static str {
        let at = self.pieces.iter().position(|piece| matches!(piece, Piece::Hole(name) if *name == hole));
        match at.and_then(|at| self.pieces.get(at.checked_sub(1)?)) {
            Some(Piece::Literal(text)) => text,
            _ => "",
        }
    }

    /// The sentence with these values, in order.
    pub fn with_values(&self, values: &[(&str, &str)]) -> String {
        let mut values = values.iter();
        let mut piece = |piece: &Piece| match piece {
            Piece::Literal(text) => *text,
            Piece::Hole(_) => values.next().map_or("", |(_, value)| value),
        };
        self.pieces.iter().map(|one| piece(one).to_owned()).collect()
    }

    /// The literal texts in order, with an empty one for a hole.
    pub fn skeleton(&self) -> Vec<&'static str> {
        self.pieces.iter().map(|piece| if let Piece::Literal(text) = piece { text } else { "" }).collect()
    }
}

fn push_literal(pieces: &mut Vec<Piece>, text: &'static str) {
    if !text.is_empty() {
        pieces.push(Piece::Literal(text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(line: &'static str, text: &str) -> Option<Vec<(String, String)>> {
        let pattern = Pattern::from_line(line).expect("a pattern");
        let values = pattern.values(text)?;
        Some(values.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }

    fn said(values: &[(&str, &str)]) -> Option<Vec<(String, String)>> {
        Some(values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn a_sentence_gives_back_what_stands_in_its_holes() {
        assert_eq!(values("k = it is encrypted", "it is encrypted"), said(&[]));
        assert_eq!(values("k = it is encrypted", "it is encrypted "), None);
        assert_eq!(values("k = { $v0 }: { $source }", "a: b"), said(&[("v0", "a"), ("source", "b")]));
        assert_eq!(values("k = { $v0 } exists", "x exists exists"), said(&[("v0", "x exists")]));
        assert_eq!(values("k = in { $a } of { $b }", "in  of "), said(&[("a", ""), ("b", "")]));
        assert_eq!(values("k = in { $a } of { $b }!", "in 1 of 2"), None);
        assert_eq!(values("k = { $a } and { $a }", "1 and 2"), None);
    }

    #[test]
    fn a_literal_is_not_used_twice() {
        assert_eq!(values("k = a{ $x }a", "a"), None);
        assert_eq!(values("k = ab{ $x }ba", "aba"), None);
        assert_eq!(values("k = { $x }-{ $y }-", "-"), None);
    }

    #[test]
    fn of_holes_side_by_side_the_first_takes_all() {
        assert_eq!(values("k = since { $a }{ $b }", "since 1, 2"), said(&[("b", ""), ("a", "1, 2")]));
    }

    #[test]
    fn what_is_no_message_is_no_pattern() {
        assert!(Pattern::from_line("k").is_none());
        assert!(Pattern::from_line("k = { $a").is_none());
    }

    #[test]
    fn long_hostile_texts_take_no_long_time() {
        let text = "a: ".repeat(200_000);
        let begun = std::time::Instant::now();
        assert_eq!(values("k = { $a }: { $b }: { $c }: { $d }: { $e }: x{ $f }: end", &text), None);
        assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
    }
}
