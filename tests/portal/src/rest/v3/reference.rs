//! `{"$ref":"call.field"}`: what stands for a part of another call's result.

use std::collections::BTreeMap;

use super::{Failure, failures};
use crate::php::{Array, Key, Value};

/// The results so far, by the names of their calls.
pub(super) type Results = BTreeMap<String, Value>;

/// One value.
const ONE: &str = "$ref";

/// That field of every item.
const ALL: &str = "$refArray";

/// The parameters with what their references stand for, at any depth.
pub(super) fn resolved(parameters: &Array, results: &Results) -> Result<Array, Failure> {
    let mut resolved = Array::new();
    for (key, value) in parameters.iter() {
        let value = match value {
            Value::Array(array) => match reference_in(array) {
                Some((kind, path)) => resolve(kind, &path, results).ok_or_else(|| lost(kind, &path))?,
                None => self::resolved(array, results)?.into(),
            },
            value => value.clone(),
        };
        resolved.set_key(key.clone(), value);
    }
    Ok(resolved)
}

fn reference_in(array: &Array) -> Option<(&'static str, String)> {
    let mut entries = array.iter();
    let (key, path) = entries.next()?;
    let name = key.to_lossy();
    let kind = [ONE, ALL].into_iter().find(|kind| *kind == name)?;
    let alone = entries.next().is_none();
    let is_text = matches!(path, Value::Text(_));
    (alone && is_text).then(|| (kind, path.to_lossy()))
}

fn resolve(kind: &str, path: &str, results: &Results) -> Option<Value> {
    let (name, path) = path.split_once('.')?;
    let result = results.get(name)?;
    // Only of these can anything be taken.
    let item = result.member(&Key::of(b"item"));
    let items = result.member(&Key::of(b"items"));
    if kind == ONE {
        return walk(item.or(items)?, path);
    }
    let items = match items? {
        Value::Rows(rows) => rows.to_array(),
        Value::Array(items) => items,
        _ => return None,
    };
    let fields = items.iter().map(|(_, item)| walk(item.clone(), path));
    let fields: Option<Vec<Value>> = fields.collect();
    Some(fields?.into_iter().collect::<Array>().into())
}

fn walk(from: Value, path: &str) -> Option<Value> {
    let mut steps = path.split('.');
    steps.try_fold(from, |value, step| value.member(&Key::of(step.as_bytes())))
}

fn lost(kind: &str, path: &str) -> Failure {
    failures::invalid(kind, &format!("Reference `{path}` cannot be resolved"))
}
