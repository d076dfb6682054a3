//! An answer that is not what was expected.

use std::fmt;

use super::{Advice, Outcome, Trail, told_by};

/// An answer came that is not what was expected.
///
/// ```
/// use b24::{Client, DecodeProblem, Error, Outcome, b24_method};
///
/// #[b24_method("server.time", returns = u64)] // it is a text
/// struct ServerTime;
///
/// let portal = b24_portal::Portal::start()?;
/// let client = Client::webhook(portal.webhook())?;
/// let Err(Error::Decode(error)) = ServerTime::new().call(&client) else { unreachable!() };
/// assert!(matches!(error.problem(), DecodeProblem::Mismatch { path, .. } if path == "result"));
/// assert_eq!(error.outcome(), Outcome::Executed);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError {
    pub(crate) method: String,
    pub(crate) status: u16,
    pub(crate) problem: DecodeProblem,
    /// The beginning of the answer, or of the part that is wrong; secrets blotted out.
    pub(crate) excerpt: String,
    pub(crate) trail: Trail,
}

/// What is wrong with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecodeProblem {
    /// The answer is empty.
    Empty,
    /// The answer is not JSON: often an HTML page of a proxy, or of a server that is down.
    NotJson {
        /// What kind of content the answer says it is.
        content_type: Option<String>,
        /// What the JSON parser says.
        reason: String,
    },
    /// The answer is JSON, but has neither `result` nor `error`.
    NoResult,
    /// `result` is there, but is not what the method's `returns` says.
    Mismatch {
        /// Where in the answer, such as `result.items[3].ID`.
        path: String,
        /// What is there and what was expected.
        reason: String,
    },
    /// The answer of an authorization server has no tokens that could be used.
    NoTokens {
        /// What is missing or unusable.
        reason: String,
    },
}

impl DecodeError {
    /// The method that was called.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// What is wrong with the answer.
    #[must_use]
    pub fn problem(&self) -> &DecodeProblem {
        &self.problem
    }

    /// The beginning of what came, at most 64 characters, without the client's secrets.
    #[must_use]
    pub fn excerpt(&self) -> &str {
        &self.excerpt
    }

    /// Whether the portal executed the call: it did if a `result` came, it did not if the status is
    /// that of a refusal (4xx).
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
        self.trail.told(match (&self.problem, self.status) {
            (DecodeProblem::Mismatch { .. }, 200..=299) => (Outcome::Executed, Advice::FixDeclaration),
            (_, status) => told_by(status),
        })
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.method)?;
        match &self.problem {
            DecodeProblem::Empty => f.write_str("the answer is empty")?,
            DecodeProblem::NotJson { content_type, .. } if self.status >= 500 => {
                let content_type = content_type.as_deref().unwrap_or("unknown");
                write!(
                    f,
                    "the server failed, or a proxy before it, and sent a page in place of an answer (content type {content_type})"
                )?;
            }
            DecodeProblem::NotJson { content_type, reason } => {
                let content_type = content_type.as_deref().unwrap_or("unknown");
                write!(
                    f,
                    "the answer is not JSON (content type {content_type}): {reason}"
                )?;
            }
            DecodeProblem::NoResult => f.write_str("the answer has neither `result` nor `error`")?,
            DecodeProblem::Mismatch { path, reason } => {
                write!(f, "`{path}` is not what was expected: {reason}")?;
            }
            DecodeProblem::NoTokens { reason } => write!(f, "the answer has no usable tokens: {reason}")?,
        }
        write!(f, " (HTTP {})", self.status)?;
        if !self.excerpt.is_empty() {
            write!(f, "; it begins {}", self.excerpt)?;
        }
        write!(f, "; {}", self.advice())
    }
}

impl std::error::Error for DecodeError {}
