//! The renewal that all threads share, in every order that its locks allow: the module of the runtime
//! that does it, over the locks of loom.
#![allow(clippy::unwrap_used)] // also outside of the test functions

#[path = "../../runtime/src/oauth/single_flight.rs"]
mod single_flight;

/// What the module locks with.
mod sync {
    pub(super) use loom::sync::{Arc, Condvar, Mutex, MutexGuard};
}

use std::time::Duration;

use loom::thread;

use single_flight::SingleFlight;
use sync::{Arc, Mutex};

/// Tokens are numbers here: a renewal gives the next one.
struct Renewals {
    newest: Mutex<u32>,
    flight: SingleFlight<Result<u32, u32>>,
}

impl Renewals {
    fn begin() -> Arc<Self> {
        Arc::new(Self {
            newest: Mutex::new(0),
            flight: SingleFlight::new(),
        })
    }

    fn newest(&self) -> u32 {
        *self.newest.lock().unwrap()
    }

    fn renew(&self, stale: u32) -> u32 {
        let is_newer = |newest: &u32| *newest != stale;
        let renewed = self.flight.run(
            || Some(self.newest()).filter(is_newer).map(Ok),
            |renewed| renewed.as_ref().is_ok_and(is_newer),
            patient,
            || {
                let mut newest = self.newest.lock().unwrap();
                *newest += 1;
                Ok(*newest)
            },
        );
        renewed.unwrap().unwrap()
    }

    fn fail(&self, attempt: u32) -> u32 {
        let failed = self.flight.run(|| None, |_| true, patient, || Err(attempt));
        failed.unwrap().unwrap_err()
    }

    /// `None` if another is at it.
    fn renew_at_once(&self) -> Option<u32> {
        let renewed = self.flight.run(
            || Some(self.newest()).filter(|newest| *newest != 0).map(Ok),
            |_| true,
            || None,
            || {
                let mut newest = self.newest.lock().unwrap();
                *newest += 1;
                Ok(*newest)
            },
        );
        renewed.map(Result::unwrap)
    }
}

/// Waits for the end; the model does not know of time.
#[allow(clippy::unnecessary_wraps)] // as the module asks
fn patient() -> Option<Duration> {
    Some(Duration::MAX)
}

/// Every order takes minutes with three threads; a mistake shows with few changes between them.
fn three_threads(model: impl Fn() + Sync + Send + 'static) {
    let mut builder = loom::model::Builder::new();
    builder.preemption_bound = Some(2);
    builder.check(model);
}

#[test]
fn threads_that_need_the_same_renewal_get_the_same() {
    three_threads(|| {
        let renewals = Renewals::begin();
        let others: Vec<_> = (0..2)
            .map(|_| {
                let renewals = Arc::clone(&renewals);
                thread::spawn(move || renewals.renew(0))
            })
            .collect();
        assert_eq!(renewals.renew(0), 1);
        for other in others {
            assert_eq!(other.join().unwrap(), 1);
        }
        assert_eq!(renewals.newest(), 1, "renewed more than once");
    });
}

/// As a call does that begins while others renew, and whose new token is refused at once.
#[test]
fn who_read_the_new_one_early_gets_the_next() {
    loom::model(|| {
        let renewals = Renewals::begin();
        let other = {
            let renewals = Arc::clone(&renewals);
            thread::spawn(move || renewals.renew(0))
        };
        let read = renewals.newest();
        assert_eq!(renewals.renew(read), read + 1);
        other.join().unwrap();
    });
}

#[test]
fn who_needs_the_next_renewal_never_gets_the_last() {
    loom::model(|| {
        let renewals = Renewals::begin();
        let other = {
            let renewals = Arc::clone(&renewals);
            thread::spawn(move || {
                let first = renewals.renew(0);
                renewals.renew(first)
            })
        };
        let first = renewals.renew(0);
        assert!(first == 1 || first == 2, "{first}");
        assert_eq!(other.join().unwrap(), 2);
        assert_eq!(renewals.newest(), 2);
    });
}

#[test]
fn a_failure_is_that_of_this_round() {
    loom::model(|| {
        let renewals = Renewals::begin();
        let other = {
            let renewals = Arc::clone(&renewals);
            thread::spawn(move || (renewals.fail(1), renewals.fail(2)))
        };
        let seen = (renewals.fail(3), renewals.fail(4));
        let (first, second) = other.join().unwrap();
        // Each asked twice, and a round serves each of them once at most.
        assert_ne!(first, second);
        assert_ne!(seen.0, seen.1);
        assert!([1, 3, 4].contains(&first) && [2, 3, 4].contains(&second));
    });
}

#[test]
fn who_does_not_wait_neither_disturbs_the_others_nor_renews_beside_them() {
    three_threads(|| {
        let renewals = Renewals::begin();
        let patient = {
            let renewals = Arc::clone(&renewals);
            thread::spawn(move || renewals.renew(0))
        };
        let hasty = {
            let renewals = Arc::clone(&renewals);
            thread::spawn(move || renewals.renew_at_once())
        };
        let got = [renewals.renew_at_once(), hasty.join().unwrap()];
        assert!(got.iter().all(|got| matches!(got, None | Some(1))), "{got:?}");
        assert_eq!(patient.join().unwrap(), 1);
        assert_eq!(renewals.newest(), 1, "renewed more than once");
    });
}
