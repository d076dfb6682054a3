//! The pace as a whole, on clocks that are turned.

mod computing;
mod dice;
mod rate;
mod sharing;
mod threads;
mod timeline;

use std::sync::Mutex;
use std::time::Duration;

use crate::clock::Clock;

use super::{Pace, Patience};
use crate::error::PaceError;

const NEVER: Patience = Patience {
    at_once: true,
    deadline: None,
};

const FOREVER: Patience = Patience {
    at_once: false,
    deadline: None,
};

/// A clock for one thread: waiting turns it.
#[derive(Debug, Default)]
struct Turned(Mutex<Duration>);

impl Turned {
    fn turn(&self, by: Duration) {
        *self.0.lock().unwrap() += by;
    }

    fn set(&self, to: Duration) {
        *self.0.lock().unwrap() = to;
    }
}

impl Clock for Turned {
    fn now(&self) -> Duration {
        *self.0.lock().unwrap()
    }

    fn unix(&self) -> Duration {
        self.now()
    }

    fn sleep(&self, duration: Duration) {
        self.turn(duration);
    }
}

/// The portal's side of the rate: it counts up with each request, down with time, and refuses above
/// its limit.
#[derive(Debug)]
struct Counter {
    level: f64,
    at: Duration,
    limit: u32,
    per_second: f64,
}

impl Counter {
    fn new(limit: u32, per_second: f64) -> Self {
        Self {
            level: 0.0,
            at: Duration::ZERO,
            limit,
            per_second,
        }
    }

    fn takes(&mut self, now: Duration) -> bool {
        let drained = now.saturating_sub(self.at).as_secs_f64() * self.per_second;
        self.level = (self.level - drained).max(0.0);
        self.at = now;
        // Doubles add up to a little more than they should.
        let takes = self.level + 1.0 <= f64::from(self.limit) + 1e-6;
        self.level += f64::from(u8::from(takes));
        takes
    }
}

fn seconds(seconds: f64) -> Duration {
    Duration::from_secs_f64(seconds)
}

/// How long a call waits that has all the time, and whose answer tells nothing.
fn waits(pace: &Pace, clock: &Turned) -> Duration {
    pace.take(clock, "crm.deal.list", &[], FOREVER).unwrap().waited()
}

/// How long a call would have to wait that may not.
fn refusal(pace: &Pace, clock: &Turned) -> Option<PaceError> {
    pace.take(clock, "crm.deal.list", &[], NEVER).err()
}
