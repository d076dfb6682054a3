//! The portal's leaky bucket, as seen from here. No clock and no lock: whoever holds it says the time.

use std::time::Duration;

/// How many requests a portal takes at once, and how many from then on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rate {
    /// How long the bucket takes to drain by one request.
    interval: Duration,
    /// How long a full one takes to become empty.
    window: Duration,
    /// Whether requests are counted before the portal has refused one.
    counted: bool,
}

impl Rate {
    pub(super) const STANDARD: Self = Self {
        interval: Duration::from_millis(500),
        window: Duration::from_secs(25),
        counted: true,
    };

    pub(super) const ENTERPRISE: Self = Self {
        interval: Duration::from_millis(200),
        window: Duration::from_secs(50),
        counted: true,
    };

    /// Whoever refuses a request all the same gets no more than other portals.
    pub(super) const UNLIMITED: Self = Self {
        counted: false,
        ..Self::STANDARD
    };

    /// `None` where that is no rate; the interval is rounded up, so that it is never too fast.
    pub(super) fn new(burst: u32, per_second: f64) -> Option<Self> {
        const DAY: Duration = Duration::from_hours(24);
        let interval = Duration::try_from_secs_f64(1.0 / per_second).ok()?;
        let exact = interval.as_secs_f64() * per_second >= 1.0;
        let interval = interval + Duration::from_nanos(u64::from(!exact));
        let usable = burst > 0 && per_second.is_finite() && !interval.is_zero() && interval <= DAY;
        usable.then(|| Self {
            interval,
            window: interval.saturating_mul(burst),
            counted: true,
        })
    }
}

/// How full the portal's bucket is, which turns are given away, and how much of the rate is ours.
///
/// Everything is told on a time of its own, `drained`, that runs with the clock but slower for a while
/// after each refusal, for then somebody else calls from the same address. So a refusal slows down all
/// who wait already, and keeps them in order.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bucket {
    /// When `drained` and `speed` were last right, by the clock.
    pub(super) at: Duration,
    /// For how long the bucket has drained so far.
    pub(super) drained: Duration,
    /// When it will be empty: more than the window ahead once turns are given away.
    pub(super) empty: Duration,
    /// How fast it drains, 1 at most.
    pub(super) speed: f64,
    /// How many storms of refusals there were.
    pub(super) storms: u64,
}

/// A place in the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Turn {
    /// When it comes, as the bucket drains.
    pub(super) due: Duration,
    /// How long that takes by the clock, unless there is a refusal before.
    pub(super) wait: Duration,
    /// The storms before it.
    pub(super) storms: u64,
    /// How much later the portal may receive the request and still have its bucket drain as this one.
    pub(super) spare: Duration,
}

/// The part of the rate that is left even if every request is refused.
pub(super) const SLOWEST: f64 = 0.125;

/// How much faster it drains after each second without a refusal.
const RECOVERY: f64 = 0.005;

/// By so much at most a request is taken to have come late: that of one that took longer has been worked on.
const LATEST: Duration = Duration::from_secs(1);

/// Where `drained` begins, since it may be set back.
const BEGINNING: Duration = Duration::from_secs(1 << 32);

impl Bucket {
    /// An empty one.
    pub(super) fn new(now: Duration) -> Self {
        Self {
            at: now,
            drained: BEGINNING,
            empty: BEGINNING,
            speed: 1.0,
            storms: 0,
        }
    }

    /// The next turn, or how long it would take where that is more than `at_most`.
    pub(super) fn reserve(
        &mut self,
        rate: &Rate,
        now: Duration,
        at_most: Option<Duration>,
    ) -> Result<Turn, Duration> {
        self.settle(now);
        if !rate.counted && self.speed >= 1.0 {
            self.empty = self.empty.min(self.drained);
            return Ok(self.turn(self.drained, Duration::MAX));
        }
        let full = self.empty.max(self.drained);
        let empty = full.saturating_add(rate.interval);
        let turn = self.turn(
            empty.saturating_sub(rate.window),
            full.saturating_sub(self.drained),
        );
        if at_most.is_some_and(|most| turn.wait > most) {
            return Err(turn.wait);
        }
        self.empty = empty;
        Ok(turn)
    }

