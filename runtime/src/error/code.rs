//! Error codes of methods.

use std::fmt;

/// The error codes that a method documents, as a type.
///
/// The attribute macro makes one of what is documented, and of `errors(...)`.
///
/// ```
/// use b24::{ErrorCode, b24_method};
///
/// #[allow(deprecated)] // Bitrix24 deprecates this method: `imbot.v2.Chat.add` follows it
/// #[b24_method("imbot.chat.add", errors(NOT_MY_BOT))]
/// struct ChatAdd {
///     title: Option<String>,
/// }
///
/// assert_eq!(ChatAddCode::from_code("bot_id_error"), ChatAddCode::BotIdError);
/// assert_eq!(ChatAddCode::BotIdError.as_str(), "BOT_ID_ERROR");
/// assert_eq!(ChatAddCode::from_code("NOT_MY_BOT"), ChatAddCode::NotMyBot);
/// assert_eq!(ChatAddCode::from_code("NEW_CODE"), ChatAddCode::Other);
/// ```
pub trait ErrorCode: Copy + PartialEq + fmt::Debug + 'static {
    // One function and not two constants: those are evaluated by the compiler for each method.
    /// The documented codes, each with its value, and the value of any other code.
    #[doc(hidden)]
    fn __codes() -> (&'static [(&'static str, Self)], Self);

    /// The documented codes, each with its value.
    ///
    /// ```
    /// use b24::{ErrorCode, b24_method};
    ///
    /// #[b24_method("acme.order.add", unlisted, errors(OUT_OF_STOCK))]
    /// struct OrderAdd;
    ///
    /// assert_eq!(OrderAddCode::known(), [("OUT_OF_STOCK", OrderAddCode::OutOfStock)]);
    /// ```
    #[must_use]
    fn known() -> &'static [(&'static str, Self)] {
        Self::__codes().0
    }

    /// The value of any other code.
    #[must_use]
    fn other() -> Self {
        Self::__codes().1
    }

    /// The code as the type's value; codes compare without regard to case.
    #[must_use]
    fn from_code(code: &str) -> Self {
        let (known, other) = Self::__codes();
        let found = known.iter().find(|(known, _)| known.eq_ignore_ascii_case(code));
        found.map_or(other, |(_, value)| *value)
    }

    /// The code as the documentation writes it; empty for [`other`](Self::other), whose text is kept
    /// in [`ApiError::code`](crate::ApiError::code).
    #[must_use]
    fn as_str(self) -> &'static str {
        let found = Self::known().iter().find(|(_, value)| *value == self);
        found.map_or("", |(known, _)| known)
    }
}

/// The error code of a method whose declaration lists none; its text is
/// [`ApiError::code`](crate::ApiError::code).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AnyCode;

impl ErrorCode for AnyCode {
    fn __codes() -> (&'static [(&'static str, Self)], Self) {
        (&[], Self)
    }
}
