//! What an answer says about how long the call took.

use std::fmt;
use std::time::{Duration, SystemTime};

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::decode::Name;

/// The `time` member of an answer: when the call ran, how long, and how much computing time its
/// method has used up.
///
/// Portals differ in which keys they send and in how they write the numbers; whatever is missing or
/// unusable is `None`, and never an error. Times are kept to the microsecond.
///
/// ```
/// let portal = b24_portal::Portal::start()?;
/// let client = b24::Client::webhook(portal.webhook())?;
/// let time = client.call_raw("server.time", &())?.time;
/// println!("{:?} for this call, {:?} in ten minutes", time.duration(), time.operating());
/// # assert!(time.duration().is_some() && time.start() <= time.finish());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Source: [the `time` object](https://apidocs.bitrix24.com/api-reference/data-types.html#time).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Time {
    start: Option<Duration>,
    finish: Option<Duration>,
    duration: Option<Duration>,
    processing: Option<Duration>,
    date_start: Option<String>,
    date_finish: Option<String>,
    operating_reset_at: Option<Duration>,
    operating: Option<Duration>,
}

impl Time {
    /// When the portal began with the request (`start`).
    #[must_use]
    pub fn start(&self) -> Option<SystemTime> {
        since_epoch(self.start)
    }

    /// When the portal had finished it (`finish`).
    #[must_use]
    pub fn finish(&self) -> Option<SystemTime> {
        since_epoch(self.finish)
    }

    /// How long the request took on the portal (`duration`).
    #[must_use]
    pub fn duration(&self) -> Option<Duration> {
        self.duration
    }

    /// How long the method itself ran (`processing`); current portals round it to seconds.
    #[must_use]
    pub fn processing(&self) -> Option<Duration> {
        self.processing
    }

    /// `start` as the portal writes it, in its own time zone, such as `2026-02-24T13:19:39+03:00`.
    #[must_use]
    pub fn date_start(&self) -> Option<&str> {
        self.date_start.as_deref()
    }

    /// `finish` as the portal writes it.
    #[must_use]
    pub fn date_finish(&self) -> Option<&str> {
        self.date_finish.as_deref()
    }

    /// When the oldest part of `operating` will be forgotten (`operating_reset_at`).
    #[must_use]
    pub fn operating_reset_at(&self) -> Option<SystemTime> {
        since_epoch(self.operating_reset_at)
    }

    /// The computing time that the method has used up within the last ten minutes, as the portal
    /// counts it for this application or webhook (`operating`). Only cloud portals tell it.
    #[must_use]
    pub fn operating(&self) -> Option<Duration> {
        self.operating
    }
}

fn since_epoch(time: Option<Duration>) -> Option<SystemTime> {
    SystemTime::UNIX_EPOCH.checked_add(time?)
}

/// Seconds, written as a number or as a text; nothing where they are unusable.
struct Seconds(Option<Duration>);

impl Seconds {
    fn new(seconds: f64) -> Self {
        // A double holds today's Unix time to a quarter of a microsecond, so what is beyond is noise.
        Self(Duration::try_from_secs_f64(seconds).ok().map(|exact| {
            let rounded = exact.saturating_add(Duration::from_nanos(500));
            Duration::new(rounded.as_secs(), rounded.subsec_micros() * 1_000)
        }))
    }
}

impl<'de> Deserialize<'de> for Seconds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;

        impl<'de> Visitor<'de> for Any {
            type Value = Seconds;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("seconds")
            }

            fn visit_f64<E>(self, seconds: f64) -> Result<Seconds, E> {
                Ok(Seconds::new(seconds))
            }

            fn visit_u64<E>(self, seconds: u64) -> Result<Seconds, E> {
                Ok(Seconds(Some(Duration::from_secs(seconds))))
            }

            fn visit_str<E>(self, text: &str) -> Result<Seconds, E> {
                Ok(text.parse().map_or(Seconds(None), Seconds::new))
            }

            fn visit_i64<E>(self, _: i64) -> Result<Seconds, E> {
                Ok(Seconds(None)) // it is below zero
            }

            fn visit_bool<E>(self, _: bool) -> Result<Seconds, E> {
                Ok(Seconds(None))
            }

            fn visit_unit<E>(self) -> Result<Seconds, E> {
                Ok(Seconds(None))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Seconds, A::Error> {
                IgnoredAny.visit_seq(items).map(|_| Seconds(None))
            }

            fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Seconds, A::Error> {
                // So serde_json writes numbers that keep all their digits, where a crate has asked for these.
                let value = Value::deserialize(MapAccessDeserializer::new(members))?;
                Ok(value.as_f64().map_or(Seconds(None), Seconds::new))
            }
        }

        deserializer.deserialize_any(Any)
    }
}

fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text),
        _ => None,
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;

        impl<'de> Visitor<'de> for Object {
            type Value = Time;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the `time` object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Time, A::Error> {
                let mut time = Time::default();
                while let Some(Name(key)) = map.next_key()? {
                    match &*key {
                        "start" => Seconds(time.start) = map.next_value()?,
                        "finish" => Seconds(time.finish) = map.next_value()?,
                        "duration" => Seconds(time.duration) = map.next_value()?,
                        "processing" => Seconds(time.processing) = map.next_value()?,
                        "date_start" => time.date_start = text(map.next_value()?),
                        "date_finish" => time.date_finish = text(map.next_value()?),
                        "operating_reset_at" => Seconds(time.operating_reset_at) = map.next_value()?,
                        "operating" => Seconds(time.operating) = map.next_value()?,
                        _ => {
                            map.next_value::<IgnoredAny>()?;
                        }
                    }
                }
                Ok(time)
            }
        }

        deserializer.deserialize_map(Object)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(json: &str) -> Time {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn numbers_may_be_texts() {
        let time = time(r#"{"start":"1771928379","duration":"0.5","operating":0}"#);
        assert_eq!(
            time.start(),
            Some(SystemTime::UNIX_EPOCH + Duration::from_secs(1_771_928_379))
        );
        assert_eq!(time.duration(), Some(Duration::from_millis(500)));
        assert_eq!(time.operating(), Some(Duration::ZERO));
        assert_eq!(time.finish(), None);
    }

    #[test]
    fn unusable_values_are_left_out() {
        let odd = r#"{"start":null,"finish":-1,"duration":[],"processing":"soon","date_start":"",
            "date_finish":7,"operating_reset_at":1e300,"operating":{"a":[1]},"new_key":{}}"#;
        assert_eq!(time(odd), Time::default());
    }
}
