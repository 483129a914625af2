//! The fonts, and how wide their letters are. Their licences lie beside them.

use std::cell::RefCell;
use std::collections::HashMap;

use krilla::text::Font;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// A font of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Face {
    /// Running text.
    Serif,
    /// Running text that stands out.
    SerifBold,
    /// Labels.
    Sans,
    /// Headings.
    SansBold,
    /// Digits and names of files; it also has the letters that the others lack.
    Mono,
}

const FILES: [&[u8]; 5] = [
    include_bytes!("../../fonts/NotoSerif-Regular.ttf"),
    include_bytes!("../../fonts/NotoSerif-Bold.ttf"),
    include_bytes!("../../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../../fonts/DejaVuSansMono.ttf"),
];

struct Loaded {
    font: Font,
    read: FontRef<'static>,
    units: f32,
    /// Glyph and width of each letter that was asked for.
    known: RefCell<HashMap<char, Option<(u32, f32)>>>,
}

/// All fonts.
pub(crate) struct Fonts([Loaded; 5]);

impl Fonts {
    /// Reads them; they are part of the program.
    pub(crate) fn load() -> Option<Self> {
        let load = |data: &'static [u8]| {
            let font = Font::new(data.into(), 0)?;
            let units = font.units_per_em();
            Some(Loaded { font, read: FontRef::new(data).ok()?, units, known: RefCell::default() })
        };
        let [a, b, c, d, e] = FILES;
        Some(Self([load(a)?, load(b)?, load(c)?, load(d)?, load(e)?]))
    }

    pub(crate) fn font(&self, face: Face) -> Font {
        self.0[face as usize].font.clone()
    }

    /// Glyph and width of a letter, in parts of the letters' height; `None` if the font lacks it, or has one without ink for what
    /// is no space: it would hide what stands there.
    pub(crate) fn glyph(&self, face: Face, letter: char) -> Option<(u32, f32)> {
        let loaded = &self.0[face as usize];
        *loaded.known.borrow_mut().entry(letter).or_insert_with(|| {
            let glyph = loaded.read.charmap().map(letter).filter(|glyph| glyph.to_u32() != 0)?;
            if !letter.is_whitespace() && !has_ink(&loaded.read, glyph) {
                return None;
            }
            let metrics = loaded.read.glyph_metrics(Size::unscaled(), LocationRef::default());
            Some((glyph.to_u32(), metrics.advance_width(glyph)? / loaded.units))
        })
    }

    pub(crate) fn width(&self, face: Face, text: &str) -> f32 {
        text.chars().filter_map(|letter| self.glyph(face, letter)).map(|(_, width)| width).sum()
    }

    /// The text in pieces that a font has: in the face that is asked for, else in the one that has more letters; a letter that
    /// none has is shown by its number, so that nothing is missing from the page.
    pub(crate) fn pieces(&self, face: Face, text: &str) -> Vec<(Face, String)> {
        let mut pieces: Vec<(Face, String)> = Vec::new();
        let mut push = |face: Face, text: &str| match pieces.last_mut() {
            Some((last, before)) if *last == face => before.push_str(text),
            _ => pieces.push((face, text.to_owned())),
        };
        for letter in text.chars() {
            let has = |face: Face| self.glyph(face, letter).is_some();
            if has(face) {
                push(face, letter.encode_utf8(&mut [0; 4]));
            } else if has(Face::Mono) {
                push(Face::Mono, letter.encode_utf8(&mut [0; 4]));
            } else {
                push(face, &format!("\\u{{{:X}}}", u32::from(letter)));
            }
        }
        pieces
    }
}

fn has_ink(font: &FontRef<'_>, glyph: GlyphId) -> bool {
    let mut ink = Ink(false);
    let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
    font.outline_glyphs().get(glyph).is_some_and(|outline| outline.draw(settings, &mut ink).is_ok()) && ink.0
}

/// Notices whether a glyph draws anything.
struct Ink(bool);

impl OutlinePen for Ink {
    fn move_to(&mut self, _: f32, _: f32) {}

    fn line_to(&mut self, _: f32, _: f32) {
        self.0 = true;
    }

    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {
        self.0 = true;
    }

    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {
        self.0 = true;
    }

