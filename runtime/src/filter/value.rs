//! The values of conditions.

use std::fmt;

use serde::Serialize;
use serde_json::{Number, Value};

use super::list::Values;

/// The value as it will be sent.
///
/// # Errors
/// If serde cannot write it, or it is a number that JSON does not have.
pub(super) fn any(value: &impl Serialize) -> Result<Value, String> {
    let json = serde_json::to_value(value).map_err(|error| format!("cannot be written as JSON: {error}"))?;
    // Here serde_json writes `NaN` as `null`, and 0.1 of 32 bits as 0.10000000149011612.
    if (json.is_null() || json.is_f64())
        && let Some(number) = number(value)
    {
        return match Number::from_f64(number) {
            Some(number) => Ok(Value::Number(number)),
            None => Err(format!("{number} is not a number that JSON has")),
        };
    }
    Ok(json)
}

/// One value that can be compared: neither nothing nor many.
///
/// # Errors
/// If it is not, or cannot be written.
pub(super) fn single(value: &impl Serialize) -> Result<Value, String> {
    match any(value)? {
        Value::Null => Err("expected a value, and there is none".to_owned()),
        Value::Array(_) | Value::Object(_) => Err("expected one value, not a list or an object".to_owned()),
        value => Ok(value),
    }
}

/// The values of a list, of which there is at least one.
///
/// # Errors
/// If there is none, or one of them is not a [`single`] value.
pub(super) fn list(values: impl Values) -> Result<Value, String> {
    let values: Vec<Value> = values
        .into_iter()
        .map(|value| single(&value))
        .collect::<Result<_, _>>()?;
    if values.is_empty() {
        return Err("the list is empty; leave the condition out, or do not call at all".to_owned());
    }
    Ok(Value::Array(values))
}

/// Two values, the lower one first.
///
/// # Errors
/// If one of them is not a [`single`] value.
pub(super) fn pair(from: &impl Serialize, to: &impl Serialize) -> Result<Value, String> {
    Ok(Value::Array(vec![single(from)?, single(to)?]))
}

/// The number that the value is, if it is one: with the digits that it is shown with.
fn number(value: &impl Serialize) -> Option<f64> {
    let mut text = String::new();
    fmt::write(&mut text, format_args!("{}", Shown(value))).ok()?;
    text.parse().ok()
}

/// Shows numbers, texts and the like; serde has no words for anything else.
struct Shown<'a, T>(&'a T);

impl<T: Serialize> fmt::Display for Shown<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}
