//! A client that cannot be made.

use std::fmt;

/// The client cannot be made, or a call names something unusable; nothing was sent.
///
/// It says what is wrong with an address without repeating it: a webhook's address is a secret.
///
/// ```
/// use b24::{Client, Error};
///
/// let Err(Error::Config(error)) = Client::webhook("example.bitrix24.com") else { unreachable!() };
/// assert_eq!(error.what(), "webhook address");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    what: &'static str,
    problem: String,
}

impl ConfigError {
    pub(crate) fn new(what: &'static str, problem: impl Into<String>) -> Self {
        Self {
            what,
            problem: problem.into(),
        }
    }

    /// The same problem, of that from which the value came.
    pub(crate) fn of(self, what: &'static str) -> Self {
        Self { what, ..self }
    }

    /// What is wrong: the webhook's address, the environment variable, the token.
    #[must_use]
    pub fn what(&self) -> &str {
        self.what
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.what, self.problem)
    }
}

impl std::error::Error for ConfigError {}
