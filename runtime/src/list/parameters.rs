//! The parameters of a list, as a walk changes them from page to page.

use crate::batch::Node;
use crate::error::{Invalid, Problem, Violation, cut};
use crate::method::Method;
use crate::secret::{Secret, blot, secret_fields};

/// What the user has set.
#[derive(Debug, Clone)]
pub(super) struct Parameters {
    method: &'static str,
    members: Vec<(String, Node)>,
    /// The texts of secret parameters; `None` where they are not known.
    pub(super) secrets: Option<Vec<Secret>>,
}

impl Parameters {
    pub(super) fn of<M: Method + ?Sized>(method: &M) -> Result<Self, Invalid> {
        method.validate()?;
        let secrets = secret_fields(method);
        let unwritten = |reason: String| {
            let problem = Problem::NotSerializable { reason };
            Invalid::new(M::NAME, vec![Violation::new(String::new(), None, problem)])
        };
        let members = match Node::of(method) {
            Ok(Node::Null) => Vec::new(),
            Ok(Node::Map(members)) => members,
            Ok(_) => return Err(unwritten("the parameters are not an object".to_owned())),
            Err(failed) => {
                return Err(unwritten(cut(&blot(secrets.as_deref(), &failed.0))));
            }
        };
        Ok(Self {
            method: M::NAME,
            members,
            secrets,
        })
    }

    /// Classic methods read names in any case, and of two that differ by it alone they drop one.
    fn get(&mut self, name: &str) -> Option<&mut Node> {
        let mut members = self.members.iter_mut();
        members
            .find(|(member, _)| member.eq_ignore_ascii_case(name))
            .map(|(_, node)| node)
    }

    /// What a walk sets itself must not be set.
    pub(super) fn must_lack(&mut self, name: &str, reason: &'static str) -> Result<(), Invalid> {
        match self.get(name) {
            None => Ok(()),
            Some(_) => Err(self.refused(&self.spelled(name), reason)),
        }
    }

    /// Likewise a member of an object.
    pub(super) fn must_lack_in(
        &mut self,
        name: &str,
        keys: &[&str],
        reason: &'static str,
    ) -> Result<(), Invalid> {
        let own_name = self.spelled(name);
        let Some(Node::Map(members)) = self.get(name) else {
            return Ok(());
        };
        let set = |key: &str| keys.iter().any(|own| own.eq_ignore_ascii_case(key));
        match members.iter().find(|(key, _)| set(key)) {
            None => Ok(()),
            Some((key, _)) => {
                let path = format!("{own_name}.{key}");
                Err(self.refused(&path, reason))
            }
        }
    }

    /// The name as the user's declaration has it.
    pub(super) fn spelled(&self, name: &str) -> String {
        let mut names = self.members.iter().map(|(member, _)| member);
        let own = names.find(|member| member.eq_ignore_ascii_case(name));
        own.map_or(name, String::as_str).to_owned()
    }

    pub(super) fn refused(&self, path: &str, reason: &'static str) -> Invalid {
        let problem = Problem::Walked { reason };
        Invalid::new(self.method, vec![Violation::new(path.to_owned(), None, problem)])
    }

    pub(super) fn set(&mut self, name: &str, node: Node) {
        match self.get(name) {
            Some(place) => *place = node,
            None => self.members.push((name.to_owned(), node)),
        }
    }

    /// The parameter, for more to be put into it; with nothing in it where it is not set.
    pub(super) fn part(&mut self, name: &str) -> &mut Node {
        let found = self
            .members
            .iter()
            .position(|(member, _)| member.eq_ignore_ascii_case(name));
        let place = found.unwrap_or_else(|| {
            self.members.push((name.to_owned(), Node::Null));
            self.members.len() - 1
        });
        &mut self.members[place].1
    }

    /// Takes out what is not set.
    pub(super) fn remove_unset(&mut self) {
        self.members.retain(|(_, node)| *node != Node::Null);
    }

    pub(super) fn into_node(self) -> Node {
        Node::Map(self.members)
    }
}

pub(super) fn number(number: u64) -> Node {
    Node::Number(number.to_string())
}

pub(super) fn text(text: &str) -> Node {
    Node::Text(text.to_owned())
}
