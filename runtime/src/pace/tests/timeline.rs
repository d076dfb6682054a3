//! A clock for many threads: time passes only while all of them wait, and then up to the next that
//! wakes. So a test is quick, and what takes long in it takes exactly so long.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

use crate::clock::Clock;

#[derive(Debug, Default)]
pub(super) struct Timeline {
    state: Mutex<State>,
    turned: Condvar,
}

#[derive(Debug, Default)]
struct State {
    now: Duration,
    awake: usize,
    wakes: Vec<Duration>,
}

impl State {
    fn advance(&mut self) {
        if self.awake == 0
            && let Some(next) = self.wakes.iter().min()
        {
            self.now = *next;
        }
    }
}

impl Timeline {
    /// Runs so many threads, all from the same moment, to their ends.
    pub(super) fn run<T: Send>(threads: usize, work: impl Fn(&Self, usize) -> T + Sync) -> Vec<T> {
        let timeline = Arc::new(Self::default());
        timeline.state.lock().unwrap().awake = threads;
        thread::scope(|scope| {
            let (timeline, work) = (&timeline, &work);
            let started: Vec<_> = (0..threads)
                .map(|number| {
                    scope.spawn(move || {
                        let done = work(timeline, number);
                        let mut state = timeline.state.lock().unwrap();
                        state.awake -= 1;
                        state.advance();
                        timeline.turned.notify_all();
                        done
                    })
                })
                .collect();
            started.into_iter().map(|thread| thread.join().unwrap()).collect()
        })
    }
}

impl Clock for Timeline {
    fn now(&self) -> Duration {
        self.state.lock().unwrap().now
    }

    fn unix(&self) -> Duration {
        self.now()
    }

    fn sleep(&self, duration: Duration) {
        let mut state = self.state.lock().unwrap();
        let wakes = state.now + duration;
        state.wakes.push(wakes);
        state.awake -= 1;
        state.advance();
        self.turned.notify_all();
        while state.now < wakes {
            state = self.turned.wait(state).unwrap();
        }
        let mine = state.wakes.iter().position(|other| *other == wakes).unwrap();
        state.wakes.swap_remove(mine);
        state.awake += 1;
    }
}
