//! A value that is one of several, told by its shape.

use std::cell::Cell;

use serde::de::{self, Deserialize, Deserializer};
use serde_json::Value;

use super::place;
use crate::error::quoted;
use crate::lenient::{Form, Lenient};

/// One of several values: what [`b24_object`](macro@crate::b24_object) makes of an `untagged` enum.
#[doc(hidden)]
pub trait OneOf: Sized {
    /// What the enum is called.
    const NAME: &'static str;

    /// The first variant that takes the value.
    fn __one_of(choice: &mut Choice<'_>) -> Option<Self>;
}

/// A value for which a variant is looked for.
#[doc(hidden)]
#[derive(Debug)]
pub struct Choice<'a> {
    value: &'a Value,
    /// What the variants said that should have taken it.
    reasons: Vec<String>,
}

impl Choice<'_> {
    /// The value as a `T`, if it looks like one.
    pub(crate) fn take<T: Lenient>(&mut self) -> Option<T> {
        if !takes(T::FORM, self.value) {
            return None;
        }
        place::decode(self.value)
            .map_err(|reason| self.reasons.push(reason))
            .ok()
    }
}

// Stricter than a member of a known type is decoded: a list of texts would take an object for the texts
// in it, or any text for the only one.
fn takes(form: Form, value: &Value) -> bool {
    match form {
        Form::Scalar => !value.is_array() && !value.is_object(),
        Form::List => value.is_array(),
        // PHP writes an empty one as a list.
        Form::Map | Form::Object => value.is_object() || value.as_array().is_some_and(Vec::is_empty),
        Form::Any => true,
    }
}

/// How deep unions may lie in each other, as deep as JSON is read.
const DEEPEST: u32 = 128;

/// How often a part of a value may be looked at on the way to its variant. Variants that differ only
/// below further unions would be tried without end.
const LOOKS: u64 = 32;

thread_local! {
    /// Unions that are being decoded within each other, and how many more may be.
    static WITHIN: Cell<(u32, u64)> = const { Cell::new((0, 0)) };
}

/// The body of the generated `Deserialize::deserialize`.
///
/// # Errors
/// If what comes is not JSON, or no variant takes it.
pub fn receive_any<'de, T: OneOf, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    // Several variants may have to look at it.
    let value = Value::deserialize(deserializer)?;
    let (depth, left) = WITHIN.get();
    let left = if depth == 0 { LOOKS * parts(&value) } else { left };
    if depth == DEEPEST || left == 0 {
        return Err(de::Error::custom(format_args!(
            "the variants of `{}` cannot be told apart: there are too many ways to read this",
            T::NAME
        )));
    }
    WITHIN.set((depth + 1, left - 1));
    let mut choice = Choice {
        value: &value,
        reasons: Vec::new(),
    };
    let found = T::__one_of(&mut choice);
    WITHIN.set((depth, WITHIN.get().1));
    found.ok_or_else(|| {
        let (name, value) = (T::NAME, in_words(&value));
        match choice.reasons.as_slice() {
            // It tells the way to what is wrong.
            [only] if only.starts_with('`') => de::Error::custom(only),
            [] => de::Error::custom(format_args!("no variant of `{name}` takes {value}")),
            several => de::Error::custom(format_args!(
                "no variant of `{name}` takes {value}: {}",
                several.join("; ")
            )),
        }
    })
}

/// The value and everything in it.
fn parts(value: &Value) -> u64 {
    match value {
        Value::Array(items) => 1 + items.iter().map(parts).sum::<u64>(),
        Value::Object(members) => 1 + members.values().map(parts).sum::<u64>(),
        _ => 1,
    }
}

/// What the value is, without all that is in it.
fn in_words(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("a list of {} items", items.len()),
        Value::Object(members) => {
            let names: Vec<&str> = members.keys().take(8).map(String::as_str).collect();
            format!("an object with the members {}", quoted(&names.join(", ")))
        }
        Value::String(text) => quoted(text),
        other => other.to_string(),
    }
}
