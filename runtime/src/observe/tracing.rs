//! What a client tells, as events of the crate `tracing`.

use std::time::Duration;

use tracing::span::EnteredSpan;
use tracing::{debug, info, info_span, warn};

use super::{Attempt, Event, Next, Observer};
use crate::method::{Api, Effect};

/// Hands what a client does to the crate `tracing`; the crate's documentation has the table of events.
pub(crate) struct TracingObserver;

/// The span of a call, for as long as this is held.
pub(crate) fn enter(method: &str, api: Api) -> EnteredSpan {
    info_span!(target: "b24", "call", method, api = version(api)).entered()
}

impl Observer for TracingObserver {
    fn observe(&self, event: &Event<'_>) {
        match event {
            Event::Wait { method, length } => {
                debug!(target: "b24", method, length_ms = millis(*length), "wait");
            }
            Event::Attempt(attempt) => tell(attempt),
            Event::Moved { from, to } => warn!(target: "b24", from, to, "moved"),
            Event::Renewed { method } => info!(target: "b24", method, "renewed"),
        }
    }
}

/// An attempt, at one level or another: `tracing` wants to know the level when it compiles.
macro_rules! attempt {
    ($level:ident, $attempt:ident, $next:literal, $after:expr) => {
        $level!(
            target: "b24",
            method = $attempt.method,
            api = version($attempt.api),
            effect = effect($attempt.effect),
            attempt = $attempt.number,
            waited_ms = millis($attempt.waited),
            took_ms = millis($attempt.took),
            status = $attempt.status,
            operating_ms = $attempt.operating.map(millis),
            idempotency_key = $attempt.idempotency_key,
            next = $next,
            retry_after_ms = $after,
            outcome = $attempt.error.map(|error| tracing::field::debug(error.outcome())),
            error = $attempt.error.map(tracing::field::display),
            "attempt"
        )
    };
}

fn tell(attempt: &Attempt<'_>) {
    match attempt.next {
        Next::Done => attempt!(debug, attempt, "done", None::<u64>),
        Next::GiveUp => attempt!(warn, attempt, "give up", None::<u64>),
        Next::Retry { after } => attempt!(warn, attempt, "retry", millis(after)),
        Next::Renew => attempt!(debug, attempt, "renew", None::<u64>),
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

fn version(api: Api) -> u32 {
    match api {
        Api::V2 => 2,
        Api::V3 => 3,
    }
}

fn effect(effect: Effect) -> &'static str {
    match effect {
        Effect::Read => "read",
        Effect::Write => "write",
    }
}

#[cfg(test)]
mod tests;
