//! A drawing of a few shapes, in points, drawn alike as SVG and in a PDF. Black and white; what differs, differs in pattern.

mod damage_map;
mod qr;
mod svg;
mod timeline;

pub(crate) use damage_map::{cells, damage_map};
pub(crate) use qr::qr;
pub(crate) use svg::{n, to_svg};
pub(crate) use timeline::{Legend, Row, Span, timeline};

/// How a surface is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fill {
    /// Not at all.
    None,
    /// From 0, black, to 255, white.
    Grey(u8),
}

/// Where a text stands about its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
}

/// One shape.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    /// A rectangle.
    Rect {
        /// Left edge.
        x: f32,
        /// Upper edge.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
        /// Its surface.
        fill: Fill,
        /// Whether its edge is drawn.
        is_edged: bool,
    },
    /// A straight line.
    Line {
        /// Where it begins.
        from: (f32, f32),
        /// Where it ends.
        to: (f32, f32),
        /// How thick it is.
        width: f32,
    },
    /// A diamond about a point.
    Diamond {
        /// The point.
        at: (f32, f32),
        /// Half of its height.
        radius: f32,
    },
    /// A text on one line.
    Text {
        /// Its base line.
        at: (f32, f32),
        /// Height of its letters.
        size: f32,
        /// Where it stands about the point.
        anchor: Anchor,
        /// Whether it stands out.
        is_strong: bool,
        /// Whether its letters have equal width.
        is_mono: bool,
        /// What it says; harmless.
        text: String,
    },
}

/// A drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Picture {
    /// Width.
    pub(crate) width: f32,
    /// Height.
    pub(crate) height: f32,
    /// What is drawn, in this order.
    pub(crate) shapes: Vec<Shape>,
}

impl Picture {
    pub(crate) fn rect(&mut self, x: f32, y: f32, width: f32, height: f32, fill: Fill, is_edged: bool) {
        self.shapes.push(Shape::Rect { x, y, width, height, fill, is_edged });
    }

    pub(crate) fn line(&mut self, from: (f32, f32), to: (f32, f32), width: f32) {
        self.shapes.push(Shape::Line { from, to, width });
    }

    pub(crate) fn text(&mut self, at: (f32, f32), size: f32, text: &str) {
        self.shapes.push(Shape::Text {
            at,
            size,
            anchor: Anchor::Start,
            is_strong: false,
            is_mono: false,
            text: text.to_owned(),
        });
    }

    pub(crate) fn strong(&mut self, at: (f32, f32), size: f32, text: &str) {
        self.shapes.push(Shape::Text {
            at,
            size,
            anchor: Anchor::Start,
            is_strong: true,
            is_mono: false,
            text: text.to_owned(),
        });
    }

    /// Slanting lines in a rectangle, `gap` apart.
    pub(crate) fn hatch(&mut self, x: f32, y: f32, width: f32, height: f32, gap: f32) {
        let mut offset = gap;
        while offset < width + height {
            let from = (x + offset.min(width), y + (offset - width).max(0.0));
            let to = (x + (offset - height).max(0.0), y + offset.min(height));
            self.line(from, to, 0.6);
            offset += gap;
        }
    }

    /// Points in a rectangle, `gap` apart.
    pub(crate) fn dots(&mut self, x: f32, y: f32, width: f32, height: f32, gap: f32) {
        let mut down = y + gap / 2.0;
        while down < y + height {
            let mut across = x + gap / 2.0;
            while across < x + width {
                self.rect(across - 0.6, down - 0.6, 1.2, 1.2, Fill::Grey(0), false);
                across += gap;
            }
            down += gap;
        }
    }
}

/// A text cut to a width, by a rough measure of its letters: half of their height, and a little more.
pub(crate) fn fitted(text: &str, size: f32, width: f32) -> String {
    let room = (width / (size * 0.54)).max(1.0) as usize;
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let mut cut: String = text.chars().take(room.saturating_sub(1)).collect();
    cut.push('…');
    cut
}
