//! Mistakes whose author knows better than the documentation, and says so: that is no mistake.

use b24_catalog::Method;

use super::{Mistake, kinds, names, need, parameters, values};
use crate::catalog::Catalog;
use crate::dice::Dice;

/// How a mistake is made, and what its message names as the way out.
const ESCAPES: [(super::Make, &str); 6] = [
    (names::edit, "unlisted"),
    (parameters::foreign, "unlisted"),
    (need::unmarked, "required = false"),
    (need::none_of_several, "required = false"),
    (kinds::parameter, "kind = any"),
    (values::listed, "kind = any"),
];

pub(super) fn taken(method: &Method, dice: &mut Dice, catalog: &Catalog) -> Option<Mistake> {
    let (make, escape) = dice.pick(&ESCAPES);
    let Mistake { right, mut wrong, .. } = make(method, dice, catalog)?;
    if let Some(field) = wrong.unmark() {
        field.options.push((*escape).to_owned());
    } else if *escape == "unlisted" && wrong.attribute == "b24_method" {
        // Without the facts, names and types are the declaration's own affair.
        wrong.fields.clear();
        wrong.deprecations = 0;
        wrong.arguments.push((*escape).to_owned());
    } else {
        return None;
    }
    Some(Mistake {
        right,
        wrong,
        finding: None,
    })
}
