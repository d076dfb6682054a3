//! Error codes of methods.

use std::fmt;

/// The error codes that a method documents, as a type.
///
/// The attribute macro makes one for each method with `errors(...)`.
pub trait ErrorCode: Sized + fmt::Debug {
    /// The code as the type's value; codes compare without regard to case, unknown ones are kept.
    fn from_code(code: &str) -> Self;

    /// The code as the documentation writes it, or as it came if it is unknown.
    fn as_str(&self) -> &str;
}

/// The error code of a method that lists none.
///
/// ```
/// use b24::{AnyCode, ErrorCode};
///
/// assert_eq!(AnyCode::from_code("WRONG_REQUEST").as_str(), "WRONG_REQUEST");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AnyCode(String);

impl ErrorCode for AnyCode {
    fn from_code(code: &str) -> Self {
        Self(code.to_owned())
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

/// The place of `code` in a declaration's list.
#[doc(hidden)]
#[must_use]
pub fn position(code: &str, codes: &[&str]) -> usize {
    codes
        .iter()
        .position(|known| known.eq_ignore_ascii_case(code))
        .unwrap_or(usize::MAX)
}
