//! Values where nothing is converted: in a variant, or in a list of lists.

use b24_catalog::Kind;
use serde_json::Value;

use super::{Obstacle, Place, Reason, inside};
use b24_cli::declare::Type;

impl Place<'_> {
    /// A value of exactly this type.
    pub(super) fn exact(&self, ty: &Type, kind: Option<&Kind>, value: &Value) -> Result<String, Obstacle> {
        let wrong = || self.obstacle(Reason::Kind, value);
        match ty {
            Type::Signed => number(kind, value)
                .and_then(|value| signed(&value))
                .ok_or_else(wrong),
            Type::Unsigned => number(kind, value)
                .and_then(|value| unsigned(&value))
                .ok_or_else(wrong),
            Type::Id => value
                .as_u64()
                .map(|id| format!("b24::Id::new({id})"))
                .ok_or_else(wrong),
            Type::Base64 => value
                .as_str()
                .map(|content| format!("b24::Base64::from_encoded({content:?}).unwrap()"))
                .ok_or_else(wrong),
            Type::Double => value
                .as_f64()
                .map(|number| format!("{number:?}"))
                .ok_or_else(wrong),
            Type::Boolean => boolean(kind, value).map(|yes| yes.to_string()).ok_or_else(wrong),
            Type::YesNo => match value.as_str() {
                Some("Y") => Ok("b24::YesNo::Yes".to_owned()),
                Some("N") => Ok("b24::YesNo::No".to_owned()),
                _ => Err(wrong()),
            },
            Type::Text => value
                .as_str()
                .map(|text| format!("{text:?}.to_owned()"))
                .ok_or_else(wrong),
            Type::List(item) => {
                let each = |(index, value)| self.item(index).exact(item, kind.and_then(inside), value);
                let items = value.as_array().ok_or_else(wrong)?.iter().enumerate().map(each);
                let items: Vec<String> = items.collect::<Result<_, _>>()?;
                Ok(format!("vec![{}]", items.join(", ")))
            }
            Type::Map(item) => {
                let each = |(key, value): (&String, &Value)| {
                    let value = self.member(key).exact(item, kind.and_then(inside), value)?;
                    Ok(format!("({key:?}.to_owned(), {value})"))
                };
                let members = value.as_object().ok_or_else(wrong)?.iter().map(each);
                let members: Vec<String> = members.collect::<Result<_, _>>()?;
                Ok(format!("BTreeMap::from([{}])", members.join(", ")))
            }
            Type::Untyped => Ok(format!("serde_json::json!({})", json(value))),
            // Those are built, and not converted, everywhere. Dates are texts here.
            Type::Item(_) | Type::Filter | Type::FilterV3 | Type::Order | Type::Select => {
                self.value(ty, kind, value)
            }
            Type::Date(_) => Err(wrong()),
        }
    }
}

/// A number; one that is sent as a text is its digits.
fn number(kind: Option<&Kind>, value: &Value) -> Option<Value> {
    match (kind, value) {
        (Some(Kind::Text), Value::String(digits)) => {
            let number: Value = serde_json::from_str(digits).ok()?;
            let written = number.to_string();
            (written == *digits).then_some(number)
        }
        (Some(Kind::Text), _) => None,
        _ => Some(value.clone()),
    }
}

fn signed(value: &Value) -> Option<String> {
    value.as_i64().map(|number| number.to_string())
}

fn unsigned(value: &Value) -> Option<String> {
    value.as_u64().map(|number| number.to_string())
}

/// A boolean, as its kind is written.
fn boolean(kind: Option<&Kind>, value: &Value) -> Option<bool> {
    match kind {
        Some(Kind::YesNo) => match value.as_str()? {
            "Y" => Some(true),
            "N" => Some(false),
            _ => None,
        },
        Some(Kind::OneZero) => match value.as_u64()? {
            1 => Some(true),
            0 => Some(false),
            _ => None,
        },
        _ => value.as_bool(),
    }
}

/// A value inside of `json!`.
pub(super) fn json(value: &Value) -> String {
    match value {
        Value::String(text) => format!("{text:?}"),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(json).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(members) => {
            let members: Vec<String> = members
                .iter()
                .map(|(key, value)| format!("{key:?}: {}", json(value)))
                .collect();
            format!("{{{}}}", members.join(", "))
        }
        other => other.to_string(),
    }
}
