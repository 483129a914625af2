//! The rows of the sealed list.

use std::fmt::Display;

use super::super::sheet::Sheets;
use super::super::table::{First, Grid};
use super::super::tags::Node;
use super::{REST, block};
use crate::document::{Block, Inline, Line};
use crate::moment::number;
use crate::report::ReportError;
use crate::rows::{Row, Rows, What};

/// The rows as they are read.
pub(super) fn files(sheets: &mut Sheets<'_>, below: Node, rows: &mut Rows<'_>) -> Result<(), ReportError> {
    let head = ["files-number", "files-path", "files-size"].map(|key| sheets.words.text(key));
    let mut grid = Grid::begin(sheets, Some(below), &[11, 73, 16], &head, true);
    let (mut count, mut files, mut bytes) = (0, 0, 0_u64);
    while let Some(row) = rows.next()? {
        count += 1;
        files += u64::from(row.size.is_some());
        bytes = bytes.saturating_add(row.size.unwrap_or(0));
        let cells = cells(sheets, &row);
        grid.row(sheets, &cells, First::Plain);
    }
    grid.end(sheets);
    let values: [(&str, &dyn Display); 3] =
        [("rows", &number(count)), ("files", &number(files)), ("bytes", &number(bytes))];
    let total = sheets.words.with("files-total", &values);
    block(sheets, below, &Block::Paragraph(Line::plain(total)), REST);
    Ok(())
}

fn cells(sheets: &Sheets<'_>, row: &Row) -> [Line; 3] {
    let words = sheets.words;
    let mark = if row.is_marked { " ✗" } else { "" };
    let mut path = Line(vec![Inline::Quoted(row.path.clone())]);
    let what = match &row.what {
        What::File => String::new(),
        What::Directory => words.text("files-kind-dir"),
        What::Link(target) => words.with("files-kind-symlink", &[("target", target)]),
        What::Special => words.text("files-kind-special"),
    };
    if !what.is_empty() {
        path = path.and(Inline::Plain(format!(" ({what})")));
    }
    for (name, value) in &row.digests {
        path = path.below(Line(vec![Inline::Mono(format!("{name:<7} {value}"))]));
    }
    let size = row.size.map(|size| Line::plain(number(size))).unwrap_or_default();
    [Line::plain(format!("{}{mark}", number(row.number))), path, size]
}
