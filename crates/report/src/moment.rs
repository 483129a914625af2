//! Dates, times and numbers as the glossary writes them: the day in words, the offset always, and the UTC value beside it.

use sealbag_custody::scalar::{Date, UtcOffset, UtcTime};

use crate::catalogue::Catalogue;
use crate::document::{Inline, Line};

/// A space at which no line is broken.
pub(crate) const NO_BREAK: char = '\u{A0}';

impl Catalogue {
    /// A day in words: `2 March 2026`.
    pub fn date(&self, date: &Date) -> String {
        self.day(&date.to_string())
    }

    /// The day of a moment in UTC, in words.
    pub fn date_of(&self, time: UtcTime) -> String {
        self.day(time.to_string().split('T').next().unwrap_or_default())
    }

    /// A moment in local time with its offset, or in UTC: `2 March 2026, 14:45 (UTC+5)`.
    pub fn short_moment(&self, time: UtcTime, offset: Option<UtcOffset>) -> String {
        let local = offset.and_then(|offset| {
            let local = UtcTime::from_unix_seconds(time.unix_seconds() + i64::from(offset.minutes()) * 60)?;
            Some(self.clock("moment-local", &local.to_string(), &shown_offset(offset)))
        });
        local.unwrap_or_else(|| self.clock("moment-utc", &time.to_string(), ""))
    }

    /// The same, and below it the moment in UTC to the second.
    pub(crate) fn moment(&self, time: UtcTime, offset: Option<UtcOffset>) -> Line {
        Line::plain(self.short_moment(time, offset)).below(Line(vec![Inline::Utc(time.to_string())]))
    }

    /// A moment in UTC to the second, for a sentence that says so: `2 March 2026, 09:45:10`. What is no moment stays.
    pub(crate) fn utc_clock(&self, written: &str) -> String {
        match written.trim_end_matches('Z').split_once('T') {
            Some((day, clock)) if written.parse::<UtcTime>().is_ok() => format!("{},{NO_BREAK}{clock}", self.day(day)),
            _ => written.to_owned(),
        }
    }

    fn clock(&self, key: &str, written: &str, offset: &str) -> String {
        let (day, clock) = written.trim_end_matches('Z').split_once('T').unwrap_or((written, ""));
        let minutes = clock.get(..5).unwrap_or(clock);
        self.with(key, &[("date", &self.day(day)), ("clock", &minutes), ("offset", &offset)])
    }

    fn day(&self, written: &str) -> String {
        let mut parts = written.split('-');
        let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
            return written.to_owned();
        };
        let names = self.text("date-months");
        let number: usize = month.parse().unwrap_or_default();
        let month = names.split(' ').nth(number.wrapping_sub(1)).unwrap_or(month);
        self.with("date-pattern", &[("day", &day.trim_start_matches('0')), ("month", &month), ("year", &year)])
            .replace(' ', &NO_BREAK.to_string())
    }
}

/// `+5`, `+5:30`.
fn shown_offset(offset: UtcOffset) -> String {
    let minutes = offset.minutes();
    let sign = if minutes < 0 { '\u{2212}' } else { '+' };
    match (minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60) {
        (hours, 0) => format!("{sign}{hours}"),
        (hours, rest) => format!("{sign}{hours}:{rest:02}"),
    }
}

/// A number with its digits in groups of three.
pub fn number(value: u64) -> String {
    let digits = value.to_string();
    let mut out = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(NO_BREAK);
        }
        out.push(digit);
    }
    out
}

/// Sixty-four digits in groups of eight, as a person reads them out.
pub fn groups_of_eight(hash: &str) -> String {
    let digits: Vec<char> = hash.chars().collect();
    digits.chunks(8).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn dates_are_written_as_the_glossary_writes_them() {
        let time: UtcTime = "2026-03-02T09:45:10Z".parse().expect("a time");
        let offset: UtcOffset = "+05:00".parse().expect("an offset");
        for (language, key) in [(Language::English, "en"), (Language::Russian, "ru"), (Language::Kazakh, "kk")] {
            let words = Catalogue::new(language);
            let plain = |text: String| text.replace(NO_BREAK, " ");
            assert_eq!(plain(words.date_of(time)), words.text("date-long"), "{key}");
            assert_eq!(plain(words.short_moment(time, Some(offset))), words.text("date-datetime"), "{key}");
            assert_eq!(words.moment(time, Some(offset)).0.last(), Some(&Inline::Utc("2026-03-02T09:45:10Z".into())));
        }
        let words = Catalogue::new(Language::Kazakh);
        assert_eq!(words.short_moment(time, None).replace(NO_BREAK, " "), "2026 жылғы 2 наурыз, 09:45 (UTC)");
    }

    #[test]
    fn offsets_and_numbers_are_readable() {
        for (written, shown) in [("-03:30", "\u{2212}3:30"), ("+05:00", "+5"), ("+05:45", "+5:45")] {
            assert_eq!(shown_offset(written.parse().expect("an offset")), shown);
        }
        assert_eq!(number(0), "0");
        assert_eq!(number(1234), "1\u{A0}234");
        assert_eq!(number(1234567), "1\u{A0}234\u{A0}567");
        assert_eq!(groups_of_eight(&"1a".repeat(32)).split(' ').count(), 8);
    }
}
