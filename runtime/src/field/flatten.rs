//! Maps of further parameters: custom fields and the like.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use crate::value::Json;
use crate::visit::Visitor;

/// A type that `#[b24(flatten)]` can spread among the parameters: a map, or an object.
///
/// An object with [`b24_object`](macro@crate::b24_object) is one; another type that serde writes as an
/// object is flattened as a `b24::Json<...>` of it.
#[diagnostic::on_unimplemented(
    message = "`flatten` cannot spread `{Self}` among the parameters",
    label = "`flatten` is for maps and objects",
    note = "write `HashMap<String, serde_json::Value>`, or declare an object of your own with `#[b24_object]`"
)]
pub trait Flatten: Serialize {
    /// Shows the further parameters to `visitor`.
    #[doc(hidden)]
    #[inline]
    fn __flatten<V: Visitor>(&self, declared: &[&'static str], visitor: &mut V)
    where
        Self: Sized,
    {
        visitor.flatten(self, declared);
    }
}

#[diagnostic::do_not_recommend]
impl<K: Serialize, V: Serialize, S> Flatten for HashMap<K, V, S> {}
#[diagnostic::do_not_recommend]
impl<K: Serialize, V: Serialize> Flatten for BTreeMap<K, V> {}
#[diagnostic::do_not_recommend]
impl Flatten for serde_json::Map<String, serde_json::Value> {}
#[diagnostic::do_not_recommend]
impl<T: Serialize> Flatten for Json<T> {}

#[diagnostic::do_not_recommend]
impl<T: Flatten> Flatten for Option<T> {
    #[inline]
    fn __flatten<V: Visitor>(&self, declared: &[&'static str], visitor: &mut V) {
        if let Some(members) = self {
            members.__flatten(declared, visitor);
        }
    }
}
