//! A command of a classic batch: the method's name and its parameters as a form, by PHP's rules.
//!
//! The portal takes a command apart with `parse_url` and `parse_str`. What that makes of it must be what
//! it makes of the JSON body of a call, but for types: a form has texts only.

use std::fmt::Write as _;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::tree::Node;
use crate::reference::Target;

/// All but what no URL ever escapes.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// PHP's `max_input_vars`, unless a portal is set up otherwise: what is beyond it is lost.
const MOST_VALUES: usize = 1_000;

/// PHP's `max_input_nesting_level`: a deeper name loses its variable.
const DEEPEST: usize = 60;

/// What opens a reference, in any case of letters, wherever it stands in a text.
const OPENINGS: [&str; 5] = ["result", "next", "total", "time", "error"];

/// Why parameters cannot be written as a command. They can be sent in a call of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// A form has no `null`.
    Null,
    /// A form has no empty list or object.
    Empty,
    /// The portal would take the text for a reference.
    Expandable,
    /// The portal would take the object for a reference.
    Member,
    /// PHP would read the name as another one.
    Name,
    /// PHP would leave out what is beyond its limits.
    TooMuch,
}

impl Unfit {
    pub(crate) fn reason(self) -> &'static str {
        match self {
            Self::Null => "a form has no `null`",
            Self::Empty => "a form has no empty list or object",
            Self::Expandable => {
                "the portal would take a text with `$result`, `$next`, `$total`, `$time` or `$error` for a reference"
            }
            Self::Member => "the portal would take an object with `$ref` or `$refArray` for a reference",
            Self::Name => "PHP would read a name as another one",
            Self::TooMuch => "PHP would leave out what is beyond its limits",
        }
    }
}

/// The command, where there is one for these parameters.
pub(crate) fn command(method: &str, parameters: &Node) -> Result<String, Unfit> {
    let mut form = Form {
        text: method.to_owned(),
        values: 0,
    };
    match parameters {
        Node::Null => {}
        Node::Map(members) => {
            for (name, node) in members {
                let name = top(name)?;
                form.write(&mut escaped(name), 0, node)?;
            }
        }
        _ => return Err(Unfit::Name),
    }
    Ok(form.text)
}

/// A reference as the portal reads it.
pub(crate) fn reference(target: &Target) -> String {
    let mut text = format!("{}$result[{}]", target.before, name(target.command));
    for key in &target.path {
        let _ = write!(text, "[{key}]"); // into a text: cannot fail
    }
    text.push_str(&target.after);
    text
}

/// The name of a command; a number would lose its identity in PHP's lists.
pub(crate) fn name(command: usize) -> String {
    format!("c{command}")
}

/// Whether the portal would expand something in this text.
pub(crate) fn is_expandable(text: &str) -> bool {
    text.split('$').skip(1).any(|after| {
        OPENINGS.iter().any(|opening| {
            let start = after.get(..opening.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(opening))
        })
    })
}

struct Form {
    text: String,
    values: usize,
}

impl Form {
    fn write(&mut self, name: &mut String, depth: usize, node: &Node) -> Result<(), Unfit> {
        match node {
            Node::Null => Err(Unfit::Null),
            Node::Bool(value) => self.value(name, if *value { "1" } else { "0" }),
            Node::Number(digits) => self.value(name, digits),
            Node::Text(text) if is_expandable(text) => Err(Unfit::Expandable),
            Node::Text(text) => self.value(name, text),
            Node::Reference(target) => self.value(name, &reference(target)),
            Node::List(items) if items.is_empty() => Err(Unfit::Empty),
            Node::Map(members) if members.is_empty() => Err(Unfit::Empty),
            Node::List(items) => {
                let mut items = items.iter().enumerate();
                items.try_for_each(|(place, item)| self.inner(name, &place.to_string(), depth, item))
            }
            Node::Map(members) => {
                let mut members = members.iter();
                members.try_for_each(|(key, member)| self.inner(name, nested(key)?, depth, member))
            }
        }
    }

