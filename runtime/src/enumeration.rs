//! What all enums of `#[b24_enum]` share: each is a table, and is sent, read and shown by it.

mod documented;
mod listed;
mod message;
mod other;
mod table;

pub use documented::{NoValues, Values, documented};
pub use listed::listed;
pub use other::{HoldsInteger, HoldsText};
pub use table::Table;
use table::Written;

use std::fmt::{self, Display as _};

use serde::de::{self, Deserializer, Unexpected, Visitor};
use serde::ser::Serializer;

use crate::error::quoted;

/// An enum of values, as [`b24_enum`](macro@crate::b24_enum) describes it.
pub trait Enum: Sized {
    /// Its values; the same places count everywhere.
    const TABLE: &'static Table;

    /// What is sent.
    fn sent(&self) -> Sent<'_>;

    /// The variant that stands for what was sent.
    fn of(sent: Sent<'_>) -> Option<Self>;
}

/// What is sent for a variant.
#[derive(Debug, Clone, Copy)]
pub enum Sent<'a> {
    /// The value at this place.
    Listed(usize),
    /// A text that is not listed.
    Text(&'a str),
    /// A number that is not listed.
    Integer(i64),
}

/// A text that is no value of an enum declared with [`b24_enum`](macro@crate::b24_enum).
///
/// ```
/// use b24::b24_enum;
///
/// #[b24_enum]
/// #[derive(Debug)]
/// enum Color { Red, LightBlue }
///
/// let error = "BLUE".parse::<Color>().unwrap_err();
/// assert_eq!(error.to_string(), r#""BLUE" is not a value of `Color`; known are RED, LIGHT_BLUE"#);
/// # assert!(["RED", "LIGHT_BLUE"].iter().all(|value| value.parse::<Color>().is_ok()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidValue {
    value: String,
    table: &'static Table,
}

impl InvalidValue {
    /// The text.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }

    /// The values that the enum lists, as they are sent.
    #[must_use]
    pub fn known(&self) -> &'static [&'static str] {
        self.table.values
    }
}

impl fmt::Display for InvalidValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (value, known) = (quoted(&self.value), self.table.values.join(", "));
        write!(
            f,
            "{value} is not a value of `{}`; known are {known}",
            self.table.name
        )
    }
}

impl std::error::Error for InvalidValue {}

/// The body of every generated `Serialize::serialize`.
///
/// # Errors
/// What the serializer reports.
#[inline]
pub fn serialize_enum<T: Enum, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    match T::TABLE.written(value.sent()) {
        Written::Integer(number) => serializer.serialize_i64(number),
        Written::Text(text) => serializer.serialize_str(text),
    }
}

/// The body of every generated `Display::fmt`.
///
/// # Errors
/// What the formatter reports.
#[inline]
pub fn show<T: Enum>(value: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match T::TABLE.written(value.sent()) {
        Written::Integer(number) => number.fmt(f),
        Written::Text(text) => text.fmt(f),
    }
}

/// The body of every generated `FromStr::from_str`.
///
/// # Errors
/// If the text is none of the values, and there is no open variant that takes it.
#[inline]
pub fn parse<T: Enum>(text: &str) -> Result<T, InvalidValue> {
    T::of(T::TABLE.of_text(text)).ok_or_else(|| InvalidValue {
        value: text.to_owned(),
        table: T::TABLE,
    })
}

/// The body of every generated `Deserialize::deserialize`.
///
/// # Errors
/// If what comes is none of the values, and there is no open variant that takes it.
pub fn deserialize_enum<'de, T: Enum, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_any(Value(std::marker::PhantomData))
}

fn of_text<T: Enum>(text: &str) -> Option<T> {
    T::of(T::TABLE.of_text(text))
}

fn of_integer<T: Enum>(number: i64) -> Option<T> {
    if T::TABLE.is_of_texts() {
        of_text(&number.to_string())
    } else {
        T::of(T::TABLE.of_integer(number))
    }
}

/// Reads a value of `T`: a number and a text of its digits are the same.
struct Value<T>(std::marker::PhantomData<T>);

impl<T: Enum> Visitor<'_> for Value<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Table { name, values, .. } = T::TABLE;
        write!(f, "a value of `{name}`: {}", values.join(", "))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        of_text(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<T, E> {
        of_integer(number).ok_or_else(|| E::invalid_value(Unexpected::Signed(number), &self))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<T, E> {
        let value = match i64::try_from(number) {
            Ok(number) => of_integer(number),
            // Beyond what an enum of integers can list.
            Err(_) => of_text(&number.to_string()),
        };
        value.ok_or_else(|| E::invalid_value(Unexpected::Unsigned(number), &self))
    }
}
