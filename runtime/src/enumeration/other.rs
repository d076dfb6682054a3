//! What the open variant of an enum may hold.

use super::Sent;

/// A type that the open variant of a [`b24_enum`](macro@crate::b24_enum) of texts may hold: `String`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold the values that the enum does not list",
    label = "expected `String`, for the enum is sent as text",
    note = "where the values are numbers, write them on the variants: `#[b24(5)]`"
)]
pub trait HoldsText: Sized {
    /// The text.
    #[doc(hidden)]
    fn __sent(&self) -> Sent<'_>;

    /// The text of `value`, if it is one.
    #[doc(hidden)]
    fn __unlisted(value: Sent<'_>) -> Option<Self>;
}

#[diagnostic::do_not_recommend]
impl HoldsText for String {
    fn __sent(&self) -> Sent<'_> {
        Sent::Text(self)
    }

    fn __unlisted(value: Sent<'_>) -> Option<Self> {
        match value {
            Sent::Text(text) => Some(text.to_owned()),
            _ => None,
        }
    }
}

/// A type that the open variant of a [`b24_enum`](macro@crate::b24_enum) of numbers may hold: `i64`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold the values that the enum does not list",
    label = "expected `i64`, for the enum is sent as numbers"
)]
pub trait HoldsInteger: Sized {
    /// The number.
    #[doc(hidden)]
    fn __sent(&self) -> Sent<'_>;

    /// The number of `value`, if it is one.
    #[doc(hidden)]
    fn __unlisted(value: Sent<'_>) -> Option<Self>;
}

#[diagnostic::do_not_recommend]
impl HoldsInteger for i64 {
    fn __sent(&self) -> Sent<'_> {
        Sent::Integer(*self)
    }

    fn __unlisted(value: Sent<'_>) -> Option<Self> {
        match value {
            Sent::Integer(number) => Some(number),
            _ => None,
        }
    }
}
