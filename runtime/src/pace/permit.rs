//! The right to send one request.

use std::fmt;
use std::time::Duration;

use super::Pace;
use super::account::Told;
use super::ledger::Runs;
use crate::clock::Clock;
use crate::time::Time;

/// A request needs so long at least: one that would have less is not worth a wait.
const LEAST: Duration = Duration::from_millis(100);

/// For how long a call may wait for its turn.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Patience {
    /// Not at all.
    pub(crate) at_once: bool,
    /// Until then, by the clock's [`now`](Clock::now).
    pub(crate) deadline: Option<Duration>,
}

impl Patience {
    /// From now on; `None` for ever. What comes with the deadline comes too late.
    pub(super) fn at_most(&self, clock: &dyn Clock) -> Option<Duration> {
        if self.at_once {
            return Some(Duration::ZERO);
        }
        let left = |deadline: Duration| deadline.saturating_sub(clock.now());
        self.deadline.map(|deadline| left(deadline).saturating_sub(LEAST))
    }
}

/// Held while one request is under way; dropping it ends its share in the ledger.
#[must_use = "the request is under way while this is held"]
pub(crate) struct Permit<'a> {
    pub(super) pace: &'a Pace,
    pub(super) clock: &'a dyn Clock,
    pub(super) method: &'a str,
    /// Of the commands of a batch.
    pub(super) within: &'a [Runs<'a>],
    pub(super) waited: Duration,
    /// `None` while it waits for its turn; then the refusals of the method before this request.
    pub(super) refusals: Option<u64>,
    /// The storms of refusals of all methods before this request.
    pub(super) storms: u64,
    /// When it was sent.
    pub(super) sent: Duration,
    /// How late the portal may receive it.
    pub(super) spare: Duration,
}

impl Permit<'_> {
    /// How long the call waited for its turn.
    pub(crate) fn waited(&self) -> Duration {
        self.waited
    }

    /// The portal executed the request and told what it cost.
    pub(crate) fn answered(self, time: &Time) {
        self.pace.note(self.clock, self.method, time, self.refusals);
    }

    /// The portal may have executed the request, and its answer was lost.
    pub(crate) fn lost(self) {
        self.pace.ledger().lost(self.method, self.within);
    }

    /// The portal refused the request, for there were too many.
    pub(crate) fn rate_limited(mut self) {
        self.spare = Duration::MAX; // it was not counted
        self.pace.queue.refused(self.clock, self.storms);
    }

    /// The portal refused the request, for its method has used up its computing time.
    pub(crate) fn operating_limited(self) {
        if let Some(refusals) = self.refusals {
            let now = self.clock.now();
            self.pace.ledger().refused(self.method, refusals, now);
        }
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let sent = self.refusals.is_some();
        self.pace.ledger().leave(self.method, self.within, sent);
        if sent {
            let took = self.clock.now().saturating_sub(self.sent);
            self.pace.queue.received(self.clock, took, self.spare);
        }
    }
}

impl fmt::Debug for Permit<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Permit")
            .field("method", &self.method)
            .field("waited", &self.waited)
            .finish_non_exhaustive()
    }
}

impl Pace {
    /// `refusals` are those before the run, where it was one of its own.
    pub(super) fn note(&self, clock: &dyn Clock, method: &str, time: &Time, refusals: Option<u64>) {
        if let Some(told) = Told::by(time, clock.unix()) {
            let now = clock.now();
            self.ledger().told(method, told, refusals, now);
        }
    }
}
