//! The rows of a page, taken from the answer one by one.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
};

use crate::lenient::{Decoded, Lenient};

/// Takes rows as they come.
pub(super) trait Sink {
    fn take<'de, D: Deserializer<'de>>(&mut self, row: D) -> Result<(), D::Error>;
}

/// Reads a page: what stands in `result`.
pub(super) struct Page<'s, S> {
    /// The member that holds the rows.
    pub(super) rows: Option<&'static str>,
    pub(super) sink: &'s mut S,
}

impl<'de, S: Sink> DeserializeSeed<'de> for Page<'_, S> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, page: D) -> Result<(), D::Error> {
        page.deserialize_any(self)
    }
}

impl<'de, S: Sink> Visitor<'de> for Page<'_, S> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.rows {
            Some(name) => write!(f, "an object with rows as its `{name}`"),
            None => f.write_str("a list of rows"),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let sink = self.sink;
        while let Some(key) = members.next_key::<String>()? {
            match self.rows {
                Some(rows) if rows == key => members.next_value_seed(Page { rows: None, sink })?,
                Some(_) => drop(members.next_value::<IgnoredAny>()?),
                // PHP writes a list with gaps as an object.
                None if key.bytes().all(|byte| byte.is_ascii_digit()) => {
                    members.next_value_seed(Row(sink))?;
                }
                None => {
                    return Err(A::Error::custom(format_args!(
                        "expected a list of rows, found an object with {}",
                        crate::error::quoted(&key)
                    )));
                }
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        if self.rows.is_some() {
            // PHP writes an object without members so.
            return match items.next_element::<IgnoredAny>()? {
                None => Ok(()),
                Some(_) => Err(A::Error::custom("expected an object, found a list")),
            };
        }
        while items.next_element_seed(Row(&mut *self.sink))?.is_some() {}
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        if value {
            return Err(E::invalid_type(serde::de::Unexpected::Bool(true), &self));
        }
        Ok(())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        match value {
            "" => Ok(()),
            text => Err(E::invalid_type(serde::de::Unexpected::Str(text), &self)),
        }
    }
}

struct Row<'s, S>(&'s mut S);

impl<'de, S: Sink> DeserializeSeed<'de> for Row<'_, S> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, row: D) -> Result<(), D::Error> {
        self.0.take(row)
    }
}

/// A page that is decoded only to see where that fails.
pub(super) struct Tried<T>(PhantomData<T>);

impl<T: Decoded> Sink for Tried<T> {
    fn take<'de, D: Deserializer<'de>>(&mut self, row: D) -> Result<(), D::Error> {
        T::__decode(row).map(drop)
    }
}

impl<'de, T: Decoded> Deserialize<'de> for Tried<T> {
    fn deserialize<D: Deserializer<'de>>(page: D) -> Result<Self, D::Error> {
        let mut tried = Self(PhantomData);
        Page {
            rows: None,
            sink: &mut tried,
        }
        .deserialize(page)?;
        Ok(tried)
    }
}

impl<T: Decoded> Lenient for Tried<T> {}
