//! A page's table, compared with its own examples. Where they contradict each other, the fact is doubted.

use b24_catalog::{Aspect, Certainty, Kind, Members, Method, Need, Parameter};
use serde_json::{Map, Value};

use crate::doubt::About;
use crate::samples::{Request, Samples};

use super::Notes;
use super::describe::doubt;
use super::shown::{is_numbered, is_of_kind, is_placeholder, settle};
use super::style::restyle;

/// Names that every method understands, besides its own.
const RESERVED: &[&str] = &["auth", "start"];

/// Compares a method with the requests of its page.
pub(super) fn compare(method: &mut Method, samples: &Samples, notes: &mut Notes) {
    let mut bodies = Vec::new();
    for request in samples.requests() {
        if request.method != method.name && is_of(request, method) {
            notes.doubt(request.line, About::NameCase, &request.method);
        }
        // Examples may call other methods first; only a page that never calls its own is in doubt.
        if is_of(request, method)
            && let Some(Value::Object(body)) = &request.body
        {
            bodies.push((request.line, body));
        }
    }
    if let Some(other) = samples
        .requests()
        .first()
        .filter(|_| !samples.requests().iter().any(|request| is_of(request, method)))
    {
        notes.doubt(other.line, About::OtherMethod, &other.method);
    }
    if method.positional {
        let own = samples.requests().iter().filter(|request| is_of(request, method));
        let keys: Vec<Vec<String>> = own.map(Request::keys).collect();
        for keys in &keys {
            by_place(&mut method.parameters, keys);
        }
    }
    let mut reader = Comparison {
        path: String::new(),
        notes,
    };
    reader.members(&mut method.parameters, &bodies);
}

fn is_of(request: &Request, method: &Method) -> bool {
    request.method.eq_ignore_ascii_case(&method.name)
}

/// Where parameters go by their places, an unknown key at the place of one that is missing is another
/// spelling of it.
fn by_place(members: &mut Members, keys: &[String]) {
    for (place, key) in keys.iter().enumerate() {
        let is_known = members.find(key).is_some();
        let Some(parameter) = members.list.get_mut(place).filter(|_| !is_known) else {
            continue;
        };
        let is_given = keys.iter().any(|key| is_spelling(parameter, key));
        if !is_given {
            parameter.spellings.push(key.clone());
        }
    }
}

/// A body, or a part of it, and the line of its example.
type Shown<'a> = (usize, &'a Map<String, Value>);

struct Comparison<'a> {
    /// Of the object that is compared, with a dot at its end.
    path: String,
    notes: &'a mut Notes,
}

