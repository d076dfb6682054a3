//! What the facts leave open, by sense.

use b24_catalog::{Api, Aspect, Certainty, Choice, Effect, Kind, Members, Method, Need, Parameter};

use super::words::words;
use super::{Field, Role, Type};

/// Words that a whole number without a sign is called by, at the end of a name.
#[rustfmt::skip] // a word is no line
const COUNTED: &[&str] = &[
    "amount", "block", "count", "days", "duration", "height", "hours", "id", "ids", "length", "lid", "limit",
    "minutes", "number", "offset", "page", "priority", "probability", "rows", "seconds", "size", "sort", "start",
    "timeout", "timestamp", "total", "version", "width",
];

/// A whole number, with a sign or without.
pub(super) fn integer(parameter: &Parameter) -> Type {
    let counted = last_word(parameter).is_some_and(|word| COUNTED.contains(&word.as_str()));
    // Most lists of numbers are of identifiers.
    let counted = counted || matches!(parameter.kind, Kind::List(_));
    let known = parameter.range.min.map(|least| least >= 0);
    let listed = parameter
        .values
        .as_ref()
        .is_some_and(|values| values.list.iter().all(|value| value.parse::<u64>().is_ok()));
    if known.unwrap_or(counted || listed) {
        Type::Unsigned
    } else {
        Type::Signed
    }
}

/// The filter, order or selection of a method that reads, by its name; `None` for other parameters.
/// `top`: it is a parameter of the method itself. Further in, a kind that is not known says too little.
pub(super) fn listing(method: &Method, parameter: &Parameter, top: bool) -> Option<Type> {
    if method.effect != Effect::Read || !top && parameter.kind == Kind::Any {
        return None;
    }
    let array = Kind::Either(Choice::ObjectOrList);
    let list = matches!(&parameter.kind, Kind::List(_));
    let object = matches!(parameter.kind, Kind::Object | Kind::Map(_));
    let doubtful = parameter.certainty(Aspect::Kind) == Certainty::Doubtful;
    let choice = top && doubtful && matches!(parameter.kind, Kind::Either(_));
    let either = parameter.kind == array || parameter.kind == Kind::Any || choice;
    let ty = match (last_word(parameter)?.as_str(), method.api) {
        // Of REST 3, an object with members is no list of conditions.
        ("filter", Api::V3) if !object && (list || either) => Type::FilterV3,
        ("filter", Api::V2) if object || either => Type::Filter,
        ("order" | "sort", _) if object || either => Type::Order,
        ("select", _) if list || either => Type::Select,
        _ => return None,
    };
    Some(ty)
}

/// The only required member of what may be an object, if that is a list of objects: such rows may stand
/// alone, in place of the object. All members are with it.
pub(super) fn rows(parameter: &Parameter) -> Option<(&Parameter, &Members)> {
    let may_be_either = match &parameter.kind {
        Kind::Either(Choice::ObjectOrList | Choice::ObjectOrText) => true,
        // The page shows a list, and tells of an object.
        Kind::List(item) => {
            **item == Kind::Object && parameter.certainty(Aspect::Members) == Certainty::Doubtful
        }
        _ => false,
    };
    let members = parameter.members.as_ref().filter(|_| may_be_either)?;
    let mut required = members.list.iter().filter(|member| is_required(member));
    match (required.next(), required.next()) {
        (Some(rows), None) if rows.kind == Kind::List(Box::new(Kind::Object)) => Some((rows, members)),
        _ => None,
    }
}

/// Whether an array of PHP holds objects in a row, rather than being one object.
pub(super) fn is_plural(parameter: &Parameter) -> bool {
    /// Plurals that mean one object.
    const ONE: &[&str] = &[
        "fields",
        "options",
        "params",
        "parameters",
        "properties",
        "settings",
    ];
    let last = last_word(parameter).unwrap_or_default();
    last.ends_with('s') && !ONE.contains(&last.as_str())
}

/// Whether it is a list of identifiers, going by its name.
pub(super) fn is_of_ids(parameter: &Parameter) -> bool {
    last_word(parameter).is_some_and(|word| matches!(word.as_str(), "ids" | "users"))
}

/// Whether a file is sent without its name: pictures of bots and chats are.
pub(super) fn is_bare_content(parameter: &Parameter) -> bool {
    last_word(parameter).is_some_and(|word| word == "avatar")
}

/// Whether an object beside a text is that text in several languages.
pub(super) fn is_in_languages(parameter: &Parameter) -> bool {
    let is_read = |word: String| {
        matches!(
            word.as_str(),
            "description" | "label" | "message" | "name" | "title"
        )
    };
    last_word(parameter).is_some_and(is_read)
}

fn last_word(parameter: &Parameter) -> Option<String> {
    words(&parameter.name).pop()
}

/// Whether a parameter has to be given: also where that is only likely.
pub(super) fn is_required(parameter: &Parameter) -> bool {
    parameter.need == Need::Required && parameter.certainty(Aspect::Need) != Certainty::Doubtful
}

/// For each field, the group of which one has to be given, if it is in one: not where a required field is
/// in it too, or where it has this field alone.
pub(super) fn groups(fields: &[Field], groups: &[Vec<String>]) -> Vec<Option<String>> {
    let wire = |field: &Field| match &field.role {
        Role::Parameter(parameter) => Some((parameter.wire.clone(), parameter.required)),
        Role::Further(_) => None,
    };
    let named = |group: &Vec<String>| -> Option<(Vec<String>, String)> {
        let members: Vec<_> = fields
            .iter()
            .filter_map(|field| Some((field, wire(field)?)))
            .filter(|(_, (wire, _))| group.contains(wire))
            .collect();
        if members.len() < 2 || members.iter().any(|(_, (_, required))| *required) {
            return None;
        }
        let names: Vec<&str> = members.iter().map(|(field, _)| field.name.as_str()).collect();
        Some((group.clone(), what_is_shared(&names)))
    };
    let groups: Vec<_> = groups.iter().filter_map(named).collect();
    let of = |field: &Field| {
        let (wire, _) = wire(field)?;
        let found = groups.iter().find(|(group, _)| group.contains(&wire))?;
        Some(found.1.clone())
    };
    fields.iter().map(of).collect()
}

/// The words that all names begin with, otherwise the first name.
fn what_is_shared(names: &[&str]) -> String {
    let (first, others) = names
        .split_first()
        .map_or(("", names), |(first, others)| (*first, others));
    let shares = |length: &usize| {
        let start: Vec<&str> = first.split('_').take(*length).collect();
        others
            .iter()
            .all(|name| name.split('_').take(*length).eq(start.iter().copied()))
    };
    let length = (1..first.split('_').count()).take_while(shares).last();
    length.map_or_else(
        || first.to_owned(),
        |length| first.split('_').take(length).collect::<Vec<_>>().join("_"),
    )
}

#[cfg(test)]
mod tests {
    use super::what_is_shared;

    #[test]
    fn a_group_is_called_by_what_its_members_share() {
        assert_eq!(what_is_shared(&["iblock_id", "iblock_code"]), "iblock");
        assert_eq!(what_is_shared(&["dialog_id", "from_user_id"]), "dialog_id");
        assert_eq!(what_is_shared(&["name", "last_name"]), "name");
    }
}
