//! What holds for every cell.

use std::time::Duration;

use b24::retry::{Failure, RULES, Rule, Step};
use b24::{Next, Outcome};

use crate::calls::Call;
use crate::row::{Cell, Kind, Turn};
use crate::sandbox::ATTEMPTS;
use crate::trials::{TRIALS, Trial};

/// That `law` finds nothing wrong with any cell.
#[track_caller]
fn for_all(law: impl Fn(&Trial) -> Result<(), String>) {
    let broken: Vec<String> = TRIALS
        .iter()
        .filter_map(|trial| law(trial).err().map(|error| format!("{trial}: {error}")))
        .collect();
    assert!(
        broken.is_empty(),
        "{} broken:\n{}",
        broken.len(),
        broken.join("\n")
    );
}

fn expect(holds: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise()) }
}

#[test]
fn what_comes_of_a_call_is_as_the_table_says() {
    for_all(|trial| {
        let seen = &trial.tried.seen;
        match (&seen.answer, trial.cell()) {
            (Ok(response), Cell::Got(executions)) => {
                expect(response.result == 7 && seen.executions == executions, || {
                    format!("executed {} times", seen.executions)
                })
            }
            (Err(error), Cell::Lost(executions)) => {
                let found = (Kind::of(error), error.outcome());
                expect(
                    trial.row.error == Some(found) && seen.executions == executions,
                    || format!("{found:?}, executed {} times: {error}", seen.executions),
                )
            }
            (found, cell) => Err(format!("{cell:?}, executed {} times: {found:?}", seen.executions)),
        }
    });
}

#[test]
fn no_write_is_executed_twice() {
    for_all(|trial| {
        let executions = trial.tried.seen.executions;
        expect(trial.call == Call::Read || executions <= 1, || {
            format!("executed {executions} times")
        })
    });
}

#[test]
fn no_read_loses_an_answer_that_a_retry_could_get() {
    for_all(|trial| {
        let lost = match &trial.tried.seen.answer {
            Err(error) if trial.call == Call::Read && trial.turn == Turn::First => Failure::of(error),
            _ => return Ok(()),
        };
        // It would be the same another time: a block by hand, a webhook that is none.
        let stays = matches!(lost, Failure::Blocked | Failure::Expired);
        expect(stays, || format!("{lost:?}"))
    });
}

#[test]
fn the_outcome_is_what_the_portal_counted() {
    for_all(|trial| {
        let seen = &trial.tried.seen;
        let truth = match &seen.answer {
            Ok(_) => seen.executions >= 1,
            Err(error) => match error.outcome() {
                Outcome::NotExecuted => seen.executions == 0,
                Outcome::Executed => seen.executions >= 1,
                Outcome::Unknown => true,
            },
        };
        expect(truth, || {
            format!("executed {} times: {:?}", seen.executions, seen.answer)
        })
    });
}

fn rule(failure: Failure) -> &'static Rule {
    RULES.iter().find(|rule| rule.failure == failure).unwrap()
}

#[test]
fn the_rules_are_kept_to() {
    for_all(|trial| {
        let seen = &trial.tried.seen;
        let mut counted = 0;
        for (index, (failure, next)) in seen.attempts.iter().enumerate() {
            let Some(failure) = *failure else {
                let last = index + 1 == seen.attempts.len();
                expect(last && *next == Next::Done, || {
                    "it goes on after a success".to_owned()
                })?;
                continue;
            };
            let step = rule(failure).step(trial.call.effect(), trial.call == Call::Keyed);
            counted += u32::from(step == Step::Retry);
            let kept = match (step, next) {
                (Step::Retry, Next::Retry { .. }) => counted < ATTEMPTS,
                (Step::Retry, Next::GiveUp) => counted == ATTEMPTS,
                (Step::Wait, Next::Retry { .. })
                | (Step::Renew, Next::Renew | Next::GiveUp)
                | (Step::GiveUp, Next::GiveUp) => true,
                // The deadline is near.
                (Step::Wait, Next::GiveUp) => seen.took > Duration::from_mins(10),
                _ => false,
            };
            expect(kept, || {
                format!("{next:?} after {failure:?}, attempt {}", index + 1)
            })?;
        }
        if let Err(error) = &seen.answer {
            let outcome = rule(Failure::of(error)).outcome;
            expect(error.outcome() == outcome, || {
                format!("{:?} where the rule says {outcome:?}", error.outcome())
            })?;
        }
        let attempts = match &seen.answer {
            Ok(response) => response.attempts,
            Err(error) => error.attempts(),
        };
        expect(attempts as usize == seen.attempts.len(), || {
            format!("{attempts} attempts are told, {} were made", seen.attempts.len())
        })
    });
}

#[test]
fn time_is_bounded() {
    for_all(|trial| {
        let (took, within) = (trial.tried.seen.took, trial.row.within(trial.turn));
        let waits = trial.tried.seen.attempts.len() > 1;
        expect(took <= within && (waits || took.is_zero()), || {
            format!("{took:?}")
        })
    });
}

#[test]
fn a_client_goes_on_when_the_trouble_is_over() {
    for_all(|trial| expect(trial.tried.recovered, || "the next read has no answer".to_owned()));
}

#[test]
fn no_secret_is_shown() {
    for_all(|trial| {
        let leaks = &trial.tried.leaks;
        expect(leaks.is_empty(), || leaks.join("\n"))
    });
    // It was looked for in all of these.
    let mut kinds: Vec<&str> = TRIALS
        .iter()
        .flat_map(|trial| trial.tried.shown.iter().copied())
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in [
        "a recording",
        "a recording's name",
        "a response",
        "an error's Debug",
        "an error's Display",
        "an event",
        #[cfg(feature = "tracing")]
        "an event of `tracing`",
        "the application",
        "the builder",
        "the client",
        "the pace",
        "the store",
        "the tokens",
    ] {
        assert!(kinds.contains(&kind), "{kind}");
    }
}
