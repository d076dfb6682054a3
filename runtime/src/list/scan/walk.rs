//! Fetches the pages of a walk by ids, one by one or many in a batch.

use std::collections::VecDeque;

use serde::de::DeserializeSeed;

use super::Behind;
use super::chain::{self, Chain, Look};
use super::pack::Pack;
use super::request::Request;
use super::rows::{Came, Rows};
use crate::client::Client;
use crate::error::Error;
use crate::list::Scan;
use crate::list::error::ListProblem;
use crate::list::page::Page;
use crate::list::pages::undecoded;
use crate::list::send::Sender;

/// How many rows a page has, where nothing else was seen.
const PAGE: usize = 50;

/// How many pages a range has where they are asked for one by one.
const ONE_BY_ONE: usize = 20;

/// A walk through the rows, or through those between two ids.
#[derive(Debug)]
pub(super) struct Walk<'c, M: Scan> {
    sender: Sender<'c>,
    pub(super) request: Request,
    pub(super) known: Known,
    /// The last row that was received.
    pub(super) last: Option<u64>,
    /// What is known from the last page.
    pub(super) state: State,
    /// How many rows there are to an id, where that is known.
    density: Option<f64>,
    /// What was received and not taken yet.
    pub(super) rows: VecDeque<(u64, M::Item)>,
    /// How many rows were received, in how many requests.
    pub(super) received: u64,
    pub(super) requests: u64,
    /// Whether the portal is to count the rows with the first page, and how many there are.
    pub(super) counts: bool,
    pub(super) total: Option<u64>,
}

/// What is known of the pages.
#[derive(Debug, Clone)]
pub(super) struct Known {
    packs: bool,
    pack: Pack,
    /// How many rows a page has when it is full.
    pub(super) full: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// More pages may follow.
    Open,
    /// The last page was short of rows: it may be the last one.
    Short,
    /// Short pages are not the last ones here, or a page has failed within a batch: one by one.
    Single {
        for_good: bool,
    },
    Over,
}

impl<'c, M: Scan> Walk<'c, M> {
    pub(super) fn new(client: &'c Client, request: Request) -> Self {
        let known = Known {
            packs: request.fits_batch(),
            pack: Pack::default(),
            full: PAGE,
        };
        Self::knowing(client, request, known)
    }

    pub(super) fn knowing(client: &'c Client, request: Request, known: Known) -> Self {
        Self {
            sender: Sender::of::<M>(client),
            request,
            known,
            last: None,
            state: State::Open,
            density: None,
            rows: VecDeque::new(),
            received: 0,
            requests: 0,
            counts: false,
            total: None,
        }
    }

