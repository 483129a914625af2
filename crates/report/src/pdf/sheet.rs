//! Pages: what is on the current one, and the pages before it, drawn.

use std::collections::BTreeMap;

use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::{Artifact, ArtifactType, ContentTag};
use krilla::{Document as Pdf, SerializeSettings};

use super::drawn::{Drawn, What, draw, drawn_of, put};
use super::fonts::Fonts;
use super::lines::{LABEL, Set, set_words, width};
use super::tags::{Kind, Node, Tags};
use crate::catalogue::Catalogue;
use crate::picture::Picture;

/// A4, in points.
pub(crate) const PAGE: (f32, f32) = (595.28, 841.89);
pub(crate) const LEFT: f32 = 62.0;
pub(crate) const RIGHT: f32 = 545.0;
const TOP: f32 = 52.0;
const BOTTOM: f32 = 782.0;
/// The width of what stands on a page.
pub(crate) const WIDTH: f32 = RIGHT - LEFT;

/// What the first time tells the second.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    /// How many pages there are.
    pub(crate) pages: usize,
    /// On which page each heading stands, by its name.
    pub(crate) places: BTreeMap<String, usize>,
}

/// All pages.
pub(crate) struct Sheets<'s> {
    pub(crate) fonts: &'s Fonts,
    pub(crate) words: &'s Catalogue,
    pub(crate) tags: Tags,
    /// What is drawn upon; absent while pages are only counted.
    pdf: Option<Pdf>,
    page: Vec<Drawn>,
    /// Where the next thing goes, from the top.
    pub(crate) y: f32,
    /// Pages that are behind.
    behind: usize,
    plan: Plan,
    found: BTreeMap<String, usize>,
    outline: Vec<(String, usize, f32)>,
    foot: String,
}

impl<'s> Sheets<'s> {
    /// Only counts.
    pub(crate) fn counting(fonts: &'s Fonts, words: &'s Catalogue) -> Self {
        Self::new(fonts, words, None, Plan::default(), "")
    }

    /// Draws, and knows how many pages there will be.
    pub(crate) fn drawing(
        fonts: &'s Fonts,
        words: &'s Catalogue,
        settings: SerializeSettings,
        plan: Plan,
        foot: &str,
    ) -> Self {
        Self::new(fonts, words, Some(Pdf::new_with(settings)), plan, foot)
    }

    fn new(fonts: &'s Fonts, words: &'s Catalogue, pdf: Option<Pdf>, plan: Plan, foot: &str) -> Self {
        let foot = foot.to_owned();
        Self {
            fonts,
            words,
            tags: Tags::default(),
            pdf,
            page: Vec::new(),
            y: TOP,
            behind: 0,
            plan,
            found: BTreeMap::new(),
            outline: Vec::new(),
            foot,
        }
    }

    /// Room that is left on the page.
    pub(crate) fn room(&self) -> f32 {
        BOTTOM - self.y
    }

    /// Room on an empty page.
    pub(crate) fn whole(&self) -> f32 {
        BOTTOM - TOP
    }

    /// Begins a page if there is less room than this; a page that is empty stays.
    pub(crate) fn need(&mut self, height: f32) {
        if self.room() < height && self.y > TOP {
            self.turn();
        }
    }

    /// Begins a page unless this one is empty.
    pub(crate) fn fresh(&mut self) {
        if self.y > TOP {
            self.turn();
        }
    }

    /// On which page something stands, as the first time found.
    pub(crate) fn place_of(&self, name: &str) -> usize {
        self.plan.places.get(name).copied().unwrap_or_default()
    }

    /// A heading that others point to begins here.
    pub(crate) fn mark(&mut self, name: &str, title: &str) {
        self.found.insert(name.to_owned(), self.behind + 1);
        self.outline.push((title.to_owned(), self.behind, self.y));
    }

    /// A line of pieces with its base line at `y`.
    pub(crate) fn line(&mut self, node: Option<Node>, x: f32, y: f32, set: &Set) {
        let mut x = x;
        for piece in set {
            let advance = self.fonts.width(piece.face, &piece.text) * piece.size;
            let what = What::Text {
                at: (x, y),
                face: piece.face,
                size: piece.size,
                is_english: piece.is_english,
                text: piece.text.clone(),
            };
            self.page.push(Drawn { node, what });
            x += advance;
        }
    }

