//! What a transport may write down of a call.

mod form;
mod json;
mod message;
mod names;
mod text;

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

pub(super) use message::{Redaction, bytes};

/// Blots out the secrets of one call: the webhook's code or the tokens, and the values of the
/// parameters that its declaration marks `secret`.
///
/// A [`Client`](crate::Client) puts it among a request's extensions, where the transport
/// [asks](crate::Transport::wants_redaction) for it: a transport that writes down what it sends knows
/// nothing of declarations.
///
/// ```
/// use std::sync::Arc;
/// use b24::Redact;
///
/// let redact = Redact::new(Arc::new(|text: &str| text.replace("c0de5ecret", "***")));
/// assert_eq!(redact.text("/rest/1/c0de5ecret/crm.deal.add"), "/rest/1/***/crm.deal.add");
/// ```
#[derive(Clone)]
pub struct Redact(Arc<dyn Fn(&str) -> String + Send + Sync>);

impl Redact {
    /// What blots out the secrets of a text.
    #[must_use]
    pub fn new(blot_out: Arc<dyn Fn(&str) -> String + Send + Sync>) -> Self {
        Self(blot_out)
    }

    /// The text with `***` in place of every secret.
    #[must_use]
    pub fn text(&self, text: &str) -> String {
        (self.0)(text)
    }
}

impl fmt::Debug for Redact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Redact")
    }
}
