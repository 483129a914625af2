//! Values with one spelling: bag identifiers, times, offsets, dates (spec: `docs/spec/records.md`, "Values").

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime};
use sealbag_manifest::digest::{hex, unhex};
use serde::Deserialize;

/// Why a string is not a value of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ScalarError {
    /// Not 32 lower-case hexadecimal digits.
    #[error("a bag identifier is 32 lower-case hexadecimal digits")]
    BagId,
    /// Not a time of this form, or no such day, hour or second.
    #[error("a time is written YYYY-MM-DDTHH:MM:SSZ, in UTC, and must exist in the calendar")]
    UtcTime,
    /// Not an offset of this form.
    #[error("an offset from UTC is written +HH:MM or -HH:MM, at most 18 hours, zero as +00:00")]
    UtcOffset,
    /// Not a date of this form, or no such day.
    #[error("a date is written YYYY-MM-DD and must exist in the calendar")]
    Date,
}

macro_rules! text_form {
    ($name:ident) => {
        impl TryFrom<String> for $name {
            type Error = ScalarError;

            fn try_from(text: String) -> Result<Self, ScalarError> {
                text.parse()
            }
        }
    };
}

/// The random name of a bag: 128 bits, written as 32 lower-case hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct BagId(pub [u8; 16]);

impl BagId {
    /// Draws a new identifier from the system's random numbers.
    #[cfg(feature = "fs")]
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes))
    }
}

impl FromStr for BagId {
    type Err = ScalarError;

    fn from_str(text: &str) -> Result<Self, ScalarError> {
        let bytes = unhex(text).and_then(|bytes| bytes.try_into().ok());
        bytes.map(Self).ok_or(ScalarError::BagId)
    }
}

impl fmt::Display for BagId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

text_form!(BagId);

/// A moment in UTC to the second, years 0001 to 9999, no leap second: `YYYY-MM-DDTHH:MM:SSZ`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct UtcTime(NaiveDateTime);

impl UtcTime {
    /// The moment that many seconds after 1970-01-01T00:00:00Z, if its year is 0001 to 9999.
    pub fn from_unix_seconds(seconds: i64) -> Option<Self> {
        let time = DateTime::from_timestamp(seconds, 0)?.naive_utc();
        (1..=9999).contains(&time.year()).then_some(Self(time))
    }

    /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    pub fn unix_seconds(self) -> i64 {
        self.0.and_utc().timestamp()
    }
}

impl FromStr for UtcTime {
    type Err = ScalarError;

    fn from_str(text: &str) -> Result<Self, ScalarError> {
        let time = || {
            let (date, clock) = text.strip_suffix('Z')?.split_once('T')?;
            let [hour, minute, second] = numbers(clock, [2, 2, 2], b':')?;
            calendar_date(date)?.and_hms_opt(hour, minute, second).map(Self)
        };
        time().ok_or(ScalarError::UtcTime)
    }
}

impl fmt::Display for UtcTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%dT%H:%M:%SZ"))
    }
}

text_form!(UtcTime);

/// The local clock's distance from UTC, in minutes: `+05:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct UtcOffset(i16);

impl UtcOffset {
    /// The widest offset that a record may state, in minutes (RFC 9557 and ISO 8601 practice: 18 hours).
    const LIMIT: i16 = 18 * 60;

    /// An offset of whole minutes, east of Greenwich positive; at most 18 hours either way.
    pub fn from_minutes(minutes: i16) -> Option<Self> {
        (-Self::LIMIT..=Self::LIMIT).contains(&minutes).then_some(Self(minutes))
    }

    /// The offset in minutes, east of Greenwich positive.
    pub fn minutes(self) -> i16 {
        self.0
    }
}

impl FromStr for UtcOffset {
    type Err = ScalarError;

    fn from_str(text: &str) -> Result<Self, ScalarError> {
        let offset = || {
            let (sign, clock) = match text.as_bytes().first()? {
                b'+' => (1, &text[1..]),
                b'-' => (-1, &text[1..]),
                _ => return None,
            };
            let [hours, minutes] = numbers(clock, [2, 2], b':')?;
            let total = i16::try_from(hours * 60 + minutes).ok()?;
            // -00:00 would be a second spelling of zero.
            (minutes < 60 && !(sign < 0 && total == 0)).then_some(())?;
            Self::from_minutes(sign * total)
        };
        offset().ok_or(ScalarError::UtcOffset)
    }
}