    /// A rule that decorates.
    pub(crate) fn rule(&mut self, from: (f32, f32), to: (f32, f32), thick: f32, grey: u8) {
        self.page.push(Drawn { node: None, what: What::Rule { from, to, thick, grey } });
    }

    /// A frame or a surface that decorates.
    pub(crate) fn rect(&mut self, from: (f32, f32), size: (f32, f32), fill: Option<u8>, edge: Option<f32>) {
        self.page.push(Drawn { node: None, what: What::Rect { from, size, fill, edge } });
    }

    /// A drawing with its upper left corner there.
    pub(crate) fn picture(&mut self, node: Node, from: (f32, f32), scale: f32, picture: &Picture) {
        self.page.extend(drawn_of(self.fonts, node, from, scale, picture));
    }

    /// Draws the page and begins another.
    pub(crate) fn turn(&mut self) {
        let number = self.behind + 1;
        let foot = self.footer(number);
        let page = std::mem::take(&mut self.page);
        if let Some(pdf) = &mut self.pdf {
            let Some(settings) = PageSettings::from_wh(PAGE.0, PAGE.1) else { return };
            let mut sheet = pdf.start_page_with(settings);
            let mut surface = sheet.surface();
            draw(&mut surface, &page, &mut self.tags, self.fonts);
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
            foot.iter().for_each(|drawn| put(&mut surface, &drawn.what, self.fonts));
            surface.end_tagged();
            surface.finish();
            sheet.finish();
        }
        self.behind = number;
        self.y = TOP;
    }

    fn footer(&self, number: usize) -> Vec<Drawn> {
        let of = self.words.with("ui-page_of", &[("n", &number), ("m", &self.plan.pages)]);
        let mut drawn = vec![Drawn {
            node: None,
            what: What::Rule { from: (LEFT, 798.0), to: (RIGHT, 798.0), thick: 0.4, grey: 0 },
        }];
        let mut put = |set: &Set, x: f32| {
            let mut x = x;
            for piece in set {
                let advance = self.fonts.width(piece.face, &piece.text) * piece.size;
                let (face, size, text) = (piece.face, piece.size, piece.text.clone());
                drawn.push(Drawn {
                    node: None,
                    what: What::Text { at: (x, 809.0), face, size, is_english: false, text },
                });
                x += advance;
            }
        };
        if let Some(set) = set_words(&of, LABEL, WIDTH, self.fonts).first() {
            put(set, RIGHT - width(set, self.fonts));
        }
        if let Some(set) = set_words(&self.foot, LABEL, WIDTH * 0.75, self.fonts).first() {
            put(set, LEFT);
        }
        drawn
    }

    /// What the counting found.
    pub(crate) fn plan(mut self) -> Plan {
        self.fresh();
        Plan { pages: self.behind, places: self.found }
    }

    /// Draws the last page and closes the document.
    pub(crate) fn finish(mut self) -> Pdf {
        self.fresh();
        let mut pdf = self.pdf.take().unwrap_or_default();
        let mut outline = Outline::new();
        for (title, page, y) in self.outline {
            let place = XyzDestination::new(page, Point::from_xy(LEFT, (y - 12.0).max(0.0)));
            outline.push_child(OutlineNode::new(title, place));
        }
        pdf.set_outline(outline);
        pdf.set_tag_tree(self.tags.into_tree(self.words.language().tag()));
        pdf
    }
}

/// One page that is one drawing.
pub(crate) fn page_of(pdf: &mut Pdf, fonts: &Fonts, picture: &Picture, alternative: &str, language: &str) {
    let mut tags = Tags::default();
    let node = tags.add(None, Kind::Figure(alternative.to_owned()));
    let page = drawn_of(fonts, node, (0.0, 0.0), 1.0, picture);
    if let Some(settings) = PageSettings::from_wh(picture.width, picture.height) {
        let mut sheet = pdf.start_page_with(settings);
        let mut surface = sheet.surface();
        draw(&mut surface, &page, &mut tags, fonts);
        surface.finish();
        sheet.finish();
    }
    pdf.set_tag_tree(tags.into_tree(language));
}

/// The outline of a document of one page.
pub(crate) fn outline_of(title: &str) -> Outline {
    let mut outline = Outline::new();
    outline.push_child(OutlineNode::new(title.to_owned(), XyzDestination::new(0, Point::from_xy(0.0, 0.0))));
    outline
}
