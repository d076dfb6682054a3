//! What generated code calls; not for anyone else, and different in every version.

pub use std::string::String;

pub use b24_macros::Method;
pub use serde::{Serialize, Serializer};
pub use serde_json::Value;

pub use crate::error::position;
pub use crate::field::{has_items, has_length, has_range, has_values};
pub use crate::method::Visitor;
pub use crate::serialize::serialize;

use crate::field::{Field, IntoField};

/// A required field, from what `new` was given.
#[inline]
pub fn required<F: Field>(value: impl IntoField<F::Value>) -> F {
    F::from_value(value.into_field())
}
