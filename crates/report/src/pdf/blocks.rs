//! Sections and blocks on pages.

mod files;

use super::fonts::Face;
use super::lines::{BODY, LABEL, Set, Style, set, set_words};
use super::sheet::{LEFT, RIGHT, Sheets, WIDTH};
use super::table::{First, Grid};
use super::tags::{Kind, Node};
use crate::document::{Block, Document, Figure, Line, Section, Table, Tone};
use crate::report::ReportError;
use crate::rows::Rows;

/// How running text is set.
#[derive(Clone, Copy)]
struct Setting {
    body: Style,
    /// From one base line to the next.
    leading: f32,
    /// Above a section, and below its heading.
    above: f32,
    below: f32,
    /// Above and below the lines of a row.
    pad: f32,
    /// Of a heading within; no level may be left out.
    level: u16,
}

/// The core stands on two pages, so it is set closer.
const CORE: Setting =
    Setting { body: Style { size: 8.8, ..BODY }, leading: 11.5, above: 1.0, below: 3.0, pad: 2.2, level: 3 };
/// Below the title there is no section.
const FRONT: Setting = Setting { level: 2, ..CORE };
const REST: Setting = Setting { body: BODY, leading: 14.0, above: 10.0, below: 6.0, pad: 3.4, level: 3 };

const TITLE: Style = Style { face: Face::SansBold, strong: Face::SansBold, size: 17.0 };
const SECTION: Style = Style { face: Face::SansBold, strong: Face::SansBold, size: 12.5 };
const PART: Style = Style { face: Face::SansBold, strong: Face::SansBold, size: 9.6 };
const VERDICT: Style = Style { face: Face::SansBold, strong: Face::SansBold, size: 14.5 };
const COMMAND: Style = Style { face: Face::Mono, strong: Face::Mono, size: 7.8 };

/// Lays out the whole document.
pub(crate) fn document(
    sheets: &mut Sheets<'_>,
    document: &Document,
    rows: &mut Option<Rows<'_>>,
) -> Result<(), ReportError> {
    let front = sheets.tags.add(None, Kind::Section);
    heading(sheets, front, (1, TITLE, 22.0), &document.title);
    sheets.rule((LEFT, sheets.y), (RIGHT, sheets.y), 1.6, 0);
    sheets.y += 10.0;
    for part in &document.front {
        block(sheets, front, part, FRONT);
    }
    let core = document.core;
    for (place, section) in document.sections.iter().enumerate() {
        if core > 0 && place == core {
            sheets.fresh();
            let node = sheets.tags.add(None, Kind::Section);
            contents(sheets, node, &document.sections);
        }
        self::section(sheets, section, rows, if place < core { CORE } else { REST })?;
    }
    Ok(())
}

fn section(
    sheets: &mut Sheets<'_>,
    section: &Section,
    rows: &mut Option<Rows<'_>>,
    setting: Setting,
) -> Result<(), ReportError> {
    if section.is_annex {
        sheets.fresh();
    } else {
        sheets.y += setting.above;
        // A heading stays with what it heads.
        let first = match section.blocks.first() {
            Some(Block::Figure(figure)) => 70.0 + height(sheets, figure),
            _ => 90.0,
        };
        sheets.need(first.min(sheets.whole()));
    }
    let node = sheets.tags.add(None, Kind::Section);
    sheets.mark(section.id, &section.heading);
    heading(sheets, node, (2, SECTION, 17.0), &section.heading);
    sheets.rule((LEFT, sheets.y), (RIGHT, sheets.y), 0.7, 0);
    sheets.y += setting.below;
    for part in &section.blocks {
        match (part, &mut *rows) {
            (Block::Files, Some(rows)) => files::files(sheets, node, rows)?,
            (part, _) => block(sheets, node, part, setting),
        }
    }
    Ok(())
}

fn heading(sheets: &mut Sheets<'_>, below: Node, (level, style, leading): (u16, Style, f32), text: &str) {
    let node = sheets.tags.add(Some(below), Kind::Heading(level, text.to_owned()));
    let sets = set_words(text, style, WIDTH, sheets.fonts);
    lines(sheets, node, &sets, LEFT, leading);
    sheets.y += 4.0;
}

/// Lines one below the other, over pages where they must.
fn lines(sheets: &mut Sheets<'_>, node: Node, sets: &[Set], x: f32, leading: f32) {
    for set in sets {
        sheets.need(leading);
        sheets.line(Some(node), x, sheets.y + leading * 0.76, set);
        sheets.y += leading;
    }
}

