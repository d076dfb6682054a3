//! What time it is on the portal.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// 2026-01-01, the first hour of the day in Moscow.
const FIRST_MOMENT: Duration = Duration::from_hours(490_893);

/// The last day of the year 9999: the portal writes years in four digits.
const LAST_MOMENT: Duration = Duration::from_hours(24 * 2_932_896);

/// A clock that stands still until it is turned: hours of limits and expiring tokens pass at
/// once, and every run of a test sees the same time. Clones are one clock, which several portals
/// and the program under test may share.
///
/// ```
/// use std::time::Duration;
///
/// use b24_portal::{Portal, TurnedClock};
///
/// let clock = TurnedClock::new();
/// let portal = Portal::builder().clock(&clock).start()?;
///
/// let before = clock.now();
/// clock.advance(Duration::from_secs(3600));
/// assert_eq!(clock.now() - before, Duration::from_secs(3600));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone)]
pub struct TurnedClock(Arc<Face>);

#[derive(Default)]
struct Face {
    now: Mutex<Duration>,
    watchers: Mutex<Vec<Weak<dyn Turned>>>,
}

/// Who is to do something when a time has come.
pub(crate) trait Turned: Send + Sync {
    /// Called after each turn of the clock, before [`TurnedClock::advance`] returns.
    fn turned(&self);
}

impl TurnedClock {
    /// A clock that shows the same moment of 2026 whenever it is made.
    #[must_use]
    pub fn new() -> Self {
        Self(Arc::new(Face {
            now: Mutex::new(FIRST_MOMENT),
            watchers: Mutex::default(),
        }))
    }

    /// The time since 1970 that it shows.
    #[must_use]
    pub fn now(&self) -> Duration {
        *lock(&self.0.now)
    }

    /// Turns it on, at most to the end of the year 9999.
    pub fn advance(&self, time: Duration) {
        {
            let mut now = lock(&self.0.now);
            *now = now.saturating_add(time).min(LAST_MOMENT);
        }
        // Outside of the locks: they will ask what time it is.
        let watchers = lock(&self.0.watchers).clone();
        for watcher in watchers {
            if let Some(watcher) = watcher.upgrade() {
                watcher.turned();
            }
        }
    }

    /// For as long as the watcher lives.
    fn watch(&self, watcher: &Arc<dyn Turned>) {
        let mut watchers = lock(&self.0.watchers);
        watchers.retain(|watcher| watcher.strong_count() > 0);
        watchers.push(Arc::downgrade(watcher));
    }
}

/// What is guarded is replaced at once, so a panic elsewhere leaves it whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Default for TurnedClock {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for TurnedClock {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("TurnedClock").field(&self.now()).finish()
    }
}

/// The clock of one portal. All of its times come from here.
#[derive(Debug, Clone, Default)]
pub(crate) enum Clock {
    #[default]
    System,
    Turned(TurnedClock),
}

impl Clock {
    /// Whether it goes by itself.
    pub(crate) fn goes(&self) -> bool {
        matches!(self, Self::System)
    }

    /// Tells the watcher whenever the clock is turned, for as long as it lives.
    pub(crate) fn watch(&self, watcher: &Arc<dyn Turned>) {
        if let Self::Turned(clock) = self {
            clock.watch(watcher);
        }
    }

    /// The time since 1970.
    pub(crate) fn now(&self) -> Duration {
        match self {
            // PHP's microtime has no finer digits.
            Self::System => {
                let since = SystemTime::now().duration_since(UNIX_EPOCH);
                let micros = since.map_or(0, |since| u64::try_from(since.as_micros()).unwrap_or_default());
                Duration::from_micros(micros)
            }
            Self::Turned(clock) => clock.now(),
        }
    }

    /// Lets time pass where that costs nothing, and tells how much of it did not.
    pub(crate) fn pass(&self, time: Duration) -> Duration {
        match self {
            Self::System => time,
            Self::Turned(clock) => {
                clock.advance(time);
                Duration::ZERO
            }
        }
    }
}
