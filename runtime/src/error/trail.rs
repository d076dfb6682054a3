//! What a call went through before it failed.

use std::sync::Arc;

use super::{Advice, Outcome};

/// How often a call was sent, and under which key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Trail {
    /// 0 where nobody counted, or nothing was sent.
    pub(crate) attempts: u32,
    pub(crate) idempotency_key: Option<Arc<str>>,
    /// Whether a further attempt does no harm, though the last one may have been executed.
    pub(crate) harmless: bool,
    /// The method that was to be called, where what failed was the renewal of the access token: whatever
    /// became of that, the call itself was not sent.
    pub(crate) before_call: Option<Arc<str>>,
}

impl Trail {
    /// What is to be said of the call, where the answer alone says this.
    pub(crate) fn told(&self, (outcome, advice): (Outcome, Advice)) -> (Outcome, Advice) {
        match advice {
            Advice::Check if self.before_call.is_some() => (Outcome::NotExecuted, Advice::Retry),
            _ if self.before_call.is_some() => (Outcome::NotExecuted, advice),
            Advice::Check if self.harmless => (outcome, Advice::Repeat),
            _ => (outcome, advice),
        }
    }
}
