//! The map of what could not be read of one file, in plain characters.

use sealbag::damage::{Cell, Damage};
use sealbag_report::{Catalogue, Digits, damage_legend, damage_lines};
use serde::Serialize;

/// The lines of the map, without indentation.
pub(crate) fn lines_in(damage: &Damage, words: &Catalogue) -> Vec<String> {
    let cells: String = damage.map.iter().map(drawn).collect();
    let mut said = damage_lines(damage, words, Digits::Plain).into_iter();
    let sum = said.next().unwrap_or_default();
    let mut lines = vec![format!("[{cells}]  {}", damage_legend(damage, words, Digits::Plain)), sum];
    lines.extend(said.map(|line| format!("  {line}")));
    lines
}

fn drawn(cell: &Cell) -> char {
    match cell {
        Cell::Read => '.',
        Cell::Partly => 'x',
        Cell::Lost => '#',
    }
}

/// The same for `--json`.
#[derive(Serialize)]
pub(crate) struct DamageJson<'a> {
    path: &'a str,
    why: &'a str,
    size: Option<u64>,
    bytes: u64,
    places: u64,
    first: Vec<PlaceJson<'a>>,
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    offset: u64,
    length: u64,
    errno: &'a str,
}

/// What was sealed as unreadable.
pub(crate) fn as_json(troubles: &[sealbag::seal::Trouble]) -> Vec<DamageJson<'_>> {
    troubles
        .iter()
        .map(|trouble| {
            let damage = trouble.damage.as_deref();
            let first = damage.map_or(&[][..], |damage| &damage.first);
            DamageJson {
                path: &trouble.path,
                why: &trouble.why,
                size: damage.map(|damage| damage.size),
                bytes: damage.map_or(0, |damage| damage.bytes),
                places: damage.map_or(0, |damage| damage.places),
                first: first
                    .iter()
                    .map(|place| PlaceJson {
                        offset: place.range.offset,
                        length: place.range.length,
                        errno: &place.errno,
                    })
                    .collect(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use sealbag::damage::{CELLS, Cause};
    use sealbag_manifest::entry::{Range, Unreadable};
    use sealbag_report::Language;

    use super::*;

    fn lines(damage: &Damage) -> Vec<String> {
        lines_in(damage, &Catalogue::new(Language::English))
    }

    fn damage(places: &[(u64, u64)], size: u64) -> Damage {
        let first: Vec<_> = places
            .iter()
            .map(|&(offset, length)| Unreadable { range: Range { offset, length }, errno: "EIO".to_owned() })
            .collect();
        let mut map = [Cell::Read; CELLS];
        map[1] = Cell::Partly;
        map[2] = Cell::Lost;
        Damage {
            cause: Cause::NotRead,
            size,
            bytes: places.iter().map(|place| place.1).sum(),
            places: places.len() as u64 + 2,
            first,
            map,
        }
    }

    #[test]
    fn an_officer_sees_where_and_how_much() {
        let lines = lines(&damage(&[(512, 512), (2048, 1024)], 5_120_000));
        assert!(lines[0].starts_with(&format!("[.x#{}]  . read", ".".repeat(47))), "{}", lines[0]);
        assert!(lines[0].ends_with("a cell is 102400 bytes"), "{}", lines[0]);
        assert_eq!(lines[1], "not read: 1536 of 5120000 bytes (0.030 %), 3 sectors of 512, 4 places");
        assert_eq!(lines[2], "  from byte 512 to 1023: 512 bytes, EIO");
        assert_eq!(lines[4], "  and 2 more; seal/entries.jsonl has them all");
    }

    #[test]
    fn a_byte_that_is_lost_is_never_nothing() {
        let lines = lines(&damage(&[(5, 1)], 1 << 40));
        assert!(lines[1].starts_with("not read: 1 of 1099511627776 bytes (under 0.001 %), 3 places"), "{}", lines[1]);
    }
}
