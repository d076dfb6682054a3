//! A refusal by the portal.

use std::fmt;

use serde_json::{Map, Value};

use super::{Advice, Outcome, SystemCode, told_by};

/// The portal answered that it refuses a call, or that it failed.
#[derive(Debug, Clone, PartialEq)]
pub struct ApiError {
    pub(crate) method: String,
    pub(crate) status: u16,
    pub(crate) code: String,
    pub(crate) description: String,
    pub(crate) extra: Map<String, Value>,
}

impl ApiError {
    /// The error code, as it came; a number is written as its digits. It may be empty.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The portal's words; may be empty, may hold HTML.
    #[must_use]
    pub fn description(&self) -> &str {
        &self.description
    }

    /// The HTTP status. It can be 200: some methods report an error so.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The method that was called.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method
    }

    /// Whatever else the answer held, such as `argument`.
    #[must_use]
    pub fn extra(&self) -> &Map<String, Value> {
        &self.extra
    }

    /// The code as one that any method may answer with.
    #[must_use]
    pub fn system_code(&self) -> Option<SystemCode> {
        SystemCode::from_code(&self.code)
    }

    /// Whether the credentials are the problem.
    pub(crate) fn is_auth(&self) -> bool {
        match self.system_code() {
            // The plan's and the method's own refusals share this code; status 401 is the former.
            Some(SystemCode::AccessDenied) | None => self.status == 401,
            Some(code) => code.is_auth(),
        }
    }

    /// Whether the portal executed the call: a refusal (status 4xx) means that it did not, a failure
    /// may have come half-way.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self.telling_code() {
            Some(code) => code.outcome(),
            None => told_by(self.status).0,
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn advice(&self) -> Advice {
        match self.telling_code() {
            Some(code) => code.advice(),
            None => told_by(self.status).1,
        }
    }

    /// The system code, where it says more than the status: methods use some for refusals of their
    /// own, then with status 400.
    pub(crate) fn telling_code(&self) -> Option<SystemCode> {
        match self.system_code() {
            Some(SystemCode::AccessDenied) if self.status == 400 => None,
            code => code,
        }
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} was refused by the portal", self.method)?;
        match (self.code.as_str(), self.description.as_str()) {
            ("", "") => f.write_str(" without a reason")?,
            (code, "") => write!(f, ": {code}")?,
            ("", description) => write!(f, ": {description}")?,
            (code, description) => write!(f, ": {code}: {description}")?,
        }
        write!(f, " (HTTP {}); {}", self.status, self.advice())
    }
}

impl std::error::Error for ApiError {}
