//! An answer on its way in: from the received bytes to a `Response` or an `Error`.

mod envelope;

use std::collections::HashMap;
use std::fmt::Write as _;

use http::Response as Answer;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use serde_path_to_error::Track;

use crate::error::{ApiError, DecodeError, DecodeProblem, Error, beginning, cut};
use crate::lenient::Decoded;
use crate::received::place;
use crate::response::Response;
use envelope::Envelope;

/// What some editors put before the text of a PHP file, and PHP then before its output.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Decodes the answer to a call of `method`, from the member `at` of its result; `scrub` blots out the client's secrets.
pub(crate) fn response<T: Decoded>(
    method: &str,
    at: Option<&str>,
    answer: &Answer<Vec<u8>>,
    scrub: &dyn Fn(&str) -> String,
) -> Result<Response<T>, Error> {
    let envelope = envelope(method, answer, scrub)?;
    // Borrowed from the received bytes: the result is decoded from them, not from a copy.
    let Some(result) = envelope.result else {
        return Err(failure(method, answer, DecodeProblem::NoResult, scrub).into());
    };
    let decoded = match at {
        None => value("result".to_owned(), result),
        Some(name) => value_at(name, result),
    };
    match decoded {
        Ok(result) => Ok(Response {
            result,
            time: envelope.time,
            next: envelope.next,
            total: envelope.total,
        }),
        Err(Wrong { path, reason, found }) => {
            Err(mismatch(method, answer, found, &path, &reason, scrub).into())
        }
    }
}

/// What is wrong with a result, and where.
struct Wrong<'a> {
    path: String,
    reason: String,
    /// What stands there.
    found: &'a str,
}

/// The result, which stands at `path`.
fn value<T: Decoded>(path: String, result: &RawValue) -> Result<T, Wrong<'_>> {
    let found = result.get();
    T::__decode(&mut serde_json::Deserializer::from_str(found)).map_err(|error| {
        let (path, reason) = trace::<T>(path, found, &error);
        Wrong { path, reason, found }
    })
}

/// The result, which is the member `name` of what was answered.
fn value_at<'a, T: Decoded>(name: &str, result: &'a RawValue) -> Result<T, Wrong<'a>> {
    let path = format!("result.{name}");
    let wrong = |path: &str, reason: String| Wrong {
        path: path.to_owned(),
        reason,
        found: result.get(),
    };
    // PHP writes an object without members so.
    let nothing = matches!(result.get(), "[]" | "null" | "false" | "\"\"");
    let mut members: HashMap<String, &'a RawValue> = if nothing {
        HashMap::new()
    } else {
        serde_json::from_str(result.get())
            .map_err(|error| wrong(&path, format!("`result` has no members: {error}")))?
    };
    match members.remove(name) {
        Some(member) => value(path, member),
        None => T::__missing().ok_or_else(|| wrong(&path, "there is no such member".to_owned())),
    }
}

/// Takes the answer apart, as far as it does not depend on the method.
fn envelope<'a>(
    method: &str,
    answer: &'a Answer<Vec<u8>>,
    scrub: &dyn Fn(&str) -> String,
) -> Result<Envelope<'a>, Error> {
    let body = answer.body().as_slice();
    let body = body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body).trim_ascii();
    if body.is_empty() {
        return Err(failure(method, answer, DecodeProblem::Empty, scrub).into());
    }
    let envelope: Envelope<'a> = serde_json::from_slice(body).map_err(|error| {
        let problem = if error.is_data() {
            DecodeProblem::NoResult
        } else {
            DecodeProblem::NotJson {
                content_type: content_type(answer).map(|text| cut(&scrub(text))),
                reason: error.to_string(),
            }
        };
        failure(method, answer, problem, scrub)
    })?;
    let status = answer.status().as_u16();
    // An answer with a result is a success, whatever else it holds; but an empty one beside an error's
    // code is none.
    let has_result = envelope
        .result
        .is_some_and(|result| !matches!(result.get(), "null" | "false" | "[]"));
    match envelope.error {
        Some(error)
            if envelope.result.is_none() || status >= 400 || (!has_result && !error.code.is_empty()) =>
        {
            Err(ApiError {
                method: method.to_owned(),
                status,
                code: scrub(&error.code),
                description: scrub(&error.description.or(envelope.description).unwrap_or_default()),
                extra: scrub_members(envelope.extra, scrub),
            }
            .into())
        }
        error => Ok(Envelope { error, ..envelope }),
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

fn failure(
    method: &str,
    answer: &Answer<Vec<u8>>,
    problem: DecodeProblem,
    scrub: &dyn Fn(&str) -> String,
) -> DecodeError {
    DecodeError {
        method: method.to_owned(),
        status: answer.status().as_u16(),
        problem,
        excerpt: excerpt(answer.body(), scrub),
    }
}

/// Decodes once more, now with an eye on where it fails: the path below `path`, and the reason.
fn trace<T: Decoded>(path: String, result: &str, error: &serde_json::Error) -> (String, String) {
    let mut track = Track::new();
    let mut result = serde_json::Deserializer::from_str(result);
    let tracked = T::__decode(serde_path_to_error::Deserializer::new(&mut result, &mut track));
    let Err(reason) = tracked else {
        return (path, error.to_string());
    };
    let below = track.path().to_string();
    let path = match below.as_str() {
        "." => path,
        below if below.starts_with('[') => path + below,
        below => format!("{path}.{below}"),
    };
    let reason = reason.to_string();
    let (path, reason) = place::join(&path, &reason);
    (path, reason.to_owned())
}

fn mismatch(
    method: &str,
    answer: &Answer<Vec<u8>>,
    result: &str,
    path: &str,
    reason: &str,
    scrub: &dyn Fn(&str) -> String,
) -> DecodeError {
    DecodeError {
        method: method.to_owned(),
        status: answer.status().as_u16(),
        // Both may repeat what stands in the answer: a key, a value.
        problem: DecodeProblem::Mismatch {
            path: cut(&scrub(path)),
            reason: cut(&scrub(reason)),
        },
        excerpt: excerpt(result.as_bytes(), scrub),
    }
}

fn excerpt(bytes: &[u8], scrub: &dyn Fn(&str) -> String) -> String {
    if bytes.is_empty() {
        return String::new();
    }
    // Secrets are blotted out before the text is cut, lest half of one remains. An answer may be
    // huge, so only its beginning is looked at.
    let looked_at = &bytes[..bytes.len().min(4096)];
    let (mut shown, rest) = beginning(&scrub(&String::from_utf8_lossy(looked_at)));
    if rest > 0 || looked_at.len() < bytes.len() {
        let _ = write!(shown, "… ({} bytes in all)", bytes.len());
    }
    shown
}
