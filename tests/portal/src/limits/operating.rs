//! `operating`: how long each method has run for each application or webhook.

use std::{
    collections::{BTreeMap, VecDeque},
    time::Duration,
};

use crate::{rest::Timing, settings::Payer};

/// Runs are counted in buckets of a minute …
const MINUTE: u64 = 60;

/// … each of which is forgotten so long after its first run began.
const REMEMBERED: Duration = Duration::from_mins(10);

/// A run that takes no longer is not counted.
const UNCOUNTED: Duration = Duration::from_millis(100);

/// No run takes longer: sums of such times cannot overflow.
const LONGEST: Duration = Duration::from_hours(24);

/// Its commands are counted in its place, unless it pays for them.
const BATCH: &str = "batch";

/// What an answer tells of a method's running time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Operating {
    pub(crate) used: Duration,
    /// When the oldest part of it will be forgotten, in whole seconds since 1970.
    pub(crate) reset_at: Duration,
}

/// The running times of all methods.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    limit: Option<Duration>,
    payer: Payer,
    costs: BTreeMap<String, Duration>,
    /// By account and method; the oldest bucket first.
    buckets: BTreeMap<(String, String), VecDeque<Bucket>>,
}

#[derive(Debug)]
struct Bucket {
    minute: u64,
    reset_at: Duration,
    sum: Duration,
}

impl Ledger {
    pub(super) fn new(limit: Option<Duration>, payer: Payer) -> Self {
        Self {
            limit,
            payer,
            ..Self::default()
        }
    }

    pub(super) fn set_cost(&mut self, method: String, cost: Duration) {
        self.costs.insert(method, cost.min(LONGEST));
    }

    /// The run that passes the limit is still done; the next one is not.
    pub(super) fn is_used_up(&mut self, account: &str, method: &str, now: Duration) -> bool {
        let buckets = self.buckets(account, method, now);
        let used = buckets.iter().map(|bucket| bucket.sum).sum::<Duration>();
        self.limit.is_some_and(|limit| used > limit)
    }

    /// How long a run of the method takes, as far as that is known beforehand.
    pub(super) fn cost(&self, method: &str) -> Duration {
        self.costs.get(method).copied().unwrap_or_default()
    }

    /// Counts what a run took that began at `start`.
    pub(super) fn count(&mut self, account: &str, method: &str, start: Duration, timing: &mut Timing) {
        let counts = timing.spent > UNCOUNTED && (method != BATCH || self.payer == Payer::Batch);
        let buckets = self.buckets(account, method, timing.now());
        if counts {
            add(buckets, start, timing.spent);
        }
        let oldest = buckets.front().map(|bucket| bucket.reset_at);
        timing.operating = Some(Operating {
            used: buckets.iter().map(|bucket| bucket.sum).sum(),
            reset_at: oldest.unwrap_or(reset_of(start)),
        });
    }

    fn buckets(&mut self, account: &str, method: &str, now: Duration) -> &mut VecDeque<Bucket> {
        let key = (account.to_owned(), method.to_owned());
        let buckets = self.buckets.entry(key).or_default();
        while buckets.front().is_some_and(|oldest| oldest.reset_at <= now) {
            buckets.pop_front();
        }
        buckets
    }
}

fn add(buckets: &mut VecDeque<Bucket>, start: Duration, cost: Duration) {
    let minute = start.as_secs() / MINUTE;
    match buckets.back_mut() {
        Some(latest) if latest.minute == minute => latest.sum += cost,
        _ => buckets.push_back(Bucket {
            minute,
            reset_at: reset_of(start),
            sum: cost,
        }),
    }
}

/// A whole second, so that what is told is what is done.
fn reset_of(start: Duration) -> Duration {
    Duration::from_secs(start.as_secs()) + REMEMBERED
}
