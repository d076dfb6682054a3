//! Parameters that may be sent as text: the server reads them as a JavaScript literal.

use crate::php::{Array, Value, parse_json};

/// The array that a parameter is, or that its text spells; `None` for anything else.
///
/// Of JavaScript only JSON is understood here, not quotes of the other kind or bare keys.
pub(super) fn read_array(value: &Value) -> Option<Array> {
    match value {
        Value::Array(array) => Some(array.clone()),
        Value::Text(text) => match parse_json(text)? {
            Value::Array(array) => Some(array),
            _ => None,
        },
        _ => None,
    }
}
