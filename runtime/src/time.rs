//! What an answer says about how long the call took.

use std::fmt;
use std::time::{Duration, SystemTime};

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

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

/// Seconds, written as a number or as a text.
fn seconds(value: &Value) -> Option<Duration> {
    let seconds = match value {
        Value::Number(number) => number.as_f64()?,
        Value::String(text) => text.parse().ok()?,
        _ => return None,
    };
    // A double holds today's Unix time to a quarter of a microsecond, so what is beyond is noise.
    Duration::try_from_secs_f64(seconds).ok().map(|exact| {
        let half = Duration::from_nanos(500);
        let rounded = exact.saturating_add(half);
        Duration::new(rounded.as_secs(), rounded.subsec_micros() * 1_000)
    })
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
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "start" => time.start = seconds(&map.next_value()?),
                        "finish" => time.finish = seconds(&map.next_value()?),
                        "duration" => time.duration = seconds(&map.next_value()?),
                        "processing" => time.processing = seconds(&map.next_value()?),
                        "date_start" => time.date_start = text(map.next_value()?),
                        "date_finish" => time.date_finish = text(map.next_value()?),
                        "operating_reset_at" => time.operating_reset_at = seconds(&map.next_value()?),
                        "operating" => time.operating = seconds(&map.next_value()?),
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
