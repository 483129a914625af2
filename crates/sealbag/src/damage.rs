//! Where one file is damaged, as a map that a person can take in: what could not be read when it was sealed, or what differs.

use sealbag_manifest::entry::{Entry, Range, Unreadable};

/// So many places are kept; all are counted.
pub const PLACES: usize = 10;
/// Cells of the map.
pub const CELLS: usize = 50;

/// What one cell of the map stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// All of it was read, or matches.
    #[default]
    Read,
    /// A part of it could not be read, or differs.
    Partly,
    /// Nothing of it could be read, or all of it lies where something differs.
    Lost,
}

/// What is the matter with the places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// They could not be read when the file was sealed; its digests take them as zeros.
    NotRead,
    /// Somewhere in each of them a byte is not the sealed one. They are whole MiB, the measure of the chunk values.
    Differs,
}

/// The damaged places of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// What is the matter with them.
    pub cause: Cause,
    /// Bytes of the file.
    pub size: u64,
    /// Bytes of all places.
    pub bytes: u64,
    /// How many places there are.
    pub places: u64,
    /// The first of them.
    pub first: Vec<Unreadable>,
    /// The file from its first byte to its last, in cells of equal length.
    pub map: [Cell; CELLS],
}

impl Damage {
    /// The map of an entry; `None` if no byte of it was unreadable.
    pub fn of(entry: &Entry) -> Option<Self> {
        let size = entry.content.as_ref()?.size;
        let places: Vec<&Unreadable> = entry.unreadable.iter().filter(|place| place.range.length > 0).collect();
        let ranges = || places.iter().map(|place| place.range);
        Self::drawn(Cause::NotRead, size, &ranges, || places.iter().take(PLACES).copied().cloned().collect())
    }

    /// The map of a file with runs of bytes in which something differs; `None` if there are none.
    pub fn differing(size: u64, runs: &[Range]) -> Option<Self> {
        let ranges = || runs.iter().copied();
        Self::drawn(Cause::Differs, size, &ranges, || {
            runs.iter().take(PLACES).map(|&range| Unreadable { range, errno: String::new() }).collect()
        })
    }

    fn drawn<I: Iterator<Item = Range>>(
        cause: Cause,
        size: u64,
        ranges: &dyn Fn() -> I,
        first: impl FnOnce() -> Vec<Unreadable>,
    ) -> Option<Self> {
        let bytes = ranges().map(|range| range.length).fold(0, u64::saturating_add);
        if bytes == 0 || size == 0 {
            return None;
        }
        let mut lost = [0_u128; CELLS];
        for range in ranges() {
            let (from, to) = (u128::from(range.offset), u128::from(range.end()));
            let first = cell_of(from, size);
            let last = cell_of(to.saturating_sub(1), size);
            for (cell, lost) in lost.iter_mut().enumerate().take(last + 1).skip(first) {
                let (begin, end) = bounds(cell, size);
                *lost += to.min(end).saturating_sub(from.max(begin));
            }
        }
        let mut map = [Cell::Read; CELLS];
        for (index, (cell, lost)) in map.iter_mut().zip(lost).enumerate() {
            let (begin, end) = bounds(index, size);
            *cell = match lost {
                0 => Cell::Read,
                lost if lost >= end - begin => Cell::Lost,
                _ => Cell::Partly,
            };
        }
        Some(Self { cause, size, bytes, places: ranges().count() as u64, first: first(), map })
    }
}

/// The bytes of a cell: its first, and the one behind its last. Cells of a file with fewer bytes than cells may be empty.
fn bounds(cell: usize, size: u64) -> (u128, u128) {
    let at = |cell: usize| (u128::from(size) * cell as u128).div_ceil(CELLS as u128);
    (at(cell), at(cell + 1))
}

fn cell_of(byte: u128, size: u64) -> usize {
    ((byte * CELLS as u128 / u128::from(size)) as usize).min(CELLS - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(size: u64, places: &[(u64, u64)]) -> Entry {
        let places: Vec<String> = places
            .iter()
            .map(|(offset, length)| format!(r#"{{"offset":{offset},"length":{length},"errno":"EIO"}}"#))
            .collect();
        let line = format!(
            r#"{{"path":"disk","kind":"file","size":{size},"sha256":"{0}","blake3":"{0}","unreadable":[{1}],"salt":"{2}"}}"#,
            "00".repeat(32),
            places.join(","),
            "00".repeat(16)
        );
        Entry::parse_line(line.as_bytes()).expect("an entry")
    }

    fn drawn(size: u64, places: &[(u64, u64)]) -> String {
        let letter = |cell: &Cell| match cell {
            Cell::Read => '.',
            Cell::Partly => 'x',
            Cell::Lost => '#',
        };
        Damage::of(&entry(size, places)).expect("damage").map.iter().map(letter).collect()
    }

    #[test]
    fn the_map_has_each_place_in_its_cell() {
        assert_eq!(drawn(50_000, &[(0, 1000), (1500, 10), (49_999, 1)]), format!("#x{}x", ".".repeat(47)));
        assert_eq!(drawn(50_000, &[(999, 2002)]), format!("x##x{}", ".".repeat(46)));
        assert_eq!(drawn(50_000, &[(0, 50_000)]), "#".repeat(50));
    }

    #[test]
    fn small_and_huge_files_have_a_map_too() {
        assert_eq!(drawn(1, &[(0, 1)]).matches(['#', 'x']).count(), 1);
        assert_eq!(drawn(7, &[(6, 1)]).matches(['#', 'x']).count(), 1);
        let size = i64::MAX as u64;
        assert_eq!(drawn(size, &[(size - 512, 512)]), format!("{}x", ".".repeat(49)));
    }

    #[test]
    fn what_differs_has_a_map_of_its_own() {
        let runs = [Range { offset: 1 << 20, length: 1 << 20 }, Range { offset: 40 << 20, length: 10 << 20 }];
        let damage = Damage::differing(50 << 20, &runs).expect("damage");
        assert_eq!((damage.cause, damage.places, damage.bytes), (Cause::Differs, 2, 11 << 20));
        assert_eq!(damage.map.iter().filter(|cell| **cell == Cell::Lost).count(), 11);
        assert_eq!(damage.map[1], Cell::Lost);
        assert!(Damage::differing(50 << 20, &[]).is_none());
    }

    #[test]
    fn many_places_are_counted_and_few_are_kept() {
        let places: Vec<_> = (0..1000).map(|at| (at * 1024, 512)).collect();
        let damage = Damage::of(&entry(1 << 20, &places)).expect("damage");
        assert_eq!((damage.places, damage.bytes, damage.first.len()), (1000, 512_000, PLACES));
        assert!(Damage::of(&entry(100, &[(0, 0)])).is_none(), "a trouble without a place");
    }
}
