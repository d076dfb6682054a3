//! What has to be declared.

use b24_catalog::{Aspect, Certainty, Need, Parameter};
use proc_macro2::{Ident, Span};

use super::{Documented, Hardness};
use crate::case::snake;
use crate::errors::Errors;
use crate::model::{Field, Relation, Role, Start};

pub(super) fn check(
    ident: &Ident,
    fields: &[Field],
    relations: &[Relation],
    documented: &Documented,
    errors: &mut Errors,
) {
    required(ident, fields, relations, documented, errors);
    for group in &documented.members.any_of {
        any_of(group, ident, fields, relations, documented, errors);
    }
}

/// Says it as hard as the documentation can be believed.
fn report(at: &Ident, message: &str, documented: &Documented, errors: &mut Errors) {
    let message = format!("{message}\n{ESCAPE}");
    match documented.missing {
        Hardness::Pass => {}
        Hardness::Warn => errors.warn(at.span(), "required", message),
        Hardness::Refuse => errors.at(at.span(), message),
    }
}

/// What says that the documentation requires too much.
const ESCAPE: &str = "where Bitrix24 does not require it, the field says `#[b24(required = false)]`";

/// A field that says so, where nothing requires it.
pub(super) fn excused(facts: Option<&Parameter>, span: Span, documented: &Documented, errors: &mut Errors) {
    let is_needed = |facts: &Parameter| {
        let groups = &documented.members.any_of;
        is_required(facts) || groups.iter().any(|group| group.contains(&facts.name))
    };
    if !facts.is_some_and(is_needed) {
        let message = "nothing is required here that could be checked: remove `required = false`";
        errors.warn(span, "required", message.to_owned());
    }
}

fn is_required(parameter: &Parameter) -> bool {
    parameter.need == Need::Required && parameter.certainty(Aspect::Need) == Certainty::Sure
}

fn required(
    ident: &Ident,
    fields: &[Field],
    relations: &[Relation],
    documented: &Documented,
    errors: &mut Errors,
) {
    let whole = &documented.whole;
    let mut missing = Vec::new();
    for parameter in &documented.members.list {
        let name = &parameter.name;
        if is_missing(parameter, fields) {
            missing.push(name);
        } else if is_required(parameter)
            && let Some(place) = fields.iter().position(|field| stands_for(field, name))
        {
            let field = &fields[place];
            if !is_settled(field) && !is_replaceable(place, relations) {
                let message = format!("{whole} requires `{name}`: add `#[b24(required)]`");
                report(&field.ident, &message, documented, errors);
            }
        }
    }
    if missing.is_empty() {
        return;
    }
    let in_words: Vec<String> = missing.iter().map(|name| format!("`{name}`")).collect();
    let message = match missing.as_slice() {
        [only] => format!(
            "{whole} requires `{only}`: add `#[b24(required)] {}`",
            field_name(only)
        ),
        several => {
            let fields: Vec<String> = several
                .iter()
                .map(|name| format!("`{}`", field_name(name)))
                .collect();
            format!(
                "{whole} requires {}: add the fields {}, each with `#[b24(required)]`",
                in_words.join(", "),
                fields.join(", ")
            )
        }
    };
    report(ident, &message, documented, errors);
}

/// Whether a required parameter is not declared.
pub(super) fn is_missing(parameter: &Parameter, fields: &[Field]) -> bool {
    let is_declared = fields.iter().any(|field| stands_for(field, &parameter.name));
    is_required(parameter) && !is_declared && !is_open_ended(fields)
}

/// Of a group, one member at least has to be given.
fn any_of(
    group: &[String],
    ident: &Ident,
    fields: &[Field],
    relations: &[Relation],
    documented: &Documented,
    errors: &mut Errors,
) {
    let places: Vec<usize> = (0..fields.len())
        .filter(|place| group.iter().any(|name| stands_for(&fields[*place], name)))
        .collect();
    let is_one_of = |relation: &Relation| match relation {
        Relation::OneOf(members) => members.iter().all(|member| places.contains(member)),
        Relation::Requires(..) | Relation::Conflicts(..) => false,
    };
    if places.iter().any(|place| is_settled(&fields[*place])) || relations.iter().any(is_one_of) {
        return;
    }
    let names: Vec<String> = group.iter().map(|name| format!("`{name}`")).collect();
    let needs = format!("{} needs {}", documented.whole, names.join(" or "));
    let option = format!(
        "`#[b24(one_of = \"{}\")]`",
        group.first().map_or_else(String::new, |name| snake(name))
    );
    match places.as_slice() {
        [] if is_open_ended(fields) => {}
        [] => {
            let fields: Vec<String> = group
                .iter()
                .map(|name| format!("`{}`", field_name(name)))
                .collect();
            let message = format!(
                "{needs}: add the fields {}, each with {option}",
                fields.join(", ")
            );
            report(ident, &message, documented, errors);
        }
        [only] => {
            let message = format!("{needs}, and no other of them is declared: add `#[b24(required)]`");
            report(&fields[*only].ident, &message, documented, errors);
        }
        [first, ..] => {
            let message = format!("{needs}: add {option} to each of them");
            report(&fields[*first].ident, &message, documented, errors);
        }
    }
}

pub(super) fn stands_for(field: &Field, name: &str) -> bool {
    match &field.role {
        Role::Parameter(parameter) => {
            let facts = parameter.facts.as_ref().map(|facts| &facts.name);
            facts
                .or(parameter.meant.as_ref())
                .is_some_and(|known| known == name)
        }
        Role::Skipped | Role::Flattened { .. } => false,
    }
}

/// Whether nothing is left to say of it.
fn is_settled(field: &Field) -> bool {
    is_given(field) || is_excused(field) || field.broken
}

/// Whether a new value has it, so that it is missing only where it was taken away.
fn is_given(field: &Field) -> bool {
    match &field.role {
        Role::Parameter(parameter) => !matches!(parameter.start, Start::Absent),
        Role::Skipped | Role::Flattened { .. } => false,
    }
}

/// Whether another field can be given in its place, as the author knows: pages mark the usual one of
/// several parameters.
fn is_replaceable(place: usize, relations: &[Relation]) -> bool {
    relations.iter().any(|relation| match relation {
        Relation::OneOf(members) => members.contains(&place),
        Relation::Requires(..) | Relation::Conflicts(..) => false,
    })
}

/// Whether the author knows that it need not be given.
fn is_excused(field: &Field) -> bool {
    match &field.role {
        Role::Parameter(parameter) => parameter.optional,
        Role::Skipped | Role::Flattened { .. } => false,
    }
}

/// Whether there may be more than is declared.
fn is_open_ended(fields: &[Field]) -> bool {
    fields
        .iter()
        .any(|field| matches!(field.role, Role::Flattened { .. }))
}

/// The name that a field for the parameter has in Rust.
fn field_name(wire: &str) -> String {
    let name = snake(wire);
    if syn::parse_str::<Ident>(&name).is_ok() {
        name
    } else {
        format!("r#{name}")
    }
}
