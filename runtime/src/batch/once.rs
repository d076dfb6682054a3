//! Many calls, each of them executed once, even if the program is ended and started again.

use std::collections::{HashSet, VecDeque};
use std::fmt;
use std::iter::{Fuse, FusedIterator};
use std::time::Duration;

use super::all::{self, Size};
use super::command::Command;
use super::result::{Answered, CommandError};
use super::send;
use crate::client::Client;
use crate::error::{Error, Outcome, StoreError};
use crate::journal::{Journal, Mark};
use crate::method::Method;
use crate::response::Response;

/// So long after it was sent a request may still be executed: the portal ends it then.
const SETTLED: Duration = Duration::from_mins(1);

/// What came of each of many calls, with its key, in their order; made by [`Client::send_once`].
#[must_use = "nothing is sent before it is iterated over"]
pub struct SendOnce<'c, I, J, K, M, A> {
    client: &'c Client,
    calls: Fuse<I>,
    journal: J,
    was_executed: A,
    size: Size,
    /// When the walk began, by the time since 1970.
    begun: Duration,
    /// Has a key that the request before it has too.
    held: Option<(K, M)>,
    ready: VecDeque<(K, Ready)>,
    /// Why the journal could not be written: nothing more is sent.
    broken: Option<StoreError>,
}

enum Ready {
    /// An earlier run did it.
    Before,
    Answered(Answered),
    Undecided(Error),
}

impl<'c, I, J, K, M, A> SendOnce<'c, I, J, K, M, A>
where
    I: Iterator<Item = (K, M)>,
    J: Journal,
    K: AsRef<str>,
    M: Method<Output: Send + 'static>,
    A: FnMut(&str, &M) -> Result<bool, Error>,
{
    pub(crate) fn new(client: &'c Client, journal: J, calls: I, was_executed: A) -> Self {
        Self {
            client,
            calls: calls.fuse(),
            journal,
            was_executed,
            size: Size::default(),
            begun: client.unix(),
            held: None,
            ready: VecDeque::new(),
            broken: None,
        }
    }

    /// Sends what is to be sent of the next calls.
    fn refill(&mut self) {
        let mut items = Vec::new();
        let mut keys = HashSet::new();
        while items.len() < self.size.commands() {
            let Some((key, call)) = self.held.take().or_else(|| self.calls.next()) else {
                break;
            };
            // What becomes of the one decides about the other.
            if !keys.insert(key.as_ref().to_owned()) {
                self.held = Some((key, call));
                break;
            }
            let known = self.decide(key.as_ref(), &call);
            items.push((key, call, known));
        }
        let mut commands = Vec::new();
        let mut sent = Vec::new();
        for (key, call, known) in &mut items {
            if known.is_some() {
                continue;
            }
            match Command::independent(call) {
                Ok(command) => {
                    commands.push(command);
                    sent.push(K::as_ref(key));
                }
                Err(invalid) => *known = Some(failed::<M>(&invalid.into())),
            }
        }
        let mut answers = self.send(&sent, &commands).into_iter();
        self.ready = items
            .into_iter()
            .filter_map(|(key, _, known)| {
                let ready = known.or_else(|| answers.next().map(Ready::Answered));
                ready.map(|ready| (key, ready))
            })
            .collect();
    }

    /// What comes of an item that is not to be sent.
    fn decide(&mut self, key: &str, call: &M) -> Option<Ready> {
        if let Some(error) = &self.broken {
            return Some(failed::<M>(&error.clone().into()));
        }
        match self.journal.mark(key) {
            Ok(None | Some(Mark::Failed)) => None,
            Ok(Some(Mark::Done)) => Some(Ready::Before),
            Ok(Some(Mark::Unknown { since })) => self.ask(key, call, since),
            Err(error) => Some(failed::<M>(&error.into())),
        }
    }

    fn ask(&mut self, key: &str, call: &M, since: Duration) -> Option<Ready> {
        // Whoever noted it may have sent it much later, but not after this walk began.
        let sent = since.max(self.begun);
        self.client
            .wait_until(M::NAME, sent.saturating_add(SETTLED), SETTLED);
        let done = match (self.was_executed)(key, call) {
            Ok(true) => self.journal.note(&[(key, Mark::Done)]),
            Ok(false) => return None,
            Err(error) => return Some(Ready::Undecided(error)),
        };
        // It would be asked for again.
        self.broken = done.err();
        Some(Ready::Before)
    }

    /// The marks stand in the journal before anything is sent.
    fn send(&mut self, keys: &[&str], commands: &[Command]) -> Vec<Answered> {
        if commands.is_empty() {
            return Vec::new();
        }
        let since = self.client.unix();
        let unknown: Vec<(&str, Mark)> = keys.iter().map(|key| (*key, Mark::Unknown { since })).collect();
        if let Err(error) = self.journal.note(&unknown) {
            self.broken = Some(error.clone());
            let error = Error::from(error);
            return commands
                .iter()
                .map(|command| Answered::failed(command.method, &error))
                .collect();
        }
        let (answers, took) = send::independent(self.client, commands);
        self.size.learn_from(commands.len(), took);
        let marks = keys.iter().zip(&answers).filter_map(|(key, answer)| {
            let outcome = answer.output.as_ref().err().map(CommandError::outcome);
            let mark = match outcome {
                None | Some(Outcome::Executed) => Mark::Done,
                Some(Outcome::NotExecuted) => Mark::Failed,
                Some(Outcome::Unknown) => return None,
            };
            Some((*key, mark))
        });
        self.broken = self.journal.note(&marks.collect::<Vec<_>>()).err();
        answers
    }
}

fn failed<M: Method>(error: &Error) -> Ready {
    Ready::Answered(Answered::failed(M::NAME, error))
}

impl<I, J, K, M, A> Iterator for SendOnce<'_, I, J, K, M, A>
where
    I: Iterator<Item = (K, M)>,
    J: Journal,
    K: AsRef<str>,
    M: Method<Output: Send + 'static>,
    A: FnMut(&str, &M) -> Result<bool, Error>,
{
    type Item = (K, Result<Option<Response<M::Output>>, CommandError>);

    fn next(&mut self) -> Option<Self::Item> {
        if self.ready.is_empty() {
            self.refill();
        }
        let (key, ready) = self.ready.pop_front()?;
        let result = match ready {
            Ready::Before => Ok(None),
            Ready::Answered(answered) => all::response(answered).map(Some),
            Ready::Undecided(error) => Err(CommandError::Undecided(error)),
        };
        Some((key, result))
    }
}

impl<I, J, K, M, A> FusedIterator for SendOnce<'_, I, J, K, M, A>
where
    I: Iterator<Item = (K, M)>,
    J: Journal,
    K: AsRef<str>,
    M: Method<Output: Send + 'static>,
    A: FnMut(&str, &M) -> Result<bool, Error>,
{
}

impl<I, J, K, M, A> fmt::Debug for SendOnce<'_, I, J, K, M, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SendOnce")
            .field("client", self.client)
            .finish_non_exhaustive()
    }
}
