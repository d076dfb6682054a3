//! What came of a request: an answer, or none.

use std::fmt::Write as _;

use serde_json::Value;

use super::message::{self, Members};
use crate::error::{Outcome, TransportError, TransportErrorKind as Kind};
use crate::transport::redact::Redaction;

/// What a transport gives.
pub(super) type Answer = Result<http::Response<Vec<u8>>, TransportError>;

/// Writes `"answer": {...}` or `"failure": {...}`, without secrets.
pub(super) fn write(to: &mut String, redaction: &Redaction, answer: &Answer) {
    match answer {
        Ok(answer) => {
            let _ = write!(to, r#""answer":{{"status":{},"#, answer.status().as_u16());
            message::write(to, redaction, answer.headers(), answer.body());
        }
        Err(error) => {
            let sent = error.outcome() != Outcome::NotExecuted;
            let kind = Value::from(name(error.kind()));
            let detail = Value::from(redaction.text(error.detail()));
            let _ = write!(to, r#""failure":{{"kind":{kind},"sent":{sent},"detail":{detail}"#);
        }
    }
    to.push('}');
}

/// Reads what [`write`] wrote.
pub(super) fn read(exchange: &Members<'_>) -> Option<Answer> {
    if let Some(failure) = exchange.get("failure") {
        let failure = message::members(failure)?;
        let kind: String = message::member(&failure, "kind")?;
        let detail: String = message::member(&failure, "detail")?;
        let sent = message::member(&failure, "sent")?;
        return Some(Err(TransportError::new(kind_named(&kind), sent, detail)));
    }
    let answer = message::members(exchange.get("answer")?)?;
    let status: u16 = message::member(&answer, "status")?;
    let mut response = http::Response::new(message::body(&answer)?);
    *response.status_mut() = http::StatusCode::from_u16(status).ok()?;
    *response.headers_mut() = message::headers(&answer)?;
    Some(Ok(response))
}

const NAMES: [(Kind, &str); 9] = [
    (Kind::Connect, "connect"),
    (Kind::Timeout, "timeout"),
    (Kind::Tls, "tls"),
    (Kind::Closed, "closed"),
    (Kind::TooLarge, "too large"),
    (Kind::Protocol, "protocol"),
    (Kind::Redirect, "redirect"),
    (Kind::Licence, "licence"),
    (Kind::DryRun, "dry run"),
];

fn name(kind: Kind) -> &'static str {
    let found = NAMES.iter().find(|(known, _)| *known == kind);
    found.map_or("other", |(_, name)| name)
}

fn kind_named(name: &str) -> Kind {
    let found = NAMES.iter().find(|(_, known)| *known == name);
    found.map_or(Kind::Other, |(kind, _)| *kind)
}
