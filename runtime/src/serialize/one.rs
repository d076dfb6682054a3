//! Writing a value that is one of several.

use serde::ser::{Serialize, Serializer};

use crate::field::Field;
use crate::parameter::Rule;
use crate::visit::Visitor;

/// Writes the value that it is shown.
#[derive(Debug)]
pub struct One<S: Serializer> {
    to: Option<S>,
    written: Option<Result<S::Ok, S::Error>>,
}

/// The body of the generated `Serialize::serialize` of an `untagged` enum, which shows the value that
/// its variant holds.
///
/// # Errors
/// What the serializer or the value's own `Serialize` reports.
pub fn serialize_one<S: Serializer>(to: S, show: impl FnOnce(&mut One<S>)) -> Result<S::Ok, S::Error> {
    let mut one = One {
        to: Some(to),
        written: None,
    };
    show(&mut one);
    match (one.written, one.to) {
        (Some(written), _) => written,
        (None, Some(to)) => to.serialize_none(),
        (None, None) => Err(serde::ser::Error::custom("the value was not written")),
    }
}

impl<S: Serializer> Visitor for One<S> {
    #[inline]
    fn rule(&mut self, _: Rule) {}

    #[inline]
    fn field<F: Field + ?Sized, T: Serialize + ?Sized>(&mut self, _: &'static str, _: &F, sent: &T) {
        if let Some(to) = self.to.take() {
            self.written = Some(sent.serialize(to));
        }
    }
}
