//! Options that a documented method has no use for, and what is only warned of.

use b24_catalog::{Aspect, Certainty, Method, Need};

use super::{Finding, Mistake};
use crate::catalog::{Catalog, Trust, parts};
use crate::declaration::mark;
use crate::dice::Dice;
use crate::{edit, right};

const STYLES: [&str; 4] = ["SCREAMING_SNAKE_CASE", "camelCase", "snake_case", "PascalCase"];

/// A style of names.
#[allow(clippy::unnecessary_wraps)] // others make none of some methods
pub(super) fn rename_all(method: &Method, dice: &mut Dice, _: &Catalog) -> Option<Mistake> {
    let right = right::method(method, dice);
    let mut wrong = right.clone();
    let style = mark(&format!("{:?}", dice.pick(&STYLES)));
    wrong.arguments.push(format!("rename_all = {style}"));
    let finding = Finding::new(format!("the names of `{}` are documented", method.name));
    Some(Mistake::of(right, wrong, finding))
}

/// `unlisted` on what is listed; a name on the wire in letters of another case.
pub(super) fn warned(method: &Method, dice: &mut Dice, _: &Catalog) -> Option<Mistake> {
    let right = right::method(method, dice);
    let mut wrong = right.clone();
    let whole = format!("`{}`", method.name);
    // Where parameters go by their places, `unlisted` may be there for another order.
    let says = if !method.positional && dice.once_in(2) {
        wrong.arguments.push(mark("unlisted"));
        // Nothing documented is looked at then, and the usual names may collide.
        wrong.fields.clear();
        wrong.deprecations = 0;
        format!("{whole} is documented: remove `unlisted`")
    } else {
        let field = wrong.fields.first_mut().filter(|field| !field.has("one_of"))?;
        let name = field.facts.name.clone();
        if dice.once_in(2) {
            // Neither is it asked for then.
            field.release();
            field.options.push(mark("unlisted"));
            format!("{whole} documents `{name}`: remove `unlisted`")
        } else {
            let lower = name.to_lowercase();
            if field.has("rename") || lower == name || field.facts.spellings.contains(&lower) {
                return None;
            }
            field
                .options
                .push(format!("rename = {}", mark(&format!("{lower:?}"))));
            format!("{whole} documents `{name}`, not `{lower}`")
        }
    };
    Some(Mistake::of(right, wrong, Finding::new(says)))
}

/// In an object, what is probably wrong: a required member that is missing, a name where there may be
/// others.
pub(super) fn member(method: &Method, dice: &mut Dice, _: &Catalog) -> Option<Mistake> {
    let mut parts = parts(method);
    parts.retain(|part| part.trust >= Trust::Likely && !part.members.list.is_empty());
    let part = dice.pick_of(parts)?;
    let right = right::object(method, &part.path, part.members, dice);
    let mut wrong = right.clone();
    let required = right.fields.iter().filter(|field| {
        field.facts.need == Need::Required && field.facts.certainty(Aspect::Need) == Certainty::Sure
    });
    if let Some(field) = dice.pick_of(required) {
        let name = &field.facts.name;
        wrong.deprecations -= usize::from(field.facts.deprecated);
        wrong.fields.retain(|other| other.facts.name != *name);
        wrong.ident = mark(&wrong.ident);
        let finding = Finding::new(format!("requires `{name}`: add "));
        return Some(Mistake::of(right, wrong, finding));
    }
    if part.trust == Trust::Sure {
        return None;
    }
    let field = wrong
        .fields
        .first_mut()
        .filter(|field| field.options.is_empty())?;
    let name = field.facts.name.clone();
    wrong.deprecations -= usize::from(field.facts.deprecated);
    let typed = edit::mistake(&name, dice, |slip| {
        part.members.find(slip).is_none() && slip.bytes().all(|letter| letter.is_ascii_alphanumeric())
    })?;
    field
        .options
        .push(format!("rename = {}", mark(&format!("{typed:?}"))));
    let finding = Finding::new(format!("has no member `{typed}`"));
    Some(Mistake::of(right, wrong, finding))
}