    fn close(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn every_letter_of_the_catalogue_is_in_every_face() {
        let fonts = Fonts::load().expect("the fonts");
        let mut letters: std::collections::BTreeSet<char> =
            "АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя№₸«»–—…•·"
                .chars()
                .collect();
        for language in Language::ALL {
            letters.extend(crate::catalogue::all_text(language).chars().filter(|c| !c.is_control()));
        }
        for face in FACES {
            let missing: Vec<char> =
                letters.iter().copied().filter(|letter| fonts.glyph(face, *letter).is_none()).collect();
            // Signs that only one face has are drawn with that one.
            let missing: Vec<char> = missing.into_iter().filter(|c| fonts.glyph(Face::Mono, *c).is_none()).collect();
            assert!(missing.is_empty(), "{face:?} lacks {missing:?}");
        }
        for letter in "ӘәҒғҚқҢңӨөҰұҮүҺһІі".chars() {
            for face in FACES {
                assert!(fonts.glyph(face, letter).is_some(), "{face:?} lacks {letter}");
            }
        }
    }

    const FACES: [Face; 5] = [Face::Serif, Face::SerifBold, Face::Sans, Face::SansBold, Face::Mono];

    /// Whatever is asked for, what is drawn has a glyph with ink for each letter, or is a space.
    #[track_caller]
    fn assert_seen(fonts: &Fonts, face: Face, text: &str) -> String {
        let pieces = fonts.pieces(face, text);
        for (face, piece) in &pieces {
            for letter in piece.chars() {
                assert!(
                    fonts.glyph(*face, letter).is_some(),
                    "{face:?} shows nothing for U+{:04X} of {text:?}",
                    u32::from(letter)
                );
            }
        }
        pieces.into_iter().map(|(_, piece)| piece).collect()
    }

    #[test]
    fn every_letter_that_the_program_can_say_is_drawn_as_it_is() {
        let fonts = Fonts::load().expect("the fonts");
        let mut said: String = Language::ALL.into_iter().map(crate::catalogue::all_text).collect();
        // The texts of the forms and the signs of tables, maps and marks stand in these.
        for source in [
            include_str!("../compose/forms.rs"),
            include_str!("../compose/annexes.rs"),
            include_str!("../compose/custody.rs"),
            include_str!("../compose/findings.rs"),
            include_str!("../picture/timeline.rs"),
            include_str!("../picture/damage_map.rs"),
            include_str!("../moment.rs"),
            include_str!("blocks.rs"),
            include_str!("../label.rs"),
        ] {
            said.push_str(source);
        }
        said.extend((' '..='~').chain(['\u{A0}', '\u{2212}', '✓', '✗', '→', '–', '№', '₸']));
        let letters: std::collections::BTreeSet<char> = said.chars().filter(|letter| !letter.is_control()).collect();
        assert!(letters.len() > 150, "{} letters", letters.len());
        for face in FACES {
            for letter in &letters {
                assert_eq!(assert_seen(&fonts, face, &letter.to_string()), letter.to_string(), "{face:?}");
            }
        }
    }

    #[test]
    fn no_letter_of_evidence_is_an_empty_box_or_nothing() {
        let fonts = Fonts::load().expect("the fonts");
        for letter in ('!'..='\u{FFFF}').chain('\u{1F000}'..='\u{1FFFF}').chain('\u{20000}'..='\u{200FF}') {
            let drawn = assert_seen(&fonts, Face::Serif, &letter.to_string());
            let number = format!("\\u{{{:X}}}", u32::from(letter));
            assert!(drawn == letter.to_string() || drawn == number, "{drawn:?} for {number}");
        }
        for (name, expected) in [
            ("دليل", "\\u{62F}\\u{644}\\u{64A}\\u{644}"),
            ("証拠", "\\u{8A3C}\\u{62E0}"),
            ("\u{1F9FE}", "\\u{1F9FE}"),
            ("e\u{301}", "e\u{301}"),
            ("a\u{200D}b\u{FE0F}", "a\\u{200D}b\\u{FE0F}"),
            ("\u{3164}", "\\u{3164}"),
        ] {
            for face in FACES {
                assert_eq!(assert_seen(&fonts, face, name), expected, "{face:?}");
            }
        }
    }

    #[test]
    fn a_letter_that_no_font_has_is_shown_by_its_number() {
        let fonts = Fonts::load().expect("the fonts");
        assert_eq!(fonts.pieces(Face::Serif, "a中b"), [(Face::Serif, "a\\u{4E2D}b".to_owned())]);
        assert_eq!(fonts.pieces(Face::Serif, "a✗"), [(Face::Serif, "a".to_owned()), (Face::Mono, "✗".to_owned())]);
    }
}
