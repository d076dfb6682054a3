//! `batch`: up to fifty commands in one request, each of which may use what came of those before.

mod command;
mod reference;
mod results;

use super::{
    BATCH, Failure, Timing,
    auth::Caller,
    cut_off,
    envelope::Success,
    run::{self, Outcome},
};
use crate::{
    php::{Array, Key, Value},
    sandbox::Sandbox,
    settings::Payer,
};
use command::Command;
use results::Results;

/// More commands than these are not run.
const MOST: usize = 50;

/// Runs the commands, and answers with what came of each.
pub(super) fn run(
    sandbox: &mut Sandbox,
    caller: &Caller,
    parameters: Array,
    timing: &mut Timing,
) -> Result<Outcome, Failure> {
    let start = timing.now();
    sandbox.limits.check(caller.account, BATCH, start)?;
    timing.spend(sandbox.limits.cost(BATCH));
    let ran = match sandbox.begin(BATCH) {
        Some(answer) => Ran::Otherwise(run::scripted(answer, parameters)),
        None => commands(sandbox, caller, &parameters.upper_cased(), timing),
    };
    sandbox.limits.count(caller.account, BATCH, start, timing);
    match ran {
        Ran::Through(mut results) => {
            if sandbox.settings.payer == Payer::Batch {
                results.share(timing, &sandbox.settings);
            }
            Ok(Outcome::Result(Value::from(results).into()))
        }
        Ran::Otherwise(outcome) => outcome,
    }
}

/// How a batch ended.
enum Ran {
    Through(Box<Results>),
    /// Without results of its own: as its script says, or in the middle.
    Otherwise(Result<Outcome, Failure>),
}

fn commands(sandbox: &mut Sandbox, caller: &Caller, parameters: &Array, timing: &mut Timing) -> Ran {
    let mut results = Box::new(Results::default());
    let halt = parameters.get("HALT").is_some_and(Value::truthy);
    let commands = parameters.get("CMD").and_then(Value::as_array);
    let commands = commands.into_iter().flat_map(Array::iter);
    for (place, (key, command)) in commands.enumerate() {
        let outcome = if place < MOST {
            // Passed over, without a word.
            let Value::Text(text) = command else { continue };
            let mut own = timing.of_command();
            let command = Command::read(text, &results);
            match one(sandbox, caller, command, timing, &mut own) {
                Ok(Outcome::Sent(reply)) => return Ran::Otherwise(Ok(Outcome::Sent(reply))),
                Ok(Outcome::Result(result)) => Ok((result, own)),
                Err(failure) => Err(failure),
            }
        } else {
            Err(Failure::wrong(
                "ERROR_BATCH_LENGTH_EXCEEDED",
                "Max batch length exceeded",
            ))
        };
        let failed = note(&mut results, key, outcome, sandbox);
        if failed && halt {
            break;
        }
    }
    Ran::Through(results)
}

/// Runs one command with the time that it takes; a reply in place of its result is that of the
/// whole batch.
fn one(
    sandbox: &mut Sandbox,
    caller: &Caller,
    command: Command,
    timing: &mut Timing,
    own: &mut Timing,
) -> Result<Outcome, Failure> {
    let method = command.method()?;
    let name = sandbox.known_name(method).ok_or_else(Failure::method_not_found)?;
    caller.check_scope(&name).map_err(Failure::without_description)?;
    let limit = sandbox.settings.batch_limit;
    let left = limit.saturating_sub(timing.spent);
    if sandbox.limits.cost(&name) > left {
        timing.spend(left);
        return Ok(Outcome::Sent(cut_off()));
    }
    let outcome = if sandbox.settings.payer == Payer::Batch {
        run::perform(sandbox, caller, &name, command.parameters, own)
    } else {
        run::run(sandbox, caller, &name, command.parameters, own)
    };
    timing.add(own);
    if timing.spent > limit {
        return Ok(Outcome::Sent(cut_off()));
    }
    outcome
}

/// Writes down what came of a command, and tells whether it failed.
fn note(
    results: &mut Results,
    key: &Key,
    outcome: Result<(Success, Timing), Failure>,
    sandbox: &Sandbox,
) -> bool {
    match outcome {
        Ok((result, own)) => results.succeeded(key, result, &own, &sandbox.settings),
        Err(failure) => {
            results.failed(key, failure.body());
            true
        }
    }
}
