//! Mistakes whose author knows better than the documentation, and says so: that is no mistake.

use b24_catalog::Method;

use super::{Make, Mistake, kinds, names, need, parameters, values};
use crate::catalog::Catalog;
use crate::dice::Dice;

/// How a mistake is made, and what its message names as the way out: on the method, or on the field.
const OF_METHOD: [Make; 2] = [names::edit, need::order];
const OF_FIELD: [(Make, &str); 5] = [
    (parameters::foreign, "unlisted"),
    (need::unmarked, "required = false"),
    (need::none_of_several, "required = false"),
    (kinds::parameter, "kind = any"),
    (values::listed, "kind = any"),
];

pub(super) fn of_method(method: &Method, dice: &mut Dice, catalog: &Catalog) -> Option<Mistake> {
    let mut mistake = dice.pick(&OF_METHOD)(method, dice, catalog)?;
    if mistake.wrong.attribute != "b24_method" {
        return None;
    }
    mistake.wrong.unmark();
    mistake.wrong.arguments.push("unlisted".to_owned());
    // Nothing documented is looked at then: nothing is deprecated, and two names may be one.
    mistake.wrong.deprecations = 0;
    mistake.wrong.fields.retain(|field| field.options == ["required"]);
    Some(taken(mistake))
}

pub(super) fn of_field(method: &Method, dice: &mut Dice, catalog: &Catalog) -> Option<Mistake> {
    let (make, escape) = dice.pick(&OF_FIELD);
    let mut mistake = make(method, dice, catalog)?;
    let field = mistake.wrong.unmark()?;
    field.options.push((*escape).to_owned());
    Some(taken(mistake))
}

fn taken(mistake: Mistake) -> Mistake {
    Mistake {
        finding: None,
        ..mistake
    }
}
