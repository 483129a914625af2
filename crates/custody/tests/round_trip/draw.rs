//! Values for records, drawn from bytes that proptest chooses and shrinks.

use sealbag_custody::key::{KeyPair, Signer};
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::scalar::{Date, UtcTime};
use sealbag_custody::text::Text;
use sealbag_manifest::digest::Sha256Digest;

/// Draws values from bytes that proptest chooses and shrinks; without bytes everything optional is absent.
pub(crate) struct Draw<'a>(pub(crate) std::slice::Iter<'a, u8>);

impl Draw<'_> {
    pub(crate) fn byte(&mut self) -> u8 {
        self.0.next().copied().unwrap_or(0)
    }

    pub(crate) fn flag(&mut self) -> bool {
        self.byte() & 1 == 1
    }

    pub(crate) fn integer(&mut self) -> u64 {
        let edges = [0, 1, 9, 10, 255, u64::from(u32::MAX), (1 << 53) + 1, i64::MAX as u64];
        edges[usize::from(self.byte()) % edges.len()]
    }

    pub(crate) fn digest(&mut self) -> Sha256Digest {
        Sha256Digest([self.byte(); 32])
    }

    pub(crate) fn text(&mut self) -> Text {
        let pieces =
            ["a", "\"", "\\", " ", "=", "[x]", "#", "-----", "Қ", "\u{A0}", "é", "👩‍🔬", "true", "\\n", "'''", "."];
        let count = 1 + usize::from(self.byte()) % 5;
        let text: String = (0..count).map(|_| pieces[usize::from(self.byte()) % pieces.len()]).collect();
        Text::new(text).expect("plain pieces")
    }

    pub(crate) fn key(&mut self) -> PublicKey {
        KeyPair::from_seed(&[self.byte(); 32]).expect("a good seed").public_key().clone()
    }

    pub(crate) fn time(&mut self) -> UtcTime {
        let seconds = [-62_135_596_800, 0, 951_782_400, 1_772_357_400, 253_402_300_799];
        UtcTime::from_unix_seconds(seconds[usize::from(self.byte()) % seconds.len()]).expect("in range")
    }

    pub(crate) fn date(&mut self) -> Date {
        ["0001-01-01", "2024-02-29", "9999-12-31"][usize::from(self.byte()) % 3].parse().expect("a day")
    }

    pub(crate) fn some<T>(&mut self, draw: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.flag().then(|| draw(self))
    }

    pub(crate) fn opt(&mut self) -> Option<Text> {
        self.some(Self::text)
    }

    pub(crate) fn many<T>(&mut self, mut draw: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.byte() % 3).map(|_| draw(self)).collect()
    }
}
