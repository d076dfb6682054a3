//! Maps of further parameters: custom fields and the like.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::{Field, members};
use crate::value::Json;
use crate::visit::{Object, Visitor};

/// A type that `#[b24(flatten)]` can spread among the parameters: an object, or a map of what can be
/// sent.
///
/// An object with [`b24_object`](macro@crate::b24_object) is one; another type that serde writes as an
/// object is flattened as a `b24::Json<...>` of it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be spread among other members",
    label = "only an object can, or a map of what can be sent",
    note = "write `HashMap<String, serde_json::Value>`, or declare an object of your own with `#[b24_object]`, not for `result` alone",
    note = "what a variant holds is spread beside the tag, unless the enum names a member for it: `content = \"SETTINGS\"`"
)]
// `Spread` is no supertrait: a type that is none would be a second error, which names it.
pub trait Flatten {
    /// Shows the further parameters to `visitor`.
    #[doc(hidden)]
    fn __flatten<V: Visitor>(&self, declared: &[&'static str], visitor: &mut V);
}

#[diagnostic::do_not_recommend]
impl<T: Spread> Flatten for T {
    #[inline]
    fn __flatten<V: Visitor>(&self, declared: &[&'static str], visitor: &mut V) {
        self.__spread(declared, visitor);
    }
}

// A trait of its own, and not `Flatten` itself: of a trait that a user's types implement, the compiler
// would name those types in every message.
/// A map, or an object.
#[doc(hidden)]
pub trait Spread: Serialize {
    /// Shows the further parameters to `visitor`.
    #[doc(hidden)]
    #[inline]
    fn __spread<V: Visitor>(&self, declared: &[&'static str], visitor: &mut V)
    where
        Self: Sized,
    {
        visitor.flatten(self, declared);
    }
}

/// Its members are looked into.
#[diagnostic::do_not_recommend]
impl<T: Object> Spread for T {
    #[inline]
    fn __spread<V: Visitor>(&self, declared: &[&'static str], visitor: &mut V) {
        visitor.flatten(self, declared);
        visitor.object(self);
    }
}

/// What a map holds is looked into.
macro_rules! maps {
    ($({$($generics:tt)*} $type:ty),+ $(,)?) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<$($generics)*> Spread for $type {
                #[inline]
                fn __spread<Seen: Visitor>(&self, declared: &[&'static str], visitor: &mut Seen) {
                    visitor.flatten(self, declared);
                    if V::__NESTED {
                        members(self.iter(), visitor);
                    }
                }
            }
        )+
    };
}

maps!(
    {K: Serialize, V: Field + Serialize, S} HashMap<K, V, S>,
    {K: Serialize, V: Field + Serialize} BTreeMap<K, V>,
);

#[diagnostic::do_not_recommend]
impl Spread for serde_json::Map<String, serde_json::Value> {}
#[diagnostic::do_not_recommend]
impl<T: Serialize> Spread for Json<T> {}

#[diagnostic::do_not_recommend]
impl<T: Spread> Spread for Option<T> {
    #[inline]
    fn __spread<V: Visitor>(&self, declared: &[&'static str], visitor: &mut V) {
        if let Some(members) = self {
            members.__spread(declared, visitor);
        }
    }
}
