//! The answer to a classic batch.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::command::Command;
use super::form::name;
use super::reached::Reached;
use super::result::{Answered, CommandError};
use crate::decode::part_error;
use crate::error::{DecodeProblem, Error};
use crate::reference::Target;

/// What the answer holds about each command, still as it was received.
#[derive(Default)]
pub(super) struct Answer<'a> {
    result: Members<'a>,
    errors: Members<'a>,
    totals: Members<'a>,
    nexts: Members<'a>,
    times: Members<'a>,
}

/// By the names of commands; PHP writes an empty object as a list.
type Members<'a> = BTreeMap<String, &'a RawValue>;

impl<'a> Answer<'a> {
    pub(super) fn read(result: &'a str) -> Self {
        let parts: Members<'a> = serde_json::from_str(result).unwrap_or_default();
        let part = |name: &str| -> Members<'a> {
            let part = parts.get(name).map(|part| serde_json::from_str(part.get()));
            part.and_then(Result::ok).unwrap_or_default()
        };
        Self {
            result: part("result"),
            errors: part("result_error"),
            totals: part("result_total"),
            nexts: part("result_next"),
            times: part("result_time"),
        }
    }

    /// That of REST 3: results alone, in the order of the commands, or by their names.
    pub(super) fn read_v3(result: &'a str, commands: Range<usize>) -> Self {
        let listed: Vec<&'a RawValue> = serde_json::from_str(result).unwrap_or_default();
        let named: Members<'a> = serde_json::from_str(result).unwrap_or_default();
        let found = |(index, place): (usize, usize)| {
            let key = name(place);
            let by_name = named.get(&key).or_else(|| named.get(&index.to_string()));
            Some((key, *listed.get(index).or(by_name)?))
        };
        Self {
            result: commands.enumerate().filter_map(found).collect(),
            ..Self::default()
        }
    }

    /// What came of the command at this place of all `commands`; `halted_by` is the one that failed before
    /// it in a request that halts.
    pub(super) fn of(
        &self,
        commands: &[&Command],
        place: usize,
        halted_by: Option<usize>,
        scrub: &dyn Fn(&str) -> String,
    ) -> Answered {
        let command = commands[place];
        let key = name(place);
        let number = |members: &Members<'a>| {
            members
                .get(&key)
                .and_then(|raw| serde_json::from_str(raw.get()).ok())
        };
        let time = self
            .times
            .get(&key)
            .and_then(|raw| serde_json::from_str(raw.get()).ok());
        let scrub = |text: &str| command.scrub(scrub, text);
        let output = if let Some(error) = self.errors.get(&key) {
            Err(CommandError::Failed(refusal(command.method, error, &scrub)))
        } else if let Some(found) = self.result.get(&key) {
            match self.unresolved(command) {
                Some(reference) => Err(CommandError::Unresolved {
                    method: command.method,
                    reference,
                }),
                None => (command.decode)(found.get(), &scrub).map_err(CommandError::Failed),
            }
        } else if let Some(after) = halted_by {
            Err(CommandError::NotRun {
                method: command.method,
                after,
            })
        } else {
            let error = part_error(command.method, DecodeProblem::NoResult);
            Err(CommandError::Failed(error.into()))
        };
        Answered {
            method: command.method,
            output,
            time: time.unwrap_or_default(),
            next: number(&self.nexts),
            total: number(&self.totals),
        }
    }

    /// A reference of the command that leads to nothing: the portal has sent what surrounds the place.
    fn unresolved(&self, command: &Command) -> Option<String> {
        let mut targets = command.references.iter().map(|(_, target)| target);
        let lacking = targets.find(|target| !self.is_there(target));
        lacking.map(ToString::to_string)
    }

    fn is_there(&self, target: &Target) -> bool {
        let Some(found) = self.result.get(&name(target.command)) else {
            return false;
        };
        let within = !target.before.is_empty() || !target.after.is_empty();
        match Reached::of(found.get(), &target.path) {
            Reached::Nothing => false,
            Reached::Writable => true,
            // In a text the portal leaves the reference itself.
            Reached::Other => !within,
        }
    }
}

fn refusal(method: &str, error: &RawValue, scrub: &dyn Fn(&str) -> String) -> Error {
    let members: Map<String, Value> = serde_json::from_str(error.get()).unwrap_or_default();
    crate::decode::refused_part(method, members, scrub).into()
}
