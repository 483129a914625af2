//! Times of the file system: UTC with nine decimals.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

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
        let year = DateTime::from_timestamp(seconds, nanoseconds)?.year();
        (nanoseconds < 1_000_000_000 && (0..=9999).contains(&year)).then_some(Self { seconds, nanoseconds })
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
        let time = DateTime::from_timestamp(self.seconds, self.nanoseconds)
            .expect("FileTime::new accepts only times that chrono can show");
        let mut number = |value: u32, digits: usize, end: u8| {
            let start = out.len();
            out.resize(start + digits, b'0');
            let mut rest = value;
            for digit in out[start..].iter_mut().rev() {
                *digit = b'0' + (rest % 10) as u8;
                rest /= 10;
            }
            out.push(end);
        };
        number(time.year().unsigned_abs(), 4, b'-');
        number(time.month(), 2, b'-');
        number(time.day(), 2, b'T');
        number(time.hour(), 2, b':');
        number(time.minute(), 2, b':');
        number(time.second(), 2, b'.');
        number(self.nanoseconds, 9, b'Z');
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
        let date = NaiveDate::from_ymd_opt(number(0, 4)?.try_into().ok()?, number(5, 7)?, number(8, 10)?)?;
        let time = NaiveTime::from_hms_opt(number(11, 13)?, number(14, 16)?, number(17, 19)?)?;
        Self::new(NaiveDateTime::new(date, time).and_utc().timestamp(), number(20, 29)?)
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
    fn refuses_other_forms() {
        for text in [
            "1970-01-01T00:00:00Z",
            "1970-01-01T00:00:60.000000000Z",
            "1970-02-30T00:00:00.000000000Z",
            "1970-01-01 00:00:00.000000000Z",
            "1970-01-01T00:00:00.00000000 Z",
            "1970-01-01T00:00:00.000000000z",
        ] {
            assert_eq!(FileTime::parse(text), None, "{text}");
        }
    }
}
