//! A page's table, compared with its own examples. Where they contradict each other, the fact is doubted.

use b24_catalog::{Aspect, Certainty, Kind, Members, Method, Need, Parameter};
use serde_json::{Map, Value};

use crate::doubt::About;
use crate::samples::{Request, Samples};

use super::Notes;
use super::describe::doubt;
use super::shown::{is_numbered, is_of_kind, is_placeholder, settle};

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
    let mut reader = Comparison {
        path: String::new(),
        notes,
    };
    reader.members(&mut method.parameters, &bodies);
}

fn is_of(request: &Request, method: &Method) -> bool {
    request.method.eq_ignore_ascii_case(&method.name)
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
        for parameter in &mut members.list {
            self.spelling(parameter, shown);
            if parameter.need == Need::Required {
                self.missing(parameter, shown);
            }
            let values: Vec<(usize, &Value)> = shown
                .iter()
                .flat_map(|(line, object)| values(object, parameter).map(|value| (*line, value)))
                .collect();
            self.values(parameter, &values);
        }
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
            for key in object.keys().filter(|key| is_spelling(parameter, key)) {
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
        let without = shown
            .iter()
            .find(|(_, object)| values(object, parameter).next().is_none());
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
        settle(parameter, &values);
        if let Some(values) = &parameter.values
            && !values.open
            && let Some((line, value)) = shown.iter().find(|(_, value)| !is_among(&values.list, value))
        {
            let name = format!("{} {value}", parameter.name);
            self.doubt(*line, About::ExampleValue, &name);
            doubt(parameter, Aspect::Values, Certainty::Doubtful);
        }
        let doubtful = parameter.certainty(Aspect::Members) == Certainty::Doubtful;
        if let Some(members) = parameter.members.as_mut().filter(|_| !doubtful) {
            let mut inner: Vec<Shown<'_>> = shown
                .iter()
                .flat_map(|(line, value)| objects(value).map(|object| (*line, object)))
                .collect();
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

/// The values of a parameter, under each of its spellings.
fn values<'a>(object: &'a Map<String, Value>, parameter: &Parameter) -> impl Iterator<Item = &'a Value> {
    object
        .iter()
        .filter(|(key, _)| **key == parameter.name || is_spelling(parameter, key))
        .map(|(_, value)| value)
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
mod tests {
    use b24_catalog::{Api, Values};

    use super::*;

    /// Compares parameters with bodies, and tells the doubts.
    fn of(list: Vec<Parameter>, bodies: &[&str]) -> (Members, Vec<String>) {
        let sample = |body: &&str| format!("```curl\ncurl -d '{body}' https://a.example/rest/a.b\n```\n");
        let text = bodies.iter().map(sample).collect::<Vec<_>>().concat();
        let mut method = Method::new("a.b", Api::V2);
        method.parameters.list = list;
        let mut notes = Notes::default();
        let samples = Samples::of(&text);
        assert_eq!(samples.unreadable(), []);
        compare(&mut method, &samples, &mut notes);
        let doubts = notes
            .doubts
            .iter()
            .map(|doubt| format!("{}: {}", doubt.about, doubt.detail))
            .collect();
        (method.parameters, doubts)
    }

    fn required(name: &str, kind: Kind) -> Parameter {
        let mut parameter = Parameter::new(name, kind);
        parameter.need = Need::Required;
        parameter
    }

    #[test]
    fn what_agrees_is_not_doubted() {
        let mut fields = required("fields", Kind::Object);
        fields.members = Some(Members {
            list: vec![required("ID", Kind::Integer)],
            ..Members::default()
        });
        let (members, doubts) = of(vec![fields], &[r#"{"fields": {"ID": 5}, "start": 0}"#]);
        assert_eq!(
            (doubts.len(), members.list[0].doubts.len(), members.more),
            (0, 0, false)
        );
    }

    #[test]
    fn keys_are_compared() {
        let (members, doubts) = of(
            vec![required("taskId", Kind::Integer), required("x", Kind::Any)],
            &[r#"{"TASK_ID": 5, "y": 1}"#],
        );
        assert_eq!(
            doubts,
            [
                "the example has a parameter that the table has not: y",
                "the example spells it otherwise: TASK_ID",
                "the example lacks what is required: x"
            ]
        );
        let [task, x] = &members.list[..] else { panic!() };
        assert_eq!(
            (task.spellings.as_slice(), task.certainty(Aspect::Name)),
            (&["TASK_ID".to_owned()][..], Certainty::Doubtful)
        );
        assert_eq!(x.certainty(Aspect::Need), Certainty::Doubtful);
        assert!(members.more);
    }

    #[test]
    fn values_are_compared() {
        let mut kind = Parameter::new("type", Kind::Text);
        kind.values = Some(Values {
            list: vec!["a".to_owned()],
            open: false,
        });
        let (members, doubts) = of(
            vec![kind, Parameter::new("id", Kind::Integer)],
            &[r#"{"type": "b", "id": "5"}"#, r#"{"type": "**put**", "id": 5}"#],
        );
        assert_eq!(
            doubts,
            [
                "the example has a value that is not allowed: type \"b\"",
                "the example is of another kind: id integer text"
            ]
        );
        assert_eq!(members.list[0].certainty(Aspect::Values), Certainty::Doubtful);
        assert_eq!(members.list[1].certainty(Aspect::Kind), Certainty::Doubtful);
    }

    #[test]
    fn a_boolean_is_what_the_examples_send() {
        let mut flag = Parameter::new("flag", Kind::Boolean);
        flag.doubts.push((Aspect::Kind, Certainty::Doubtful));
        flag.default = Some("false".to_owned());
        let (members, doubts) = of(vec![flag.clone()], &[r#"{"flag": "Y"}"#]);
        assert_eq!(members.list[0].default.as_deref(), Some("N"));
        assert_eq!(
            (&members.list[0].kind, members.list[0].certainty(Aspect::Kind)),
            (&Kind::YesNo, Certainty::Likely)
        );
        assert_eq!(doubts.len(), 0);
        let (members, _) = of(vec![flag], &[r#"{"flag": "Y"}"#, r#"{"flag": true}"#]);
        assert_eq!(
            (&members.list[0].kind, members.list[0].certainty(Aspect::Kind)),
            (&Kind::Boolean, Certainty::Doubtful)
        );
    }

    #[test]
    fn another_method_is_another_method() {
        let text = "```curl\ncurl https://a.example/rest/a.c\n```\n";
        let mut notes = Notes::default();
        compare(&mut Method::new("a.b", Api::V2), &Samples::of(text), &mut notes);
        assert_eq!(notes.doubts[0].about, About::OtherMethod);
    }
}
