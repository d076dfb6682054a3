//! Lists and sets.

use std::collections::{BTreeSet, HashSet, VecDeque};
use std::fmt;
use std::hash::{BuildHasher, Hash};
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{self, MapAccess, SeqAccess, Visitor};

use super::digits::all_digits;
use super::hand_on::{Bare, Leniently, Members, bare_values};
use super::key::Replay;
use super::{Form, Lenient};
use crate::error::quoted;

macro_rules! lists {
    ($({$($bounds:tt)*} $type:ty),+ $(,)?) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<$($bounds)*> Lenient for $type {
                const FORM: Form = Form::List;

                fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_any(List(PhantomData))
                }

                fn missing() -> Option<Self> {
                    Some(Self::default())
                }
            }
        )+
    };
}

lists!(
    {T: Lenient} Vec<T>,
    {T: Lenient} VecDeque<T>,
    {T: Lenient + Eq + Hash, S: BuildHasher + Default} HashSet<T, S>,
    {T: Lenient + Ord} BTreeSet<T>,
);

/// Reads a list `C` of items `T`.
struct List<C, T>(PhantomData<(C, T)>);

impl<C: Default + Extend<T>, T: Lenient> List<C, T> {
    #[allow(clippy::unused_self)] // called by what the two visitors have in common
    fn bare<E: de::Error>(self, value: Bare<'_>) -> Result<C, E> {
        let mut list = C::default();
        if !value.is_nothing() {
            list.extend([value.decode::<T, E>()?]);
        }
        Ok(list)
    }
}

impl<'de, C: Default + Extend<T>, T: Lenient> Visitor<'de> for List<C, T> {
    type Value = C;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    bare_values!();

    fn visit_unit<E: de::Error>(self) -> Result<C, E> {
        Ok(C::default())
    }

    fn visit_none<E: de::Error>(self) -> Result<C, E> {
        Ok(C::default())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<C, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<C, A::Error> {
        let mut list = C::default();
        while let Some(item) = items.next_element_seed(Leniently::<T>::new())? {
            list.extend([item]);
        }
        Ok(list)
    }

    fn visit_map<M: MapAccess<'de>>(self, mut members: M) -> Result<C, M::Error> {
        let mut list = C::default();
        let mut key = members.next_key::<String>()?;
        // Where an item cannot be an object, any object is a list.
        let ambiguous = !matches!(T::FORM, Form::Scalar | Form::List);
        if ambiguous {
            key = match key {
                Some(name) if !all_digits(&name) => {
                    list.extend([T::decode(Members(Replay::new(name, members)))?]);
                    return Ok(list);
                }
                key => key,
            };
        }
        while let Some(name) = key {
            // By now the item that it might be is no longer there to be decoded.
            if ambiguous && !all_digits(&name) {
                return Err(de::Error::custom(format_args!(
                    "an object with the key {} after keys of digits, expected a list or one item",
                    quoted(&name)
                )));
            }
            list.extend([members.next_value_seed(Leniently::<T>::new())?]);
            key = members.next_key()?;
        }
        Ok(list)
    }
}
