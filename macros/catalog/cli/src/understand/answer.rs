//! What a method answers: by the table of its page, and by its example.

use b24_catalog::{Choice, Kind, Shape};
use serde_json::Value;

use crate::page::Table;

use super::row::{Entry, rows};
use super::sections::{Part, Sections, tables};
use super::types::typed;

/// The name of what an answer holds.
const RESULT: &str = "result";

/// An example, without what every answer has.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shown {
    pub(super) result: Value,
    /// It says how many rows there are, or where the next page begins.
    pub(super) pages: bool,
}

/// What wraps every `result`.
const WRAPPING: &[&str] = &["time", "total", "next"];

/// Some examples show no more than what lies in `result`, beside the times or without anything.
pub(super) fn unwrapped(example: &Value) -> Option<Shown> {
    let pages = example.get("total").is_some() || example.get("next").is_some();
    if let Some(result) = example.get("result") {
        let result = result.clone();
        return Some(Shown { result, pages });
    }
    let result = match example {
        Value::Array(_) => example.clone(),
        Value::Object(object) if object.contains_key("time") => {
            let inner = object.iter().filter(|(key, _)| !WRAPPING.contains(&key.as_str()));
            inner.map(|(key, value)| (key.clone(), value.clone())).collect()
        }
        _ => return None,
    };
    Some(Shown { result, pages })
}

/// The shape of the answer; `None` where neither a table nor an example tells.
///
/// `shown`: the `result` of an example.
pub(super) fn answer(sections: &Sections<'_>, shown: Option<&Value>) -> Option<Shape> {
    let stated = stated(sections);
    let key = shown.and_then(only_key);
    let Some(shown) = shown else {
        return stated.map(|stated| Shape {
            kind: stated.kind,
            key: stated.key,
            doubtful: true,
        });
    };
    let Some(stated) = stated else {
        let inner = key.map_or(shown, |key| &shown[key]);
        return Some(Shape {
            kind: kind_of(inner),
            key: key.map(str::to_owned),
            doubtful: true,
        });
    };
    let agrees = could_be(&stated.kind, shown);
    match key {
        Some(key) if is_object(&stated.kind) || !agrees => {
            let inner = stated
                .inner
                .into_iter()
                .find(|(name, _)| name == key)
                .map(|(_, kind)| kind);
            let doubtful = !agrees || !inner.as_ref().is_some_and(|kind| could_be(kind, &shown[key]));
            let kind = inner.filter(|_| !doubtful).unwrap_or(Kind::Any);
            Some(Shape {
                kind: exact(kind, &shown[key]),
                key: Some(key.to_owned()),
                doubtful,
            })
        }
        _ => Some(Shape {
            kind: exact(stated.kind, shown),
            key: None,
            doubtful: !agrees,
        }),
    }
}

/// The kind, as exact as the example makes what the table leaves open.
fn exact(kind: Kind, shown: &Value) -> Kind {
    match kind {
        Kind::Any => kind_of(shown),
        Kind::Either(Choice::ObjectOrList)
            if shown.is_object() || shown.as_array().is_some_and(|rows| !rows.is_empty()) =>
        {
            kind_of(shown)
        }
        kind => kind,
    }
}

/// What the table says of `result`.
struct Stated {
    kind: Kind,
    /// The only member that it tells of, where no example shows more.
    key: Option<String>,
    /// What lies in it.
    inner: Vec<(String, Kind)>,
}

fn stated(sections: &Sections<'_>) -> Option<Stated> {
    let tables: Vec<&Table> = sections
        .all(Part::Answer)
        .flat_map(|(_, section)| tables(section))
        .collect();
    let entries: Vec<Entry<'_>> = tables
        .into_iter()
        .filter_map(rows)
        .flat_map(|rows| rows.entries)
        .collect();
    let named = |entry: &Entry<'_>, name: &str| entry.names.iter().any(|known| known == name);
    let place = entries.iter().position(|entry| named(entry, RESULT))?;
    let kind = |entry: &Entry<'_>| {
        let linked = entry
            .types
            .iter()
            .any(|ty| ty.target.is_some_and(|target| target.starts_with('#')));
        let words: Vec<&str> = entry.types.iter().map(|ty| ty.name).collect();
        typed(&words, linked).kind
    };
    // What a table tells of `result.item` and, behind `result`, of `item` lies in it.
    let inner = entries[place + 1..].iter().filter_map(|entry| {
        let name = entry.names.first()?;
        let name = name.strip_prefix("result.").unwrap_or(name);
        Some((name.to_owned(), kind(entry)))
    });
    Some(Stated {
        kind: kind(&entries[place]),
        key: None,
        inner: inner.collect(),
    })
}

fn is_object(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Object | Kind::Either(Choice::ObjectOrList) | Kind::Any
    )
}

