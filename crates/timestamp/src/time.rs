//! Moments of a token: `genTime` with its fraction, its accuracy, and whole seconds (RFC 3161, 2.4.2).

use std::fmt;

use chrono::{DateTime, NaiveDate};

use crate::element::{Element, GENERALIZED_TIME, INTEGER, context_primitive};
use crate::fault::Fault;

const NANOS: i128 = 1_000_000_000;
const FIRST: i64 = -62_135_596_800;
const LAST: i64 = 253_402_300_799;

/// A second of UTC, years 0001 to 9999, written `YYYY-MM-DDTHH:MM:SSZ`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UtcSecond(i64);

impl UtcSecond {
    /// The moment that many seconds after 1970-01-01T00:00:00Z, if its year is 0001 to 9999.
    pub fn from_unix_seconds(seconds: i64) -> Option<Self> {
        (FIRST..=LAST).contains(&seconds).then_some(Self(seconds))
    }

    /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    pub fn unix_seconds(self) -> i64 {
        self.0
    }
}

impl fmt::Display for UtcSecond {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = DateTime::from_timestamp(self.0, 0).ok_or(fmt::Error)?;
        write!(f, "{}", time.format("%Y-%m-%dT%H:%M:%SZ"))
    }
}

/// When the authority says that the token was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GenTime {
    second: UtcSecond,
    nanos: u32,
}

impl GenTime {
    /// The second that it lies in.
    pub fn second(self) -> UtcSecond {
        self.second
    }

    /// Nanoseconds since that second began.
    pub fn nanos(self) -> u32 {
        self.nanos
    }

    /// `YYYYMMDDhhmmss[.s...]Z`, at most nine digits behind the point. Zeros at the end of the fraction, which the
    /// authority must not write, are read all the same.
    pub(crate) fn parse(element: Element<'_>) -> Result<Self, Fault> {
        const WHAT: &str = "its time is not of the form YYYYMMDDhhmmss[.s]Z or not in the calendar";
        let read = || {
            let text = element.content.strip_suffix(b"Z").filter(|_| element.tag == GENERALIZED_TIME)?;
            let (whole, fraction) = text.split_at_checked(14)?;
            let number = |digits: &[u8]| {
                let all = digits.iter().all(u8::is_ascii_digit);
                all.then(|| digits.iter().fold(0_u32, |sum, digit| sum * 10 + u32::from(digit - b'0')))
            };
            let year = i32::try_from(number(&whole[..4])?).ok()?;
            let date = NaiveDate::from_ymd_opt(year, number(&whole[4..6])?, number(&whole[6..8])?)?;
            let time = date.and_hms_opt(number(&whole[8..10])?, number(&whole[10..12])?, number(&whole[12..])?)?;
            let nanos = match fraction {
                [] => 0,
                [b'.', digits @ ..] if (1..=9).contains(&digits.len()) => {
                    number(digits)? * 10_u32.pow(9 - u32::try_from(digits.len()).ok()?)
                }
                _ => return None,
            };
            Some(Self { second: UtcSecond::from_unix_seconds(time.and_utc().timestamp())?, nanos })
        };
        read().ok_or(Fault::malformed(WHAT))
    }

    fn in_nanos(self) -> i128 {
        i128::from(self.second.0) * NANOS + i128::from(self.nanos)
    }
}

impl fmt::Display for GenTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.second.to_string();
        if self.nanos == 0 {
            return f.write_str(&text);
        }
        let fraction = format!("{:09}", self.nanos);
        write!(f, "{}.{}Z", text.trim_end_matches('Z'), fraction.trim_end_matches('0'))
    }
}

/// How far the authority's clock may be off, either way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Accuracy {
    /// Whole seconds.
    pub seconds: u32,
    /// And thousandths, 0 to 999.
    pub millis: u16,
    /// And millionths, 0 to 999.
    pub micros: u16,
}

impl Accuracy {
    pub(crate) fn parse(element: Element<'_>) -> Result<Self, Fault> {
        const WHAT: &str = "its accuracy";
        let mut fields = element.elements();
        let seconds = match fields.optional(INTEGER)? {
            Some(seconds) => seconds.small(INTEGER, WHAT)?,
            None => 0,
        };
        let mut part = |tag: u8| -> Result<u16, Fault> {
            let Some(part) = fields.optional(tag)? else { return Ok(0) };
            let value = part.small(tag, WHAT)?;
            u16::try_from(value).ok().filter(|value| (1..=999).contains(value)).ok_or(Fault::malformed(WHAT))
        };
        let (millis, micros) = (part(context_primitive(0))?, part(context_primitive(1))?);
        fields.end(WHAT)?;
        Ok(Self { seconds, millis, micros })
    }

