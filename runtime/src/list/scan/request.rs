//! What is asked for: the rows behind one.

use crate::batch::{Node, command_form};
use crate::error::Invalid;
use crate::list::Scan;
use crate::list::listing::{Cursor, Sort};
use crate::list::parameters::{Parameters, number, text};
use crate::list::position::{Place, Position};
use crate::method::Api;
use crate::reference::Target;
use crate::secret::Secret;

const ORDER: &str = "rows come by their id: leave it out, and say `descending` for the highest first";
const BEGIN: &str = "is set by the walk from page to page: leave it out, and say with `from` where to begin";
const SHAPE: &str = "is not a filter that a condition on the id can be added to";
const POSITION: &str = "the position is that of a walk of another kind, or in the other direction";

/// The parameters of a walk by ids.
#[derive(Debug, Clone)]
pub(super) struct Request {
    method: &'static str,
    api: Api,
    parameters: Parameters,
    cursor: Cursor,
    descending: bool,
    /// Only rows before this one.
    until: Option<u64>,
}

/// Which row comes before the page.
pub(super) enum Behind {
    Id(u64),
    /// The one that another command of the batch gives.
    Of(Target),
}

impl Request {
    pub(super) fn of<M: Scan>(method: &M) -> Result<Self, Invalid> {
        let cursor = M::CURSOR;
        let mut parameters = Parameters::of(method)?;
        parameters.must_lack("start", BEGIN)?;
        parameters.must_lack_in("pagination", &["offset", "page"], BEGIN)?;
        match cursor.sort {
            Sort::Object(order) => parameters.must_lack(order, ORDER)?,
            Sort::Pair { field, direction } => {
                parameters.must_lack(field, ORDER)?;
                parameters.must_lack(direction, ORDER)?;
            }
        }
        let condition = match (M::API, parameters.part(cursor.filter)) {
            (_, Node::Null) => None,
            (_, Node::List(conditions)) if conditions.is_empty() => None,
            (Api::V2, Node::Map(members)) => {
                let mut keys = members.iter().map(|(key, _)| key);
                keys.find(|key| is_bound(key, cursor.key)).cloned()
            }
            (Api::V3, Node::List(conditions)) => conditions
                .iter()
                .find_map(|condition| bound_v3(condition, cursor.key)),
            _ => return Err(parameters.refused(&parameters.spelled(cursor.filter), SHAPE)),
        };
        if let Some(condition) = condition {
            let path = format!("{}[{condition}]", parameters.spelled(cursor.filter));
            return Err(parameters.refused(&path, BEGIN));
        }
        if let Some(select) = cursor.select
            && let Node::List(fields) = parameters.part(select)
        {
            let selects = |field: &Node| match field {
                Node::Text(field) => field == "*" || field.eq_ignore_ascii_case(cursor.key),
                _ => false,
            };
            if !fields.is_empty() && !fields.iter().any(selects) {
                fields.push(text(cursor.key));
            }
        }
        parameters.remove_unset();
        Ok(Self {
            method: M::NAME,
            api: M::API,
            parameters,
            cursor,
            descending: false,
            until: None,
        })
    }

    pub(super) fn descend(&mut self) {
        self.descending = true;
    }

    /// The same in the other direction.
    pub(super) fn reversed(&self) -> Self {
        Self {
            descending: !self.descending,
            ..self.clone()
        }
    }

    /// From now on for the rows before this one.
    pub(super) fn stop_before(&mut self, until: u64) {
        self.until = Some(until);
    }

    /// Whether a row comes behind another.
    pub(super) fn is_behind(&self, id: u64, after: u64) -> bool {
        id != after && (id < after) == self.descending
    }

    /// How many ids there are between the row and the end, if there is one.
    pub(super) fn left(&self, behind: u64) -> Option<u64> {
        self.until.map(|until| until.abs_diff(behind).saturating_sub(1))
    }

