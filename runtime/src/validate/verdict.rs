//! What a check of the user's own says.

use std::fmt::Display;

/// What the function behind `#[b24(validate = ...)]` may return.
#[diagnostic::on_unimplemented(
    message = "`validate` needs a function `fn(&T) -> Result<(), impl Display>`, and this one returns `{Self}`",
    label = "returns `{Self}`",
    note = "`Ok(())` takes the value; the error says why it is refused: a `String`, or a type of your own that implements `std::fmt::Display`"
)]
pub trait Verdict {
    /// Why the value is refused, if it is.
    fn __refusal(self) -> Option<String>;
}

#[diagnostic::do_not_recommend]
impl<E: Display> Verdict for Result<(), E> {
    #[inline]
    fn __refusal(self) -> Option<String> {
        self.err().map(|reason| reason.to_string())
    }
}
