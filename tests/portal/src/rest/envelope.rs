//! The envelope around a result.

use super::Timing;
use crate::{
    php::{Array, Value},
    settings::Settings,
};

/// `result`, `next`, `total`, `time`, in this order.
pub(super) fn success(mut result: Value, timing: &Timing, settings: &Settings) -> Array {
    let mut paging = Array::new();
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
