//! What a call of a list asks for: which rows, in what order, with which fields.

use super::{
    Refused,
    ids::Ids,
    shape::{CATALOG, ENTITY_TYPE, Field, Kind, Names, Shape},
};
use crate::{
    php::{self, Array, Value},
    rest::Failure,
};

/// A call, understood.
#[derive(Debug)]
pub(super) struct Query {
    pub(super) ids: Ids,
    pub(super) down: bool,
    pub(super) fields: Vec<&'static Field>,
}

impl Query {
    pub(super) fn of(shape: &'static Shape, parameters: &Array, all: &Ids) -> Result<Self, Refused> {
        let parameters = &match shape.names {
            Names::Lower => parameters.clone(),
            _ => parameters.clone().upper_cased(),
        };
        check_needs(shape, parameters)?;
        Ok(Self {
            ids: filtered(shape, parameters, all)?,
            down: is_down(shape, parameters)?,
            fields: selected(shape, parameters),
        })
    }
}

fn check_needs(shape: &Shape, parameters: &Array) -> Result<(), Refused> {
    let absent = |name: &&&str| parameters.get(name).is_none_or(Value::is_null);
    match shape.needs.iter().find(absent) {
        None => Ok(()),
        Some(&name) if name == ENTITY_TYPE => {
            let text = format!("Could not find value for parameter {{{name}}}");
            Err(Failure::wrong("100", &text).into())
        }
        Some(name) => {
            let text = format!("Required parameter `{name}` is missing");
            Err(Failure::wrong("ERROR_REQUIRED_PARAMETERS_MISSING", &text).into())
        }
    }
}

/// A parameter that must be an object, if it is given.
fn object<'a>(parameters: &'a Array, name: &str) -> Result<Option<&'a Array>, Refused> {
    match parameters.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Array(array)) => Ok(Some(array)),
        Some(Value::Text(text)) if text.is_empty() => Ok(None),
        Some(_) => {
            let text = format!("Parameter '{}' must be array.", name.to_lowercase());
            Err(Failure::wrong("", &text).into())
        }
    }
}

fn filtered(shape: &'static Shape, parameters: &Array, all: &Ids) -> Result<Ids, Refused> {
    let name = match shape.names {
        Names::Lower => "filter",
        _ => "FILTER",
    };
    let mut ids = all.clone();
    let empty = Array::new();
    let filter = object(parameters, name)?.unwrap_or(&empty);
    let mut seen = Vec::new();
    for (key, value) in filter.iter() {
        let key = key.to_lossy();
        let (operator, field) = operator_of(&key);
        let found = shape.fields.iter().find(|known| is_called(known, field));
        let Some(found) = found else {
            return Err(not_filterable(shape, field));
        };
        seen.push(found.name);
        ids = match found.kind {
            Kind::Id | Kind::TextId => by_id(&ids, operator, value).ok_or_else(|| by_id_only(&key))?,
            Kind::Fixed(json) if matches!(operator, "" | "=") => {
                if is_fixed(json, value) {
                    ids
                } else {
                    Ids::default()
                }
            }
            _ => return Err(by_id_only(&key)),
        };
    }
    if shape.fields.iter().any(|field| field.name == CATALOG) {
        check_catalog(parameters, &seen)?;
    }
    if shape.names == Names::Elements
        && let Some(id) = parameters.get("ELEMENT_ID").filter(|id| id.truthy())
    {
        ids = by_id(&ids, "=", id).unwrap_or_default();
    }
    Ok(ids)
}

const OPERATORS: [&str; 8] = [">=", "<=", "!=", "!@", ">", "<", "=", "@"];

/// `>=ID`: the operator, which may be none, and the field.
fn operator_of(key: &str) -> (&str, &str) {
    let operators = OPERATORS.into_iter().chain(["!"]);
    let found = operators.into_iter().find(|operator| key.starts_with(operator));
    key.split_at(found.map_or(0, str::len))
}

