//! Names of parameters, and of members of objects.

use b24_catalog::{Members, Method};

use super::{Finding, Mistake};
use crate::catalog::{Catalog, Trust, parts, trust};
use crate::declaration::{Declaration, Field, mark};
use crate::dice::Dice;
use crate::{edit, right};

/// A parameter's name with one edit, in the field or in `rename`.
pub(super) fn edit(method: &Method, dice: &mut Dice, _: &Catalog) -> Option<Mistake> {
    if trust(method) != Trust::Sure || !method.parameters.open.is_empty() {
        return None;
    }
    mistyped("parameter", right::method(method, dice), &method.parameters, dice)
}

/// The same of what an object has.
pub(super) fn member(method: &Method, dice: &mut Dice, _: &Catalog) -> Option<Mistake> {
    let mut parts = parts(method);
    parts.retain(|part| part.trust == Trust::Sure);
    let part = dice.pick_of(parts)?;
    let right = right::object(method, &part.path, part.members, dice);
    mistyped("member", right, part.members, dice)
}

fn mistyped(noun: &str, mut right: Declaration, members: &Members, dice: &mut Dice) -> Option<Mistake> {
    right::fill(&mut right, members, dice)?;
    let place = dice.below(right.fields.len());
    let wire = right.fields[place].facts.name.clone();
    if !right.fields[place].has("rename") && dice.once_in(5) {
        right.fields[place].options.push(format!("rename = {wire:?}"));
    }
    let mut wrong = right.clone();
    wrong.deprecations = 0;
    let field = &mut wrong.fields[place];
    let renamed = field
        .options
        .iter()
        .position(|option| option.starts_with("rename"));
    let typed = if let Some(renamed) = renamed {
        let typed = edit::mistake(&wire, dice, |slip| is_unknown(slip, members, &right.fields))?;
        field.options[renamed] = format!("rename = {}", mark(&format!("{typed:?}")));
        typed
    } else {
        let name = field.name.trim_start_matches("r#").to_owned();
        let typed = edit::mistake(&name, dice, |slip| {
            is_a_field(slip) && is_unknown(slip, members, &right.fields)
        })?;
        field.name = mark(&right::raw(&typed));
        // How it would be written on the wire is the macro's to find out.
        String::new()
    };
    Some(Mistake::of(
        right,
        wrong,
        Finding::new(format!("has no {noun} `{typed}")).meaning(&wire),
    ))
}

/// A parameter that another method has.
pub(super) fn foreign(method: &Method, dice: &mut Dice, catalog: &Catalog) -> Option<Mistake> {
    if trust(method) != Trust::Sure || !method.parameters.open.is_empty() {
        return None;
    }
    let neighbours = dice.once_in(2);
    let others = catalog
        .methods
        .iter()
        .filter(|other| !neighbours || other.scopes == method.scopes);
    let foreign = others.flat_map(|other| &other.parameters.list);
    let parameter = dice.pick_of(foreign)?.clone();
    added(method, parameter, dice)
}

/// A declaration with one parameter more, which the method does not have.
pub(super) fn added(method: &Method, parameter: b24_catalog::Parameter, dice: &mut Dice) -> Option<Mistake> {
    let right = right::method(method, dice);
    let mut wrong = right.clone();
    let (name, _) = right::name(&parameter.name, &Members::default());
    // What the portal takes for itself is refused in other words.
    if name.starts_with("auth")
        || !is_unknown(name.trim_start_matches("r#"), &method.parameters, &right.fields)
    {
        return None;
    }
    wrong.fields.push(Field {
        facts: parameter,
        options: Vec::new(),
        name: mark(&name),
        ty: "Option<String>".to_owned(),
    });
    Some(Mistake::of(
        right,
        wrong,
        Finding::new(format!("`{}` has no parameter `", method.name)),
    ))
}

/// An object for a parameter that is mistyped.
pub(super) fn path(method: &Method, dice: &mut Dice, _: &Catalog) -> Option<Mistake> {
    let mut parts = parts(method);
    // The parameter itself is one of the method's.
    parts.retain(|part| !part.path.contains('.') && trust(method) == Trust::Sure);
    let part = dice.pick_of(parts)?;
    let right = right::object(method, &part.path, part.members, dice);
    let typed = edit::mistake(&part.path, dice, |slip| is_unknown(slip, &method.parameters, &[]))?;
    let mut wrong = right.clone();
    wrong.arguments[1] = mark(&format!("{typed:?}"));
    Some(Mistake::of(
        right,
        wrong,
        Finding::new(format!("has no parameter `{typed}`")).meaning(&part.path),
    ))
}

/// Whether it may be the name of a field that leads to no other error.
fn is_a_field(name: &str) -> bool {
    name.starts_with(|letter: char| letter.is_ascii_lowercase())
        && !name.contains("__")
        && !name.ends_with('_')
        && !["new", "validate", "call", "self", "super", "crate"].contains(&name)
}

/// Whether neither the documentation nor another field has it: case and underscores do not matter.
fn is_unknown(name: &str, members: &Members, fields: &[Field]) -> bool {
    let bare = |name: &str| name.replace('_', "").to_lowercase();
    !name.is_empty()
        && members.find(name).is_none()
        && fields
            .iter()
            .all(|field| bare(&field.name) != bare(name) && bare(&field.facts.name) != bare(name))
}
