//! One command, as it waits to be sent.

use std::any::Any;

use super::form::{self, Unfit};
use super::tree::Node;
use super::v3;
use crate::decode;
use crate::error::{Error, Invalid, Problem, Violation, cut};
use crate::method::{Api, Effect, Method};
use crate::reference::Target;
use crate::secret::{Secret, blot, secret_fields};
use crate::validate::validate_command;
use crate::visit::{Path, Step};

/// A decoded result, whatever its type.
pub(super) type Output = Box<dyn Any + Send>;

/// Decodes a result; `scrub` blots out the client's secrets.
type Decode = fn(&str, &dyn Fn(&str) -> String) -> Result<Output, Error>;

/// A command without the types of its method.
pub(super) struct Command {
    pub(super) method: &'static str,
    pub(super) api: Api,
    pub(super) effect: Effect,
    pub(super) parameters: Node,
    /// As it stands in a batch of its API, or why it cannot.
    pub(super) written: Result<String, Unfit>,
    /// What it refers to, and from where.
    pub(super) references: Vec<(String, Target)>,
    /// The texts of its secret parameters; `None` where they are not known.
    pub(super) secrets: Option<Vec<Secret>>,
    pub(super) decode: Decode,
}

impl Command {
    /// A command that has nothing to do with others, so none of its fields may refer to one.
    pub(super) fn independent<M>(method: &M) -> Result<Self, Invalid>
    where
        M: Method<Output: Send + 'static> + ?Sized,
    {
        method.validate()?;
        Self::of(method)
    }

    pub(super) fn of<M>(method: &M) -> Result<Self, Invalid>
    where
        M: Method<Output: Send + 'static> + ?Sized,
    {
        validate_command(method)?;
        let secrets = secret_fields(method);
        let parameters = Node::of(method).map_err(|failed| {
            let reason = cut(&blot(secrets.as_deref(), &failed.0));
            let problem = Problem::NotSerializable { reason };
            Invalid::new(M::NAME, vec![Violation::new(String::new(), None, problem)])
        })?;
        let mut references = Vec::new();
        gather(&parameters, &mut Path::default(), &mut references);
        Ok(Self {
            method: M::NAME,
            api: M::API,
            effect: M::EFFECT,
            written: match M::API {
                Api::V2 => form::command(M::NAME, &parameters),
                Api::V3 => v3::query(&parameters),
            },
            parameters,
            references,
            secrets,
            decode: decoded::<M>,
        })
    }

    /// Blots out the command's own secrets, after the client's.
    pub(super) fn scrub(&self, client: &dyn Fn(&str) -> String, text: &str) -> String {
        blot(self.secrets.as_deref(), &client(text))
    }
}

fn decoded<M>(found: &str, scrub: &dyn Fn(&str) -> String) -> Result<Output, Error>
where
    M: Method<Output: Send + 'static> + ?Sized,
{
    let output: M::Output = decode::part(M::NAME, M::AT, 200, found, scrub)?;
    Ok(Box::new(output))
}

/// The references in a parameter, each with the way to it.
fn gather(node: &Node, path: &mut Path, references: &mut Vec<(String, Target)>) {
    let mut within = |step: Step<'_>, node: &Node| match node {
        Node::Reference(target) => references.push((path.to(step), target.clone())),
        Node::List(_) | Node::Map(_) => {
            let length = path.go(step);
            gather(node, path, references);
            path.back(length);
        }
        _ => {}
    };
    match node {
        Node::List(items) => items
            .iter()
            .enumerate()
            .for_each(|(place, item)| within(Step::Item(place), item)),
        Node::Map(members) => members
            .iter()
            .for_each(|(key, member)| within(Step::Key(key), member)),
        _ => {}
    }
}
