//! What is known of the tokens.

use std::sync::Arc;
use std::time::Duration;

use crate::error::Error;
use crate::oauth::Tokens;
use crate::secret::Secret;

/// How many secrets of former tokens are still blotted out: those of eight pairs.
pub(super) const FORMER: usize = 16;

/// The tokens of one portal. Every change is whole, whoever panics.
pub(super) struct Held {
    /// Those that calls go with; the store has them.
    pub(super) tokens: Arc<Tokens>,
    /// Newer ones that the store failed to save: it gets them before anyone else.
    pub(super) unsaved: Option<Arc<Tokens>>,
    /// When the authorization server gave the last ones, by the client's clock.
    pub(super) renewed: Option<Duration>,
    pub(super) refusal: Option<Refusal>,
    /// The secrets of former tokens, which may still turn up in a late answer.
    pub(super) former: Vec<Secret>,
}

/// A refresh token that the server refused, and will refuse again.
pub(super) struct Refusal {
    pub(super) refresh: Secret,
    pub(super) error: Error,
    /// When it is worth another try, by the client's clock.
    pub(super) until: Option<Duration>,
}

impl Held {
    pub(super) fn new(tokens: Tokens) -> Self {
        Self {
            tokens: Arc::new(tokens),
            unsaved: None,
            renewed: None,
            refusal: None,
            former: Vec::new(),
        }
    }

    /// Calls go with these from now on.
    pub(super) fn replace(&mut self, tokens: &Arc<Tokens>) {
        self.unsaved = None;
        let former = std::mem::replace(&mut self.tokens, Arc::clone(tokens));
        self.former.extend(former.secrets().cloned());
        let surplus = self.former.len().saturating_sub(FORMER);
        self.former.drain(..surplus);
    }

    /// Of all tokens that are known.
    pub(super) fn secrets(&self) -> impl Iterator<Item = &Secret> {
        let tokens = std::iter::once(&self.tokens).chain(&self.unsaved);
        tokens.flat_map(|tokens| tokens.secrets()).chain(&self.former)
    }
}
