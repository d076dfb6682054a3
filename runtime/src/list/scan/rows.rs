//! The rows of a walk by ids, as they come: each must go on behind the one before.

use std::collections::VecDeque;

use serde::de::{Deserialize, Deserializer, IgnoredAny};

use super::request::Request;
use crate::lenient::Decoded;
use crate::list::error::ListProblem;
use crate::list::page::Sink;
use crate::list::watch::{Seen, Watch};

/// Keeps rows with their ids, as far as they are in order.
pub(super) struct Rows<'b, T> {
    kept: &'b mut VecDeque<(u64, T)>,
    request: &'b Request,
    id: [&'static str; 1],
    came: Came,
}

/// What came.
pub(super) struct Came {
    pub(super) last: Option<u64>,
    pub(super) rows: u64,
    /// Whole pages.
    pub(super) pages: usize,
    /// How many rows the last page has.
    pub(super) in_page: usize,
    /// What is wrong with the row behind the last one.
    pub(super) problem: Option<ListProblem>,
}

impl<'b, T> Rows<'b, T> {
    /// Rows that were asked for, behind this one.
    pub(super) fn of(
        request: &'b Request,
        last: Option<u64>,
        id: &'static str,
        kept: &'b mut VecDeque<(u64, T)>,
    ) -> Self {
        Self {
            kept,
            request,
            id: [id],
            came: Came {
                last,
                rows: 0,
                pages: 0,
                in_page: 0,
                problem: None,
            },
        }
    }

    pub(super) fn came(self) -> Came {
        self.came
    }

    pub(super) fn next_page(&mut self) {
        self.came.in_page = 0;
    }

    /// How many rows the page has.
    pub(super) fn page_done(&mut self) -> usize {
        self.came.pages += 1;
        self.came.in_page
    }

    /// How many pages there were.
    pub(super) fn pages(&self) -> usize {
        self.came.pages
    }

    /// Whether a row with this id may come now.
    fn check(&self, id: Option<u64>) -> Result<u64, ListProblem> {
        let id = id.ok_or(ListProblem::NoId { field: self.id[0] })?;
        if !self.request.asks_for(id) {
            return Err(ListProblem::NotAskedFor { id });
        }
        let Some(after) = self.came.last else {
            return Ok(id);
        };
        if self.request.is_behind(id, after) {
            return Ok(id);
        }
        Err(match self.came.in_page {
            0 => ListProblem::Stalled,
            _ if id == after => ListProblem::Repeated { id },
            _ => ListProblem::OutOfOrder { id, after },
        })
    }
}

impl<T: Decoded> Sink for Rows<'_, T> {
    fn take<'de, D: Deserializer<'de>>(&mut self, row: D) -> Result<(), D::Error> {
        if self.came.problem.is_some() {
            return IgnoredAny::deserialize(row).map(drop);
        }
        let mut seen = Seen::new(&self.id);
        let decoded = T::__decode(Watch::row(row, &mut seen))?;
        let id = seen.id;
        match self.check(id) {
            Ok(id) => {
                self.came.last = Some(id);
                self.came.in_page += 1;
                self.came.rows += 1;
                self.kept.push_back((id, decoded));
            }
            Err(problem) => self.came.problem = Some(problem),
        }
        Ok(())
    }
}
