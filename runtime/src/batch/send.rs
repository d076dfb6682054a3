//! A batch on its way: request after request, each with the commands that go together.

use std::time::Duration;

use super::all::Took;
use super::answer::Answer;
use super::body::Body;
use super::command::Command;
use super::plan::{Part, plan};
use super::result::{Answered, BatchResult, CommandError};
use super::v3;
use crate::client::{Client, Request};
use crate::encode;
use crate::error::Error;
use crate::method::{Api, Effect};
use crate::pace::Runs;

/// The method that runs others.
const BATCH: &str = "batch";

/// The commands of a batch, some of which may be tied to others.
pub(super) fn send(
    client: &Client,
    batch: u64,
    commands: &[&Command],
    halt: bool,
) -> Result<BatchResult, Error> {
    let mut answered: Vec<Answered> = Vec::with_capacity(commands.len());
    let mut halted_by = None;
    for part in plan(batch, commands, halt)? {
        let range = part.range();
        let start = range.start;
        if let Some(after) = halted_by {
            answered.extend(
                commands[range]
                    .iter()
                    .map(|command| Answered::not_run(command.method, after)),
            );
            continue;
        }
        match send_part(client, commands, &part, halt) {
            Ok((results, _)) => answered.extend(results),
            // What went before is not lost for it.
            Err(error) if answered.is_empty() => return Err(error),
            Err(error) => answered.extend(
                commands[range]
                    .iter()
                    .map(|command| Answered::failed(command.method, &error)),
            ),
        }
        if halt {
            let failed = answered[start..]
                .iter()
                .position(|answered| answered.output.is_err());
            halted_by = failed.map(|place| start + place);
        }
    }
    Ok(BatchResult {
        batch,
        commands: answered,
    })
}

/// Commands that have nothing to do with each other: what came of each, and how all of it went.
///
/// Those that the portal refused for want of computing time are sent again, as a call would be.
pub(super) fn independent(client: &Client, commands: &[Command]) -> (Vec<Answered>, Took) {
    let deadline = client.deadline();
    let mut took = Took::default();
    let mut answered: Vec<Option<Answered>> = commands.iter().map(|_| None).collect();
    let mut left: Vec<usize> = (0..commands.len()).collect();
    while !left.is_empty() {
        let sent: Vec<&Command> = left.iter().map(|place| &commands[*place]).collect();
        let (answers, this) = round(client, &sent);
        took.time = took.time.saturating_add(this.time);
        took.failed |= this.failed;
        let more = client.may_repeat(deadline);
        let mut again = Vec::new();
        for (place, answer) in left.into_iter().zip(answers) {
            if more && answer.is_operating_limited() {
                again.push(place);
            }
            answered[place] = Some(answer);
        }
        left = again;
    }
    (answered.into_iter().flatten().collect(), took)
}

fn round(client: &Client, commands: &[&Command]) -> (Vec<Answered>, Took) {
    let failed = |commands: &[&Command], error: &Error| -> Vec<Answered> {
        let failed = commands
            .iter()
            .map(|command| Answered::failed(command.method, error));
        failed.collect()
    };
    let parts = match plan(super::NO_BATCH, commands, false) {
        Ok(parts) => parts,
        Err(invalid) => return (failed(commands, &invalid.into()), Took::default()),
    };
    let mut answered = Vec::with_capacity(commands.len());
    let mut took = Took::default();
    for part in parts {
        match send_part(client, commands, &part, false) {
            Ok((results, time)) => {
                answered.extend(results);
                took.time = took.time.saturating_add(time);
            }
            Err(error) => {
                answered.extend(failed(&commands[part.range()], &error));
                took.failed = true;
            }
        }
    }
    (answered, took)
}

