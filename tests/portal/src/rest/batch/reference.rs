//! `$result[command][field]`: what stands for the result of a command before.

use super::results::Results;
use crate::php::{Array, Key, Value, is_space};

/// The parameters with what their references stand for, at any depth; keys are left alone.
pub(super) fn resolved(parameters: &Array, results: &Results) -> Array {
    let mut resolved = Array::new();
    for (key, value) in parameters.iter() {
        let value = match value {
            Value::Array(array) => self::resolved(array, results).into(),
            Value::Text(text) => of_text(text, results),
            value => value.clone(),
        };
        resolved.set_key(key.clone(), value);
    }
    resolved
}

/// A text that is one reference becomes its value, whatever its type. In a longer text only what
/// can be written as text takes a reference's place.
fn of_text(text: &[u8], results: &Results) -> Value {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, token, after)) = next_token(rest) {
        let value = resolve(token, results);
        if token.len() == text.len() {
            return value;
        }
        out.extend_from_slice(before);
        match &value {
            Value::Text(spliced) => out.extend_from_slice(spliced),
            Value::Int(_) | Value::Float(_) => out.extend(value.to_text().unwrap_or_default()),
            _ => out.extend_from_slice(token),
        }
        rest = after;
    }
    out.extend_from_slice(rest);
    Value::Text(out)
}

/// The first reference, and what stands around it: it runs to the next blank, whatever it holds,
/// so that two with a comma between them are one.
fn next_token(text: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let starts = text.iter().enumerate().filter(|(_, byte)| **byte == b'$');
    for (start, _) in starts {
        let (before, tail) = text.split_at(start);
        let end = tail.iter().position(|byte| is_space(*byte));
        let (token, after) = tail.split_at(end.unwrap_or(tail.len()));
        if root_of(token).is_some_and(|root| !keys(&token[1 + root.len()..]).is_empty()) {
            return Some((before, token, after));
        }
    }
    None
}

const ROOTS: [&str; 5] = ["result", "next", "total", "time", "error"];

fn root_of(token: &[u8]) -> Option<&'static str> {
    let name = &token[1..];
    ROOTS.into_iter().find(|root| {
        let start = name.get(..root.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(root.as_bytes()))
    })
}

/// What stands in brackets.
fn keys(text: &[u8]) -> Vec<&[u8]> {
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.iter().position(|byte| *byte == b'[') {
        let inside = &rest[open + 1..];
        let Some(close) = inside.iter().position(|byte| *byte == b']') else {
            break;
        };
        if close > 0 {
            keys.push(&inside[..close]);
        }
        rest = &inside[close + 1..];
    }
    keys
}

/// Walks down as far as there is something: a wrong key gives what it was looked for in.
fn resolve(token: &[u8], results: &Results) -> Value {
    let root = root_of(token).unwrap_or_default();
    let members = match root {
        "result" => &results.result,
        "next" => &results.next,
        "total" => &results.total,
        "time" => &results.time,
        _ => &results.error,
    };
    let mut reached: Option<Value> = None;
    for key in keys(&token[1 + root.len()..]) {
        let key = Key::of(key);
        let deeper = match &reached {
            None => members.get_key(&key).cloned(),
            Some(value) => value.member(&key),
        };
        match deeper.filter(|value| !value.is_null()) {
            Some(value) => reached = Some(value),
            None => break,
        }
    }
    reached.unwrap_or_else(|| members.clone().into())
}
