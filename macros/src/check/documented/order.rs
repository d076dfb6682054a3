//! The order of fields, for the few methods that know their parameters by their places.

use super::Documented;
use super::need::{is_missing, stands_for};
use crate::errors::Errors;
use crate::model::{Field, Relation, Role};

/// A parameter left out would give its place to the next: the relations say that each is given only
/// together with the one before.
pub(super) fn check(fields: &[Field], documented: &Documented, errors: &mut Errors) -> Vec<Relation> {
    let list = &documented.members.list;
    let is_documented = |field: &Field| list.iter().any(|known| stands_for(field, &known.name));
    if let Some(last) = fields.iter().rposition(is_documented) {
        let others = fields[..last].iter().filter(|field| !is_documented(field));
        for other in others.filter(|field| !matches!(field.role, Role::Skipped)) {
            let message = format!(
                "{} knows its parameters by their places, and this would take one: declare it behind those that are \
                 documented",
                documented.whole
            );
            errors.at(other.ident.span(), message);
        }
    }
    let mut relations = Vec::new();
    // The fields that are parameters, in declared order, and the places that these have.
    let places: Vec<(usize, usize)> = (0..fields.len())
        .filter_map(|field| {
            let place = list
                .iter()
                .position(|known| stands_for(&fields[field], &known.name));
            place.map(|place| (field, place))
        })
        .collect();
    let names: Vec<&str> = list.iter().map(|known| known.name.as_str()).collect();
    let order = format!(
        "{} knows its parameters by their places: declare them in the order {}\nfor another order than Bitrix24 documents, \
         add `unlisted` to the method",
        documented.whole,
        names.join(", ")
    );
    // What is missing is reported as that, and has its place all the same.
    let due: Vec<usize> = (0..list.len())
        .filter(|place| !is_missing(&list[*place], fields))
        .collect();
    for (nth, (field, place)) in places.iter().enumerate() {
        let due = due.get(nth).copied().unwrap_or(nth);
        if due == *place {
            if let Some(before) = nth.checked_sub(1).map(|before| places[before].0)
                && !fields[before].is_required()
            {
                relations.push(Relation::Requires(*field, before));
            }
            continue;
        }
        let message = if *place > due && !places.iter().any(|(_, other)| *other == due) {
            format!(
                "{order}\n`{}` is left out, and this would take its place",
                names[due]
            )
        } else {
            order
        };
        errors.at(fields[*field].ident.span(), message);
        break;
    }
    relations
}