impl fmt::Display for UtcOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { '-' } else { '+' };
        let minutes = self.0.unsigned_abs();
        write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

text_form!(UtcOffset);

/// A calendar day of a document: `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Date(NaiveDate);

impl FromStr for Date {
    type Err = ScalarError;

    fn from_str(text: &str) -> Result<Self, ScalarError> {
        calendar_date(text).map(Self).ok_or(ScalarError::Date)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

text_form!(Date);

fn calendar_date(text: &str) -> Option<NaiveDate> {
    let [year, month, day] = numbers(text, [4, 2, 2], b'-')?;
    let year = i32::try_from(year).ok().filter(|year| *year >= 1)?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// Reads numbers of exactly these many digits, joined by `separator`.
fn numbers<const N: usize>(text: &str, widths: [usize; N], separator: u8) -> Option<[u32; N]> {
    let mut parts = text.as_bytes().split(|byte| *byte == separator);
    let mut values = [0; N];
    for (value, width) in values.iter_mut().zip(widths) {
        let digits = parts.next()?;
        if digits.len() != width || !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        *value = digits.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'));
    }
    parts.next().is_none().then_some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_keep_their_one_spelling() {
        for text in ["0001-01-01T00:00:00Z", "2024-02-29T23:59:59Z", "9999-12-31T23:59:59Z"] {
            assert_eq!(text.parse::<UtcTime>().expect("a good time").to_string(), text);
        }
        let time = UtcTime::from_unix_seconds(1_700_000_000).expect("in range");
        assert_eq!(time.to_string(), "2023-11-14T22:13:20Z");
        assert_eq!(time.unix_seconds(), 1_700_000_000);
        assert_eq!(UtcTime::from_unix_seconds(253_402_300_800), None);
        assert_eq!(UtcTime::from_unix_seconds(i64::MIN), None);
    }

    #[test]
    fn refuses_times_that_do_not_exist_or_are_spelt_otherwise() {
        for text in [
            "",
            "0000-01-01T00:00:00Z",
            "10000-01-01T00:00:00Z",
            "2023-02-29T00:00:00Z",
            "2023-13-01T00:00:00Z",
            "2023-01-01T24:00:00Z",
            "2016-12-31T23:59:60Z",
            "2023-01-01t00:00:00Z",
            "2023-01-01T00:00:00z",
            "2023-01-01T00:00:00",
            "2023-01-01T00:00:00+00:00",
            "2023-01-01T00:00:00.0Z",
            "2023-01-01 00:00:00Z",
            "+023-01-01T00:00:00Z",
            "2023-1-01T00:00:00Z",
            "2023-01-01T00:00:00ZZ",
            "２023-01-01T00:00:00Z",
        ] {
            assert_eq!(text.parse::<UtcTime>(), Err(ScalarError::UtcTime), "{text}");
        }
    }

    #[test]
    fn offsets_and_dates_and_bag_identifiers_have_one_spelling() {
        for text in ["+00:00", "+05:00", "-03:30", "+18:00", "-18:00"] {
            assert_eq!(text.parse::<UtcOffset>().expect("a good offset").to_string(), text);
        }
        for text in ["", "Z", "-00:00", "+5:00", "+05:60", "+18:01", "05:00", "+05:00:00", "é05:00"] {
            assert_eq!(text.parse::<UtcOffset>(), Err(ScalarError::UtcOffset), "{text}");
        }
        assert_eq!("2024-02-29".parse::<Date>().expect("a leap day").to_string(), "2024-02-29");
        assert_eq!("2023-02-29".parse::<Date>(), Err(ScalarError::Date));
        let id = "00112233445566778899aabbccddeeff";
        assert_eq!(id.parse::<BagId>().expect("32 digits").to_string(), id);
        for text in ["", "00", "00112233445566778899AABBCCDDEEFF", "00112233445566778899aabbccddeeff00"] {
            assert_eq!(text.parse::<BagId>(), Err(ScalarError::BagId), "{text}");
        }
    }
}
