//! What a declared method is.

use serde::Serialize;

use crate::error::{ErrorCode, Invalid};
use crate::field::Field;
use crate::lenient::Decoded;
use crate::parameter::{Parameter, Rule};
use crate::validate;
use crate::visit::{Object, Visitor};

/// A call of a documented method, with its parameters: what [`b24_method`](macro@crate::b24_method)
/// makes of a struct.
///
/// It is not implemented by hand: the trait may gain items in any release.
///
/// ```
/// use b24::{Api, Effect, Method, b24_method};
///
/// #[b24_method("crm.item.get")]
/// struct ItemGet {
///     #[b24(required)]
///     entity_type_id: u64,
///     #[b24(required)]
///     id: u64,
/// }
///
/// assert_eq!((ItemGet::NAME, ItemGet::API), ("crm.item.get", Api::V2));
/// assert_eq!(ItemGet::EFFECT, Effect::Read); // as documented
/// assert!(ItemGet::new(2, 17).validate().is_ok());
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a Bitrix24 method",
    label = "not a struct with `#[b24_method(\"...\")]`",
    note = "an untyped call is `client.call_raw(name, &parameters)`"
)]
pub trait Method: Serialize {
    /// The documented name, such as `im.chat.add`.
    const NAME: &'static str;
    /// The version of the API that the method belongs to.
    const API: Api = Api::V2;
    /// Whether calling it changes anything on the portal.
    const EFFECT: Effect = Effect::Write;

    /// The member of `result` that decodes to [`Output`](Self::Output); `None` where all of it does.
    const AT: Option<&'static str> = None;

    /// What is documented of `result`, where the declaration does not say it.
    #[doc(hidden)]
    const __DOCUMENTED: Documented = Documented::Nothing;

    /// What `result` of the answer decodes to.
    type Output: Decoded;
    /// The error codes that the method documents.
    type Code: ErrorCode;

    /// Shows each field, after the rules of its parameter, to `visitor`.
    #[doc(hidden)]
    fn __visit<V: Visitor>(&self, visitor: &mut V);

    /// Its parameters, in the order in which they are sent, those of flattened objects among them.
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

#[derive(Default)]
struct Collector {
    parameters: Vec<Parameter>,
    rules: Vec<Rule>,
}

impl Visitor for Collector {
    fn rule(&mut self, rule: Rule) {
        self.rules.push(rule);
    }

    fn field<F: Field + ?Sized, S: Serialize + ?Sized>(&mut self, name: &'static str, field: &F, _: &S) {
        self.parameters.push(Parameter {
            name,
            rules: std::mem::take(&mut self.rules),
            given: !field.is_absent(),
        });
    }

    // One that is spread: into those that a parameter holds it does not look.
    fn object<O: Object + ?Sized>(&mut self, object: &O) {
        object.__visit(self);
    }
}

/// What is documented of a result.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Documented {
    /// Nothing that can be relied on.
    Nothing,
    /// Its kind.
    Whole,
    /// Its only member, and the kind of that.
    At(&'static str),
}

/// The version of the REST API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Api {
    /// The classic API, below `/rest/`.
    V2,
    /// REST 3, below `/rest/api/`.
    V3,
}

/// Whether a method changes anything on the portal, and so whether it may be sent a second time where its
/// first answer was lost: [`RULES`](crate::retry::RULES) says what a client does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Changes nothing: asking twice does no harm.
    Read,
    /// Changes something, or nobody knows: what may have been executed is not repeated.
    Write,
}
