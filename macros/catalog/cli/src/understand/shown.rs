//! Kinds, as examples show them.

use b24_catalog::{Aspect, Certainty, Choice, Kind, Parameter};
use serde_json::Value;

use super::describe::doubt;

/// Makes a kind that is doubted, or wide, what the examples show. No declaration is refused for it: what
/// one page shows of a value is seldom all that it may be.
/// `doubted`: whether the kind was so before the examples.
pub(super) fn settle(parameter: &mut Parameter, shown: &[&Value], doubted: bool) {
    let Some(kind) = join(shown) else { return };
    // What is documented as anything stays so; what has no type at all does not.
    if parameter.kind == Kind::Any && parameter.certainty(Aspect::Kind) == Certainty::Sure {
        return;
    }
    if is_wide(&parameter.kind) {
        if fits_wide(&parameter.kind, &kind) {
            become_kind(parameter, kind, Certainty::Likely);
        }
        return;
    }
    if shown.iter().any(|value| is_of_kind(&parameter.kind, value)) {
        return;
    }
    match (&parameter.kind, &kind) {
        // An id is answered as a text, and sent as a number.
        (Kind::Text, Kind::Integer) if doubted => become_kind(parameter, kind, Certainty::Likely),
        // Portals take digits as a text for a number, and a number for a text.
        (Kind::Integer, Kind::Text) if shown.iter().all(|value| is_numeral(value)) => {
            become_kind(
                parameter,
                Kind::Either(Choice::IntegerOrText),
                Certainty::Doubtful,
            );
        }
        (Kind::Text, Kind::Integer) => {
            become_kind(
                parameter,
                Kind::Either(Choice::IntegerOrText),
                Certainty::Doubtful,
            );
        }
        (Kind::File, Kind::List(item)) if matches!(**item, Kind::List(_) | Kind::Object) => {
            become_kind(parameter, Kind::List(Box::new(Kind::File)), Certainty::Likely);
        }
        (Kind::Date, Kind::Text) => {
            become_kind(
                parameter,
                Kind::Either(Choice::DateOrDateTime),
                Certainty::Doubtful,
            );
        }
        // How a boolean is written is another question.
        (Kind::Boolean | Kind::YesNo | Kind::OneZero | Kind::DateTime | Kind::File, _)
        | (Kind::Double, Kind::Text) => {}
        _ => become_kind(parameter, kind, Certainty::Doubtful),
    }
}

/// Whether a kind says little: nothing at all, or no more than that a value has others in it.
fn is_wide(kind: &Kind) -> bool {
    match kind {
        Kind::Any | Kind::Either(Choice::ObjectOrList | Choice::ListOrText | Choice::ObjectOrText) => true,
        Kind::List(item) => is_wide(item),
        _ => false,
    }
}

fn fits_wide(wide: &Kind, kind: &Kind) -> bool {
    let is_list = matches!(kind, Kind::List(item) if **item != Kind::Any);
    let is_object = matches!(kind, Kind::Object | Kind::Map(_));
    match wide {
        Kind::Any => true,
        Kind::Either(Choice::ObjectOrList) => is_list || is_object,
        Kind::List(_) => is_list,
        // Another choice stays one: of two ways to write it, the examples show one.
        _ => false,
    }
}

fn become_kind(parameter: &mut Parameter, kind: Kind, certainty: Certainty) {
    parameter.kind = kind;
    parameter.doubts.retain(|(aspect, _)| *aspect != Aspect::Kind);
    doubt(parameter, Aspect::Kind, certainty);
}

/// The kind of all values; `None` where they have none in common.
fn join(values: &[&Value]) -> Option<Kind> {
    let mut kinds = values
        .iter()
        .filter(|value| !is_left_open(value))
        .map(|value| kind_of(value));
    let first = kinds.next()??;
    kinds.try_fold(first, |one, other| either(one, other?))
}

fn kind_of(value: &Value) -> Option<Kind> {
    Some(match value {
        Value::Null => return None,
        Value::Bool(_) => Kind::Boolean,
        Value::Number(number) if number.is_f64() => Kind::Double,
        Value::Number(_) => Kind::Integer,
        Value::String(_) => Kind::Text,
        Value::Array(items) if items.is_empty() => Kind::List(Box::new(Kind::Any)),
        Value::Array(items) => Kind::List(Box::new(
            join(&items.iter().collect::<Vec<_>>()).unwrap_or(Kind::Any),
        )),
        Value::Object(object) if is_numbered(object) => Kind::Map(Box::new(
            join(&object.values().collect::<Vec<_>>()).unwrap_or(Kind::Any),
        )),
        Value::Object(_) => Kind::Object,
    })
}

fn either(one: Kind, other: Kind) -> Option<Kind> {
    match (one, other) {
        (one, other) if one == other => Some(one),
        (Kind::Integer, Kind::Double) | (Kind::Double, Kind::Integer) => Some(Kind::Double),
        (Kind::List(one), Kind::List(other)) => {
            let item = match (*one, *other) {
                (Kind::Any, item) | (item, Kind::Any) => item,
                (one, other) => either(one, other).unwrap_or(Kind::Any),
            };
            Some(Kind::List(Box::new(item)))
        }
        (Kind::List(_), Kind::Object | Kind::Map(_)) | (Kind::Object | Kind::Map(_), Kind::List(_)) => {
            Some(Kind::Either(Choice::ObjectOrList))
        }
        (Kind::Object, Kind::Map(_)) | (Kind::Map(_), Kind::Object) => Some(Kind::Object),
        (one, other) => Kind::either(&one, &other),
    }
}

