//! Checks the fields of a method against their rules.
//!
//! A value is looked at through its own `Serialize`: what is checked is what would be sent, for any
//! type.

mod probe;

use std::fmt::Display;

use serde::Serialize;
use serde_json::Value;

use crate::error::{Invalid, Problem, Violation};
use crate::field::Field;
use crate::method::{Method, Presence, Visitor};
use crate::parameter::{Count, Range, Rule};
use probe::{Failed, Probe};

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
            let probed = value.serialize(Probe::new(name, &self.rules, &mut self.violations));
            if let Err(Failed(reason)) = probed {
                let reason = self.unless_secret(reason);
                self.report(name, Problem::NotSerializable { reason });
            }
        } else if self.rules.required {
            self.report(name, Problem::Missing);
        }
        self.rules.clear();
    }

    fn flatten<F: Serialize>(&mut self, value: &F, declared: &[&'static str]) {
        // Its own failure is reported again, and better, by encoding.
        let Ok(Value::Object(members)) = serde_json::to_value(value) else {
            return;
        };
        let twice = members.keys().filter(|key| declared.contains(&key.as_str()));
        let twice = twice.map(|key| Violation::new(key.clone(), None, Problem::Declared));
        self.violations.extend(twice);
    }

    fn check<T, E: Display>(
        &mut self,
        name: &'static str,
        value: Option<&T>,
        check: impl FnOnce(&T) -> Result<(), E>,
    ) {
        if let Some(Err(reason)) = value.map(check) {
            let reason = self.unless_secret(reason.to_string());
            self.report(name, Problem::Refused { reason });
        }
    }

    fn requires(&mut self, (name, absent): Presence, (other, other_absent): Presence) {
        if !absent && other_absent {
            self.report(name, Problem::Alone { other });
        }
    }

    fn conflicts(&mut self, (name, absent): Presence, (other, other_absent): Presence) {
        if !absent && !other_absent {
            self.report(name, Problem::Conflict { other });
        }
    }

    fn one_of(&mut self, members: &[Presence]) {
        if members.iter().all(|(_, absent)| *absent) {
            let names: Vec<&'static str> = members.iter().map(|(name, _)| *name).collect();
            let first = names.first().copied().unwrap_or_default();
            self.report(first, Problem::NoneOf { names });
        }
    }
}

impl Validator {
    /// What a value's own code says of it, which may repeat the value.
    fn unless_secret(&self, reason: String) -> String {
        if self.rules.secret {
            "its own check says why, but it is secret".to_owned()
        } else {
            reason
        }
    }

    fn report(&mut self, name: &'static str, problem: Problem) {
        self.violations
            .push(Violation::new(name.to_owned(), None, problem));
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
