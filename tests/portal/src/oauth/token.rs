//! `/oauth/token/`: a code or a refresh token for a pair of tokens.

use std::time::Duration;

use super::{
    MEMBER_ID, SCOPE,
    grants::{ACCESS_LIVES, Pair, State},
};
use crate::{
    answer::Scripted,
    php::{self, Array, Value},
    received::Received,
    reply::Reply,
    rest::{Failure, JSON},
    sandbox::Sandbox,
};

/// Under which answers can be scripted and requests are counted, though it is no method.
const NAME: &str = "oauth/token";

pub(super) fn answer(sandbox: &mut Sandbox, request: &Received) -> Reply {
    let parameters = parameters(request);
    let result = match sandbox.begin(NAME).map(|answer| answer.0) {
        None => grant(sandbox, &parameters),
        Some(Scripted::Error(failure)) => Err(failure),
        Some(Scripted::Sent(reply)) => return reply,
        Some(Scripted::Echo) => Ok(parameters),
        // There is no envelope here.
        Some(Scripted::Result(text) | Scripted::Page { rows: text, .. }) => {
            return Reply::new(200, JSON, text.into_bytes());
        }
    };
    match result {
        Ok(body) => reply(200, body),
        Err(failure) => {
            let mut body = failure.body();
            let empty = body.get("error_description").is_none_or(|text| !text.truthy());
            if empty || sandbox.settings.bare_oauth_errors {
                body.remove("error_description");
            }
            reply(failure.status(sandbox.settings.statuses), body)
        }
    }
}

/// Query and form. JSON is not read: no one has seen the real server read it.
fn parameters(request: &Received) -> Array {
    let mut parameters = php::parse_form(request.query().as_bytes());
    let content_type = request.header("content-type").unwrap_or_default();
    if request.verb == "POST" && content_type.starts_with("application/x-www-form-urlencoded") {
        parameters.overlay(php::parse_form(&request.body));
    }
    parameters
}

/// The checks: the form of the request, who asks, whether the application is still there, and
/// what it shows.
fn grant(sandbox: &mut Sandbox, parameters: &Array) -> Result<Array, Failure> {
    let grant_type = text(parameters, "grant_type")?;
    let given = match grant_type.as_str() {
        "authorization_code" => text(parameters, "code")?,
        "refresh_token" => text(parameters, "refresh_token")?,
        _ => return Err(incomplete("grant_type")),
    };
    let (id, secret) = (text(parameters, "client_id")?, text(parameters, "client_secret")?);
    let application = &sandbox.settings.application;
    if id != application.client_id {
        // An error with the status of a success, and not a word more.
        return Err(Failure::new(200, "wrong_client", ""));
    }
    if secret != application.client_secret {
        return Err(Failure::wrong("invalid_client", "Wrong client secret"));
    }
    if sandbox.grants.removed {
        return Err(Failure::new(401, "NOT_INSTALLED", "Application not installed"));
    }
    let now = sandbox.settings.clock.now();
    if grant_type == "refresh_token" {
        let pair = sandbox.grants.renew(&given, now);
        let pair = pair.map_err(|_| Failure::wrong("invalid_grant", "Wrong or expired refresh token"))?;
        return Ok(tokens(sandbox, &pair, Told::All));
    }
    match sandbox.grants.exchange(&given, now) {
        Ok(pair) => Ok(tokens(sandbox, &pair, Told::Less)),
        Err(State::Expired) => Err(Failure::wrong(
            "expired_token",
            "The authorization token provided has expired.",
        )),
        Err(_) => Err(Failure::wrong("invalid_grant", "Wrong authorization code")),
    }
}

fn text(parameters: &Array, name: &str) -> Result<String, Failure> {
    let value = parameters.get(name).filter(|value| value.truthy());
    value.map(Value::to_lossy).ok_or_else(|| incomplete(name))
}

fn incomplete(name: &str) -> Failure {
    Failure::wrong("invalid_request", &format!("{name} is missing or unknown"))
}

/// Whether moment and user are told: for a code they are not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    All,
    Less,
}

/// The pair that an application has after its installation, as JSON.
pub(crate) fn first_tokens(sandbox: &mut Sandbox) -> String {
    let now = sandbox.settings.clock.now();
    let pair = sandbox.grants.pair(now);
    let body = tokens(sandbox, &pair, Told::All);
    String::from_utf8_lossy(&php::write_json(&body.into())).into_owned()
}

fn tokens(sandbox: &Sandbox, pair: &Pair, told: Told) -> Array {
    let mut body = Array::from([
        ("access_token", pair.access.as_str().into()),
        ("client_endpoint", format!("{}/rest/", sandbox.address()).into()),
        ("domain", sandbox.host().into()),
    ]);
    if told == Told::All {
        body.set("expires", whole_seconds(pair.expires));
    }
    body.set("expires_in", whole_seconds(ACCESS_LIVES));
    body.set("member_id", MEMBER_ID);
    body.set("refresh_token", pair.refresh.as_str());
    body.set("scope", SCOPE);
    body.set("server_endpoint", format!("{}/rest/", sandbox.url));
    body.set("status", "L");
    if told == Told::All {
        body.set("user_id", 1);
    }
    body
}

fn whole_seconds(time: Duration) -> i64 {
    i64::try_from(time.as_secs()).unwrap_or(i64::MAX)
}

fn reply(status: u16, body: Array) -> Reply {
    Reply::new(status, JSON, php::write_json(&body.into()))
}
