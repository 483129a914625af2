//! Texts and shapes with their places, and how they come onto a page.

use krilla::color::luma;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::text::{GlyphId, KrillaGlyph};

use super::fonts::{Face, Fonts};
use super::tags::{Node, Tags};
use crate::picture::{self, Anchor, Picture, Shape};

/// Something on the page, and what it is part of; nothing if it only decorates.
pub(super) struct Drawn {
    pub(super) node: Option<Node>,
    pub(super) what: What,
}

pub(super) enum What {
    Text { at: (f32, f32), face: Face, size: f32, is_english: bool, text: String },
    Rect { from: (f32, f32), size: (f32, f32), fill: Option<u8>, edge: Option<f32> },
    Rule { from: (f32, f32), to: (f32, f32), thick: f32, grey: u8 },
    Diamond { at: (f32, f32), radius: f32 },
}

/// The shapes of a drawing, with its upper left corner at `from`.
pub(super) fn drawn_of(fonts: &Fonts, node: Node, from: (f32, f32), scale: f32, picture: &Picture) -> Vec<Drawn> {
    let at = |(x, y): (f32, f32)| (from.0 + x * scale, from.1 + y * scale);
    let mut page = Vec::with_capacity(picture.shapes.len());
    for shape in &picture.shapes {
        let what = match shape {
            Shape::Rect { x, y, width, height, fill, is_edged } => What::Rect {
                from: at((*x, *y)),
                size: (width * scale, height * scale),
                fill: match fill {
                    picture::Fill::None => None,
                    picture::Fill::Grey(grey) => Some(*grey),
                },
                edge: is_edged.then_some(0.8 * scale),
            },
            Shape::Line { from, to, width } => {
                What::Rule { from: at(*from), to: at(*to), thick: width * scale, grey: 0 }
            }
            Shape::Diamond { at: point, radius } => What::Diamond { at: at(*point), radius: radius * scale },
            Shape::Text { at: point, size, anchor, is_strong, is_mono, text } => {
                let face = match (is_mono, is_strong) {
                    (true, _) => Face::Mono,
                    (false, true) => Face::SansBold,
                    (false, false) => Face::Sans,
                };
                let (point, size) = (at(*point), size * scale);
                let pieces = fonts.pieces(face, text);
                let all: f32 = pieces.iter().map(|(face, text)| fonts.width(*face, text) * size).sum();
                let mut x = if *anchor == Anchor::Middle { point.0 - all / 2.0 } else { point.0 };
                for (face, text) in pieces {
                    let advance = fonts.width(face, &text) * size;
                    let what = What::Text { at: (x, point.1), face, size, is_english: false, text };
                    page.push(Drawn { node: Some(node), what });
                    x += advance;
                }
                continue;
            }
        };
        page.push(Drawn { node: Some(node), what });
    }
    page
}

/// Draws everything; what belongs together is tagged together.
pub(super) fn draw(surface: &mut Surface<'_>, page: &[Drawn], tags: &mut Tags, fonts: &Fonts) {
    let is_english = |drawn: &Drawn| matches!(drawn.what, What::Text { is_english: true, .. });
    let is_text = |drawn: &Drawn| matches!(drawn.what, What::Text { .. });
    let belong = |a: &Drawn, b: &Drawn| {
        a.node == b.node && is_english(a) == is_english(b) && (is_text(a) == is_text(b) || a.node.is_none())
    };
    for run in page.chunk_by(belong) {
        let Some(first) = run.first() else { continue };
        let tag = match first.node {
            None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
            Some(_) if is_text(first) => {
                ContentTag::Span(SpanTag::empty().with_lang(is_english(first).then_some("en")))
            }
            Some(_) => ContentTag::Other,
        };
        let leaf = surface.start_tagged(tag);
        run.iter().for_each(|drawn| put(surface, &drawn.what, fonts));
        surface.end_tagged();
        if let Some(node) = first.node {
            tags.drawn(node, leaf);
        }
    }
}

pub(super) fn put(surface: &mut Surface<'_>, what: &What, fonts: &Fonts) {
    match what {
        What::Text { at, face, size, text, .. } => {
            let mut glyphs = Vec::with_capacity(text.len());
            for (start, letter) in text.char_indices() {
                let Some((glyph, width)) = fonts.glyph(*face, letter) else { continue };
                let range = start..start + letter.len_utf8();
                glyphs.push(KrillaGlyph::new(GlyphId::new(glyph), width, 0.0, 0.0, 0.0, range, None));
            }
            surface.set_stroke(None);
            surface.set_fill(Some(paint(0)));
            surface.draw_glyphs(Point::from_xy(at.0, at.1), &glyphs, fonts.font(*face), text, *size, false);
        }
        What::Rect { from, size, fill, edge } => {
            let Some(rect) = Rect::from_xywh(from.0, from.1, size.0, size.1) else { return };
            let mut path = PathBuilder::new();
            path.push_rect(rect);
            let Some(path) = path.finish() else { return };
            surface.set_fill(fill.map(paint));
            surface.set_stroke(edge.map(|width| stroke(width, 0)));
            if fill.is_some() || edge.is_some() {
                surface.draw_path(&path);
            }
        }
        What::Rule { from, to, thick, grey } => {
            let mut path = PathBuilder::new();
            path.move_to(from.0, from.1);
            path.line_to(to.0, to.1);
            let Some(path) = path.finish() else { return };
            surface.set_fill(None);
            surface.set_stroke(Some(stroke(*thick, *grey)));
            surface.draw_path(&path);
        }
        What::Diamond { at, radius } => {
            let mut path = PathBuilder::new();
            path.move_to(at.0, at.1 - radius);
            path.line_to(at.0 + radius, at.1);
            path.line_to(at.0, at.1 + radius);
            path.line_to(at.0 - radius, at.1);
            path.close();
            let Some(path) = path.finish() else { return };
            surface.set_fill(Some(paint(0)));
            surface.set_stroke(None);
            surface.draw_path(&path);
        }
    }
}

fn paint(grey: u8) -> Fill {
    Fill { paint: luma::Color::new(grey).into(), opacity: NormalizedF32::ONE, rule: Default::default() }
}

fn stroke(width: f32, grey: u8) -> Stroke {
    Stroke { paint: luma::Color::new(grey).into(), width, ..Stroke::default() }
}
