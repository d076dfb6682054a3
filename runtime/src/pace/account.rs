//! What is known of one method's computing time.

use std::time::{Duration, SystemTime};

use super::Operating;
use crate::time::Time;

/// The portal counts in buckets of a minute, and forgets each ten minutes after it began.
const MEMORY: Duration = Duration::from_mins(10);

/// How long a method rests where nobody knows when the portal forgets; doubled each time.
const REST: Duration = Duration::from_mins(1);

/// Runs up to here cost nothing.
const FREE: Duration = Duration::from_millis(100);

/// The portal tells the time of a reset in whole seconds.
const ROUNDED: Duration = Duration::from_secs(1);

/// How soon to look again for an answer that is under way.
const SOONEST: Duration = Duration::from_millis(100);
const LATEST: Duration = Duration::from_secs(5);

/// What an answer tells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    used: Duration,
    finish: Option<SystemTime>,
    duration: Option<Duration>,
    resets_at: Option<SystemTime>,
    /// How long it was until then as the portal answered: its clock may not be ours.
    resets_in: Duration,
}

impl Told {
    /// `None` where the portal does not count; `unix` is the time of the arrival.
    pub(super) fn by(time: &Time, unix: Duration) -> Option<Self> {
        let resets_at = time.operating_reset_at();
        let answered = time.finish().or_else(|| SystemTime::UNIX_EPOCH.checked_add(unix));
        let resets_in = resets_at
            .zip(answered)
            .map(|(resets, answered)| resets.duration_since(answered).unwrap_or_default() + ROUNDED);
        Some(Self {
            used: time.operating()?,
            finish: time.finish(),
            duration: time.duration(),
            resets_at,
            resets_in: resets_in.unwrap_or(REST).min(MEMORY + ROUNDED),
        })
    }

    /// What was used up before this run, which the portal let through all the same.
    pub(super) fn before(&self) -> Duration {
        self.used.saturating_sub(self.duration.unwrap_or(self.used))
    }
}

/// The account of one method. Times are those of the clock, not of the portal.
#[derive(Debug, Default)]
pub(super) struct Account {
    told: Option<(Told, Duration)>,
    /// What the runs since then will have used up whose answers were lost.
    guessed: Duration,
    /// What the next run is expected to use up.
    cost: Duration,
    /// How many runs have begun: they are sent, or wait for their turn.
    under_way: u32,
    /// How many of these are sent.
    sent: u32,
    /// How many refusals there were; a run that was sent before the last one says nothing new.
    refusals: u64,
    /// Refused, and not taken since.
    blocked: Option<Block>,
}

#[derive(Debug, Clone, Copy)]
struct Block {
    until: Duration,
    /// How long the next one lasts.
    next: Duration,
}

impl Account {
    /// So many runs begin, which [may](Self::may_enter).
    pub(super) fn enter(&mut self, runs: u32) {
        self.under_way = self.under_way.saturating_add(runs);
    }

    /// So many of those that began are sent, which [may be](Self::may_send).
    pub(super) fn send(&mut self, runs: u32) {
        self.sent = self.sent.saturating_add(runs);
    }

    /// So many runs end that began, and were sent or not.
    pub(super) fn leave(&mut self, runs: u32, sent: bool) {
        self.under_way = self.under_way.saturating_sub(runs);
        if sent {
            self.sent = self.sent.saturating_sub(runs);
        }
    }

    /// How often the portal has refused the method.
    pub(super) fn refusals(&self) -> u64 {
        self.refusals
    }

    /// So many runs may have been counted, and their answers were lost.
    pub(super) fn lost(&mut self, runs: u32) {
        self.guessed = self.guessed.saturating_add(self.cost.saturating_mul(runs));
    }

    /// So many runs may begin together, or have to wait for so long before they ask again.
    pub(super) fn may_enter(&self, runs: u32, limit: Duration, now: Duration) -> Result<(), Duration> {
        self.allows(self.under_way, runs, limit, now)
    }

    /// The same where they have begun, and their turn has come: meanwhile the portal may have told more.
    pub(super) fn may_send(&self, runs: u32, limit: Duration, now: Duration) -> Result<(), Duration> {
        self.allows(self.sent, runs, limit, now)
    }

