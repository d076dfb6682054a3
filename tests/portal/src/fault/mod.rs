//! Faults on demand: what goes wrong between a portal and a program over a year, when a test asks
//! for it.
//!
//! `kind` says what faults there are and whether the method runs, `rule` which requests they
//! strike, `rules` keeps the count; `replace`, `damage` and `wire` make what the client meets.

mod damage;
mod kind;
mod replace;
mod rule;
mod rules;
mod wire;

pub use kind::Fault;
pub(crate) use replace::page;
pub use rule::Rule;
pub(crate) use rules::Rules;

use crate::{http::Script, received::Received, reply::Reply};

/// Answers a request that `rule` strikes; `answer` is how the portal answers it otherwise, and is
/// asked only where the method is to run.
pub(crate) fn strike(rule: &Rule, request: &Received, answer: impl FnOnce() -> Reply) -> Reply {
    let real = rule.runs().then(answer);
    let fault = rule.fault();
    if let Some(reply) = replace::reply(fault, request) {
        return reply;
    }
    match real {
        Some(Reply::Http(mut response)) => wire::reply(fault, &response, request).unwrap_or_else(|| {
            damage::spoil(fault, &mut response);
            Reply::Http(response)
        }),
        // A scripted end of the connection leaves nothing to spoil.
        Some(reply @ Reply::Wire(_)) => reply,
        // Not met: what needs an answer lets the method run.
        None => Reply::Wire(Script::hang_up()),
    }
}
