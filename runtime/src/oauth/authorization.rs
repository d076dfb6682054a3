//! The tokens in use, and who renews them.

mod held;
mod need;
mod renewal;

use std::cell::Cell;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::single_flight::SingleFlight;
use super::{Application, MemoryStore, TokenStore, Tokens};
use crate::error::{ConfigError, Error, PaceReason};
use held::Held;
pub(crate) use need::Need;
use need::Wait;
use renewal::Renewal;

/// An application in one portal: shared by all threads that call there.
pub(crate) struct Authorization {
    application: Application,
    store: Box<dyn TokenStore>,
    held: Mutex<Held>,
    renewal: SingleFlight<Result<Arc<Tokens>, Error>>,
}

/// Who got the newer tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Renewed {
    /// This call, from the authorization server.
    Here,
    /// Another call, or another process.
    Elsewhere,
}

/// So many renewals of others have to fail on their way before a call takes that for its own failure: one
/// may be an accident.
const OTHERS: u32 = 2;

impl Authorization {
    /// With tokens that end with the process.
    pub(crate) fn new(application: Application, tokens: Tokens) -> Self {
        Self::over(application, Box::new(MemoryStore::default()), tokens)
    }

    /// With the tokens in a store.
    pub(crate) fn from_store(application: Application, store: Box<dyn TokenStore>) -> Result<Self, Error> {
        let tokens = store.load()?.ok_or_else(|| {
            ConfigError::new("token store", "it holds no tokens: save the first ones before")
        })?;
        Ok(Self::over(application, store, tokens))
    }

    fn over(application: Application, store: Box<dyn TokenStore>, tokens: Tokens) -> Self {
        Self {
            application,
            store,
            held: Mutex::new(Held::new(tokens)),
            renewal: SingleFlight::new(),
        }
    }

    /// The tokens to call with.
    pub(crate) fn tokens(&self) -> Arc<Tokens> {
        Arc::clone(&self.held().tokens)
    }

    /// Sees to it that calls go with newer tokens than these, which the portal refused as expired.
    ///
    /// One thread renews them, and all others wait for its result, as long as they may.
    pub(crate) fn renew(&self, stale: &Arc<Tokens>, need: &Need<'_>) -> Result<Renewed, Error> {
        let is_newer = |tokens: &Tokens| tokens.access_token() != stale.access_token();
        let here = Cell::new(false);
        let failed = Cell::new(0);
        let wait = Wait::of(need);
        let renewed = self.renewal.run(
            || Some(self.tokens()).filter(|tokens| is_newer(tokens)).map(Ok),
            |renewed| match renewed {
                Ok(tokens) => is_newer(tokens),
                // It may not wait as long as this one.
                Err(Error::Pace(_)) => false,
                Err(Error::Transport(_)) => {
                    failed.set(failed.get() + 1);
                    failed.get() >= OTHERS
                }
                Err(_) => true,
            },
            || wait.slice(),
            || {
                let (renewed, asked) = Renewal::new(self, need).run();
                here.set(asked);
                renewed
            },
        );
        renewed.unwrap_or_else(|| Err(need.cannot_wait(PaceReason::Renewal)))?;
        Ok(if here.get() {
            Renewed::Here
        } else {
            Renewed::Elsewhere
        })
    }

    /// The text with all secrets blotted out: the application's, those of the tokens, and those of
    /// the last former ones.
    pub(crate) fn scrub(&self, text: &str) -> String {
        let held = self.held();
        held.secrets()
            .chain([self.application.secret()])
            .fold(text.to_owned(), |text, secret| secret.scrub(&text))
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Authorization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tokens = self.tokens();
        write!(f, "Authorization({:?}, {tokens:?})", self.application)
    }
}

#[cfg(test)]
mod tests;
