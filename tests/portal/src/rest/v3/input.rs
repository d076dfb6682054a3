//! What a call of REST 3 brings: its JSON body, and nothing else.

use super::{Failure, failures};
use crate::{
    php::{self, Array, Value},
    received::Received,
};

/// The parameters; a query string has none, and neither has a GET.
pub(super) fn parameters(request: &Received) -> Result<Array, Failure> {
    if request.verb != "POST" || request.body.is_empty() {
        return Ok(Array::new());
    }
    let content_type = request.header("content-type").unwrap_or_default();
    let kind = content_type.split(';').next().unwrap_or_default();
    if !kind.trim().eq_ignore_ascii_case("application/json") {
        return Err(failures::invalid_json());
    }
    match php::parse_json(&request.body) {
        Some(Value::Array(array)) => Ok(array),
        _ => Err(failures::invalid_json()),
    }
}

/// The parameters over the query string: a token is read from there too.
pub(super) fn with_query(request: &Received, parameters: &Array) -> Array {
    let mut all = php::parse_form(request.query().as_bytes());
    all.overlay(parameters.clone());
    all
}

/// A whole number, as a number.
pub(super) fn required_int(parameters: &Array, name: &str) -> Result<i64, Failure> {
    match parameters.get(name) {
        Some(Value::Int(number)) => Ok(*number),
        None | Some(Value::Null) => Err(failures::missing(name)),
        Some(_) => Err(failures::mistyped(name, "int")),
    }
}

pub(super) fn required_object<'a>(parameters: &'a Array, name: &str) -> Result<&'a Array, Failure> {
    match parameters.get(name) {
        Some(Value::Array(array)) if !array.is_empty() => Ok(array),
        None | Some(Value::Null | Value::Array(_)) => Err(failures::missing(name)),
        Some(_) => Err(failures::mistyped(name, "object")),
    }
}

pub(super) fn required_text(parameters: &Array, name: &str) -> Result<String, Failure> {
    match parameters.get(name) {
        Some(text @ Value::Text(_)) => Ok(text.to_lossy()),
        None | Some(Value::Null) => Err(failures::missing(name)),
        Some(_) => Err(failures::mistyped(name, "string")),
    }
}
