//! One call on its way: pace → authorize → transport → decode, again and again until it has an answer
//! or an error that a further attempt would not mend.

mod batch;
mod exchange;
mod idempotency;
mod renewal;
mod waits;

use std::sync::Arc;
use std::time::Duration;

use super::Client;
use crate::clock::Clock;
use crate::decode::Opened;
use crate::error::{Error, Outcome, Trail};
use crate::method::{Api, Effect};
use crate::oauth::Tokens;
use crate::observe::{Attempt, Event, Next};
use crate::pace::{Patience, Permit, Runs};
use crate::retry::{Failure, Rule, Step};
use crate::transport::Redact;
use waits::Announced;

/// Writes a request's body, with this token among the parameters.
pub(super) type Body<'a> = dyn Fn(Option<&str>) -> Result<Vec<u8>, Error> + 'a;

/// A call, as far as it does not depend on the types of its method: this part is compiled once, not for
/// each method.
pub(super) struct Call<'a> {
    pub(super) client: &'a Client,
    pub(super) api: Api,
    pub(super) method: &'a str,
    pub(super) effect: Effect,
    /// What runs within it, if it is a batch.
    pub(super) within: &'a [Runs<'a>],
    /// Writes the body, with the token among the parameters if there is one.
    pub(super) body: &'a Body<'a>,
    /// Blots out the client's secrets and those of the parameters.
    pub(super) scrub: &'a dyn Fn(&str) -> String,
    /// The same, for a transport that keeps what it sends.
    pub(super) redact: &'a dyn Fn() -> Redact,
}

/// How far a call has come.
struct Progress {
    /// When it has to be over, by the clock's `now`.
    deadline: Duration,
    idempotency_key: Option<Arc<str>>,
    /// Whether a second execution does no harm.
    harmless: bool,
    /// How often it was sent, or was to be sent.
    attempts: u32,
    /// How many of these count against the policy.
    counted: u32,
    /// The application's tokens that the last request carried.
    used: Option<Arc<Tokens>>,
    /// Those that were refused as expired, until there are new ones.
    stale: Option<Arc<Tokens>>,
    /// When the tokens were renewed for the next attempt.
    renewed: Option<Duration>,
}

impl Progress {
    fn trail(&self) -> Trail {
        Trail {
            attempts: self.attempts,
            idempotency_key: self.idempotency_key.clone(),
            harmless: self.harmless,
            before_call: None,
        }
    }
}

