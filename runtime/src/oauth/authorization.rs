//! The tokens in use, and their renewal.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::{Request, Response};

use super::answer::{self, Grant};
use super::single_flight::SingleFlight;
use super::{Application, MemoryStore, TOKEN_METHOD, TokenStore, Tokens};
use crate::clock::Clock;
use crate::error::{ConfigError, Error, StoreError, SystemCode, TransportError};
use crate::secret::Secret;

/// How a request reaches the authorization server.
pub(crate) type SendRequest<'a> = dyn Fn(Request<Vec<u8>>) -> Result<Response<Vec<u8>>, TransportError> + 'a;

/// An application in one portal: shared by all threads that call there.
pub(crate) struct Authorization {
    application: Application,
    store: Box<dyn TokenStore>,
    held: Mutex<Held>,
    renewal: SingleFlight<Result<Arc<Tokens>, Error>>,
}

/// What is known of the tokens. Every change is whole, whoever panics.
struct Held {
    /// Those that calls go with; the store has them.
    tokens: Arc<Tokens>,
    /// Newer ones that the store failed to save: it gets them before anyone else.
    unsaved: Option<Arc<Tokens>>,
    refusal: Option<Refusal>,
    /// The secrets of former tokens, which may still turn up in a late answer.
    former: Vec<Secret>,
}

/// A refresh token that the server refused, and will refuse again.
struct Refusal {
    refresh: Secret,
    error: Error,
    /// When it is worth another try, by the client's clock.
    until: Option<Duration>,
}

/// How many secrets of former tokens are still blotted out: those of eight pairs.
const FORMER: usize = 16;

