//! Hands what a visitor was given on to the decoder of another type, without keeping a copy.

use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{
    self, DeserializeSeed, Deserializer, IgnoredAny, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::Lenient;

/// Decodes a `T` leniently, where serde asks for a seed.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Leniently<T>(PhantomData<T>);

impl<T> Leniently<T> {
    /// The seed.
    #[must_use]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T> Default for Leniently<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'de, T: Lenient> DeserializeSeed<'de> for Leniently<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::decode(deserializer)
    }
}

// Serde's own deserializers of this kind show an option or a newtype what is in it, as though it were
// the thing itself: a newtype of a list would then take the first item for the list.
macro_rules! as_it_is {
    () => {
        fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
            visitor.visit_some(self)
        }

        fn deserialize_newtype_struct<V: Visitor<'de>>(
            self,
            _: &'static str,
            visitor: V,
        ) -> Result<V::Value, Self::Error> {
            visitor.visit_newtype_struct(self)
        }

        forward_to_deserialize_any! {
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
            unit_struct seq tuple tuple_struct map struct identifier ignored_any
        }
    };
}

/// One value that is neither an array nor an object.
#[derive(Debug, Clone, Copy)]
pub(super) enum Bare<'a> {
    Bool(bool),
    Signed(i64),
    Unsigned(u64),
    Float(f64),
    Text(&'a str),
}

impl Bare<'_> {
    /// Decodes the value.
    pub(super) fn decode<T: Lenient, E: de::Error>(self) -> Result<T, E> {
        T::decode(Single {
            value: self,
            error: PhantomData,
        })
    }

    /// Whether this is how the portal writes that there is nothing.
    pub(super) fn is_nothing(self) -> bool {
        matches!(self, Self::Bool(false) | Self::Text(""))
    }
}

struct Single<'a, E> {
    value: Bare<'a>,
    error: PhantomData<E>,
}

impl<'de, E: de::Error> Deserializer<'de> for Single<'_, E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.value {
            Bare::Bool(value) => visitor.visit_bool(value),
            Bare::Signed(number) => visitor.visit_i64(number),
            Bare::Unsigned(number) => visitor.visit_u64(number),
            Bare::Float(number) => visitor.visit_f64(number),
            Bare::Text(text) => visitor.visit_str(text),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        match self.value {
            Bare::Text(text) => text.into_deserializer().deserialize_enum(name, variants, visitor),
            _ => self.deserialize_any(visitor),
        }
    }

    as_it_is!();
}

/// Passes every kind of bare value to the visitor's own `bare`.
macro_rules! bare_values {
    () => {
        fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<Self::Value, E> {
            self.bare(Bare::Bool(value))
        }

        fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Self::Value, E> {
            self.bare(Bare::Signed(number))
        }

        fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Self::Value, E> {
            self.bare(Bare::Unsigned(number))
        }

        fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Self::Value, E> {
            self.bare(Bare::Float(number))
        }

        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
            self.bare(Bare::Text(text))
        }
    };
}
pub(super) use bare_values;

/// An object.
pub(super) struct Members<M>(pub(super) M);

impl<'de, M: MapAccess<'de>> Deserializer<'de> for Members<M> {
    type Error = M::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, M::Error> {
        visitor.visit_map(self.0)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, M::Error> {
        MapAccessDeserializer::new(self.0).deserialize_enum(name, variants, visitor)
    }

    as_it_is!();
}

/// An array that remembers whether it was found to be empty.
pub(super) struct Items<A> {
    items: A,
    empty: Option<bool>,
}

impl<A> Items<A> {
    pub(super) fn new(items: A) -> Self {
        Self { items, empty: None }
    }

    /// Whether there are no items; to be asked after others had a look at them.
    pub(super) fn is_empty<'de>(&mut self) -> bool
    where
        A: SeqAccess<'de>,
    {
        match self.empty {
            Some(empty) => empty,
            None => matches!(self.items.next_element::<IgnoredAny>(), Ok(None)),
        }
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for &mut Items<A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        let first = self.empty.is_none();
        if first {
            // Also if it fails to decode.
            self.empty = Some(false);
        }
        let item = self.items.next_element_seed(seed)?;
        if first {
            self.empty = Some(item.is_none());
        }
        Ok(item)
    }

    fn size_hint(&self) -> Option<usize> {
        self.items.size_hint()
    }
}

impl<'de, A: SeqAccess<'de>> Deserializer<'de> for &mut Items<A> {
    type Error = A::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_seq(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        visitor.visit_seq(self)
    }

    as_it_is!();
}
