//! The secret fields of a call: a portal, or a value's own code, may repeat them.

use std::mem;

use serde::Serialize;

use super::Secret;
use super::texts::Texts;
use crate::field::Field;
use crate::parameter::Rule;
use crate::visit::{Object, Step, Visitor};

/// The texts of the secret fields; `None` where one of them could not be written, and so not be known.
pub(crate) fn secret_fields<O: Object + ?Sized>(object: &O) -> Option<Vec<Secret>> {
    let mut gatherer = Gatherer::default();
    object.__visit(&mut gatherer);
    let Gatherer {
        texts: Texts { values, keys },
        members,
        failed,
        ..
    } = gatherer;
    // The declaration shows its own names.
    let keys = keys.iter().filter(|key| !members.contains(&key.as_str()));
    let texts = values.iter().chain(keys);
    (!failed).then(|| texts.filter_map(|text| Secret::any(text)).collect())
}

#[derive(Default)]
struct Gatherer {
    /// Whether the field that comes next is secret.
    next: bool,
    /// Whether the fields are within a secret, which was gathered as a whole.
    within: bool,
    /// The names of the fields within secrets.
    members: Vec<&'static str>,
    texts: Texts,
    failed: bool,
}

impl Visitor for Gatherer {
    fn rule(&mut self, rule: Rule) {
        self.next |= rule == Rule::Secret;
    }

    fn field<F: Field + ?Sized, S: Serialize + ?Sized>(&mut self, name: &'static str, field: &F, sent: &S) {
        let secret = mem::take(&mut self.next);
        if field.is_absent() {
            return;
        }
        let within = self.within;
        if within {
            self.members.push(name);
        } else if secret {
            self.failed |= sent.serialize(&mut self.texts).is_err();
        }
        if F::__NESTED {
            self.within |= secret;
            field.__inside(self);
            self.within = within;
        }
    }

    fn object<O: Object + ?Sized>(&mut self, object: &O) {
        object.__visit(self);
    }

    fn step<F: Field + ?Sized>(&mut self, _: Step<'_>, field: &F) {
        field.__inside(self);
    }
}
