//! The header and body of a message, as members of a JSON object.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::transport::json::{compact, is_json};
use crate::transport::redact::{Redaction, bytes};

/// Members of an object that was read.
pub(super) type Members<'a> = std::collections::HashMap<&'a str, &'a RawValue>;

/// Writes `"headers": [...], "json": ...`, without secrets: the body as `json` or `text` where it is,
/// and in `base64` otherwise.
pub(super) fn write(to: &mut String, redaction: &Redaction, headers: &HeaderMap, body: &[u8]) {
    let lines = headers
        .iter()
        .map(|(name, value)| format!("{name}: {}", redaction.header(name.as_str(), value)).into());
    let body = redaction.body(headers, body);
    let (kind, body) = match String::from_utf8(body) {
        Ok(text) if is_json(&text) => ("json", text),
        Ok(text) if !text.contains(is_unreadable) => ("text", Value::from(text).to_string()),
        Ok(text) => ("base64", Value::from(BASE64.encode(text)).to_string()),
        Err(error) => ("base64", Value::from(BASE64.encode(error.as_bytes())).to_string()),
    };
    // Into a `String` nothing fails.
    let _ = write!(
        to,
        r#""headers":{},"{kind}":{body}"#,
        Value::Array(lines.collect())
    );
}

fn is_unreadable(mark: char) -> bool {
    mark.is_control() && !matches!(mark, '\n' | '\r' | '\t')
}

/// The members of an object; `None` if it is none.
pub(super) fn members(object: &RawValue) -> Option<Members<'_>> {
    serde_json::from_str(object.get()).ok()
}

/// A member that is of this type.
pub(super) fn member<T: serde::de::DeserializeOwned>(members: &Members<'_>, name: &str) -> Option<T> {
    serde_json::from_str(members.get(name)?.get()).ok()
}

/// The body; JSON without white space between its tokens.
pub(super) fn body(members: &Members<'_>) -> Option<Vec<u8>> {
    if let Some(json) = members.get("json") {
        return Some(compact(json.get()).into_bytes());
    }
    match member::<String>(members, "text") {
        Some(text) => Some(text.into_bytes()),
        None => BASE64.decode(member::<String>(members, "base64")?).ok(),
    }
}

pub(super) fn headers(members: &Members<'_>) -> Option<HeaderMap> {
    let lines: Vec<String> = member(members, "headers")?;
    lines.iter().map(|line| header(line)).collect()
}

fn header(line: &str) -> Option<(HeaderName, HeaderValue)> {
    let (name, value) = line.split_once(": ")?;
    Some((name.parse().ok()?, HeaderValue::from_bytes(&bytes(value)).ok()?))
}
