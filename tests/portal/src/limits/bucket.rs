//! The leaky bucket: how many requests a portal takes, and how soon it takes more.

use std::time::Duration;

/// A request that takes longer than this to drain stays: a century, so that sums cannot overflow.
const FOREVER: Duration = Duration::from_hours(24 * 36_525);

/// The size of a bucket, and how fast it drains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rate {
    burst: u32,
    /// How long one request takes to drain.
    interval: Duration,
}

impl Rate {
    pub(crate) const STANDARD: Self = Self {
        burst: 50,
        interval: Duration::from_millis(500),
    };

    pub(crate) const ENTERPRISE: Self = Self {
        burst: 250,
        interval: Duration::from_millis(200),
    };

    pub(crate) fn new(burst: u32, per_second: f64) -> Self {
        let drains = per_second > 0.0;
        let interval = drains.then(|| Duration::try_from_secs_f64(per_second.recip()).ok());
        Self {
            burst,
            interval: interval.flatten().unwrap_or(FOREVER).min(FOREVER),
        }
    }
}

/// Measured in the time that it takes to drain, which is exact where fractions of requests are
/// not.
#[derive(Debug)]
pub(super) struct Bucket {
    rate: Rate,
    level: Duration,
    /// When the level was right.
    seen: Duration,
}

impl Bucket {
    pub(super) fn new(rate: Rate) -> Self {
        Self {
            rate,
            level: Duration::ZERO,
            seen: Duration::ZERO,
        }
    }

    /// Takes a request in, if there is room for it. What is refused leaves the level as it is.
    pub(super) fn admit(&mut self, now: Duration) -> bool {
        let Rate { burst, interval } = self.rate;
        self.level = self.level.saturating_sub(now.saturating_sub(self.seen));
        self.seen = now;
        let filled = self.level + interval;
        let fits = filled <= interval * burst;
        if fits {
            self.level = filled;
        }
        fits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many of `count` requests at once are admitted.
    fn admitted(bucket: &mut Bucket, now: f64, count: usize) -> usize {
        let now = Duration::from_secs_f64(now);
        (0..count).filter(|_| bucket.admit(now)).count()
    }

    #[test]
    fn a_burst_is_taken_then_what_drains() {
        let mut bucket = Bucket::new(Rate::STANDARD);
        assert_eq!(admitted(&mut bucket, 1e9, 60), 50);
        assert_eq!(admitted(&mut bucket, 1e9 + 0.49, 1), 0);
        assert_eq!(admitted(&mut bucket, 1e9 + 0.5, 2), 1);
        assert_eq!(admitted(&mut bucket, 1e9 + 10.5, 60), 20);
        assert_eq!(admitted(&mut bucket, 1e9 + 1e6, 60), 50);
    }

    #[test]
    fn a_clock_that_was_set_back_neither_drains_nor_fills() {
        let mut bucket = Bucket::new(Rate::new(2, 1.0));
        assert_eq!(admitted(&mut bucket, 100.0, 3), 2);
        assert_eq!(admitted(&mut bucket, 50.0, 1), 0);
        assert_eq!(admitted(&mut bucket, 51.0, 2), 1);
    }

    #[test]
    fn odd_rates_are_taken_as_they_are() {
        for never in [0.0, -1.0, f64::NAN, 1e-300] {
            let mut bucket = Bucket::new(Rate::new(u32::MAX, never));
            assert_eq!(admitted(&mut bucket, 0.0, 100), 100);
            let mut bucket = Bucket::new(Rate::new(1, never));
            assert_eq!(admitted(&mut bucket, 0.0, 2), 1, "{never}");
            assert_eq!(admitted(&mut bucket, 1e9, 2), 0, "{never}");
        }
        assert_eq!(admitted(&mut Bucket::new(Rate::new(0, 2.0)), 1e9, 2), 0);
        assert_eq!(
            admitted(&mut Bucket::new(Rate::new(1, f64::INFINITY)), 1e9, 99),
            99
        );
    }
}