    pub(super) fn client(&self) -> &'c Client {
        self.sender.client
    }

    /// From now on for the rows between these two, neither of which belongs to them.
    pub(super) fn turn_to(&mut self, behind: u64, until: u64, density: Option<f64>, state: State) {
        self.request.stop_before(until);
        self.last = Some(behind);
        self.density = density;
        self.state = state;
    }

    /// How many ids are left, if there is an end.
    fn left(&self) -> Option<u64> {
        self.request.left(self.last?)
    }

    /// How many pages there may be, as far as that is known.
    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss
    )]
    fn expected(&self) -> Option<usize> {
        let (left, density) = (self.left()? as f64, self.density?);
        let full = self.known.full as f64;
        // Behind full pages there is one that is short, unless there is a row to each id.
        let pages = (left * density / full).floor() + 1.0;
        Some(pages.min((left / full).ceil()).max(1.0) as usize)
    }

    /// The id of the last row of all, if there is one.
    pub(super) fn end(&mut self) -> Result<Option<u64>, ListProblem> {
        let mut back = Self::knowing(self.client(), self.request.reversed(), self.known.clone());
        let fetched = back.fetch_one();
        self.requests += back.requests;
        fetched?;
        Ok(back.rows.front().map(|(id, _)| *id))
    }

    pub(super) fn one_by_one(&mut self) {
        self.known.packs = false;
    }

    /// How many rows a range is to have: what a request gives, or several where each gives a page.
    pub(super) fn capacity(&self) -> usize {
        let pages = if self.known.packs {
            self.known.pack.pages().saturating_sub(2).max(1) // beside a look, and one more than expected
        } else {
            ONE_BY_ONE
        };
        pages * self.known.full
    }

    /// Fetches the next pages.
    pub(super) fn fetch(&mut self) -> Result<(), ListProblem> {
        self.fetch_looking(None).map(drop)
    }

    /// The same, with a look behind another walk's last row if it fits in: how many rows there are.
    pub(super) fn fetch_looking(&mut self, look: Option<&Look>) -> Result<Option<usize>, ListProblem> {
        let pages = match self.state {
            State::Open if self.known.packs && self.last.is_some() => {
                let looks = usize::from(look.is_some());
                let most = self.known.pack.pages().saturating_sub(looks);
                let wanted = self.expected().unwrap_or(most).min(most);
                let room = self.sender.client.room(M::NAME, wanted + looks);
                room.saturating_sub(looks)
            }
            _ => 1,
        };
        if pages > 1 {
            self.fetch_together(pages, look)
        } else {
            self.fetch_one().map(|()| None)
        }
    }

    fn fetch_one(&mut self) -> Result<(), ListProblem> {
        let request = &self.request;
        let counting = self.counts && self.requests == 0;
        let page = request.page(self.last.map(Behind::Id), counting);
        let opened = self.sender.call(&page, request.secrets());
        let opened = opened.map_err(ListProblem::Failed)?;
        let mut rows = Rows::of(request, self.last, M::CURSOR.id, &mut self.rows);
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
            self.total = opened.total;
        }
        self.known.pack.learn(1, &opened.time);
        self.known.full = self.known.full.max(came.in_page);
        self.state = match self.state {
            _ if came.in_page == 0 => State::Over,
            // There were rows behind a page that was not full.
            State::Short | State::Single { for_good: true } => State::Single { for_good: true },
            _ if came.in_page < self.known.full => State::Short,
            _ => State::Open,
        };
        self.end_with_the_ids();
        Ok(())
    }

    /// Several pages in a batch. If it fails as a whole, a page by itself comes next, and then smaller ones.
    fn fetch_together(&mut self, pages: usize, look: Option<&Look>) -> Result<Option<usize>, ListProblem> {
        let request = &self.request;
        let chain = Chain::of(request, self.last, pages, self.known.full, M::LISTING.rows, look);
        let Some(chain) = chain else {
            self.known.packs = false;
            return Ok(None);
        };
        let commands = chain.commands();
        let opened = match self.sender.batch(commands, &chain.body(), request.secrets()) {
            Ok(opened) => opened,
            Err(Error::Transport(_) | Error::Api(_) | Error::Decode(_)) => {
                // The fewest: it is not for their number.
                self.known.packs &= self.known.pack.pages() > 2;
                self.known.pack.failed(commands);
                self.state = State::Single { for_good: false };
                return Ok(None);
            }
            Err(error) => return Err(ListProblem::Failed(error)),
        };
        let mut rows = Rows::of(request, self.last, M::CURSOR.id, &mut self.rows);
        let look = look.map(|_| pages);
        let read = chain::read(opened.result(), M::LISTING.rows, self.known.full, look, &mut rows);
        let came = rows.came();
        self.note(&came);
        let looked = match read {
            Ok(looked) => looked,
            Err(error) => {
                let page = chain::page(opened.result(), came.pages);
                return Err(self.undecoded(page, &error));
            }
        };
        if let Some(problem) = came.problem {
            return Err(problem);
        }
        self.known.pack.learn(commands, &opened.time);
        self.state = match came.pages {
            0 => State::Single { for_good: false },
            _ if came.in_page == 0 => State::Over,
            _ if came.in_page < self.known.full => State::Short,
            given if given < pages => State::Single { for_good: false },
            _ => State::Open,
        };
        self.end_with_the_ids();
        Ok(looked)
    }

    fn end_with_the_ids(&mut self) {
        if self.left() == Some(0) {
            self.state = State::Over;
        }
    }

    fn note(&mut self, came: &Came) {
        self.last = came.last;
        self.received += came.rows;
        self.requests += 1;
    }

    fn undecoded(&self, page: &str, error: &serde_json::Error) -> ListProblem {
        let scrub = |text: &str| self.sender.scrub(self.request.secrets(), text);
        undecoded::<M::Item>(M::NAME, M::LISTING.rows, page, error, &scrub)
    }
}