    /// So many runs are allowed beside so many others.
    fn allows(&self, others: u32, runs: u32, limit: Duration, now: Duration) -> Result<(), Duration> {
        let first = others == 0;
        if let Some(block) = self.blocked {
            return match block.until.saturating_sub(now) {
                Duration::ZERO if first => Ok(()), // it tries, for all others
                Duration::ZERO => Err(self.soon()),
                left => Err(left),
            };
        }
        let Some((told, at)) = self.told.filter(|_| !self.forgotten(now)) else {
            return Ok(());
        };
        let used = told.used.saturating_add(self.guessed);
        let runs = others.saturating_add(runs);
        if used.saturating_add(self.cost.saturating_mul(runs)) <= limit {
            return Ok(());
        }
        match at.saturating_add(told.resets_in).saturating_sub(now) {
            // The portal has forgotten some of it; how much, the answer to the first run tells.
            Duration::ZERO if first => Ok(()),
            Duration::ZERO => Err(self.soon()),
            // Those under way may turn out to be cheaper.
            left if !first && used.saturating_add(self.cost) <= limit => Err(left.min(self.soon())),
            left => Err(left),
        }
    }

    /// How many of so many further runs fit, as far as is known.
    pub(super) fn room(&self, limit: Duration, most: u32, now: Duration) -> u32 {
        if self.blocked.is_some() {
            return 0;
        }
        let Some((told, _)) = self.told.filter(|_| !self.forgotten(now)) else {
            return most;
        };
        let left = limit.saturating_sub(told.used.saturating_add(self.guessed));
        let runs = left.as_nanos().checked_div(self.cost.as_nanos());
        let runs = runs.map_or(most, |runs| u32::try_from(runs).unwrap_or(u32::MAX));
        runs.saturating_sub(self.under_way).min(most)
    }

    /// When the answer to a run under way may have come.
    fn soon(&self) -> Duration {
        self.cost.clamp(SOONEST, LATEST)
    }

    /// An answer came; `refusals` are those before its run was sent.
    pub(super) fn told(&mut self, told: Told, refusals: Option<u64>, now: Duration) {
        if refusals == Some(self.refusals) || self.blocked.is_some_and(|block| block.until <= now) {
            self.blocked = None;
        }
        // Answers overtake each other. Should the portal's clock have been set back, then not for long.
        let overtaken = self
            .told
            .and_then(|(last, _)| last.finish.zip(told.finish))
            .is_some_and(|(last, this)| this < last);
        if overtaken && !self.forgotten(now) {
            return;
        }
        let growth = self
            .told
            .map_or(told.used, |(last, _)| told.used.saturating_sub(last.used));
        let cost = told.duration.unwrap_or(growth);
        let cost = if cost <= FREE { Duration::ZERO } else { cost };
        // One cheap run among dear ones says little.
        self.cost = cost.max(self.cost.mul_f64(0.95));
        self.told = Some((told, now));
        self.guessed = Duration::ZERO;
    }

    /// The portal refused a run. What it will have counted, unless this is of an earlier storm, or the
    /// last that was told is too old to say.
    pub(super) fn refused(&mut self, refusals: u64, now: Duration) -> Option<Duration> {
        if refusals != self.refusals {
            return None;
        }
        self.refusals += 1;
        let told = self.told.filter(|_| !self.forgotten(now));
        let resets = told.map_or(now, |(told, at)| at.saturating_add(told.resets_in));
        self.blocked = Some(match self.blocked {
            None if resets > now => Block {
                until: resets,
                next: REST,
            },
            last => {
                let rest = last.map_or(REST, |block| block.next);
                Block {
                    until: now.saturating_add(rest),
                    next: rest.saturating_mul(2).min(MEMORY),
                }
            }
        });
        let (told, at) = told?;
        let others = self.sent.saturating_sub(1);
        let used = told.used.saturating_add(self.guessed);
        let counted = used.saturating_add(self.cost.saturating_mul(others));
        (now.saturating_sub(at) < REST).then_some(counted)
    }

    /// Whether the portal has forgotten all that was told.
    fn forgotten(&self, now: Duration) -> bool {
        self.told.is_none_or(|(_, at)| now.saturating_sub(at) >= MEMORY)
    }

    /// Whether nothing is lost with it.
    pub(super) fn is_idle(&self, now: Duration) -> bool {
        let blocked = self
            .blocked
            .is_some_and(|block| now < block.until.saturating_add(MEMORY));
        self.under_way == 0 && !blocked && self.forgotten(now)
    }

    pub(super) fn operating(&self) -> Option<Operating> {
        self.told.map(|(told, _)| Operating {
            used: told.used,
            resets_at: told.resets_at,
        })
    }
}
