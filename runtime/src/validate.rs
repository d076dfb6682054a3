//! Checks the fields of a method against their rules.
//!
//! A value is looked at through its own `Serialize`: what is checked is what would be sent, for any
//! type.

mod probe;

use serde::Serialize;

use crate::error::{Invalid, Problem, Violation};
use crate::field::Field;
use crate::method::{Method, Visitor};
use crate::parameter::Parameter;
use probe::Probe;

pub(crate) fn validate<M: Method + ?Sized>(method: &M) -> Result<(), Invalid> {
    let mut validator = Validator {
        violations: Vec::new(),
    };
    method.__visit(&mut validator);
    if validator.violations.is_empty() {
        Ok(())
    } else {
        Err(Invalid::new(M::NAME, validator.violations))
    }
}

struct Validator {
    violations: Vec<Violation>,
}

impl Visitor for Validator {
    #[inline]
    fn field<F: Field + Serialize>(&mut self, parameter: &'static Parameter, value: &F) {
        if value.is_absent() {
            self.absent(parameter);
        } else {
            // What the value's own `Serialize` reports is reported again, and better, by encoding.
            let _ = value.serialize(Probe::new(parameter, &mut self.violations));
        }
    }
}

impl Validator {
    fn absent(&mut self, parameter: &'static Parameter) {
        if parameter.is_required() {
            self.violations
                .push(Violation::new(parameter.name.to_owned(), None, Problem::Missing));
        }
    }
}
