//! What has to be declared, and in which order.

use b24_catalog::{Aspect, Certainty, Method, Need};

use super::{Finding, Mistake};
use crate::catalog::Catalog;
use crate::declaration::{Declaration, Field, mark};
use crate::dice::Dice;
use crate::right;

/// One required parameter, or several, are not declared.
pub(super) fn missing(method: &Method, dice: &mut Dice, _: &Catalog) -> Option<Mistake> {
    let right = right::method(method, dice);
    let first = dice.pick_of(required(&right))?;
    let mut left_out = vec![first];
    if dice.once_in(3) {
        left_out.extend(
            dice.pick_of(required(&right))
                .filter(|other| *other != left_out[0]),
        );
        left_out.sort_by_key(|name| {
            let mut list = method.parameters.list.iter();
            list.position(|known| known.name == *name)
        });
    }
    let mut wrong = right.clone();
    wrong.fields.retain(|field| !left_out.contains(&field.facts.name));
    wrong.ident = mark(&wrong.ident);
    let names: Vec<String> = left_out.iter().map(|name| format!("`{name}`")).collect();
    let finding = Finding::new(format!("`{}` requires {}: add ", method.name, names.join(", ")));
    Some(Mistake::of(right, wrong, finding))
}

/// It is declared as one that may be left out.
pub(super) fn unmarked(method: &Method, dice: &mut Dice, _: &Catalog) -> Option<Mistake> {
    let right = right::method(method, dice);
    let name = dice.pick_of(required(&right))?;
    let mut wrong = right.clone();
    let field = wrong.field(&name);
    field.release();
    field.name = mark(&field.name);
    let finding = Finding::new(format!(
        "`{}` requires `{name}`: add `#[b24(required)]`",
        method.name
    ));
    Some(Mistake::of(right, wrong, finding))
}

/// The fields without which there is an error.
fn required(declaration: &Declaration) -> Vec<String> {
    let fields = declaration.fields.iter();
    fields
        .filter(|field| {
            let facts = &field.facts;
            facts.need == Need::Required && facts.certainty(Aspect::Need) == Certainty::Sure
        })
        .map(|field| field.facts.name.clone())
        .collect()
}

/// Of parameters of which one is needed, none is declared, or none is marked.
pub(super) fn none_of_several(method: &Method, dice: &mut Dice, _: &Catalog) -> Option<Mistake> {
    let right = right::method(method, dice);
    let group = dice.pick_of(&method.parameters.any_of)?;
    let is_member = |field: &Field| group.contains(&field.facts.name);
    if right
        .fields
        .iter()
        .any(|field| is_member(field) && field.facts.need == Need::Required)
    {
        return None;
    }
    let mut wrong = right.clone();
    // Of the members there are none, one, or all; and these are like any field.
    let (most, mut kept) = (*dice.pick(&[0, 1, group.len()]), 0);
    wrong.fields.retain_mut(|field| {
        if !is_member(field) {
            return true;
        }
        field.release();
        kept += 1;
        kept <= most
    });
    let members = wrong.fields.iter().filter(|field| is_member(field)).count();
    let advice = match members {
        0 => ": add the fields ",
        1 => ", and no other of them is declared: add `#[b24(required)]`",
        _ => ": add `#[b24(one_of = ",
    };
    match wrong.fields.iter_mut().find(|field| is_member(field)) {
        Some(field) => field.name = mark(&field.name),
        None => wrong.ident = mark(&wrong.ident),
    }
    let names: Vec<String> = group.iter().map(|name| format!("`{name}`")).collect();
    let finding = Finding::new(format!("`{}` needs {}{advice}", method.name, names.join(" or ")));
    Some(Mistake::of(right, wrong, finding))
}

/// Parameters that go by their places, in another order.
pub(super) fn order(method: &Method, dice: &mut Dice, _: &Catalog) -> Option<Mistake> {
    let right = right::method(method, dice);
    if !method.positional || right.fields.len() < 2 {
        return None;
    }
    let mut wrong = right.clone();
    let place = dice.below(wrong.fields.len() - 1);
    wrong.fields.swap(place, place + 1);
    wrong.fields[place].name = mark(&wrong.fields[place].name);
    let says = format!("`{}` knows its parameters by their places", method.name);
    Some(Mistake::of(right, wrong, Finding::new(says)))
}
