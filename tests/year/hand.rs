//! The client's clock: the portal's, which waiting turns.

use std::time::Duration;

use b24::Clock;
use b24_portal::TurnedClock;

/// Whoever waits turns it, so it is for one thread.
#[derive(Debug, Clone)]
pub(crate) struct Hand(pub(crate) TurnedClock);

impl Clock for Hand {
    fn now(&self) -> Duration {
        self.0.now()
    }

    fn unix(&self) -> Duration {
        self.0.now()
    }

    fn sleep(&self, duration: Duration) {
        self.0.advance(duration);
    }
}
