//! What came of the commands of a batch.

use super::super::{
    Timing,
    envelope::{self, Success},
};
use crate::{
    php::{Array, Key, Value},
    settings::Settings,
};

/// By the commands' keys. Which of the members are lists in the answer, and which objects, is
/// decided by their keys alone.
#[derive(Default)]
pub(super) struct Results {
    pub(super) result: Array,
    pub(super) error: Array,
    pub(super) total: Array,
    pub(super) next: Array,
    pub(super) time: Array,
    timings: Vec<(Key, Timing)>,
}

impl Results {
    /// A command has a result. It has failed all the same, where the result looks like an error.
    pub(super) fn succeeded(
        &mut self,
        key: &Key,
        success: Success,
        timing: &Timing,
        settings: &Settings,
    ) -> bool {
        let mut body = envelope::wrapped(success, timing, settings);
        if body.get("error").is_some() {
            self.failed(key, body);
            return true;
        }
        let result = body.remove("result").unwrap_or(Value::Null);
        self.result.set_key(key.clone(), result);
        for (name, members) in [("next", &mut self.next), ("total", &mut self.total)] {
            if let Some(value) = body.remove(name) {
                members.set_key(key.clone(), value);
            }
        }
        self.time.set_key(key.clone(), timing.report(settings).into());
        self.timings.push((key.clone(), timing.clone()));
        false
    }

    pub(super) fn failed(&mut self, key: &Key, error: Array) {
        self.error.set_key(key.clone(), error.into());
    }

    /// Every command tells of the whole batch's running time.
    pub(super) fn share(&mut self, batch: &Timing, settings: &Settings) {
        for (key, timing) in &mut self.timings {
            timing.operating = batch.operating;
            self.time.set_key(key.clone(), timing.report(settings).into());
        }
    }
}

impl From<Box<Results>> for Value {
    fn from(results: Box<Results>) -> Self {
        Array::from([
            ("result", results.result.into()),
            ("result_error", results.error.into()),
            ("result_total", results.total.into()),
            ("result_next", results.next.into()),
            ("result_time", results.time.into()),
        ])
        .into()
    }
}
