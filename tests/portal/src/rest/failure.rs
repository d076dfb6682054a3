//! An error as the server reports it.

use super::v3;
use crate::{php::Array, settings::Statuses};

/// A status, a code and a description. Never has a `time`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(super) status: u16,
    documented: Option<u16>,
    pub(super) code: String,
    pub(super) description: String,
    /// Fields that are at fault, and why: REST 3 tells them.
    pub(super) validation: Vec<(String, String)>,
}

impl Failure {
    pub(crate) fn new(status: u16, code: &str, description: &str) -> Self {
        Self {
            status,
            documented: None,
            code: code.to_owned(),
            description: description.to_owned(),
            validation: Vec::new(),
        }
    }

    /// The parameters of a call of REST 3 do not fit.
    pub(crate) fn invalid<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self::new(400, v3::INVALID, v3::INVALID_TEXT).with_validation(fields)
    }

    fn with_validation<'a>(mut self, fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let fields = fields.into_iter();
        self.validation = fields
            .map(|(field, message)| (field.to_owned(), message.to_owned()))
            .collect();
        self
    }

    /// Status 400, which most errors of methods have.
    pub(crate) fn wrong(code: &str, description: &str) -> Self {
        Self::new(400, code, description)
    }

    pub(super) fn method_not_found() -> Self {
        Self::new(404, "ERROR_METHOD_NOT_FOUND", "Method not found!")
    }

    /// In a batch nobody says who lacks the scope.
    pub(super) fn without_description(mut self) -> Self {
        self.description.clear();
        self
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