/// Those that fit; `None` for an operator that numbers do not have.
fn by_id(ids: &Ids, operator: &str, value: &Value) -> Option<Ids> {
    let number = |value: &Value| u64::try_from(value.to_int()).unwrap_or_default();
    let wanted: Vec<u64> = match value {
        Value::Array(list) => list.iter().map(|(_, value)| number(value)).collect(),
        value => vec![number(value)],
    };
    if let ("!" | "!=" | "!@", _) = (operator, &wanted) {
        let mut rest = ids.clone();
        for id in wanted {
            rest.remove(&(id..=id));
        }
        return Some(rest);
    }
    let first = wanted.first().copied().unwrap_or_default();
    Some(match operator {
        ">" => ids.between(first.saturating_add(1), u64::MAX),
        ">=" => ids.between(first, u64::MAX),
        "<" if first == 0 => Ids::default(),
        "<" => ids.between(0, first - 1),
        "<=" => ids.between(0, first),
        "" | "=" | "@" => ids.and(&wanted.into_iter().collect()),
        _ => return None,
    })
}

fn is_fixed(json: &str, value: &Value) -> bool {
    let fixed = php::parse_json(json.as_bytes()).unwrap_or(Value::Null);
    fixed.to_text() == value.to_text() || fixed == Value::Bool(true) && value.truthy()
}

/// Products are of one catalog, which must be named.
fn check_catalog(parameters: &Array, filtered: &[&str]) -> Result<(), Refused> {
    let refused = |text| Err(Failure::wrong("0", text).into());
    let select = parameters.get("select").and_then(Value::as_array);
    let selects = |name: &str| {
        let mut fields = select.into_iter().flat_map(Array::iter);
        fields.any(|(_, field)| normal(&field.to_lossy()) == normal(name))
    };
    if !selects("id") || !selects(CATALOG) {
        return refused("Required select fields: id, iblockId");
    }
    if !filtered.contains(&CATALOG) {
        return refused("Required filter fields: iblockId");
    }
    Ok(())
}

fn not_filterable(shape: &Shape, field: &str) -> Refused {
    if shape.needs.contains(&ENTITY_TYPE) {
        let text = format!("Invalid filter: field '{field}' is not allowed in filter");
        return Failure::wrong("INVALID_ARG_VALUE", &text).into();
    }
    by_id_only(field)
}

fn by_id_only(key: &str) -> Refused {
    Refused::Unknown(format!(
        "Made rows are filtered by their numbers and by what is the same in all, not by `{key}`."
    ))
}

fn is_down(shape: &Shape, parameters: &Array) -> Result<bool, Refused> {
    let order = match shape.names {
        Names::Users => {
            let text = |name| parameters.get(name).map(Value::to_lossy).unwrap_or_default();
            let (sort, order) = (text("SORT"), text("ORDER"));
            let sort = if sort.is_empty() { "ID".to_owned() } else { sort };
            Some((sort, order))
        }
        Names::Lower => first_entry(object(parameters, "order")?),
        Names::Upper => first_entry(object(parameters, "ORDER")?),
        Names::Elements => first_entry(object(parameters, "ELEMENT_ORDER")?),
    };
    match (order, shape.fields.first()) {
        (None, _) => Ok(shape.newest_first),
        (Some((field, direction)), Some(id)) if is_called(id, &field) => {
            Ok(direction.to_ascii_lowercase().starts_with("desc"))
        }
        (Some((field, _)), _) => Err(Refused::Unknown(format!(
            "Made rows are sorted by their numbers, not by `{field}`."
        ))),
    }
}

fn first_entry(order: Option<&Array>) -> Option<(String, String)> {
    let (field, direction) = order?.iter().next()?;
    Some((field.to_lossy(), direction.to_lossy()))
}

/// The fields to come back; unknown ones are passed over.
fn selected(shape: &'static Shape, parameters: &Array) -> Vec<&'static Field> {
    let name = match shape.names {
        Names::Lower => "select",
        _ => "SELECT",
    };
    let select: Vec<String> = match parameters.get(name) {
        Some(Value::Array(select)) => select.iter().map(|(_, field)| field.to_lossy()).collect(),
        Some(Value::Text(field)) if !field.is_empty() => {
            vec![String::from_utf8_lossy(field).into_owned()]
        }
        _ => Vec::new(),
    };
    if select.is_empty() || select.iter().any(|field| field == "*") {
        return shape.fields.iter().collect();
    }
    let fields = shape.fields.iter().enumerate();
    let wanted = fields.filter(|(place, field)| {
        *place == 0 && shape.always_id || select.iter().any(|name| is_called(field, name))
    });
    wanted.map(|(_, field)| field).collect()
}

/// Whether a field is meant: `CREATED_DATE` is `createdDate`.
fn is_called(field: &Field, name: &str) -> bool {
    normal(field.name) == normal(name)
}

fn normal(name: &str) -> String {
    name.replace('_', "").to_ascii_lowercase()
}
