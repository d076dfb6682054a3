//! Time, as the client needs it: to keep its pace, to wait, and to stop waiting.

use std::fmt;
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Tells the time and waits.
///
/// Every wait of a [`Client`](crate::Client) goes through its clock, so a program's tests can turn one
/// of their own in place of waiting:
///
/// ```
/// use std::sync::Mutex;
/// use std::time::Duration;
///
/// use b24::Clock;
///
/// /// Waiting moves its hand.
/// #[derive(Debug, Default)]
/// struct Turned(Mutex<Duration>);
///
/// impl Clock for Turned {
///     fn now(&self) -> Duration {
///         *self.0.lock().unwrap()
///     }
///     fn unix(&self) -> Duration {
///         self.now()
///     }
///     fn sleep(&self, duration: Duration) {
///         *self.0.lock().unwrap() += duration;
///     }
/// }
///
/// let clock = Turned::default();
/// clock.sleep(Duration::from_secs(600));
/// assert_eq!(clock.now().as_secs(), 600);
/// ```
pub trait Clock: fmt::Debug + Send + Sync {
    /// The time since some moment in the past, always the same; it never runs backwards.
    fn now(&self) -> Duration;

    /// The time since 1970, as portals, tokens and other processes count it; it may be set.
    fn unix(&self) -> Duration;

    /// Returns once so much time has passed.
    fn sleep(&self, duration: Duration);
}

/// The clock of the machine, which a client uses unless told otherwise.
///
/// ```
/// use b24::{Clock, SystemClock};
///
/// let before = SystemClock.now();
/// assert!(SystemClock.now() >= before);
/// assert!(SystemClock.unix().as_secs() > 1_700_000_000);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Duration {
        static FIRST_ASKED: OnceLock<Instant> = OnceLock::new();
        FIRST_ASKED.get_or_init(Instant::now).elapsed()
    }

    fn unix(&self) -> Duration {
        // A clock set to before 1970 tells nothing that a portal could mean.
        SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
    }

    fn sleep(&self, duration: Duration) {
        thread::sleep(duration);
    }
}
