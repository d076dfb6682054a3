//! Which commands go together: a decision, without I/O.

use std::ops::Range;

use super::command::Command;
use super::{form, v3};
use crate::error::{Invalid, Problem, Violation};
use crate::method::{Api, Effect};

/// How many commands a portal takes in one request.
pub(super) const MOST: usize = 50;

/// One request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Some commands of one API, in a batch.
    Together(Range<usize>),
    /// A call of its own.
    Alone(usize),
}

impl Part {
    /// The places of its commands.
    pub(super) fn range(&self) -> Range<usize> {
        match self {
            Self::Together(range) => range.clone(),
            Self::Alone(only) => *only..*only + 1,
        }
    }

    /// A batch of REST 3 tells less than a call: of a single command it would have nothing to say.
    fn simplified(self, commands: &[&Command]) -> Self {
        match self {
            Self::Together(range) if range.len() == 1 && commands[range.start].api == Api::V3 => {
                Self::Alone(range.start)
            }
            part => part,
        }
    }
}

/// The requests, in order.
///
/// # Errors
/// A reference that cannot be, or a command that can neither be written as one nor be sent alone.
pub(super) fn plan(batch: u64, commands: &[&Command], halt: bool) -> Result<Vec<Part>, Invalid> {
    let mut parts: Vec<Part> = Vec::new();
    for (index, command) in commands.iter().enumerate() {
        if let Err(unfit) = command.written {
            if halt || !command.references.is_empty() {
                let reason = format!(
                    "{}, so the command would have to be sent alone; but it is halted by others, or refers to them",
                    unfit.reason()
                );
                return Err(refuse(command, "", Problem::NotSerializable { reason }));
            }
            parts.push(Part::Alone(index));
            continue;
        }
        match parts.last_mut() {
            Some(Part::Together(range))
                if range.end == index && range.len() < MOST && commands[range.start].api == command.api =>
            {
                range.end = index + 1;
            }
            _ => parts.push(Part::Together(index..index + 1)),
        }
    }
    for part in &parts {
        if let Part::Together(range) = part {
            for index in range.clone() {
                check(batch, commands, part, index)?;
            }
        }
    }
    let parts = parts.into_iter().map(|part| part.simplified(commands));
    Ok(parts.collect())
}

/// That each reference of a command leads to an earlier one in the same request, and to what is there.
fn check(batch: u64, commands: &[&Command], part: &Part, index: usize) -> Result<(), Invalid> {
    let command = commands[index];
    for (path, target) in &command.references {
        let reason = if target.batch != batch {
            "refers to a command of another batch"
        } else if target.command >= index {
            "refers to a command that is not an earlier one"
        } else if !part.range().contains(&target.command) {
            "refers to a command that goes in another request: fifty go in one, and some have to go alone"
        } else if command.api == Api::V3 && v3::reference(target).is_none() {
            "refers to what REST 3 does not hand on: only what is in the `item` or the `items` of a result, and without text around it"
        } else if target.path.iter().any(|key| !is_key(key)) {
            "refers by a name that the portal would read as another one"
        } else if !ends(&target.after)
            || form::is_expandable(&target.before)
            || form::is_expandable(&target.after)
        {
            "stands in a text in which the portal would not find its end: let a space follow it, and nothing in the text look like a reference"
        } else if command.effect == Effect::Write && !target.always {
            "refers to a member that the result may lack, and the portal would then send all that surrounds it: say `always_there()` if it is, or declare what the other method returns, with `returns` and `at`"
        } else {
            continue;
        };
        return Err(refuse(command, path, Problem::Reference { reason }));
    }
    Ok(())
}

fn refuse(command: &Command, path: &str, problem: Problem) -> Invalid {
    Invalid::new(
        command.method,
        vec![Violation::new(path.to_owned(), None, problem)],
    )
}

/// Whether the portal reads the key as it is.
fn is_key(key: &str) -> bool {
    !key.is_empty() && !key.contains(|c: char| matches!(c, '[' | ']') || c.is_whitespace())
}

/// For the portal, a reference ends at a blank of ASCII.
fn ends(after: &str) -> bool {
    after
        .bytes()
        .next()
        .is_none_or(|byte| byte.is_ascii_whitespace() || byte == 0x0b)
}
