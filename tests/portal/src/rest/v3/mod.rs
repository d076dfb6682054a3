//! REST 3, `/rest/api/`: exact names, JSON only, errors of another shape, and keys that keep a
//! repeated call from running twice.

mod batch;
mod failure;
mod filter;
mod idempotency;
mod input;
mod list;
mod reference;
mod rows;
mod tasks;

pub(super) use failure::{INVALID, INVALID_TEXT};
pub(crate) use idempotency::Saved;
pub use tasks::Task;

use super::{
    BATCH, Failure, JSON, Timing,
    address::RestAddress,
    auth::{self, Caller},
};
use crate::{
    answer::{Answer, Scripted},
    methods::Call,
    php::{self, Array, Value},
    received::Received,
    reply::Reply,
    sandbox::Sandbox,
};
use failure as failures;
use idempotency::{IDEMPOTENCY_KEY, Key};

type Run = fn(&mut Call<'_>) -> Result<Value, Failure>;

/// What the portal can do by itself, by its exact name.
fn find(name: &str) -> Option<Run> {
    tasks::METHODS
        .into_iter()
        .find_map(|(known, run)| (known == name).then_some(run))
}

/// Whether the portal has a method of this name.
pub(crate) fn knows(name: &str) -> bool {
    name == BATCH || find(name).is_some()
}

pub(super) fn call(
    sandbox: &mut Sandbox,
    request: &Received,
    address: &RestAddress<'_>,
    timing: &mut Timing,
) -> Reply {
    // Whether there is room is asked before the version of the API is looked at.
    if let Err(failure) = sandbox.limits.admit(timing.now()) {
        let status = failure.status(sandbox.settings.statuses);
        return reply(status, &failure.body());
    }
    match run(sandbox, request, address, timing) {
        Ok(reply) => reply,
        Err(failure) => refusal(&failure),
    }
}

/// The checks in their order, and what the call comes to.
fn run(
    sandbox: &mut Sandbox,
    request: &Received,
    address: &RestAddress<'_>,
    timing: &mut Timing,
) -> Result<Reply, Failure> {
    let method = address.method;
    if !sandbox.knows_exactly(method) {
        return Err(failures::method_not_found(method));
    }
    let mut parameters = input::parameters(request)?;
    let credentials = input::with_query(request, &parameters);
    let caller = auth::authorize(request, address, &credentials, sandbox).map_err(|_| failures::denied())?;
    caller
        .check_scope(method)
        .map_err(|_| failures::insufficient_scope())?;
    parameters.remove("auth");

    let key = Key::of(request, &caller, method)?;
    if let Some(key) = &key
        && let Some(replayed) = sandbox.saved.replay(key, &request.body, timing.now())?
    {
        return Ok(replayed);
    }
    let reply = execute(sandbox, &caller, method, parameters, timing)?;
    Ok(match key {
        Some(key) => {
            let reply = reply.with_header(IDEMPOTENCY_KEY, key.text());
            sandbox.saved.keep(key, &request.body, &reply, timing.now());
            reply
        }
        None => reply,
    })
}

fn execute(
    sandbox: &mut Sandbox,
    caller: &Caller,
    method: &str,
    parameters: Array,
    timing: &mut Timing,
) -> Result<Reply, Failure> {
    Ok(match run_counted(sandbox, caller, method, parameters, timing)? {
        Ok(result) => {
            let time = timing.report(&sandbox.settings);
            reply(200, &Array::from([("result", result), ("time", time.into())]))
        }
        Err(sent) => sent,
    })
}

/// Runs a method where its running time allows it, and counts what it took.
fn run_counted(
    sandbox: &mut Sandbox,
    caller: &Caller,
    method: &str,
    parameters: Array,
    timing: &mut Timing,
) -> Result<Result<Value, Reply>, Failure> {
    let start = timing.now();
    let allowed = sandbox.limits.check(caller.account, method, start);
    allowed.map_err(|_| failures::rate_limit())?;
    let result = perform(sandbox, caller, method, parameters, timing);
    sandbox.limits.count(caller.account, method, start, timing);
    result
}

/// Runs a method, and lets the time pass that it takes.
fn perform(
    sandbox: &mut Sandbox,
    caller: &Caller,
    method: &str,
    parameters: Array,
    timing: &mut Timing,
) -> Result<Result<Value, Reply>, Failure> {
    timing.spend(sandbox.limits.cost(method));
    match sandbox.begin(method) {
        Some(answer) => scripted(answer, parameters),
        None if method == BATCH => batch::run(sandbox, caller, &parameters, timing),
        None => own(sandbox, caller, method, parameters, timing).map(Ok),
    }
}

/// Runs a method of the portal's own.
fn own(
    sandbox: &mut Sandbox,
    caller: &Caller,
    method: &str,
    parameters: Array,
    timing: &mut Timing,
) -> Result<Value, Failure> {
    if let Some(listed) = rows::answer(&mut sandbox.lists, method, &parameters) {
        let listed = listed?;
        timing.spend(listed.cost);
        return Ok(listed.rows);
    }
    let run = find(method).ok_or_else(|| failures::method_not_found(method))?;
    run(&mut Call {
        caller,
        parameters,
        world: &mut sandbox.world,
        timing,
    })
}

/// A scripted result, or a reply that the script gives whole.
fn scripted(answer: Answer, parameters: Array) -> Result<Result<Value, Reply>, Failure> {
    let parsed = |text: &str| {
        php::parse_json(text.as_bytes()).ok_or_else(|| {
            let text = format!("The scripted result is not JSON: {text}");
            Reply::plain(500, &text)
        })
    };
    Ok(match answer.0 {
        Scripted::Result(text) => parsed(&text),
        // Nothing here says where the next page begins, or how many rows there are.
        Scripted::Page { rows, .. } => parsed(&rows).map(|rows| Array::from([("items", rows)]).into()),
        Scripted::Echo => Ok(parameters.into()),
        Scripted::Error(failure) => return Err(failure),
        Scripted::Sent(reply) => Err(reply),
    })
}

/// A failure in the shape of this version.
pub(super) fn refusal(failure: &Failure) -> Reply {
    reply(failure.status, &failure::body(failure))
}

/// What a failure of the server itself, met before any method, is here; `None` for those that
/// have the same words in both versions.
pub(super) fn translated(failure: &Failure) -> Option<Failure> {
    match failure.code.as_str() {
        "expired_token" => Some(failures::denied()),
        "OPERATION_TIME_LIMIT" => Some(failures::rate_limit()),
        "ERROR_CORE" => Some(failures::internal()),
        _ => None,
    }
}

fn reply(status: u16, body: &Array) -> Reply {
    Reply::new(status, JSON, php::write_json(&body.clone().into()))
}
