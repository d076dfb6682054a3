//! One REST call, from the request as received to the reply: where it goes, what it brings, who
//! makes it, what it runs, and how the answer is wrapped.

mod address;
mod auth;
mod batch;
mod envelope;
mod failure;
mod input;
mod run;
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
    fault, oauth,
    php::{self, Array},
    received::Received,
    reply::Reply,
    sandbox::Sandbox,
    settings::Statuses,
};
use address::{Address, Format, RestAddress};
use run::Outcome;

/// The method that runs others.
pub(crate) const BATCH: &str = "batch";

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
    match run_checked(sandbox, request, address, timing) {
        Ok(Outcome::Result(success)) => {
            let body = envelope::wrapped(success, timing, &sandbox.settings);
            rest_reply(sandbox, 200, &body, address.format, timing)
        }
        Ok(Outcome::Sent(reply)) => reply,
        Err(failure) => {
            let status = failure.status(sandbox.settings.statuses);
            rest_reply(sandbox, status, &failure.body(), address.format, timing)
        }
    }
}

/// The checks in the server's order: there is room, the method exists, who calls, what it may do.
fn run_checked(
    sandbox: &mut Sandbox,
    request: &Received,
    address: &RestAddress<'_>,
    timing: &mut Timing,
) -> Result<Outcome, Failure> {
    sandbox.limits.admit(timing.now())?;
    let name = sandbox
        .known_name(address.method)
        .ok_or_else(Failure::method_not_found)?;
    let parameters = input::parameters(request);
    let caller = auth::authorize(request, address, &parameters, sandbox)?;
    caller.check_scope(&name)?;
    if name == BATCH {
        batch::run(sandbox, &caller, parameters, timing)
    } else {
        run::run(sandbox, &caller, &name, parameters, timing)
    }
}

/// In place of a batch that took too long: the web server has waited long enough.
fn cut_off() -> Reply {
    fault::page(504, "504 Gateway Time-out")
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
