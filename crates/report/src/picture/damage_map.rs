//! The map of a damaged file: its bytes from the first to the last, in cells.

use sealbag::damage::{CELLS, Cell, Damage};

use super::{Anchor, Fill, Picture, Shape};

const WIDTH: f32 = 420.0;
const HEIGHT: f32 = 22.0;

/// The map: white is whole, hatched is partly damaged, black is damaged.
pub(crate) fn damage_map(damage: &Damage) -> Picture {
    let mut picture = Picture { width: WIDTH, height: HEIGHT + 16.0, shapes: Vec::new() };
    let cell = WIDTH / CELLS as f32;
    for (index, state) in damage.map.iter().enumerate() {
        let x = index as f32 * cell;
        match state {
            Cell::Read => {}
            Cell::Partly => picture.hatch(x, 1.0, cell, HEIGHT - 2.0, 3.0),
            Cell::Lost => picture.rect(x, 1.0, cell, HEIGHT - 2.0, Fill::Grey(0), false),
        }
        if index > 0 {
            picture.line((x, 1.0), (x, HEIGHT - 1.0), 0.25);
        }
    }
    picture.rect(0.5, 0.5, WIDTH - 1.0, HEIGHT - 1.0, Fill::None, true);
    picture.text((0.0, HEIGHT + 12.0), 9.0, "0");
    let end = crate::moment::number(damage.size);
    // The end of the scale stands at its right edge; digits are about half as wide as high.
    let left = WIDTH - end.chars().count() as f32 * 5.4;
    picture.shapes.push(Shape::Text {
        at: (left, HEIGHT + 12.0),
        size: 9.0,
        anchor: Anchor::Start,
        is_strong: false,
        is_mono: false,
        text: end,
    });
    picture
}

/// The cells as letters, for whoever does not see the map.
pub(crate) fn cells(damage: &Damage) -> String {
    let letter = |cell: &Cell| match cell {
        Cell::Read => '.',
        Cell::Partly => 'x',
        Cell::Lost => '#',
    };
    damage.map.iter().map(letter).collect()
}
