//! One of those who fetch ranges of ids beside each other.

use std::mem;

use super::chain::Look;
use super::shelf::{Block, Range, Shelf};
use super::walk::{State, Walk};
use crate::list::Scan;
use crate::list::error::ListProblem;

/// So many rows are held of a range: where there turn out to be more, they are handed over in parts.
const MOST: usize = 10_000;

pub(super) struct Worker<'s, 'c, M: Scan> {
    shelf: &'s Shelf<M::Item>,
    walk: Walk<'c, M>,
    /// A range whose last page was short of rows: it is done once a look behind its last row has found none,
    /// which goes with the next request.
    short: Option<Short<M::Item>>,
}

struct Short<T> {
    block: Block<T>,
    look: Look,
}

impl<'s, 'c, M: Scan> Worker<'s, 'c, M> {
    pub(super) fn new(shelf: &'s Shelf<M::Item>, walk: Walk<'c, M>) -> Self {
        Self {
            shelf,
            walk,
            short: None,
        }
    }

    /// Until there are no more ranges.
    pub(super) fn run(mut self) {
        loop {
            // Nobody may wait for others while these wait for its rows.
            let waits = self.short.is_none();
            match (self.shelf.range(self.walk.capacity(), waits), self.short.take()) {
                (Some(range), short) => {
                    self.short = short;
                    self.fetch(range);
                }
                (None, Some(short)) => self.go_on(short, State::Short),
                (None, None) => return,
            }
        }
    }

    fn fetch(&mut self, mut range: Range) {
        self.walk
            .turn_to(range.behind, range.until, Some(range.density), State::Open);
        let mut problem = None;
        while problem.is_none() && self.walk.state != State::Over && !self.shelf.is_abandoned() {
            let short = self.short.take();
            let fetched = self.walk.fetch_looking(short.as_ref().map(|short| &short.look));
            if let Some(short) = short {
                self.looked(short, &fetched);
            }
            problem = fetched.err();
            if self.walk.state == State::Short
                && problem.is_none()
                && let Some(behind) = self.walk.last
            {
                let until = range.until;
                self.short = Some(Short {
                    block: block(range, &mut self.walk, None),
                    look: Look { behind, until },
                });
                return;
            }
            put_part(self.shelf, &mut range, &mut self.walk);
        }
        self.shelf.put(block(range, &mut self.walk, problem));
    }

    /// The look went with a request, or did not fit.
    fn looked(&mut self, short: Short<M::Item>, fetched: &Result<Option<usize>, ListProblem>) {
        match fetched {
            Ok(Some(0)) => self.shelf.put(short.block),
            // Short pages are not the last ones here, nor in other ranges.
            Ok(Some(_)) => {
                self.walk.one_by_one();
                self.go_on(short, State::Single { for_good: true });
            }
            _ => self.go_on(short, State::Short),
        }
    }

    /// Fetches what follows upon a short page, by itself.
    fn go_on(&self, short: Short<M::Item>, state: State) {
        let Short { block: before, look } = short;
        let request = self.walk.request.clone();
        let mut walk = Walk::<M>::knowing(self.walk.client(), request, self.walk.known.clone());
        walk.turn_to(look.behind, look.until, None, state);
        walk.rows = before.rows;
        walk.requests = before.requests;
        let mut range = before.range;
        let mut problem = None;
        while problem.is_none() && walk.state != State::Over && !self.shelf.is_abandoned() {
            problem = walk.fetch().err();
            put_part(self.shelf, &mut range, &mut walk);
        }
        self.shelf.put(block(range, &mut walk, problem));
    }
}

/// Hands over what has come, if it is more than is held.
fn put_part<M: Scan>(shelf: &Shelf<M::Item>, range: &mut Range, walk: &mut Walk<'_, M>) {
    if walk.rows.len() >= MOST
        && let Some(last) = walk.last
    {
        shelf.put(block(range.split_off(last), walk, None));
    }
}

/// What has come.
fn block<M: Scan>(range: Range, walk: &mut Walk<'_, M>, problem: Option<ListProblem>) -> Block<M::Item> {
    Block {
        range,
        rows: mem::take(&mut walk.rows),
        requests: mem::take(&mut walk.requests),
        problem,
    }
}
