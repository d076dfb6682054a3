//! Checks the fields of a method against their rules.
//!
//! A value is looked at through its own `Serialize`: what is checked is what would be sent, for any
//! type.

mod probe;

use serde::Serialize;

use crate::error::{Invalid, Problem, Violation};
use crate::field::Field;
use crate::method::{Method, Visitor};
use crate::parameter::{Count, Range, Rule};
use probe::Probe;

pub(crate) fn validate<M: Method + ?Sized>(method: &M) -> Result<(), Invalid> {
    let mut validator = Validator::default();
    method.__visit(&mut validator);
    if validator.violations.is_empty() {
        Ok(())
    } else {
        Err(Invalid::new(M::NAME, validator.violations))
    }
}

#[derive(Default)]
struct Validator {
    /// Of the field that comes next.
    rules: Rules,
    violations: Vec<Violation>,
}

impl Visitor for Validator {
    #[inline]
    fn rule(&mut self, rule: Rule) {
        self.rules.add(rule);
    }

    #[inline]
    fn field<F: Field + Serialize>(&mut self, name: &'static str, value: &F) {
        if !value.is_absent() {
            // What the value's own `Serialize` reports is reported again, and better, by encoding.
            let _ = value.serialize(Probe::new(name, &self.rules, &mut self.violations));
        } else if self.rules.required {
            self.violations
                .push(Violation::new(name.to_owned(), None, Problem::Missing));
        }
        self.rules.clear();
    }
}

/// The rules of one parameter: at most one of each kind, so that they need no memory of their own.
#[derive(Default)]
struct Rules {
    /// Whether there is any; most parameters have none.
    any: bool,
    required: bool,
    secret: bool,
    allowed: Option<&'static [&'static str]>,
    range: Option<Range>,
    length: Option<Count>,
    items: Option<Count>,
}

impl Rules {
    #[inline]
    fn add(&mut self, rule: Rule) {
        self.any = true;
        match rule {
            Rule::Required => self.required = true,
            Rule::Secret => self.secret = true,
            Rule::Allowed(values) => self.allowed = Some(values),
            Rule::Range(range) => self.range = Some(range),
            Rule::Length(length) => self.length = Some(length),
            Rule::Items(items) => self.items = Some(items),
        }
    }

    #[inline]
    fn clear(&mut self) {
        if self.any {
            *self = Self::default();
        }
    }
}
