//! The log drawn: where the exhibit was between entries.

use sealbag::log::Standing;
use sealbag::verdict::EndShown;

use super::super::Scene;
use super::{bounds_of, name_of};
use crate::document::{Block, Figure, capital, harmless};
use crate::facts::Entry;
use crate::picture::{Legend, Row, Span, timeline};

/// So many entries are drawn; the table has all of them.
const DRAWN: usize = 100;
/// So many stand in one drawing, so that it fits on a page.
const IN_ONE: usize = 10;

pub(super) fn figures(scene: &Scene<'_>) -> Vec<Block> {
    let (words, facts) = (scene.words, scene.facts);
    let drawn = facts.entries.iter().take(DRAWN);
    let rows: Vec<Row> = drawn.enumerate().map(|(place, entry)| row(scene, place, entry)).collect();
    let kinds = [Span::Held, Span::Transit, Span::Examined, Span::Opened, Span::Ended];
    let figure = |rows: &[Row]| {
        let spans = kinds.into_iter().filter(|kind| rows.iter().any(|row| row.after == *kind));
        let spans = spans.map(|kind| (kind, words.text(meaning(kind)))).collect();
        let attested = rows.iter().any(|row| !row.attested.is_empty()).then(|| words.text("custody-legend-attested"));
        Block::Figure(Figure {
            caption: words.text("custody-figure"),
            alternative: words.text("custody-figure-alt"),
            picture: timeline(rows, &Legend { spans, attested }),
            width: 400.0,
        })
    };
    // Drawings of about one length, rather than one entry by itself.
    let count = rows.len().div_ceil(IN_ONE).max(1);
    rows.chunks(rows.len().div_ceil(count).max(1)).map(figure).collect()
}

fn meaning(kind: Span) -> &'static str {
    match kind {
        Span::Held | Span::Unknown => "custody-legend-held",
        Span::Transit => "custody-legend-transit",
        Span::Examined => "custody-legend-examined",
        Span::Opened => "custody-legend-opened",
        Span::Ended => "custody-legend-ended",
    }
}

fn row(scene: &Scene<'_>, place: usize, entry: &Entry) -> Row {
    let words = scene.words;
    let time = entry.time().map(|(time, offset)| words.short_moment(time, offset));
    // Beside attested times, a declared one is called so.
    let declared = |time: String| match entry.attested {
        Some(_) => format!("{}: {time}", capital(&words.text("custody-declared"))),
        None => time,
    };
    Row {
        number: entry.index.to_string(),
        title: words.event(entry.name()),
        declared: time.map(declared).unwrap_or_default(),
        person: entry.by.as_ref().map(|by| harmless(name_of(by))).unwrap_or_default(),
        attested: entry.attested.as_ref().map(|bounds| bounds_of(scene, bounds)).unwrap_or_default(),
        after: span_after(scene, place, entry),
    }
}

/// The state behind an entry is that before the next one, or that of the log's end.
fn span_after(scene: &Scene<'_>, place: usize, entry: &Entry) -> Span {
    if entry.standing != Standing::Stands {
        return Span::Unknown;
    }
    let facts = scene.facts;
    let after: Option<&EndShown> = match facts.entries.get(place + 1) {
        Some(next) => next.before.as_ref(),
        None => facts.closing.custody.as_ref().and_then(|custody| custody.end.as_ref()),
    };
    match after.map(|end| end.state) {
        Some("held") => Span::Held,
        Some("in_transit") => Span::Transit,
        Some("under_examination") => Span::Examined,
        Some("opened") => Span::Opened,
        Some(_) => Span::Ended,
        None => Span::Unknown,
    }
}
