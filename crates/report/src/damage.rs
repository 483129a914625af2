//! What is damaged of one file, in words.

use std::fmt::Display;

use sealbag::damage::{CELLS, Cause, Damage};

use crate::catalogue::Catalogue;

/// Bytes of a sector, by which media are spoken of.
const SECTOR: u64 = 512;

/// The meaning of the map's cells, where they are letters.
pub fn legend(damage: &Damage, words: &Catalogue) -> String {
    let key = match damage.cause {
        Cause::NotRead => "damage-legend",
        Cause::Differs => "damage-legend-differs",
    };
    words.with(key, &[("n", &damage.size.div_ceil(CELLS as u64))])
}

/// How much is damaged, then each place.
pub fn lines(damage: &Damage, words: &Catalogue) -> Vec<String> {
    let places = match damage.places {
        1 => words.text("damage-one-place"),
        many => words.with("damage-places", &[("n", &many)]),
    };
    let (sum, place_line, more_line) = match damage.cause {
        Cause::NotRead => ("damage-sum", "damage-place", "damage-more"),
        Cause::Differs => ("damage-sum-differs", "damage-place-differs", "damage-more-differs"),
    };
    let values: [(&str, &dyn Display); 5] = [
        ("bytes", &damage.bytes),
        ("size", &damage.size),
        ("share", &share(damage, words)),
        ("sectors", &sectors(damage, words)),
        ("places", &places),
    ];
    let mut lines = vec![words.with(sum, &values)];
    for place in &damage.first {
        let (offset, length) = (place.range.offset, place.range.length);
        let last = offset + length.saturating_sub(1);
        let values: [(&str, &dyn Display); 4] =
            [("from", &offset), ("to", &last), ("n", &length), ("why", &place.errno)];
        lines.push(words.with(place_line, &values));
    }
    let more = damage.places.saturating_sub(damage.first.len() as u64);
    if more > 0 {
        lines.push(words.with(more_line, &[("n", &more)]));
    }
    lines
}

/// Sectors are named only where every place has whole ones.
fn sectors(damage: &Damage, words: &Catalogue) -> String {
    let is_whole = damage.first.iter().all(|place| place.range.offset.is_multiple_of(SECTOR))
        && damage.bytes.is_multiple_of(SECTOR);
    match is_whole {
        true => words.with("damage-sectors", &[("n", &(damage.bytes / SECTOR)), ("size", &SECTOR)]),
        false => String::new(),
    }
}

/// Parts of a hundred, to three places, and never 0 where something is lost.
fn share(damage: &Damage, words: &Catalogue) -> String {
    let thousandths = u128::from(damage.bytes) * 100_000 / u128::from(damage.size.max(1));
    match thousandths {
        0 => words.text("damage-share-small"),
        _ => format!("{}.{:03} %", thousandths / 1000, thousandths % 1000),
    }
}
