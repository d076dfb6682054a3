//! The cells of the tables, tried all at once.

use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex};
use std::thread;
use std::time::Duration;

use b24_portal::{Fault, Portal};

use crate::answers::{ANSWERS, TO_A_WEBHOOK, TO_AN_APPLICATION};
use crate::calls::Call;
use crate::renewals::RENEWALS;
use crate::row::{Cell, Row, Trouble, Turn};
use crate::sandbox::{Caller, Sandbox, Seen};

/// An attempt that hangs is given up after this, in earnest.
const SLOW: Duration = Duration::from_millis(800);

/// One cell, tried.
#[derive(Debug)]
pub(crate) struct Trial {
    pub(crate) row: &'static Row,
    pub(crate) caller: Caller,
    pub(crate) call: Call,
    pub(crate) turn: Turn,
    /// Whether it goes wrong with the authorization server.
    pub(crate) renewal: bool,
    pub(crate) tried: Tried,
}

/// What came of it.
#[derive(Debug)]
pub(crate) struct Tried {
    pub(crate) seen: Seen,
    /// Whether a read got its answer once the trouble was over.
    pub(crate) recovered: bool,
    /// What was shown, by its kinds.
    pub(crate) shown: Vec<&'static str>,
    pub(crate) leaks: Vec<String>,
}

impl Trial {
    pub(crate) fn cell(&self) -> Cell {
        self.row.cell(self.call, self.turn)
    }
}

impl fmt::Display for Trial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            row,
            caller,
            call,
            turn,
            ..
        } = self;
        let server = if self.renewal { " of tokens" } else { "" };
        write!(
            f,
            "{:?}{server}, {turn:?} attempt, {caller:?}, {call:?}",
            row.trouble
        )
    }
}

/// All of them.
pub(crate) static TRIALS: LazyLock<Vec<Trial>> = LazyLock::new(|| {
    let mut cells = Vec::new();
    for (rows, callers, renewal) in [
        (ANSWERS, &Caller::BOTH[..], false),
        (TO_A_WEBHOOK, &[Caller::Webhook], false),
        (TO_AN_APPLICATION, &[Caller::Application], false),
        (RENEWALS, &[Caller::Application], true),
    ] {
        for row in rows {
            for (caller, call, turn) in each(callers) {
                cells.push((row, caller, call, turn, renewal));
            }
        }
    }
    at_once(&cells, |&(row, caller, call, turn, renewal)| Trial {
        row,
        caller,
        call,
        turn,
        renewal,
        tried: attempt(row.trouble, caller, call, turn, renewal),
    })
});

fn each(callers: &[Caller]) -> impl Iterator<Item = (Caller, Call, Turn)> {
    callers.iter().flat_map(|&caller| {
        Call::ALL
            .into_iter()
            .flat_map(move |call| Turn::BOTH.map(|turn| (caller, call, turn)))
    })
}

fn attempt(trouble: Trouble, caller: Caller, call: Call, turn: Turn, renewal: bool) -> Tried {
    // A renewal may be repeated; `renewals` tells of servers where it may not.
    let portal = Portal::builder().lenient_rotation();
    let sandbox = Sandbox::start(portal, caller, |builder| {
        if trouble.is_slow() {
            builder.attempt_timeout(SLOW)
        } else {
            builder
        }
    });
    if renewal {
        trouble.strike_oauth(&sandbox.portal, turn);
        // The access token has expired.
        sandbox.clock.advance(Duration::from_hours(1));
    } else {
        trouble.strike(&sandbox.portal, turn, call.method());
    }
    tried(sandbox, call)
}

/// Makes the call in a sandbox where something is wrong, and another one where nothing is.
pub(crate) fn tried(sandbox: Sandbox, call: Call) -> Tried {
    let seen = sandbox.call(call);
    let recovered = sandbox.recovers();
    let (shown, secrets) = sandbox.end();
    Tried {
        seen,
        recovered,
        shown: shown.kinds().collect(),
        leaks: shown.leaks(&secrets),
    }
}

/// More than there are processors: much of it is waiting.
const THREADS: usize = 16;

/// The results of `work`, in the order of the items.
pub(crate) fn at_once<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                while let Some((index, item)) = {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    items.get(index).map(|item| (index, item))
                } {
                    let result = work(item);
                    done.lock().unwrap().push((index, result));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap();
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

#[test]
fn every_fault_has_its_row() {
    let missing: Vec<&Fault> = Fault::ALL
        .iter()
        .filter(|fault| {
            TRIALS
                .iter()
                .all(|trial| trial.row.trouble.fault() != Some(**fault))
        })
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    let cells = TRIALS.len();
    assert!(cells >= 150, "{cells} cells");
}
