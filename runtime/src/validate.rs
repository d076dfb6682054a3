//! Checks the fields of a method against their rules.
//!
//! A value is looked at through its own `Serialize`: what is checked is what would be sent, for any
//! type.

mod names;
mod probe;
mod verdict;

pub use verdict::Verdict;

use std::collections::BTreeSet;
use std::mem;

use serde::Serialize;

use crate::error::{Invalid, Problem, Violation};
use crate::field::Field;
use crate::method::Method;
use crate::parameter::{Count, Range, Rule};
use crate::secret::HIDDEN;
use crate::visit::{Object, Path, Presence, Step, Visitor};
use names::names;
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

/// The same for a command of a batch, whose fields may hold references.
pub(crate) fn validate_command<M: Method + ?Sized>(method: &M) -> Result<(), Invalid> {
    let mut validator = Validator::default();
    method.__visit(&mut validator);
    let mut violations = validator.violations;
    violations.retain(|violation| !matches!(violation.problem(), Problem::Reference { .. }));
    if violations.is_empty() {
        Ok(())
    } else {
        Err(Invalid::new(M::NAME, violations))
    }
}

#[derive(Default)]
struct Validator {
    /// Of the field that comes next.
    rules: Rules,
    /// Where the fields are that come next.
    here: Path,
    /// Whether they are within a secret.
    hidden: bool,
    /// Which names the flattened fields of the same object have given so far.
    spread: BTreeSet<String>,
    violations: Vec<Violation>,
}

impl Visitor for Validator {
    #[inline]
    fn rule(&mut self, rule: Rule) {
        self.rules.add(rule);
    }

    #[inline]
    fn field<F: Field + ?Sized, S: Serialize + ?Sized>(&mut self, name: &'static str, field: &F, sent: &S) {
        if !field.is_absent() {
            let probe = Probe::new(name, &self.here, &self.rules, &mut self.violations);
            if let Err(Failed(reason)) = sent.serialize(probe) {
                let reason = self.unless_secret(reason);
                self.report(name, Problem::NotSerializable { reason });
            }
        } else if self.rules.required {
            self.report(name, Problem::Missing);
        }
        if F::__NESTED {
            self.within(Step::Member(name), field);
        }
        self.rules.clear(self.hidden);
    }

    fn flatten<F: Serialize + ?Sized>(&mut self, value: &F, declared: &[&'static str]) {
        for name in names(value) {
            let problem = if declared.contains(&name.as_str()) {
                Problem::Declared
            } else if self.spread.contains(&name) {
                Problem::Twice
            } else {
                self.spread.insert(name);
                continue;
            };
            let path = self.here.to(self.unless_hidden(Step::Key(&name)));
            let violation = Violation::new(path, None, problem);
            // The object around it may have said so.
            if !self.violations.contains(&violation) {
                self.violations.push(violation);
            }
        }
    }

    fn check<T>(&mut self, name: &'static str, value: Option<&T>, check: impl FnOnce(&T) -> Option<String>) {
        if let Some(reason) = value.and_then(check) {
            let reason = self.unless_secret(reason);
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

    fn object<O: Object + ?Sized>(&mut self, object: &O) {
        let outside = mem::take(&mut self.spread);
        object.__visit(self);
        self.spread = outside;
    }

    fn step<F: Field + ?Sized>(&mut self, step: Step<'_>, field: &F) {
        let length = self.here.go(self.unless_hidden(step));
        field.__inside(self);
        self.here.back(length);
    }
}

impl Validator {
    /// Looks at what is in a field, to which its rules do not apply; but what is in a secret is one.
    fn within<F: Field + ?Sized>(&mut self, step: Step<'_>, field: &F) {
        let outside = self.hidden;
        self.hidden |= self.rules.secret;
        self.rules.clear(self.hidden);
        self.step(step, field);
        self.hidden = outside;
    }

    /// A map's key is shown only where it is not within a secret.
    fn unless_hidden<'a>(&self, step: Step<'a>) -> Step<'a> {
        match step {
            Step::Key(_) if self.hidden => Step::Key(HIDDEN),
            step => step,
        }
    }

    /// What a value's own code says of it, which may repeat the value.
    fn unless_secret(&self, reason: String) -> String {
        if self.rules.secret {
            "its own check says why, but it is secret".to_owned()
        } else {
            reason
        }
    }

    fn report(&mut self, name: &'static str, problem: Problem) {
        let path = self.here.to(Step::Member(name));
        self.violations.push(Violation::new(path, None, problem));
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

    /// Forgets all rules, but keeps a secret.
    #[inline]
    fn clear(&mut self, secret: bool) {
        if self.any || secret {
            *self = Self {
                any: secret,
                secret,
                ..Self::default()
            };
        }
    }
}