/// One request; how long the portal took for it.
fn send_part(
    client: &Client,
    commands: &[&Command],
    part: &Part,
    halt: bool,
) -> Result<(Vec<Answered>, Duration), Error> {
    match part {
        Part::Alone(only) => {
            let answered = alone(client, commands[*only]);
            let took = answered.time.duration().unwrap_or_default();
            Ok((vec![answered], took))
        }
        Part::Together(range) => {
            let sent = &commands[range.clone()];
            let api = sent[0].api;
            let halts = halt || sent.iter().any(|command| !command.references.is_empty());
            let opened = match together(client, api, range.start, sent, halts) {
                Ok(opened) => opened,
                Err(error) if api == Api::V3 && error.may_be_of_a_command() => {
                    let failed = sent
                        .iter()
                        .map(|command| Answered::together(command.method, &error));
                    return Ok((failed.collect(), Duration::ZERO));
                }
                Err(error) => return Err(error),
            };
            let answer = match api {
                Api::V2 => Answer::read(opened.result()),
                Api::V3 => Answer::read_v3(opened.result(), range.clone()),
            };
            let scrub = |text: &str| client.scrub(text);
            let mut halted_by = None;
            let results = range.clone().map(|place| {
                let answered = answer.of(commands, place, halted_by, &scrub);
                if answered.is_operating_limited() {
                    client.operating_limited(answered.method);
                }
                if halts && halted_by.is_none() && answered.output.is_err() {
                    halted_by = Some(place);
                }
                answered
            });
            let took = opened.time.duration().unwrap_or_default();
            Ok((results.collect(), took))
        }
    }
}

fn together(
    client: &Client,
    api: Api,
    first: usize,
    commands: &[&Command],
    halt: bool,
) -> Result<crate::decode::Opened, Error> {
    let reads = commands.iter().all(|command| command.effect == Effect::Read);
    let scrub = |text: &str| {
        commands.iter().fold(client.scrub(text), |text, command| {
            command.scrub(&|text| text.to_owned(), &text)
        })
    };
    let request = Request {
        api,
        method: BATCH,
        effect: if reads { Effect::Read } else { Effect::Write },
        within: &runs(commands),
        body: &|token| match api {
            Api::V2 => {
                // Each command here has a form, or the plan would have sent it alone.
                let forms = commands.iter().map(|command| command.written.as_deref());
                let body = Body {
                    first,
                    forms: forms.map(Result::unwrap_or_default).collect(),
                    halt,
                };
                encode::body(BATCH, &body, token, &scrub)
            }
            Api::V3 => encode::list(BATCH, &v3::Body { first, commands }, &scrub),
        },
        scrub: &scrub,
        secrets: &|| {
            commands
                .iter()
                .map(|command| command.secrets.clone())
                .collect::<Option<Vec<_>>>()
                .map(|all| all.concat())
        },
    };
    client.request(&request).map(|(opened, _)| opened)
}

/// How often each method runs.
fn runs(commands: &[&Command]) -> Vec<Runs<'static>> {
    let mut runs: Vec<Runs<'static>> = Vec::new();
    for command in commands {
        match runs.iter_mut().find(|runs| runs.method == command.method) {
            Some(runs) => runs.count += 1,
            None => runs.push(Runs {
                method: command.method,
                count: 1,
            }),
        }
    }
    runs
}

/// A command that no batch can hold, as the call that it stands for.
fn alone(client: &Client, command: &Command) -> Answered {
    let scrub = |text: &str| command.scrub(&|text| client.scrub(text), text);
    let request = Request {
        api: command.api,
        method: command.method,
        effect: command.effect,
        within: &[],
        body: &|token| encode::body(command.method, &command.parameters, token, &scrub),
        scrub: &scrub,
        secrets: &|| command.secrets.clone(),
    };
    match client.request(&request) {
        Ok((opened, trail)) => Answered {
            method: command.method,
            output: (command.decode)(opened.result(), &scrub)
                .map_err(|error| CommandError::Failed(error.after(trail))),
            next: opened.next,
            total: opened.total,
            time: opened.time,
        },
        Err(error) => Answered::failed(command.method, &error),
    }
}
