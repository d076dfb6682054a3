//! What a declared method is.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{ErrorCode, Invalid};
use crate::field::Field;
use crate::parameter::Parameter;
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
    const API: Api;
    /// Whether calling it changes anything on the portal.
    const EFFECT: Effect;
    /// Its parameters, in the order in which they are sent.
    const PARAMETERS: &'static [Parameter];

    /// What `result` of the answer decodes to.
    type Output: DeserializeOwned;
    /// The error codes that the method documents.
    type Code: ErrorCode;

    /// Shows each field, with what is known of its parameter, to `visitor`.
    #[doc(hidden)]
    fn __visit<V: Visitor>(&self, visitor: &mut V);

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
    /// Takes the next field.
    fn field<F: Field + Serialize>(&mut self, parameter: &'static Parameter, value: &F);
}

/// The version of the REST API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Api {
    /// The classic API, below `/rest/`.
    V2,
}

/// Whether a method changes anything on the portal; decides what may be sent a second time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Changes nothing: asking twice does no harm.
    Read,
    /// Changes something, or nobody knows: what may have been executed is not repeated.
    Write,
}
