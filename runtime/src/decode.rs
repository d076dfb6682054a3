//! An answer on its way in: from the received bytes to a `Response` or an `Error`.

mod envelope;

use http::Response as Answer;
use serde::de::DeserializeOwned;

use crate::error::{ApiError, DecodeError, DecodeProblem, Error, quoted};
use crate::response::Response;
use envelope::Envelope;

/// Decodes the answer to a call of `method`; `scrub` blots out the client's secrets.
pub(crate) fn response<T: DeserializeOwned>(
    method: &str,
    answer: &Answer<Vec<u8>>,
    scrub: &dyn Fn(&str) -> String,
) -> Result<Response<T>, Error> {
    let envelope = envelope(method, answer, scrub)?;
    // Borrowed from the received bytes: the result is decoded from them, not from a copy.
    let Some(result) = envelope.result else {
        return Err(failure(method, answer, DecodeProblem::NoResult, scrub).into());
    };
    match serde_json::from_str(result.get()) {
        Ok(result) => Ok(Response {
            result,
            time: envelope.time,
            next: envelope.next,
            total: envelope.total,
        }),
        Err(error) => Err(mismatch::<T>(method, answer, result.get(), &error, scrub).into()),
    }
}

/// Takes the answer apart, as far as it does not depend on the method.
fn envelope<'a>(
    method: &str,
    answer: &'a Answer<Vec<u8>>,
    scrub: &dyn Fn(&str) -> String,
) -> Result<Envelope<'a>, Error> {
    let body = answer.body().trim_ascii();
    if body.is_empty() {
        return Err(failure(method, answer, DecodeProblem::Empty, scrub).into());
    }
    let envelope: Envelope<'a> = serde_json::from_slice(body).map_err(|error| {
        let problem = if error.is_data() {
            DecodeProblem::NoResult
        } else {
            DecodeProblem::NotJson {
                content_type: content_type(answer).map(scrub),
                reason: error.to_string(),
            }
        };
        failure(method, answer, problem, scrub)
    })?;
    let status = answer.status().as_u16();
    match envelope.error {
        // An answer with a result is a success, whatever else it holds.
        Some(error) if envelope.result.is_none() || status >= 400 => Err(ApiError {
            method: method.to_owned(),
            status,
            code: scrub(&error.code),
            description: scrub(&error.description.or(envelope.description).unwrap_or_default()),
            extra: envelope.extra,
        }
        .into()),
        error => Ok(Envelope { error, ..envelope }),
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

/// Decodes once more, now with an eye on where it fails.
fn mismatch<T: DeserializeOwned>(
    method: &str,
    answer: &Answer<Vec<u8>>,
    result: &str,
    error: &serde_json::Error,
    scrub: &dyn Fn(&str) -> String,
) -> DecodeError {
    let tracked = serde_path_to_error::deserialize::<_, T>(&mut serde_json::Deserializer::from_str(result));
    let (path, reason) = match tracked {
        Err(tracked) => (tracked.path().to_string(), tracked.inner().to_string()),
        Ok(_) => (".".to_owned(), error.to_string()),
    };
    let path = match path.as_str() {
        "." => "result".to_owned(),
        path if path.starts_with('[') => format!("result{path}"),
        path => format!("result.{path}"),
    };
    DecodeError {
        method: method.to_owned(),
        status: answer.status().as_u16(),
        problem: DecodeProblem::Mismatch {
            path,
            reason: scrub(&reason),
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
    let beginning = &bytes[..bytes.len().min(4096)];
    quoted(&scrub(&String::from_utf8_lossy(beginning)))
}
