//! `json_decode($text, true)`: objects become arrays and keep their order.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::{Array, Key, Value};

/// How many arrays may lie in one another: PHP's depth of 512 counts what is inside the last one.
const DEPTH: usize = 511;

/// Reads one JSON text; `None` where PHP would report an error.
///
/// Three differences to PHP remain, all in odd numbers: `-0` is read as a float; the last digit
/// of a float may differ where it has more than 15 digits or an exponent beyond 22; a number too
/// large for a float is an error here and infinity there.
pub(crate) fn parse_json(text: &[u8]) -> Option<Value> {
    let mut reader = serde_json::Deserializer::from_slice(text);
    // The limit is counted here, where it can be PHP's.
    reader.disable_recursion_limit();
    let value = Level(DEPTH).deserialize(&mut reader).ok()?;
    reader.end().ok()?;
    Some(value)
}

/// How many levels may still be opened.
#[derive(Clone, Copy)]
struct Level(usize);

impl Level {
    fn deeper<E: Error>(self) -> Result<Self, E> {
        let left = self.0.checked_sub(1);
        left.map(Self)
            .ok_or_else(|| E::custom("maximum stack depth exceeded"))
    }
}

impl<'de> DeserializeSeed<'de> for Level {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Int(number))
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "an integer beyond 64 signed bits is a float in PHP"
    )]
    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(i64::try_from(number).map_or(Value::Float(number as f64), Value::Int))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Float(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::from(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let level = self.deeper()?;
        let mut array = Array::new();
        while let Some(item) = items.next_element_seed(level)? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let level = self.deeper()?;
        let mut array = Array::new();
        while let Some(name) = entries.next_key::<String>()? {
            let value = entries.next_value_seed(level)?;
            array.set_key(Key::of(name.as_bytes()), value);
        }
        Ok(Value::Array(array))
    }
}
