//! The parameters of lists but `filter`: `select`, `order`, `pagination`.

use super::{Failure, failures};
use crate::php::{Array, Key, Value};

/// Rows of a page where nothing is said; of tasks no page has more.
const MOST: usize = 50;

/// What a related object can be asked for; the portal has one person.
const RELATED: [(&str, &str); 3] = [("id", "1"), ("name", "Ada"), ("email", "admin@sandbox.example")];

/// Which fields are to come back.
pub(super) struct Select {
    fields: Vec<String>,
    all: bool,
}

impl Select {
    pub(super) fn of(parameters: &Array) -> Result<Self, Failure> {
        let mut fields = Vec::new();
        match parameters.get("select") {
            None | Some(Value::Null) => {}
            Some(Value::Array(select)) if select.is_list() => {
                for (_, field) in select.iter() {
                    let Value::Text(_) = field else {
                        return Err(failures::unreadable("SELECT"));
                    };
                    fields.push(field.to_lossy());
                }
            }
            Some(_) => return Err(failures::unreadable("SELECT")),
        }
        // An unknown field of the object itself is left out; one of a related object is an error.
        for field in &fields {
            if let Some((_, field)) = field.split_once('.')
                && !RELATED.iter().any(|(known, _)| *known == field)
            {
                return Err(failures::unknown_property(field, "UserDto"));
            }
        }
        Ok(Self { fields, all: false })
    }

    /// Every field, where no field of the object itself is named.
    pub(super) fn or_all(mut self) -> Self {
        self.all = self.fields.iter().all(|field| field.contains('.'));
        self
    }

    /// The number alone, where nothing is named.
    pub(super) fn or_id(mut self) -> Self {
        if self.fields.is_empty() {
            self.fields.push("id".to_owned());
        }
        self
    }

    /// The names of the fields.
    pub(super) fn names(&self) -> &[String] {
        &self.fields
    }

    pub(super) fn of_task(&self, task: &Array) -> Array {
        let mut selected = if self.all { task.clone() } else { Array::new() };
        for field in &self.fields {
            let Some((relation, name)) = field.split_once('.') else {
                if let Some(value) = task.get(field) {
                    selected.set(field, value.clone());
                }
                continue;
            };
            if let Some((_, value)) = RELATED.iter().find(|(known, _)| *known == name) {
                let related = selected.slot(Key::of(relation.as_bytes()));
                let mut object = related.as_array().cloned().unwrap_or_else(Array::new);
                object.set(name, *value);
                *related = object.into();
            }
        }
        selected
    }
}

/// By `id`, up or down.
pub(super) struct Order {
    down: bool,
}

impl Order {
    pub(super) fn of(parameters: &Array) -> Result<Self, Failure> {
        let unreadable = || failures::unreadable("ORDER");
        let order = match parameters.get("order") {
            None | Some(Value::Null) => return Ok(Self { down: false }),
            Some(order) => order.as_array().ok_or_else(unreadable)?,
        };
        let mut down = false;
        for (field, direction) in order.iter() {
            if field.to_lossy() != "id" {
                return Err(unreadable());
            }
            down = match direction.to_lossy().to_uppercase().as_str() {
                "ASC" => false,
                "DESC" => true,
                _ => return Err(unreadable()),
            };
        }
        Ok(Self { down })
    }

    pub(super) fn is_down(&self) -> bool {
        self.down
    }

    pub(super) fn apply(&self, ids: &mut [i64]) {
        if self.down {
            ids.reverse();
        }
    }
}

/// A part of the rows; `offset` wins over `page`, which counts from 1.
pub(super) struct Page {
    start: usize,
    limit: usize,
}

impl Page {
    pub(super) fn of(parameters: &Array) -> Result<Self, Failure> {
        Self::at_most(parameters, MOST)
    }

    /// With so many rows, whatever is asked for.
    pub(super) fn at_most(parameters: &Array, most: usize) -> Result<Self, Failure> {
        let unreadable = || failures::unreadable("PAGINATION");
        let empty = Array::new();
        let pagination = match parameters.get("pagination") {
            None | Some(Value::Null) => &empty,
            Some(pagination) => pagination.as_array().ok_or_else(unreadable)?,
        };
        let number = |name| match pagination.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Int(number)) => usize::try_from(*number).map(Some).map_err(|_| unreadable()),
            Some(_) => Err(unreadable()),
        };
        let limit = number("limit")?.unwrap_or(MOST).min(most);
        let page = number("page")?.unwrap_or(1).saturating_sub(1);
        let start = number("offset")?.unwrap_or(page.saturating_mul(limit));
        Ok(Self { start, limit })
    }

    pub(super) fn start(&self) -> u64 {
        u64::try_from(self.start).unwrap_or(u64::MAX)
    }

    pub(super) fn limit(&self) -> u64 {
        u64::try_from(self.limit).unwrap_or(u64::MAX)
    }

    pub(super) fn of_rows<'a>(&self, ids: &'a [i64]) -> &'a [i64] {
        let rest = ids.get(self.start..).unwrap_or_default();
        &rest[..rest.len().min(self.limit)]
    }
}
