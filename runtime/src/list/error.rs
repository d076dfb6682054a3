//! Why a walk through a list has ended before the last row.

use std::fmt;

use super::Position;
use crate::error::{Advice, Error};

/// A walk through a list has ended before the last row. What it handed out until then is good;
/// [`position`](Self::position) is where another walk goes on.
#[derive(Debug, Clone)]
pub struct ListError(Box<Inner>);

#[derive(Debug, Clone)]
struct Inner {
    method: &'static str,
    problem: ListProblem,
    position: Position,
}

/// Why a walk cannot go on.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum ListProblem {
    /// A page was not given, or was not understood.
    Failed(Error),
    /// The next page is one that came before: the portal does not go on.
    Stalled,
    /// A row came twice: rows were added or removed before it, or the portal repeats a page.
    Repeated {
        /// The id of the row.
        id: u64,
    },
    /// A row came out of its order: the portal does not sort as it was asked to.
    OutOfOrder {
        /// The id of the row.
        id: u64,
        /// That of the row before it.
        after: u64,
    },
    /// A row came whose id the filter of the request leaves out: the portal does not keep to it.
    NotAskedFor {
        /// The id of the row.
        id: u64,
    },
    /// A page has fewer or more rows than the portal says: rows may be missing. The position is within this
    /// page, so that it is asked for again.
    PageLength {
        /// How many it has.
        rows: u64,
        /// How many it should have.
        expected: u64,
    },
    /// The number of rows has changed: pages are counted off from the first row, so rows may be missing. There
    /// is no way on but from the start.
    TotalChanged {
        /// How many there were.
        before: u64,
        /// How many there are.
        after: u64,
    },
    /// A row has no number under the name of its id.
    NoId {
        /// The name.
        field: &'static str,
    },
}

impl ListError {
    pub(super) fn new(method: &'static str, problem: ListProblem, position: Position) -> Self {
        Self(Box::new(Inner {
            method,
            problem,
            position,
        }))
    }

    /// The method of the list.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.0.method
    }

    /// Why it cannot go on.
    #[must_use]
    pub fn problem(&self) -> &ListProblem {
        &self.0.problem
    }

    /// Where to go on: behind the last row that was handed out, unless the [problem](Self::problem) says
    /// otherwise.
    #[must_use]
    pub fn position(&self) -> Position {
        self.0.position
    }

    /// The error of the call, if one failed.
    #[must_use]
    pub fn error(&self) -> Option<&Error> {
        match &self.0.problem {
            ListProblem::Failed(error) => Some(error),
            _ => None,
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn advice(&self) -> Advice {
        match &self.0.problem {
            ListProblem::Failed(error) => error.advice(),
            ListProblem::Repeated { .. } | ListProblem::TotalChanged { .. } => Advice::Retry,
            ListProblem::PageLength { .. } => Advice::Check,
            ListProblem::Stalled
            | ListProblem::OutOfOrder { .. }
            | ListProblem::NotAskedFor { .. }
            | ListProblem::NoId { .. } => Advice::FixRequest,
        }
    }
}

impl fmt::Display for ListError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner {
            method,
            problem,
            position,
        } = &*self.0;
        match problem {
            ListProblem::Failed(error) => error.fmt(f),
            ListProblem::Stalled => write!(
                f,
                "{method}: the portal gave a page again in place of the next one"
            ),
            ListProblem::Repeated { id } => write!(
                f,
                "{method}: the row {id} came twice; rows may have been added or removed meanwhile"
            ),
            ListProblem::OutOfOrder { id, after } => {
                write!(
                    f,
                    "{method}: the row {id} came behind the row {after}, out of order"
                )
            }
            ListProblem::NotAskedFor { id } => write!(
                f,
                "{method}: the row {id} came, which the filter by the id leaves out: try without `parallel`"
            ),
            ListProblem::PageLength { rows, expected } => {
                write!(f, "{method}: a page has {rows} rows in place of {expected}")
            }
            ListProblem::TotalChanged { before, after } => write!(
                f,
                "{method}: there were {before} rows, and now there are {after}: by pages some may be missed"
            ),
            ListProblem::NoId { field } => write!(f, "{method}: a row has no number as its `{field}`"),
        }?;
        write!(f, "; to go on: {position}")
    }
}

// The error of a call shows itself above, so it is not a source as well.
impl std::error::Error for ListError {}