/// The key of an object that has no other.
fn only_key(value: &Value) -> Option<&str> {
    let mut keys = value.as_object()?.keys();
    // A number is the id of a row, and the next answer has another.
    let key = keys
        .next()
        .filter(|key| !key.bytes().all(|letter| letter.is_ascii_digit()))?;
    keys.next().is_none().then_some(key)
}

/// Whether an example could be of the kind; answers are lenient, so this is too.
pub(super) fn could_be(kind: &Kind, value: &Value) -> bool {
    match kind {
        _ if value.is_null() => true,
        Kind::Any | Kind::File | Kind::Either(_) | Kind::Map(_) => match kind {
            Kind::Either(Choice::ObjectOrList) => value.is_object() || value.is_array(),
            _ => true,
        },
        Kind::Integer => value.is_i64() || value.is_u64() || is_numeral(value),
        Kind::Double => value.is_number() || is_numeral(value),
        Kind::Text => value.is_string() || value.is_number(),
        Kind::Boolean | Kind::YesNo | Kind::OneZero => {
            value.is_boolean()
                || matches!(value.as_str(), Some("Y" | "N" | "0" | "1"))
                || matches!(value.as_i64(), Some(0 | 1))
        }
        Kind::Date | Kind::DateTime => value.is_string(),
        // PHP writes an empty object as an empty list.
        Kind::Object => value.is_object() || value.as_array().is_some_and(Vec::is_empty),
        Kind::List(_) => value.is_array(),
    }
}

fn is_numeral(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.parse::<f64>().is_ok())
}

fn kind_of(value: &Value) -> Kind {
    match value {
        Value::Bool(_) => Kind::Boolean,
        Value::Number(number) if number.is_f64() => Kind::Double,
        Value::Number(_) => Kind::Integer,
        Value::String(_) => Kind::Text,
        Value::Object(_) => Kind::Object,
        Value::Array(items) => Kind::List(Box::new(items.first().map_or(Kind::Any, kind_of))),
        Value::Null => Kind::Any,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::page::read;

    fn of(table: &str, shown: &Value) -> (String, Option<String>, bool) {
        let text = format!(
            "# A a.b\n## Обработка ответа\n#|\n|| **Название**\n`тип` | **Описание** ||\n{table}\n|#\n"
        );
        let page = read(&text);
        let shape = answer(&Sections::of(&page), Some(shown)).unwrap();
        (shape.kind.to_string(), shape.key, shape.doubtful)
    }

    #[test]
    fn the_table_and_the_example_agree() {
        assert_eq!(
            of("|| **result**\n`boolean` | x ||", &json!(true)),
            ("boolean".to_owned(), None, false)
        );
        assert_eq!(
            of("|| **result**\n`integer` | x ||", &json!("5")),
            ("integer".to_owned(), None, false)
        );
        assert_eq!(
            of(
                "|| **result**\n`object` | x ||\n|| **item**\n`object` | x ||",
                &json!({"item": {"id": 1}})
            ),
            ("object".to_owned(), Some("item".to_owned()), false)
        );
        assert_eq!(
            of("|| **result**\n`object` | x ||", &json!({"a": 1, "b": 2})),
            ("object".to_owned(), None, false)
        );
        assert_eq!(
            of("|| **result**\n`object` | x ||", &json!({"5": {}})),
            ("object".to_owned(), None, false)
        );
    }

    #[test]
    fn they_do_not_agree() {
        assert_eq!(
            of("|| **result**\n`object` | x ||", &json!(true)),
            ("object".to_owned(), None, true)
        );
        assert_eq!(
            of("|| **result**\n`integer` | x ||", &json!({"booking": {}})),
            ("object".to_owned(), Some("booking".to_owned()), true)
        );
        assert_eq!(
            of("|| **other**\n`integer` | x ||", &json!([1])),
            ("list<integer>".to_owned(), None, true)
        );
    }

    #[test]
    fn an_example_may_lack_its_wrapping() {
        let of = |example: &Value| unwrapped(example).map(|shown| (shown.result, shown.pages));
        let rows = json!({"rows": [1]});
        assert_eq!(
            of(&json!({"result": rows, "total": 1})),
            Some((rows.clone(), true))
        );
        assert_eq!(
            of(&json!({"rows": [1], "time": {}, "next": 5})),
            Some((rows, true))
        );
        assert_eq!(of(&json!([1])), Some((json!([1]), false)));
        assert_eq!(of(&json!({"error": 1})), None);
    }

    #[test]
    fn without_an_example_the_table_stands_alone() {
        let page = read("# A a.b\n## Результат\n#|\n|| **result**\n`boolean` | x ||\n|#\n");
        let shape = answer(&Sections::of(&page), None).unwrap();
        assert_eq!((shape.kind, shape.doubtful), (Kind::Boolean, true));
        assert_eq!(answer(&Sections::of(&read("# A a.b\n")), None), None);
    }
}
