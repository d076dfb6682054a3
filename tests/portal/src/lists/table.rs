//! The rows of one list, and how they change while it is read.

use std::{fmt, ops::RangeInclusive, time::Duration};

use super::{
    Ids, Listed, Refused,
    page::{self, Page},
    query::Query,
    row,
    shape::{Field, Shape},
};
use crate::php::{Array, Rows};

/// One list.
#[derive(Debug)]
pub(crate) struct Table {
    shape: &'static Shape,
    /// How the rows look in REST 3, if they are there.
    pub(super) fields_3: Option<&'static [Field]>,
    first: Ids,
    ids: Ids,
    /// The number of the next row that is made.
    next: u64,
    calls: u64,
    pub(crate) cost_per_row: Duration,
    rules: Vec<Rule>,
}

/// What happens to the rows after a call.
struct Rule {
    /// The call after which it happens next.
    at: u64,
    /// After how many calls it happens again; never, where nothing is said.
    again: Option<u64>,
    change: Box<dyn FnMut(&mut Table) + Send>,
}

impl fmt::Debug for Rule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Rule")
            .field("at", &self.at)
            .field("again", &self.again)
            .finish_non_exhaustive()
    }
}

impl Table {
    pub(super) fn new(shape: &'static Shape, fields_3: Option<&'static [Field]>, ids: Ids) -> Self {
        Self {
            shape,
            fields_3,
            next: ids.last().map_or(1, |last| last + 1),
            first: ids.clone(),
            ids,
            calls: 0,
            cost_per_row: Duration::ZERO,
            rules: Vec::new(),
        }
    }

    pub(crate) fn ids(&self) -> &Ids {
        &self.ids
    }

    /// Those that were there at the start, and have been ever since: a number is given once.
    pub(crate) fn lasting(&self) -> Ids {
        self.first.and(&self.ids)
    }

    pub(crate) fn calls(&self) -> u64 {
        self.calls
    }

    /// The whole row as text, of the version that the list has.
    pub(crate) fn row(&self, id: u64) -> Option<String> {
        let fields = match (self.shape.method, self.fields_3) {
            ("", Some(fields)) => fields,
            _ => self.shape.fields,
        };
        let mut text = Vec::new();
        row::write(&mut text, id, fields);
        let text = String::from_utf8_lossy(&text).into_owned();
        self.ids.contains(id).then_some(text)
    }

    /// Adds rows with numbers above all that ever were.
    pub(crate) fn insert(&mut self, count: u64) -> Ids {
        let mut made = Ids::default();
        for ids in [&mut made, &mut self.ids] {
            ids.append(self.next, count);
        }
        self.next = self.next.saturating_add(count);
        made
    }

    pub(crate) fn delete(&mut self, ids: &RangeInclusive<u64>) {
        self.ids.remove(ids);
    }

    /// After so many calls from now, and again where it is said.
    pub(crate) fn plan(&mut self, after: u64, again: bool, change: Box<dyn FnMut(&mut Self) + Send>) {
        let after = after.max(1);
        self.rules.push(Rule {
            at: self.calls + after,
            again: again.then_some(after),
            change,
        });
    }

    /// Answers a call of the old version.
    pub(super) fn page(&mut self, parameters: &Array, start: i64) -> Result<Listed, Refused> {
        let query = Query::of(self.shape, parameters, &self.ids)?;
        let page = Page::of(self.shape.family, start, query.ids.len());
        let ids = query.ids.window(query.down, page.offset, page::SIZE);
        let rows = written(&ids, &query.fields);
        let rows = match self.shape.rows {
            Some(key) => Array::from([(key, rows.into())]).into(),
            None => rows.into(),
        };
        let count = ids.len();
        self.called();
        Ok(Listed {
            rows,
            next: page.next,
            total: page.total,
            cost: self.cost_of(count),
        })
    }

    /// Answers a call of REST 3 with the rows that are chosen, if the list is there.
    pub(super) fn page_3(
        &mut self,
        names: &[String],
        choose: impl FnOnce(&Ids) -> Vec<u64>,
    ) -> Option<Listed> {
        let fields = self.fields_3?.iter();
        let selected = fields.filter(|field| names.iter().any(|name| name == field.name));
        let fields: Vec<&'static Field> = selected.collect();
        let ids = choose(&self.ids);
        let rows = Array::from([("items", written(&ids, &fields).into())]);
        self.called();
        Some(Listed {
            rows: rows.into(),
            next: None,
            total: None,
            cost: self.cost_of(ids.len()),
        })
    }

    fn cost_of(&self, rows: usize) -> Duration {
        self.cost_per_row * u32::try_from(rows).unwrap_or(u32::MAX)
    }

    /// What is to happen between this call and the next one, happens.
    fn called(&mut self) {
        self.calls += 1;
        let calls = self.calls;
        // They may plan others, which are not due yet.
        let (mut due, later) = std::mem::take(&mut self.rules)
            .into_iter()
            .partition(|rule: &Rule| rule.at <= calls);
        self.rules = later;
        for rule in &mut due {
            (rule.change)(self);
        }
        self.rules.extend(due.into_iter().filter_map(|rule| {
            let at = calls + rule.again?;
            Some(Rule { at, ..rule })
        }));
    }
}

fn written(ids: &[u64], fields: &[&'static Field]) -> Rows {
    Rows::of(ids, |out, id| row::write(out, *id, fields.iter().copied()))
}
