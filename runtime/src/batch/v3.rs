//! A command of a batch of REST 3: an object with the method's name and its parameters.
//!
//! There is one answer for all commands: their results, or the first error that one of them met.

use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::value::RawValue;

use super::command::Command;
use super::form::{Unfit, name};
use super::tree::Node;
use crate::reference::Target;

/// The members under which the portal looks for what an object refers to.
const REFERENCES: [&str; 2] = ["$ref", "$refArray"];

/// The parameters as JSON, in which references stand as the portal reads them.
pub(super) fn query(parameters: &Node) -> Result<String, Unfit> {
    if matches!(parameters, Node::Null) {
        return Ok("{}".to_owned());
    }
    if is_expandable(parameters) {
        return Err(Unfit::Member);
    }
    // A reference that cannot be written is refused by the plan, by name.
    Ok(serde_json::to_string(&Written(parameters)).unwrap_or_default())
}

/// Whether the portal would take an object of the user's for a reference.
fn is_expandable(node: &Node) -> bool {
    match node {
        Node::List(items) => items.iter().any(is_expandable),
        Node::Map(members) => members
            .iter()
            .any(|(name, member)| REFERENCES.contains(&name.as_str()) || is_expandable(member)),
        _ => false,
    }
}

/// A reference as the portal reads it: into the object or the list that the result holds.
pub(super) fn reference(target: &Target) -> Option<String> {
    let alone = target.before.is_empty() && target.after.is_empty();
    let (holder, path) = target.path.split_first()?;
    let is_held = matches!(holder.as_str(), "item" | "items") && !path.is_empty();
    let is_path = !path.iter().any(|key| key.is_empty() || key.contains('.'));
    (alone && is_held && is_path).then(|| format!("{}.{}", name(target.command), path.join(".")))
}

/// A parameter with its references.
struct Written<'a>(&'a Node);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Node::List(items) => serializer.collect_seq(items.iter().map(Written)),
            Node::Map(members) => {
                serializer.collect_map(members.iter().map(|(name, member)| (name, Written(member))))
            }
            Node::Reference(target) => {
                let path = reference(target).ok_or_else(|| S::Error::custom("no path"))?;
                serializer.collect_map([(REFERENCES[0], path)])
            }
            node => node.serialize(serializer),
        }
    }
}

/// The body of the request.
pub(super) struct Body<'a> {
    /// The place of the first command in the whole batch.
    pub(super) first: usize,
    pub(super) commands: &'a [&'a Command],
}

impl Serialize for Body<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_seq(Some(self.commands.len()))?;
        for (place, command) in self.commands.iter().enumerate() {
            let place = self.first + place;
            let mut targets = self.commands.iter().flat_map(|command| &command.references);
            let named = targets.any(|(_, target)| target.command == place);
            body.serialize_element(&Call {
                place,
                command,
                named,
            })?;
        }
        body.end()
    }
}

struct Call<'a> {
    place: usize,
    command: &'a Command,
    /// Whether another command refers to it.
    named: bool,
}

impl Serialize for Call<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let query = self.command.written.clone().unwrap_or_default();
        let query = RawValue::from_string(query).map_err(S::Error::custom)?;
        let mut call = serializer.serialize_map(None)?;
        call.serialize_entry("method", self.command.method)?;
        call.serialize_entry("query", &query)?;
        if self.named {
            call.serialize_entry("as", &name(self.place))?;
        }
        call.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn parameters_keep_their_types() {
        let parameters = json!({"id": 7, "fields": {"a": null, "b": [], "c": "$result[a] $ref"}});
        let written = query(&Node::of(&parameters).unwrap()).unwrap();
        assert_eq!(written, parameters.to_string());
        assert_eq!(query(&Node::Null).unwrap(), "{}");
    }

    #[test]
    fn an_object_that_the_portal_would_expand_is_told() {
        for parameters in [json!({"$ref": "a.id"}), json!({"a": [{"b": {"$refArray": 1}}]})] {
            assert_eq!(query(&Node::of(&parameters).unwrap()), Err(Unfit::Member));
        }
    }

    #[test]
    fn references_lead_into_items() {
        let to = |path: &[&str], after: &str| {
            reference(&Target {
                command: 3,
                path: path.iter().map(ToString::to_string).collect(),
                after: after.to_owned(),
                ..Target::default()
            })
        };
        assert_eq!(to(&["item", "id"], "").as_deref(), Some("c3.id"));
        assert_eq!(to(&["items", "0", "id"], "").as_deref(), Some("c3.0.id"));
        for (path, after) in [
            (&[] as &[_], ""),
            (&["item"], ""),
            (&["id"], ""),
            (&["item", "a.b"], ""),
            (&["item", "id"], " text"),
        ] {
            assert_eq!(to(path, after), None, "{path:?}");
        }
    }
}
