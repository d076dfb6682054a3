//! A value that is one of several, told by its shape.

use serde::de::{self, Deserialize, Deserializer};
use serde_json::Value;

use crate::error::cut;

/// One of several values: what [`b24_object`](macro@crate::b24_object) makes of an `untagged` enum.
#[doc(hidden)]
pub trait OneOf: Sized {
    /// What the enum is called.
    const NAME: &'static str;

    /// The first variant that takes the value; `exactly`: whose values have its shape, so that a list
    /// of texts does not take an object for the texts in it.
    fn __one_of(from: &Value, exactly: bool) -> Option<Self>;
}

/// The body of the generated `Deserialize::deserialize`.
///
/// # Errors
/// If what comes is not JSON, or no variant takes it.
pub fn receive_any<'de, T: OneOf, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    // Several variants may have to look at it.
    let value = Value::deserialize(deserializer)?;
    let variant = T::__one_of(&value, true).or_else(|| T::__one_of(&value, false));
    variant.ok_or_else(|| {
        let value = cut(&value.to_string());
        de::Error::custom(format_args!("no variant of `{}` takes {value}", T::NAME))
    })
}
