//! Times of the file system: UTC with nine decimals.
//!
//! Every entry has four of them and every verification reads and writes each, so the calendar is computed here, in a few
//! divisions; the tests hold it to that of the crate `chrono`.

/// 0000-01-01T00:00:00Z.
const FIRST: i64 = -62_167_219_200;
/// 9999-12-31T23:59:59Z.
const LAST: i64 = 253_402_300_799;
const DAY: i64 = 86_400;
/// Days of 400 years, after which the Gregorian calendar repeats itself.
const DAYS_OF_400_YEARS: i64 = 146_097;
/// From 0000-03-01, where the years of the computation begin, to 1970-01-01.
const DAYS_TO_1970: i64 = 719_468;

/// Year, month and day of a day counted from 1970-01-01 (proleptic Gregorian calendar). Years begin in March here, so that
/// the leap day is the last of the year.
fn date_of(day: i64) -> (u32, u32, u32) {
    let day = day + DAYS_TO_1970;
    let (era, day_of_era) = (day.div_euclid(DAYS_OF_400_YEARS), day.rem_euclid(DAYS_OF_400_YEARS));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    // Months from March on have 31, 30, 31, 30, 31 days, twice: 153 days in five months.
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year as u32, month as u32, day_of_month as u32)
}

/// The day of a date, counted from 1970-01-01.
fn day_of(year: u32, month: u32, day_of_month: u32) -> i64 {
    let (year, month, day_of_month) =
        (i64::from(year) - i64::from(month <= 2), i64::from(month), i64::from(day_of_month));
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let month_from_march = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * month_from_march + 2) / 5 + day_of_month - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * DAYS_OF_400_YEARS + day_of_era - DAYS_TO_1970
}

/// The last day of a month from 1 to 12.
fn days_of_month(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(is_leap),
        _ => 31,
    }
}

/// A time of the file system, to the nanosecond, in the years 0 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileTime {
    seconds: i64,
    nanoseconds: u32,
}

impl FileTime {
    /// Length of the written form.
    pub const LEN: usize = "1970-01-01T00:00:00.000000000Z".len();

    /// `None` outside the years 0 to 9999: such a time has no written form and is left out of the entry.
    pub fn new(seconds: i64, nanoseconds: u32) -> Option<Self> {
        let can_be_shown = nanoseconds < 1_000_000_000 && (FIRST..=LAST).contains(&seconds);
        can_be_shown.then_some(Self { seconds, nanoseconds })
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    pub fn seconds(&self) -> i64 {
        self.seconds
    }

    /// Nanoseconds within the second.
    pub fn nanoseconds(&self) -> u32 {
        self.nanoseconds
    }

    /// Appends the written form.
    pub fn write(&self, out: &mut Vec<u8>) {
        let (year, month, day) = date_of(self.seconds.div_euclid(DAY));
        let second = self.seconds.rem_euclid(DAY) as u32;
        let mut text = *b"0000-00-00T00:00:00.000000000Z";
        let mut number = |from: usize, to: usize, mut value: u32| {
            for digit in text[from..to].iter_mut().rev() {
                *digit = b'0' + (value % 10) as u8;
                value /= 10;
            }
        };
        number(0, 4, year);
        number(5, 7, month);
        number(8, 10, day);
        number(11, 13, second / 3600);
        number(14, 16, second / 60 % 60);
        number(17, 19, second % 60);
        number(20, 29, self.nanoseconds);
        out.extend_from_slice(&text);
    }

    /// Reads exactly the written form of a time that exists; leap seconds are refused.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != Self::LEN {
            return None;
        }
        let fixed = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':'), (19, b'.'), (29, b'Z')];
        if fixed.iter().any(|&(at, byte)| bytes[at] != byte) {
            return None;
        }
        let number = |from: usize, to: usize| {
            bytes[from..to]
                .iter()
                .try_fold(0u32, |value, digit| digit.is_ascii_digit().then(|| value * 10 + u32::from(digit - b'0')))
        };
        let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
        let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
        // A date that does not exist would be written as another one.
        let exists = (1..=12).contains(&month) && (1..=days_of_month(year, month)).contains(&day);
        if !exists || hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        Self::new(day_of(year, month, day) * DAY + i64::from(hour * 3600 + minute * 60 + second), number(20, 29)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(time: FileTime) -> String {
        let mut out = Vec::new();
        time.write(&mut out);
        String::from_utf8(out).expect("ASCII")
    }

    #[test]
    fn writes_and_reads_times_before_1970_and_far_ahead() {
        for (seconds, nanoseconds, text) in [
            (0, 0, "1970-01-01T00:00:00.000000000Z"),
            (-315_619_200, 1, "1960-01-01T00:00:00.000000001Z"),
            (253_402_300_799, 999_999_999, "9999-12-31T23:59:59.999999999Z"),
            (-62_167_219_200, 0, "0000-01-01T00:00:00.000000000Z"),
        ] {
            let time = FileTime::new(seconds, nanoseconds).expect("in range");
            assert_eq!(written(time), text);
            assert_eq!(FileTime::parse(text), Some(time));
        }
        assert_eq!(FileTime::new(253_402_300_800, 0), None);
        assert_eq!(FileTime::new(i64::MAX, 0), None);
        assert_eq!(FileTime::new(0, 1_000_000_000), None);
    }

    #[test]
    fn every_day_of_ten_thousand_years_is_the_calendar_of_chrono() {
        use chrono::{DateTime, Datelike, NaiveDate};
        for day in FIRST / DAY..=LAST / DAY {
            let date = DateTime::from_timestamp(day * DAY, 0).expect("in range");
            let (year, month, day_of_month) = (date.year() as u32, date.month(), date.day());
            assert_eq!(date_of(day), (year, month, day_of_month));
            assert_eq!(day_of(year, month, day_of_month), day);
        }
        for (year, month) in (0..=9999).step_by(7).flat_map(|year| (0..=13).map(move |month| (year, month))) {
            for day in [0, 1, 28, 29, 30, 31, 32, 99] {
                let text = format!("{year:04}-{month:02}-{day:02}T23:59:59.000000001Z");
                let exists = NaiveDate::from_ymd_opt(year, month, day).is_some();
                assert_eq!(FileTime::parse(&text).map(written), exists.then_some(text));
            }
        }
    }

    #[test]
    fn refuses_other_forms() {
        for text in [
            "1970-01-01T00:00:00Z",
            "1970-01-01T00:00:60.000000000Z",
            "1970-01-01T24:00:00.000000000Z",
            "1970-01-01T00:60:00.000000000Z",
            "1970-02-30T00:00:00.000000000Z",
            "1970-01-01 00:00:00.000000000Z",
            "1970-01-01T00:00:00.00000000 Z",
            "1970-01-01T00:00:00.000000000z",
        ] {
            assert_eq!(FileTime::parse(text), None, "{text}");
        }
    }
}
