//! A walk by ids: each page asks for the rows behind the last one.

mod chain;
mod crew;
mod pack;
mod request;
mod rows;
mod shelf;
mod walk;
mod worker;

use std::fmt;
use std::iter::FusedIterator;
use std::num::NonZeroUsize;

use super::Scan;
use super::error::{ListError, ListProblem};
use super::position::Position;
use super::progress::{Hook, Progress};
use crate::client::Client;
use crate::error::Invalid;
use crew::{Crew, Muster};
use request::{Behind, Request};
use walk::{State, Walk};

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
/// ends with [`Error::Invalid`](crate::Error::Invalid) before anything is sent. Where fields are selected,
/// the id is selected too.
#[must_use = "nothing is sent before it is iterated over"]
pub struct Scanner<'c, M: Scan> {
    walk: Result<Walk<'c, M>, Invalid>,
    /// How others are called together once the first page has come.
    muster: Option<Muster<M::Item>>,
    /// Those who fetch ranges of ids beside each other.
    crew: Option<Crew<M::Item>>,
    /// Behind the last row that was handed out.
    position: Position,
    progress: Progress,
    hook: Hook<'c>,
    /// What is wrong, to be told behind the rows so far.
    problem: Option<ListProblem>,
    over: bool,
}

impl<'c, M: Scan> Scanner<'c, M> {
    pub(crate) fn new(client: &'c Client, method: &M) -> Self {
        Self {
            walk: Request::of(method).map(|request| Walk::new(client, request)),
            muster: None,
            crew: None,
            position: Position::default(),
            progress: Progress {
                rows: 0,
                requests: 0,
                total: None,
                position: Position::default(),
            },
            hook: Hook::default(),
            problem: None,
            over: false,
        }
    }

    /// From the highest id down.
    pub fn descending(mut self) -> Self {
        if let Ok(walk) = &mut self.walk {
            walk.request.descend();
        }
        self
    }

    /// Goes on where an earlier walk stood, in the same direction.
    pub fn from(mut self, position: Position) -> Self {
        self.position = position;
        self.progress.position = position;
        self
    }

    /// Lets the portal count the rows with the first page, for [`total`](Self::total). On a large list
    /// that can take far longer than the page itself.
    pub fn counted(mut self) -> Self {
        if let Ok(walk) = &mut self.walk {
            walk.counts = true;
        }
        self
    }

    /// One page in a request, and no batches.
    pub fn one_by_one(mut self) -> Self {
        if let Ok(walk) = &mut self.walk {
            walk.one_by_one();
        }
        self
    }

    /// Lets so many threads ask for ranges of ids beside each other, each with a clone of the client, so
    /// that all keep one [`Pace`](crate::Pace). The rows come in the same order, and the walk can be resumed
    /// in the same way.
    ///
    /// This is faster where the portal takes longer for a batch of pages than the pace would have it wait
    /// for the next: where pages are slow, or far away. Elsewhere one thread reaches the portal's limits.
    /// Up to some twenty thousand rows are held in memory for each thread. A short list is walked through
    /// without them. Once the walk is dropped each thread ends with the request that it makes or waits for.
    ///
    /// ```
    /// use std::num::NonZeroUsize;
    ///
    /// use b24::{Client, b24_method};
    ///
    /// #[allow(deprecated)] // shorter here than `crm.item.list`
    /// #[b24_method("crm.deal.list", returns = Vec<serde_json::Value>)]
    /// struct DealList;
    ///
    /// let portal = b24_portal::Portal::start()?;
    /// portal.fill("crm.deal.list", 3_000);
    /// let client = Client::webhook(portal.webhook())?;
    ///
    /// let four = NonZeroUsize::new(4).unwrap();
    /// let mut deals = client.scan(&DealList::new()).parallel(four);
    /// assert_eq!(deals.by_ref().filter(Result::is_ok).count(), 3_000);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn parallel(mut self, threads: NonZeroUsize) -> Self
    where
        M::Item: Send + 'static,
    {
        self.muster = (threads.get() > 1).then(|| Muster::of::<M>(threads.get()));
        self
    }

    /// Calls the function after each request, before its rows are handed out; with
    /// [`parallel`](Self::parallel), whenever the rows of a range come.
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

    /// Fetches the next rows; `false` once there are no more.
    fn fetch(&mut self) -> Result<bool, ListProblem> {
        let walk = match &mut self.walk {
            Ok(walk) => walk,
            Err(invalid) => return Err(ListProblem::Failed(invalid.clone().into())),
        };
        if walk.requests == 0 {
            let last = walk.request.last(self.position);
            walk.last = last.map_err(|invalid| ListProblem::Failed(invalid.into()))?;
        }
        if let Some(crew) = &mut self.crew {
            if !crew.hand_over(walk)? {
                // There may be more behind the last range, or left by a crew that broke up.
                self.crew = None;
                walk.state = State::Single { for_good: false };
            }
        } else if walk.state == State::Over {
            return Ok(false);
        } else {
            walk.fetch()?;
            if let Some(muster) = self.muster.take() {
                self.crew = muster.call(walk);
            }
        }
        Ok(true)
    }

    fn note(&mut self) {
        let Ok(walk) = &self.walk else { return };
        if walk.requests == self.progress.requests {
            return;
        }
        self.progress = Progress {
            rows: walk.received,
            requests: walk.requests,
            total: walk.total,
            position: walk
                .rows
                .back()
                .map_or(self.progress.position, |(id, _)| walk.request.position(*id)),
        };
        self.hook.tell(&self.progress);
    }
}

impl<M: Scan> Iterator for Scanner<'_, M> {
    type Item = Result<M::Item, ListError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Ok(walk) = &mut self.walk
                && let Some((id, row)) = walk.rows.pop_front()
            {
                self.position = walk.request.position(id);
                return Some(Ok(row));
            }
            if let Some(problem) = self.problem.take() {
                self.crew = None;
                self.over = true;
                return Some(Err(ListError::new(M::NAME, problem, self.position)));
            }
            if self.over {
                return None;
            }
            match self.fetch() {
                Ok(more) => self.over = !more,
                Err(problem) => self.problem = Some(problem),
            }
            self.note();
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
