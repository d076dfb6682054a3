//! The client's clock, which tells the observers of each wait.

use std::sync::Arc;
use std::time::Duration;

use crate::clock::Clock;
use crate::observe::{Event, Observer};

pub(super) struct Announced<'a> {
    clock: &'a dyn Clock,
    observers: &'a [Arc<dyn Observer>],
    method: &'a str,
}

impl<'a> Announced<'a> {
    pub(super) fn new(clock: &'a dyn Clock, observers: &'a [Arc<dyn Observer>], method: &'a str) -> Self {
        Self {
            clock,
            observers,
            method,
        }
    }
}

impl std::fmt::Debug for Announced<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.clock.fmt(f)
    }
}

impl Clock for Announced<'_> {
    fn now(&self) -> Duration {
        self.clock.now()
    }

    fn unix(&self) -> Duration {
        self.clock.unix()
    }

    fn sleep(&self, length: Duration) {
        for observer in self.observers {
            observer.observe(&Event::Wait {
                method: self.method,
                length,
            });
        }
        self.clock.sleep(length);
    }
}
