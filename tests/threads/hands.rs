//! A clock for many threads: it stands still as long as one of them has something to do, and is turned to
//! the moment when the first of the sleepers wakes up.
//!
//! So a thread takes no time but what it sleeps, however the system shares out its processors.

use std::collections::BTreeSet;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::time::Duration;

use b24::Clock;
use b24_portal::TurnedClock;

#[derive(Debug, Clone)]
pub(crate) struct Hands {
    clock: TurnedClock,
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    threads: Mutex<Threads>,
    woken: Condvar,
}

#[derive(Debug, Default)]
struct Threads {
    awake: usize,
    /// When they wake up, in this order; the number tells them apart.
    asleep: BTreeSet<(Duration, u64)>,
    number: u64,
}

impl Hands {
    pub(crate) fn new(clock: &TurnedClock) -> Self {
        Self {
            clock: clock.clone(),
            shared: Arc::default(),
        }
    }

    /// So many threads are about to begin; each has to end with the drop of one of these.
    pub(crate) fn awake(&self, count: usize) -> Vec<Awake> {
        self.threads().awake += count;
        (0..count).map(|_| Awake(self.clone())).collect()
    }

    fn threads(&self) -> MutexGuard<'_, Threads> {
        self.shared.threads.lock().unwrap()
    }

    /// One has nothing to do any more, or for a while.
    fn rest(&self, threads: &mut Threads) {
        threads.awake -= 1;
        let Some((first, _)) = threads.asleep.first().copied().filter(|_| threads.awake == 0) else {
            return;
        };
        self.clock.advance(first.saturating_sub(self.clock.now()));
        // A run on the portal may have turned it further.
        let still = threads.asleep.split_off(&(self.clock.now(), u64::MAX));
        threads.awake = std::mem::replace(&mut threads.asleep, still).len();
        self.shared.woken.notify_all();
    }
}

/// A thread that has something to do.
#[derive(Debug)]
pub(crate) struct Awake(Hands);

impl Drop for Awake {
    fn drop(&mut self) {
        self.0.rest(&mut self.0.threads());
    }
}

impl Clock for Hands {
    fn now(&self) -> Duration {
        self.clock.now()
    }

    fn unix(&self) -> Duration {
        self.clock.now()
    }

    fn sleep(&self, duration: Duration) {
        let mut threads = self.threads();
        threads.number += 1;
        let me = (self.clock.now() + duration, threads.number);
        threads.asleep.insert(me);
        self.rest(&mut threads);
        while threads.asleep.contains(&me) {
            threads = self.shared.woken.wait(threads).unwrap();
        }
    }
}
