//! A walk by ids: each page asks for the rows behind the last one.

mod chain;
mod pack;
mod request;
mod rows;

use std::collections::VecDeque;
use std::fmt;
use std::iter::FusedIterator;

use serde::de::DeserializeSeed;

use super::Scan;
use super::error::{ListError, ListProblem};
use super::page::Page;
use super::pages::undecoded;
use super::position::Position;
use super::progress::{Hook, Progress};
use super::send::Sender;
use crate::client::Client;
use crate::error::{Error, Invalid};
use chain::Chain;
use pack::Pack;
use request::{Behind, Request};
use rows::{Came, Rows};

/// How many rows a page has, where nothing else was seen.
const PAGE: usize = 50;

/// The rows of a list by their ids; made by [`Client::scan`].
///
/// Each row is a `Result`: after an error nothing comes any more, and [`ListError::position`] is where
/// another walk goes on.
///
/// Rows that exist throughout the walk come exactly once, in the order of their ids, whatever is added or
/// removed meanwhile. What would break that ends the walk with an error: a row that comes twice or out of
/// order, a page that comes again.
///
/// The first page is asked for by itself. What follows is asked for in batches, up to 50 pages in a
/// request, in which each page goes on behind the last row of the one before; as many as the portal can
/// be expected to give in time, by the time that it took for the last ones, and by the computing time that
/// the method has left ([`Pace`](crate::Pace)). A page that fails in a batch is asked for again by itself.
/// A page with fewer rows than usual is taken for the last one only after another look behind it.
///
/// The order, a condition on the id such as `>ID`, and `start` are the walk's own: where they are set, it
/// ends with [`Error::Invalid`] before anything is sent. Where fields are selected, the id is selected too.
#[must_use = "nothing is sent before it is iterated over"]
pub struct Scanner<'c, M: Scan> {
    sender: Sender<'c>,
    request: Result<Request, Invalid>,
    packs: bool,
    pack: Pack,
    /// Whether the portal is to count the rows with the first page.
    counts: bool,
    /// The last row that was received.
    last: Option<u64>,
    position: Position,
    rows: VecDeque<(u64, M::Item)>,
    /// How many rows a page has when it is full.
    full: usize,
    /// What is known from the last page.
    state: State,
    progress: Progress,
    hook: Hook<'c>,
}

#[derive(Debug)]
enum State {
    /// More pages may follow.
    Open,
    /// The last page was short of rows: it may be the last one.
    Short,
    /// Short pages are not the last ones here, or a page has failed within a batch: one by one.
    Single {
        for_good: bool,
    },
    Over,
    Failed(ListProblem),
}

impl<'c, M: Scan> Scanner<'c, M> {
    pub(crate) fn new(client: &'c Client, method: &M) -> Self {
        let request = Request::of(method);
        Self {
            sender: Sender::of::<M>(client),
            packs: request.as_ref().is_ok_and(Request::fits_batch),
            request,
            pack: Pack::default(),
            counts: false,
            last: None,
            position: Position::default(),
            rows: VecDeque::new(),
            full: PAGE,
            state: State::Open,
            progress: Progress {
                rows: 0,
                requests: 0,
                total: None,
                position: Position::default(),
            },
            hook: Hook::default(),
        }
    }

    /// From the highest id down.
    pub fn descending(mut self) -> Self {
        if let Ok(request) = &mut self.request {
            request.descend();
        }
        self
    }

    /// Goes on where an earlier walk stood, in the same direction.
    pub fn from(mut self, position: Position) -> Self {
        if let Ok(request) = &self.request {
            match request.last(position) {
                Ok(last) => {
                    self.last = last;
                    self.position = position;
                    self.progress.position = position;
                }
                Err(invalid) => self.request = Err(invalid),
            }
        }
        self
    }

    /// Lets the portal count the rows with the first page, for [`total`](Self::total). On a large list
    /// that can take far longer than the page itself.
    pub fn counted(mut self) -> Self {
        self.counts = true;
        self
    }

    /// One page in a request, and no batches.
    pub fn one_by_one(mut self) -> Self {
        self.packs = false;
        self
    }

    /// Calls the function after each request, before its rows are handed out.
    pub fn on_page(mut self, function: impl FnMut(&Progress) + Send + 'c) -> Self {
        self.hook = Hook::of(function);
        self
    }

    /// How many rows there are in all, if they were [`counted`](Self::counted).
    #[must_use]
    pub fn total(&self) -> Option<u64> {
        self.progress.total
    }

    /// Behind the last row that was handed out.
    #[must_use]
    pub fn position(&self) -> Position {
        self.position
    }

