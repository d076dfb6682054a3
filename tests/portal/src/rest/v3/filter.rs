//! The `filter` of lists: conditions joined by "and", and groups of them joined by "or".

use super::{Failure, failures};
use crate::{
    lists::Ids,
    php::{Array, Value},
};

/// Conditions on `id`, the one field that tasks can be filtered by.
pub(super) struct Filter(Group);

struct Group {
    conditions: Vec<Condition>,
    any: bool,
    negative: bool,
}

enum Condition {
    Id(Operator, Vec<i64>),
    Group(Group),
}

#[derive(Clone, Copy)]
enum Operator {
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    In,
    Between,
}

const OPERATORS: [(&str, Operator); 8] = [
    ("=", Operator::Equal),
    ("!=", Operator::NotEqual),
    (">", Operator::Greater),
    (">=", Operator::GreaterOrEqual),
    ("<", Operator::Less),
    ("<=", Operator::LessOrEqual),
    ("in", Operator::In),
    ("between", Operator::Between),
];

impl Filter {
    pub(super) fn of(parameters: &Array) -> Result<Self, Failure> {
        let conditions = match parameters.get("filter") {
            None | Some(Value::Null) => Vec::new(),
            Some(filter) => conditions(filter)?,
        };
        Ok(Self(Group {
            conditions,
            any: false,
            negative: false,
        }))
    }

    pub(super) fn admits(&self, id: i64) -> bool {
        self.0.admits(id)
    }

    /// Those that it admits. Bounds are cut off at once; only what is left is looked at row by row,
    /// and only where there are conditions of other kinds.
    pub(super) fn of_ids(&self, ids: &Ids) -> Ids {
        let mut within = ids.clone();
        let mut all_bounds = true;
        for condition in &self.0.conditions {
            match condition.bounds() {
                Some((from, to)) => within = within.between(from, to),
                None => all_bounds = false,
            }
        }
        if all_bounds {
            return within;
        }
        let admitted = within.iter().filter(|id| {
            let id = i64::try_from(*id);
            id.is_ok_and(|id| self.admits(id))
        });
        admitted.collect()
    }

    /// Whether a condition of the outermost level is about this field.
    pub(super) fn names(parameters: &Array, field: &str) -> bool {
        let conditions = parameters.get("filter").and_then(Value::as_array);
        let mut conditions = conditions.into_iter().flat_map(Array::iter);
        conditions.any(|(_, condition)| {
            let first = condition.as_array().and_then(|condition| condition.get("0"));
            first.is_some_and(|name| name.to_lossy() == field)
        })
    }
}

impl Condition {
    /// The lowest and the highest number that it admits, where it admits all between them.
    fn bounds(&self) -> Option<(u64, u64)> {
        let Self::Id(operator, values) = self else {
            return None;
        };
        let number = |value: i64| u64::try_from(value).unwrap_or_default();
        let first = *values.first()?;
        Some(match operator {
            Operator::Greater => (number(first.saturating_add(1)), u64::MAX),
            Operator::GreaterOrEqual => (number(first), u64::MAX),
            // No row has the number 0.
            Operator::Less => (0, number(first.saturating_sub(1))),
            Operator::LessOrEqual => (0, number(first)),
            Operator::Equal => (number(first), number(first)),
            Operator::Between => (number(first), number(*values.last()?)),
            Operator::NotEqual | Operator::In => return None,
        })
    }
}

fn conditions(list: &Value) -> Result<Vec<Condition>, Failure> {
    let list = list.as_array().filter(|list| list.is_list());
    let list = list.ok_or_else(|| failures::unreadable("FILTER"))?;
    list.iter()
        .map(|(_, condition)| condition_of(condition))
        .collect()
}

fn condition_of(condition: &Value) -> Result<Condition, Failure> {
    let unreadable = || failures::unreadable("FILTER");
    let condition = condition.as_array().ok_or_else(unreadable)?;
    if let Some(inner) = condition.get("conditions") {
        let logic = condition.get("logic").map(Value::to_lossy);
        return Ok(Condition::Group(Group {
            conditions: conditions(inner)?,
            any: logic.is_some_and(|logic| logic == "or"),
            negative: condition.get("negative").is_some_and(Value::truthy),
        }));
    }
    let parts: Vec<&Value> = condition.iter().map(|(_, part)| part).collect();
    let (field, operator, value) = match parts[..] {
        [field, value @ Value::Array(_)] => (field, "in".to_owned(), value),
        [field, value] => (field, "=".to_owned(), value),
        [field, operator, value] => (field, operator.to_lossy(), value),
        _ => return Err(unreadable()),
    };
    let field = field.to_lossy();
    if field != "id" {
        return Err(failures::lacks_attribute(&field, "Filterable"));
    }
    let known = OPERATORS.into_iter().find(|(known, _)| *known == operator);
    let (_, known) = known.ok_or_else(|| failures::unknown_operator(&operator))?;
    let numbers = match value {
        Value::Int(number) => Some(vec![*number]),
        Value::Array(list) => list
            .iter()
            .map(|(_, item)| match item {
                Value::Int(number) => Some(*number),
                _ => None,
            })
            .collect(),
        _ => None,
    };
    let numbers = numbers.filter(|numbers| known.takes(numbers.len()));
    let numbers = numbers.ok_or_else(|| failures::mistyped(&field, "int"))?;
    Ok(Condition::Id(known, numbers))
}

impl Operator {
    fn takes(self, values: usize) -> bool {
        match self {
            Self::In => true,
            Self::Between => values == 2,
            _ => values == 1,
        }
    }

    fn admits(self, id: i64, values: &[i64]) -> bool {
        match (self, values) {
            (Self::In, values) => values.contains(&id),
            (Self::Between, [from, to]) => (from..=to).contains(&&id),
            (Self::Equal, [value]) => id == *value,
            (Self::NotEqual, [value]) => id != *value,
            (Self::Greater, [value]) => id > *value,
            (Self::GreaterOrEqual, [value]) => id >= *value,
            (Self::Less, [value]) => id < *value,
            (Self::LessOrEqual, [value]) => id <= *value,
            _ => false,
        }
    }
}

impl Group {
    fn admits(&self, id: i64) -> bool {
        let mut each = self.conditions.iter().map(|condition| match condition {
            Condition::Id(operator, values) => operator.admits(id, values),
            Condition::Group(group) => group.admits(id),
        });
        let admits = if self.any {
            each.any(|admits| admits)
        } else {
            each.all(|admits| admits)
        };
        admits != self.negative
    }
}
