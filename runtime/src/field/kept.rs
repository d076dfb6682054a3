//! What the open variant of an object may hold.

use serde::de;
use serde_json::{Map, Value};

use super::Flatten;
use crate::received::Unflatten;
use crate::visit::Visitor;

/// A type that `#[b24(other)]` can keep a whole object in: `serde_json::Map<String, serde_json::Value>`, or
/// another one that is both [`Flatten`] and [`Unflatten`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold an object whose tag the enum does not list",
    label = "expected a map, for the whole object is kept",
    note = "write `serde_json::Map<String, serde_json::Value>`"
)]
// One trait for both ways: a wrong type is one error. The two others are no supertraits, or they would
// be reported too.
pub trait HoldsObject: Sized {
    /// Shows the members to `visitor`.
    #[doc(hidden)]
    fn __flatten<V: Visitor>(&self, declared: &[&'static str], visitor: &mut V);

    /// Takes what it needs.
    ///
    /// # Errors
    /// If a member is not what it takes.
    #[doc(hidden)]
    fn __unflatten<E: de::Error>(members: &mut Map<String, Value>) -> Result<Self, E>;
}

#[diagnostic::do_not_recommend]
impl<T: Flatten + Unflatten> HoldsObject for T {
    #[inline]
    fn __flatten<V: Visitor>(&self, declared: &[&'static str], visitor: &mut V) {
        Flatten::__flatten(self, declared, visitor);
    }

    #[inline]
    fn __unflatten<E: de::Error>(members: &mut Map<String, Value>) -> Result<Self, E> {
        <T as Unflatten>::__unflatten(members)
    }
}
