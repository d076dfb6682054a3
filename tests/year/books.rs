//! What the portal did, beside what the client said of it.

use std::collections::BTreeMap;
use std::fmt;

use b24::{Error, Outcome};

use crate::work::Work;

/// What the client told of a call that failed.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) outcome: Outcome,
    /// For whoever looks at a test that failed.
    #[expect(dead_code, reason = "shown by `Debug`")]
    text: String,
}

impl Told {
    pub(crate) fn of(error: &Error) -> Self {
        Self {
            outcome: error.outcome(),
            text: error.to_string(),
        }
    }
}

/// What became of the calls of one kind.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Account {
    pub(crate) done: usize,
    pub(crate) not_executed: usize,
    pub(crate) unknown: usize,
    pub(crate) executed: usize,
}

/// All of the year's calls.
#[derive(Debug, Default)]
pub(crate) struct Books {
    accounts: BTreeMap<&'static str, Account>,
}

impl Books {
    /// Enters one call, that the portal executed so many times.
    pub(crate) fn enter(&mut self, work: Work, told: &Result<(), Told>, executions: usize) {
        let account = self.accounts.entry(work.method()).or_default();
        account.executed += executions;
        let (count, true_told) = match told.as_ref().map_err(|told| told.outcome) {
            Ok(()) | Err(Outcome::Executed) => (&mut account.done, executions == 1),
            Err(Outcome::NotExecuted) => (&mut account.not_executed, executions == 0),
            Err(Outcome::Unknown) => (&mut account.unknown, executions <= 1),
        };
        *count += 1;
        // What changes nothing may be asked for again.
        let true_told = true_told || work.is_read() && (told.is_err() || executions > 0);
        assert!(true_told, "{work:?} ran {executions} times: {told:?}");
    }

    pub(crate) fn calls(&self) -> usize {
        let calls = |account: &Account| account.done + account.not_executed + account.unknown;
        self.accounts.values().map(calls).sum()
    }
}

impl fmt::Display for Books {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (method, account) in &self.accounts {
            writeln!(
                f,
                "{method}: {} done, {} not executed, {} unknown; executed {} times",
                account.done, account.not_executed, account.unknown, account.executed
            )?;
        }
        Ok(())
    }
}
