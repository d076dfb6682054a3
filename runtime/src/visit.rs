//! Looking at the members of an object one after the other: sending, checking and describing a
//! method are such looks.

use std::fmt::{self, Write as _};

use serde::Serialize;

use crate::field::Field;
use crate::method::Method;
use crate::parameter::Rule;

/// Declared members: the parameters of a method, or those of a nested object.
#[doc(hidden)]
pub trait Object: Serialize {
    // Rules and names stand in code and not in a table: that costs a user's compiler far less.
    /// Shows each member, after its rules, to `visitor`.
    fn __visit<V: Visitor>(&self, visitor: &mut V);
}

impl<M: Method + ?Sized> Object for M {
    #[inline]
    fn __visit<V: Visitor>(&self, visitor: &mut V) {
        Method::__visit(self, visitor);
    }
}

/// Something that looks at members.
#[doc(hidden)]
pub trait Visitor: Sized {
    /// Takes a rule of the member that comes next.
    fn rule(&mut self, rule: Rule);

    /// Takes the next member, and how it is written.
    fn field<F: Field + ?Sized, S: Serialize + ?Sized>(&mut self, name: &'static str, field: &F, sent: &S);

    /// Takes further members, of a map or an object, which must not be the `declared` ones.
    fn flatten<F: Serialize + ?Sized>(&mut self, _: &F, _declared: &[&'static str]) {}

    /// Takes the user's own check of the member that comes next: why it refuses a value.
    fn check<T>(&mut self, _: &'static str, _: Option<&T>, _: impl FnOnce(&T) -> Option<String>) {}

    /// Takes two members of which the first is given only together with the second.
    fn requires(&mut self, _: Presence, _: Presence) {}

    /// Takes two members that are not given both.
    fn conflicts(&mut self, _: Presence, _: Presence) {}

    /// Takes members of which at least one is given.
    fn one_of(&mut self, _: &[Presence]) {}

    /// Looks into an object that a member holds, or that is spread among the members.
    fn object<O: Object + ?Sized>(&mut self, _: &O) {}

    /// Looks into what a member holds at `step`.
    fn step<F: Field + ?Sized>(&mut self, _: Step<'_>, _: &F) {}
}

/// Shows the member that tells which variant an object is.
pub fn show_tag<T: Field + Copy, V: Visitor>(tag: T, name: &'static str, visitor: &mut V) {
    tag.__visit(name, visitor);
}

/// The name of a member, and whether it is absent.
pub type Presence = (&'static str, bool);

/// One step on the way to a value.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum Step<'a> {
    /// Into a member of an object.
    Member(&'a str),
    /// To what a map holds under a key.
    Key(&'a str),
    /// To an item of a list.
    Item(usize),
}

/// The way to a value, such as `fields.PHONE[1].VALUE`.
#[derive(Debug, Default)]
pub(crate) struct Path(String);

impl Path {
    /// Goes one step; tells the length by which [`back`](Self::back) returns.
    pub(crate) fn go(&mut self, step: Step<'_>) -> usize {
        let length = self.0.len();
        if length > 0 && !matches!(step, Step::Item(_)) {
            self.0.push('.');
        }
        let _ = write!(self.0, "{step}"); // into a text: cannot fail
        length
    }

    pub(crate) fn back(&mut self, length: usize) {
        self.0.truncate(length);
    }

    /// The way to what is one step further.
    pub(crate) fn to(&self, step: Step<'_>) -> String {
        let mut path = Self(self.0.clone());
        path.go(step);
        path.0
    }
}

impl fmt::Display for Step<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Member(name) | Self::Key(name) => f.write_str(name),
            Self::Item(place) => write!(f, "[{place}]"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_is_gone_in_place() {
        let mut path = Path(String::with_capacity(64));
        let place = path.0.as_ptr();
        let start = path.go(Step::Member("fields"));
        path.go(Step::Item(1));
        let list = path.go(Step::Key("VALUE"));
        assert_eq!(path.0, "fields[1].VALUE");
        path.back(list);
        assert_eq!(path.to(Step::Member("TYPE")), "fields[1].TYPE");
        path.back(start);
        assert_eq!((path.0.as_str(), path.0.as_ptr()), ("", place));
    }
}
