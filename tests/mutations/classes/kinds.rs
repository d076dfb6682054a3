//! Types that cannot be sent as what is documented.

use b24_catalog::{Aspect, Certainty, Members, Method};

use super::{Finding, Mistake};
use crate::catalog::{Catalog, Trust, parts};
use crate::declaration::{Declaration, mark};
use crate::dice::Dice;
use crate::{right, types};

pub(super) fn parameter(method: &Method, dice: &mut Dice, _: &Catalog) -> Option<Mistake> {
    mistaken(right::method(method, dice), &method.parameters, dice)
}

pub(super) fn member(method: &Method, dice: &mut Dice, _: &Catalog) -> Option<Mistake> {
    let mut parts = parts(method);
    parts.retain(|part| part.trust != Trust::Doubtful);
    let part = dice.pick_of(parts)?;
    mistaken(
        right::object(method, &part.path, part.members, dice),
        part.members,
        dice,
    )
}

fn mistaken(mut right: Declaration, members: &Members, dice: &mut Dice) -> Option<Mistake> {
    right::fill(&mut right, members, dice)?;
    let mut wrong = right.clone();
    let field = dice.pick_of(&mut wrong.fields)?;
    if field.facts.certainty(Aspect::Kind) != Certainty::Sure {
        return None;
    }
    let ty = types::wrong(&field.facts.kind, dice)?;
    field.retype(&ty);
    let finding = Finding::new(format!("`{}` cannot be sent as ", field.ty)).coded("E0277");
    field.ty = mark(&field.ty);
    Some(Mistake::of(right, wrong, finding))
}
