//! Faults on demand: what goes wrong between a portal and a program over a year, when a test asks
//! for it.
//!
//! `kind` says what faults there are and whether the method runs, `rule` which requests they
//! strike, `rules` keeps the count, `replace` and `damage` make the answers.

mod damage;
mod kind;
mod replace;
mod rule;
mod rules;

pub use kind::Fault;
pub use rule::Rule;
pub(crate) use rules::Rules;

use crate::{received::Received, reply::Reply};

/// Answers a request that `rule` strikes; `answer` is how the portal answers it otherwise, and is
/// asked only where the method is to run.
pub(crate) fn strike(rule: &Rule, request: &Received, answer: impl FnOnce() -> Reply) -> Reply {
    let real = rule.runs().then(answer);
    let fault = rule.fault();
    match (replace::reply(fault, request), real) {
        (Some(reply), _) | (None, Some(reply @ Reply::Disconnect)) => reply,
        (
            None,
            Some(Reply::Http {
                status,
                headers,
                body,
            }),
        ) => damage::reply(fault, status, headers, body),
        // A fault that damages an answer lets the method run, so this is one without an answer.
        (None, None) => Reply::Disconnect,
    }
}
