//! A walk by pages, as the portal counts them off.

mod turn;

use std::collections::{HashSet, VecDeque};
use std::fmt;
use std::iter::FusedIterator;

use serde::de::{DeserializeSeed, Deserializer};

use super::List;
use super::error::{ListError, ListProblem};
use super::page::{Page, Sink, Tried};
use super::parameters::Parameters;
use super::position::Position;
use super::progress::{Hook, Progress};
use super::send::Sender;
use super::watch::{Seen, Watch};
use crate::client::Client;
use crate::decode::{self, Opened};
use crate::error::Invalid;
use crate::lenient::Decoded;
use turn::{Received, Turn};

/// The rows of a list, page after page; made by [`Client::pages`].
///
/// The pages are asked for one by one, as far as rows are taken. Each row is a `Result`: after an error
/// nothing comes any more, and [`ListError::position`] is where another walk goes on.
///
/// The portal counts pages off from the first row. Where rows are added or removed meanwhile, the others
/// move, so one may come twice or be missed: the walk ends with an error where that can be seen, by a row
/// that comes twice, a page of another length, or another total. A position holds the total too: a walk that
/// goes on from there ends at once where the portal counts fewer rows than then, and the list has to be walked
/// from the start. What went is not seen where as many or more have come, or where nothing is counted. Where
/// it matters, walk by [`Client::scan`].
///
/// A page that lacks rows is asked for again by a walk that goes on from there: that one hands out what it
/// lacked, or ends with the same error. Where the portal always gives less, since it leaves out what its user
/// may not see, only [`Client::scan`] comes to the end.
///
/// The parameters that turn the pages, such as `start`, are the walk's own: where they are set, the walk
/// ends with [`Error::Invalid`](crate::Error::Invalid) before anything is sent.
#[must_use = "nothing is sent before it is iterated over"]
pub struct Pages<'c, M: List> {
    sender: Sender<'c>,
    parameters: Result<Parameters, Invalid>,
    turn: Turn,
    /// Of the rows in `rows`: where they were found.
    position: Position,
    rows: VecDeque<M::Item>,
    /// What ends the walk once these are handed out.
    end: Option<End>,
    /// The ids of the page before.
    ids: HashSet<u64>,
    progress: Progress,
    hook: Hook<'c>,
}

#[derive(Debug)]
enum End {
    Last,
    Error(ListProblem),
}

/// What a row's id is called, as far as anybody knows.
const IDS: &[&str] = &["ID", "id"];

impl<'c, M: List> Pages<'c, M> {
    pub(crate) fn new(client: &'c Client, method: &M) -> Self {
        let turn = Turn::new(M::LISTING.paging);
        let checked = Parameters::of(method).and_then(|mut parameters| {
            turn.check(&mut parameters)?;
            Ok(parameters)
        });
        Self {
            sender: Sender::of::<M>(client),
            parameters: checked,
            turn,
            position: Position::default(),
            rows: VecDeque::new(),
            end: None,
            ids: HashSet::new(),
            progress: Progress {
                rows: 0,
                requests: 0,
                total: None,
                position: Position::default(),
            },
            hook: Hook::default(),
        }
    }

    /// Goes on where an earlier walk stood.
    pub fn from(mut self, position: Position) -> Self {
        if self.turn.go_to(position) {
            self.position = position;
            self.progress.position = position;
        } else if let Ok(parameters) = &self.parameters {
            let refused = parameters.refused("", "the position is that of a walk of another kind");
            self.parameters = Err(refused);
        }
        self
    }

    /// Calls the function after each page, before its rows are handed out.
    pub fn on_page(mut self, function: impl FnMut(&Progress) + Send + 'c) -> Self {
        self.hook = Hook::of(function);
        self
    }

    /// How many rows there are in all: known after the first page, where the portal counts them.
    #[must_use]
    pub fn total(&self) -> Option<u64> {
        self.progress.total
    }

    /// Behind the last row that was handed out.
    #[must_use]
    pub fn position(&self) -> Position {
        self.position
    }

    /// Fetches the next page.
    fn turn_page(&mut self) -> Result<(), ListProblem> {
        let mut parameters = match &self.parameters {
            Ok(parameters) => parameters.clone(),
            Err(invalid) => return Err(ListProblem::Failed(invalid.clone().into())),
        };
        self.turn.set(&mut parameters);
        let secrets = parameters.secrets.take();
        let secrets = secrets.as_deref();
        let scrub = |text: &str| self.sender.scrub(secrets, text);
        let opened = self
            .sender
            .call(&parameters.into_node(), secrets)
            .map_err(ListProblem::Failed)?;
        let rows = read::<M::Item>(M::NAME, M::LISTING.rows, &opened, &scrub)?;
        let turned = self.turn.turn(&Received {
            rows: rows.taken.len(),
            next: opened.next,
            total: opened.total,
            text: opened.result(),
            last_id: rows.ids.last().copied(),
        })?;
        self.end = turned
            .map(End::Error)
            .or_else(|| self.turn.is_over().then_some(End::Last));
        self.progress.total = opened.total.or(self.progress.total);
        self.position.of = self.progress.total.unwrap_or(self.position.of);
        self.progress.requests += 1;
        self.keep(rows);
        self.progress.position = self.behind();
        if self.rows.is_empty() {
            self.position = self.behind();
        }
        self.hook.tell(&self.progress);
        Ok(())
    }

