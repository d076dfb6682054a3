//! The two versions of the interface, mixed up.

use b24_catalog::{Api, Method, find};

use super::{Finding, Mistake, parameters};
use crate::catalog::{Catalog, Trust, trust};
use crate::declaration::mark;
use crate::dice::Dice;
use crate::right;

/// A method of REST 3 that is not said to be one.
pub(super) fn missing(method: &Method, dice: &mut Dice, _: &Catalog) -> Option<Mistake> {
    if method.api != Api::V3 || find(&method.name, Api::V2).is_some() {
        return None;
    }
    let right = right::method(method, dice);
    let mut wrong = right.clone();
    wrong.arguments = vec![mark(&wrong.arguments[0])];
    let finding = Finding::new(format!("`{}` is a method of REST 3: add `api = 3`", method.name));
    Some(Mistake::of(right, wrong, finding))
}

/// An old one that is said to be of REST 3.
pub(super) fn wrong(method: &Method, dice: &mut Dice, _: &Catalog) -> Option<Mistake> {
    if method.api != Api::V2 || find(&method.name, Api::V3).is_some() {
        return None;
    }
    let right = right::method(method, dice);
    let mut wrong = right.clone();
    wrong.arguments.push(format!("{} = 3", mark("api")));
    let finding = Finding::new(format!(
        "`{}` is not a method of REST 3: remove `api = 3`",
        method.name
    ));
    Some(Mistake::of(right, wrong, finding))
}

/// A parameter that the method of the same name has in the other version.
pub(super) fn parameter(method: &Method, dice: &mut Dice, _: &Catalog) -> Option<Mistake> {
    let other = match method.api {
        Api::V2 => Api::V3,
        Api::V3 => Api::V2,
    };
    let other = find(&method.name, other)?;
    if trust(method) != Trust::Sure || !method.parameters.open.is_empty() {
        return None;
    }
    let parameter = dice.pick_of(other.parameters.list)?;
    parameters::added(method, parameter, dice)
}
