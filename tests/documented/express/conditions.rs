//! Filters, orders and selections, by the methods that build them.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::exact::json;
use super::{Obstacle, Place, Reason};

/// The operators in front of a name and their methods, the longer ones first.
const OPERATORS: &[(&str, &str)] = &[
    ("!><", "not_between"),
    ("!=%", "not_like"),
    ("><", "between"),
    (">=", "at_least"),
    ("<=", "at_most"),
    ("!=", "not_equal"),
    ("!@", "none_of"),
    ("!%", "not_contains"),
    ("=%", "like"),
    // They have no method.
    ("!%=", ""),
    ("%=", ""),
    (">", "greater"),
    ("<", "less"),
    ("=", "equal"),
    ("@", "one_of"),
    ("%", "contains"),
    ("!", "not"),
    ("?", "search"),
    ("", "is"),
];

/// The operators of REST 3.
const OPERATORS_V3: &[(&str, &str)] = &[
    ("=", "equal"),
    ("!=", "not_equal"),
    (">", "greater"),
    (">=", "at_least"),
    ("<", "less"),
    ("<=", "at_most"),
    ("in", "one_of"),
    ("between", "between"),
];

pub(super) fn filter(place: &Place<'_>, value: &Value) -> Result<String, Obstacle> {
    let members = value
        .as_object()
        .ok_or_else(|| place.obstacle(Reason::Listing, value))?;
    let mut built = "b24::Filter::new()".to_owned();
    for (key, value) in members {
        let place = place.member(key);
        let wrong = || place.obstacle(Reason::Listing, value);
        if key.bytes().all(|letter| letter.is_ascii_digit()) {
            built.push_str(&group(&place, value)?);
            continue;
        }
        if let Some(name) = key.strip_prefix("::SUBFILTER-") {
            let _ = write!(built, ".subfilter({name:?}, {})", filter(&place, value)?);
            continue;
        }
        let found = OPERATORS.iter().find(|(operator, _)| key.starts_with(operator));
        let (operator, method) = found.ok_or_else(wrong)?;
        let name = &key[operator.len()..];
        let arguments = match *method {
            "" => return Err(wrong()),
            "between" | "not_between" => pair(value).ok_or_else(wrong)?,
            "one_of" | "none_of" => list(value).ok_or_else(wrong)?,
            _ => argument(value),
        };
        let _ = write!(built, ".{method}({name:?}, {arguments})");
    }
    Ok(built)
}

/// Filters of which all hold, or one: `{"logic": "OR", "0": {...}, "1": {...}}`.
fn group(place: &Place<'_>, value: &Value) -> Result<String, Obstacle> {
    let members: &Map<String, Value> = value
        .as_object()
        .ok_or_else(|| place.obstacle(Reason::Listing, value))?;
    let method = match members.get("logic").and_then(Value::as_str) {
        Some("OR") => "any",
        Some("AND") => "all",
        _ => return Err(place.obstacle(Reason::Listing, value)),
    };
    let filters = members.iter().filter(|(key, _)| *key != "logic");
    let filters: Vec<String> = filters
        .map(|(key, value)| filter(&place.member(key), value))
        .collect::<Result<_, _>>()?;
    Ok(format!(".{method}([{}])", filters.join(", ")))
}

pub(super) fn filter_v3(place: &Place<'_>, value: &Value) -> Result<String, Obstacle> {
    let conditions = value
        .as_array()
        .ok_or_else(|| place.obstacle(Reason::Listing, value))?;
    let mut built = "b24::FilterV3::new()".to_owned();
    for (index, condition) in conditions.iter().enumerate() {
        let wrong = || place.item(index).obstacle(Reason::Listing, condition);
        let Some([Value::String(name), Value::String(operator), value]) =
            condition.as_array().map(Vec::as_slice)
        else {
            return Err(wrong());
        };
        let found = OPERATORS_V3.iter().find(|(known, _)| known == operator);
        let (_, method) = found.ok_or_else(wrong)?;
        let arguments = match *method {
            "between" => pair(value).ok_or_else(wrong)?,
            "one_of" => list(value).ok_or_else(wrong)?,
            _ => argument(value),
        };
        let _ = write!(built, ".{method}({name:?}, {arguments})");
    }
    Ok(built)
}

pub(super) fn order(place: &Place<'_>, value: &Value) -> Result<String, Obstacle> {
    let members = value
        .as_object()
        .ok_or_else(|| place.obstacle(Reason::Listing, value))?;
    let small = |direction: &Value| matches!(direction.as_str(), Some("asc" | "desc"));
    let all_small = members.values().any(small);
    let mut built = "b24::Order::new()".to_owned();
    for (name, direction) in members {
        let method = match direction.as_str() {
            Some("ASC") if !all_small => "ascending",
            Some("DESC") if !all_small => "descending",
            Some("asc") => "ascending",
            Some("desc") => "descending",
            _ => return Err(place.member(name).obstacle(Reason::Listing, direction)),
        };
        let _ = write!(built, ".{method}({name:?})");
    }
    if all_small {
        built.push_str(".small()");
    }
    Ok(built)
}

pub(super) fn select(place: &Place<'_>, value: &Value) -> Result<String, Obstacle> {
    let wrong = || place.obstacle(Reason::Listing, value);
    let names = value.as_array().ok_or_else(wrong)?.iter();
    let names: Option<Vec<String>> = names
        .map(|name| name.as_str().map(|name| format!("{name:?}")))
        .collect();
    match names.ok_or_else(wrong)? {
        names if names.is_empty() => Ok("b24::Select::default()".to_owned()),
        names => Ok(format!("[{}]", names.join(", "))),
    }
}

fn argument(value: &Value) -> String {
    match value {
        Value::String(text) => format!("{text:?}"),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        other => format!("serde_json::json!({})", json(other)),
    }
}

/// The values of a list; of different kinds, they are JSON.
fn list(value: &Value) -> Option<String> {
    let items = value.as_array().filter(|items| !items.is_empty())?;
    let items: Vec<String> = items
        .iter()
        .map(|item| format!("serde_json::json!({})", json(item)))
        .collect();
    Some(format!("[{}]", items.join(", ")))
}

fn pair(value: &Value) -> Option<String> {
    match value.as_array()?.as_slice() {
        [from, to] => Some(format!("{}, {}", argument(from), argument(to))),
        _ => None,
    }
}
