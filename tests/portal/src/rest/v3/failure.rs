//! Errors of REST 3: what there are, and their shape.

use super::super::Failure;
use crate::php::{Array, Value};

/// The code of a request whose parameters do not fit.
pub(crate) const INVALID: &str = "BITRIX_REST_V3_EXCEPTION_VALIDATION_REQUESTVALIDATIONEXCEPTION";

/// The message that goes with it.
pub(crate) const INVALID_TEXT: &str = "Error validating request object";

/// `{"error":{"code","message","validation"}}`; `validation` only where fields are at fault.
pub(super) fn body(failure: &Failure) -> Array {
    let mut error = Array::from([
        ("code", failure.code.as_str().into()),
        ("message", failure.description.as_str().into()),
    ]);
    if !failure.validation.is_empty() {
        let entries = failure.validation.iter().map(|(field, message)| {
            Value::from(Array::from([
                ("message", message.as_str().into()),
                ("field", field.as_str().into()),
            ]))
        });
        error.set("validation", entries.collect::<Array>());
    }
    Array::from([("error", error.into())])
}

fn exception(status: u16, name: &str, message: &str) -> Failure {
    let code = format!("BITRIX_REST_V3_EXCEPTION_{name}EXCEPTION");
    Failure::new(status, &code, message)
}

pub(super) fn method_not_found(method: &str) -> Failure {
    exception(404, "METHODNOTFOUND", &format!("Method `{method}` not found"))
}

/// Of every check of credentials, an expired token's too.
pub(super) fn denied() -> Failure {
    exception(401, "ACCESSDENIED", "Access denied")
}

/// The caller is known, but may not do this.
pub(super) fn forbidden() -> Failure {
    exception(403, "ACCESSDENIED", "Access denied")
}

pub(super) fn insufficient_scope() -> Failure {
    exception(403, "INSUFFICIENTSCOPE", "Insufficient scope")
}

pub(super) fn rate_limit() -> Failure {
    exception(429, "RATELIMIT", "Method is blocked due to operation time limit.")
}

pub(super) fn internal() -> Failure {
    exception(500, "INTERNAL", "Internal error")
}

pub(super) fn invalid_json() -> Failure {
    exception(400, "INVALIDJSON", "Invalid JSON in the request body")
}

pub(super) fn invalid_key() -> Failure {
    let text = "The idempotency key must have 1 to 255 printable ASCII characters";
    exception(400, "INVALIDIDEMPOTENCYKEY", text)
}

pub(super) fn reused_key() -> Failure {
    let text = "The idempotency key was used with another request body";
    exception(422, "IDEMPOTENCYKEYREUSED", text)
}

pub(super) fn entity_not_found(id: i64) -> Failure {
    exception(
        400,
        "ENTITYNOTFOUND",
        &format!("Entry with ID = `{id}` not found"),
    )
}

pub(super) fn unknown_property(name: &str, dto: &str) -> Failure {
    let text = format!("Unknown property `{name}` of `{dto}`");
    exception(400, "UNKNOWNDTOPROPERTY", &text)
}

pub(super) fn unknown_operator(operator: &str) -> Failure {
    let text = format!("Unknown filter operator `{operator}`");
    exception(400, "UNKNOWNFILTEROPERATOR", &text)
}

/// A parameter of a list that cannot be read: `SELECT`, `FILTER`, `ORDER`, `PAGINATION`.
pub(super) fn unreadable(what: &str) -> Failure {
    let text = format!("Cannot read the parameter `{}`", what.to_lowercase());
    exception(400, &format!("INVALID{what}"), &text)
}

/// One field that does not fit, and why.
pub(super) fn invalid(field: &str, message: &str) -> Failure {
    Failure::invalid([(field, message)])
}

pub(super) fn missing(field: &str) -> Failure {
    invalid(field, &format!("Required field `{field}` is not specified"))
}

pub(super) fn mistyped(field: &str, kind: &str) -> Failure {
    let text = format!("Field `{field}` must be of type `{kind}` in this request");
    invalid(field, &text)
}

pub(super) fn lacks_attribute(field: &str, attribute: &str) -> Failure {
    let text = format!("Field `{field}` must have the attribute `{attribute}` for this request");
    invalid(field, &text)
}
