//! What a call brings: the query string, and on POST the body over it.

use crate::{
    php::{self, Array, Value},
    received::Received,
};

/// The parameters, reserved ones included. Only the top level of the two is merged.
pub(super) fn parameters(request: &Received) -> Array {
    let mut parameters = php::parse_form(request.query().as_bytes());
    if request.verb == "POST" {
        parameters.overlay(body(request));
    }
    parameters
}

/// Invalid JSON, or JSON that is neither object nor list, is silently nothing.
fn body(request: &Received) -> Array {
    let content_type = request.header("content-type").unwrap_or_default();
    let kind = content_type.split(';').next().unwrap_or_default();
    let kind = kind.trim().to_ascii_lowercase();
    if kind == "application/json" || kind.ends_with("+json") {
        return match php::parse_json(&request.body) {
            Some(Value::Array(array)) => array,
            _ => Array::new(),
        };
    }
    if kind == "multipart/form-data" {
        return php::parse_multipart(content_type, &request.body);
    }
    // Whatever the type says: the server tries the raw body as a form in the end.
    php::parse_form(&request.body)
}
