//! `batch` of REST 3: a list of calls that all succeed, or the first failure.

use super::{
    Caller, Failure, Timing, failures,
    input::required_text,
    perform,
    reference::{self, Results},
    run_counted,
};
use crate::{
    php::{Array, Value},
    reply::Reply,
    rest::{BATCH, cut_off},
    sandbox::Sandbox,
    settings::Payer,
};

/// One call.
struct Command<'a> {
    method: String,
    query: Option<&'a Array>,
    /// What other calls refer to it as.
    name: Option<String>,
}

/// Runs the calls in order; a reply in place of one's result is that of the whole batch.
pub(super) fn run(
    sandbox: &mut Sandbox,
    caller: &Caller,
    body: &Array,
    timing: &mut Timing,
) -> Result<Result<Value, Reply>, Failure> {
    let commands = commands(sandbox, body)?;
    let limit = sandbox.settings.batch_limit;
    let mut named = Results::default();
    let mut results = Array::new();
    for command in commands {
        let method = command.method.as_str();
        caller
            .check_scope(method)
            .map_err(|_| failures::insufficient_scope())?;
        let empty = Array::new();
        let parameters = reference::resolved(command.query.unwrap_or(&empty), &named)?;
        let left = limit.saturating_sub(timing.spent);
        if sandbox.limits.cost(method) > left {
            timing.spend(left);
            return Ok(Err(cut_off()));
        }
        let mut own = timing.of_command();
        let run = match sandbox.settings.payer {
            Payer::Methods => run_counted,
            Payer::Batch => perform,
        };
        let result = run(sandbox, caller, method, parameters, &mut own);
        timing.add(&own);
        if timing.spent > limit {
            return Ok(Err(cut_off()));
        }
        let result = match result? {
            Ok(result) => result,
            Err(sent) => return Ok(Err(sent)),
        };
        if let Some(name) = command.name {
            named.insert(name, result.clone());
        }
        results.push(result);
    }
    Ok(Ok(results.into()))
}

/// The calls, all of whose methods are known.
fn commands<'a>(sandbox: &Sandbox, body: &'a Array) -> Result<Vec<Command<'a>>, Failure> {
    if !body.is_list() {
        // The form of the old version, `cmd`, ends here too.
        return Err(failures::unreadable("SELECT"));
    }
    let commands = body.iter().map(|(_, command)| {
        let command = command.as_array().ok_or_else(|| failures::missing("method"))?;
        let method = required_text(command, "method")?;
        if method == BATCH || !sandbox.knows_exactly(&method) {
            return Err(failures::method_not_found(&method));
        }
        Ok(Command {
            method,
            query: command.get("query").and_then(Value::as_array),
            name: command.get("as").map(Value::to_lossy),
        })
    });
    commands.collect()
}