impl Comparison<'_> {
    fn doubt(&mut self, line: usize, about: About, name: &str) {
        let name = format!("{}{name}", self.path);
        self.notes.doubt(line, about, &name);
    }

    fn members(&mut self, members: &mut Members, shown: &[Shown<'_>]) {
        self.unknown(members, shown);
        let names: Vec<String> = members.list.iter().map(|member| member.name.clone()).collect();
        for parameter in &mut members.list {
            // A key that is the name of another parameter is no spelling of this one.
            let is_other = |key: &str| key != parameter.name && names.iter().any(|name| name == key);
            let own: Vec<(usize, Map<String, Value>)> = shown
                .iter()
                .map(|(line, object)| {
                    let keys = object
                        .iter()
                        .filter(|(key, _)| is_spelling(parameter, key) && !is_other(key));
                    (
                        *line,
                        keys.map(|(key, value)| (key.clone(), value.clone())).collect(),
                    )
                })
                .collect();
            self.parameter(
                parameter,
                &own.iter()
                    .map(|(line, object)| (*line, object))
                    .collect::<Vec<_>>(),
            );
        }
    }

    /// `shown`: what the examples have of the parameter, under whatever spelling.
    fn parameter(&mut self, parameter: &mut Parameter, shown: &[Shown<'_>]) {
        self.spelling(parameter, shown);
        if parameter.need == Need::Required {
            self.missing(parameter, shown);
        }
        let values: Vec<(usize, &Value)> = shown
            .iter()
            .flat_map(|(line, object)| object.values().map(|value| (*line, value)))
            .collect();
        self.values(parameter, &values);
    }

    /// Keys that the table does not have.
    fn unknown(&mut self, members: &mut Members, shown: &[Shown<'_>]) {
        let is_top = self.path.is_empty();
        let mut seen: Vec<&str> = Vec::new();
        for (line, object) in shown {
            for key in object.keys() {
                let reserved = is_top && RESERVED.contains(&key.as_str());
                if !reserved && !seen.contains(&key.as_str()) && members.find(key).is_none() {
                    seen.push(key);
                    members.more = true;
                    let about = if is_top {
                        About::UnknownKey
                    } else {
                        About::UnknownMember
                    };
                    self.doubt(*line, about, key);
                }
            }
        }
    }

    fn spelling(&mut self, parameter: &mut Parameter, shown: &[Shown<'_>]) {
        let mut spelled: Vec<(&str, usize, usize)> = Vec::new();
        let mut exact = 0;
        for (line, object) in shown {
            for key in object.keys() {
                match spelled.iter_mut().find(|(known, ..)| known == key) {
                    _ if *key == parameter.name => exact += 1,
                    Some((_, count, _)) => *count += 1,
                    None => spelled.push((key, 1, *line)),
                }
            }
        }
        spelled.sort_by_key(|(key, count, _)| (usize::MAX - count, *key));
        for (key, _, line) in &spelled {
            self.doubt(*line, About::Spelling, key);
            if !parameter.spellings.iter().any(|known| known == key) {
                parameter.spellings.push((*key).to_owned());
            }
        }
        if exact == 0 && !spelled.is_empty() {
            doubt(parameter, Aspect::Name, Certainty::Doubtful);
        }
    }

    fn missing(&mut self, parameter: &mut Parameter, shown: &[Shown<'_>]) {
        // One that is sent empty may as well be missing.
        let is_given = |value: &Value| value.as_str() != Some("");
        let without = shown.iter().find(|(_, object)| !object.values().any(is_given));
        if let Some((line, _)) = without {
            let name = parameter.name.clone();
            self.doubt(
                *line,
                if self.path.is_empty() {
                    About::Missing
                } else {
                    About::MissingMember
                },
                &name,
            );
            doubt(parameter, Aspect::Need, Certainty::Doubtful);
        }
    }

    fn values(&mut self, parameter: &mut Parameter, shown: &[(usize, &Value)]) {
        let doubted = parameter.certainty(Aspect::Kind) == Certainty::Doubtful;
        settle_boolean(parameter, shown);
        if let Some((line, value)) = shown
            .iter()
            .find(|(_, value)| !is_of_kind(&parameter.kind, value))
        {
            let name = format!("{} {} {}", parameter.name, parameter.kind, kind_of(value));
            if parameter.certainty(Aspect::Kind) == Certainty::Sure {
                self.doubt(*line, About::ExampleKind, &name);
            }
            doubt(parameter, Aspect::Kind, Certainty::Doubtful);
        }
        let values: Vec<&Value> = shown.iter().map(|(_, value)| *value).collect();
        settle(parameter, &values, doubted);
        if let Some(values) = &parameter.values
            && !values.open
            && let Some((line, value)) = shown.iter().find(|(_, value)| !is_among(&values.list, value))
        {
            let name = format!("{} {value}", parameter.name);
            self.doubt(*line, About::ExampleValue, &name);
            doubt(parameter, Aspect::Values, Certainty::Doubtful);
        }
        let doubtful = parameter.certainty(Aspect::Members) == Certainty::Doubtful;
        let second_hand = parameter.certainty(Aspect::Members) == Certainty::Likely;
        if let Some(members) = parameter.members.as_mut().filter(|_| !doubtful) {
            let mut inner: Vec<Shown<'_>> = shown
                .iter()
                .flat_map(|(line, value)| objects(value).map(|object| (*line, object)))
                .collect();
            if second_hand {
                let keys = inner.iter().flat_map(|(_, object)| object.keys());
                restyle(members, keys.map(String::as_str));
            }
            if !are_used(members, &inner) {
                let below = values_of(&inner);
                if below.is_empty() || !are_used(members, &below) {
                    // A table none of whose names is ever used is of something else.
                    self.doubt(inner[0].0, About::OtherMembers, &parameter.name);
                    return doubt(parameter, Aspect::Members, Certainty::Doubtful);
                }
                // The table is of what lies under keys of the user's own.
                inner = below;
                parameter.kind = Kind::Map(Box::new(Kind::Object));
                doubt(parameter, Aspect::Kind, Certainty::Likely);
            }
            let Some(members) = parameter.members.as_mut() else {
                return;
            };
            let path = format!("{}{}.", self.path, parameter.name);
            let outer = std::mem::replace(&mut self.path, path);
            self.members(members, &inner);
            self.path = outer;
        }
    }
}

/// Whether any of the names is a key of an object that is shown; so it is where none is shown.
fn are_used(members: &Members, shown: &[Shown<'_>]) -> bool {
    let mut keys = shown.iter().flat_map(|(_, object)| object.keys()).peekable();
    keys.peek().is_none() || keys.any(|key| members.find(key).is_some())
}

/// The objects that are the values of objects; none where a value is no object.
fn values_of<'a>(shown: &[Shown<'a>]) -> Vec<Shown<'a>> {
    let values = shown
        .iter()
        .flat_map(|(line, object)| object.values().map(|value| (*line, value)));
    let objects: Option<Vec<_>> = values
        .map(|(line, value)| Some((line, value.as_object()?)))
        .collect();
    objects.unwrap_or_default()
}

/// Whether a key is the parameter's name but for case and underscores.
fn is_spelling(parameter: &Parameter, key: &str) -> bool {
    let bare = |name: &str| name.replace('_', "").to_ascii_lowercase();
    bare(key) == bare(&parameter.name) || parameter.spellings.iter().any(|known| bare(known) == bare(key))
}

/// An object, or the objects of a list, or of an object whose keys are numbers.
fn objects(value: &Value) -> Box<dyn Iterator<Item = &Map<String, Value>> + '_> {
    match value {
        Value::Object(object) if is_numbered(object) => {
            Box::new(object.values().filter_map(Value::as_object))
        }
        Value::Object(object) => Box::new(std::iter::once(object)),
        Value::Array(items) => Box::new(items.iter().filter_map(Value::as_object)),
        _ => Box::new(std::iter::empty()),
    }
}

/// A boolean of which the page does not tell how it is sent is sent as the examples send it.
fn settle_boolean(parameter: &mut Parameter, shown: &[(usize, &Value)]) {
    let open = parameter.kind == Kind::Boolean && parameter.certainty(Aspect::Kind) == Certainty::Doubtful;
    if !open || shown.is_empty() {
        return;
    }
    let all = |kind: &Kind| shown.iter().all(|(_, value)| is_of_kind(kind, value));
    if let Some(kind) = [Kind::Boolean, Kind::YesNo, Kind::OneZero].into_iter().find(all) {
        parameter.default = parameter.default.take().map(|default| as_kind(&kind, default));
        parameter.kind = kind;
        parameter.doubts.retain(|(aspect, _)| *aspect != Aspect::Kind);
        doubt(parameter, Aspect::Kind, Certainty::Likely);
    }
}

/// A default in the words of the kind.
fn as_kind(kind: &Kind, default: String) -> String {
    let yes = match default.as_str() {
        "true" | "Y" | "1" => true,
        "false" | "N" | "0" => false,
        _ => return default,
    };
    let word = match (kind, yes) {
        (Kind::YesNo, true) => "Y",
        (Kind::YesNo, false) => "N",
        (Kind::OneZero, true) => "1",
        (Kind::OneZero, false) => "0",
        (_, true) => "true",
        (_, false) => "false",
    };
    word.to_owned()
}

/// Whether a value, or each of a list, is one of the allowed ones.
fn is_among(list: &[String], value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().all(|item| is_among(list, item)),
        Value::String(text) => is_placeholder(text) || list.iter().any(|known| known == text),
        Value::Null => true,
        other => list.contains(&other.to_string()),
    }
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    }
}

#[cfg(test)]
mod tests;
