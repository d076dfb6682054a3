//! Contradictions to what the documentation itself leaves in doubt: they are no mistakes.

use b24_catalog::{Aspect, Certainty, Kind, Members, Method, Need, Parameter};

use super::Mistake;
use crate::catalog::{Catalog, Part, Trust, parts, trust};
use crate::declaration::{Declaration, Field};
use crate::dice::Dice;
use crate::{right, types};

pub(super) fn contradiction(method: &Method, dice: &mut Dice, _: &Catalog) -> Option<Mistake> {
    let mut whole = vec![Part {
        path: String::new(),
        members: &method.parameters,
        trust: trust(method),
    }];
    whole.extend(parts(method));
    let part = dice.pick_of(whole)?;
    let right = match part.path.as_str() {
        "" => right::method(method, dice),
        path => right::object(method, path, part.members, dice),
    };
    let mut wrong = right.clone();
    let mut any = false;
    for field in &mut wrong.fields {
        let below = part.trust == Trust::Doubtful;
        any |= of_kind(field, below, dice);
    }
    any |= left_out(&mut wrong, &part);
    if part.trust <= Trust::Incomplete {
        wrong.fields.push(unknown(part.members)?);
        any = true;
    }
    any.then_some(Mistake {
        right,
        wrong,
        finding: None,
    })
}

/// Another type than that of a kind in doubt; other values than those in doubt.
fn of_kind(field: &mut Field, below: bool, dice: &mut Dice) -> bool {
    let facts = &field.facts;
    let doubted = |aspect| below || facts.certainty(aspect) == Certainty::Doubtful;
    let (ty, option) = if doubted(Aspect::Kind) {
        let Some(ty) = types::wrong(&facts.kind, dice) else {
            return false;
        };
        (ty, None)
    } else if doubted(Aspect::Values) && facts.values.is_some() && facts.kind == Kind::Text {
        ("String".to_owned(), Some("enum = [\"NO_SUCH_VALUE\"]".to_owned()))
    } else {
        return false;
    };
    field.retype(&ty);
    field.options.extend(option);
    true
}

/// Without what is perhaps required.
fn left_out(declaration: &mut Declaration, part: &Part<'_>) -> bool {
    let before = declaration.fields.len();
    let doubtful = |facts: &Parameter| {
        facts.need == Need::Required
            && (part.trust == Trust::Doubtful || facts.certainty(Aspect::Need) == Certainty::Doubtful)
    };
    let in_group = |facts: &Parameter| {
        part.members
            .any_of
            .iter()
            .flatten()
            .any(|name| *name == facts.name)
    };
    let deprecated = |fields: &[Field]| fields.iter().filter(|field| field.facts.deprecated).count();
    let warned = deprecated(&declaration.fields);
    declaration
        .fields
        .retain(|field| !doubtful(&field.facts) || in_group(&field.facts));
    declaration.deprecations -= warned - deprecated(&declaration.fields);
    declaration.fields.len() < before
}

/// Something of which the page does not tell.
fn unknown(members: &Members) -> Option<Field> {
    let name = "quite_unheard_of".to_owned();
    members.find(&name).is_none().then(|| Field {
        facts: Parameter::new(name.clone(), Kind::Any),
        options: Vec::new(),
        name,
        ty: "Option<bool>".to_owned(),
    })
}
