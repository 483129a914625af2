//! What the progress says, put into words before the work begins: it is told from every worker at once.

use std::time::Duration;

use indicatif::{HumanBytes, HumanCount, HumanDuration};
use sealbag::progress::Phase;
use sealbag_report::{Language, number};

use crate::words::Words;

/// Stands for the value in a text that is kept with a place for it; no value of a progress has it.
const PLACE: &str = "\u{0}";

/// The phases, in the order of [`Said::action`].
const ACTIONS: [&str; 6] = [
    "say-progress-sealing",
    "say-progress-reading-back",
    "say-progress-verifying",
    "say-progress-extracting",
    "say-progress-packing",
    "say-progress-unpacking",
];

/// Units of bytes, as they are counted and as they are said.
const SIZES: [(&str, &str); 6] = [
    ("B", "say-unit-byte"),
    ("KiB", "say-unit-kib"),
    ("MiB", "say-unit-mib"),
    ("GiB", "say-unit-gib"),
    ("TiB", "say-unit-tib"),
    ("PiB", "say-unit-pib"),
];

/// Units of time, likewise.
const TIMES: [(&str, &str); 6] = [
    ("s", "say-unit-second"),
    ("m", "say-unit-minute"),
    ("h", "say-unit-hour"),
    ("d", "say-unit-day"),
    ("w", "say-unit-week"),
    ("y", "say-unit-year"),
];

/// The texts of one language.
pub(super) struct Said {
    language: Language,
    pub(super) working: String,
    actions: [String; 6],
    entries: String,
    left: String,
    rate: String,
    sizes: [String; 6],
    times: [String; 6],
    other_device: String,
}

impl Said {
    pub(super) fn new(words: &Words) -> Self {
        let with = |key: &'static str, name: &str| words.with(key, &[(name, &PLACE)]);
        Self {
            language: words.catalogue().language(),
            working: words.text("say-progress-working"),
            actions: ACTIONS.map(|key| words.text(key)),
            entries: with("say-progress-entries", "count"),
            left: with("say-progress-left", "time"),
            rate: with("say-progress-rate", "bytes"),
            sizes: SIZES.map(|(_, key)| words.text(key)),
            times: TIMES.map(|(_, key)| with(key, "count")),
            other_device: with("say-other-device", "path"),
        }
    }

    /// What is being done.
    pub(super) fn action(&self, phase: Phase) -> &str {
        &self.actions[match phase {
            Phase::Sealing => 0,
            Phase::ReadingBack => 1,
            Phase::Verifying => 2,
            Phase::Extracting => 3,
            Phase::Packing => 4,
            Phase::Unpacking => 5,
        }]
    }

    /// A number of bytes.
    pub(super) fn bytes(&self, count: u64) -> String {
        let english = HumanBytes(count).to_string();
        let Some((value, unit)) = english.split_once(' ') else { return english };
        let said = SIZES.iter().position(|(known, _)| *known == unit).map_or(unit, |at| &self.sizes[at]);
        match self.language {
            Language::English => format!("{value} {said}"),
            _ => format!("{} {said}", value.replace('.', ",")),
        }
    }

    /// A number of things, its digits in groups.
    pub(super) fn count(&self, count: u64) -> String {
        match self.language {
            Language::English => HumanCount(count).to_string(),
            _ => number(count),
        }
    }

    /// So many entries; `count` may be a number of a number.
    pub(super) fn entries(&self, count: &str) -> String {
        self.entries.replacen(PLACE, count, 1)
    }

    /// Bytes a second.
    pub(super) fn rate(&self, bytes: u64) -> String {
        self.rate.replacen(PLACE, &self.bytes(bytes), 1)
    }

    /// How long it will take.
    pub(super) fn left(&self, time: Duration) -> String {
        let english = format!("{:#}", HumanDuration(time));
        let (value, unit) = english.split_at(english.find(|c: char| !c.is_ascii_digit()).unwrap_or(english.len()));
        let at = TIMES.iter().position(|(known, _)| *known == unit);
        let said = at.map_or_else(|| english.clone(), |at| self.times[at].replacen(PLACE, value, 1));
        self.left.replacen(PLACE, &said, 1)
    }

    /// A device that is not the one of before; `path` is safe to show.
    pub(super) fn other_device(&self, path: &str) -> String {
        self.other_device.replacen(PLACE, path, 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(language: Language) -> Said {
        Said::new(&Words::new(language))
    }

    #[test]
    fn english_progress_is_what_the_bar_itself_would_say() {
        let said = said(Language::English);
        for count in [0, 15, 1_500, 1_500_000, 1_500_000_000, 1_500_000_000_000, 1_500_000_000_000_000, u64::MAX] {
            assert_eq!(said.bytes(count), HumanBytes(count).to_string());
            assert_eq!(said.rate(count), format!("{}/s", HumanBytes(count)));
            assert_eq!(said.count(count), HumanCount(count).to_string());
        }
        for seconds in [0, 5, 89, 400, 9_000, 400_000, 4_000_000, 400_000_000, u64::MAX] {
            let time = Duration::from_secs(seconds);
            assert_eq!(said.left(time), format!("{:#} left", HumanDuration(time)));
        }
    }

    #[test]
    fn progress_is_said_with_the_numbers_of_the_language() {
        let said = said(Language::Russian);
        assert_eq!(said.bytes(4_100_000), "3,91 МиБ");
        assert_eq!(said.rate(4_100_000), "3,91 МиБ/с");
        assert_eq!(said.entries(&said.count(4_000)), "строк перечня: 4\u{A0}000");
        assert_eq!(said.left(Duration::from_secs(300)), "осталось 5 мин");
        assert_eq!(said.action(Phase::ReadingBack), "контрольное чтение");
    }
}
