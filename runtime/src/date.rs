//! Dates of other crates, behind the features of their names; the documentation of `kind` describes
//! them.

#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "jiff")]
mod jiff;

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{self, Unexpected, Visitor};

/// A date, as the pages write it.
const DATE: &str = "%Y-%m-%d";
/// A date with a time.
const DATE_TIME: &str = "%Y-%m-%dT%H:%M:%S";
/// The same, with an offset.
const MOMENT: &str = "%Y-%m-%dT%H:%M:%S%:z";

/// A date as a portal wrote it; that there is such a day is not checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Written {
    year: u16,
    month: u8,
    day: u8,
    time: Option<Time>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Time {
    hour: u8,
    minute: u8,
    second: u8,
    nanosecond: u32,
    /// In seconds, east of Greenwich.
    offset: Option<i32>,
}

impl Written {
    /// Reads `2026-02-24T13:19:39+01:00`, `2026-02-24 13:19:39`, `24.02.2026 13:19:39`, or the day alone.
    fn read(text: &str) -> Option<Self> {
        let (day, time) = match text.split_once(['T', ' ']) {
            Some((day, time)) => (day, Some(Time::read(time)?)),
            None => (text, None),
        };
        let (year, month, day) = if let Some((day, rest)) = day.split_once('.') {
            let (month, year) = rest.split_once('.')?;
            (year, month, day)
        } else {
            let (year, rest) = day.split_once('-')?;
            let (month, day) = rest.split_once('-')?;
            (year, month, day)
        };
        let year = (year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit())).then_some(year)?;
        Some(Self {
            year: year.parse().ok()?,
            month: two_digits(month)?,
            day: two_digits(day)?,
            time,
        })
    }
}

impl Time {
    fn read(text: &str) -> Option<Self> {
        let (clock, offset) = match text.find(['Z', '+', '-']) {
            Some(place) => {
                let (clock, offset) = text.split_at(place);
                (clock, Some(self::offset(offset)?))
            }
            None => (text, None),
        };
        let (hour, rest) = clock.split_once(':')?;
        let (minute, rest) = rest.split_once(':').unwrap_or((rest, "00"));
        let (second, fraction) = rest.split_once('.').unwrap_or((rest, "0"));
        let time = Self {
            hour: two_digits(hour)?,
            minute: two_digits(minute)?,
            second: two_digits(second)?,
            nanosecond: nanoseconds(fraction)?,
            offset,
        };
        (time.hour < 24 && time.minute < 60 && time.second < 60).then_some(time)
    }
}

/// `Z`, `+01:00`, `+0100` or `+01`.
fn offset(text: &str) -> Option<i32> {
    if text == "Z" {
        return Some(0);
    }
    let (sign, digits) = text.split_at_checked(1)?;
    let (hours, minutes) = digits.split_at_checked(2)?;
    let minutes = minutes.strip_prefix(':').unwrap_or(minutes);
    let minutes = if minutes.is_empty() {
        0
    } else {
        two_digits(minutes)?
    };
    let seconds = i32::from(two_digits(hours)?) * 3600 + i32::from(minutes) * 60;
    Some(if sign == "-" { -seconds } else { seconds })
}

fn two_digits(text: &str) -> Option<u8> {
    let digits = text.len() == 2 && text.bytes().all(|digit| digit.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

/// Of the digits behind the point; those beyond nanoseconds are left out.
fn nanoseconds(fraction: &str) -> Option<u32> {
    let digits = !fraction.is_empty() && fraction.bytes().all(|digit| digit.is_ascii_digit());
    digits.then(|| format!("{fraction:0<9}").get(..9)?.parse().ok())?
}

/// Decodes what `make` makes of a date; `expected` says what that is.
fn decode<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    expected: &'static str,
    make: fn(Written) -> Option<T>,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(Date {
        expected,
        make,
        value: PhantomData,
    })
}

struct Date<T> {
    expected: &'static str,
    make: fn(Written) -> Option<T>,
    value: PhantomData<T>,
}

impl<T> Visitor<'_> for Date<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        Written::read(text)
            .and_then(self.make)
            .ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

const A_DATE: &str = "a date, such as 2026-02-24";
const A_DATE_TIME: &str = "a date with a time, such as 2026-02-24T13:19:39";
const A_MOMENT: &str = "a date with a time and an offset, such as 2026-02-24T13:19:39+01:00";

/// What the types of both crates have in common: `$type` is of the class, `$format` writes it in the
/// form given, and `$read` reads it.
macro_rules! dates {
    ($format:ident: $($class:ident $type:ty: $form:expr, $expected:expr, $read:expr);+ $(;)?) => {
        $(
            impl Scalar for $type {}

            impl Lenient for $type {
                const FORM: Form = Form::Scalar;

                fn decode<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    super::decode(deserializer, $expected, $read)
                }
            }

            #[diagnostic::do_not_recommend]
            impl<K: Takes<$class>> SentAs<K> for $type {
                fn serialize_as<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.collect_str(&self.$format($form))
                }
            }
        )+
    };
}
use dates;

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Written = Written {
        year: 2026,
        month: 2,
        day: 24,
        time: None,
    };

    fn at(hour: u8, minute: u8, second: u8, nanosecond: u32, offset: Option<i32>) -> Written {
        let time = Time {
            hour,
            minute,
            second,
            nanosecond,
            offset,
        };
        Written {
            time: Some(time),
            ..DAY
        }
    }

    #[test]
    fn every_form_of_the_pages_is_read() {
        for (text, date) in [
            ("2026-02-24", DAY),
            ("24.02.2026", DAY),
            ("24.02.2026 13:19:39", at(13, 19, 39, 0, None)),
            ("2026-02-24 13:19:39", at(13, 19, 39, 0, None)),
            ("2026-02-24T13:19", at(13, 19, 0, 0, None)),
            ("2026-02-24T13:19:39Z", at(13, 19, 39, 0, Some(0))),
            ("2026-02-24T13:19:39+01:00", at(13, 19, 39, 0, Some(3600))),
            ("2026-02-24T13:19:39-0330", at(13, 19, 39, 0, Some(-12_600))),
            (
                "2026-02-24T13:19:39.25+03",
                at(13, 19, 39, 250_000_000, Some(10_800)),
            ),
            (
                "2026-02-24T13:19:39.1234567891Z",
                at(13, 19, 39, 123_456_789, Some(0)),
            ),
        ] {
            assert_eq!(Written::read(text), Some(date), "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_dates() {
        for text in [
            "",
            "2026",
            "2026-2-24",
            "02/24/2026",
            "24.02.26",
            "2026-02-24T",
            "2026-02-24T13",
            "2026-02-24T24:00:00",
            "2026-02-24T13:60",
            "2026-02-24 13:19:39 pm",
            "2026-02-24T13:19:39.",
            "2026-02-24T13:19:39+",
            "2026-02-24T13:19:39+1",
            "2026-02-24T13:19:39+01:00[Europe/Berlin]",
            "+026-02-24",
            "2026-02-24T13:19:3９",
        ] {
            assert_eq!(Written::read(text), None, "{text}");
        }
    }
}
