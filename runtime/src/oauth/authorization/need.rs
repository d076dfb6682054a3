//! What a call that needs new tokens brings along, and how long it waits for others.

use std::time::{Duration, Instant};

use http::{Request, Response};

use crate::clock::Clock;
use crate::error::{Error, PaceError, PaceReason, TransportError};
use crate::pace::Patience;

/// How a request reaches the authorization server.
pub(crate) type SendRequest<'a> = dyn Fn(Request<Vec<u8>>) -> Result<Response<Vec<u8>>, TransportError> + 'a;

/// A call whose token was refused as expired.
pub(crate) struct Need<'a> {
    pub(crate) method: &'a str,
    pub(crate) clock: &'a dyn Clock,
    /// How long it may wait while others renew the tokens. Its own request takes the time that it takes: a
    /// new pair that nobody receives is the end of the authorization.
    pub(crate) patience: Patience,
    pub(crate) send: &'a SendRequest<'a>,
}

impl Need<'_> {
    /// How long it may still wait, by its clock.
    fn left(&self) -> Duration {
        match self.patience {
            Patience { at_once: true, .. } => Duration::ZERO,
            Patience { deadline: None, .. } => Duration::MAX,
            Patience {
                deadline: Some(deadline),
                ..
            } => deadline.saturating_sub(self.clock.now()),
        }
    }

    /// The call may not wait any longer for this.
    pub(super) fn cannot_wait(&self, reason: PaceReason) -> Error {
        PaceError::new(self.method, reason, Duration::ZERO, self.patience.at_once).into()
    }
}

/// A wait for others, which ends with the deadline: by the call's clock, and by that of the machine, for a
/// clock that a test turns may stand still meanwhile.
pub(super) struct Wait<'a> {
    need: &'a Need<'a>,
    began: Instant,
    most: Duration,
}

/// After so long the call's clock is looked at again.
const SLICE: Duration = Duration::from_millis(100);

impl<'a> Wait<'a> {
    pub(super) fn of(need: &'a Need<'a>) -> Self {
        Self {
            need,
            began: Instant::now(),
            most: need.left(),
        }
    }

    /// For how long to wait before it asks again; `None` if it may not any more.
    pub(super) fn slice(&self) -> Option<Duration> {
        let left = self.most.saturating_sub(self.began.elapsed());
        let left = left.min(self.need.left());
        (!left.is_zero()).then(|| left.min(SLICE))
    }
}
