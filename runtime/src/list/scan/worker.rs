//! One of those who fetch ranges of ids beside each other.

use std::mem;

use super::chain::Look;
use super::shelf::{Block, Range, Shelf};
use super::walk::{State, Walk};
use crate::list::Scan;
use crate::list::error::ListProblem;

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

    fn fetch(&mut self, range: Range) {
        self.walk
            .turn_to(range.behind, range.until, Some(range.density), State::Open);
        while self.walk.state != State::Over && !self.shelf.is_abandoned() {
            let short = self.short.take();
            let fetched = self.walk.fetch_looking(short.as_ref().map(|short| &short.look));
            if let Some(short) = short {
                self.looked(short, &fetched);
            }
            if let Err(problem) = fetched {
                self.shelf.put(self.block(range, Some(problem)));
                return;
            }
            if self.walk.state == State::Short
                && let Some(last) = self.walk.last
            {
                self.short = Some(Short {
                    block: self.block(range, None),
                    look: Look {
                        behind: last,
                        until: range.until,
                    },
                });
                return;
            }
        }
        self.shelf.put(self.block(range, None));
    }

    /// The look went with a request, or did not fit.
    fn looked(&mut self, short: Short<M::Item>, fetched: &Result<Option<usize>, ListProblem>) {
        match fetched {
            Ok(Some(0)) => self.shelf.put(short.block),
            // Short pages are not the last ones here.
            Ok(Some(_)) => self.go_on(short, State::Single { for_good: true }),
            _ => self.go_on(short, State::Short),
        }
    }

    /// Fetches what follows upon a short page, by itself.
    fn go_on(&self, short: Short<M::Item>, state: State) {
        let Short { mut block, look } = short;
        let request = self.walk.request.clone();
        let mut walk = Walk::<M>::knowing(self.walk.client(), request, self.walk.known.clone());
        walk.turn_to(look.behind, look.until, None, state);
        while block.problem.is_none() && walk.state != State::Over && !self.shelf.is_abandoned() {
            block.problem = walk.fetch().err();
            block.rows.append(&mut walk.rows);
        }
        block.requests += walk.requests;
        self.shelf.put(block);
    }

    /// What has come.
    fn block(&mut self, range: Range, problem: Option<ListProblem>) -> Block<M::Item> {
        Block {
            range,
            rows: mem::take(&mut self.walk.rows),
            requests: mem::take(&mut self.walk.requests),
            problem,
        }
    }
}
