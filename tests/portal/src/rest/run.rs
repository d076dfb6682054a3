//! What a call comes to, once it is known who makes it and that they may.

use super::{Failure, Timing, auth::Caller, envelope::Success};
use crate::{
    answer::{Answer, Scripted},
    methods::{self, Call},
    php::{self, Array, Value},
    reply::Reply,
    sandbox::Sandbox,
};

/// Names that belong to the transport: no method sees them.
const RESERVED: [&str; 9] = [
    "auth",
    "access_token",
    "auth_connector",
    "aplogin",
    "ap",
    "sessid",
    "start",
    "state",
    "method",
];

/// What a call that was let through came to.
pub(super) enum Outcome {
    Result(Success),
    /// A reply that the script gives whole.
    Sent(Reply),
}

/// Runs a method where its running time allows it, and counts what it took.
pub(super) fn run(
    sandbox: &mut Sandbox,
    caller: &Caller,
    name: &str,
    parameters: Array,
    timing: &mut Timing,
) -> Result<Outcome, Failure> {
    let start = timing.now();
    sandbox.limits.check(caller.account, name, start)?;
    let outcome = perform(sandbox, caller, name, parameters, timing);
    sandbox.limits.count(caller.account, name, start, timing);
    outcome
}

/// Runs a method, and lets the time pass that it takes.
pub(super) fn perform(
    sandbox: &mut Sandbox,
    caller: &Caller,
    name: &str,
    mut parameters: Array,
    timing: &mut Timing,
) -> Result<Outcome, Failure> {
    timing.spend(sandbox.limits.cost(name));
    let start = parameters.get("start").map_or(0, Value::to_int);
    for reserved in RESERVED {
        parameters.remove(reserved);
    }
    if let Some(answer) = sandbox.begin(name) {
        return scripted(answer, parameters);
    }
    if let Some(listed) = sandbox.lists.call(name, &parameters, start) {
        return match listed {
            Ok(listed) => {
                timing.spend(listed.cost);
                let page = Success::page(listed.rows, listed.next, listed.total);
                Ok(Outcome::Result(page))
            }
            Err(refused) => refused.reply().map(Outcome::Sent),
        };
    }
    let method = methods::find(name).ok_or_else(Failure::method_not_found)?;
    let call = Call {
        caller,
        parameters,
        world: &mut sandbox.world,
        timing,
    };
    method.run(call).map(|result| Outcome::Result(result.into()))
}

/// What the script of a method says.
pub(super) fn scripted(answer: Answer, parameters: Array) -> Result<Outcome, Failure> {
    match answer.0 {
        Scripted::Result(text) => Ok(result(&text, None, None)),
        Scripted::Page { rows, next, total } => Ok(result(&rows, next, Some(total))),
        Scripted::Echo => Ok(Outcome::Result(Value::from(parameters).into())),
        Scripted::Error(failure) => Err(failure),
        Scripted::Sent(reply) => Ok(Outcome::Sent(reply)),
    }
}

/// A scripted result.
fn result(text: &str, next: Option<u64>, total: Option<u64>) -> Outcome {
    match php::parse_json(text.as_bytes()) {
        Some(result) => Outcome::Result(Success::page(result, next, total)),
        None => Outcome::Sent(Reply::plain(
            500,
            &format!("The scripted result is not JSON: {text}"),
        )),
    }
}
