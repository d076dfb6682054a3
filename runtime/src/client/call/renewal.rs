//! New tokens for a call whose token was refused as expired.

use std::time::Duration;

use super::{Call, Progress};
use crate::clock::Clock;
use crate::error::{Error, PaceError, PaceReason};
use crate::method::Api;
use crate::oauth::{Need, Renewed};
use crate::observe::{Event, Next};
use crate::pace::Patience;

/// For so long after a renewal a token that is refused as expired would not be mended by another: the
/// call may have waited for its turn meanwhile.
const NEW: Duration = Duration::from_mins(10);

impl Call<'_> {
    /// New tokens are worth a try, unless these are new already.
    pub(super) fn decide_renewal(&self, progress: &mut Progress, clock: &dyn Clock) -> Next {
        let portal = &self.client.inner.portal;
        let are_new = progress
            .renewed
            .is_some_and(|at| clock.now().saturating_sub(at) < NEW);
        let renewable = portal.authorization().is_some() && !are_new;
        let Some(tokens) = progress.used.take().filter(|_| renewable) else {
            return Next::GiveUp;
        };
        // REST 3 answers so to whatever it does not like about the caller.
        let doubtful = self.api == Api::V3;
        if doubtful
            && tokens
                .expires_at()
                .is_some_and(|expiry| clock.unix().as_secs() < expiry)
        {
            return Next::GiveUp;
        }
        progress.stale = Some(tokens);
        Next::Renew
    }

    /// Gets new tokens, if the last attempt was refused for want of them: before the next one waits for
    /// its turn, for until then the calls of all other threads would be refused too.
    pub(super) fn renew(&self, progress: &mut Progress, clock: &dyn Clock) -> Result<(), Error> {
        let inner = &*self.client.inner;
        progress.renewed = None;
        let (Some(stale), Some(authorization)) = (&progress.stale, inner.portal.authorization()) else {
            return Ok(());
        };
        // Whatever is left of the call: the server spends the refresh token, and its answer is the only way
        // to the next one.
        let send = |request| inner.transport.send(request, &inner.limits);
        let at_once = self.client.options.at_once;
        let need = Need {
            method: self.method,
            clock,
            patience: Patience {
                at_once,
                deadline: Some(progress.deadline),
            },
            send: &send,
        };
        // Whatever goes wrong here, the call itself was not sent.
        let renewed = authorization
            .renew(stale, &need)
            .map_err(|error| error.before_call(self.method))?;
        progress.stale = None;
        progress.renewed = Some(clock.now());
        if renewed == Renewed::Here {
            inner.tell(&Event::Renewed { method: self.method });
        }
        if clock.now() < progress.deadline {
            return Ok(());
        }
        Err(PaceError::new(self.method, PaceReason::Renewal, Duration::ZERO, false).into())
    }
}
