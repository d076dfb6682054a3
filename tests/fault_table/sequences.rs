//! One trouble after another, and writes that may be repeated.

use b24::Outcome;
use b24::retry::Retry;
use b24_portal::Portal;

use crate::answers::ANSWERS;
use crate::calls::Call;
use crate::row::{Cell, Row, Trouble, Turn};
use crate::sandbox::{ATTEMPTS, Caller, Sandbox};
use crate::trials::at_once;

/// One row of each sort: those with the same error after the same executions differ in their words.
fn sorts() -> Vec<&'static Row> {
    let mut rows: Vec<&Row> = Vec::new();
    for row in ANSWERS.iter().filter(|row| !row.trouble.is_slow()) {
        let same = |other: &&Row| (other.error, other.read) == (row.error, row.read);
        if !rows.iter().any(same) {
            rows.push(row);
        }
    }
    rows
}

/// The first attempt may be executed, and the last one refused: what counts is the call.
#[test]
fn the_outcome_is_that_of_all_attempts() {
    let mut cells = Vec::new();
    for first in sorts() {
        for then in sorts().into_iter().filter(|row| row.trouble != Trouble::Refused) {
            cells.extend([Call::Write, Call::Keyed].map(|call| (first.trouble, then.trouble, call)));
        }
    }
    let lost = at_once(&cells, |&(first, then, call)| {
        let sandbox = Sandbox::start(Portal::builder(), Caller::Webhook, |client| client);
        first.strike(&sandbox.portal, Turn::First, call.method());
        then.strike(&sandbox.portal, Turn::Every, call.method());
        let seen = sandbox.call(call);
        let (shown, secrets) = sandbox.end();
        let what = format!("{first:?}, then {then:?}, {call:?}: {seen:?}");
        assert!(seen.executions <= 1, "{what}");
        assert_eq!(shown.leaks(&secrets), [""; 0], "{what}");
        let Err(error) = &seen.answer else {
            assert_eq!(seen.executions, 1, "{what}");
            return false;
        };
        assert!(
            error.outcome() != Outcome::NotExecuted || seen.executions == 0,
            "{what}"
        );
        error.attempts() > 1 && error.outcome() == Outcome::Unknown
    });
    assert!(lost.contains(&true));
}

#[test]
fn a_write_that_may_be_repeated_is_as_a_read() {
    let rows = ANSWERS.iter().filter(|row| !row.trouble.is_slow());
    let cells: Vec<(&Row, Turn)> = rows.flat_map(|row| Turn::BOTH.map(|turn| (row, turn))).collect();
    at_once(&cells, |&(row, turn)| {
        let retry = Retry::default().attempts(ATTEMPTS).repeating_writes();
        let sandbox = Sandbox::start(Portal::builder(), Caller::Webhook, |client| client.retry(retry));
        row.trouble.strike(&sandbox.portal, turn, Call::Write.method());
        let seen = sandbox.call(Call::Write);
        drop(sandbox.end());
        let found = match &seen.answer {
            Ok(_) => Cell::Got(seen.executions),
            Err(_) => Cell::Lost(seen.executions),
        };
        assert_eq!(
            found,
            row.cell(Call::Read, turn),
            "{:?}, {turn:?}: {seen:?}",
            row.trouble
        );
    });
}