    /// Keeps the rows that are new.
    fn keep(&mut self, rows: Rows<M::Item>) {
        let mut ids = HashSet::with_capacity(rows.ids.len());
        let all_known = rows.ids.len() == rows.taken.len();
        let skip = self.position.skip;
        for (place, row) in (0..).zip(rows.taken) {
            let id = rows
                .ids
                .get(usize::try_from(place).unwrap_or(usize::MAX))
                .copied();
            if let Some(id) = id.filter(|_| all_known)
                && (self.ids.contains(&id) || !ids.insert(id))
            {
                self.end = Some(End::Error(ListProblem::Repeated { id }));
                break;
            }
            if place >= skip {
                self.rows.push_back(row);
                self.progress.rows += 1;
            }
        }
        self.ids = ids;
    }

    /// Behind the rows that are left. The last page stays, for rows may be added to it, and so does one that is
    /// not whole.
    fn behind(&self) -> Position {
        let repeated = matches!(self.end, Some(End::Error(ListProblem::Repeated { .. })));
        if !repeated && self.position.place != self.turn.place() {
            return Position {
                of: self.position.of,
                ..self.turn.place().into()
            };
        }
        let left = u64::try_from(self.rows.len()).unwrap_or(u64::MAX);
        Position {
            place: self.position.place,
            of: self.position.of,
            skip: self.position.skip.saturating_add(left),
        }
    }

    fn failed(&mut self, problem: ListProblem) -> ListError {
        self.end = Some(End::Last);
        // Nobody knows which of the rows are done.
        if matches!(problem, ListProblem::TotalChanged { .. }) {
            self.position = Position::default();
        }
        ListError::new(M::NAME, problem, self.position)
    }
}

impl<M: List> Iterator for Pages<'_, M> {
    type Item = Result<M::Item, ListError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(row) = self.rows.pop_front() {
                self.position.skip += 1;
                if self.rows.is_empty() {
                    self.position = self.behind();
                }
                return Some(Ok(row));
            }
            match self.end.take() {
                Some(End::Last) => {
                    self.end = Some(End::Last);
                    return None;
                }
                Some(End::Error(problem)) => return Some(Err(self.failed(problem))),
                None => {}
            }
            if let Err(problem) = self.turn_page() {
                return Some(Err(self.failed(problem)));
            }
        }
    }
}

impl<M: List> FusedIterator for Pages<'_, M> {}

impl<M: List> fmt::Debug for Pages<'_, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("method", &M::NAME)
            .field("position", &self.position)
            .field("progress", &self.progress)
            .finish_non_exhaustive()
    }
}

/// The rows of a page, and the ids of those that have one.
struct Rows<T> {
    taken: Vec<T>,
    ids: Vec<u64>,
}

impl<T: Decoded> Sink for Rows<T> {
    fn take<'de, D: Deserializer<'de>>(&mut self, row: D) -> Result<(), D::Error> {
        let mut seen = Seen::new(IDS);
        self.taken.push(T::__decode(Watch::row(row, &mut seen))?);
        self.ids.extend(seen.id);
        Ok(())
    }
}

fn read<T: Decoded>(
    method: &str,
    at: Option<&'static str>,
    opened: &Opened,
    scrub: &dyn Fn(&str) -> String,
) -> Result<Rows<T>, ListProblem> {
    let mut rows = Rows {
        taken: Vec::new(),
        ids: Vec::new(),
    };
    let page = Page {
        rows: at,
        sink: &mut rows,
    };
    match page.deserialize(&mut serde_json::Deserializer::from_str(opened.result())) {
        Ok(()) => Ok(rows),
        Err(error) => Err(undecoded::<T>(method, at, opened.result(), &error, scrub)),
    }
}

/// What is wrong with a page that could not be decoded, and where.
pub(super) fn undecoded<T: Decoded>(
    method: &str,
    at: Option<&'static str>,
    page: &str,
    error: &serde_json::Error,
    scrub: &dyn Fn(&str) -> String,
) -> ListProblem {
    let traced = decode::part::<Tried<T>>(method, at, 200, page, scrub).map(drop);
    ListProblem::Failed(traced.err().unwrap_or_else(|| {
        let problem = crate::error::DecodeProblem::Mismatch {
            path: "result".to_owned(),
            reason: crate::error::cut(&scrub(&error.to_string())),
        };
        decode::part_error(method, problem).into()
    }))
}
