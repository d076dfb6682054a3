//! What a declared method is.

use std::fmt::Display;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{ErrorCode, Invalid};
use crate::field::Field;
use crate::parameter::{Parameter, Rule};
use crate::validate;

/// A call of a documented method, with its parameters: what [`b24_method`](macro@crate::b24_method)
/// makes of a struct.
///
/// It is not implemented by hand: the trait may gain items in any release.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a Bitrix24 method",
    label = "not a struct with `#[b24_method(\"...\")]`",
    note = "an untyped call is `client.call_raw(name, &parameters)`"
)]
pub trait Method: Serialize {
    /// The documented name, such as `imbot.chat.add`.
    const NAME: &'static str;
    /// The version of the API that the method belongs to.
    const API: Api = Api::V2;
    /// Whether calling it changes anything on the portal.
    const EFFECT: Effect = Effect::Write;

    /// The member of `result` that decodes to [`Output`](Self::Output); `None` where all of it does.
    const AT: Option<&'static str> = None;

    /// What `result` of the answer decodes to.
    type Output: DeserializeOwned;
    /// The error codes that the method documents.
    type Code: ErrorCode;

    // Rules and names stand in code and not in a table: that costs a user's compiler far less.
    /// Shows each field, after the rules of its parameter, to `visitor`.
    #[doc(hidden)]
    fn __visit<V: Visitor>(&self, visitor: &mut V);

    /// Its parameters, in the order in which they are sent.
    fn parameters(&self) -> Vec<Parameter> {
        let mut collector = Collector::default();
        self.__visit(&mut collector);
        collector.parameters
    }

    /// Checks every field against what the declaration says.
    ///
    /// # Errors
    /// Every violation at once, each with the parameter's name, the value and what is allowed.
    fn validate(&self) -> Result<(), Invalid> {
        validate::validate(self)
    }
}

/// Something that looks at the fields of a method one after the other.
#[doc(hidden)]
pub trait Visitor {
    /// Takes a rule of the field that comes next.
    fn rule(&mut self, rule: Rule);

    /// Takes the next field.
    fn field<F: Field + Serialize>(&mut self, name: &'static str, value: &F);

    /// Takes a map of further parameters, which must not be the `declared` ones.
    fn flatten<F: Serialize>(&mut self, _: &F, _declared: &[&'static str]) {}

    /// Takes the user's own check of the field that comes next.
    fn check<T, E: Display>(&mut self, _: &'static str, _: Option<&T>, _: impl FnOnce(&T) -> Result<(), E>) {}

    /// Takes two fields of which the first is given only together with the second.
    fn requires(&mut self, _: Presence, _: Presence) {}

    /// Takes two fields that are not given both.
    fn conflicts(&mut self, _: Presence, _: Presence) {}

    /// Takes fields of which at least one is given.
    fn one_of(&mut self, _: &[Presence]) {}
}

/// The name of a parameter, and whether it is absent.
pub type Presence = (&'static str, bool);

#[derive(Default)]
struct Collector {
    parameters: Vec<Parameter>,
    rules: Vec<Rule>,
}

impl Visitor for Collector {
    fn rule(&mut self, rule: Rule) {
        self.rules.push(rule);
    }

    fn field<F: Field + Serialize>(&mut self, name: &'static str, value: &F) {
        self.parameters.push(Parameter {
            name,
            rules: std::mem::take(&mut self.rules),
            given: !value.is_absent(),
        });
    }
}

/// The version of the REST API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Api {
    /// The classic API, below `/rest/`.
    V2,
}

/// Whether a method changes anything on the portal, and so whether it may be sent a second time. The
/// client repeats nothing by itself yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Changes nothing: asking twice does no harm.
    Read,
    /// Changes something, or nobody knows: what may have been executed is not repeated.
    Write,
}