/// What stands for a value that a user has to fill in.
pub(super) fn is_placeholder(text: &str) -> bool {
    ["**", "...", "put_", "your_", "_here", "ваш_"]
        .iter()
        .any(|part| text.contains(part))
        || text.starts_with(['$', '<', '#'])
}

/// Whether a value says nothing of its kind.
fn is_left_open(value: &Value) -> bool {
    value.is_null() || value.as_str().is_some_and(is_placeholder)
}

fn is_numeral(value: &Value) -> bool {
    is_left_open(value)
        || value
            .as_str()
            .is_some_and(|text| text.is_empty() || text.parse::<i64>().is_ok())
}

/// `2024-02-13T15:05:49`
fn has_time(text: &str) -> bool {
    text.split_once(['T', ' '])
        .is_some_and(|(_, time)| time.contains(':'))
}

/// Whether the keys are numbers: ids or places.
pub(super) fn is_numbered(object: &serde_json::Map<String, Value>) -> bool {
    !object.is_empty() && object.keys().all(|key| key.parse::<u64>().is_ok())
}

/// Whether an example is of a kind.
pub(super) fn is_of_kind(kind: &Kind, value: &Value) -> bool {
    if is_left_open(value) {
        return true;
    }
    match kind {
        Kind::Any => true,
        Kind::Integer => value.is_i64() || value.is_u64(),
        Kind::Double => value.is_number(),
        Kind::Text | Kind::DateTime => value.is_string(),
        Kind::Date => value.as_str().is_some_and(|text| !has_time(text)),
        Kind::Boolean => value.is_boolean(),
        Kind::YesNo => matches!(value.as_str(), Some("Y" | "N")),
        Kind::OneZero => matches!(value.as_u64(), Some(0 | 1)),
        // A content, with or without its name, or under a key.
        Kind::File => match value {
            Value::Array(parts) => parts.iter().all(Value::is_string),
            value => value.is_string() || value.is_object(),
        },
        // PHP takes an empty list for an empty object.
        Kind::Object => value.is_object() || value.as_array().is_some_and(Vec::is_empty),
        Kind::Map(inner) => value
            .as_object()
            .is_some_and(|object| object.values().all(|value| is_of_kind(inner, value))),
        Kind::List(item) => value
            .as_array()
            .is_some_and(|items| items.iter().all(|value| is_of_kind(item, value))),
        Kind::Either(choice) => is_of_choice(*choice, value),
    }
}

fn is_of_choice(choice: Choice, value: &Value) -> bool {
    let words = choice.to_string();
    let kinds = words.split('|').filter_map(Kind::read);
    kinds.into_iter().any(|kind| is_of_kind(&kind, value))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// What a sure kind becomes by examples, and how sure it is then.
    fn of(kind: &str, shown: &[Value]) -> (String, Certainty) {
        let mut parameter = Parameter::new("x", Kind::read(kind.trim_end_matches('?')).unwrap());
        if kind.ends_with('?') {
            doubt(&mut parameter, Aspect::Kind, Certainty::Doubtful);
        }
        settle(
            &mut parameter,
            &shown.iter().collect::<Vec<_>>(),
            kind.ends_with('?'),
        );
        (parameter.kind.to_string(), parameter.certainty(Aspect::Kind))
    }

    #[test]
    fn a_wide_kind_becomes_what_is_shown() {
        for (kind, shown, settled) in [
            ("any?", vec![json!(5)], "integer"),
            ("text?", vec![json!(5)], "integer"),
            ("any?", vec![json!("a"), json!("...")], "text"),
            (
                "object|list<any>",
                vec![json!([1, 2]), json!([])],
                "list<integer>",
            ),
            ("object|list<any>", vec![json!([["a", "b"]])], "list<list<text>>"),
            ("object|list<any>", vec![json!([{"a": 1}])], "list<object>"),
            ("object|list<any>", vec![json!({"a": 1})], "object"),
            ("object|list<any>", vec![json!({"0": {"a": 1}})], "map<object>"),
            ("list<any>", vec![json!(["a"])], "list<text>"),
        ] {
            assert_eq!(
                of(kind, &shown),
                (settled.to_owned(), Certainty::Likely),
                "{shown:?}"
            );
        }
    }

    #[test]
    fn a_contradicted_kind_is_doubted() {
        for (kind, shown, settled) in [
            ("object", vec![json!([{"a": 1}])], "list<object>"),
            ("integer", vec![json!("5")], "integer|text"),
            ("integer", vec![json!("a")], "text"),
            ("text", vec![json!(5)], "integer|text"),
            ("text", vec![json!({"a": 1})], "object"),
            ("date", vec![json!("2024-02-13T15:05:49")], "date|date_time"),
        ] {
            assert_eq!(
                of(kind, &shown),
                (settled.to_owned(), Certainty::Doubtful),
                "{shown:?}"
            );
        }
    }

    #[test]
    fn what_agrees_stays() {
        for (kind, shown) in [
            ("integer", vec![json!(5), json!("5")]),
            ("object|list<any>", vec![json!([])]),
            ("object|list<any>", vec![json!([1]), json!({"a": 1})]),
            ("object|text", vec![json!("a")]),
            ("boolean", vec![json!("Y")]),
            ("date", vec![json!("2024-02-13")]),
            ("file", vec![json!(["a.txt", "QQ=="])]),
            ("any", vec![json!(5)]),
        ] {
            assert_eq!(of(kind, &shown), (kind.to_owned(), Certainty::Sure), "{shown:?}");
        }
    }

    #[test]
    fn files_may_be_several() {
        let shown = [json!([["a.txt", "QQ=="]])];
        assert_eq!(of("file", &shown), ("list<file>".to_owned(), Certainty::Likely));
    }
}
