//! Values that may be nothing, for which the portal has four spellings.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{self, Deserialize, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::hand_on::{Bare, Items, Members, bare_values};
use super::{Form, Lenient};
use crate::patch::{Clearable, Patch};

#[diagnostic::do_not_recommend]
impl<T: Lenient> Lenient for Option<T> {
    const FORM: Form = T::FORM;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Maybe::new(false))
    }

    fn missing() -> Option<Self> {
        Some(None)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Lenient + Clearable> Lenient for Patch<T> {
    const FORM: Form = T::FORM;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let cleared = T::serialize_cleared(serde_json::value::Serializer).unwrap_or_default();
        let value = match &cleared {
            Value::Null => deserializer.deserialize_any(Maybe::new(false))?,
            Value::String(text) if text.is_empty() => deserializer.deserialize_any(Maybe::new(false))?,
            Value::Array(items) if items.is_empty() => deserializer.deserialize_any(Maybe::new(true))?,
            // To be compared, the value must be there as a whole.
            cleared => match Value::deserialize(deserializer)? {
                value if value == *cleared => None,
                value => value
                    .deserialize_any(Maybe::new(false))
                    .map_err(de::Error::custom)?,
            },
        };
        Ok(value.map_or(Self::Clear, Self::Set))
    }

    fn missing() -> Option<Self> {
        Some(Self::Keep)
    }
}

/// Reads a `T`, or nothing.
struct Maybe<T> {
    /// Whether `[]` is nothing even where it is a value of `T`.
    never_empty: bool,
    value: PhantomData<T>,
}

impl<T: Lenient> Maybe<T> {
    const fn new(never_empty: bool) -> Self {
        Self {
            never_empty,
            value: PhantomData,
        }
    }

    #[allow(clippy::unused_self)] // called by what the two visitors have in common
    fn bare<E: de::Error>(self, value: Bare<'_>) -> Result<Option<T>, E> {
        match (value, T::FORM) {
            (Bare::Text(""), _) | (Bare::Bool(false), Form::List | Form::Map | Form::Object) => Ok(None),
            (Bare::Bool(false), Form::Scalar | Form::Any) => Ok(value.decode::<T, E>().ok()),
            _ => value.decode().map(Some),
        }
    }
}

impl<'de, T: Lenient> Visitor<'de> for Maybe<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value, or nothing")
    }

    bare_values!();

    fn visit_unit<E: de::Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_none<E: de::Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_map<M: MapAccess<'de>>(self, members: M) -> Result<Option<T>, M::Error> {
        T::decode(Members(members)).map(Some)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Option<T>, A::Error> {
        let mut items = Items::new(items);
        let value = T::decode(&mut items);
        let nothing = match T::FORM {
            Form::Object => true,
            _ => self.never_empty || value.is_err(),
        };
        if nothing && items.is_empty() {
            return Ok(None);
        }
        value.map(Some)
    }
}
