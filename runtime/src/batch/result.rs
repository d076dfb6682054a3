//! What came of a batch.

use std::fmt;

use super::Handle;
use super::command::Output;
use crate::error::{Advice, Error, Outcome};
use crate::method::Method;
use crate::retry::Failure;
use crate::time::Time;

/// What came of each command of a batch.
#[must_use = "commands may have failed: ask `all`, or `get` each"]
pub struct BatchResult {
    pub(super) batch: u64,
    pub(super) commands: Vec<Answered>,
}

/// What came of one command.
pub(super) struct Answered {
    pub(super) method: &'static str,
    pub(super) output: Result<Output, CommandError>,
    pub(super) time: Time,
    pub(super) next: Option<u64>,
    pub(super) total: Option<u64>,
}

impl Answered {
    pub(super) fn failed(method: &'static str, error: &Error) -> Self {
        Self::without_result(method, CommandError::Failed(error.clone()))
    }

    pub(super) fn not_run(method: &'static str, after: usize) -> Self {
        Self::without_result(method, CommandError::NotRun { method, after })
    }

    /// Whether the portal refused it for want of computing time: it was not run, and may be later.
    pub(super) fn is_operating_limited(&self) -> bool {
        let Err(CommandError::Failed(error)) = &self.output else {
            return false;
        };
        Failure::of(error) == Failure::OperatingLimited
    }

    /// One of several, which have this error in common.
    pub(super) fn together(method: &'static str, error: &Error) -> Self {
        Self::without_result(method, CommandError::Together(error.clone()))
    }

    fn without_result(method: &'static str, error: CommandError) -> Self {
        Self {
            method,
            output: Err(error),
            time: Time::default(),
            next: None,
            total: None,
        }
    }
}

/// A command of a batch that gave no result.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum CommandError {
    /// The command failed, or the request in which it went.
    ///
    /// A batch tells no status for its commands; 400 is assumed, as of most refusals.
    Failed(Error),
    /// It, or another command of its request, failed: REST 3 answers to all commands with the first error
    /// that one of them met, and does not tell which one. Those before that one were executed.
    Together(Error),
    /// It was executed, but with something else than it should have taken from another's result, which
    /// lacks that: look what it did.
    Unresolved {
        /// The method that was called.
        method: &'static str,
        /// What is lacking.
        reference: String,
    },
    /// It was not run, for another one failed before.
    NotRun {
        /// The method that was not called.
        method: &'static str,
        /// The place of that other one in the batch, counted from 0.
        after: usize,
    },
    /// An earlier run left open whether it was executed, and to ask failed, with this error; see
    /// [`Client::send_once`](crate::Client::send_once).
    Undecided(Error),
    /// The handle is that of another batch.
    ForeignHandle,
}

impl CommandError {
    /// Whether the portal executed the command.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::Failed(error) => error.outcome(),
            Self::Together(_) | Self::Undecided(_) => Outcome::Unknown,
            Self::Unresolved { .. } => Outcome::Executed,
            Self::NotRun { .. } | Self::ForeignHandle => Outcome::NotExecuted,
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn advice(&self) -> Advice {
        match self {
            Self::Failed(error) => error.advice(),
            Self::Together(_) | Self::Undecided(_) | Self::Unresolved { .. } => Advice::Check,
            Self::NotRun { .. } => Advice::Retry,
            Self::ForeignHandle => Advice::FixRequest,
        }
    }

    /// The error of the command, or of its request, if there was one.
    #[must_use]
    pub fn error(&self) -> Option<&Error> {
        match self {
            Self::Failed(error) | Self::Together(error) | Self::Undecided(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for CommandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed(error) => error.fmt(f),
            Self::Together(error) => write!(
                f,
                "a batch of REST 3 fails as one, for any of its commands; look which were executed: {error}"
            ),
            Self::Unresolved { method, reference } => write!(
                f,
                "{method} was executed without what it refers to, for {reference} is not there; look what it did"
            ),
            Self::NotRun { method, after } => write!(
                f,
                "{method} was not run, for command {after} of the batch, counted from 0, failed before it; \
                 call it again"
            ),
            Self::Undecided(error) => write!(
                f,
                "whether an earlier run executed it is not known, and to ask failed: {error}"
            ),
            Self::ForeignHandle => f.write_str("the handle is that of a command of another batch"),
        }
    }
}

impl std::error::Error for CommandError {}

/// The commands of a batch that failed.
#[derive(Debug, Clone)]
pub struct Failures {
    of: usize,
    failed: Vec<(usize, CommandError)>,
}

impl Failures {
    /// Each with its place in the batch.
    #[must_use]
    pub fn commands(&self) -> &[(usize, CommandError)] {
        &self.failed
    }
}

impl fmt::Display for Failures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} commands failed", self.failed.len(), self.of)?;
        for (place, error) in self.failed.iter().take(3) {
            write!(f, "\n  {place}: {error}")?;
        }
        match self.failed.len().saturating_sub(3) {
            0 => Ok(()),
            more => write!(f, "\n  and {more} more"),
        }
    }
}

impl std::error::Error for Failures {}

impl BatchResult {
    /// The result of a command.
    ///
    /// # Errors
    /// Why there is none: the command failed, or was never run.
    pub fn get<M>(&self, handle: &Handle<M>) -> Result<&M::Output, CommandError>
    where
        M: Method<Output: 'static> + ?Sized,
    {
        let answered = self.answered(handle).ok_or(CommandError::ForeignHandle)?;
        let output = answered.output.as_ref().map_err(CommandError::clone)?;
        output.downcast_ref().ok_or(CommandError::ForeignHandle)
    }

    /// Where the next page of a list begins; `None` on the last page.
    #[must_use]
    pub fn next<M: ?Sized>(&self, handle: &Handle<M>) -> Option<u64> {
        self.answered(handle)?.next
    }

    /// How many rows a list has in all, where the portal counts them.
    #[must_use]
    pub fn total<M: ?Sized>(&self, handle: &Handle<M>) -> Option<u64> {
        self.answered(handle)?.total
    }

    /// How long the command took.
    #[must_use]
    pub fn time<M: ?Sized>(&self, handle: &Handle<M>) -> Option<&Time> {
        Some(&self.answered(handle)?.time)
    }

    /// The commands that failed, each with its place in the batch.
    pub fn failures(&self) -> impl Iterator<Item = (usize, &CommandError)> {
        let errors = self
            .commands
            .iter()
            .map(|answered| answered.output.as_ref().err());
        errors
            .enumerate()
            .filter_map(|(place, error)| Some((place, error?)))
    }

    /// The same, if every command succeeded.
    ///
    /// # Errors
    /// Those that failed.
    pub fn all(self) -> Result<Self, Failures> {
        let failed: Vec<_> = self
            .failures()
            .map(|(place, error)| (place, error.clone()))
            .collect();
        if failed.is_empty() {
            Ok(self)
        } else {
            Err(Failures {
                of: self.commands.len(),
                failed,
            })
        }
    }

    fn answered<M: ?Sized>(&self, handle: &Handle<M>) -> Option<&Answered> {
        let same = handle.batch == self.batch;
        self.commands.get(handle.command).filter(|_| same)
    }
}

impl fmt::Debug for BatchResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let results = self
            .commands
            .iter()
            .map(|answered| (answered.method, answered.output.as_ref().map(|_| ())));
        f.debug_list().entries(results).finish()
    }
}
