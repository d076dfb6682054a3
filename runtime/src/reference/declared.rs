//! What a method's declaration says is always in its result: the type of the result is shown `null` at a
//! place, and refuses it.

use std::cell::Cell;

use serde::de::value::Error;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IntoDeserializer as _, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

use crate::lenient::Decoded;
use crate::method::{Documented, Method};
use crate::received::DECLARED;

/// Whether every result that the declaration takes has something at the end of this path.
pub(super) fn is_always_there<M: Method + ?Sized>(path: &[String]) -> bool {
    let is_documented = match (M::__DOCUMENTED, path) {
        (Documented::Whole | Documented::At(_), []) => true,
        (Documented::At(key), [only]) => key == only,
        _ => false,
    };
    // The path begins with the member that holds what the method returns.
    let within = path.get(usize::from(M::AT.is_some())..);
    is_documented || within.is_some_and(refuses_null::<M::Output>)
}

/// Whether a value of this type is none with `null` at the end of the path.
fn refuses_null<T: Decoded>(path: &[String]) -> bool {
    let refused = Cell::new(false);
    let decoded = T::__decode(Place {
        path,
        is_object: false,
        refused: &refused,
    });
    if path.is_empty() {
        decoded.is_err()
    } else {
        refused.get()
    }
}

/// A `null`, or what leads to one.
struct Place<'a> {
    path: &'a [String],
    /// Whether an object of declared members is asked for. Other types are not looked into: a list may be
    /// empty, and a map may have any keys.
    is_object: bool,
    refused: &'a Cell<bool>,
}

impl<'de> Deserializer<'de> for Place<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.path {
            [] => visitor.visit_unit(),
            [key, path @ ..] if self.is_object => visitor.visit_map(Only {
                key: Some(key),
                path,
                refused: self.refused,
            }),
            _ => Err(Error::custom("it is not known what is in it")),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.path {
            [] => visitor.visit_none(),
            _ => Err(Error::custom("it may be nothing")),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(Self {
            is_object: name == DECLARED,
            ..self
        })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// An object with one member.
struct Only<'a> {
    key: Option<&'a String>,
    /// From the member on.
    path: &'a [String],
    refused: &'a Cell<bool>,
}

impl<'de> MapAccess<'de> for Only<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let key = self.key.take();
        key.map(|key| seed.deserialize(key.as_str().into_deserializer()))
            .transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let value = seed.deserialize(Place {
            path: self.path,
            is_object: false,
            refused: self.refused,
        });
        if self.path.is_empty() {
            self.refused.set(value.is_err());
        }
        value
    }
}