    /// The same turn as of now: its wait is over, or was put off.
    pub(super) fn again(&mut self, turn: Turn, now: Duration) -> Turn {
        self.settle(now);
        self.turn(turn.due, turn.spare)
    }

    /// The portal received a request within this time. It began to count then, which was later than here if
    /// its bucket had been empty by then: that of the first request of many, for which a connection had to be
    /// made.
    pub(super) fn received(&mut self, within: Duration, spare: Duration) {
        self.empty = self.empty.saturating_add(late(within, spare));
    }

    /// Nothing is sent in a turn that was given away. Those behind it keep theirs; the next one comes with
    /// the last of them, for which the portal's bucket has drained a little further.
    pub(super) fn hand_back(&mut self, rate: &Rate) {
        self.empty = self.empty.saturating_sub(rate.interval);
    }

    /// The portal refused a request that was sent after so many storms.
    pub(super) fn refused(&mut self, rate: &Rate, now: Duration, storms: u64) {
        self.settle(now);
        if storms != self.storms {
            return; // sent before the last refusal: of the same storm
        }
        self.storms = self.storms.wrapping_add(1);
        self.speed = (self.speed / 2.0).max(SLOWEST);
        let full = self.drained.saturating_add(rate.window);
        if self.empty <= full {
            self.empty = full;
        } else {
            // Some wait already. The first of them has to wait for a whole interval again.
            self.drained = self.drained.saturating_sub(rate.interval);
        }
    }

    /// Another counted the same portal's requests meanwhile: the fuller and the slower of both is right.
    pub(super) fn join(&mut self, mut other: Self, now: Duration) {
        self.settle(now);
        other.settle(now);
        let filled = other.empty.saturating_sub(other.drained);
        self.empty = self.empty.max(self.drained.saturating_add(filled));
        self.speed = self.speed.min(other.speed);
        self.storms = self.storms.max(other.storms);
    }

    fn turn(&self, due: Duration, spare: Duration) -> Turn {
        Turn {
            due,
            wait: self.until(due),
            storms: self.storms,
            spare,
        }
    }

    /// Lets it drain until now. A clock that was set back has only lost its time.
    fn settle(&mut self, now: Duration) {
        let elapsed = now.saturating_sub(self.at);
        self.at = now;
        let recovering = elapsed.min(self.recovers_in());
        if !recovering.is_zero() {
            let seconds = recovering.as_secs_f64();
            self.advance(seconds_or_none(ramp(self.speed, seconds)));
            self.speed = (self.speed + RECOVERY * seconds).min(1.0);
        }
        self.advance(elapsed.saturating_sub(recovering));
    }

    fn advance(&mut self, by: Duration) {
        self.drained = self.drained.saturating_add(by);
    }

    /// How long it takes by the clock until it has drained so far.
    fn until(&self, due: Duration) -> Duration {
        let left = due.saturating_sub(self.drained);
        let recovering = self.recovers_in();
        if left.is_zero() || recovering.is_zero() {
            return left;
        }
        let meanwhile = seconds_or_none(ramp(self.speed, recovering.as_secs_f64()));
        if left >= meanwhile {
            return recovering.saturating_add(left.saturating_sub(meanwhile));
        }
        // Where the area below the ramp is what is left.
        let root = (self.speed * self.speed + 2.0 * RECOVERY * left.as_secs_f64()).sqrt();
        let exact = seconds_or_none((root - self.speed) / RECOVERY);
        // Whoever wakes up then shall not find the last nanosecond missing.
        exact + Duration::from_micros(1)
    }

    fn recovers_in(&self) -> Duration {
        seconds_or_none((1.0 - self.speed) / RECOVERY)
    }
}

/// By how much a request that was received within this time may have come late.
pub(super) fn late(within: Duration, spare: Duration) -> Duration {
    within.min(LATEST).saturating_sub(spare)
}

/// How much drains in so many seconds while the speed rises.
fn ramp(speed: f64, seconds: f64) -> f64 {
    seconds * (speed + RECOVERY * seconds / 2.0)
}

fn seconds_or_none(seconds: f64) -> Duration {
    Duration::try_from_secs_f64(seconds).unwrap_or_default()
}
