//! What a portal puts up with: so many requests, so much running time of each method, and nothing
//! at all while it is overloaded.

mod bucket;
mod operating;

pub(crate) use bucket::Rate;
pub(crate) use operating::Operating;

use std::time::Duration;

use crate::{
    rest::{Failure, Timing},
    settings::Settings,
};
use bucket::Bucket;
use operating::Ledger;

/// The limits of one portal, and how far they are used up.
#[derive(Debug, Default)]
pub(crate) struct Limits {
    bucket: Option<Bucket>,
    ledger: Ledger,
    pub(crate) overloaded: bool,
    refusals: usize,
}

impl Limits {
    pub(crate) fn new(settings: &Settings) -> Self {
        Self {
            bucket: settings.rate().map(Bucket::new),
            ledger: Ledger::new(settings.operating_limit(), settings.payer),
            ..Self::default()
        }
    }

    /// How many calls were refused by a limit, whichever.
    pub(crate) fn refusals(&self) -> usize {
        self.refusals
    }

    /// From now on each run of the method takes so long.
    pub(crate) fn set_cost(&mut self, method: String, cost: Duration) {
        self.ledger.set_cost(method, cost);
    }

    /// Whether a request is let in. It is not looked at before.
    pub(crate) fn admit(&mut self, now: Duration) -> Result<(), Failure> {
        if self.bucket.as_mut().is_some_and(|bucket| !bucket.admit(now)) {
            return Err(self.refuse(Failure::new(503, "QUERY_LIMIT_EXCEEDED", "Too many requests")));
        }
        if self.overloaded {
            let failure = Failure::new(401, "OVERLOAD_LIMIT", "REST API is blocked due to overload.");
            return Err(self.refuse(failure.documented_as(503)));
        }
        Ok(())
    }

    /// Whether the account may run the method now.
    pub(crate) fn check(&mut self, account: &str, method: &str, now: Duration) -> Result<(), Failure> {
        if self.ledger.is_used_up(account, method, now) {
            return Err(self.refuse(Failure::new(
                429,
                "OPERATION_TIME_LIMIT",
                "Method is blocked due to operation time limit.",
            )));
        }
        Ok(())
    }

    /// How long a run of the method takes, as far as that is known beforehand.
    pub(crate) fn cost(&self, method: &str) -> Duration {
        self.ledger.cost(method)
    }

    /// Counts what a run took that began at `start`.
    pub(crate) fn count(&mut self, account: &str, method: &str, start: Duration, timing: &mut Timing) {
        self.ledger.count(account, method, start, timing);
    }

    fn refuse(&mut self, failure: Failure) -> Failure {
        self.refusals += 1;
        failure
    }
}
