//! Lists of any length, whose rows are made when somebody asks for them.
//!
//! `shape` says what rows each method has, `ids` which there are, `query` and `page` which of them
//! a call gets, `row` writes them.

mod ids;
mod page;
mod query;
mod row;
mod shape;
mod table;

pub use ids::Ids;
pub(crate) use table::Table;

use std::{collections::BTreeMap, time::Duration};

use crate::{
    php::{Array, Value},
    reply::Reply,
    rest::Failure,
};
use shape::{EVENTS, OTHER, SHAPES, TASKS_3};

/// REST 3's event log, and its other name.
const EVENT_LOG: &str = "main.eventlog.list";
const EVENT_TAIL: &str = "main.eventlog.tail";
const TASKS: &str = "tasks.task.list";

/// A page, and how long it took.
#[derive(Debug)]
pub(crate) struct Listed {
    pub(crate) rows: Value,
    pub(crate) next: Option<u64>,
    pub(crate) total: Option<u64>,
    pub(crate) cost: Duration,
}

/// Why there is no page.
#[derive(Debug)]
pub(crate) enum Refused {
    Failure(Failure),
    /// A real portal could do it.
    Unknown(String),
}

impl From<Failure> for Refused {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl Refused {
    /// What the sandbox says for itself, or the portal's failure.
    pub(crate) fn reply(self) -> Result<Reply, Failure> {
        match self {
            Self::Failure(failure) => Err(failure),
            Self::Unknown(text) => Ok(Reply::plain(501, &text)),
        }
    }
}

/// The lists that have been filled, by their methods.
#[derive(Debug, Default)]
pub(crate) struct Lists(BTreeMap<String, Table>);

impl Lists {
    /// From now on the method answers with these rows.
    pub(crate) fn fill(&mut self, method: &str, ids: Ids) -> String {
        let name = method.to_lowercase();
        let shape = SHAPES.iter().find(|shape| shape.method == name);
        let fields_3 = match name.as_str() {
            TASKS => Some(TASKS_3),
            EVENT_LOG => Some(EVENTS),
            _ => None,
        };
        let table = Table::new(shape.unwrap_or(&OTHER), fields_3, ids);
        let name = if has_shape(&name) { name } else { method.to_owned() };
        self.0.insert(name.clone(), table);
        name
    }

    pub(crate) fn get(&mut self, name: &str) -> Option<&mut Table> {
        self.0.get_mut(name)
    }

    /// Whether the old version has this list.
    pub(crate) fn knows(&self, name: &str) -> bool {
        name != EVENT_LOG && self.0.contains_key(name)
    }

    /// Whether REST 3 has it.
    pub(crate) fn knows_3(&self, name: &str) -> bool {
        let table = self.0.get(listed_as(name));
        table.is_some_and(|table| table.fields_3.is_some())
    }

    /// Answers a call of the old version, if it is one of a list.
    pub(crate) fn call(
        &mut self,
        name: &str,
        parameters: &Array,
        start: i64,
    ) -> Option<Result<Listed, Refused>> {
        self.0.get_mut(name).map(|table| table.page(parameters, start))
    }

    /// Answers a call of REST 3, if it is one of a list: with the rows that are chosen.
    pub(crate) fn call_3(
        &mut self,
        name: &str,
        fields: &[String],
        choose: impl FnOnce(&Ids) -> Vec<u64>,
    ) -> Option<Listed> {
        let table = self.0.get_mut(listed_as(name))?;
        table.page_3(fields, choose)
    }
}

/// Whether the sandbox knows what the method's rows look like.
pub(crate) fn has_shape(name: &str) -> bool {
    name == EVENT_LOG || SHAPES.iter().any(|shape| shape.method == name)
}

/// The list that a method of REST 3 reads.
fn listed_as(name: &str) -> &str {
    if name == EVENT_TAIL { EVENT_LOG } else { name }
}