    /// Fetches the next pages.
    fn fetch(&mut self) -> Result<(), ListProblem> {
        let pages = match self.state {
            State::Open if self.packs && self.last.is_some() => {
                let pages = self.pack.pages();
                self.sender.client.room(M::NAME, pages)
            }
            _ => 1,
        };
        if pages > 1 {
            self.fetch_together(pages)?;
        } else {
            self.fetch_one()?;
        }
        self.hook.tell(&self.progress);
        Ok(())
    }

    fn fetch_one(&mut self) -> Result<(), ListProblem> {
        let request = match &self.request {
            Ok(request) => request,
            Err(invalid) => return Err(ListProblem::Failed(invalid.clone().into())),
        };
        let counting = self.counts && self.progress.requests == 0;
        let page = request.page(self.last.map(Behind::Id), counting);
        let opened = self.sender.call(&page, request.secrets());
        let opened = opened.map_err(ListProblem::Failed)?;
        let mut rows = Rows::behind(self.last, request.descends(), M::CURSOR.id, &mut self.rows);
        let page = Page {
            rows: M::LISTING.rows,
            sink: &mut rows,
        };
        let read = page.deserialize(&mut serde_json::Deserializer::from_str(opened.result()));
        let came = rows.came();
        self.note(&came);
        if let Err(error) = read {
            return Err(self.undecoded(opened.result(), &error));
        }
        if let Some(problem) = came.problem {
            return Err(problem);
        }
        if counting {
            self.progress.total = opened.total;
        }
        self.pack.learn(1, &opened.time);
        self.full = self.full.max(came.in_page);
        self.state = match self.state {
            _ if came.in_page == 0 => State::Over,
            // There were rows behind a page that was not full.
            State::Short | State::Single { for_good: true } => State::Single { for_good: true },
            _ if came.in_page < self.full => State::Short,
            _ => State::Open,
        };
        Ok(())
    }

    /// Several pages in a batch. If it fails as a whole, a page by itself comes next, and then smaller ones.
    fn fetch_together(&mut self, pages: usize) -> Result<(), ListProblem> {
        let Ok(request) = &self.request else {
            return Ok(()); // it is told when a page is asked for
        };
        let Some(chain) = Chain::of(request, self.last, pages, self.full, M::LISTING.rows) else {
            self.packs = false;
            return Ok(());
        };
        let opened = match self.sender.batch(pages, &chain.body(), request.secrets()) {
            Ok(opened) => opened,
            Err(Error::Transport(_) | Error::Api(_) | Error::Decode(_)) => {
                self.pack.failed(pages);
                self.state = State::Single { for_good: false };
                return Ok(());
            }
            Err(error) => return Err(ListProblem::Failed(error)),
        };
        let mut rows = Rows::behind(self.last, request.descends(), M::CURSOR.id, &mut self.rows);
        let read = chain::read(opened.result(), M::LISTING.rows, self.full, &mut rows);
        let came = rows.came();
        self.note(&came);
        if let Err(error) = read {
            let page = chain::page(opened.result(), came.pages);
            return Err(self.undecoded(page, &error));
        }
        if let Some(problem) = came.problem {
            return Err(problem);
        }
        self.pack.learn(pages, &opened.time);
        self.state = match came.pages {
            0 => State::Single { for_good: false },
            _ if came.in_page == 0 => State::Over,
            _ if came.in_page < self.full => State::Short,
            given if given < pages => State::Single { for_good: false },
            _ => State::Open,
        };
        Ok(())
    }

    fn note(&mut self, came: &Came) {
        self.last = came.last;
        self.progress.rows += came.rows;
        self.progress.requests += 1;
        if let Ok(request) = &self.request {
            self.progress.position = came
                .last
                .map_or_else(Position::default, |id| request.position(id));
        }
    }

    fn undecoded(&self, page: &str, error: &serde_json::Error) -> ListProblem {
        let secrets = self.request.as_ref().ok().and_then(Request::secrets);
        let scrub = |text: &str| self.sender.scrub(secrets, text);
        undecoded::<M::Item>(M::NAME, M::LISTING.rows, page, error, &scrub)
    }
}

impl<M: Scan> Iterator for Scanner<'_, M> {
    type Item = Result<M::Item, ListError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some((id, row)) = self.rows.pop_front() {
                if let Ok(request) = &self.request {
                    self.position = request.position(id);
                }
                return Some(Ok(row));
            }
            match std::mem::replace(&mut self.state, State::Over) {
                State::Over => return None,
                State::Failed(problem) => return Some(Err(ListError::new(M::NAME, problem, self.position))),
                state => self.state = state,
            }
            if let Err(problem) = self.fetch() {
                self.state = State::Failed(problem);
            }
        }
    }
}

impl<M: Scan> FusedIterator for Scanner<'_, M> {}

impl<M: Scan> fmt::Debug for Scanner<'_, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scanner")
            .field("method", &M::NAME)
            .field("position", &self.position)
            .field("progress", &self.progress)
            .finish_non_exhaustive()
    }
}
