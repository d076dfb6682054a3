//! The same method many times over, fifty in a request.

use std::collections::VecDeque;
use std::fmt;
use std::iter::{Fuse, FusedIterator};
use std::time::Duration;

use super::command::{Command, Output};
use super::result::{Answered, CommandError};
use super::{plan, send};
use crate::client::Client;
use crate::error::Error;
use crate::method::Method;
use crate::response::Response;

/// What came of each of many calls, in their order; made by [`Client::send_all`].
///
/// It takes as many calls from its source as go in the next request, sends them, and hands out what came
/// of each; so there are never more than fifty in memory.
#[must_use = "nothing is sent before it is iterated over"]
pub struct SendAll<'c, I> {
    client: &'c Client,
    calls: Fuse<I>,
    size: Size,
    answered: VecDeque<Answered>,
}

impl<'c, I: Iterator<Item: Method<Output: Send + 'static>>> SendAll<'c, I> {
    pub(crate) fn new(client: &'c Client, calls: I) -> Self {
        Self {
            client,
            calls: calls.fuse(),
            size: Size::default(),
            answered: VecDeque::new(),
        }
    }

    /// Sends the next calls.
    fn refill(&mut self) {
        let calls: Vec<_> = self.calls.by_ref().take(self.size.commands()).collect();
        let mut commands = Vec::with_capacity(calls.len());
        let refused: Vec<_> = calls
            .iter()
            .map(|call| {
                Command::independent(call)
                    .map(|command| commands.push(command))
                    .err()
            })
            .collect();
        let (answers, took) = send::independent(self.client, &commands);
        self.size.learn_from(commands.len(), took);
        let mut answers = answers.into_iter();
        self.answered = refused
            .into_iter()
            .filter_map(|invalid| match invalid {
                None => answers.next(),
                Some(invalid) => Some(Answered::failed(I::Item::NAME, &Error::from(invalid))),
            })
            .collect();
    }
}

impl<I: Iterator<Item: Method<Output: Send + 'static>>> Iterator for SendAll<'_, I> {
    type Item = Result<Response<<I::Item as Method>::Output>, CommandError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.answered.is_empty() {
            self.refill();
        }
        self.answered.pop_front().map(response)
    }
}

impl<I: Iterator<Item: Method<Output: Send + 'static>>> FusedIterator for SendAll<'_, I> {}

pub(super) fn response<T: 'static>(answered: Answered) -> Result<Response<T>, CommandError> {
    let output: Output = answered.output?;
    let result = output.downcast().map_err(|_| CommandError::ForeignHandle)?;
    Ok(Response {
        result: *result,
        time: answered.time,
        next: answered.next,
        total: answered.total,
        attempts: 1,
        idempotency_key: None,
        replayed: false,
    })
}

impl<I> fmt::Debug for SendAll<'_, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SendAll")
            .field("client", self.client)
            .finish_non_exhaustive()
    }
}

/// How many commands go in one request: fewer where they take so long that fifty would not be done before
/// the portal ends the request.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size(usize);

/// How many times more there may be after a request that went well.
const GROWTH: usize = 10;

/// The portal ends a request after a minute.
const LONGEST: Duration = Duration::from_secs(40);

impl Default for Size {
    fn default() -> Self {
        Self(plan::MOST)
    }
}

impl Size {
    pub(crate) fn commands(self) -> usize {
        self.0
    }

    /// So many commands have taken so long.
    pub(crate) fn learn(&mut self, commands: usize, took: Duration) {
        let each = took / u32::try_from(commands).unwrap_or(u32::MAX).max(1);
        let fitting = LONGEST.as_nanos().checked_div(each.as_nanos());
        let fitting = fitting.and_then(|count| usize::try_from(count).ok());
        // One quick command says little about fifty.
        let most = self.0.saturating_mul(GROWTH).min(plan::MOST);
        self.0 = fitting.unwrap_or(plan::MOST).clamp(1, most);
    }

    /// The same of requests that may have failed as a whole: perhaps because there were too many.
    pub(super) fn learn_from(&mut self, commands: usize, took: Took) {
        if took.failed {
            self.0 = self.0.div_ceil(4);
        } else {
            self.learn(commands, took.time);
        }
    }
}

/// How requests went.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Took {
    /// How long the portal took for them.
    pub(super) time: Duration,
    /// Whether one of them failed as a whole.
    pub(super) failed: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slow_commands_go_in_smaller_requests() {
        let mut size = Size::default();
        for (commands, seconds, expected) in [
            (50, 1, 50),
            (50, 50, 40),
            (40, 80, 20),
            (20, 4_000, 1),
            (1, 0, 10),
            (10, 0, 50),
        ] {
            size.learn(commands, Duration::from_secs(seconds));
            assert_eq!(size.commands(), expected);
        }
    }
}
