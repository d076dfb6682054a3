//! What holds between fields: `requires`, `conflicts` and `one_of`.

use syn::Ident;
use syn::ext::IdentExt;

use crate::errors::Errors;
use crate::model::{At, Relation};
use crate::parse::FieldDeclaration;
use crate::suggest::did_you_mean;

/// The relations that make sense.
pub(super) fn check(fields: &[FieldDeclaration], errors: &mut Errors) -> Vec<Relation> {
    let mut relations = Vec::new();
    for (place, field) in fields.iter().enumerate() {
        if let Some(requires) = &field.options.requires {
            let others = others(place, "requires", requires, fields, errors);
            relations.extend(others.into_iter().map(|other| Relation::Requires(place, other)));
        }
        if let Some(conflicts) = &field.options.conflicts {
            for other in others(place, "conflicts", conflicts, fields, errors) {
                // Said on both fields, it is still one relation.
                let known = |relation: &Relation| matches!(relation, Relation::Conflicts(a, b) if (*a, *b) == (other, place));
                if !relations.iter().any(known) {
                    relations.push(Relation::Conflicts(place, other));
                }
            }
        }
    }
    relations.extend(groups(fields, errors));
    relations
}

/// The fields that `list` names, on the field at `place`.
fn others(
    place: usize,
    option: &str,
    list: &At<Vec<Ident>>,
    fields: &[FieldDeclaration],
    errors: &mut Errors,
) -> Vec<usize> {
    let mut found = Vec::new();
    if list.value.is_empty() {
        errors.at(
            list.span,
            format!("the list is empty: name fields, or remove `{option}`"),
        );
    }
    for name in &list.value {
        match find(name, fields) {
            Err(suggestion) => {
                errors.at(
                    name.span(),
                    format!("there is no field `{}`{suggestion}", name.unraw()),
                );
            }
            Ok(other) if other == place => {
                errors.at(
                    name.span(),
                    format!("this is the field itself: `{option}` names other fields"),
                );
            }
            Ok(other) if found.contains(&other) => {
                errors.at(
                    name.span(),
                    format!("`{}` is listed twice: keep one of them", name.unraw()),
                );
            }
            Ok(other) if fields[other].options.skip.is_some() || fields[other].options.flatten.is_some() => {
                errors.at(name.span(), format!("`{}` is not a parameter", name.unraw()));
            }
            Ok(other) => match given_anyway(option, &fields[place], &fields[other]) {
                Some(problem) => errors.at(name.span(), problem),
                None => found.push(other),
            },
        }
    }
    found
}

/// Why a field cannot have the `option` that names the other one, where one of them is always given.
fn given_anyway(option: &str, field: &FieldDeclaration, other: &FieldDeclaration) -> Option<String> {
    let name = other.ident.unraw();
    let of = |field: &FieldDeclaration| field.options.required.is_some();
    match (option, of(field), of(other)) {
        (_, false, false) => None,
        ("requires", _, true) => Some(format!(
            "`{name}` is required, so this has no meaning: leave it out"
        )),
        // It may be given by its default, and be taken away.
        ("requires", ..) if other.options.default.is_some() => None,
        ("requires", ..) => Some(format!(
            "this field is required, so `{name}` is always needed: mark `{name}` as required, and leave this out"
        )),
        (_, _, true) => Some(format!(
            "`{name}` is required, so this field could never be given: remove one of the two options"
        )),
        _ => Some(format!(
            "this field is required, so `{name}` could never be given: remove one of the two options"
        )),
    }
}

fn find(name: &Ident, fields: &[FieldDeclaration]) -> Result<usize, String> {
    let wanted = name.unraw();
    fields
        .iter()
        .position(|field| field.ident.unraw() == wanted)
        .ok_or_else(|| {
            let names: Vec<String> = fields
                .iter()
                .map(|field| field.ident.unraw().to_string())
                .collect();
            did_you_mean(&wanted.to_string(), names.iter().map(String::as_str))
        })
}

/// The groups that `one_of` names, in the order of their first fields.
fn groups(fields: &[FieldDeclaration], errors: &mut Errors) -> Vec<Relation> {
    let mut groups: Vec<(&At<String>, Vec<usize>)> = Vec::new();
    for (place, field) in fields.iter().enumerate() {
        let Some(group) = &field.options.one_of else {
            continue;
        };
        if group.value.is_empty() {
            errors.at(group.span, "the group has no name: write `one_of = \"iblock\"`");
            continue;
        }
        if let Some(required) = &field.options.required {
            let message = "a required field is always given, so the group has no meaning: remove `required` or `one_of`";
            errors.at(required.span, message);
        }
        if let Some((_, members)) = groups.iter_mut().find(|(name, _)| name.value == group.value) {
            members.push(place);
        } else {
            groups.push((group, vec![place]));
        }
    }
    let names: Vec<&str> = groups.iter().map(|(name, _)| name.value.as_str()).collect();
    for (name, members) in &groups {
        if members.len() == 1 {
            let others = names.iter().copied().filter(|other| *other != name.value);
            let suggestion = did_you_mean(&name.value, others);
            errors.at(
                name.span,
                format!(
                    "the group `{}` has this field only{suggestion}: name it on two fields or more",
                    name.value
                ),
            );
        }
    }
    groups
        .into_iter()
        .filter(|(_, members)| members.len() > 1)
        .map(|(_, members)| Relation::OneOf(members))
        .collect()
}
