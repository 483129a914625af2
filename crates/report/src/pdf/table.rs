//! Tables: rows that go on over pages, the heading repeated on each.

use super::fonts::Fonts;
use super::lines::{CELL, LABEL, Set, Style, set, width};
use super::sheet::{LEFT, RIGHT, Sheets, WIDTH};
use super::tags::{Kind, Node};
use crate::document::{Line, capital};

/// From one base line to the next.
const LEADING: f32 = 11.4;
/// Above and below the lines of a heading.
const PAD: f32 = 3.4;
/// Between columns.
const GAP: f32 = 9.0;

/// A table that is being written.
pub(crate) struct Grid {
    /// Left edge and width of each column.
    columns: Vec<(f32, f32)>,
    head: Vec<String>,
    body: Node,
    right: f32,
    /// Above and below the lines of a row.
    pad: f32,
    /// Whether the last column is set to the right.
    is_last_right: bool,
}

/// How the cells of a row are tagged and set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum First {
    /// The first cell heads its row, in the faces of the cells.
    Plain,
    /// The first cell is a label.
    Label,
}

impl Grid {
    /// Begins a table: its columns as parts of the whole, its heading, which may be empty.
    pub(crate) fn begin(
        sheets: &mut Sheets<'_>,
        below: Option<Node>,
        widths: &[u16],
        head: &[String],
        is_last_right: bool,
    ) -> Self {
        Self::until(RIGHT, sheets, below, widths, head, is_last_right)
    }

    /// Begins a table that ends at this right edge.
    pub(crate) fn until(
        right: f32,
        sheets: &mut Sheets<'_>,
        below: Option<Node>,
        widths: &[u16],
        head: &[String],
        is_last_right: bool,
    ) -> Self {
        let all: u16 = widths.iter().sum();
        let mut x = LEFT;
        let columns = widths
            .iter()
            .map(|part| {
                let whole = (right - LEFT) * f32::from(*part) / f32::from(all.max(1));
                let column = (x, whole - GAP);
                x += whole;
                column
            })
            .collect();
        let table = sheets.tags.add(below, Kind::Table);
        let head: Vec<String> = head.iter().map(|name| capital(name)).collect();
        let mut grid = Self { columns, head, body: table, right, pad: PAD, is_last_right };
        if grid.head.is_empty() {
            sheets.need(3.0 * LEADING);
        } else {
            let (sets, height) = grid.head_sets(sheets.fonts);
            sheets.need(height + 3.0 * LEADING);
            let part = sheets.tags.add(Some(table), Kind::TableHead);
            let row = sheets.tags.add(Some(part), Kind::Row);
            let cells: Vec<Option<Node>> =
                sets.iter().map(|_| Some(sheets.tags.add(Some(row), Kind::ColumnHead))).collect();
            grid.draw_head(sheets, &sets, &cells, height);
        }
        grid.body = sheets.tags.add(Some(table), Kind::TableBody);
        grid
    }

    fn head_sets(&self, fonts: &Fonts) -> (Vec<Vec<Set>>, f32) {
        let style = Style { face: LABEL.strong, ..LABEL };
        let sets: Vec<Vec<Set>> = self
            .columns
            .iter()
            .zip(&self.head)
            .map(|((_, room), name)| set(&Line::plain(name.as_str()), style, *room, fonts))
            .collect();
        let lines = sets.iter().map(Vec::len).max().unwrap_or_default();
        (sets, lines as f32 * LEADING + 2.0 * PAD)
    }

    fn draw_head(&self, sheets: &mut Sheets<'_>, sets: &[Vec<Set>], cells: &[Option<Node>], height: f32) {
        let top = sheets.y + PAD;
        for (index, ((sets, (x, room)), cell)) in sets.iter().zip(&self.columns).zip(cells).enumerate() {
            for (number, set) in sets.iter().enumerate() {
                let x = self.edge(index, *x, *room, set, sheets.fonts);
                sheets.line(*cell, x, top + LEADING * number as f32 + LEADING * 0.76, set);
            }
        }
        sheets.y += height;
        sheets.rule((LEFT, sheets.y), (self.right, sheets.y), 1.0, 0);
    }

    fn edge(&self, index: usize, x: f32, room: f32, set: &Set, fonts: &Fonts) -> f32 {
        let is_right = self.is_last_right && index + 1 == self.columns.len();
        if is_right { x + room + GAP - width(set, fonts) } else { x }
    }

    /// The heading again, on a new page; whoever reads aloud has heard it.
    fn again(&self, sheets: &mut Sheets<'_>) {
        sheets.turn();
        if self.head.is_empty() {
            sheets.rule((LEFT, sheets.y), (self.right, sheets.y), 0.4, 150);
        } else {
            let (sets, height) = self.head_sets(sheets.fonts);
            let cells = vec![None; sets.len()];
            self.draw_head(sheets, &sets, &cells, height);
        }
    }

    /// With this much above and below the lines of its rows.
    #[must_use]
    pub(crate) fn padded(self, pad: f32) -> Self {
        Self { pad, ..self }
    }

    /// A row. One that does not fit goes to the next page; one that fits on no page goes on over pages.
    pub(crate) fn row(&mut self, sheets: &mut Sheets<'_>, cells: &[Line], first: First) {
        let pad = self.pad;
        let sets: Vec<Vec<Set>> = self
            .columns
            .iter()
            .zip(cells)
            .enumerate()
            .map(|(index, ((_, room), cell))| {
                let style = if index == 0 && first == First::Label { LABEL } else { CELL };
                set(cell, style, *room, sheets.fonts)
            })
            .collect();
        let row = sheets.tags.add(Some(self.body), Kind::Row);
        let kind = |index| if index == 0 { Kind::RowHead } else { Kind::Cell };
        let nodes: Vec<Node> = (0..sets.len()).map(|index| sheets.tags.add(Some(row), kind(index))).collect();
        let lines = sets.iter().map(Vec::len).max().unwrap_or_default().max(1);
        let fits = |room: f32| ((room - 2.0 * pad) / LEADING).floor().max(0.0) as usize;
        if fits(sheets.room()) < lines && lines <= fits(sheets.whole() - 60.0) {
            self.again(sheets);
        }
        let mut done = 0;
        while done < lines {
            let count = fits(sheets.room()).min(lines - done);
            if count == 0 {
                self.again(sheets);
                continue;
            }
            let top = sheets.y + pad;
            for (index, ((sets, (x, room)), node)) in sets.iter().zip(&self.columns).zip(&nodes).enumerate() {
                for (number, set) in sets.iter().skip(done).take(count).enumerate() {
                    let x = self.edge(index, *x, *room, set, sheets.fonts);
                    sheets.line(Some(*node), x, top + LEADING * number as f32 + LEADING * 0.76, set);
                }
            }
            // A cell without words is a cell: a space keeps the row regular.
            for (index, _) in sets.iter().enumerate().filter(|(_, sets)| sets.is_empty() && done == 0) {
                let space = set(&Line::plain(" "), CELL, WIDTH, sheets.fonts);
                let x = self.columns[index].0;
                space.iter().for_each(|set| sheets.line(Some(nodes[index]), x, top + LEADING * 0.76, set));
            }
            sheets.y += count as f32 * LEADING + 2.0 * pad;
            done += count;
            if done < lines {
                self.again(sheets);
            }
        }
        sheets.rule((LEFT, sheets.y), (self.right, sheets.y), 0.4, 150);
    }

    /// Behind the last row.
    pub(crate) fn end(self, sheets: &mut Sheets<'_>) {
        sheets.y += 10.0;
    }
}
