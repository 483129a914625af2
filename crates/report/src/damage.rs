//! What is damaged of one file, in words.

use std::fmt::Display;

use sealbag::damage::{CELLS, Cause, Damage};

use crate::catalogue::Catalogue;
use crate::language::Language;
use crate::moment::number;

/// Bytes of a sector, by which media are spoken of.
const SECTOR: u64 = 512;

/// How numbers of bytes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digits {
    /// In groups of three, to be read by a person.
    Grouped,
    /// In one run, to be copied into a command.
    Plain,
}

impl Digits {
    fn write(self, value: u64) -> String {
        match self {
            Self::Grouped => number(value),
            Self::Plain => value.to_string(),
        }
    }
}

/// The meaning of the map's cells, where they are letters.
pub fn legend(damage: &Damage, words: &Catalogue, digits: Digits) -> String {
    let key = match damage.cause {
        Cause::NotRead => "damage-legend",
        Cause::Differs => "damage-legend-differs",
    };
    words.with(key, &[("n", &digits.write(damage.size.div_ceil(CELLS as u64)))])
}

/// How much is damaged, then each place.
pub fn lines(damage: &Damage, words: &Catalogue, digits: Digits) -> Vec<String> {
    let places = match damage.places {
        1 => words.text("damage-one-place"),
        many => words.with("damage-places", &[("n", &digits.write(many))]),
    };
    let (sum, place_line, more_line) = match damage.cause {
        Cause::NotRead => ("damage-sum", "damage-place", "damage-more"),
        Cause::Differs => ("damage-sum-differs", "damage-place-differs", "damage-more-differs"),
    };
    let values: [(&str, &dyn Display); 5] = [
        ("bytes", &digits.write(damage.bytes)),
        ("size", &digits.write(damage.size)),
        ("share", &share(damage, words)),
        ("sectors", &sectors(damage, words, digits)),
        ("places", &places),
    ];
    let mut lines = vec![words.with(sum, &values)];
    for place in &damage.first {
        let (offset, length) = (place.range.offset, place.range.length);
        let last = offset + length.saturating_sub(1);
        let values: [(&str, &dyn Display); 4] = [
            ("from", &digits.write(offset)),
            ("to", &digits.write(last)),
            ("n", &digits.write(length)),
            ("why", &place.errno),
        ];
        lines.push(words.with(place_line, &values));
    }
    let more = damage.places.saturating_sub(damage.first.len() as u64);
    if more > 0 {
        lines.push(words.with(more_line, &[("n", &digits.write(more))]));
    }
    lines
}

/// Sectors are named only where every place has whole ones.
fn sectors(damage: &Damage, words: &Catalogue, digits: Digits) -> String {
    let is_whole = damage.first.iter().all(|place| place.range.offset.is_multiple_of(SECTOR))
        && damage.bytes.is_multiple_of(SECTOR);
    match is_whole {
        true => words.with("damage-sectors", &[("n", &digits.write(damage.bytes / SECTOR)), ("size", &SECTOR)]),
        false => String::new(),
    }
}

/// Parts of a hundred, to three places, and never 0 where something is lost.
fn share(damage: &Damage, words: &Catalogue) -> String {
    let thousandths = u128::from(damage.bytes) * 100_000 / u128::from(damage.size.max(1));
    match thousandths {
        0 => words.text("damage-share-small"),
        _ => format!("{}{}{:03} %", thousandths / 1000, decimal_mark(words.language()), thousandths % 1000),
    }
}

/// What stands before the parts of a whole.
fn decimal_mark(language: Language) -> char {
    match language {
        Language::English => '.',
        Language::Russian | Language::Kazakh => ',',
    }
}

#[cfg(test)]
mod tests {
    use sealbag::damage::Cell;
    use sealbag_manifest::entry::{Range, Unreadable};

    use super::*;
    use crate::moment::NO_BREAK;

    fn damage() -> Damage {
        let range = Range { offset: 1_048_576, length: 1536 };
        Damage {
            cause: Cause::NotRead,
            size: 5_120_000,
            bytes: 1536,
            places: 1,
            first: vec![Unreadable { range, errno: "EIO".to_owned() }],
            map: [Cell::Read; CELLS],
        }
    }

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        let said =
            |language, digits| lines(&damage(), &Catalogue::new(language), digits).join("\n").replace(NO_BREAK, "_");
        assert_eq!(
            said(Language::English, Digits::Grouped),
            "not read: 1_536 of 5_120_000 bytes (0.030 %), 3 sectors of 512, 1 place\n\
             from byte 1_048_576 to 1_050_111: 1_536 bytes, EIO"
        );
        assert_eq!(
            said(Language::Russian, Digits::Grouped),
            "не прочитано: 1_536 из 5_120_000 байт (0,030 %), секторов по 512 байт: 3, 1 место\n\
             с байта 1_048_576 по 1_050_111: 1_536 байт, EIO"
        );
        let kazakh = said(Language::Kazakh, Digits::Plain);
        assert!(kazakh.contains("5120000 байттың 1536 байты (0,030 %)"), "{kazakh}");
    }
}
