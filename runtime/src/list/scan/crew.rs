//! Threads that fetch ranges of ids beside each other.

use std::sync::Arc;
use std::thread;

use super::request::Request;
use super::shelf::{Block, Shelf};
use super::walk::{Known, State, Walk};
use super::worker::Worker;
use crate::client::Client;
use crate::list::Scan;
use crate::list::error::ListProblem;

/// How many ranges may be out for each thread: one is fetched while another waits for a look behind its last
/// row, or to be handed out.
const RANGES: usize = 2;

/// Calls a crew together.
pub(super) struct Muster<T> {
    threads: usize,
    /// Starts one of them; made where it is known that rows can go from one thread to another.
    start: fn(Client, Request, Known, Arc<Shelf<T>>),
}

impl<T: Send + 'static> Muster<T> {
    pub(super) fn of<M: Scan<Item = T>>(threads: usize) -> Self {
        Self {
            threads,
            start: |client, request, known, shelf| {
                let leaving = Leaving(shelf);
                let work = move || {
                    let walk = Walk::<M>::knowing(&client, request, known);
                    Worker::new(&leaving.0, walk).run();
                };
                // Where the system gives no thread, there is one less.
                drop(thread::Builder::new().spawn(work));
            },
        }
    }
}

impl<T> Muster<T> {
    /// After the first page; `None` where what follows is not worth it.
    #[allow(clippy::cast_precision_loss)] // of what is estimated
    pub(super) fn call<M: Scan<Item = T>>(self, walk: &mut Walk<'_, M>) -> Option<Crew<T>> {
        let (Some((first, _)), Some((last, _)), State::Open) =
            (walk.rows.front(), walk.rows.back(), walk.state)
        else {
            return None;
        };
        let (last, density) = (
            *last,
            walk.rows.len() as f64 / (first.abs_diff(*last) as f64 + 1.0),
        );
        // What is wrong with the last page may not matter before it comes: one thread finds out.
        let end = walk.end().ok().flatten();
        let end = end.filter(|end| walk.request.is_behind(*end, last))?;
        let ranges = self.threads.saturating_mul(RANGES);
        let expected = end.abs_diff(last) as f64 * density;
        if expected < ranges as f64 * walk.known.full as f64 {
            return None;
        }
        let shared = Arc::new(Shelf::new(last, end, density, ranges));
        for _ in 0..self.threads {
            shared.enter();
            let (client, request) = (walk.client().clone(), walk.request.clone());
            (self.start)(client, request, walk.known.clone(), Arc::clone(&shared));
        }
        Some(Crew(shared))
    }
}

/// Says that a worker works no more, however that came.
struct Leaving<T>(Arc<Shelf<T>>);

impl<T> Drop for Leaving<T> {
    fn drop(&mut self) {
        self.0.leave(thread::panicking());
    }
}

/// Those who fetch; once it is dropped each ends with the request that it makes or waits for.
pub(super) struct Crew<T>(Arc<Shelf<T>>);

impl<T> Crew<T> {
    /// Hands the rows of the next range to the walk; `false` where there are no more of them.
    pub(super) fn hand_over<M: Scan<Item = T>>(&self, walk: &mut Walk<'_, M>) -> Result<bool, ListProblem> {
        let Some(block) = self.0.take() else {
            return Ok(false);
        };
        let Block {
            range,
            rows,
            requests,
            problem,
        } = block;
        walk.requests += requests;
        walk.received += u64::try_from(rows.len()).unwrap_or(u64::MAX);
        walk.rows.extend(rows);
        walk.last = Some(range.last());
        problem.map_or(Ok(true), Err)
    }
}

impl<T> Drop for Crew<T> {
    fn drop(&mut self) {
        self.0.abandon();
    }
}