/// In two columns, each read from its top to its end.
fn contents(sheets: &mut Sheets<'_>, below: Node, sections: &[Section]) {
    const GAP: f32 = 24.0;
    let column = (WIDTH - GAP) / 2.0;
    let list = sheets.tags.add(Some(below), Kind::Contents);
    sheets.need(sections.len().div_ceil(2) as f32 * 2.0 * 11.5);
    let (top, mut end) = (sheets.y, sheets.y);
    for (place, half) in sections.chunks(sections.len().div_ceil(2).max(1)).enumerate() {
        let left = LEFT + place as f32 * (column + GAP);
        sheets.y = top;
        for section in half {
            let item = sheets.tags.add(Some(list), Kind::ContentsItem);
            let page = sheets.place_of(section.id).to_string();
            let sets = set_words(&section.heading, LABEL, column - 24.0, sheets.fonts);
            let y = sheets.y + 9.0;
            lines(sheets, item, &sets, left, 11.5);
            for set in set_words(&format!(" {page}"), LABEL, 40.0, sheets.fonts) {
                let x = left + column - super::lines::width(&set, sheets.fonts);
                sheets.line(Some(item), x, y, &set);
            }
        }
        end = sheets.y.max(end);
    }
    sheets.y = end + 6.0;
}

fn block(sheets: &mut Sheets<'_>, below: Node, block: &Block, setting: Setting) {
    let Setting { body, leading, .. } = setting;
    match block {
        Block::Paragraph(line) => {
            let node = sheets.tags.add(Some(below), Kind::Paragraph);
            let sets = set(line, body, WIDTH, sheets.fonts);
            sheets.need(leading * sets.len().min(2) as f32);
            lines(sheets, node, &sets, LEFT, leading);
            sheets.y += 6.0;
        }
        Block::Heading(text) => {
            sheets.y += 4.0;
            sheets.need(60.0);
            heading(sheets, below, (setting.level, PART, 13.0), text);
        }
        Block::Verdict { words, sentence, tone } => verdict(sheets, below, words, sentence, *tone),
        Block::List(items) => list(sheets, below, items, setting),
        Block::Facts(rows) => facts(sheets, below, rows, RIGHT, setting.pad),
        Block::Beside(rows, figure) => beside(sheets, below, rows, figure, setting.pad),
        Block::Table(table) => self::table(sheets, below, table, setting),
        Block::Figure(figure) => self::figure(sheets, below, figure),
        Block::Commands(commands) => self::commands(sheets, below, commands),
        // Only a document that has the rows has this block.
        Block::Files => {}
    }
}

fn facts(sheets: &mut Sheets<'_>, below: Node, rows: &[(String, Line)], right: f32, pad: f32) {
    let mut grid = Grid::until(right, sheets, Some(below), &[32, 68], &[], false).padded(pad);
    for (label, line) in rows {
        grid.row(sheets, &[Line::plain(crate::document::capital(label)), line.clone()], First::Label);
    }
    grid.end(sheets);
}

/// Facts at the left, a drawing at the right of them; both on one page.
fn beside(sheets: &mut Sheets<'_>, below: Node, rows: &[(String, Line)], figure: &Figure, pad: f32) {
    let scale = figure.width / figure.picture.width;
    let tall = figure.picture.height * scale;
    sheets.need(tall.max(rows.len() as f32 * 30.0));
    let top = sheets.y;
    facts(sheets, below, rows, RIGHT - figure.width - 16.0, pad);
    let behind = sheets.y;
    let node = sheets.tags.add(Some(below), Kind::Figure(figure.alternative.clone()));
    sheets.picture(node, (RIGHT - figure.width, top), scale, &figure.picture);
    sheets.y = behind.max(top + tall + 8.0);
}

