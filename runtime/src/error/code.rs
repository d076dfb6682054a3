//! Error codes of methods.

use std::fmt;

/// The error codes that a method documents, as a type.
///
/// The attribute macro makes one for each method with `errors(...)`.
///
/// ```
/// use b24::{ErrorCode, b24_method};
///
/// #[b24_method("imbot.chat.add", errors(BOT_ID_ERROR, WRONG_REQUEST))]
/// struct ChatAdd {
///     title: Option<String>,
/// }
///
/// assert_eq!(ChatAddCode::from_code("bot_id_error"), ChatAddCode::BotIdError);
/// assert_eq!(ChatAddCode::BotIdError.as_str(), "BOT_ID_ERROR");
/// assert_eq!(ChatAddCode::from_code("NEW_CODE"), ChatAddCode::Other);
/// ```
pub trait ErrorCode: Copy + PartialEq + fmt::Debug + 'static {
    /// The documented codes.
    const KNOWN: &'static [(&'static str, Self)];
    /// Any other code.
    const OTHER: Self;

    /// The code as the type's value; codes compare without regard to case.
    #[must_use]
    fn from_code(code: &str) -> Self {
        let known = Self::KNOWN
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(code));
        known.map_or(Self::OTHER, |(_, value)| *value)
    }

    /// The code as the documentation writes it; empty for [`OTHER`](Self::OTHER), whose text is kept
    /// in [`ApiError::code`](crate::ApiError::code).
    #[must_use]
    fn as_str(self) -> &'static str {
        let known = Self::KNOWN.iter().find(|(_, value)| *value == self);
        known.map_or("", |(known, _)| known)
    }
}

/// The error code of a method whose declaration lists none; its text is
/// [`ApiError::code`](crate::ApiError::code).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AnyCode;

impl ErrorCode for AnyCode {
    const KNOWN: &'static [(&'static str, Self)] = &[];
    const OTHER: Self = Self;
}
