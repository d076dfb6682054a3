//! What is asked, apart from who asks: a recording answers whoever asks the same.

use std::fmt::Write as _;

use http::Uri;
use serde_json::Value;

use super::message::{self, Members};
use crate::transport::redact::Redaction;

/// What a request asks, without credentials.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Question {
    verb: String,
    /// The path without the webhook's user and code, such as `rest/crm.deal.add`; with the query.
    place: String,
    /// JSON with its members in order, or whatever else it is.
    body: Vec<u8>,
}

impl Question {
    pub(super) fn of(request: &http::Request<Vec<u8>>) -> Self {
        let redaction = Redaction::of(request);
        let address = redaction.address(request.uri());
        let body = redaction.body(request.headers(), request.body());
        Self::new(request.method().as_str(), &address, body)
    }

    /// Reads what [`write`] wrote.
    pub(super) fn read(request: &Members<'_>) -> Option<Self> {
        let verb: String = message::member(request, "method")?;
        let address: String = message::member(request, "address")?;
        Some(Self::new(&verb, &address, message::body(request)?))
    }

    fn new(verb: &str, address: &str, body: Vec<u8>) -> Self {
        let body = match serde_json::from_slice(&body) {
            Ok(json) => canonical(json),
            Err(_) => body,
        };
        Self {
            verb: verb.to_owned(),
            place: place(address),
            body,
        }
    }

    /// The method's name, or the path of what is no method.
    pub(super) fn method(&self) -> &str {
        let path = self.place.split('?').next().unwrap_or_default();
        match path.strip_prefix("rest/") {
            Some(path) => path.strip_prefix("api/").unwrap_or(path),
            None => path,
        }
    }
}

/// Writes `"method": ..., "address": ..., "headers": [...], ...`, without secrets.
pub(super) fn write(to: &mut String, request: &http::Request<Vec<u8>>) {
    let redaction = Redaction::of(request);
    let verb = Value::from(request.method().as_str());
    let address = Value::from(redaction.address(request.uri()));
    let _ = write!(to, r#""method":{verb},"address":{address},"#);
    message::write(to, &redaction, request.headers(), request.body());
}

/// The path, with what follows `rest` or `rest/api` cut down to the method.
fn place(address: &str) -> String {
    let Ok(uri) = address.parse::<Uri>() else {
        return address.to_owned();
    };
    let path: Vec<&str> = uri
        .path()
        .split('/')
        .filter(|segment| !segment.is_empty())
        .collect();
    let mut place = match path.iter().position(|segment| *segment == "rest") {
        Some(rest) => {
            let method = path[rest + 1..].last().copied().unwrap_or_default();
            match path.get(rest + 1) {
                Some(&"api") => format!("rest/api/{method}"),
                _ => format!("rest/{method}"),
            }
        }
        None => path.join("/"),
    };
    if let Some(query) = uri.query() {
        let _ = write!(place, "?{query}");
    }
    place
}

/// The order of members says nothing, and a token in the body no more than a webhook in the address.
fn canonical(mut json: Value) -> Vec<u8> {
    if let Value::Object(members) = &mut json {
        members.remove("auth");
    }
    json.sort_all_objects();
    json.to_string().into_bytes()
}
