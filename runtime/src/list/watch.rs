//! A row's id, seen as the row is decoded: it is decoded once, whatever its type makes of the id.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

/// What was seen.
pub(super) struct Seen<'n> {
    /// What the id may be called.
    names: &'n [&'static str],
    /// Whether the member that comes is the id.
    here: bool,
    pub(super) id: Option<u64>,
}

impl<'n> Seen<'n> {
    pub(super) fn new(names: &'n [&'static str]) -> Self {
        Self {
            names,
            here: false,
            id: None,
        }
    }
}

/// A deserializer, or a visitor, that is looked at as it works.
pub(super) struct Watch<'s, 'n, X> {
    inner: X,
    seen: &'s mut Seen<'n>,
    part: Part,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Row,
    Key,
    Id,
}

impl<'s, 'n, X> Watch<'s, 'n, X> {
    pub(super) fn row(inner: X, seen: &'s mut Seen<'n>) -> Self {
        Self {
            inner,
            seen,
            part: Part::Row,
        }
    }

    fn text(&mut self, text: &str) {
        match self.part {
            Part::Row => {}
            Part::Key => self.seen.here = self.seen.names.contains(&text),
            Part::Id => self.seen.id = text.parse().ok(),
        }
    }

    fn number(&mut self, number: Option<u64>) {
        if self.part == Part::Id {
            self.seen.id = number;
        }
    }
}

macro_rules! handed_on {
    ($($method:ident: $($argument:ident $type:ty),*;)+) => {
        $(#[inline]
        fn $method<V: Visitor<'de>>(self, $($argument: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            let Self { inner, seen, part } = self;
            inner.$method($($argument,)* Watch { inner: visitor, seen, part })
        })+
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Watch<'_, '_, D> {
    type Error = D::Error;

    handed_on! {
        deserialize_any:;
        deserialize_option:;
        deserialize_newtype_struct: name &'static str;
        deserialize_enum: name &'static str, variants &'static [&'static str];
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

macro_rules! visited {
    ($($method:ident: $type:ty, $watched:ident => $seen:expr;)+) => {
        $(#[inline]
        fn $method<E: Error>(mut self, $watched: $type) -> Result<V::Value, E> {
            let look: fn(&mut Self, &$type) = $seen;
            look(&mut self, &$watched);
            self.inner.$method($watched)
        })+
    };
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Watch<'_, '_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    visited! {
        visit_bool: bool, value => |_, _| {};
        visit_u64: u64, value => |watch, value| watch.number(Some(*value));
        visit_i64: i64, value => |watch, value| watch.number(u64::try_from(*value).ok());
        visit_f64: f64, value => |_, _| {};
        visit_str: &str, value => |watch, value| watch.text(value);
        visit_borrowed_str: &'de str, value => |watch, value| watch.text(value);
        visit_string: String, value => |watch, value| watch.text(value);
    }

    #[inline]
    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }

    #[inline]
    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_none()
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        let Self {
            inner: visitor,
            seen,
            part,
        } = self;
        visitor.visit_some(Watch { inner, seen, part })
    }

    #[inline]
    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        let Self {
            inner: visitor,
            seen,
            part,
        } = self;
        visitor.visit_newtype_struct(Watch { inner, seen, part })
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<V::Value, A::Error> {
        self.inner.visit_seq(items)
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        let Self {
            inner: visitor,
            seen,
            part,
        } = self;
        match part {
            Part::Row => visitor.visit_map(Watch { inner, seen, part }),
            Part::Key | Part::Id => visitor.visit_map(inner),
        }
    }

    fn visit_enum<A: EnumAccess<'de>>(self, variant: A) -> Result<V::Value, A::Error> {
        self.inner.visit_enum(variant)
    }
}

/// The members of a row.
impl<'de, A: MapAccess<'de>> MapAccess<'de> for Watch<'_, '_, A> {
    type Error = A::Error;

    #[inline]
    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.seen.here = false;
        self.inner.next_key_seed(Watch {
            inner: seed,
            seen: self.seen,
            part: Part::Key,
        })
    }

    #[inline]
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        if !self.seen.here {
            return self.inner.next_value_seed(seed);
        }
        self.inner.next_value_seed(Watch {
            inner: seed,
            seen: self.seen,
            part: Part::Id,
        })
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Watch<'_, '_, S> {
    type Value = S::Value;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<S::Value, D::Error> {
        let Self {
            inner: seed,
            seen,
            part,
        } = self;
        seed.deserialize(Watch { inner, seen, part })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;
    use serde::de::IgnoredAny;
    use serde_json::{Deserializer as Json, Value};
    use std::collections::BTreeMap;

    fn seen<'de, T: Deserialize<'de>>(row: &'de str) -> Option<u64> {
        let mut seen = Seen::new(&["ID"]);
        T::deserialize(Watch::row(&mut Json::from_str(row), &mut seen)).unwrap();
        seen.id
    }

    #[derive(Deserialize)]
    struct Nothing {}

    #[derive(Deserialize)]
    struct Wrapped(#[allow(dead_code)] Some);

    #[derive(Deserialize)]
    struct Some {
        #[serde(rename = "ID")]
        #[allow(dead_code)]
        id: Option<String>,
    }

    #[test]
    fn the_id_is_seen_whatever_the_row_is_decoded_to() {
        let row = r#"{"A":{"ID":5},"ID":"17","B":["ID",3],"T":"ID"}"#;
        assert_eq!(seen::<Value>(row), Some(17));
        assert_eq!(seen::<BTreeMap<String, Value>>(row), Some(17));
        assert_eq!(seen::<Nothing>(row), Some(17));
        assert_eq!(seen::<Wrapped>(row), Some(17));
        assert_eq!(seen::<Option<Some>>(row), Some(17));
        assert_eq!(seen::<IgnoredAny>(row), Some(17));
        assert_eq!(seen::<Value>(r#"{"\u0049D":17}"#), Some(17));
    }

    #[test]
    fn what_is_no_number_is_no_id() {
        for row in [
            r#"{"id":1}"#,
            r#"{"ID":null}"#,
            r#"{"ID":"a"}"#,
            r#"{"ID":-1}"#,
            r#"{"ID":{"ID":1}}"#,
            "7",
        ] {
            assert_eq!(seen::<Value>(row), None, "{row}");
        }
    }
}