/// A frame with a heavy bar; what differs between verdicts is the sign and the frame, never colour alone.
fn verdict(sheets: &mut Sheets<'_>, below: Node, words: &str, sentence: &Line, tone: Tone) {
    let room = WIDTH - 40.0;
    let sign = match tone {
        Tone::Good => "✓",
        Tone::Caution => "!",
        Tone::Bad => "✗",
    };
    let words = set_words(words, VERDICT, room - 22.0, sheets.fonts);
    let sentence = set(sentence, BODY, room, sheets.fonts);
    let height = words.len() as f32 * 19.0 + sentence.len() as f32 * REST.leading + 22.0;
    sheets.need(height);
    let top = sheets.y;
    sheets.rect((LEFT, top), (WIDTH, height), None, Some(if tone == Tone::Caution { 0.7 } else { 1.4 }));
    if tone == Tone::Bad {
        sheets.rect((LEFT + 3.0, top + 3.0), (WIDTH - 6.0, height - 6.0), None, Some(0.7));
    }
    sheets.rect((LEFT, top), (9.0, height), Some(0), None);
    sheets.y += 10.0;
    for set in set_words(sign, VERDICT, 30.0, sheets.fonts) {
        sheets.line(None, LEFT + 22.0, sheets.y + 14.5, &set);
    }
    let node = sheets.tags.add(Some(below), Kind::Paragraph);
    lines(sheets, node, &words, LEFT + 44.0, 19.0);
    let node = sheets.tags.add(Some(below), Kind::Paragraph);
    lines(sheets, node, &sentence, LEFT + 22.0, REST.leading);
    sheets.y = top + height + 10.0;
}

fn list(sheets: &mut Sheets<'_>, below: Node, items: &[Line], setting: Setting) {
    let Setting { body, leading, .. } = setting;
    let list = sheets.tags.add(Some(below), Kind::List);
    for line in items {
        let sets = set(line, body, WIDTH - 14.0, sheets.fonts);
        sheets.need(leading * sets.len().min(2) as f32);
        let item = sheets.tags.add(Some(list), Kind::Item);
        let label = sheets.tags.add(Some(item), Kind::Label);
        for set in set_words("• ", body, 20.0, sheets.fonts) {
            sheets.line(Some(label), LEFT + 2.0, sheets.y + leading * 0.76, &set);
        }
        let text = sheets.tags.add(Some(item), Kind::Body);
        lines(sheets, text, &sets, LEFT + 14.0, leading);
        sheets.y += 2.5;
    }
    sheets.y += 5.0;
}

fn table(sheets: &mut Sheets<'_>, below: Node, table: &Table, setting: Setting) {
    if !table.caption.is_empty() {
        sheets.need(80.0);
        heading(sheets, below, (setting.level, PART, 13.0), &table.caption);
    }
    let mut grid = Grid::begin(sheets, Some(below), &table.widths, &table.head, false).padded(setting.pad);
    for row in &table.rows {
        grid.row(sheets, row, First::Plain);
    }
    grid.end(sheets);
}

/// Below a drawing: its caption, and some room.
const BELOW: f32 = 38.0;

/// How much a drawing is scaled, so that it fits on a page with its heading.
fn scale(sheets: &Sheets<'_>, figure: &Figure) -> f32 {
    let wanted = figure.width.min(WIDTH) / figure.picture.width;
    wanted.min((sheets.whole() - 70.0 - BELOW) / figure.picture.height)
}

fn height(sheets: &Sheets<'_>, figure: &Figure) -> f32 {
    figure.picture.height * scale(sheets, figure) + BELOW
}

fn figure(sheets: &mut Sheets<'_>, below: Node, figure: &Figure) {
    let caption = set_words(&figure.caption, LABEL, WIDTH, sheets.fonts);
    let scale = scale(sheets, figure);
    sheets.need(height(sheets, figure));
    let node = sheets.tags.add(Some(below), Kind::Figure(figure.alternative.clone()));
    sheets.picture(node, (LEFT, sheets.y), scale, &figure.picture);
    sheets.y += figure.picture.height * scale + 4.0;
    let node = sheets.tags.add(Some(below), Kind::Paragraph);
    lines(sheets, node, &caption, LEFT, 11.0);
    sheets.y += 10.0;
}

fn commands(sheets: &mut Sheets<'_>, below: Node, commands: &[String]) {
    let room = WIDTH - 16.0;
    let sets: Vec<Set> = commands.iter().flat_map(|line| set_words(line, COMMAND, room, sheets.fonts)).collect();
    let height = sets.len() as f32 * 10.5 + 10.0;
    sheets.need(height);
    sheets.rect((LEFT, sheets.y), (WIDTH, height), None, Some(0.4));
    sheets.y += 5.0;
    let paragraph = sheets.tags.add(Some(below), Kind::Paragraph);
    let node = sheets.tags.add(Some(paragraph), Kind::Code);
    lines(sheets, node, &sets, LEFT + 8.0, 10.5);
    sheets.y += 13.0;
}
