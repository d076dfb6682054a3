//! One renewal, made while no other thread is at it, and no other process either.

use std::sync::Arc;
use std::time::Duration;

use super::Authorization;
use super::held::Refusal;
use super::need::{Need, Wait};
use crate::error::{ConfigError, Error, PaceReason, StoreError, SystemCode};
use crate::oauth::answer::{self, Grant};
use crate::oauth::{TOKEN_METHOD, Tokens};
use crate::secret::Secret;

/// How long a refusal holds that may be taken back, such as that of an application that is not paid
/// for: asking at every call would be held for an attack.
pub(super) const HOLD: Duration = Duration::from_mins(10);

/// How long no others are asked for after a renewal: where new tokens are refused as expired, the next
/// ones would be too, and each call would ask for them.
pub(super) const NEW: Duration = Duration::from_mins(1);

/// The first pause while another process renews the tokens; each further one is longer.
const FIRST_PAUSE: Duration = Duration::from_millis(5);

pub(super) struct Renewal<'a> {
    of: &'a Authorization,
    need: &'a Need<'a>,
    /// Whether the tokens come from the server, and not from the store.
    asked: bool,
}

impl<'a> Renewal<'a> {
    pub(super) fn new(of: &'a Authorization, need: &'a Need<'a>) -> Self {
        let asked = false;
        Self { of, need, asked }
    }

    /// The new tokens, and whether they come from the authorization server.
    pub(super) fn run(mut self) -> (Result<Arc<Tokens>, Error>, bool) {
        let renewed = self.in_turn();
        (renewed, self.asked)
    }

    /// Renews the tokens once no other process does.
    fn in_turn(&mut self) -> Result<Arc<Tokens>, Error> {
        let wait = Wait::of(self.need);
        let mut pause = FIRST_PAUSE;
        loop {
            let mut renewed = None;
            let locked = self.of.store.try_locked(&mut || {
                if renewed.is_none() {
                    renewed = Some(self.locked());
                }
            });
            match (renewed, locked) {
                (Some(renewed), _) => return renewed,
                (None, Err(error)) => return Err(error.into()),
                (None, Ok(true)) => {
                    return Err(StoreError::new("cannot lock the tokens", "the store did no work").into());
                }
                (None, Ok(false)) => {}
            }
            let Some(most) = wait.slice() else {
                return Err(self.need.cannot_wait(PaceReason::TokenLock));
            };
            self.need.clock.sleep(pause.min(most));
            pause = pause.saturating_mul(2).min(most);
        }
    }

    fn locked(&mut self) -> Result<Arc<Tokens>, Error> {
        let stale = self.of.tokens();
        let newest = self.newest(&stale)?;
        let has_expired = newest
            .expires_at()
            .is_some_and(|at| at <= self.need.clock.unix().as_secs());
        if newest.access_token() != stale.access_token() && !has_expired {
            // Got from the server before, and not told of, for want of the store.
            let unsaved = self.of.held().unsaved.clone();
            self.asked = unsaved.is_some_and(|unsaved| Arc::ptr_eq(&unsaved, &newest));
            return self.take(newest);
        }
        match self.ask(&newest) {
            Ok(tokens) => {
                self.of.held().renewed = Some(self.need.clock.now());
                self.asked = true;
                self.take(Arc::new(tokens))
            }
            Err(error) => match self.renewed_meanwhile(&newest, &error)? {
                Some(tokens) => self.take(tokens),
                None => Err(error),
            },
        }
    }

    /// Of the tokens in use, those that were not saved, and those in the store, which another process
    /// may have renewed.
    fn newest(&self, stale: &Arc<Tokens>) -> Result<Arc<Tokens>, Error> {
        let stored = self.stored(stale)?;
        let unsaved = self.of.held().unsaved.clone();
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

    /// The tokens in the store, if they are for the portal of these.
    fn stored(&self, own: &Tokens) -> Result<Option<Arc<Tokens>>, Error> {
        let Some(stored) = self.of.store.load()? else {
            return Ok(None);
        };
        if stored.is_for_portal_of(own) {
            return Ok(Some(Arc::new(stored)));
        }
        let problem = format!(
            "it holds tokens for {}, and the client calls {}: each portal needs a store of its own",
            stored.portal(),
            own.portal()
        );
        Err(ConfigError::new("token store", problem).into())
    }

    /// Saves the tokens where the store has others, and hands them out.
    fn take(&self, tokens: Arc<Tokens>) -> Result<Arc<Tokens>, Error> {
        let stored = self.of.store.load().ok().flatten();
        if stored.as_ref() != Some(&*tokens)
            && let Err(error) = self.of.store.save(&tokens)
        {
            self.of.held().unsaved = Some(tokens);
            return Err(error.into());
        }
        self.of.held().replace(&tokens);
        Ok(tokens)
    }

    /// Asks the authorization server for new tokens, unless it has refused these for good, or has just
    /// given them.
    fn ask(&self, tokens: &Tokens) -> Result<Tokens, Error> {
        let Need { clock, send, .. } = *self.need;
        let Some(refresh) = tokens.refresh_token() else {
            return Err(ConfigError::new(
                "tokens",
                "the access token has expired, and there is no refresh token: let a user authorize the application again",
            )
            .into());
        };
        self.may_ask(refresh)?;
        let server = self.of.application.server_for(tokens);
        let request = answer::request(&server, &self.of.application, &Grant::RefreshToken(refresh))?;
        let scrub = |text: &str| {
            let text = self.of.scrub(text);
            tokens.secrets().fold(text, |text, secret| secret.scrub(&text))
        };
        let answer = send(request).map_err(|error| error.of(TOKEN_METHOD, scrub))?;
        let renewed = answer::tokens(answer, tokens.origin(), Some(tokens), clock, &scrub);
        if let (Err(error), Some(refresh)) = (&renewed, Secret::new(refresh)) {
            self.remember(refresh, error);
        }
        renewed
    }

    /// Whether it is worth asking with this refresh token.
    fn may_ask(&self, refresh: &str) -> Result<(), Error> {
        let now = self.need.clock.now();
        let held = self.of.held();
        if let Some(refusal) = &held.refusal {
            let holds = refusal.until.is_none_or(|until| now < until);
            if holds && refusal.refresh.expose() == refresh {
                return Err(refusal.error.clone());
            }
        }
        if held.renewed.is_some_and(|at| now.saturating_sub(at) < NEW) {
            return Err(ConfigError::new(
                "tokens",
                "the portal refuses as expired what the authorization server gave less than a minute ago; they are not renewed again before a minute is over",
            )
            .into());
        }
        Ok(())
    }

    /// Remembers a refusal, so that it is not asked for again.
    fn remember(&self, refresh: Secret, error: &Error) {
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
            _ => Some(self.need.clock.now().saturating_add(HOLD)),
        };
        self.of.held().refusal = Some(Refusal {
            refresh,
            error: error.clone(),
            until,
        });
    }

    /// Tokens that a process got which does not know of the store's lock, and so spent the refresh
    /// token that was refused here.
    fn renewed_meanwhile(&self, refused: &Tokens, error: &Error) -> Result<Option<Arc<Tokens>>, Error> {
        let Error::Auth(_) = error else { return Ok(None) };
        let stored = match self.stored(refused) {
            Err(Error::Store(_)) => None,
            stored => stored?,
        };
        Ok(stored.filter(|stored| stored.access_token() != refused.access_token()))
    }
}
