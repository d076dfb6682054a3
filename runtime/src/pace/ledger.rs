//! The computing time of all methods.

use std::collections::HashMap;
use std::time::Duration;

use super::Operating;
use super::account::{Account, Told};

/// What Bitrix24 says that its cloud allows within ten minutes.
pub(super) const USUAL_LIMIT: Duration = Duration::from_mins(8);

/// For how long a lower limit is believed that was seen from a refusal.
const BELIEVED: Duration = Duration::from_hours(24);

/// How many accounts are kept before the first look for idle ones.
const FEW: usize = 64;

/// Runs of a method within a request.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Runs<'a> {
    pub(crate) method: &'a str,
    pub(crate) count: u32,
}

/// One account a method, for one application or webhook.
#[derive(Debug)]
pub(super) struct Ledger {
    limit: Duration,
    /// A lower one, and until when it is believed.
    seen: Option<(Duration, Duration)>,
    accounts: HashMap<Box<str>, Account>,
    /// So many of them call for a look.
    many: usize,
}

impl Ledger {
    pub(super) fn new(limit: Duration) -> Self {
        Self {
            limit,
            seen: None,
            accounts: HashMap::new(),
            many: FEW,
        }
    }

    /// A run of the method begins, and with it so many of others; or it has to wait for so long before it
    /// asks again.
    pub(super) fn enter(&mut self, method: &str, within: &[Runs<'_>], now: Duration) -> Result<(), Duration> {
        let limit = self.limit(now);
        for Runs { method, count } in within {
            self.with(method, now, |account| account.may_enter(*count, limit, now))?;
        }
        self.with(method, now, |account| {
            account.may_enter(1, limit, now)?;
            account.enter(1);
            Ok(())
        })?;
        for Runs { method, count } in within {
            self.with(method, now, |account| account.enter(*count));
        }
        Ok(())
    }

    /// The same for a run that entered and whose turn has come: it is sent, or has to leave and to wait. The
    /// refusals of the method before it.
    pub(super) fn send(&mut self, method: &str, within: &[Runs<'_>], now: Duration) -> Result<u64, Duration> {
        let limit = self.limit(now);
        for Runs { method, count } in within {
            self.with(method, now, |account| account.may_send(*count, limit, now))?;
        }
        let refusals = self.with(method, now, |account| {
            account.may_send(1, limit, now)?;
            account.send(1);
            Ok(account.refusals())
        })?;
        for Runs { method, count } in within {
            self.with(method, now, |account| account.send(*count));
        }
        Ok(refusals)
    }

    /// How many of so many further runs fit now.
    pub(super) fn room(&mut self, method: &str, most: u32, now: Duration) -> u32 {
        let limit = self.limit(now);
        self.with(method, now, |account| account.room(limit, most, now))
    }

    /// A run that entered has ended, and those within it.
    pub(super) fn leave(&mut self, method: &str, within: &[Runs<'_>], sent: bool) {
        let own = Runs { method, count: 1 };
        for Runs { method, count } in within.iter().chain([&own]) {
            if let Some(account) = self.accounts.get_mut(*method) {
                account.leave(*count, sent);
            }
        }
    }

    /// The answer to a run was lost, and so what it and those within it have cost.
    pub(super) fn lost(&mut self, method: &str, within: &[Runs<'_>]) {
        let own = Runs { method, count: 1 };
        for Runs { method, count } in within.iter().chain([&own]) {
            if let Some(account) = self.accounts.get_mut(*method) {
                account.lost(*count);
            }
        }
    }

    /// How often the portal has refused the method.
    pub(super) fn refusals(&mut self, method: &str, now: Duration) -> u64 {
        self.with(method, now, |account| account.refusals())
    }

    pub(super) fn told(&mut self, method: &str, told: Told, refusals: Option<u64>, now: Duration) {
        // The portal let more pass than was believed.
        if told.before() > self.limit(now) {
            self.seen = self.seen.map(|(_, until)| (told.before().min(self.limit), until));
        }
        self.with(method, now, |account| account.told(told, refusals, now));
    }

    pub(super) fn refused(&mut self, method: &str, refusals: u64, now: Duration) {
        let limit = self.limit(now);
        if let Some(counted) = self.with(method, now, |account| account.refused(refusals, now)) {
            // Never by much at once: others may have called through the same webhook.
            let lower = counted.clamp(self.limit / 2, limit.max(self.limit / 2));
            self.seen = Some((lower, now.saturating_add(BELIEVED)));
        }
    }

    pub(super) fn operating(&self, method: &str) -> Option<Operating> {
        self.accounts.get(method)?.operating()
    }

    /// The limit that was set.
    pub(super) fn configured(&self) -> Duration {
        self.limit
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.accounts.len()
    }

    fn limit(&self, now: Duration) -> Duration {
        match self.seen {
            Some((limit, until)) if now < until => limit,
            _ => self.limit,
        }
    }

    fn with<R>(&mut self, method: &str, now: Duration, work: impl FnOnce(&mut Account) -> R) -> R {
        if let Some(account) = self.accounts.get_mut(method) {
            return work(account);
        }
        if self.accounts.len() >= self.many {
            self.accounts.retain(|_, account| !account.is_idle(now));
            self.many = (self.accounts.len() * 2).max(FEW);
        }
        work(self.accounts.entry(method.into()).or_default())
    }
}
