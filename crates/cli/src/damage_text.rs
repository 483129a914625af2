//! The map of what could not be read of one file, in plain characters.

use sealbag::damage::{CELLS, Cell, Damage};
use serde::Serialize;

/// Bytes of a sector, by which media are spoken of.
const SECTOR: u64 = 512;

/// The lines of the map, without indentation.
pub(crate) fn lines(damage: &Damage) -> Vec<String> {
    let cells: String = damage.map.iter().map(drawn).collect();
    let places = if damage.places == 1 { "1 place".to_owned() } else { format!("{} places", damage.places) };
    let mut lines = vec![
        format!("[{cells}]  . read  x partly read  # not read; a cell is {} bytes", cell_length(damage.size)),
        format!("not read: {} of {} bytes ({}), {}{places}", damage.bytes, damage.size, share(damage), sectors(damage)),
    ];
    for place in &damage.first {
        let (offset, length) = (place.range.offset, place.range.length);
        lines.push(format!("  from byte {offset} to {}: {length} bytes, {}", offset + length - 1, place.errno));
    }
    let more = damage.places - damage.first.len() as u64;
    if more > 0 {
        lines.push(format!("  and {more} more; seal/entries.jsonl has them all"));
    }
    lines
}

fn drawn(cell: &Cell) -> char {
    match cell {
        Cell::Read => '.',
        Cell::Partly => 'x',
        Cell::Lost => '#',
    }
}

fn cell_length(size: u64) -> u64 {
    size.div_ceil(CELLS as u64)
}

/// Sectors are named only where every place has whole ones.
fn sectors(damage: &Damage) -> String {
    let is_whole = damage.first.iter().all(|place| place.range.offset.is_multiple_of(SECTOR))
        && damage.bytes.is_multiple_of(SECTOR);
    if is_whole { format!("{} sectors of {SECTOR}, ", damage.bytes / SECTOR) } else { String::new() }
}

/// Parts of a hundred, to three places, and never 0 where something is lost.
fn share(damage: &Damage) -> String {
    let thousandths = u128::from(damage.bytes) * 100_000 / u128::from(damage.size.max(1));
    match thousandths {
        0 => "under 0.001 %".to_owned(),
        _ => format!("{}.{:03} %", thousandths / 1000, thousandths % 1000),
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
    use sealbag_manifest::entry::{Range, Unreadable};

    use super::*;

    fn damage(places: &[(u64, u64)], size: u64) -> Damage {
        let first: Vec<_> = places
            .iter()
            .map(|&(offset, length)| Unreadable { range: Range { offset, length }, errno: "EIO".to_owned() })
            .collect();
        let mut map = [Cell::Read; CELLS];
        map[1] = Cell::Partly;
        map[2] = Cell::Lost;
        Damage { size, bytes: places.iter().map(|place| place.1).sum(), places: places.len() as u64 + 2, first, map }
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
