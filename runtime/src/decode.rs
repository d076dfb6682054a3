//! An answer on its way in: from the received bytes to a `Response` or an `Error`.

mod envelope;
mod name;
mod open;
mod quick;

use std::collections::HashMap;
use std::fmt::Write as _;

use http::Response as Answer;
use serde_json::value::RawValue;
use serde_path_to_error::Track;

use crate::error::{DecodeError, DecodeProblem, Error, Trail, beginning, cut};
use crate::lenient::Decoded;
use crate::received::place;
use crate::response::Response;
pub(crate) use name::Name;
pub(crate) use open::{Opened, document, open, refused_part};

impl Opened {
    /// The answer to a call of `method`, whose output stands at the member `at` of its result.
    pub(crate) fn decode<T: Decoded>(
        self,
        method: &str,
        at: Option<&str>,
        scrub: &dyn Fn(&str) -> String,
    ) -> Result<Response<T>, Error> {
        let result = match part(method, at, self.answer.status().as_u16(), self.result(), scrub) {
            // What is wrong may be the whole answer.
            Err(_) if self.unread => return self.read(method, scrub)?.decode(method, at, scrub),
            result => result?,
        };
        Ok(Response {
            result,
            next: self.next,
            total: self.total,
            replayed: self.is_replayed(),
            time: self.time,
            attempts: 1,
            idempotency_key: None,
        })
    }
}

/// A result, or that of one command of a batch. Decoded from the received bytes, not from a copy.
pub(crate) fn part<T: Decoded>(
    method: &str,
    at: Option<&str>,
    status: u16,
    found: &str,
    scrub: &dyn Fn(&str) -> String,
) -> Result<T, Error> {
    let decoded = match at {
        None => value("result".to_owned(), found),
        Some(name) => value_at(name, found),
    };
    decoded.map_err(|wrong| mismatch(method, status, &wrong, scrub).into())
}

/// What is wrong with a result, and where.
struct Wrong<'a> {
    path: String,
    reason: String,
    /// What stands there.
    found: &'a str,
}

/// The result, which stands at `path`.
fn value<T: Decoded>(path: String, found: &str) -> Result<T, Wrong<'_>> {
    let mut result = serde_json::Deserializer::from_str(found);
    let decoded = T::__decode(&mut result).and_then(|decoded| result.end().map(|()| decoded));
    decoded.map_err(|error| {
        let (path, reason) = trace::<T>(path, found, &error);
        Wrong { path, reason, found }
    })
}

/// The result, which is the member `name` of what was answered.
fn value_at<'a, T: Decoded>(name: &str, result: &'a str) -> Result<T, Wrong<'a>> {
    let path = format!("result.{name}");
    let wrong = |path: &str, reason: String| Wrong {
        path: path.to_owned(),
        reason,
        found: result,
    };
    // PHP writes an object without members so.
    let nothing = matches!(result, "[]" | "null" | "false" | "\"\"");
    let mut members: HashMap<String, &'a RawValue> = if nothing {
        HashMap::new()
    } else {
        serde_json::from_str(result)
            .map_err(|error| wrong(&path, format!("`result` has no members: {error}")))?
    };
    match members.remove(name) {
        Some(member) => value(path, member.get()),
        None => T::__missing().ok_or_else(|| wrong(&path, "there is no such member".to_owned())),
    }
}

/// What is wrong with a command's part of a batch.
pub(crate) fn part_error(method: &str, problem: DecodeProblem) -> DecodeError {
    DecodeError {
        method: method.to_owned(),
        status: 200,
        problem,
        excerpt: String::new(),
        trail: Trail::default(),
    }
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
        trail: Trail::default(),
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

fn mismatch(method: &str, status: u16, wrong: &Wrong<'_>, scrub: &dyn Fn(&str) -> String) -> DecodeError {
    DecodeError {
        method: method.to_owned(),
        status,
        // Both may repeat what stands in the answer: a key, a value.
        problem: DecodeProblem::Mismatch {
            path: cut(&scrub(&wrong.path)),
            reason: cut(&scrub(&wrong.reason)),
        },
        excerpt: excerpt(wrong.found.as_bytes(), scrub),
        trail: Trail::default(),
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
