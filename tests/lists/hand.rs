//! The hand that turns the portal's clock: whoever waits, turns it.

use std::time::Duration;

use b24::Clock;
use b24_portal::TurnedClock;

#[derive(Debug)]
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
