//! Maps.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::hash::{BuildHasher, Hash};
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{self, DeserializeOwned, MapAccess, SeqAccess, Unexpected, Visitor};

use super::hand_on::Leniently;
use super::key::Key;
use super::{Form, Lenient};

macro_rules! maps {
    ($({$($bounds:tt)*} $type:ty),+ $(,)?) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<$($bounds)*> Lenient for $type {
                const FORM: Form = Form::Map;

                fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_any(Entries(PhantomData))
                }

                fn missing() -> Option<Self> {
                    Some(Self::default())
                }
            }
        )+
    };
}

maps!(
    {K: DeserializeOwned + Eq + Hash, V: Lenient, S: BuildHasher + Default} HashMap<K, V, S>,
    {K: DeserializeOwned + Ord, V: Lenient} BTreeMap<K, V>,
    {} serde_json::Map<String, serde_json::Value>,
);

/// Reads a map `C` from keys `K` to values `V`.
struct Entries<C, K, V>(PhantomData<(C, K, V)>);

impl<'de, C, K, V> Visitor<'de> for Entries<C, K, V>
where
    C: Default + Extend<(K, V)>,
    K: DeserializeOwned,
    V: Lenient,
{
    type Value = C;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_unit<E: de::Error>(self) -> Result<C, E> {
        Ok(C::default())
    }

    fn visit_none<E: de::Error>(self) -> Result<C, E> {
        Ok(C::default())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<C, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<C, E> {
        if value {
            return Err(E::invalid_type(Unexpected::Bool(value), &self));
        }
        Ok(C::default())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<C, E> {
        if !text.is_empty() {
            return Err(E::invalid_type(Unexpected::Str(text), &self));
        }
        Ok(C::default())
    }

    fn visit_map<M: MapAccess<'de>>(self, mut members: M) -> Result<C, M::Error> {
        let mut map = C::default();
        while let Some(key) = members.next_key()? {
            map.extend([(key, members.next_value_seed(Leniently::<V>::new())?)]);
        }
        Ok(map)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<C, A::Error> {
        let mut map = C::default();
        let mut place = 0_usize;
        while let Some(value) = items.next_element_seed(Leniently::<V>::new())? {
            let key = K::deserialize(Key::<A::Error>::new(&place.to_string())).map_err(|error| {
                de::Error::custom(format_args!(
                    "an array, expected an object, and the place {place} is no key of it: {error}"
                ))
            })?;
            map.extend([(key, value)]);
            place += 1;
        }
        Ok(map)
    }
}
