//! What cannot be loaded or saved.

use std::fmt;

/// A [`TokenStore`](crate::TokenStore) could not load or save the tokens, or a
/// [`Journal`](crate::Journal) its marks.
///
/// ```
/// use b24::StoreError;
///
/// let error = StoreError::new("cannot save the tokens", "the database is read-only");
/// assert_eq!(error.to_string(), "cannot save the tokens: the database is read-only");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreError {
    what: &'static str,
    reason: String,
}

impl StoreError {
    /// A failure for a store or a journal to report: what it could not do, and why.
    ///
    /// Neither may show a token.
    #[must_use]
    pub fn new(what: &'static str, reason: impl fmt::Display) -> Self {
        Self {
            what,
            reason: reason.to_string(),
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.what, self.reason)
    }
}

impl std::error::Error for StoreError {}
