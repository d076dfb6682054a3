//! Texts, for which the portal may write a number.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::Deserializer;
use serde::de::{self, Unexpected, Visitor};

use super::{Form, Lenient};

/// Reads a text.
struct Text;

impl Visitor<'_> for Text {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or a number")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<String, E> {
        Ok(text)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<String, E> {
        Ok(number.to_string())
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<String, E> {
        Ok(number.to_string())
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<String, E> {
        // As JSON writes it: `1.0` stays `1.0`.
        match serde_json::Number::from_f64(number) {
            Some(number) => Ok(number.to_string()),
            None => Err(E::invalid_value(Unexpected::Float(number), &self)),
        }
    }
}

macro_rules! texts {
    ($($type:ty),+) => {
        $(
            #[diagnostic::do_not_recommend]
            impl Lenient for $type {
                const FORM: Form = Form::Scalar;

                fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_any(Text).map(Self::from)
                }
            }
        )+
    };
}

texts!(String, Box<str>, Arc<str>, Cow<'_, str>);

/// Reads one character.
struct Character;

impl Visitor<'_> for Character {
    type Value = char;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text of one character")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<char, E> {
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (Some(character), None) => Ok(character),
            _ => Err(E::invalid_value(Unexpected::Str(text), &self)),
        }
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<char, E> {
        u32::try_from(number)
            .ok()
            .and_then(|number| char::from_digit(number, 10))
            .ok_or_else(|| E::invalid_value(Unexpected::Unsigned(number), &self))
    }
}

#[diagnostic::do_not_recommend]
impl Lenient for char {
    const FORM: Form = Form::Scalar;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Character)
    }
}