    /// Whether a row may come at all.
    pub(super) fn asks_for(&self, id: u64) -> bool {
        self.until.is_none_or(|until| self.is_behind(until, id))
    }

    pub(super) fn secrets(&self) -> Option<&[Secret]> {
        self.parameters.secrets.as_deref()
    }

    /// The row that comes before this position.
    pub(super) fn last(&self, position: Position) -> Result<Option<u64>, Invalid> {
        match position.place {
            Place::Start if position.skip == 0 => Ok(None),
            Place::Above(id) if !self.descending => Ok(Some(id)),
            Place::Below(id) if self.descending => Ok(Some(id)),
            _ => Err(self.parameters.refused("", POSITION)),
        }
    }

    /// Behind this row.
    pub(super) fn position(&self, id: u64) -> Position {
        if self.descending {
            Place::Below(id).into()
        } else {
            Place::Above(id).into()
        }
    }

    /// Whether pages can be asked for in a batch.
    pub(super) fn fits_batch(&self) -> bool {
        self.api == Api::V2 && self.form(None).is_some()
    }

    /// A page as a command of a batch.
    pub(super) fn form(&self, behind: Option<Behind>) -> Option<String> {
        command_form(self.method, &self.page(behind, false)).ok()
    }

    /// The way to a row's id in the answer to another command.
    pub(super) fn reference(&self, command: usize, rows: Option<&str>, row: usize) -> Behind {
        let rows = rows.map(str::to_owned);
        let path = rows
            .into_iter()
            .chain([row.to_string(), self.cursor.id.to_owned()]);
        Behind::Of(Target {
            command,
            path: path.collect(),
            ..Target::default()
        })
    }

    /// The parameters of a page; `counting` lets the portal count all rows.
    pub(super) fn page(&self, behind: Option<Behind>, counting: bool) -> Node {
        let mut parameters = self.parameters.clone();
        let cursor = &self.cursor;
        let direction = text(if self.descending { "DESC" } else { "ASC" });
        match cursor.sort {
            Sort::Object(order) => {
                parameters.set(order, Node::Map(vec![(cursor.key.to_owned(), direction)]));
            }
            Sort::Pair {
                field,
                direction: name,
            } => {
                parameters.set(field, text(cursor.key));
                parameters.set(name, direction);
            }
        }
        if cursor.uncounted && !counting {
            parameters.set("start", Node::Number("-1".to_owned()));
        }
        let behind = behind.map(|behind| match behind {
            Behind::Id(id) => number(id),
            Behind::Of(target) => Node::Reference(target),
        });
        let operators = if self.descending { ["<", ">"] } else { [">", "<"] };
        let bounds = operators.into_iter().zip([behind, self.until.map(number)]);
        for (operator, id) in bounds.filter_map(|(operator, id)| Some((operator, id?))) {
            let filter = parameters.part(cursor.filter);
            if self.api == Api::V3 {
                let condition = Node::List(vec![text(cursor.key), text(operator), id]);
                match filter {
                    Node::List(conditions) => conditions.push(condition),
                    other => *other = Node::List(vec![condition]),
                }
            } else {
                let condition = (format!("{operator}{}", cursor.key), id);
                match filter {
                    Node::Map(members) => members.push(condition),
                    other => *other = Node::Map(vec![condition]),
                }
            }
        }
        parameters.into_node()
    }
}

/// Whether a key of a filter bounds the id.
fn is_bound(key: &str, id: &str) -> bool {
    let field = key.trim_start_matches(['!', '>', '<', '=']);
    field.eq_ignore_ascii_case(id) && key.contains(['>', '<'])
}

/// The condition on the id, if it bounds it.
fn bound_v3(condition: &Node, id: &str) -> Option<String> {
    let Node::List(parts) = condition else { return None };
    match parts.as_slice() {
        [Node::Text(field), Node::Text(operator), ..]
            if field == id && (operator.contains(['>', '<']) || operator == "between") =>
        {
            Some(format!("{field} {operator}"))
        }
        _ => None,
    }
}