impl Call<'_> {
    /// The answer, and what the call went through for it.
    pub(super) fn run(&self) -> Result<(Opened, Trail), Error> {
        #[cfg(feature = "tracing")]
        let _span = crate::observe::enter(self.method, self.api);
        let inner = &*self.client.inner;
        let options = &self.client.options;
        let clock = Announced::new(&*inner.clock, &inner.observers, self.method);
        let key = idempotency::key(self.api, self.effect, options.idempotency_key.as_ref())?;
        let mut progress = Progress {
            deadline: clock.now().saturating_add(options.deadline),
            harmless: self.effect == Effect::Read || key.is_some(),
            idempotency_key: key,
            attempts: 0,
            counted: 0,
            used: None,
            stale: None,
            renewed: None,
        };
        let mut last = None;
        loop {
            let (result, next) = match self.renew(&mut progress, &clock) {
                Ok(()) => {
                    let patience = Patience {
                        at_once: options.at_once,
                        deadline: Some(progress.deadline),
                    };
                    let permit = match inner.pace.take(&clock, self.method, self.within, patience) {
                        Ok(permit) => permit,
                        // There is no time left to mend what went wrong.
                        Err(error) => return Err(last.unwrap_or_else(|| error.into())),
                    };
                    self.attempt(&mut progress, permit, &clock)
                }
                Err(error) => self.unsent(&mut progress, error, &clock),
            };
            let error = match result {
                Ok(opened) => return Ok((opened, progress.trail())),
                Err(error) => self.telling(last, error).after(progress.trail()),
            };
            match next {
                Next::Retry { after } => clock.sleep(after),
                Next::Renew => {}
                Next::Done | Next::GiveUp => return Err(error),
            }
            last = Some(error);
        }
    }

    /// Of the errors of two attempts the one to hand on: the later, unless the earlier leaves open
    /// whether a write was executed, which the later one would deny.
    fn telling(&self, earlier: Option<Error>, later: Error) -> Error {
        let denies = self.effect == Effect::Write && later.outcome() == Outcome::NotExecuted;
        let earlier = earlier.filter(|earlier| denies && earlier.outcome() == Outcome::Unknown);
        earlier.unwrap_or(later)
    }

    /// Sends the call once; what came of it, and what is next.
    fn attempt(
        &self,
        progress: &mut Progress,
        permit: Permit<'_>,
        clock: &dyn Clock,
    ) -> (Result<Opened, Error>, Next) {
        let waited = permit.waited();
        let start = clock.now();
        let (result, status) = self.exchange(progress, clock);
        let took = clock.now().saturating_sub(start);
        progress.attempts += 1;
        let result = result.map_err(|error| error.after(progress.trail()));
        let next = match &result {
            Ok(opened) => {
                self.charge(opened, permit, clock);
                Next::Done
            }
            Err(error) => {
                match Failure::of(error) {
                    Failure::RateLimited => permit.rate_limited(),
                    Failure::OperatingLimited => permit.operating_limited(),
                    _ if error.outcome() == Outcome::Unknown => permit.lost(),
                    _ => drop(permit),
                }
                self.decide(progress, self.failure(error), clock)
            }
        };
        self.tell(progress, &result, next, |attempt| {
            attempt.waited = waited;
            attempt.took = took;
            attempt.status = status;
        });
        (result, next)
    }

    /// An attempt that could not be made for want of a token.
    fn unsent(
        &self,
        progress: &mut Progress,
        error: Error,
        clock: &dyn Clock,
    ) -> (Result<Opened, Error>, Next) {
        progress.attempts += 1;
        let next = self.decide(progress, Failure::of(&error), clock);
        let result = Err(error.after(progress.trail()));
        self.tell(progress, &result, next, |_| {});
        (result, next)
    }

    fn tell(
        &self,
        progress: &Progress,
        result: &Result<Opened, Error>,
        next: Next,
        more: impl FnOnce(&mut Attempt<'_>),
    ) {
        let mut attempt = Attempt {
            method: self.method,
            api: self.api,
            effect: self.effect,
            number: progress.attempts,
            waited: Duration::ZERO,
            took: Duration::ZERO,
            status: None,
            operating: result.as_ref().ok().and_then(|opened| opened.time.operating()),
            idempotency_key: progress.idempotency_key.as_deref(),
            error: result.as_ref().err(),
            next,
        };
        more(&mut attempt);
        self.client.inner.tell(&Event::Attempt(attempt));
    }

    /// Tells the pace what the call has cost.
    fn charge(&self, opened: &Opened, permit: Permit<'_>, clock: &dyn Clock) {
        permit.answered(&opened.time);
        if self.method == batch::NAME {
            // Clouds bill the commands to their own methods, other portals bill them to the batch.
            let sent = (self.body)(None).unwrap_or_default();
            for (method, time) in batch::costs(&sent, opened.result()) {
                self.client.inner.pace.record(clock, &method, &time);
            }
        }
    }

    /// The kind of failure. What a batch of REST 3 is refused for may be the fault of one command, and those
    /// before it were executed.
    fn failure(&self, error: &Error) -> Failure {
        let is_batch = self.api == Api::V3 && self.method == batch::NAME;
        if is_batch && self.effect == Effect::Write && error.may_be_of_a_command() {
            Failure::Objected
        } else {
            Failure::of(error)
        }
    }

    fn decide(&self, progress: &mut Progress, failure: Failure, clock: &dyn Clock) -> Next {
        let options = &self.client.options;
        let rule = Rule::of(failure);
        // Nothing says that a key covers the commands of a batch.
        let keyed = progress.idempotency_key.is_some() && self.method != batch::NAME;
        let mut step = rule.step(self.effect, keyed);
        if step == Step::GiveUp && options.retry.repeats_writes() {
            step = rule.read;
        }
        match step {
            Step::Renew => self.decide_renewal(progress, clock),
            Step::Retry => {
                progress.counted += 1;
                if options.retry.allows(progress.counted) {
                    self.retry(progress, clock)
                } else {
                    Next::GiveUp
                }
            }
            Step::Wait if !options.retry.is_never() => self.retry(progress, clock),
            Step::Wait | Step::GiveUp => Next::GiveUp,
        }
    }

    fn retry(&self, progress: &Progress, clock: &dyn Clock) -> Next {
        let options = &self.client.options;
        let after = options.retry.pause(progress.attempts);
        let in_time = clock.now().saturating_add(after) < progress.deadline;
        if in_time && !options.at_once {
            Next::Retry { after }
        } else {
            Next::GiveUp
        }
    }
}
