//! What an authorization server is asked, and what it answers.

use http::header::{ACCEPT, CONTENT_TYPE, USER_AGENT};
use http::{Request, Response, StatusCode};
use serde_json::{Map, Value};

use super::{Application, AuthorizationServer, TOKEN_METHOD, Tokens, form};
use crate::clock::Clock;
use crate::decode;
use crate::error::{Advice, ConfigError, DecodeError, DecodeProblem, Error, Outcome, Trail};
use crate::method::Api;
use crate::secret::HIDDEN;

const FORM: &str = "application/x-www-form-urlencoded";
const AGENT: &str = concat!("b24/", env!("CARGO_PKG_VERSION"));

/// What is exchanged for tokens.
pub(super) enum Grant<'a> {
    Code(&'a str),
    RefreshToken(&'a str),
}

/// The request for tokens. Its secrets are in the body, since addresses get into logs.
pub(super) fn request(
    server: &AuthorizationServer,
    application: &Application,
    grant: &Grant<'_>,
) -> Result<Request<Vec<u8>>, ConfigError> {
    let (kind, name, value) = match grant {
        Grant::Code(code) => ("authorization_code", "code", code),
        Grant::RefreshToken(token) => ("refresh_token", "refresh_token", token),
    };
    let body = form::write(&[
        ("grant_type", kind),
        ("client_id", application.client_id()),
        ("client_secret", application.secret().expose()),
        (name, value),
    ]);
    Request::post(format!("{}/oauth/token/", server.origin()))
        .header(CONTENT_TYPE, FORM)
        .header(ACCEPT, "application/json")
        .header(USER_AGENT, AGENT)
        .body(body.into_bytes())
        .map_err(|_| ConfigError::new("authorization server", "its address is unusable"))
}

/// The tokens that came for the portal of this origin; what they do not repeat stays as it is in
/// `before`.
pub(super) fn tokens(
    answer: Response<Vec<u8>>,
    origin: &str,
    before: Option<&Tokens>,
    clock: &dyn Clock,
    scrub: &dyn Fn(&str) -> String,
) -> Result<Tokens, Error> {
    let status = answer.status();
    let body = answer.body().as_slice();
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    let members: Map<String, Value> = serde_json::from_slice(body).unwrap_or_default();
    if status.is_success() && members.contains_key("access_token") {
        // What is wrong with it is said by the field's name: any excerpt could show a token.
        return Tokens::from_members(&members, Some(origin), clock)
            .map(|tokens| tokens.completed_by(before))
            .map_err(|error| wrong(status, error.to_string()).into());
    }
    // Tokens that came with something wrong around them are not known yet, so are not to be told
    // from other text.
    let scrub = |text: &str| {
        if text.contains("_token\"") {
            String::new()
        } else {
            scrub(text)
        }
    };
    match decode::open(Api::V2, TOKEN_METHOD, answer, &scrub) {
        Ok(_) => Err(wrong(status, "there is no `access_token`".to_owned()).into()),
        Err(Error::Api(mut error) | Error::Auth(mut error)) => {
            hide_tokens(&mut error.extra);
            let is_definite = error.outcome() == Outcome::NotExecuted && error.advice() != Advice::Wait;
            if is_definite || error.is_auth() {
                Err(Error::Auth(error))
            } else {
                Err(Error::Api(error))
            }
        }
        Err(error) => Err(error),
    }
}

/// A refusal may come with tokens beside it, at whatever depth.
fn hide_tokens(members: &mut Map<String, Value>) {
    for (name, value) in members {
        if name.to_ascii_lowercase().ends_with("token") {
            *value = HIDDEN.into();
        }
        hide_tokens_within(value);
    }
}

fn hide_tokens_within(value: &mut Value) {
    match value {
        Value::Object(members) => hide_tokens(members),
        Value::Array(items) => items.iter_mut().for_each(hide_tokens_within),
        _ => {}
    }
}

fn wrong(status: StatusCode, reason: String) -> DecodeError {
    DecodeError {
        method: TOKEN_METHOD.to_owned(),
        status: status.as_u16(),
        problem: DecodeProblem::NoTokens { reason },
        excerpt: String::new(),
        trail: Trail::default(),
    }
}
