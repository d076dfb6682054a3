//! The envelope around a result.

use super::Timing;
use crate::{
    php::{Array, Value},
    settings::Settings,
};

/// What a call gives: a result, and of a list where it goes on and how long it is.
pub(super) struct Success {
    result: Value,
    paging: Array,
}

impl Success {
    pub(super) fn page(rows: Value, next: Option<u64>, total: Option<u64>) -> Self {
        let mut paging = Array::new();
        for (name, number) in [("next", next), ("total", total)] {
            if let Some(number) = number {
                paging.set(name, i64::try_from(number).unwrap_or(i64::MAX));
            }
        }
        Self { result: rows, paging }
    }
}

impl From<Value> for Success {
    fn from(result: Value) -> Self {
        Self::page(result, None, None)
    }
}

/// `result`, `next`, `total`, `time`, in this order.
pub(super) fn wrapped(success: Success, timing: &Timing, settings: &Settings) -> Array {
    let Success {
        mut result,
        mut paging,
    } = success;
    if let Value::Array(array) = &mut result {
        let filled = |name| array.get(name).is_some_and(Value::truthy);
        if filled("error") && filled("error_description") {
            // The server mistakes such a result for an error, yet leaves the status at 200.
            return array.clone();
        }
        // Whatever the method: these two keys never stay inside a result.
        for name in ["next", "total"] {
            if let Some(value) = array.remove(name) {
                paging.set(name, value.to_int());
            }
        }
    }
    let mut body = Array::from([("result", result)]);
    body.overlay(paging);
    body.set("time", timing.report(settings));
    body
}
