//! Whether tokens are renewed when the clock demands it, and only then.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use b24::retry::Failure;
use b24::{Clock as _, Event, Observer};

use crate::turned::Turned;

const LIFE: Duration = Duration::from_hours(1);

/// Watches one client, and knows when its token expires.
#[derive(Debug, Clone)]
pub(crate) struct Renewals {
    hand: Turned,
    state: Arc<Mutex<State>>,
}

#[derive(Debug)]
struct State {
    expires: Duration,
    /// A call was refused for its token, and there is no new one yet.
    owed: bool,
    demanded: usize,
    made: usize,
}

impl Renewals {
    /// From the moment when the first token was given.
    pub(crate) fn new(hand: Turned) -> Self {
        let state = State {
            expires: hand.now() + LIFE,
            owed: false,
            demanded: 0,
            made: 0,
        };
        Self {
            hand,
            state: Arc::new(Mutex::new(state)),
        }
    }

    /// Whether the next call needs a new token.
    pub(crate) fn is_due(&self) -> bool {
        self.hand.now() >= self.state.lock().unwrap().expires
    }

    /// How many renewals the clock has demanded, and how many the client told of.
    pub(crate) fn counts(&self) -> (usize, usize) {
        let state = self.state.lock().unwrap();
        (state.demanded - usize::from(state.owed), state.made)
    }
}

impl Observer for Renewals {
    fn observe(&self, event: &Event<'_>) {
        let mut state = self.state.lock().unwrap();
        match event {
            Event::Attempt(attempt) => {
                let expired = attempt
                    .error
                    .is_some_and(|error| Failure::of(error) == Failure::Expired);
                if expired {
                    assert!(
                        self.hand.now() >= state.expires,
                        "refused before its time: {attempt:?}"
                    );
                    state.demanded += usize::from(!state.owed);
                    state.owed = true;
                }
            }
            Event::Renewed { .. } => {
                assert!(state.owed, "renewed without need");
                state.owed = false;
                state.made += 1;
                state.expires = self.hand.now() + LIFE;
            }
            _ => {}
        }
    }
}
