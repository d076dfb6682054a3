//! What takes the members that no field of an object takes.

use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasher;

use serde::de::{self, DeserializeOwned};
use serde_json::{Map, Value};

use super::{Buffered, Received, place};
use crate::lenient::Lenient;
use crate::value::Json;

/// A type that `#[b24(flatten)]` can make of the further members of an answer's object.
///
/// An object with [`b24_object`](macro@crate::b24_object) takes those that it declares, a map takes all
/// that are left. It is not implemented by hand: another type that serde reads from an object goes into
/// [`Json`](crate::Json).
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be made of further members",
    label = "only a map or an object can",
    note = "write `HashMap<String, serde_json::Value>`, or declare an object of your own with `#[b24_object]`, not as a `parameter` alone",
    note = "what a variant holds stands beside the tag, unless the enum names a member for it: `content = \"SETTINGS\"`"
)]
// `Rest` is no supertrait: a type that is none would be a second error, which names it.
pub trait Unflatten: Sized {
    /// Takes what it needs.
    ///
    /// # Errors
    /// If a member is not what it takes.
    #[doc(hidden)]
    fn __unflatten<E: de::Error>(members: &mut Map<String, Value>) -> Result<Self, E>;
}

#[diagnostic::do_not_recommend]
impl<T: Rest> Unflatten for T {
    fn __unflatten<E: de::Error>(members: &mut Map<String, Value>) -> Result<Self, E> {
        T::__rest(members)
    }
}

// A trait of its own, and not `Unflatten` itself: of a trait that a user's types implement, the
// compiler would name those types in every message.
/// A map, or an object.
#[doc(hidden)]
pub trait Rest: Sized {
    /// Takes what it needs.
    ///
    /// # Errors
    /// If a member is not what it takes.
    fn __rest<E: de::Error>(members: &mut Map<String, Value>) -> Result<Self, E>;
}

/// The members that it declares.
#[diagnostic::do_not_recommend]
impl<T: Received> Rest for T {
    fn __rest<E: de::Error>(members: &mut Map<String, Value>) -> Result<Self, E> {
        T::__receive(&mut Buffered::new(members))
    }
}

#[diagnostic::do_not_recommend]
impl<V: Lenient, S: BuildHasher + Default> Rest for HashMap<String, V, S> {
    fn __rest<E: de::Error>(members: &mut Map<String, Value>) -> Result<Self, E> {
        values(members).collect()
    }
}

#[diagnostic::do_not_recommend]
impl<V: Lenient> Rest for BTreeMap<String, V> {
    fn __rest<E: de::Error>(members: &mut Map<String, Value>) -> Result<Self, E> {
        values(members).collect()
    }
}

#[diagnostic::do_not_recommend]
impl Rest for Map<String, Value> {
    fn __rest<E: de::Error>(members: &mut Map<String, Value>) -> Result<Self, E> {
        Ok(std::mem::take(members))
    }
}

/// A type of serde's takes all of them: which ones it needs it does not tell.
#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> Rest for Json<T> {
    fn __rest<E: de::Error>(members: &mut Map<String, Value>) -> Result<Self, E> {
        let members = Value::Object(std::mem::take(members));
        serde_json::from_value(members).map(Self).map_err(E::custom)
    }
}

/// `None` where nothing is left.
#[diagnostic::do_not_recommend]
impl<T: Rest> Rest for Option<T> {
    fn __rest<E: de::Error>(members: &mut Map<String, Value>) -> Result<Self, E> {
        if members.is_empty() {
            Ok(None)
        } else {
            T::__rest(members).map(Some)
        }
    }
}

fn values<V: Lenient, E: de::Error>(
    members: &mut Map<String, Value>,
) -> impl Iterator<Item = Result<(String, V), E>> {
    std::mem::take(members).into_iter().map(|(name, value)| {
        let value = place::member(&name, &value)?;
        Ok((name, value))
    })
}
