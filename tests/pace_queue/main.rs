//! The queue for the portal's bucket, in every order in which threads can come to its lock: loom tries
//! them all. The modules are the client's own, with loom's lock in place of the standard one.
#![allow(clippy::unwrap_used)] // also outside of the test functions

#[allow(dead_code)] // a part of it is enough here
#[path = "../../runtime/src/pace/bucket.rs"]
mod bucket;
#[allow(dead_code)]
#[path = "../../runtime/src/pace/queue.rs"]
mod queue;
#[allow(dead_code)]
#[path = "../../runtime/src/pace/shared.rs"]
mod shared;
mod clock {
    pub(crate) use b24::Clock;
}
mod sync {
    pub(super) use loom::sync::Mutex;
}

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use b24::Clock;
use loom::sync::Arc;
use loom::thread;

use bucket::Rate;
use queue::{Queue, Sending};

const SECOND: Duration = Duration::from_secs(1);

/// Waiting turns it, up to where whoever waits longest wakes.
#[derive(Debug, Default)]
struct Turned(AtomicU64);

impl Clock for Turned {
    fn now(&self) -> Duration {
        Duration::from_nanos(self.0.load(Ordering::SeqCst))
    }

    fn unix(&self) -> Duration {
        self.now()
    }

    fn sleep(&self, duration: Duration) {
        let wakes = self.now() + duration;
        self.0
            .fetch_max(u64::try_from(wakes.as_nanos()).unwrap(), Ordering::SeqCst);
    }
}

/// What the threads share.
struct Portal {
    queue: Queue,
    clock: Turned,
}

impl Portal {
    fn new(burst: u32) -> Arc<Self> {
        Arc::new(Self {
            queue: Queue::new(Rate::new(burst, 1.0).unwrap()),
            clock: Turned::default(),
        })
    }

    fn wait(&self) -> Sending {
        self.queue.wait(&self.clock, || None).unwrap()
    }

    fn at_once(&self) -> Result<Sending, Duration> {
        self.queue.wait(&self.clock, || Some(Duration::ZERO))
    }

    fn refuse(&self, sent: Sending) {
        self.queue.refused(&self.clock, sent.storms);
    }
}

/// Runs the work on each of so many threads beside this one's `own`.
fn beside<R: 'static>(
    portal: &Arc<Portal>,
    threads: usize,
    work: fn(&Portal) -> R,
    own: impl FnOnce(&Portal),
) -> Vec<R> {
    let started: Vec<_> = (0..threads)
        .map(|_| {
            let portal = Arc::clone(portal);
            thread::spawn(move || work(&portal))
        })
        .collect();
    own(portal);
    started.into_iter().map(|thread| thread.join().unwrap()).collect()
}

#[test]
fn no_turn_is_given_twice_and_none_is_lost() {
    loom::model(|| {
        let portal = Portal::new(1);
        beside(&portal, 2, Portal::wait, |portal| {
            portal.wait();
        });
        assert_eq!(portal.clock.now(), 2 * SECOND, "the second and the third waited");
        assert_eq!(portal.at_once().unwrap_err(), SECOND);
    });
}

#[test]
fn who_may_not_wait_takes_a_turn_or_leaves_it() {
    loom::model(|| {
        let portal = Portal::new(2);
        let taken = beside(&portal, 3, |portal| portal.at_once().is_ok(), |_| {});
        assert_eq!(taken.iter().filter(|taken| **taken).count(), 2);
        assert_eq!(portal.wait().waited, SECOND);
    });
}

#[test]
fn refusals_of_one_storm_count_once_while_another_waits() {
    loom::model(|| {
        let portal = Portal::new(2);
        let sent = [portal.wait(), portal.wait()];
        let waited = beside(
            &portal,
            1,
            |portal| portal.wait().waited,
            |portal| sent.into_iter().for_each(|sent| portal.refuse(sent)),
        );
        // As long as nobody was refused, or at half the rate, or that after one more interval.
        assert!((SECOND..4 * SECOND).contains(&waited[0]), "{waited:?}");
        assert_eq!(portal.wait().storms, 1);
    });
}

#[test]
fn refusals_on_two_threads_are_one_storm() {
    loom::model(|| {
        let portal = Portal::new(2);
        let refused = |portal: &Portal| portal.refuse(portal.wait());
        let first = portal.wait();
        let second = portal.wait();
        let other = Arc::clone(&portal);
        let thread = thread::spawn(move || other.refuse(second));
        portal.refuse(first);
        thread.join().unwrap();
        assert_eq!(portal.wait().storms, 1);
        // One that was sent since is another.
        refused(&portal);
        assert_eq!(portal.wait().storms, 2);
    });
}