    fn inner(&mut self, name: &mut String, key: &str, depth: usize, node: &Node) -> Result<(), Unfit> {
        if depth == DEEPEST {
            return Err(Unfit::TooMuch);
        }
        let length = name.len();
        name.extend(["%5B", &escaped(key), "%5D"]);
        let written = self.write(name, depth + 1, node);
        name.truncate(length);
        written
    }

    fn value(&mut self, name: &str, value: &str) -> Result<(), Unfit> {
        self.text.push(if self.values == 0 { '?' } else { '&' });
        self.values += 1;
        if self.values > MOST_VALUES {
            return Err(Unfit::TooMuch);
        }
        self.text.extend([name, "="]);
        self.text.extend(utf8_percent_encode(value, ESCAPED));
        Ok(())
    }
}

fn escaped(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

/// PHP turns some characters of a variable's name into `_`, and drops what has none.
fn top(name: &str) -> Result<&str, Unfit> {
    if name.is_empty() || name.contains(['.', ' ', '[', '\0']) {
        return Err(Unfit::Name);
    }
    Ok(name)
}

/// A blank key would append to a list, and a bracket would end the name.
fn nested(key: &str) -> Result<&str, Unfit> {
    if key
        .trim_matches(|c: char| c.is_ascii_whitespace() || c == '\u{b}')
        .is_empty()
        || key.contains(['[', ']', '\0'])
    {
        return Err(Unfit::Name);
    }
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn written(parameters: &serde_json::Value) -> Result<String, Unfit> {
        command("m", &Node::of(parameters).unwrap())
    }

    #[test]
    fn parameters_are_written_as_php_reads_them() {
        for (parameters, text) in [
            (json!(null), "m"),
            (json!({}), "m"),
            (json!({"A": 1, "b": -0.5}), "m?A=1&b=-0.5"),
            (json!({"A": true, "B": false}), "m?A=1&B=0"),
            (json!({"A": ""}), "m?A="),
            (
                json!({"A": {"B": ["x", {"C": "y"}]}}),
                "m?A%5BB%5D%5B0%5D=x&A%5BB%5D%5B1%5D%5BC%5D=y",
            ),
            (json!({"filter": {">=ID": 5}}), "m?filter%5B%3E%3DID%5D=5"),
            (
                json!({"T": "a#b&c=d e+f%ж"}),
                "m?T=a%23b%26c%3Dd%20e%2Bf%25%D0%B6",
            ),
        ] {
            assert_eq!(written(&parameters).as_deref(), Ok(text));
        }
    }

    #[test]
    fn what_a_form_cannot_say_is_told() {
        for (parameters, reason) in [
            (json!({"A": null}), Unfit::Null),
            (json!({"A": []}), Unfit::Empty),
            (json!({"A": {"B": {}}}), Unfit::Empty),
            (json!({"A": "costs $result[a]"}), Unfit::Expandable),
            (json!({"A": ["$$RESULT"]}), Unfit::Expandable),
            (json!({"A": "$timeout"}), Unfit::Expandable),
            (json!({"a.b": 1}), Unfit::Name),
            (json!({"": 1}), Unfit::Name),
            (json!({"A": {"b]": 1}}), Unfit::Name),
            (json!({"A": {" ": 1}}), Unfit::Name),
            (json!({"A": vec![1; 1_001]}), Unfit::TooMuch),
            (json!([1]), Unfit::Name),
        ] {
            assert_eq!(written(&parameters), Err(reason), "{parameters}");
        }
    }

    #[test]
    fn a_dollar_alone_is_no_reference() {
        assert_eq!(
            written(&json!({"A": "5$, $5, $resul"})).unwrap(),
            "m?A=5%24%2C%20%245%2C%20%24resul"
        );
    }
}
