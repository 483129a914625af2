//! The custody log as a picture: one row an entry, and beside the rows a bar that shows who held the exhibit and how.

use super::{Fill, Picture, Shape, fitted};

const WIDTH: f32 = 440.0;
/// Height of a row without attested time, and of each line of it.
const ROW: f32 = 48.0;
const ATTESTED: f32 = 13.0;
const TOP: f32 = 8.0;
/// The bar.
const BAR: f32 = 34.0;
const BAR_WIDTH: f32 = 26.0;
/// The texts.
const TEXT: f32 = 74.0;
const SIZE: f32 = 11.0;

/// How the exhibit was held from one entry to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Span {
    /// In somebody's custody.
    Held,
    /// Released and not accepted.
    Transit,
    /// Under examination.
    Examined,
    /// Opened and not sealed again.
    Opened,
    /// The log has ended.
    Ended,
    /// Not known: the log could not be replayed.
    Unknown,
}

/// One entry.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Its number.
    pub(crate) number: String,
    /// The event.
    pub(crate) title: String,
    /// The declared time.
    pub(crate) declared: String,
    /// Who signed it.
    pub(crate) person: String,
    /// What a third party attests of its time.
    pub(crate) attested: Vec<String>,
    /// How the exhibit is held after it.
    pub(crate) after: Span,
}

/// The words for the patterns of the bar.
pub(crate) struct Legend {
    /// Each pattern that occurs, and what it means.
    pub(crate) spans: Vec<(Span, String)>,
    /// The mark of attested time, if it occurs.
    pub(crate) attested: Option<String>,
}

/// The picture.
pub(crate) fn timeline(rows: &[Row], legend: &Legend) -> Picture {
    let lines = legend.spans.len() + usize::from(legend.attested.is_some());
    let height = |row: &Row| ROW + ATTESTED * row.attested.len() as f32;
    let below = TOP + rows.iter().map(height).sum::<f32>() + 14.0;
    let mut picture = Picture { width: WIDTH, height: below + lines as f32 * 18.0 + 4.0, shapes: Vec::new() };
    let mut y = TOP;
    for row in rows {
        span(&mut picture, row.after, BAR, y, BAR_WIDTH, height(row));
        // The entry itself, across the bar.
        picture.line((BAR - 5.0, y), (BAR + BAR_WIDTH + 5.0, y), 1.6);
        picture.strong((4.0, y + 4.0), SIZE, &row.number);
        picture.strong((TEXT, y + 11.0), SIZE, &fitted(&row.title, SIZE, WIDTH - TEXT));
        picture.text((TEXT, y + 24.0), SIZE, &fitted(&row.person, SIZE, WIDTH - TEXT));
        picture.text((TEXT, y + 37.0), SIZE - 1.0, &fitted(&row.declared, SIZE - 1.0, WIDTH - TEXT));
        for (line, attested) in row.attested.iter().enumerate() {
            let y = y + 47.0 + ATTESTED * line as f32;
            picture.shapes.push(Shape::Diamond { at: (TEXT + 4.0, y), radius: 4.0 });
            picture.text((TEXT + 13.0, y + 3.5), SIZE - 1.0, &fitted(attested, SIZE - 1.0, WIDTH - TEXT - 13.0));
        }
        y += height(row);
    }
    let mut y = below;
    picture.line((0.0, y - 6.0), (WIDTH, y - 6.0), 0.4);
    for (kind, meaning) in &legend.spans {
        span(&mut picture, *kind, BAR, y, BAR_WIDTH, 12.0);
        picture.text((TEXT, y + 10.0), SIZE - 1.0, meaning);
        y += 18.0;
    }
    if let Some(meaning) = &legend.attested {
        picture.shapes.push(Shape::Diamond { at: (BAR + BAR_WIDTH / 2.0, y + 6.0), radius: 4.0 });
        picture.text((TEXT, y + 10.0), SIZE - 1.0, meaning);
    }
    picture
}

fn span(picture: &mut Picture, kind: Span, x: f32, y: f32, width: f32, height: f32) {
    match kind {
        Span::Held => picture.rect(x, y, width, height, Fill::Grey(190), true),
        Span::Transit => {
            picture.rect(x, y, width, height, Fill::Grey(255), true);
            picture.hatch(x, y, width, height, 5.0);
        }
        Span::Examined => {
            picture.rect(x, y, width, height, Fill::Grey(255), true);
            picture.dots(x, y, width, height, 5.0);
        }
        Span::Opened => picture.rect(x, y, width, height, Fill::Grey(255), true),
        Span::Ended => picture.line((x + width / 2.0 - 6.0, y + 3.0), (x + width / 2.0 + 6.0, y + 3.0), 3.0),
        Span::Unknown => {
            picture.line((x, y), (x + width, y + height), 0.6);
            picture.line((x + width, y), (x, y + height), 0.6);
        }
    }
}
