//! The label of an evidence bag: what stands on the package, with the hash that binds package and bag.

use sealbag::log::{self, Content, Event, Opening, Reader};
use sealbag::verify::Anchors;
use sealbag_custody::seal_record::SealRecord;
use sealbag_manifest::store::BagStore;

use crate::catalogue::Catalogue;
use crate::document::{capital, harmless};
use crate::moment::groups_of_eight;
use crate::picture::{Anchor, Fill, Picture, Shape, fitted, n, qr, to_svg};

/// 100 mm by 62 mm, in points.
const WIDTH: f32 = 283.46;
const HEIGHT: f32 = 175.75;
const EDGE: f32 = 9.0;

/// A label, drawn.
pub struct Label {
    picture: Picture,
    alternative: String,
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only a PDF has a title"))]
    title: String,
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only a PDF has a language and a date"))]
    made: (&'static str, sealbag_custody::scalar::UtcTime),
}

impl Label {
    /// The label of a bag; `None` if signature or record of its seal do not hold.
    pub fn read(store: &dyn BagStore, words: &Catalogue) -> Option<Self> {
        let mut first = First::default();
        log::read(store, &Anchors::default(), &mut first);
        let (record, seal) = (first.record?, first.seal?);
        let exhibit = record.statement.exhibit.number.as_ref().map(|text| harmless(text.as_str())).unwrap_or_default();
        Some(Self {
            picture: label(&record, &seal, words),
            alternative: words.with("label-alternative", &[("exhibit", &exhibit), ("hash", &groups_of_eight(&seal))]),
            title: words.text("label-title"),
            made: (words.language().tag(), record.time),
        })
    }

    /// As an SVG file of 100 mm by 62 mm.
    pub fn to_svg(&self) -> String {
        let svg = to_svg(&self.picture, &self.alternative, WIDTH).into_string();
        let size = format!(
            "width=\"{WIDTH:.2}pt\" height=\"{HEIGHT:.2}pt\" font-family=\"Noto Sans, DejaVu Sans, sans-serif\""
        );
        let drawn = format!("width=\"{}\" height=\"{}\"", n(WIDTH), n(HEIGHT));
        let style = "<style>.mono { font-family: 'DejaVu Sans Mono', monospace; }</style>";
        let svg = svg.replacen(&drawn, &size, 1).replacen('>', &format!(">{style}"), 1);
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{svg}\n")
    }

    /// As a PDF page of that size.
    ///
    /// # Errors
    /// The PDF would break a rule of its format.
    #[cfg(feature = "pdf")]
    pub fn to_pdf(&self) -> Result<Vec<u8>, crate::report::ReportError> {
        crate::pdf::picture(&self.picture, &self.title, &self.alternative, self.made)
    }
}

/// Event 0, if it holds.
#[derive(Default)]
struct First {
    record: Option<SealRecord>,
    seal: Option<String>,
}

impl Reader for First {
    fn open(&mut self, opening: &Opening) {
        self.seal = opening.seal_hash.clone();
    }

    fn event(&mut self, event: &Event<'_>) {
        if let (0, Content::Seal(record)) = (event.index, event.content) {
            self.record = Some(record.clone());
        }
    }
}

/// The label of the bag with this event 0.
fn label(record: &SealRecord, seal: &str, words: &Catalogue) -> Picture {
    let mut picture = Picture { width: WIDTH, height: HEIGHT, shapes: Vec::new() };
    picture.rect(0.0, 0.0, WIDTH, HEIGHT, Fill::Grey(255), false);
    picture.rect(2.0, 2.0, WIDTH - 4.0, HEIGHT - 4.0, Fill::None, true);
    let code = qr(seal);
    let side = 84.0;
    let room = WIDTH - 3.0 * EDGE - side;
    let statement = &record.statement;
    let exhibit = statement.exhibit.number.as_ref().map(|text| harmless(text.as_str())).unwrap_or_default();
    small(&mut picture, (EDGE, 17.0), &words.text("term-exhibit_number"), room);
    picture.strong((EDGE, 35.0), 17.0, &fitted(&exhibit, 17.0, room));
    let mut y = 46.0;
    let mut row = |picture: &mut Picture, label: &str, value: &str| {
        small(picture, (EDGE, y), label, room);
        picture.text((EDGE, y + 10.0), 8.6, &fitted(value, 8.6, room));
        y += 21.0;
    };
    let case =
        statement.case.number.as_ref().map_or_else(|| "________________".to_owned(), |text| harmless(text.as_str()));
    row(&mut picture, &words.text("subject-case"), &case);
    let description = statement.exhibit.description.as_ref();
    let description = description.map_or_else(|| "________________".to_owned(), |text| harmless(text.as_str()));
    row(&mut picture, &words.text("subject-description"), &description);
    row(&mut picture, &words.text("subject-sealed"), &words.short_moment(record.time, record.utc_offset));
    let physical = statement.package.physical_seal_no.as_ref();
    let physical = physical.map_or_else(|| "________________".to_owned(), |text| harmless(text.as_str()));
    row(&mut picture, &words.text("field-physical_seal_no"), &physical);
    if let Some(code) = code {
        place(&mut picture, &code, (WIDTH - EDGE - side, EDGE), side / code.width);
    }
    small(&mut picture, (WIDTH - EDGE - side, EDGE + side + 12.0), &words.text("ui-signature_line"), side);
    picture.line((WIDTH - EDGE - side, EDGE + side + 33.0), (WIDTH - EDGE, EDGE + side + 33.0), 0.6);
    small(&mut picture, (EDGE, HEIGHT - 33.0), &words.text("subject-seal-hash"), WIDTH - 2.0 * EDGE);
    let groups = groups_of_eight(seal);
    let (first, second) = groups.split_at(groups.len().div_ceil(2).min(groups.len()));
    for (line, text) in [first.trim(), second.trim()].into_iter().enumerate() {
        picture.shapes.push(Shape::Text {
            at: (EDGE, HEIGHT - 21.0 + 11.5 * line as f32),
            size: 9.4,
            anchor: Anchor::Start,
            is_strong: false,
            is_mono: true,
            text: text.to_owned(),
        });
    }
    picture
}

fn small(picture: &mut Picture, at: (f32, f32), text: &str, room: f32) {
    picture.text(at, 6.4, &fitted(&capital(text), 6.4, room));
}

/// A picture within another.
fn place(picture: &mut Picture, inner: &Picture, (left, top): (f32, f32), scale: f32) {
    for shape in &inner.shapes {
        if let Shape::Rect { x, y, width, height, fill, is_edged } = shape {
            picture.rect(left + x * scale, top + y * scale, width * scale, height * scale, *fill, *is_edged);
        }
    }
}
