//! A PHP value.

use super::{Array, Key, Rows};

/// A PHP value. Text is bytes, as in PHP: a form can carry what is not UTF-8.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(Vec<u8>),
    Array(Array),
    /// An array too, and one that nobody changes.
    Rows(Rows),
}

impl Value {
    pub(crate) fn as_array(&self) -> Option<&Array> {
        match self {
            Self::Array(array) => Some(array),
            _ => None,
        }
    }

    /// What an array, of either form, has under this key.
    pub(crate) fn member(&self, key: &Key) -> Option<Self> {
        match (self, key) {
            (Self::Array(array), key) => array.get_key(key).cloned(),
            (Self::Rows(rows), Key::Int(place)) => rows.get(*place),
            _ => None,
        }
    }

    pub(crate) fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.as_bytes().to_vec())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text.into_bytes())
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Float(number)
    }
}

impl From<Rows> for Value {
    fn from(rows: Rows) -> Self {
        Self::Rows(rows)
    }
}

impl From<Array> for Value {
    fn from(array: Array) -> Self {
        Self::Array(array)
    }
}
