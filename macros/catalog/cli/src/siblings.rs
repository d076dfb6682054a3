//! Methods that take the same things: what an example of one contradicts is in doubt in the other too.

use b24_catalog::{Aspect, Certainty, Choice, Kind, Members, Method, Parameter};

/// Last parts of the names of methods that take the same fields.
const ADD: &str = "add";
const UPDATE: &str = "update";

/// Doubts the kinds that one of two methods has for sure, where the other has another in doubt.
pub(crate) fn compare(methods: &mut [Method]) {
    for place in 0..methods.len() {
        let Some((start, ADD)) = methods[place].name.rsplit_once('.') else {
            continue;
        };
        let other = format!("{start}.{UPDATE}");
        let api = methods[place].api;
        let is_other = |method: &Method| method.name.eq_ignore_ascii_case(&other) && method.api == api;
        let Some(beside) = methods.iter().position(is_other) else {
            continue;
        };
        let mut one = std::mem::take(&mut methods[place].parameters);
        members(&mut one, &mut methods[beside].parameters);
        methods[place].parameters = one;
    }
}

fn members(one: &mut Members, other: &mut Members) {
    for parameter in &mut one.list {
        let same = |known: &&mut Parameter| known.name.eq_ignore_ascii_case(&parameter.name);
        let Some(beside) = other.list.iter_mut().find(same) else {
            continue;
        };
        let [one, other] = [&parameter.kind, &beside.kind].map(is_one);
        if one.is_some() && other.is_some() && one != other {
            let doubtful = |parameter: &Parameter| parameter.certainty(Aspect::Kind) == Certainty::Doubtful;
            match (doubtful(parameter), doubtful(beside)) {
                (true, false) => doubt(beside),
                (false, true) => doubt(parameter),
                _ => {}
            }
        }
        if let (Some(one), Some(other)) = (&mut parameter.members, &mut beside.members) {
            members(one, other);
        }
    }
}

/// Whether it is a value, and not several.
fn is_one(kind: &Kind) -> Option<bool> {
    match kind {
        Kind::Any | Kind::File => None,
        Kind::Object | Kind::List(_) | Kind::Map(_) | Kind::Either(Choice::ObjectOrList) => Some(false),
        // A choice may be both.
        Kind::Either(choice) => {
            let may_be_several = ["object", "list"]
                .iter()
                .any(|word| choice.to_string().contains(word));
            (!may_be_several).then_some(true)
        }
        _ => Some(true),
    }
}

fn doubt(parameter: &mut Parameter) {
    parameter.doubts.retain(|(aspect, _)| *aspect != Aspect::Kind);
    parameter.doubts.push((Aspect::Kind, Certainty::Doubtful));
    parameter
        .doubts
        .sort_by_key(|(aspect, certainty)| (std::cmp::Reverse(*certainty), *aspect));
}

#[cfg(test)]
mod tests {
    use b24_catalog::Api;

    use super::*;

    /// How sure the kinds are of what `add` and `update` take.
    fn of(add: (Kind, bool), update: (Kind, bool)) -> [Certainty; 2] {
        let method = |name: &str, (kind, doubtful): (Kind, bool)| {
            let mut method = Method::new(name, Api::V2);
            let mut parameter = Parameter::new("x", kind);
            if doubtful {
                doubt(&mut parameter);
            }
            method.parameters.list.push(parameter);
            method
        };
        let mut methods = [method("a.add", add), method("a.update", update)];
        compare(&mut methods);
        methods.map(|method| method.parameters.list[0].certainty(Aspect::Kind))
    }

    #[test]
    fn a_doubt_is_shared() {
        let list = || Kind::List(Box::new(Kind::Integer));
        let both = [Certainty::Doubtful; 2];
        assert_eq!(of((list(), true), (Kind::Text, false)), both);
        assert_eq!(of((Kind::Text, false), (list(), true)), both);
    }

    #[test]
    fn what_may_be_the_same_is_left() {
        let list = || Kind::List(Box::new(Kind::Integer));
        assert_eq!(of((list(), false), (Kind::Text, false)), [Certainty::Sure; 2]);
        let kept = [Certainty::Doubtful, Certainty::Sure];
        assert_eq!(of((Kind::Integer, true), (Kind::Text, false)), kept);
        assert_eq!(of((Kind::Any, true), (list(), false)), kept);
    }
}
