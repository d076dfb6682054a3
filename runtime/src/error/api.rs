//! A refusal by the portal.

use std::fmt;

use serde_json::{Map, Value};

use super::{Advice, Outcome, SystemCode, Trail, told_by};

/// The portal answered that it refuses a call, or that it failed.
///
/// ```
/// use b24::{Client, SystemCode};
///
/// let portal = b24_portal::Portal::start()?;
/// let client = Client::webhook(portal.webhook())?;
/// let error = client.call_raw("crm.deal.ad", &()).unwrap_err();
/// let refusal = error.api().unwrap();
/// assert_eq!((refusal.status(), refusal.code()), (404, "ERROR_METHOD_NOT_FOUND"));
/// assert_eq!(refusal.system_code(), Some(SystemCode::ErrorMethodNotFound));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct ApiError {
    pub(crate) method: String,
    pub(crate) status: u16,
    pub(crate) code: String,
    pub(crate) description: String,
    pub(crate) extra: Map<String, Value>,
    pub(crate) trail: Trail,
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

    /// The parameters that REST 3 finds fault with, each with the portal's words; empty for other errors.
    ///
    /// The paths are written as those of a [`Violation`](crate::Violation), with their wire names:
    /// `fields.members[1].id`.
    ///
    /// ```
    /// # let portal = b24_portal::Portal::start()?;
    /// # let client = b24::Client::webhook(portal.webhook())?;
    /// let task = serde_json::json!({"fields": {"creatorId": 1, "responsibleId": 1}});
    /// let error = client.call_raw_v3("tasks.task.add", &task).unwrap_err();
    /// for refused in error.api().unwrap().refused() {
    ///     println!("{}: {}", refused.path, refused.message);
    /// }
    /// # assert!(!error.api().unwrap().refused().is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn refused(&self) -> Vec<Refused<'_>> {
        let entries = self.extra.get("validation").and_then(Value::as_array);
        entries.into_iter().flatten().filter_map(Refused::read).collect()
    }

    /// The code as one that any method may answer with.
    #[must_use]
    pub fn system_code(&self) -> Option<SystemCode> {
        SystemCode::from_code(&self.code)
    }

    /// Whether the code is one of REST 3.
    pub(crate) fn is_rest_3(&self) -> bool {
        super::system::in_rest_3(&self.code).is_some()
    }

    /// Whether a batch of REST 3 may have been answered so for one of its commands, after others were
    /// executed; what is looked at before any of them is told apart.
    pub(crate) fn may_be_of_a_command(&self) -> bool {
        match self.system_code() {
            Some(SystemCode::ErrorMethodNotFound) => false,
            Some(_) if !self.is_rest_3() => false,
            _ => self.status != 401,
        }
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
        self.told().0
    }

    /// What to do about it.
    #[must_use]
    pub fn advice(&self) -> Advice {
        self.told().1
    }

    fn told(&self) -> (Outcome, Advice) {
        self.trail.told(match self.telling_code() {
            Some(code) => (code.outcome(), code.advice()),
            None => told_by(self.status),
        })
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

/// A parameter that the portal finds fault with.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Refused<'a> {
    /// Where it stands; empty where the portal names no parameter.
    pub path: String,
    /// The portal's words.
    pub message: &'a str,
}

impl<'a> Refused<'a> {
    fn read(entry: &'a Value) -> Option<Self> {
        let text = |name: &str| entry.get(name).and_then(Value::as_str);
        Some(Self {
            path: text("field").map(path).unwrap_or_default(),
            message: text("message")?,
        })
    }
}

/// `fields.members.1.id` as a path of ours: a number is the index of a list.
fn path(field: &str) -> String {
    let mut path = String::new();
    for step in field.split('.') {
        let index = !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
        match (index, path.is_empty()) {
            (true, false) => path.extend(["[", step, "]"]),
            (_, true) => path.push_str(step),
            (false, false) => path.extend([".", step]),
        }
    }
    path
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
        for Refused { path, message } in self.refused() {
            write!(f, "; `{path}`: {message}")?;
        }
        write!(f, " (HTTP {}); {}", self.status, self.advice())
    }
}

impl std::error::Error for ApiError {}
