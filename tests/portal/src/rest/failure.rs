//! An error as the server reports it.

use crate::{php::Array, settings::Statuses};

/// A status, a code and a description. Never has a `time`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    status: u16,
    documented: Option<u16>,
    code: String,
    description: String,
}

impl Failure {
    pub(crate) fn new(status: u16, code: &str, description: &str) -> Self {
        Self {
            status,
            documented: None,
            code: code.to_owned(),
            description: description.to_owned(),
        }
    }

    /// Status 400, which most errors of methods have.
    pub(crate) fn wrong(code: &str, description: &str) -> Self {
        Self::new(400, code, description)
    }

    pub(super) fn method_not_found() -> Self {
        Self::new(404, "ERROR_METHOD_NOT_FOUND", "Method not found!")
    }

    /// The documentation gives another status than the server does.
    pub(crate) fn documented_as(mut self, status: u16) -> Self {
        self.documented = Some(status);
        self
    }

    pub(crate) fn status(&self, statuses: Statuses) -> u16 {
        match (statuses, self.documented) {
            (Statuses::Documented, Some(status)) => status,
            _ => self.status,
        }
    }

    pub(crate) fn body(&self) -> Array {
        Array::from([
            ("error", self.code.as_str().into()),
            ("error_description", self.description.as_str().into()),
        ])
    }
}
