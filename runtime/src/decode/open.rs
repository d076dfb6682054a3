//! The part of decoding that is the same for every method: is it a success, and where is its result?

use std::ops::Range;

use http::Response as Answer;
use serde_json::{Map, Value};

use super::envelope::Envelope;
use super::{failure, quick};
use crate::error::{ApiError, DecodeProblem, Error, Trail, cut};
use crate::method::Api;
use crate::time::Time;

/// What some editors put before the text of a PHP file, and PHP then before its output.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// What a server puts before the answer, such as a warning of PHP, ends where one of these begins: they
/// are the first members of every answer.
const BEGINNINGS: [&[u8]; 2] = [br#"{"result":"#, br#"{"error":"#];

/// A success, taken apart; its result is still as it was received.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(super) answer: Answer<Vec<u8>>,
    /// Where in the answer's body the result stands.
    pub(super) result: Range<usize>,
    pub(crate) time: Time,
    pub(crate) next: Option<u64>,
    pub(crate) total: Option<u64>,
    /// Whether nobody has read the result yet.
    pub(super) unread: bool,
}

impl Opened {
    /// Whether the portal had executed the call before, and answers as it did then.
    pub(crate) fn is_replayed(&self) -> bool {
        let replayed = self.answer.headers().get("Idempotent-Replayed");
        replayed.is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"true"))
    }

    /// The same answer, now read whole.
    pub(super) fn read(self, method: &str, scrub: &dyn Fn(&str) -> String) -> Result<Self, Error> {
        read(Api::V2, method, self.answer, scrub)
    }

    /// The result, in JSON.
    pub(crate) fn result(&self) -> &str {
        let bytes = self.answer.body().get(self.result.clone()).unwrap_or_default();
        // It was text when it was read as JSON.
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

/// Takes an answer apart, as far as that does not depend on the method's types.
pub(crate) fn open(
    api: Api,
    method: &str,
    answer: Answer<Vec<u8>>,
    scrub: &dyn Fn(&str) -> String,
) -> Result<Opened, Error> {
    match quick::find(answer.body()).filter(|_| answer.status().is_success()) {
        Some(found) => Ok(Opened {
            result: found.result,
            time: found.time,
            next: found.next,
            total: found.total,
            unread: true,
            answer,
        }),
        None => read(api, method, answer, scrub),
    }
}

/// The same by reading all of it.
fn read(
    api: Api,
    method: &str,
    answer: Answer<Vec<u8>>,
    scrub: &dyn Fn(&str) -> String,
) -> Result<Opened, Error> {
    let document = document(answer.body());
    if document.is_empty() {
        return Err(failure(method, &answer, DecodeProblem::Empty, scrub).into());
    }
    let envelope = match envelope(document) {
        Ok(envelope) => envelope,
        Err(error) => {
            let problem = if error.is_data() {
                DecodeProblem::NoResult
            } else {
                DecodeProblem::NotJson {
                    content_type: content_type(&answer).map(|text| cut(&scrub(text))),
                    reason: error.to_string(),
                }
            };
            return Err(failure(method, &answer, problem, scrub).into());
        }
    };
    if is_error(&envelope, answer.status().as_u16()) {
        return Err(refusal(method, &answer, envelope, scrub).into());
    }
    let result = match envelope.result {
        Some(result) => result.get().as_bytes(),
        // `rest.documentation.openapi` answers with a document of its own.
        None if api == Api::V3 && answer.status().is_success() && !envelope.has_time => document,
        None => return Err(failure(method, &answer, DecodeProblem::NoResult, scrub).into()),
    };
    let start = result.as_ptr().addr() - answer.body().as_ptr().addr();
    Ok(Opened {
        result: start..start + result.len(),
        time: envelope.time,
        next: envelope.next,
        total: envelope.total,
        unread: false,
        answer,
    })
}

/// The body without what may stand around the answer.
pub(crate) fn document(body: &[u8]) -> &[u8] {
    let body = body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body).trim_ascii();
    if body.first() == Some(&b'{') {
        return body;
    }
    // Not the answer unless all from there to the end is one.
    let begins = |at: &usize| BEGINNINGS.iter().any(|first| body[*at..].starts_with(first));
    let start = (0..body.len()).find(begins);
    match start.map(|start| &body[start..]) {
        Some(rest) if envelope(rest).is_ok() => rest,
        _ => body,
    }
}

fn envelope(document: &[u8]) -> serde_json::Result<Envelope<'_>> {
    serde_json::from_slice(document)
}

/// An answer with a result is a success, whatever else it holds; but an empty one beside an error's code
/// is none.
fn is_error(envelope: &Envelope<'_>, status: u16) -> bool {
    let is_empty = |result: &str| matches!(result, "null" | "false" | "[]");
    envelope
        .error
        .as_ref()
        .is_some_and(|error| match envelope.result {
            None => true,
            Some(result) => status >= 400 || (is_empty(result.get()) && !error.code.is_empty()),
        })
}

fn refusal(
    method: &str,
    answer: &Answer<Vec<u8>>,
    envelope: Envelope<'_>,
    scrub: &dyn Fn(&str) -> String,
) -> ApiError {
    let (code, description) = envelope
        .error
        .map(|error| (error.code, error.description))
        .unwrap_or_default();
    ApiError {
        method: method.to_owned(),
        status: answer.status().as_u16(),
        code: scrub(&code),
        description: scrub(&description.or(envelope.description).unwrap_or_default()),
        extra: scrub_members(envelope.extra, scrub),
        trail: Trail::default(),
    }
}

/// The refusal of a command of a batch, which tells no status.
pub(crate) fn refused_part(
    method: &str,
    mut members: Map<String, Value>,
    scrub: &dyn Fn(&str) -> String,
) -> ApiError {
    let text = |value: Option<Value>| match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text,
        Some(other) => other.to_string(),
    };
    ApiError {
        method: method.to_owned(),
        status: 400,
        code: scrub(&text(members.remove("error"))),
        description: scrub(&text(members.remove("error_description"))),
        extra: scrub_members(members, scrub),
        trail: Trail::default(),
    }
}

fn scrub_members(members: Map<String, Value>, scrub: &dyn Fn(&str) -> String) -> Map<String, Value> {
    members
        .into_iter()
        .map(|(key, value)| (scrub(&key), scrub_value(value, scrub)))
        .collect()
}

fn scrub_value(value: Value, scrub: &dyn Fn(&str) -> String) -> Value {
    match value {
        Value::String(text) => Value::String(scrub(&text)),
        Value::Array(items) => items.into_iter().map(|item| scrub_value(item, scrub)).collect(),
        Value::Object(members) => Value::Object(scrub_members(members, scrub)),
        // A webhook's code may be all digits.
        other => {
            let text = other.to_string();
            let scrubbed = scrub(&text);
            if scrubbed == text {
                other
            } else {
                Value::String(scrubbed)
            }
        }
    }
}

fn content_type(answer: &Answer<Vec<u8>>) -> Option<&str> {
    answer.headers().get(http::header::CONTENT_TYPE)?.to_str().ok()
}
