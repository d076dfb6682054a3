//! The right to send one request.

use std::time::Duration;

use super::Pace;
use crate::clock::Clock;
use crate::time::Time;

/// For how long a call may wait for its turn.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Patience {
    /// Not at all.
    pub(crate) at_once: bool,
    /// Until then, by the clock's [`now`](Clock::now).
    pub(crate) deadline: Option<Duration>,
}

/// Held while one request is under way.
#[derive(Debug)]
#[must_use = "the request is under way while this is held"]
pub(crate) struct Permit<'a> {
    pub(super) pace: &'a Pace,
    pub(super) clock: &'a dyn Clock,
    pub(super) method: &'a str,
    pub(super) waited: Duration,
}

#[allow(clippy::unused_self)] // a skeleton
impl Permit<'_> {
    /// How long the call waited for its turn.
    pub(crate) fn waited(&self) -> Duration {
        self.waited
    }

    /// The portal executed the request and told what it cost.
    pub(crate) fn answered(self, time: &Time) {
        self.pace.record(self.clock, self.method, time);
    }

    /// The portal refused the request, for there were too many.
    pub(crate) fn rate_limited(self) {}

    /// The portal refused the request, for its method has used up its computing time.
    pub(crate) fn operating_limited(self) {}
}
