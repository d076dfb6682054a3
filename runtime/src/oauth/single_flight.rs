//! One does the work, all who need it wait and take its result.
//!
//! Nothing here knows of tokens, and all locks come from the parent: tests try every order of events.

use std::fmt;
use std::sync::PoisonError;
use std::time::Duration;

use super::sync::{Arc, Condvar, Mutex, MutexGuard};

/// Work that is done by one thread at a time, for all that ask for it meanwhile.
pub(crate) struct SingleFlight<T> {
    under_way: Mutex<Option<Arc<Flight<T>>>>,
}

/// One round of the work.
struct Flight<T> {
    stage: Mutex<Stage<T>>,
    over: Condvar,
}

enum Stage<T> {
    UnderWay,
    Landed(T),
    /// The thread that did the work panicked.
    Lost,
}

impl<T: Clone> SingleFlight<T> {
    pub(crate) fn new() -> Self {
        Self {
            under_way: Mutex::new(None),
        }
    }

    /// The result of `work`, done here or by the thread that is at it; or what `done` gives, if it is
    /// done already.
    ///
    /// `done` is asked while no work can begin or end, so work that was done is not begun again. But it
    /// may see the effect of work before that ends: a thread that has gone on with it since, and needs
    /// the next, does not take a result of another thread that does not suit.
    ///
    /// `slice` is asked for how long to wait before it is asked again; once it gives `None` nobody waits
    /// here any more, and there is no result. It may be asked under a lock of this, so must not come back.
    pub(crate) fn run(
        &self,
        done: impl Fn() -> Option<T>,
        suits: impl Fn(&T) -> bool,
        slice: impl Fn() -> Option<Duration>,
        work: impl FnOnce() -> T,
    ) -> Option<T> {
        loop {
            let mut under_way = lock(&self.under_way);
            if let Some(result) = done() {
                return Some(result);
            }
            if let Some(flight) = under_way.clone() {
                drop(under_way);
                match flight.wait(&slice) {
                    Waited::Landed(result) if suits(&result) => return Some(result),
                    Waited::TooLong => return None,
                    Waited::Landed(_) | Waited::Lost => continue,
                }
            }
            let flight = Arc::new(Flight {
                stage: Mutex::new(Stage::UnderWay),
                over: Condvar::new(),
            });
            *under_way = Some(Arc::clone(&flight));
            drop(under_way);
            let mut pilot = Pilot {
                all: self,
                flight,
                stage: Stage::Lost,
            };
            let result = work();
            pilot.stage = Stage::Landed(result.clone());
            return Some(result);
        }
    }
}

/// What came of waiting.
enum Waited<T> {
    Landed(T),
    Lost,
    /// The work is still under way.
    TooLong,
}

impl<T: Clone> Flight<T> {
    fn wait(&self, slice: impl Fn() -> Option<Duration>) -> Waited<T> {
        let mut stage = lock(&self.stage);
        loop {
            match &*stage {
                Stage::UnderWay => {}
                Stage::Landed(result) => return Waited::Landed(result.clone()),
                Stage::Lost => return Waited::Lost,
            }
            let Some(slice) = slice() else {
                return Waited::TooLong;
            };
            let woken = self.over.wait_timeout(stage, slice);
            stage = woken.unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

/// Ends a flight when dropped, also in a panic: nobody waits for ever.
struct Pilot<'a, T> {
    all: &'a SingleFlight<T>,
    flight: Arc<Flight<T>>,
    stage: Stage<T>,
}

impl<T> Drop for Pilot<'_, T> {
    fn drop(&mut self) {
        let stage = std::mem::replace(&mut self.stage, Stage::Lost);
        // Both at once: who comes later must not get this flight's result.
        let mut under_way = lock(&self.all.under_way);
        *under_way = None;
        *lock(&self.flight.stage) = stage;
        drop(under_way);
        self.flight.over.notify_all();
    }
}

impl<T> fmt::Debug for SingleFlight<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SingleFlight").finish_non_exhaustive()
    }
}

/// Whoever panicked left nothing half-done: every change under a lock is one assignment.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