/// How long a refusal holds that may be taken back, such as that of an application that is not paid
/// for: asking at every call would be held for an attack.
const HOLD: Duration = Duration::from_mins(10);

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
            held: Mutex::new(Held {
                tokens: Arc::new(tokens),
                unsaved: None,
                refusal: None,
                former: Vec::new(),
            }),
            renewal: SingleFlight::new(),
        }
    }

    /// The tokens to call with.
    pub(crate) fn tokens(&self) -> Arc<Tokens> {
        Arc::clone(&self.held().tokens)
    }

    /// Newer tokens than these, which the portal refused as expired.
    ///
    /// One thread renews them, by `send`, and all others wait for its result.
    pub(crate) fn renew(
        &self,
        stale: &Arc<Tokens>,
        clock: &dyn Clock,
        send: &SendRequest<'_>,
    ) -> Result<Arc<Tokens>, Error> {
        let is_newer = |tokens: &Tokens| tokens.access_token() != stale.access_token();
        self.renewal.run(
            || Some(self.tokens()).filter(|tokens| is_newer(tokens)).map(Ok),
            |renewed| renewed.as_ref().map_or(true, |tokens| is_newer(tokens)),
            || self.renew_alone(clock, send),
        )
    }

    /// Renews the tokens while no other thread does, and no other process either.
    fn renew_alone(&self, clock: &dyn Clock, send: &SendRequest<'_>) -> Result<Arc<Tokens>, Error> {
        let mut renewed = None;
        let locked = self.store.locked(&mut || {
            if renewed.is_none() {
                renewed = Some(self.renew_locked(clock, send));
            }
        });
        match (renewed, locked) {
            (Some(renewed), _) => renewed,
            (None, Err(error)) => Err(error.into()),
            (None, Ok(())) => Err(StoreError::new("cannot lock the tokens", "the store did no work").into()),
        }
    }

    fn renew_locked(&self, clock: &dyn Clock, send: &SendRequest<'_>) -> Result<Arc<Tokens>, Error> {
        let stale = self.tokens();
        let newest = self.newest(&stale)?;
        let has_expired = newest.expires_at().is_some_and(|at| at <= clock.unix().as_secs());
        if newest.access_token() != stale.access_token() && !has_expired {
            return self.take(newest);
        }
        match self.ask(&newest, clock, send) {
            Ok(tokens) => self.take(Arc::new(tokens)),
            Err(error) => match self.renewed_meanwhile(&newest, &error) {
                Some(tokens) => self.take(tokens),
                None => Err(error),
            },
        }
    }

    /// Of the tokens in use, those that were not saved, and those in the store, which another process
    /// may have renewed.
    fn newest(&self, stale: &Arc<Tokens>) -> Result<Arc<Tokens>, Error> {
        let stored = self.store.load()?.map(Arc::new);
        let unsaved = self.held().unsaved.clone();
        let candidates = [stored, unsaved].into_iter().flatten();
        Ok(candidates.fold(Arc::clone(stale), |newest, other| {
            let older = match (other.expires_at(), newest.expires_at()) {
                (Some(other), Some(newest)) => other < newest,
                // Who knows; it is not those that the portal refused.
                _ => false,
            };
            if older { newest } else { other }
        }))
    }

    /// Saves the tokens where the store has others, and hands them out.
    fn take(&self, tokens: Arc<Tokens>) -> Result<Arc<Tokens>, Error> {
        let stored = self.store.load().ok().flatten();
        if stored.as_ref() != Some(&*tokens)
            && let Err(error) = self.store.save(&tokens)
        {
            self.held().unsaved = Some(tokens);
            return Err(error.into());
        }
        let mut held = self.held();
        held.unsaved = None;
        let former = std::mem::replace(&mut held.tokens, Arc::clone(&tokens));
        held.former.extend(former.secrets().cloned());
        let surplus = held.former.len().saturating_sub(FORMER);
        held.former.drain(..surplus);
        Ok(tokens)
    }

    /// Asks the authorization server for new tokens, unless it has refused these for good.
    fn ask(&self, tokens: &Tokens, clock: &dyn Clock, send: &SendRequest<'_>) -> Result<Tokens, Error> {
        let Some(refresh) = tokens.refresh_token() else {
            return Err(ConfigError::new(
                "tokens",
                "the access token has expired, and there is no refresh token: let a user authorize the application again",
            )
            .into());
        };
        if let Some(refusal) = &self.held().refusal {
            let holds = refusal.until.is_none_or(|until| clock.now() < until);
            if holds && refusal.refresh.expose() == refresh {
                return Err(refusal.error.clone());
            }
        }
        let server = self.application.server_for(tokens);
        let request = answer::request(&server, &self.application, &Grant::RefreshToken(refresh))?;
        let scrub = |text: &str| {
            let text = self.scrub(text);
            tokens.secrets().fold(text, |text, secret| secret.scrub(&text))
        };
        let answer = send(request).map_err(|error| error.of(TOKEN_METHOD, scrub))?;
        let renewed = answer::tokens(answer, tokens.origin(), Some(tokens), clock, &scrub);
        if let (Err(error), Some(refresh)) = (&renewed, Secret::new(refresh)) {
            self.remember(refresh, error, clock);
        }
        renewed
    }

    /// Remembers a refusal, so that it is not asked for again.
    fn remember(&self, refresh: Secret, error: &Error, clock: &dyn Clock) {
        use SystemCode as Code;
        let Error::Auth(refused) = error else { return };
        let until = match refused.system_code() {
            Some(
                Code::InvalidGrant
                | Code::InvalidClient
                | Code::WrongClient
                | Code::NotInstalled
                | Code::InvalidRequest
                | Code::InvalidScope
                | Code::InsufficientScope
                | Code::ExpiredToken,
            ) => None,
            _ => Some(clock.now().saturating_add(HOLD)),
        };
        self.held().refusal = Some(Refusal {
            refresh,
            error: error.clone(),
            until,
        });
    }

    /// Tokens that a process got which does not know of the store's lock, and so spent the refresh
    /// token that was refused here.
    fn renewed_meanwhile(&self, refused: &Tokens, error: &Error) -> Option<Arc<Tokens>> {
        let Error::Auth(_) = error else { return None };
        let stored = self.store.load().ok().flatten()?;
        (stored.access_token() != refused.access_token()).then(|| Arc::new(stored))
    }

    /// The text with all secrets blotted out: the application's, those of the tokens, and those of
    /// the last former ones.
    pub(crate) fn scrub(&self, text: &str) -> String {
        let held = self.held();
        let tokens = std::iter::once(&held.tokens).chain(&held.unsaved);
        let secrets = tokens.flat_map(|tokens| tokens.secrets()).chain(&held.former);
        secrets
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
