//! The portal's clock as the client's: whoever waits turns it, and nobody waits. Where several threads wait
//! at once, more time passes than would.

use std::time::Duration;

use b24::Clock;
use b24_portal::TurnedClock;

#[derive(Debug, Clone)]
pub(crate) struct Turned(pub(crate) TurnedClock);

impl Clock for Turned {
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