    fn in_nanos(self) -> i128 {
        i128::from(self.seconds) * NANOS + i128::from(self.millis) * 1_000_000 + i128::from(self.micros) * 1_000
    }
}

impl fmt::Display for Accuracy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let micros = u32::from(self.millis) * 1_000 + u32::from(self.micros);
        match micros {
            0 => write!(f, "{} s", self.seconds),
            _ => write!(f, "{} s", format!("{}.{micros:06}", self.seconds).trim_end_matches('0')),
        }
    }
}

/// From when to when the token can have been made: `genTime` less and more its accuracy, outwards to whole seconds.
pub(crate) fn bounds(time: GenTime, accuracy: Option<Accuracy>) -> Result<(UtcSecond, UtcSecond), Fault> {
    let accuracy = accuracy.unwrap_or_default().in_nanos();
    let second = |nanos: i128| i64::try_from(nanos).ok().and_then(UtcSecond::from_unix_seconds);
    let earliest = second((time.in_nanos() - accuracy).div_euclid(NANOS));
    let latest = second(-(-(time.in_nanos() + accuracy)).div_euclid(NANOS));
    earliest.zip(latest).ok_or(Fault::malformed("its accuracy leads out of the calendar"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gen_time(text: &str) -> Result<GenTime, Fault> {
        GenTime::parse(Element { tag: GENERALIZED_TIME, content: text.as_bytes(), whole: &[] })
    }

    #[test]
    fn reads_times_with_and_without_a_fraction() {
        for (text, shown) in [
            ("20261122221000Z", "2026-11-22T22:10:00Z"),
            ("20261122221000.884Z", "2026-11-22T22:10:00.884Z"),
            ("20261122221000.880Z", "2026-11-22T22:10:00.88Z"),
            ("20240229235959.000000001Z", "2024-02-29T23:59:59.000000001Z"),
            ("00010101000000Z", "0001-01-01T00:00:00Z"),
        ] {
            assert_eq!(gen_time(text).expect("a good time").to_string(), shown);
        }
    }

    #[test]
    fn refuses_times_of_another_form() {
        for text in [
            "",
            "Z",
            "20261122221000",
            "2026112222100Z",
            "202611222210Z",
            "20261122221000.Z",
            "20261122221000,5Z",
            "20261122221000.1234567890Z",
            "20261122221000+0000",
            "20260229000000Z",
            "20261122240000Z",
            "20161231235960Z",
            "00000101000000Z",
            "2026112222100aZ",
        ] {
            assert!(gen_time(text).is_err(), "{text}");
        }
    }

    #[test]
    fn bounds_go_outwards_to_whole_seconds() {
        let accuracy = |seconds, millis, micros| Some(Accuracy { seconds, millis, micros });
        for (text, accuracy, earliest, latest) in [
            ("20261122221000Z", None, "2026-11-22T22:10:00Z", "2026-11-22T22:10:00Z"),
            ("20261122221000.001Z", None, "2026-11-22T22:10:00Z", "2026-11-22T22:10:01Z"),
            ("20261122221000Z", accuracy(1, 0, 0), "2026-11-22T22:09:59Z", "2026-11-22T22:10:01Z"),
            ("20261122221000Z", accuracy(0, 0, 1), "2026-11-22T22:09:59Z", "2026-11-22T22:10:01Z"),
            ("20261122221000.5Z", accuracy(1, 500, 0), "2026-11-22T22:09:59Z", "2026-11-22T22:10:02Z"),
            ("19690101000000Z", accuracy(0, 1, 0), "1968-12-31T23:59:59Z", "1969-01-01T00:00:01Z"),
        ] {
            let (low, high) = bounds(gen_time(text).expect("a good time"), accuracy).expect("in the calendar");
            assert_eq!((low.to_string().as_str(), high.to_string().as_str()), (earliest, latest), "{text}");
        }
        let last = gen_time("99991231235959Z").expect("a good time");
        assert!(bounds(last, accuracy(1, 0, 0)).is_err());
        assert!(bounds(gen_time("00010101000000Z").expect("a good time"), accuracy(1, 0, 0)).is_err());
    }
}
