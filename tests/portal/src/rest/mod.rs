//! One REST call, from the request as received to the reply: where it goes, what it brings, who
//! makes it, what it runs, and how the answer is wrapped.

mod address;
mod auth;
mod envelope;
mod failure;
mod input;
mod timing;
mod v3;
mod xml;

pub(crate) use address::method_in;
pub(crate) use auth::{Caller, EXPIRED_TOKEN, LIMITED_WEBHOOK, TOKEN, WEBHOOK};
pub(crate) use failure::Failure;
pub(crate) use timing::{Timing, iso_date};
pub use v3::Task;
pub(crate) use v3::{Saved, knows as knows_v3};

use crate::{
    answer::{Answer, Scripted},
    fault,
    methods::{self, Call},
    oauth,
    php::{self, Array, Value},
    received::Received,
    reply::Reply,
    sandbox::Sandbox,
    settings::Statuses,
};
use address::{Address, Format, RestAddress};

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

/// The type of an answer.
pub(crate) const JSON: &str = "application/json; charset=utf-8";

/// Records the request and answers it.
pub(crate) fn handle(sandbox: &mut Sandbox, request: Received) -> Reply {
    let reply = match sandbox.faults.next(&request) {
        Some(rule) => fault::strike(&rule, &request, || answer(sandbox, &request)),
        None => answer(sandbox, &request),
    };
    sandbox.requests.push(request);
    reply
}

fn answer(sandbox: &mut Sandbox, request: &Received) -> Reply {
    if let Some(reply) = sandbox.redirect.answer(request) {
        return reply;
    }
    let mut timing = Timing::start(&sandbox.settings.clock);
    match Address::of(request.path()) {
        Address::Rest(address) => call(sandbox, request, &address, &mut timing),
        Address::Rest3(address) => v3::call(sandbox, request, &address, &mut timing),
        Address::Elsewhere => oauth::answer(sandbox, request)
            .unwrap_or_else(|| Reply::plain(404, "The sandbox portal serves /rest/ and /oauth/ only.")),
    }
}

/// A failure that no call comes to: it is made before the method is looked at.
pub(crate) fn refusal(path: &str, failure: &Failure) -> Reply {
    if let Address::Rest3(_) = Address::of(path)
        && let Some(failure) = v3::translated(failure)
    {
        return v3::refusal(&failure);
    }
    let body = php::write_json(&failure.body().into());
    Reply::new(failure.status(Statuses::Observed), JSON, body)
}

fn call(sandbox: &mut Sandbox, request: &Received, address: &RestAddress<'_>, timing: &mut Timing) -> Reply {
    match run(sandbox, request, address, timing) {
        Ok(Outcome::Result(result)) => {
            let body = envelope::success(result, timing, &sandbox.settings);
            rest_reply(sandbox, 200, &body, address.format, timing)
        }
        Ok(Outcome::Sent(reply)) => reply,
        Err(failure) => {
            let status = failure.status(sandbox.settings.statuses);
            rest_reply(sandbox, status, &failure.body(), address.format, timing)
        }
    }
}

/// What a call that was let through came to.
enum Outcome {
    Result(Value),
    /// A reply that the script gives whole.
    Sent(Reply),
}

/// The checks in the server's order: there is room, the method exists, who calls, what it may do.
fn run(
    sandbox: &mut Sandbox,
    request: &Received,
    address: &RestAddress<'_>,
    timing: &mut Timing,
) -> Result<Outcome, Failure> {
    sandbox.limits.admit(timing.now())?;
    let name = sandbox
        .known_name(address.method)
        .ok_or_else(Failure::method_not_found)?;
    let mut parameters = input::parameters(request);
    let caller = auth::authorize(request, address, &parameters, sandbox)?;
    caller.check_scope(&name)?;
    sandbox.limits.run(caller.account, &name, timing)?;
    for reserved in RESERVED {
        parameters.remove(reserved);
    }
    if let Some(answer) = sandbox.begin(&name) {
        return scripted(answer, parameters);
    }
    let method = methods::find(&name).ok_or_else(Failure::method_not_found)?;
    let call = Call {
        caller: &caller,
        parameters,
        world: &mut sandbox.world,
        timing,
    };
    method.run(call).map(Outcome::Result)
}

fn scripted(answer: Answer, parameters: Array) -> Result<Outcome, Failure> {
    match answer.0 {
        Scripted::Result(text) => Ok(result(&text, |_| {})),
        Scripted::Page { rows, next, total } => Ok(result(&rows, |rows| {
            // The envelope takes them out again, as it does with a method's own.
            if let Some(next) = next {
                rows.set("next", number(next));
            }
            rows.set("total", number(total));
        })),
        Scripted::Echo => Ok(Outcome::Result(parameters.into())),
        Scripted::Error(failure) => Err(failure),
        Scripted::Sent(reply) => Ok(Outcome::Sent(reply)),
    }
}

/// A scripted result; `add` adds to it, if it is an array.
fn result(text: &str, add: impl FnOnce(&mut Array)) -> Outcome {
    match php::parse_json(text.as_bytes()) {
        Some(Value::Array(mut array)) => {
            add(&mut array);
            Outcome::Result(array.into())
        }
        Some(result) => Outcome::Result(result),
        None => Outcome::Sent(Reply::plain(
            500,
            &format!("The scripted result is not JSON: {text}"),
        )),
    }
}

fn number(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn rest_reply(sandbox: &Sandbox, status: u16, body: &Array, format: Format, timing: &Timing) -> Reply {
    let (content_type, body) = match format {
        Format::Json => (JSON, php::write_json(&body.clone().into())),
        Format::Xml => ("text/xml; charset=utf-8", xml::write_xml(body)),
    };
    let mut reply = Reply::new(status, content_type, body)
        .with_header("Access-Control-Allow-Origin", "*")
        .with_header("X-Content-Type-Options", "nosniff");
    if sandbox.settings.is_cloud() {
        reply = reply.with_header("X-Bitrix-Rest-Time", &format!("{:.6}", timing.seconds()));
    }
    reply
}
