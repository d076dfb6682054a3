//! The members that every answer has, whatever the method.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::Name;
use crate::time::Time;

/// An answer, taken apart; `result` still as it was received.
#[derive(Default)]
pub(super) struct Envelope<'a> {
    pub(super) result: Option<&'a RawValue>,
    pub(super) error: Option<ErrorMember>,
    pub(super) description: Option<String>,
    pub(super) time: Time,
    pub(super) has_time: bool,
    pub(super) next: Option<u64>,
    pub(super) total: Option<u64>,
    pub(super) extra: Map<String, Value>,
}

/// The member `error`: a text, a number, or REST 3's object.
pub(super) struct ErrorMember {
    pub(super) code: String,
    pub(super) description: Option<String>,
}

impl ErrorMember {
    /// `None` where the member says that there is no error. What an object holds beyond code and
    /// message is kept in `extra`.
    fn read(value: Value, extra: &mut Map<String, Value>) -> Option<Self> {
        let (code, description) = match value {
            Value::Null | Value::Bool(false) => return None,
            // PHP's empty array, which is also its empty object.
            Value::Array(items) if items.is_empty() => return None,
            Value::Object(mut members) => {
                let code = members.remove("code").and_then(plain).unwrap_or_default();
                let message = members.remove("message").and_then(plain);
                extra.append(&mut members);
                (code, message)
            }
            other => (plain(other).unwrap_or_default(), None),
        };
        Some(Self { code, description })
    }
}

/// A text without quotation marks, anything else as JSON.
fn plain(value: Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text),
        other => Some(other.to_string()),
    }
}

/// A count, written as a number or as a text.
pub(super) fn count(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

/// The value of a member other than `result`. What no `Value` can hold, such as `1e999` or a
/// thousand brackets, counts as null: it must not cost the result.
fn value(raw: &RawValue) -> Value {
    serde_json::from_str(raw.get()).unwrap_or_default()
}

impl<'de> Deserialize<'de> for Envelope<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;

        impl<'de> Visitor<'de> for Members {
            type Value = Envelope<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with `result` or `error`")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Envelope<'de>, A::Error> {
                let mut envelope = Envelope::default();
                while let Some(Name(key)) = map.next_key()? {
                    let raw: &RawValue = map.next_value()?;
                    match &*key {
                        "result" => envelope.result = Some(raw),
                        "error" => envelope.error = ErrorMember::read(value(raw), &mut envelope.extra),
                        "error_description" => envelope.description = plain(value(raw)),
                        "time" => {
                            envelope.has_time = true;
                            envelope.time = serde_json::from_str(raw.get()).unwrap_or_default();
                        }
                        "next" => envelope.next = count(&value(raw)),
                        "total" => envelope.total = count(&value(raw)),
                        _ => {
                            envelope.extra.insert(key.into_owned(), value(raw));
                        }
                    }
                }
                Ok(envelope)
            }
        }

        deserializer.deserialize_map(Members)
    }
}
