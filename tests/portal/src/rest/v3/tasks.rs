//! `tasks.task.*`.

use super::{
    Failure, Run, failures,
    filter::Filter,
    input::{required_int, required_object},
    list,
};
use crate::{
    methods::Call,
    php::{Array, Value},
    rest::iso_date,
};

/// A task, as made with `tasks.task.add` of REST 3.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Task {
    /// The task's number.
    pub id: i64,
    /// `title`
    pub title: String,
    /// `description`
    pub description: String,
    /// Who set it: `creatorId`.
    pub creator: i64,
    /// Who is to do it: `responsibleId`.
    pub responsible: i64,
}

impl Task {
    pub(crate) fn of(task: &Array) -> Self {
        let text = |name| task.get(name).map(Value::to_lossy).unwrap_or_default();
        let number = |name| task.get(name).map(Value::to_int).unwrap_or_default();
        Self {
            id: number("id"),
            title: text("title"),
            description: text("description"),
            creator: number("creatorId"),
            responsible: number("responsibleId"),
        }
    }
}

pub(super) const METHODS: [(&str, Run); 5] = [
    ("tasks.task.add", add),
    ("tasks.task.delete", delete),
    ("tasks.task.get", get),
    ("tasks.task.list", all),
    ("tasks.task.update", update),
];

/// The first task's number.
const FIRST: i64 = 3835;

/// What a caller may set. A real task has many more fields.
const FIELDS: [(&str, Kind); 9] = [
    ("title", Kind::Text),
    ("description", Kind::Text),
    ("creatorId", Kind::Int),
    ("responsibleId", Kind::Int),
    ("deadline", Kind::DateTime),
    ("priority", Kind::Text),
    ("parentId", Kind::Int),
    ("groupId", Kind::Int),
    ("crmItemIds", Kind::List),
];

const REQUIRED: [&str; 3] = ["title", "creatorId", "responsibleId"];

#[derive(Clone, Copy)]
enum Kind {
    Text,
    Int,
    DateTime,
    List,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Int => "int",
            Self::DateTime => "DateTime",
            Self::List => "array",
        }
    }

    fn fits(self, value: &Value) -> bool {
        match (self, value) {
            (Self::Text, Value::Text(_))
            | (Self::Int, Value::Int(_) | Value::Null)
            | (Self::DateTime | Self::List, Value::Null) => true,
            // `2025-12-31T23:59:59+02:00`, or at least its date.
            (Self::DateTime, Value::Text(text)) => {
                text.len() >= 10 && text[..4].iter().all(u8::is_ascii_digit) && text[4] == b'-'
            }
            (Self::List, Value::Array(array)) => array.is_list(),
            _ => false,
        }
    }
}

fn add(call: &mut Call<'_>) -> Result<Value, Failure> {
    let fields = required_object(&call.parameters, "fields")?;
    let missing = REQUIRED
        .into_iter()
        .find(|name| fields.get(name).is_none_or(Value::is_null));
    if let Some(name) = missing {
        return Err(failures::missing(name));
    }
    check(fields)?;
    let world = &mut *call.world;
    let id = world.tasks.keys().next_back().map_or(FIRST, |last| last + 1);
    let mut task = Array::from([
        ("id", id.into()),
        ("title", "".into()),
        ("description", "".into()),
        ("creatorId", Value::Null),
        ("responsibleId", Value::Null),
        ("deadline", Value::Null),
        ("priority", "average".into()),
        ("status", "pending".into()),
        ("parentId", Value::Null),
        ("groupId", Value::Null),
        ("crmItemIds", Array::new().into()),
        ("changed", iso_date(call.timing.unix()).into()),
    ]);
    task.overlay(fields.clone());
    world.tasks.insert(id, task.clone());
    Ok(Array::from([("item", task.into())]).into())
}

fn get(call: &mut Call<'_>) -> Result<Value, Failure> {
    let id = required_int(&call.parameters, "id")?;
    let select = list::Select::of(&call.parameters)?;
    let task = call.world.tasks.get(&id);
    let task = task.ok_or_else(|| failures::entity_not_found(id))?;
    Ok(Array::from([("item", select.or_all().of_task(task).into())]).into())
}

fn update(call: &mut Call<'_>) -> Result<Value, Failure> {
    let id = required_int(&call.parameters, "id")?;
    let fields = required_object(&call.parameters, "fields")?;
    if fields.get("creatorId").is_some() {
        return Err(failures::lacks_attribute("creatorId", "Editable"));
    }
    check(fields)?;
    let changed = iso_date(call.timing.unix());
    let task = call.world.tasks.get_mut(&id);
    let task = task.ok_or_else(failures::forbidden)?;
    task.overlay(fields.clone());
    task.set("changed", changed);
    Ok(done())
}

fn delete(call: &mut Call<'_>) -> Result<Value, Failure> {
    let id = required_int(&call.parameters, "id")?;
    call.world.tasks.remove(&id).ok_or_else(failures::forbidden)?;
    Ok(done())
}

fn all(call: &mut Call<'_>) -> Result<Value, Failure> {
    let select = list::Select::of(&call.parameters)?.or_id();
    let filter = Filter::of(&call.parameters)?;
    let order = list::Order::of(&call.parameters)?;
    let page = list::Page::of(&call.parameters)?;
    let mut ids: Vec<i64> = call.world.tasks.keys().copied().collect();
    ids.retain(|id| filter.admits(*id));
    order.apply(&mut ids);
    let items = page.of_rows(&ids).iter().filter_map(|id| {
        let task = call.world.tasks.get(id)?;
        Some(Value::from(select.of_task(task)))
    });
    Ok(Array::from([("items", items.collect::<Array>().into())]).into())
}

fn done() -> Value {
    Array::from([("result", true.into())]).into()
}

/// Every field is one of a task's, and of its type.
fn check(fields: &Array) -> Result<(), Failure> {
    for (key, value) in fields.iter() {
        let name = key.to_lossy();
        let field = FIELDS.into_iter().find(|(known, _)| *known == name);
        let Some((_, kind)) = field else {
            return Err(failures::unknown_property(&name, "TaskDto"));
        };
        if !kind.fits(value) {
            return Err(failures::mistyped(&name, kind.name()));
        }
    }
    Ok(())
}
