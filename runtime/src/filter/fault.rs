//! What was built wrongly: kept with what was built, and reported when it is to be sent.

use std::fmt;

use serde::ser::Error;

use super::name::Advice;
use crate::error::quoted;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Fault {
    /// Not the name of a field.
    Name { given: String, advice: Advice },
    /// The second condition under one key, of which a portal keeps only the last.
    Twice { key: String, instead: &'static str },
    /// A value that the operator cannot have.
    Value { key: String, reason: String },
    /// `any` or `all` without a condition in it.
    EmptyGroup { method: &'static str },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name { given, advice } => {
                write!(f, "{} is not the name of a field; {advice}", quoted(given))
            }
            Self::Twice { key, instead } => {
                write!(
                    f,
                    "{} is given twice, and only one would count; {instead}",
                    quoted(key)
                )
            }
            Self::Value { key, reason } => write!(f, "the value of {}: {reason}", quoted(key)),
            Self::EmptyGroup { method } => {
                write!(
                    f,
                    "`{method}` has a member without conditions, which would select everything; \
                     give it at least one, or leave `{method}` out"
                )
            }
        }
    }
}

/// Everything that is wrong, in the order in which it was built.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Faults(Vec<Fault>);

impl Faults {
    pub(super) fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    pub(super) fn take_from(&mut self, inner: &mut Self) {
        self.0.append(&mut inner.0);
    }

    /// Whatever is wrong, as one error of the serializer.
    pub(super) fn report<E: Error>(&self) -> Result<(), E> {
        if self.0.is_empty() {
            return Ok(());
        }
        let words: Vec<String> = self.0.iter().map(Fault::to_string).collect();
        Err(E::custom(words.join("; ")))
    }
}
